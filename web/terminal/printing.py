"""How answers look at a prompt: plain, and in columns that survive a pipe."""

import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click
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

INDENT = 4

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def plain(words: object) -> Text:
    """Words from a log or a file, which may never steer the terminal."""
    return Text(_CONTROL.sub("�", str(words)))


def heading(words: object) -> Text:
    """What stands above an answer, or above a part of it."""
    told = plain(words)
    told.stylize("bold")
    return told


def table(*columns: str) -> Table:
    """An empty table with these columns."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for column in columns:
        made.add_column(column, overflow="fold")
    return made


def row(to: Table, *cells: object) -> None:
    """Another row; what there is nothing to say about stays empty."""
    to.add_row(*("" if cell is None else plain(cell) for cell in cells))


def filled(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> Table:
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
    with console.capture() as caught:
        for thing in things:
            console.print(thing)
    click.echo("\n".join(line.rstrip() for line in caught.get().splitlines()))


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
    with Progress(
        SpinnerColumn(),
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as shown:
        yield Bar(shown)


class Bar:
    """A bar that grows."""

    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self._task = shown.add_task("", total=None)

    def __call__(self, done: int, of: int) -> None:
        """So much of so much is done."""
        self._shown.update(self._task, completed=done, total=of)
