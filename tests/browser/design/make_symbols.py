"""Makes web/static/symbols.svg and its list of sources from OpenMoji.

    python -m tests.browser.design.make_symbols FOLDER_WITH_NODE_MODULES

Needs the npm packages openmoji (CC BY-SA 4.0) and svgo. The first word is what
we call a picture in templates: it names the meaning, never the drawing. So a
picture that members read wrongly can be changed here and nowhere else.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

STATIC = Path(__file__).parents[3] / "web" / "static"
TEMPLATES = STATIC.parent / "templates"

SYMBOLS = {
    # the four places
    "now": "1F3E0", "plan": "1F5D3", "jobs": "1F9F0", "why": "2753",
    # answers
    "yes": "1F44D", "no": "1F44E", "unsure": "1F914", "worry": "1F61F",
    "first": "1F947",
    # what a page is about
    "idea": "1F4A1", "ask": "1F4AC", "talk": "E24A", "vote": "1F5F3", "decided": "1F91D",
    "done": "2705", "well-done": "1F31F", "wait": "23F3", "problem": "26A0", "secret": "1F512",
    "rule": "1F4CB", "record": "1F4D6", "paper": "1F4DD", "new": "2728", "chair": "1F3A4",
    "people": "1F465", "person": "1F464", "hello": "1F44B", "card": "1FAAA", "hand": "270B",
    # what a person can do
    "help": "1F64B", "listen": "1F50A", "look": "1F50D", "take": "1F4AA", "give": "1FAF4",
    "cannot": "1F645", "change": "1F504", "take-back": "21A9", "back": "2B05", "on": "27A1",
    "stop": "1F6D1", "print": "1F5A8", "settings": "2699", "sign-out": "E0A8", "write": "270F",
    # what a plan or a job is about
    "party": "1F389", "clock": "1F552", "place": "1F4CD", "music": "1F3B5", "food": "1F355",
    "drink": "1F9C3", "money": "1F4B7", "safety": "E247", "door": "1F6AA", "clean": "1F9F9",
    "taxi": "1F695", "dance": "1F57A", "fair": "2696", "aside": "1F6B6",
    # the page's look
    "day": "2600", "night": "1F319",
}  # fmt: skip

OWN = {
    "curry": """
<ellipse cx="36" cy="48" fill="#d0cfce" rx="29" ry="12"/>
<path fill="#fff" d="M14 46c0-13 7-23 17-23 5 0 8 3 9 8l-3 17c-9 3-18 2-23-2"/>
<path fill="#f4aa41" d="M34 49c-2-11 3-20 12-20 8 0 14 8 13 17-5 4-16 6-25 3"/>
<circle cx="44" cy="37" r="3" fill="#ea5a47"/>
<circle cx="52" cy="41" r="3" fill="#b1cc33"/>
<circle cx="43" cy="45" r="2.5" fill="#b1cc33"/>
<g fill="none" stroke="#221b36" stroke-linecap="round" stroke-linejoin="round"
stroke-width="2"><path d="M14 42c-4 1-7 3-7 6 0 7 13 12 29 12s29-5 29-12c0-3-2-5-6-7"/>
<path d="M14 46c0-13 7-23 17-23 4 0 7 2 8 6M34 49c-2-11 3-20 12-20 8 0 14 8 13 17"/>
<path d="M14 46c6 4 13 5 20 3 9 3 20 1 25-3"/>
<path d="M22 33v2m6-5v2m-8 8v2m7-3v2m5-6v2"/>
<circle cx="44" cy="37" r="3"/>
<circle cx="52" cy="41" r="3"/>
</g>
""",
    "soup": """
<path fill="#92d3f5" d="M9 38h54c0 13-9 22-20 24H29C18 60 9 51 9 38"/>
<ellipse cx="36" cy="38" fill="#fff" rx="27" ry="8"/>
<ellipse cx="36" cy="39" fill="#ea5a47" rx="22" ry="5.5"/>
<circle cx="29" cy="38" r="2.5" fill="#b1cc33"/>
<circle cx="42" cy="40" r="2.5" fill="#fcea2b"/>
<g fill="none" stroke="#221b36" stroke-linecap="round" stroke-linejoin="round"
stroke-width="2"><path d="M9 38c0 13 9 22 20 24h14c11-2 20-11 20-24"/>
<ellipse cx="36" cy="38" rx="27" ry="8"/>
<path d="M27 23c-3-3 3-6 0-10m9 8c-3-3 3-6 0-10m9 12c-3-3 3-6 0-10"/>
</g>
""",
}
"""Pictures that we drew ourselves, in the same style, colours and size."""

CREDITS = """# Who made what we show

## Pictures

The pictures in `symbols.svg` come from [OpenMoji](https://openmoji.org) {version},
the open-source emoji and icon project, licence
[CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/). We made the files
smaller, turned black lines into our ink colour, and cut a little off each margin.
`symbols.svg` is therefore under CC BY-SA 4.0 too. We drew {own} ourselves,
in the same style. The first column is our name for
what the picture means; the third is OpenMoji's name for what it shows.

| we say | hexcode | OpenMoji | drawn by |
|---|---|---|---|
{rows}

## Letters

`fonts/hands-*.woff2` (the family *Hands Hyperlegible*) is made from
[Atkinson Hyperlegible Next](https://github.com/googlefonts/atkinson-hyperlegible-next),
copyright 2020-2024 The Atkinson Hyperlegible Next Project Authors, SIL Open Font
License 1.1: see `fonts/LICENSE.txt`. It declares no reserved font name. Changed by us,
and so renamed: the zero has no slash, weights below 400 are left out, and the letters
are split over three files. Our files are under the same licence.
"""

SVGO = """
export default {
  multipass: true,
  floatPrecision: 1,
  plugins: [
    { name: 'preset-default', params: { overrides: { cleanupIds: false } } },
    { name: 'removeAttrs', params: { attrs: ['id', 'class', 'font.*', 'stroke-miterlimit'] } },
    'removeDimensions', 'sortAttrs',
  ],
};
"""


def smaller(svgs: dict[str, str], modules: Path) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "svgo.config.mjs").write_text(SVGO)
        for name, svg in svgs.items():
            (folder / f"{name}.svg").write_text(svg)
        subprocess.run(
            [modules / ".bin" / "svgo", "--config", folder / "svgo.config.mjs", "-q", "-f", folder],
            check=True,
        )
        return {name: (folder / f"{name}.svg").read_text() for name in svgs}


def inside(svg: str) -> str:
    svg = re.sub(r"^.*?<svg[^>]*>|</svg>\s*$", "", svg, flags=re.DOTALL)
    return re.sub(r"#000000|#000(?![0-9a-f])", "#221b36", svg)


def one_line(svg: str) -> str:
    return svg.strip().replace("\n", " ").replace("> <", "><")


def write_credits(makers: list[tuple[str, str, str, str]], version: str) -> None:
    own = " and ".join(f"`{name}`" for name in OWN)
    rows = "\n".join(f"| `{n}` | {c} | {a} | {who} |" for n, c, a, who in makers)
    (STATIC / "CREDITS.md").write_text(CREDITS.format(version=version, rows=rows, own=own))
    lines = ",\n".join(f'  ("{n}", "{c}", "{a}", "{who}")' for n, c, a, who in makers)
    (TEMPLATES / "symbol_list.html").write_text(
        "{#- Every picture in symbols.svg: our name, OpenMoji code, OpenMoji name, who drew it.\n"
        "    Written by tests/browser/design/make_symbols.py. -#}\n"
        '{%- set version = "' + version + '" -%}\n{%- set symbols = [\n' + lines + "\n] -%}\n"
    )


def main(modules: Path) -> None:
    moji = modules / "openmoji"
    version = json.loads((moji / "package.json").read_text())["version"]
    about = {e["hexcode"]: e for e in json.loads((moji / "data" / "openmoji.json").read_text())}
    raw = {n: (moji / "color" / "svg" / f"{c}.svg").read_text() for n, c in SYMBOLS.items()}
    small = smaller(raw, modules)
    drawn = {name: inside(svg) for name, svg in small.items()}
    drawn |= {name: one_line(svg) for name, svg in OWN.items()}
    parts = [
        f'<symbol id="{name}" viewBox="3 3 66 66">{svg}</symbol>' for name, svg in drawn.items()
    ]
    ours = " and ".join(OWN)
    source = f"OpenMoji {version}, CC BY-SA 4.0, openmoji.org"
    note = f"<!-- {source}; {ours} are our own: see CREDITS.md -->"
    (STATIC / "symbols.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg">' + note + "\n" + "\n".join(parts) + "\n</svg>\n"
    )
    (STATIC / "icon.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72">{note}'
        f'<rect width="72" height="72" rx="16" fill="#5b1fa6"/>{inside(small["hand"])}</svg>\n'
    )
    makers = [
        (name, code, about[code]["annotation"], about[code]["openmoji_author"])
        for name, code in SYMBOLS.items()
    ]
    write_credits(makers, version)
    size = (STATIC / "symbols.svg").stat().st_size
    print(len(parts), "symbols,", size, "bytes, OpenMoji", version)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
