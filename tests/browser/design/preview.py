"""Draws every page with invented data, takes its picture, and checks what a machine can check.

    python -m tests.browser.design.preview OUT [--axe axe.min.js] [--only now,vote] [--no-pictures]

Needs jinja2, playwright and a Chromium, named by HANDS_CHROMIUM or found in PATH. With
--axe, each page is also checked with axe-core: A, AA, AAA, best practice, target size.
What a machine cannot see, people must: whether a picture says what we mean.
"""

import argparse
import functools
import http.server
import itertools
import os
import re
import shutil
import sys
import threading
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.design.invented.people import COMMITTEE, VIEWER
from tests.browser.design.invented.results import HOLDING
from tests.browser.design.invented.votes import BESIDE
from tests.browser.design.links import url_for
from tests.browser.design.pages import PAGES
from web.scripts import apart, in_any_script

HERE = Path(__file__).parent
WEB = HERE.parents[2] / "web"
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-quic",
    "--no-first-run",
]
WIDTHS = (320, 360, 768, 1180)
RULES = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def draw(out: Path) -> None:
    pages = Environment(
        loader=FileSystemLoader(WEB / "templates"), autoescape=True, undefined=StrictUndefined
    )
    pages.filters["in_any_script"] = in_any_script
    pages.filters["apart"] = apart
    pages.globals.update(url_for=url_for, csrf_token=lambda: "invented", get_flashed_messages=list)
    pages.globals.update(
        tint=lambda who: int(who) % 8, may=lambda _: True, looks_on=False, here=None
    )
    out.mkdir(parents=True, exist_ok=True)
    shutil.copytree(WEB / "static", out / "static", dirs_exist_ok=True)
    shutil.copy(HERE / "invented_photo.svg", out / "photo.svg")
    for name, (template, context) in PAGES.items():
        given = {"committee": COMMITTEE, "viewer": VIEWER, **context}
        given = {"beside": BESIDE, "holding": HOLDING, **given}
        given = {"belongs": given["viewer"] is not None, **given}
        html = pages.get_template(template).render(given)
        (out / f"{name}.html").write_text(html)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header(
            "Content-Security-Policy",
            "default-src 'self'; frame-ancestors 'none'; form-action 'self'",
        )
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        pass


def serve(out: Path) -> str:
    handler = functools.partial(Quiet, directory=str(out))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}"


FINDINGS = """async (rules) => {
  const found = await axe.run(document, {
    runOnly: {type: 'tag', values: rules}, rules: {'target-size': {enabled: true}}});
  const why = (node) => node.any.concat(node.all, node.none).map((c) => c.message).join('; ');
  const tell = (kind) => (rule) => rule.nodes.map(
    (node) => `${kind} ${rule.id}: ${node.target} ${why(node).slice(0, 200)}`);
  return [
    ...found.violations.flatMap(tell('VIOLATION')), ...found.incomplete.flatMap(tell('unsure'))];
}"""
PRESSED = "a, button, input:not([type=hidden]), summary, textarea"
SMALL = f"""() => [...document.querySelectorAll('{PRESSED}')]
  .map((e) => e.matches('[type=radio], [type=checkbox]') ? e.closest('label') : e)
  .filter((e) => e.offsetParent !== null && !e.closest('.skip'))
  .map((e) => [e, e.getBoundingClientRect()])
  .filter(([e, r]) => Math.min(r.width, r.height) < 47.5)
  .map(([e, r]) => 'small ' + r.width + ' by ' + r.height + ': ' + e.outerHTML.slice(0, 90))"""
NO_PICTURE = """() => [...document.querySelectorAll('main a[href], header a, footer a, button')]
  .filter((e) => !e.querySelector('svg, img, .face') && !e.matches('.tall, .trouble a'))
  .map((e) => `no picture: ${e.textContent.trim()}`)"""
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
SPACED = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; "
    "word-spacing: .16em !important }"
)
WIDER = {
    "as it is": TOO_WIDE,
    "with the largest words": f"document.documentElement.classList.add('bigger'), {TOO_WIDE}",
    "with wide spaces": "document.documentElement.classList.remove('bigger'), "
    f"document.styleSheets[0].insertRule('{SPACED}', 0), {TOO_WIDE}",
}
WORDS = "() => document.querySelector('main').innerText"


def long_sentences(words: str) -> list[str]:
    sentences = re.split(r"(?<=[.?!:])\s+|\n+", words)
    return [f"long: {s}" for s in sentences if len(s.split()) > 12]


def wide(page: Page) -> list[str]:
    return [f"scrolls sideways {how}" for how, script in WIDER.items() if page.evaluate(script)]


def check(page: Page, axe: str) -> list[str]:
    found: list[str] = page.evaluate(SMALL) + page.evaluate(NO_PICTURE)
    found += long_sentences(page.evaluate(WORDS))
    if axe:
        page.evaluate(axe)
        found += page.evaluate(FINDINGS, RULES)
    return found + wide(page)


def last_answer(page: Page) -> int:
    bottom: int = page.evaluate(
        "Math.round([...document.querySelectorAll('.answer')].at(-1)"
        ".getBoundingClientRect().bottom)"
    )
    return bottom


def look_at(page: Page, name: str, address: str, axe: str) -> list[str]:
    said: list[str] = []
    page.on("console", lambda message: said.append(f"console: {message.text}"))
    page.goto(f"{address}/{name}.html")
    page.evaluate("document.fonts.ready")
    narrow, broad = 320, 1180
    size = page.viewport_size or {"width": 0, "height": 0}
    if size["width"] == 360 and name == "vote" and last_answer(page) > size["height"]:
        said.append(f"the last answer ends at {last_answer(page)}, below the fold")
    return check(page, axe) + said if size["width"] in (narrow, broad) else said


def look(browser: Browser, address: str, names: list[str], axe: str, out: Path | None) -> int:
    trouble = 0
    for light, width in itertools.product(("light", "dark"), WIDTHS):
        context = browser.new_context(
            viewport={"width": width, "height": 740},
            color_scheme="dark" if light == "dark" else "light",
        )
        for name in names:
            page = context.new_page()
            if out and width != WIDTHS[0]:
                page.goto(f"{address}/{name}.html")
                page.evaluate("document.fonts.ready")
                page.screenshot(path=out / f"{name}-{width}-{light}.png", full_page=True)
            found = look_at(page, name, address, axe)
            for finding in found:
                print(light, width, name, finding)
            trouble += len(found)
            page.close()
        context.close()
    return trouble


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--axe", type=Path)
    parser.add_argument("--only", default=",".join(PAGES))
    parser.add_argument("--no-pictures", action="store_true")
    asked = parser.parse_args()
    draw(asked.out)
    axe = asked.axe.read_text() if asked.axe else ""
    with sync_playwright() as player:
        chromium = os.environ.get("HANDS_CHROMIUM") or shutil.which("chromium")
        browser = player.chromium.launch(executable_path=chromium, args=CHROMIUM)
        pictures = None if asked.no_pictures else asked.out
        trouble = look(browser, serve(asked.out), asked.only.split(","), axe, pictures)
    print(trouble, "findings")
    return 1 if trouble else 0


if __name__ == "__main__":
    sys.exit(main())
