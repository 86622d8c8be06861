"""A page taken apart: its sentences, its links, its forms, and the shape that holds them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeVar

T = TypeVar("T")

EMPTY = frozenset(("meta", "link", "input", "img", "br", "use"))
WITHIN_A_LINE = frozenset(("abbr", "b", "span", "strong", "svg", "time", "use", "i", "em"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4"))


@dataclass
class Button:
    """What a press adds to its form, and where it sends the form, if not where all others go."""

    name: str
    value: str
    action: str = ""


@dataclass
class Form:
    """Where it goes, what it holds as the page came, and the fields that a person can write in."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    written: list[str] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)


class Parts(HTMLParser):
    """One page. Only what stands in its main part counts as its own words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.shape: set[str] = set()
        self._headings: list[str] = []
        self._open: list[tuple[str, str]] = []
        """Each tag that is not closed yet, and where it stands."""
        self.feed(html)
        self.shape.add(" ".join(self._headings))
        self.lines = [" ".join(line.split()) for line in self.lines if line.strip()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        around = f"{self._open[-1][1]}>" if self._open else ""
        self._open.append((tag, f"{around}{tag}.{given.get('class', '')}"))
        self.shape.add(self._open[-1][1])
        if tag in HEADINGS and self._headings[-1:] != [tag]:
            self._headings.append(tag)
        self._note(tag, given)
        self._break(tag)
        if tag in EMPTY:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY:
            return
        while self._open and self._open.pop()[0] != tag:
            pass
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if any(tag == "main" for tag, _ in self._open):
            self.lines[-1] += data

    def _break(self, tag: str) -> None:
        if tag not in WITHIN_A_LINE:
            self.lines.append("")

    def _note(self, tag: str, given: dict[str, str]) -> None:
        name, value = given.get("name", ""), given.get("value", "")
        if tag == "a":
            self.links.append(given.get("href", ""))
        elif tag == "form":
            self.forms.append(Form(given.get("action", ""), given.get("method", "get")))
        elif not self.forms or "form" not in (tag for tag, _ in self._open):
            return
        elif tag == "button":
            self.forms[-1].buttons.append(Button(name, value, given.get("formaction", "")))
        elif tag == "textarea" or (tag == "input" and given.get("type", "text") == "text"):
            if "inputmode" not in given:  # where a number goes, words would only be wrong
                self.forms[-1].written.append(name)
            self.forms[-1].fields[name] = value
        elif tag == "input" and (given.get("type") != "radio" or "checked" in given):
            self.forms[-1].fields[name] = value
        elif tag == "input":
            self.forms[-1].fields.setdefault(name, value)


def unlike(pages: Iterable[tuple[str, Parts, T]]) -> Iterator[T]:
    """The first of each kind, and those that show a part which no page before has shown."""
    kinds: set[str] = set()
    known: set[str] = set()
    for kind, parts, page in pages:
        if kind not in kinds or not parts.shape <= known:
            kinds.add(kind)
            known |= parts.shape
            yield page
