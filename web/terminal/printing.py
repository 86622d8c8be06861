"""How answers look at a prompt: plain, and in columns that survive a pipe."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Table
from rich.text import Text

WIDE = 10_000
"""Where nobody looks, as in a pipe, every row keeps to one line."""

INDENT, GAP, SHORT = 4, 2, 10

_BREAK = re.compile(r"\s*[\t\n]\s*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def plain(words: object) -> Text:
    """Words from a log or a file, which may never steer the terminal."""
    return Text(_CONTROL.sub("�", str(words)))


def heading(words: object) -> Text:
    """What stands above an answer, or above a part of it."""
    told = plain(words)
    told.stylize("bold")
    return told


class Listing(Table):
    """A table that also keeps its words as they are: a pipe needs no layout, only columns."""

    def __init__(self, *columns: str) -> None:
        super().__init__(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
        for column in columns:
            self.add_column(column, overflow="fold")
        self.kept = list[list[str]]()

    def lines(self) -> Iterator[str]:
        """Every row on one line."""
        widths = self._widths()
        for cells in self._rows():
            padded = (
                cell + " " * (width - cell_len(cell) + GAP)
                for cell, width in zip(cells, widths, strict=True)
            )
            yield "".join(padded).rstrip()

    def keep_short(self) -> None:
        """Where it is narrow, short columns such as days stay whole, and long ones give way."""
        for column, width in zip(self.columns, self._widths(), strict=True):
            column.no_wrap = width <= SHORT

    def _rows(self) -> list[list[str]]:
        heads = [[str(one.header) for one in self.columns]] if self.show_header else []
        return heads + self.kept

    def _widths(self) -> list[int]:
        rows = self._rows()
        return [max(map(cell_len, column), default=0) for column in zip(*rows, strict=True)]


def table(*columns: str) -> Listing:
    """An empty table with these columns."""
    return Listing(*columns)


def row(to: Listing, *cells: object) -> None:
    """Another row, on one line; what there is nothing to say about stays empty."""
    words = [plain("" if cell is None else _BREAK.sub(" ", str(cell))) for cell in cells]
    to.kept.append([one.plain for one in words])
    to.add_row(*words)


def filled(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> Listing:
    """A table with these columns and rows."""
    made = table(*columns)
    for cells in rows:
        row(made, *cells)
    return made


def indented(thing: object) -> RenderableType:
    """Words, or a table, that belong to what stands above them, however many lines they take."""
    return Padding(thing if isinstance(thing, Table) else plain(thing), (0, 0, 0, INDENT))


def say(*things: RenderableType) -> None:
    """Print for people."""
    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal:
        console.width = WIDE
    for thing in things:
        if isinstance(thing, Listing) and not console.is_terminal:
            click.echo("\n".join(thing.lines()))
            continue
        if isinstance(thing, Listing):
            thing.keep_short()
        with console.capture() as caught:
            console.print(thing)
        said = caught.get().removesuffix("\n").split("\n")
        click.echo("\n".join(line.rstrip() for line in said))


def say_each(things: Iterable[RenderableType]) -> None:
    """The same, one after the other: what is said is not held."""
    for thing in things:
        say(thing)


def answer(facts: Mapping[str, Any]) -> None:
    """Print for scripts: one object. What an iterator gives is printed as a list, bit by bit."""
    for number, (key, value) in enumerate(facts.items()):
        click.echo(f"{', ' if number else '{'}{_json(key)}: ", nl=False)
        if isinstance(value, Iterator):
            _answer_list(value)
        else:
            click.echo(_json(value), nl=False)
    click.echo("}" if facts else "{}")


def _answer_list(items: Iterator[Any]) -> None:
    click.echo("[", nl=False)
    for number, item in enumerate(items):
        click.echo(f"{', ' if number else ''}{_json(item)}", nl=False)
    click.echo("]", nl=False)


def _json(facts: Any) -> str:
    is_utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    return json.dumps(facts, ensure_ascii=not is_utf8)


def warn(sentence: str) -> None:
    """Say something on the side, where it disturbs no script."""
    click.echo(_CONTROL.sub("�", sentence), err=True)


@contextmanager
def progress(what: str) -> Iterator["Bar"]:
    """A bar on standard error, as long as somebody looks."""
    console = Console(stderr=True)
    shown = Progress(
        SpinnerColumn(),
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    try:
        yield Bar(shown)
    finally:
        shown.stop()


class Bar:
    """A bar that grows. What is done at once shows none."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self._task = shown.add_task("", total=None)

    def __call__(self, done: int, of: int) -> None:
        """So much of so much is done."""
        if done < of:
            self._shown.start()
        self._shown.update(self._task, completed=done, total=of)
