"""``views.db``: the read models' file. Delete it at any time; it comes back the same."""

import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, cast

from domain.database import Database
from domain.ledger import Ledger
from domain.vault import Vault
from projections.read_model import ReadModel, insert, no_rows

R = TypeVar("R")
M = TypeVar("M", bound=ReadModel)

PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "temp_store=MEMORY")
PLACES = """
CREATE TABLE IF NOT EXISTS place (
    model TEXT PRIMARY KEY, version INTEGER NOT NULL, position INTEGER NOT NULL
) WITHOUT ROWID;
"""
PAGE_EVENTS = 5_000

Progress = Callable[[int, int], None]


class Views:
    """Keeps the read models level with the log, and the log alone.

    Whoever asks a question first lets every model read on to the end of the log; so people always
    see their own press, and rebuilding is the same code on an empty file. Each model's place in
    the log is kept under its own name, and moves in the same transaction as its tables.
    """

    def __init__(self, path: Path, ledger: Ledger, kinds: Sequence[type[ReadModel]]) -> None:
        self.path = path
        self.ledger = ledger
        self.models: dict[type[ReadModel], ReadModel] = {kind: kind(self) for kind in kinds}
        self.database = Database(str(path), PRAGMAS)
        self._lock = threading.RLock()
        self._asking = threading.local()
        self._level_at = -1
        self._file: tuple[int, int] | None = None

    @property
    def vault(self) -> Vault:
        """Where the words behind the seals lie."""
        return self.ledger.vault

    def of(self, kind: type[M]) -> M:
        """The read model of this kind."""
        return cast("M", self.models[kind])

    # ---- Asking

    def answer(self, ask: Callable[[], R]) -> R:
        """Answer from tables that are level with the log and do not move meanwhile.

        A file that was deleted, cut short or spoilt while we run is made anew from the log.
        """
        if getattr(self._asking, "now", False):
            return ask()
        try:
            return self._answer(ask)
        except sqlite3.DatabaseError as problem:
            if _is_passing(problem):
                raise
            self._start_over()
            return self._answer(ask)

    def _answer(self, ask: Callable[[], R]) -> R:
        self.catch_up()
        self._asking.now = True
        try:
            with self.database.reading():
                return ask()
        finally:
            self._asking.now = False

    # ---- Following the log

    def catch_up(self, progress: Progress | None = None) -> int:
        """Read on from each model's place to the end of the log; how many events that took."""
        end = self.ledger.position()
        if end == self._level_at and self._file == self._identity():
            return 0
        with self._lock:
            if self._file is None or self._file != self._identity():
                self._open_anew()
            taken = 0
            while step := self._catch_up_once():
                taken += step
                if progress:
                    progress(taken, end)
            self._level_at = end
            return taken

    def _catch_up_once(self) -> int:
        """One page of events into every model, all or nothing; 0 when there are no more."""
        with self.database.writing() as connection:
            places = dict(connection.execute("SELECT model, position FROM place").fetchall())
            start = min(places[model.NAME] for model in self.models.values())
            page = next(self.ledger.history(after=start, limit=PAGE_EVENTS), [])
            if not page:
                return 0
            behind = {m: places[m.NAME] for m in self.models.values()}
            rows = no_rows()
            for position, event in page:
                for model, place in behind.items():
                    handler = model.handlers.get(type(event))
                    if handler and position > place:
                        handler(model, event, position, rows)
            insert(connection, rows)
            connection.execute("UPDATE place SET position = MAX(position, ?)", (page[-1][0],))
            return len(page)

    def rebuild(self, progress: Progress | None = None) -> int:
        """Delete the file and read the log from its first event."""
        with self._lock:
            self._start_over()
            return self.catch_up(progress)

    # ---- The file

    def _identity(self) -> tuple[int, int] | None:
        """Tells this file from another of the same name, and an emptied one from a whole one."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            return None
        return (found.st_ino, found.st_dev) if found.st_size else None

    def _open_anew(self) -> None:
        self.database.close()
        self._level_at = -1
        with self.database.writing() as connection:
            connection.execute(PLACES)
            for model in self.models.values():
                _make_tables(connection, model)
        self._file = self._identity()

    def _start_over(self) -> None:
        with self._lock:
            self.database.close()
            for ending in ("", "-wal", "-shm"):
                with suppress(FileNotFoundError):
                    Path(f"{self.path}{ending}").unlink()
            self._file = None
            self._open_anew()

    def close(self) -> None:
        """Close the file."""
        self.database.close()


def _make_tables(connection: sqlite3.Connection, model: ReadModel) -> None:
    """Lay out a model's tables; those of another version are dropped and read anew."""
    known = connection.execute(
        "SELECT version FROM place WHERE model = ?", (model.NAME,)
    ).fetchone()
    if known == (model.VERSION,):
        return
    for table, columns in model.TABLES.items():
        connection.execute(f"DROP TABLE IF EXISTS {table}")
        connection.execute(f"CREATE TABLE {table} ({columns})")
    for index in model.INDEXES:
        connection.execute(f"CREATE INDEX {index}")
    connection.execute("INSERT OR REPLACE INTO place VALUES (?, ?, 0)", (model.NAME, model.VERSION))


def _is_passing(problem: sqlite3.DatabaseError) -> bool:
    """Whether the file is only busy, or the disk is full: making it anew would not help."""
    words = str(problem).lower()
    return any(sign in words for sign in ("locked", "busy", "full", "readonly"))
