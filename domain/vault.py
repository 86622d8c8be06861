"""``private.db``: the words behind the seals, and the names that files use for things.

Everything here can be forgotten without touching the log. The log has no transaction in common
with it, so words are written here first and the event after; what a crash leaves without its event
is swept away when the log is next opened for writing.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple
from uuid import UUID, uuid4

from domain.database import Database
from domain.ids import ImportId
from domain.sealed import Sealed
from domain.values import EventId

PRAGMAS = ("journal_mode=DELETE", "secure_delete=ON", "synchronous=FULL")
TABLES = """
CREATE TABLE IF NOT EXISTS sealed_text (
    seal TEXT PRIMARY KEY, salt BLOB NOT NULL, words TEXT NOT NULL, witness TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS reference (
    kind TEXT NOT NULL, scope TEXT NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL,
    witness TEXT NOT NULL, PRIMARY KEY (kind, scope, name)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS reference_by_id ON reference (id);
CREATE TABLE IF NOT EXISTS imported_line (
    identity BLOB PRIMARY KEY, run TEXT NOT NULL, line INTEGER NOT NULL, witness TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS unconfirmed_write (
    witness TEXT PRIMARY KEY, event TEXT NOT NULL, seal TEXT, owner TEXT NOT NULL
) WITHOUT ROWID;
"""


IsRecorded = Callable[[EventId, str | None], bool]
"""Whether the log holds this event, with this seal in it."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What a file calls something, and the id it has here. ``scope`` is a committee's id or ''."""

    kind: str
    scope: str
    name: str
    id: UUID


class ImportedLine(NamedTuple):
    """A line of a file that was taken in. ``identity`` is the digest that tells it again."""

    identity: bytes
    run: ImportId
    line: int


@dataclass(slots=True)
class Keepsakes:
    """What must lie in ``private.db`` before the events that speak of it are written."""

    seals: list[Sealed] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    lines: list[ImportedLine] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.seals or self.references or self.lines)


class Vault:
    """Words by their seals, ids by the names that files use."""

    def __init__(self, path: str) -> None:
        self.database = Database(path, PRAGMAS, TABLES)
        self._owner = uuid4().hex
        self._together: str | None = None
        """The witness of all that is kept at once."""

    def keep(self, kept: Keepsakes, event: EventId, seal: Sealed | None) -> None:
        """Store all of this, confirmed once the log holds this event with ``seal`` in it.

        Two processes may write for the same place of a stream, and one of them in vain: so each
        write has a witness of its own, by which it is taken back.
        """
        witness = self._together or uuid4().hex
        with self.database.writing() as connection:
            connection.execute("DELETE FROM unconfirmed_write WHERE owner = ?", (self._owner,))
            connection.execute(
                "INSERT INTO unconfirmed_write VALUES (?, ?, ?, ?)",
                (witness, event, seal, self._owner),
            )
            connection.executemany(
                "INSERT OR IGNORE INTO sealed_text VALUES (?, ?, ?, ?)",
                [(str(s), s.salt, s.words, witness) for s in kept.seals],
            )
            connection.executemany(
                "INSERT INTO reference VALUES (?, ?, ?, ?, ?)",
                [(r.kind, r.scope, r.name, r.id.hex, witness) for r in kept.references],
            )
            connection.executemany(
                "INSERT INTO imported_line VALUES (?, ?, ?, ?)",
                [(line.identity, line.run.hex, line.line, witness) for line in kept.lines],
            )

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """What is kept in here is kept when it ends, all of it, or else none of it.

        Until then it waits in memory, so that others can go on reading the file.
        """
        connection = self.database.connection
        connection.execute("PRAGMA cache_spill=OFF")
        try:
            with self.database.writing():
                self._together = uuid4().hex
                yield
        finally:
            self._together = None
            connection.execute("PRAGMA cache_spill=ON")

    def take_back(self, is_recorded: IsRecorded) -> None:
        """Forget what was kept last, if its event was not written after all.

        Where even that cannot be written, as on a full disk, it is left for the next sweep.
        """
        try:
            self._forget_unless(is_recorded, "WHERE owner = ?", self._owner)
        except sqlite3.OperationalError:
            self._owner = uuid4().hex

    def sweep(self, is_recorded: IsRecorded) -> int:
        """Forget what a crash left without its event; how many such writes there were."""
        return self._forget_unless(is_recorded)

    def _forget_unless(self, is_recorded: IsRecorded, which: str = "", *values: str) -> int:
        query = f"SELECT witness, event, seal FROM unconfirmed_write {which}"  # noqa: S608
        rows = self.database.connection.execute(query, values).fetchall()
        if not rows:
            return 0
        orphans = [(w,) for w, event, seal in rows if not is_recorded(EventId(event), seal)]
        with self.database.writing() as connection:
            for table in ("sealed_text", "reference", "imported_line"):
                connection.executemany(
                    f"DELETE FROM {table} WHERE witness = ?",  # noqa: S608 -- names from this line
                    orphans,
                )
            connection.executemany(
                "DELETE FROM unconfirmed_write WHERE witness = ?", [(w,) for w, *_ in rows]
            )
        return len(orphans)

    def words(self, seals: Iterable[str | None]) -> dict[str, str]:
        """The words behind these seals; a seal whose words were erased is not in the answer."""
        wanted = [seal for seal in dict.fromkeys(seals) if seal]
        found: dict[str, str] = {}
        for start in range(0, len(wanted), 500):
            some = wanted[start : start + 500]
            marks = ",".join("?" * len(some))
            found.update(
                self.database.connection.execute(
                    f"SELECT seal, words FROM sealed_text WHERE seal IN ({marks})",  # noqa: S608
                    some,
                )
            )
        return found

    def references(self, kind: str | None = None) -> list[Reference]:
        """Every name that files use, of one kind or of all."""
        rows = self.database.connection.execute(
            "SELECT kind, scope, name, id FROM reference WHERE ? IS NULL OR kind = ?", (kind, kind)
        )
        return [Reference(k, scope, name, UUID(id_)) for k, scope, name, id_ in rows]

    def named(self, kind: str, name: str) -> list[UUID]:
        """Everything of this kind that files call so, in whichever committee."""
        rows = self.database.connection.execute(
            "SELECT id FROM reference WHERE kind = ? AND name = ?", (kind, name)
        )
        return [UUID(id_) for (id_,) in rows]

    def names_of(self, ids: Sequence[UUID]) -> dict[UUID, str]:
        """What files call these things, where any does."""
        found: dict[UUID, str] = {}
        for wanted in ids:
            row = self.database.connection.execute(
                "SELECT name FROM reference WHERE id = ?", (wanted.hex,)
            ).fetchone()
            if row:
                found[wanted] = row[0]
        return found

    def called(self, ids: Sequence[UUID]) -> dict[UUID, list[str]]:
        """Everything that files call these things, where any does."""
        found: dict[UUID, list[str]] = {}
        for start in range(0, len(ids), 500):
            some = [one.hex for one in ids[start : start + 500]]
            marks = ",".join("?" * len(some))
            rows = self.database.connection.execute(
                f"SELECT id, name FROM reference WHERE id IN ({marks}) ORDER BY name",  # noqa: S608
                some,
            )
            for thing, name in rows:
                found.setdefault(UUID(thing), []).append(name)
        return found

    def is_imported(self, identity: bytes) -> bool:
        """Whether a line with this identity was taken in before."""
        query = "SELECT 1 FROM imported_line WHERE identity = ?"
        return self.database.connection.execute(query, (identity,)).fetchone() is not None

    def imported_as(self, identity: bytes) -> ImportedLine | None:
        """The import and the line in which this identity was taken in."""
        query = "SELECT run, line FROM imported_line WHERE identity = ?"
        found = self.database.connection.execute(query, (identity,)).fetchone()
        return found and ImportedLine(identity, ImportId(UUID(found[0])), found[1])

    def has_imported(self) -> bool:
        """Whether any line was ever taken in."""
        query = "SELECT EXISTS (SELECT 1 FROM imported_line)"
        return bool(self.database.connection.execute(query).fetchone()[0])

    def close(self) -> None:
        """Close the file."""
        self.database.close()
