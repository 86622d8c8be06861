"""What every read model shares: its tables, what it makes of each event, and named questions.

A read model writes only new rows: (thing, value, when it happened, position in the log). What holds
now is the last row. So the same rows answer how it stood before, and a rebuilt file is the same.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from functools import wraps
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
"""Rows to insert, by table."""

Handler = Callable[[Any, Any, int, Rows], None]


def on(*kinds: type[Event]) -> Callable[[Handler], Handler]:
    """Mark the method that says what these events mean for a read model."""

    def mark(handler: Handler) -> Handler:
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
    """Each table's columns, by its name."""
    INDEXES: ClassVar[tuple[str, ...]] = ()

    handlers: ClassVar[dict[type[Event], Handler]]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        named = (value for kind in reversed(cls.__mro__) for value in vars(kind).values())
        marked = (value for value in named if hasattr(value, "kinds"))
        cls.handlers = {kind: handler for handler in marked for kind in handler.kinds}

    def __init__(self, views: "Views") -> None:
        self.views = views

    def rows(self, query: str, *values: object) -> Sequence[tuple[Any, ...]]:
        """Ask this model's own tables."""
        return self.views.database.connection.execute(query, values).fetchall()

    def row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        """The one row that answers, if any does."""
        found: tuple[Any, ...] | None
        found = self.views.database.connection.execute(query, values).fetchone()
        return found

    def words(self, seals: Iterable[str | None]) -> dict[str, str]:
        """The words behind seals; what was erased is not there."""
        return self.views.vault.words(seals)


def moment(event: Event) -> int:
    """When it happened, in seconds since 1970 UTC."""
    return int(event.occurred_at.timestamp())


def when(seconds: int) -> datetime:
    """The moment that lies in a table as seconds."""
    return datetime.fromtimestamp(seconds, UTC)


def raw(thing: UUID | str | None) -> bytes | str | None:
    """An id as it lies in a table; who is not a person stays a word."""
    return thing.bytes if isinstance(thing, UUID) else thing


def uid(stored: bytes) -> UUID:
    """The id that lies in a table."""
    return UUID(bytes=stored)


def no_rows() -> Rows:
    """An empty set of rows to fill."""
    return defaultdict(list)


def insert(connection: sqlite3.Connection, rows: Rows) -> None:
    """Write rows into their tables, many at a time."""
    for table, values in rows.items():
        marks = ",".join("?" * len(values[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608
    rows.clear()
