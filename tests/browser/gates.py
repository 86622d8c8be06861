"""Looks at each page once, in every light and width, and notes all that a machine can find wrong.

The pages are those of the demonstration, as each reader met them (see tests/web/every_page.py),
and the invented ones of tests/browser/design. Of pages that are built alike only the first is
opened: one whose parts have all been seen before, in this order, has nothing new to find.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, Route

from tests.web.every_page import Seen
from tests.web.page_parts import Parts

NARROW, PHONE, BROAD, HIGH = 320, 360, 1180, 740
LEVEL = 1
"""The least that a web server in front presses a page together: nginx, unless it is told more."""
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
LOOKS = {
    "runOnly": {
        "type": "rule",
        "values": [
            *("color-contrast", "color-contrast-enhanced", "link-in-text-block"),
            *(
                "target-size",
                "scrollable-region-focusable",
                "heading-order",
                "page-has-heading-one",
            ),
        ],
    }
}
"""What can differ by light and width; all other rules ask about what is the same in each."""
AXE = """async (options) => {
  const found = await axe.run(document, options);
  return found.violations.concat(found.incomplete).flatMap((rule) => rule.nodes.map(
    (node) => `${rule.id} at ${node.target}: ${node.html.slice(0, 90)}`));
}"""
NOT_AGAIN = ("Set-Cookie", "Location", "Content-Length")
LIGHT = "(night) => document.documentElement.classList.toggle('night', night)"
LARGE = "(large) => document.documentElement.classList.toggle('bigger', large)"
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
    barred: list[str] = field(default_factory=list)
    asked: dict[str, int] = field(default_factory=dict)
    """Address -> bytes, pressed together."""
    elsewhere: list[str] = field(default_factory=list)

    @property
    def weight(self) -> int:
        return sum(self.asked.values())


def unlike(sheets: list[tuple[str, Parts, Sheet]]) -> Iterator[Sheet]:
    """The first of each kind, and those that show a part which no page before has shown."""
    kinds: set[str] = set()
    known: set[str] = set()
    for kind, parts, sheet in sheets:
        if kind not in kinds or not parts.shape <= known:
            kinds.add(kind)
            known |= parts.shape
            yield sheet


def pressed(path: str, body: bytes) -> int:
    """How many bytes go over the line."""
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
        for width in (PHONE, BROAD):
            page.set_viewport_size({"width": width, "height": HIGH})
            for night in (False, True):
                page.evaluate(LIGHT, night)
                wanted = RULES if (width, night) == (PHONE, False) else LOOKS
                light = "night" if night else "day"
                found.axe += [f"{width} {light} {one}" for one in page.evaluate(AXE, wanted)]
        found.barred += page.evaluate("window.barred")
        return found

    def _measure(self) -> None:
        for large in (False, True):
            self.page.evaluate(LARGE, large)
            if self.page.evaluate(TOO_WIDE):
                self._found.wide.append("with the largest words" if large else "as it is")
        self.page.evaluate(LARGE, arg=False)

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


def invented(folder: Path, home: str) -> list[tuple[str, Parts, Sheet]]:
    """The drawn pages in this folder."""
    drawn = [(f"drawn {one.stem}", one) for one in sorted(folder.glob("*.html"))]
    return [
        (name, Parts(one.read_text()), Sheet(name, f"{home}/{one.name}")) for name, one in drawn
    ]


def met(seen: list[Seen], home: str) -> list[tuple[str, Parts, Sheet]]:
    """The real pages, as each reader met them."""
    return [
        (one.page, one.parts, Sheet(f"{one.page} ({one.reader})", home + one.path, one))
        for one in seen
    ]
