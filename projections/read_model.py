"""What every read model shares: its tables, what it makes of each event, and named questions.

A read model writes only new rows: (thing, value, when it happened, position in the log). What holds
now is the last row. So the same rows answer how it stood before, and a rebuilt file is the same.

Beside these histories a model may keep a short list of what is open now, so that nobody has to go
through all that was ever asked to find it.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import lru_cache, wraps
from inspect import getmembers
from typing import TYPE_CHECKING, Any, ClassVar, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from domain.events import Event

if TYPE_CHECKING:
    from projections.views import Views

E = TypeVar("E", bound=Event)
M = TypeVar("M", bound="ReadModel")
P = ParamSpec("P")
R = TypeVar("R")

Rows = defaultdict[str, list[tuple[Any, ...]]]
"""Rows to write, by table or by statement."""

Handler = Callable[[Any, int, Rows], None]
"""What a model makes of an event at its position."""

Marked = TypeVar("Marked", bound=Callable[..., None])


def on(*kinds: type[Event]) -> Callable[[Marked], Marked]:
    """Mark the method that says what these events mean for a read model."""

    def mark(handler: Marked) -> Marked:
        handler.kinds = kinds  # type: ignore[attr-defined]
        return handler

    return mark


def question(
    ask: Callable[Concatenate[M, P], R],
) -> Callable[Concatenate[M, P], R]:
    """Mark a question: before it is asked, the read models read on to the end of the log."""

    @wraps(ask)
    def answer(self: M, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return self.views.answer(lambda: ask(self, *args, **kwargs))

    return answer


class ReadModel:
    """One way of looking at the log. It owns its tables; everybody else asks it."""

    NAME: ClassVar[str]
    VERSION: ClassVar[int] = 1
    """Raised whenever tables or meaning change; an older file is then read anew from the log."""
    TABLES: ClassVar[dict[str, str]]
    """Each table's definition, by its name."""
    INDEXES: ClassVar[tuple[str, ...]] = ()
    STATEMENTS: ClassVar[dict[str, str]] = {}
    """What is done with rows that do not simply go into the table of their name.

    Many events are written at once, table by table and then by these, so a statement that ends
    something names the position up to which it does.
    """

    def __init__(self, views: "Views") -> None:
        self.views = views
        marked = [method for _, method in getmembers(self, lambda it: hasattr(it, "kinds"))]
        self.handlers: dict[type[Event], Handler] = {
            kind: handler for handler in marked for kind in handler.kinds
        }

    def rows(self, query: str, *values: object) -> Sequence[tuple[Any, ...]]:
        """Ask this model's own tables."""
        return self.views.connection.execute(query, values).fetchall()

    def row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        """The one row that answers, if any does."""
        found: tuple[Any, ...] | None = self.views.connection.execute(query, values).fetchone()
        return found

    def words(self, seals: Iterable[str | None]) -> dict[str, str]:
        """The words behind seals; what was erased is not there."""
        return self.views.vault.words(seals)


def moment(event: Event) -> int:
    """When it happened, as it lies in a table."""
    return int(event.occurred_at.timestamp())


def seconds(at: datetime) -> int:
    """A moment as it lies in a table: whole seconds since 1970 UTC."""
    return int(at.timestamp())


@lru_cache(maxsize=4096)
def when(stored: int) -> datetime:
    """The moment that lies in a table."""
    return datetime.fromtimestamp(stored, UTC)


def raw(thing: UUID | str | None) -> bytes | str | None:
    """An id as it lies in a table; who is not a person stays a word."""
    return thing.bytes if isinstance(thing, UUID) else thing


@lru_cache(maxsize=4096)
def uid(stored: bytes) -> UUID:
    """The id that lies in a table. The same few come up again and again."""
    return UUID(bytes=stored)


def no_rows() -> Rows:
    """An empty set of rows to fill."""
    return defaultdict(list)


def write(connection: sqlite3.Connection, model: ReadModel, rows: Rows) -> None:
    """Write down what a model made of some events, table by table, many rows at a time."""
    for name in model.TABLES | model.STATEMENTS:
        if values := rows.get(name):
            marks = ",".join("?" * len(values[0]))
            usual = f"INSERT INTO {name} VALUES ({marks})"  # noqa: S608 -- our own table's name
            connection.executemany(model.STATEMENTS.get(name, usual), values)
