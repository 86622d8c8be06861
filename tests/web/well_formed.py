"""Whether a page is HTML as the standard has it: what a browser would mend in silence is told."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from tinyhtml5.parser import HTMLParser

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
BLOCKS = HEADINGS | {
    *("address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure"),
    *("footer", "form", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "ul"),
}
FOR_WORDS = HEADINGS | {
    *("abbr", "b", "bdi", "button", "em", "i", "label", "p", "pre"),
    *("small", "span", "strong", "time"),
}
"""Inside these stand words and pictures, and no block."""
CHILDREN = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}}
PRESSED = frozenset(("a", "button", "details", "input", "select", "textarea"))
WITHOUT_A_LABEL = ("hidden", "submit", "button")

ID = re.compile(r'\sid="([^"]*)"')
POINTS_TO = re.compile(
    r'\s(?:for|form|list|headers|aria-(?:labelledby|describedby|controls|details|owns))="([^"]*)"'
)
WITHIN = re.compile(r'\shref="#([^"]+)"')


def ids_amiss(html: str) -> Iterator[str]:
    """Ids that stand twice or hold a space, and whatever points to one that is not there."""
    found = Counter(ID.findall(html))
    yield from (f"the id {one} stands {times} times" for one, times in found.items() if times > 1)
    yield from (f"“{one}” is no id" for one in found if not one or " " in one)
    wanted = {one for many in POINTS_TO.findall(html) for one in many.split()}
    wanted |= set(WITHIN.findall(html))
    yield from (f"something points to {one}, which is not there" for one in wanted - {*found})


def faults(html: str) -> Iterator[str]:
    """What is wrong with how the page is written."""
    parser = HTMLParser(namespace_html_elements=False)
    page = parser.parse(html)
    yield from (f"{kind} in line {line} {what}" for (line, _), kind, what in parser.errors)
    for within in page.iter():
        for part in within:
            yield from misplaced(within, part)
    yield from pressed_in_pressed(page, "")
    yield from without_a_label(page)


def misplaced(within: Element, part: Element) -> Iterator[str]:
    if within.tag in CHILDREN and part.tag not in CHILDREN[within.tag]:
        yield f"{within.tag} holds {part.tag}"
    if within.tag in FOR_WORDS and part.tag in BLOCKS:
        yield f"{within.tag} holds {part.tag}"


def pressed_in_pressed(part: Element, within: str) -> Iterator[str]:
    """A link in a button, or the other way round: nobody knows which of them is pressed."""
    presses = part.tag in PRESSED and part.get("type") != "hidden"
    if within in ("a", "button") and presses:
        yield f"{within} holds {part.tag}"
    for one in part:
        yield from pressed_in_pressed(one, str(part.tag) if presses else within)


def without_a_label(page: Element) -> Iterator[str]:
    """Fields of which nobody is told what to write or pick."""
    labels = [one for one in page.iter("label") if "".join(one.itertext()).strip()]
    named = {one.get("for") for one in labels}
    held = {id(field) for one in labels for field in one.iter()}
    for field in page.iter():
        if field.tag not in ("input", "select", "textarea"):
            continue
        if field.get("type") in WITHOUT_A_LABEL or id(field) in held:
            continue
        if field.get("id") not in named and not field.get("aria-label"):
            yield f"the field {field.get('name')} has no label"
