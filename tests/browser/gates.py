"""Looks at each page once, in every light and width, and notes all that a machine can find wrong.

The pages are those of the demonstration, as each reader met them (see tests/web/every_page.py),
and the invented ones of tests/browser/design. Of pages that are built alike only the first is
opened: one whose parts have all been seen before, in this order, has nothing new to find.

All rules of axe-core are asked by day at every width for which the style sheet has rules of its
own: what there is to be read may differ. By night only the colours are others, so only the rules
about colours are asked again, where the screen is narrowest and broadest. That the widths are
enough, and that night is colours and nothing else, is tested in tests/web/test_style.py.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page, Route

from tests.web.every_page import Seen
from tests.web.page_parts import Parts
from tests.web.reading_age import OURS_NOT
from web.zipped import LEVEL


def some(*rules: str) -> dict[str, Any]:
    """What axe-core is asked where only these rules can find anything new."""
    return {
        "runOnly": {"type": "rule", "values": [*rules]},
        "resultTypes": ["violations", "incomplete"],
    }


NARROW, PHONE, TABLET, BROAD, HIGH = 320, 360, 768, 1180, 740
PRESSED_ALREADY = (".woff2", ".png", ".jpg", ".webp")

RULES = {
    "runOnly": {
        "type": "tag",
        "values": [
            *("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa"),
            "best-practice",
        ],
    },
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
}
COLOURS = ("color-contrast", "color-contrast-enhanced", "link-in-text-block")
ASKED = (
    (PHONE, "day", RULES),
    (PHONE, "night", some(*COLOURS)),
    (TABLET, "day", RULES),
    (BROAD, "day", RULES),
    (BROAD, "night", some(*COLOURS)),
)
"""How wide the screen is, in which light, and what axe-core is asked there."""
AXE = """async (options) => {
  const found = await axe.run(document, options);
  const drawn = (node) => node.target.every((at) => document.querySelector(at)?.closest('svg'));
  const unsure = found.incomplete.map((rule) => rule.id.startsWith('color-contrast')
    ? {...rule, nodes: rule.nodes.filter((node) => !drawn(node))} : rule);
  return found.violations.concat(unsure).flatMap((rule) => rule.nodes.map(
    (node) => `${rule.id} at ${node.target}: ${node.html.slice(0, 90)}`));
}"""
"""What breaks a rule, and what axe-core is unsure about; but for the colours of words in a drawing,
behind which it cannot see: tests/web/test_style.py looks at these."""
NOT_AGAIN = ("Set-Cookie", "Location", "Content-Length")
LIGHT = "(night) => document.documentElement.classList.toggle('night', night)"
SPACE = """(wide) => { const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = wide ? [sheet] : []; }"""
"""The spaces that somebody may give the words of any page (WCAG 1.4.12)."""
LOST = """() => {
  const boxes = 'button, summary, td, th, label, li, nav a, .btn, .card, .pill, .note';
  const around = (e) => e ? [e, ...around(e.parentElement)] : [];
  const hides = (e) => e.matches('.skip, svg') || getComputedStyle(e).clipPath !== 'none';
  const holds = (e) => e.matches(boxes) || /hidden|clip/.test(getComputedStyle(e).overflow);
  const lost = new Set(), words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = words.nextNode(); text; text = words.nextNode()) {
    const all = around(text.parentElement), range = document.createRange();
    if (!text.data.trim() || !all[0].checkVisibility() || all.some(hides)) continue;
    range.selectNodeContents(text);
    for (const box of all.filter(holds).map((e) => e.getBoundingClientRect()))
      if ([...range.getClientRects()].some((r) => r.left < box.left - 1 || r.right > box.right + 1
        || r.top < box.top - 1 || r.bottom > box.bottom + 1)) lost.add(text.data.trim());
  }
  return [...lost];
}"""
"""The words that are cut off, or stand outside of the box that they belong to."""
SMALL = """() => [...document.querySelectorAll(
    'a[href], button, summary, textarea, input:not([type=hidden])')]
  .map((e) => e.matches('[type=radio], [type=checkbox]') ? e.closest('label') : e)
  .filter((e) => e.offsetParent !== null && !e.closest('.skip'))
  .map((e) => [e, e.getBoundingClientRect()])
  .filter(([e, r]) => Math.min(r.width, r.height) < 47.5)
  .map(([e, r]) => `${r.width} by ${r.height}: ` + e.outerHTML.slice(0, 120))"""
UNNAMED = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden])')]
  .filter((e) => !(e.textContent || e.ariaLabel || [...(e.labels || [])].map((l) => l.textContent)
    .join('')).trim())
  .map((e) => 'no words: ' + e.outerHTML.slice(0, 120))"""
BARE = """() => [...document.querySelectorAll('main a[href], header a, footer a, button')]
  .filter((e) => !e.matches('.tall, .trouble a')
    && !e.querySelector('svg, img, .face, .date, .letter'))
  .map((e) => 'no picture: ' + e.outerHTML.slice(0, 120))"""
LARGE = "(large) => document.documentElement.classList.toggle('bigger', large)"
HOW = {
    (False, False): "as it is",
    (False, True): "with the largest words",
    (True, False): "with wide spaces",
    (True, True): "with the largest words and wide spaces",
}
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth"
BARRED = """() => { window.barred = []; document.addEventListener('securitypolicyviolation',
  (e) => window.barred.push(`${e.violatedDirective} ${e.blockedURI} ${e.sourceFile}`)); }"""


@dataclass(frozen=True)
class Sheet:
    """A page to look at: what it is called here, its address, and what came from there before."""

    name: str
    address: str
    seen: Seen | None = None


@dataclass
class Found:
    """What one page did in the browser."""

    name: str
    axe: list[str] = field(default_factory=list)
    wide: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    """What is too small to be hit, or has no words or no picture to be known by."""
    barred: list[str] = field(default_factory=list)
    asked: dict[str, int] = field(default_factory=dict)
    """Address -> bytes, pressed together."""
    elsewhere: list[str] = field(default_factory=list)

    @property
    def weight(self) -> int:
        return sum(self.asked.values())


def pressed(path: str, body: bytes) -> int:
    """How many bytes go over the line, as ``web.zipped`` sends them."""
    if path.endswith(PRESSED_ALREADY):
        return len(body)
    return len(zlib.compress(body, LEVEL)) + 12  # what gzip has around it


class Gates:
    """One tab of a browser, that every page comes through."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.home = page, home
        self._sheet: Sheet
        self._found: Found
        self._kept: dict[str, tuple[int, dict[str, str], bytes]] = {}
        page.add_init_script(f"({BARRED})()")
        page.route("**/*", self._answer)
        page.on("console", lambda said: self._complain(said.text))
        page.on("pageerror", lambda error: self._complain(str(error)))

    def look(self, sheet: Sheet) -> Found:
        self._sheet, self._found = sheet, Found(sheet.name)
        page, found = self.page, self._found
        page.set_viewport_size({"width": NARROW, "height": HIGH})
        page.goto(sheet.address)
        page.evaluate("document.fonts.ready")
        self._measure()
        page.evaluate(AXE_SCRIPT)
        for width, light, asked in ASKED:
            page.set_viewport_size({"width": width, "height": HIGH})
            page.evaluate(LIGHT, light == "night")
            found.axe += [f"{width} {light} {one}" for one in page.evaluate(AXE, asked)]
        found.barred += page.evaluate("window.barred")
        return found

    def _measure(self) -> None:
        """On the smallest screen."""
        page, found = self.page, self._found
        for script in (SMALL, UNNAMED, BARE):
            found.plain += page.evaluate(script)
        for (spaced, large), how in HOW.items():
            page.evaluate(SPACE, spaced)
            page.evaluate(LARGE, large)
            found.lost += [f"{how}: {one}" for one in page.evaluate(LOST)]
            found.wide += [how] if page.evaluate(TOO_WIDE) else []
        page.evaluate(LARGE, arg=False)
        page.evaluate(SPACE, arg=False)

    def _answer(self, route: Route) -> None:
        """Give the page as it was met; let the server answer for all else, and nobody besides."""
        asked, sheet = route.request, self._sheet
        if not asked.url.startswith(self.home):
            self._found.elsewhere.append(asked.url)
            route.abort()
        elif sheet.seen and asked.is_navigation_request():
            self._found.asked[asked.url] = pressed(".html", sheet.seen.html.encode())
            kept = {k: v for k, v in sheet.seen.headers.items() if k not in NOT_AGAIN}
            route.fulfill(status=sheet.seen.status, headers=kept, body=sheet.seen.html)
        else:
            path = asked.url.removeprefix(self.home).partition("?")[0]
            if path not in self._kept or asked.is_navigation_request():
                answer = route.fetch()
                self._kept[path] = answer.status, answer.headers, answer.body()
            status, headers, body = self._kept[path]
            self._found.asked[asked.url] = pressed(path, body)
            route.fulfill(status=status, headers=headers, body=body)

    def _complain(self, words: str) -> None:
        if "the server responded with a status of 4" not in words:
            self._found.barred.append(words)


def look(browser: Browser, home: str, sheets: Sequence[Sheet]) -> list[Found]:
    """What these pages do, one after the other in one tab."""
    context = browser.new_context(reduced_motion="reduce")
    gates = Gates(context.new_page(), home)
    found = [gates.look(sheet) for sheet in sheets]
    context.close()
    return found


def told(found: dict[str, list[str]]) -> list[str]:
    """One line for each thing that was found."""
    lines = [f"{name}: {one}" for name, several in found.items() for one in several]
    print(*lines, sep="\n")
    return lines


def invented(folder: Path, home: str) -> list[tuple[str, Parts, Sheet]]:
    """The drawn pages in this folder, all of one kind; first the one with every part on it."""
    drawn = sorted(folder.glob("*.html"), key=lambda one: (one.stem != "components", one.stem))
    return [
        ("drawn", Parts(one.read_text()), Sheet(f"drawn {one.stem}", f"{home}/{one.name}"))
        for one in drawn
    ]


def met(seen: list[Seen], home: str) -> list[tuple[str, Parts, Sheet]]:
    """The real pages, as each reader met them, without the marks at what people wrote."""
    plain = (replace(one, html=one.html.replace(OURS_NOT, "")) for one in seen)
    return [
        (one.page, one.parts, Sheet(f"{one.page} ({one.reader})", home + one.path, one))
        for one in plain
    ]
