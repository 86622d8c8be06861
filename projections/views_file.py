"""``views.db`` as a file, which anybody may delete, cut short or replace while we read from it.

SQLite trusts a file that it has open: of one that was replaced beside its journal it would make a
mixture, and tell it as the truth. So the file carries a number of its own, and what was read counts
only if the file was the same before and after. Otherwise all that ask are waited for, the file is
made anew, and they ask again.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from secrets import randbits
from threading import Lock
from time import sleep
from typing import TypeVar
from uuid import uuid4

from domain.database import Database
from projections.gate import Gate

R = TypeVar("R")

PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "temp_store=MEMORY")
TABLE = """
CREATE TABLE file (number INTEGER NOT NULL, position INTEGER NOT NULL, settled INTEGER NOT NULL)
"""
TRIES = 6
PAUSE_SECONDS = 0.02
DAMAGE = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY_DBMOVED,
}


class Spoilt(Exception):
    """The file is not what it should be, and what was read from it does not count."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What the folder tells of the file and of its journal."""

    file: tuple[int, int]
    journal: int | None
    size: int
    written_at: int


class ViewsFile:
    """The file, and the promise that nothing wrong is read from it.

    ``fits`` is asked about every file that is opened: whether it belongs to this log. It lays out
    what is missing.
    """

    def __init__(self, path: Path, fits: Callable[[sqlite3.Connection], bool]) -> None:
        self.path = path
        self.database = Database(str(path), PRAGMAS)
        self._fits = fits
        self._gate = Gate()
        self._looking = Lock()
        self._generation = 0
        self._known: Traits | None = None
        self._number = self._settled = 0

    def steadily(self, work: Callable[[], R]) -> R:
        """Do this on a whole file; again on a new one, if the file was spoilt meanwhile."""
        for turn in range(TRIES):
            with self._gate.together():
                seen = self._generation
                try:
                    self._check()
                    answer = work()
                    self._check()
                except Exception as problem:
                    if turn + 1 == TRIES or not self._is_spoilt(problem):
                        raise
                else:
                    return answer
            sleep(PAUSE_SECONDS * turn)
            self._renew(seen)
        raise AssertionError

    def check_number(self, connection: sqlite3.Connection) -> None:
        """Inside a transaction: that it reads this file, and not the journal of another."""
        if _numbers(connection) != [(self._number,)]:
            raise Spoilt("The file has another number.")

    def stamp(self, connection: sqlite3.Connection, position: int) -> None:
        """With every change, so that the journal tells which file it belongs to, and how old it is.

        ``settled`` is how far the file itself had come, past its journal, when we last looked.
        """
        connection.execute("UPDATE file SET position = ?, settled = ?", (position, self._settled))

    def throw_away(self) -> None:
        """Begin again with an empty file."""
        with self._gate.alone():
            self._known = None
            self._make()
            self._open()

    def close(self) -> None:
        """Close the file. Whoever asks next opens it again."""
        with self._gate.alone():
            self.database.close()
            self._known = None
            self._generation += 1

    # ---- Is it still ours?

    def _check(self) -> None:
        now = traits(self.path)
        if now == self._known:
            return
        if now is None or self._known is None or _is_another(now, self._known):
            raise Spoilt("The file was deleted or replaced, or its journal was.")
        with self._looking:
            self._look_closer(now)

    def _look_closer(self, now: Traits) -> None:
        """Something wrote into the file: SQLite when it empties its journal, or a stranger.

        Another process may be writing just now, so a first bad look is not the last one.
        """
        for _ in range(TRIES):
            found = settled(self.path)
            if found and found[0] == self._number and found[1] >= self._settled:
                self._settled, self._known = found[1], now
                return
            sleep(PAUSE_SECONDS)
        raise Spoilt("The file was overwritten.")

    def _is_spoilt(self, problem: Exception) -> bool:
        if isinstance(problem, Spoilt) or _is_damage(problem):
            return True
        try:
            self._check()
        except Spoilt:
            return True
        return False

    # ---- Opening and making anew

    def _renew(self, seen: int) -> None:
        with self._gate.alone():
            if self._generation == seen and not (self._may_be_opened() and self._open()):
                self._make()
                self._open()

    def _may_be_opened(self) -> bool:
        """Whether what lies there may be whole: put there by another process, journal and all."""
        now, known = traits(self.path), self._known
        if now is None or known is None:
            return now is not None
        return now.file != known.file and now.journal != known.journal

    def _open(self) -> bool:
        """Open the file that lies there, if it is whole and belongs to this log."""
        self.database.close()
        self._generation += 1
        self._known = None
        before, found = traits(self.path), settled(self.path)
        if before is None or found is None:
            return False
        self._number, self._settled = found
        try:
            with self.database.writing() as connection:
                self.check_number(connection)
                (needed,) = connection.execute("SELECT settled FROM file").fetchone()
                if needed > self._settled or not self._fits(connection):
                    return False
        except (sqlite3.DatabaseError, Spoilt) as problem:
            if isinstance(problem, Spoilt) or _is_damage(problem):
                return False
            raise
        now = traits(self.path)
        if now is None or now.file != before.file:
            return False
        self._known = now
        return True

    def _make(self) -> None:
        """Put an empty file there, whole from its first moment, so that none is opened half."""
        self.database.close()
        fresh = self.path.with_name(f"{self.path.name}.{uuid4().hex}")
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(TABLE)
            connection.execute("INSERT INTO file VALUES (?, 0, 0)", (randbits(62),))
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.path}{ending}").unlink(missing_ok=True)
        fresh.replace(self.path)


def traits(path: Path) -> Traits | None:
    """What the folder tells now; nothing where there is no file or an empty one."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    try:
        journal = Path(f"{path}-wal").stat().st_ino
    except FileNotFoundError:
        journal = None
    if not found.st_size:
        return None
    return Traits((found.st_dev, found.st_ino), journal, found.st_size, found.st_mtime_ns)


def settled(path: Path) -> tuple[int, int] | None:
    """Number and position as they lie in the file itself, past its journal."""
    found: tuple[int, int] | None
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as only:
            found = only.execute("SELECT number, position FROM file").fetchone()
    except sqlite3.DatabaseError:
        return None
    return found


def _numbers(connection: sqlite3.Connection) -> list[tuple[int]]:
    """The number of the file; none in an empty one, which lies there while another is put down."""
    try:
        return connection.execute("SELECT number FROM file").fetchall()
    except sqlite3.OperationalError:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'file'").fetchone():
            raise
        return []


def _is_another(now: Traits, known: Traits) -> bool:
    return now.file != known.file or now.journal != known.journal


def _is_damage(problem: Exception) -> bool:
    code = getattr(problem, "sqlite_errorcode", None)
    return code is not None and (code in DAMAGE or code & 0xFF in DAMAGE)
