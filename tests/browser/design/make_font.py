"""Makes the three font files in web/static/fonts from Atkinson Hyperlegible Next.

    python -m tests.browser.design.make_font FOLDER_WITH_THE_FONTSOURCE_FILES

Needs fonttools and brotli, and the npm package
@fontsource-variable/atkinson-hyperlegible-next (OFL-1.1, no reserved font name).
Three things differ from the original, so the family has another name:
the zero has no slash ("£80" must not look like "£8" and a struck-out O),
weights below 400 are left out, and the letters are split over three files,
so that a page loads only those it shows.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from fontTools.varLib import instancer

OUT = Path(__file__).parents[3] / "web" / "static" / "fonts"
FAMILY = "Hands Hyperlegible"
BASIC = [*range(0x20, 0x7F), 0xA0, *map(ord, "£·×–—‘’“”…−€")]

Point = tuple[int, int]


def inner_ring(
    outer: list[Point], left: Point, right: Point, bottom: Point, top: Point
) -> list[Point]:
    """The outer ring's shape, shrunk into the old zero's counter and turned round."""
    xs, ys = [x for x, _ in outer], [y for _, y in outer]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    ring = [
        (
            round(left[0] + (x - min(xs)) / wide * (right[0] - left[0])),
            round(bottom[1] + (y - min(ys)) / high * (top[1] - bottom[1])),
        )
        for x, y in outer
    ]
    return [ring[0], *reversed(ring[1:])]


def open_the_zero(font: TTFont) -> None:
    """Draws the zero from two rings, in every weight."""
    glyf, gvar = font["glyf"], font["gvar"]
    old = glyf["zero"]
    points, _, flags = old.getCoordinates(glyf)
    marks = list(flags[:16])

    def rings(at: list[Point]) -> list[Point]:
        left, right, bottom, top = at[21], at[31], at[16], at[37]
        return [*at[:16], *inner_ring(at[:16], left, right, bottom, top)]

    base = rings(list(points))
    for variation in gvar.variations["zero"]:
        deltas = [d or (0, 0) for d in variation.coordinates]
        moved = [(p[0] + d[0], p[1] + d[1]) for p, d in zip(points, deltas, strict=False)]
        shifted = rings(moved)
        variation.coordinates = [
            *((s[0] - b[0], s[1] - b[1]) for s, b in zip(shifted, base, strict=True)),
            *deltas[len(points) :],
        ]
    new = Glyph()
    new.numberOfContours = 2
    new.endPtsOfContours = [15, 31]
    new.coordinates = type(points)(base)
    new.flags = type(old.flags)([*marks, marks[0], *reversed(marks[1:])])
    new.program = old.program
    glyf["zero"] = new
    new.recalcBounds(glyf)


def rename(font: TTFont) -> None:
    for record in font["name"].names:
        if record.nameID in (1, 16):
            record.string = FAMILY
        elif record.nameID == 4:
            record.string = f"{FAMILY} Regular"
        elif record.nameID == 6:
            record.string = FAMILY.replace(" ", "") + "-Regular"
        elif record.nameID == 3:
            record.string = f"{FAMILY} 1"


def write(font_file: Path, keep: list[int] | None, drop: list[int], name: str) -> None:
    font = TTFont(font_file, recalcTimestamp=False)
    if "zero" in font.getGlyphOrder():
        open_the_zero(font)
    font = instancer.instantiateVariableFont(font, {"wght": (400, 400, 800)})
    # The cutter asks for every glyph, also those that do not vary.
    for glyph in font.getGlyphOrder():
        font["gvar"].variations.setdefault(glyph, [])
    options = subset.Options(flavor="woff2", layout_features=["*"], name_IDs=["*"], hinting=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=keep or [c for c in font.getBestCmap() if c not in drop])
    cutter.subset(font)
    rename(font)
    font.flavor = "woff2"
    font.save(OUT / name)
    print(name, (OUT / name).stat().st_size, "bytes,", len(font.getBestCmap()), "characters")


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    latin = folder / "files" / "atkinson-hyperlegible-next-latin-wght-normal.woff2"
    extended = folder / "files" / "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2"
    write(latin, BASIC, [], "hands-basic.woff2")
    write(latin, None, BASIC, "hands-latin.woff2")
    write(extended, None, [0x20, 0x41], "hands-extended.woff2")
