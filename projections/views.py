"""The read models, kept level with the log in ``views.db``. Delete it; it comes back the same."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TypeVar, cast

from domain.events import Event
from domain.ledger import Ledger
from domain.vault import Vault
from projections.at_rest import collector_at_rest
from projections.read_model import Handler, ReadModel, Rows, no_rows, write
from projections.views_file import Spoilt, ViewsFile

R = TypeVar("R")
M = TypeVar("M", bound=ReadModel)

PLACES = """
CREATE TABLE IF NOT EXISTS place (
    model TEXT PRIMARY KEY, version INTEGER NOT NULL, position INTEGER NOT NULL, event TEXT NOT NULL
) WITHOUT ROWID
"""
EVENTS_AT_ONCE = 5_000

Progress = Callable[[int, int], None]


class Views:
    """Keeps the read models level with the log, and the log alone.

    Whoever asks a question first lets every model read on to the end of the log; so people always
    see their own press, and rebuilding is the same code on an empty file. Each model's place in
    the log is kept under its own name, and moves in the same transaction as its tables.
    """

    def __init__(self, path: Path, ledger: Ledger, kinds: Sequence[type[ReadModel]]) -> None:
        self.ledger = ledger
        self.models: dict[type[ReadModel], ReadModel] = {kind: kind(self) for kind in kinds}
        self._handlers = _handlers(self.models.values())
        self._file = ViewsFile(path, self._fits)
        self._lock = threading.RLock()
        self._asking = threading.local()
        self._level = -1

    @property
    def connection(self) -> sqlite3.Connection:
        """What the questions of this thread are asked through."""
        return self._file.database.connection

    @property
    def vault(self) -> Vault:
        """Where the words behind the seals lie."""
        return self.ledger.vault

    def of(self, kind: type[M]) -> M:
        """The read model of this kind."""
        return cast("M", self.models[kind])

    # ---- Asking

    def answer(self, ask: Callable[[], R]) -> R:
        """Answer from tables that are level with the log and do not move meanwhile."""
        if getattr(self._asking, "now", False):
            return ask()
        return self._file.steadily(lambda: self._answer(ask))

    def _answer(self, ask: Callable[[], R]) -> R:
        end = self.ledger.position()
        self._read_upto(end)
        self._asking.now = True
        try:
            with self._file.database.reading() as connection:
                if min(self._places(connection).values()) < end:
                    raise Spoilt("The tables are not level with the log any more.")
                return ask()
        finally:
            self._asking.now = False

    # ---- Following the log

    def catch_up(self, progress: Progress | None = None) -> int:
        """Read on from each model's place to the end of the log; how many events that took."""
        return self._file.steadily(lambda: self._read_upto(self.ledger.position(), progress))

    def rebuild(self, progress: Progress | None = None) -> int:
        """Delete the file and read the log from its first event."""
        self._file.throw_away()
        return self.catch_up(progress)

    def _read_upto(self, end: int, progress: Progress | None = None) -> int:
        if self._level == end:
            return 0
        with self._lock:
            taken, level = 0, -1
            while level < end:
                step, level = self._read_on()
                if not step:
                    break
                taken += step
                if progress:
                    progress(taken, end)
            self._level = level
            return taken

    def _read_on(self) -> tuple[int, int]:
        """Some thousand events into every model, all or nothing; how many, and how far they go."""
        with self._file.database.writing() as connection:
            places = self._places(connection)
            start = end = min(places.values())
            rows, last = no_rows(), None
            with collector_at_rest():
                for end, last in islice(self.ledger.since(start), EVENTS_AT_ONCE):
                    for name, handler in self._handlers.get(type(last), ()):
                        if end > places[name]:
                            handler(last, end, rows)
            if last is not None:
                self._write_down(connection, rows, end, _mark(last))
            return end - start, end

    def _write_down(self, connection: sqlite3.Connection, rows: Rows, end: int, mark: str) -> None:
        for model in self.models.values():
            write(connection, model, rows)
        connection.executemany(
            "UPDATE place SET position = ?, event = ? WHERE model = ? AND position < ?",
            [(end, mark, model.NAME, end) for model in self.models.values()],
        )
        self._file.stamp(connection, end)

    def _places(self, connection: sqlite3.Connection) -> dict[str, int]:
        """How far each of our models has read."""
        self._file.check_number(connection)
        rows = connection.execute("SELECT model, version, position FROM place")
        found = {(model, version): position for model, version, position in rows}
        try:
            return {m.NAME: found[m.NAME, m.VERSION] for m in self.models.values()}
        except KeyError:
            raise Spoilt("The file was made by another version of the program.") from None

    # ---- The file

    def _fits(self, connection: sqlite3.Connection) -> bool:
        """Whether this file was made from this log. A model that is new to it begins empty."""
        self._level = -1
        connection.execute(PLACES)
        known = connection.execute("SELECT DISTINCT position, event FROM place WHERE position > 0")
        for position, mark in known.fetchall():
            found = islice(self.ledger.since(position - 1, limit=1), 1)
            if [_mark(event) for _, event in found] != [mark]:
                return False
        for model in self.models.values():
            _lay_out(connection, model)
        return True

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _handlers(models: Iterable[ReadModel]) -> dict[type[Event], list[tuple[str, Handler]]]:
    """For each kind of event, what the models make of it, each with its model's name."""
    found: dict[type[Event], list[tuple[str, Handler]]] = {}
    for model in models:
        for kind, handler in model.handlers.items():
            found.setdefault(kind, []).append((model.NAME, handler))
    return found


def _mark(event: Event) -> str:
    """Tells an event from the one that another log, or an older copy of this one, has there."""
    return f"{event.event_id} {event.recorded_at.isoformat()}"


def _lay_out(connection: sqlite3.Connection, model: ReadModel) -> None:
    """Lay out a model's tables; those of another version are dropped and read anew."""
    known = connection.execute("SELECT version FROM place WHERE model = ?", (model.NAME,))
    if known.fetchone() == (model.VERSION,):
        return
    for table, columns in model.TABLES.items():
        connection.execute(f"DROP TABLE IF EXISTS {table}")
        connection.execute(f"CREATE TABLE {table} {columns}")
    for index in model.INDEXES:
        connection.execute(f"CREATE INDEX {index}")
    connection.execute(
        "INSERT OR REPLACE INTO place VALUES (?, ?, 0, '')", (model.NAME, model.VERSION)
    )
