"""``log.db``: stored events and the leaves of their tree, written together or not at all."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from threading import RLock, get_ident
from time import monotonic, sleep
from typing import Any, NamedTuple
from uuid import UUID

from eventsourcing.persistence import (
    IntegrityError,
    Notification,
    OperationalError,
    PersistenceError,
    StoredEvent,
)
from eventsourcing.sqlite import (
    SQLITE3_DEFAULT_LOCK_TIMEOUT,
    SQLiteApplicationRecorder,
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteDatastore,
    SQLiteFactory,
)

from domain.database import Database
from domain.sealed import Sealed
from domain.transparency.leaf import leaf
from domain.values import EventId, event_id

LAST_POSITION = 2**63 - 1

Row = tuple[int, str, int, str, bytes]
"""Position, stream, version, topic and state of an event."""

COLUMNS = """
position INTEGER PRIMARY KEY, originator_id TEXT NOT NULL, originator_version INTEGER NOT NULL,
topic TEXT NOT NULL, state BLOB NOT NULL, UNIQUE (originator_id, originator_version)
"""
NEXT = (
    "SELECT (SELECT COALESCE(MAX(position), 0) + 1 FROM stored_events),"
    " (SELECT COALESCE(MAX(idx) + 1, 0) FROM tree_leaf)"
)
END = "SELECT COALESCE(MAX(position), 0) FROM stored_events"
LAST_VERSION = "SELECT MAX(originator_version) FROM stored_events WHERE originator_id = ?"
NEVER_CHANGED = """
CREATE TRIGGER IF NOT EXISTS {table}_is_never_{what}d BEFORE {what} ON {table}
BEGIN SELECT RAISE(ABORT, 'The log is never changed.'); END
"""


class Envelope(NamedTuple):
    """What a leaf says of an event beyond its row."""

    recorded_at: datetime
    seals: Sequence[Sealed]


class LogRecorder(SQLiteApplicationRecorder):
    """The library's recorder, with positions of our own and a leaf for every event."""

    def __init__(
        self, datastore: SQLiteDatastore, events_table_name: str = "stored_events"
    ) -> None:
        super().__init__(datastore, events_table_name)
        self._looking = Database(datastore.pool.db_name, ())
        """For what every page and press asks: the library's pool costs more than the answer."""
        self._writing = RLock()
        self._writer: sqlite3.Connection | None = None
        self._at_once_in: int | None = None

    def construct_create_table_statements(self) -> list[str]:
        """``position`` is a real column: an implicit row number may change in a copy."""
        tables = ("stored_events", "tree_leaf")
        return [
            f"CREATE TABLE IF NOT EXISTS stored_events ({COLUMNS})",
            "CREATE TABLE IF NOT EXISTS tree_leaf (idx INTEGER PRIMARY KEY, leaf BLOB NOT NULL)",
            *(
                NEVER_CHANGED.format(table=table, what=what)
                for table in tables
                for what in ("update", "delete")
            ),
        ]

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        envelopes: Sequence[Envelope] = (),
        looked_at: Mapping[UUID, int] | None = None,
        **_: Any,
    ) -> Sequence[int]:
        """Append these events and their leaves, durably, all of them or none.

        Streams that were ``looked_at`` must still end at these versions.

        One connection is kept for writing: the library's pool is for reading, and going through it
        costs as much again as the rows themselves.
        """
        with self._writing, _library_errors():
            connection = self._writer or self._open_writer()
            inside = connection.in_transaction
            connection.execute("SAVEPOINT part" if inside else "BEGIN IMMEDIATE")
            try:
                for stream, version in (looked_at or {}).items():
                    _must_end_at(connection, stream, version)
                positions = self._append(connection, stored_events, envelopes)
                connection.execute("RELEASE part" if inside else "COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK TO part" if inside else "ROLLBACK")
                raise
            return positions

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """What this thread appends in here is kept when it ends, all of it, or else none of it."""
        with self._writing:
            connection = self._writer or self._open_writer()
            with _library_errors():
                connection.execute("BEGIN IMMEDIATE")
            self._at_once_in = get_ident()
            try:
                yield
                with _library_errors():
                    connection.execute("COMMIT")
            finally:
                self._at_once_in = None
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    @property
    def is_at_once(self) -> bool:
        """Whether this thread appends what is not kept yet."""
        return self._at_once_in == get_ident()

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """The events of one stream; within :meth:`at_once` also those that wait to be kept."""
        if not self.is_at_once or self._writer is None:
            return super().select_events(originator_id, gt=gt, lte=lte, desc=desc, limit=limit)
        name = originator_id.hex if isinstance(originator_id, UUID) else originator_id
        rows = self._writer.execute(
            "SELECT originator_version, topic, state FROM stored_events "  # noqa: S608
            "WHERE originator_id = ? AND originator_version > ? AND originator_version <= ? "
            f"ORDER BY originator_version {'DESC' if desc else 'ASC'} LIMIT ?",
            (
                name,
                0 if gt is None else gt,
                LAST_POSITION if lte is None else lte,
                -1 if limit is None else limit,
            ),
        )
        return [StoredEvent(UUID(name), version, topic, state) for version, topic, state in rows]

    def next_position(self) -> int:
        """Where the next event will stand."""
        position, _ = self._reading().execute(NEXT).fetchone()
        return int(position)

    def position_of(self, stream: UUID, version: int) -> int | None:
        """Where this event stands; within :meth:`at_once` also if it waits to be kept."""
        query = (
            "SELECT position FROM stored_events WHERE originator_id = ? AND originator_version = ?"
        )
        found = self._reading().execute(query, (stream.hex, version)).fetchone()
        return found and int(found[0])

    def select_told_by(self, source: str) -> EventId | None:
        """The first event that names this source, as it lies there. Looks through all of them."""
        query = (
            "SELECT originator_id, originator_version FROM stored_events "
            "WHERE instr(state, ?) ORDER BY position LIMIT 1"
        )
        found = self._reading().execute(query, (f'"source":{source}'.encode(),)).fetchone()
        return found and event_id(UUID(found[0]), found[1])

    def _reading(self) -> sqlite3.Connection:
        """The connection that sees what this thread has appended."""
        return self._writer or self._open_writer()

    def _append(
        self,
        connection: sqlite3.Connection,
        stored_events: Sequence[StoredEvent],
        envelopes: Sequence[Envelope],
    ) -> Sequence[int]:
        """The lock is held from here on, so position and leaf number can be told beforehand."""
        position, index = connection.execute(NEXT).fetchone()
        events: list[tuple[int, str, int, str, bytes]] = []
        leaves: list[tuple[int, bytes]] = []
        for stored, envelope in zip(stored_events, envelopes, strict=True):
            stream, version, topic = stored.originator_id, stored.originator_version, stored.topic
            name = stream.hex if isinstance(stream, UUID) else stream
            number = index + len(leaves)
            body = leaf(
                number, name, version, topic, envelope.recorded_at, stored.state, envelope.seals
            )
            events.append((position + len(events), name, version, topic, stored.state))
            leaves.append((number, body))
        connection.executemany("INSERT INTO stored_events VALUES (?, ?, ?, ?, ?)", events)
        connection.executemany("INSERT INTO tree_leaf VALUES (?, ?)", leaves)
        return range(position, position + len(events))

    def last_version(self, stream: UUID) -> int:
        """How many events a stream has; within :meth:`at_once` also those that wait to be kept."""
        connection = self._reading() if self.is_at_once else self._looking.connection
        with _library_errors():
            (last,) = connection.execute(LAST_VERSION, (stream.hex,)).fetchone()
        return last or 0

    def end(self) -> int:
        """The position of the last event; 0 while there is none."""
        with _library_errors():
            found: int = self._looking.connection.execute(END).fetchone()[0]
        return found

    def _open_writer(self) -> sqlite3.Connection:
        self._writer = connect(self.datastore.pool.db_name, self.datastore.pool.lock_timeout)
        return self._writer

    def close(self) -> None:
        """Close our own connections."""
        self._looking.close()
        with self._writing:
            if self._writer:
                self._writer.close()
            self._writer = None

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Events in the order of the log, by ``position``."""
        first = 0 if start is None else start + (not inclusive_of_start)
        marks = ",".join("?" * len(topics))
        only = f"AND topic IN ({marks}) " if topics else ""
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(
                "SELECT position, originator_id, originator_version, topic, state "  # noqa: S608
                f"FROM stored_events WHERE position >= ? AND position <= ? {only}"
                "ORDER BY position LIMIT ?",
                (first, LAST_POSITION if stop is None else stop, *topics, limit),
            )
            return [
                Notification(UUID(stream), version, topic, state, position)
                for position, stream, version, topic, state in cursor.fetchall()
            ]

    def select_rows(self, after: int, upto: int | None, limit: int) -> Sequence[Row]:
        """The log from there on, in its order, each event as it lies there with its position."""
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(
                "SELECT position, originator_id, originator_version, topic, state "
                "FROM stored_events WHERE position > ? AND position <= ? ORDER BY position LIMIT ?",
                (after, LAST_POSITION if upto is None else upto, limit),
            )
            rows: Sequence[Row] = cursor.fetchall()
            return rows

    def select_naming(self, thing: UUID, after: int, upto: int | None, limit: int) -> Sequence[Row]:
        """As :meth:`select_rows`, but only the events of this stream and those that name it.

        Ids are random and stand in a state as text, so no index is needed to be sure, only a look
        at every row: a second or two for a million.
        """
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(
                "SELECT position, originator_id, originator_version, topic, state "
                "FROM stored_events WHERE position > ? AND position <= ? "
                "AND (originator_id = ? OR instr(state, ?) OR instr(state, ?)) "
                "ORDER BY position LIMIT ?",
                (
                    after,
                    LAST_POSITION if upto is None else upto,
                    thing.hex,
                    str(thing).encode(),
                    f"{thing.hex}@".encode(),
                    limit,
                ),
            )
            rows: Sequence[Row] = cursor.fetchall()
            return rows

    def select_told(self, topic: str, after: int) -> Sequence[Row]:
        """As :meth:`select_rows`, but only the events of one kind."""
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(
                "SELECT position, originator_id, originator_version, topic, state "
                "FROM stored_events WHERE position > ? AND topic = ? ORDER BY position",
                (after, topic),
            )
            rows: Sequence[Row] = cursor.fetchall()
            return rows

    def select_streams(self, after: int, upto: int) -> Sequence[tuple[int, str]]:
        """Positions of the log, each with the stream whose event lies there."""
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(
                "SELECT position, originator_id FROM stored_events "
                "WHERE position > ? AND position <= ? ORDER BY position",
                (after, upto),
            )
            rows: Sequence[tuple[int, str]] = cursor.fetchall()
            return rows

    def select_last_of(self, streams: Sequence[UUID], before: int, limit: int) -> Sequence[int]:
        """The last positions before this one at which events of these streams lie."""
        marks = ",".join("?" * len(streams))
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(  # the plus keeps SQLite from going through all of the log backwards
                f"SELECT position FROM stored_events WHERE originator_id IN ({marks}) "  # noqa: S608
                "AND +position < ? ORDER BY +position DESC LIMIT ?",
                (*(stream.hex for stream in streams), before, limit),
            )
            return [position for (position,) in cursor.fetchall()]

    def select_placed(self, stream: UUID, version: int | None = None) -> Sequence[Notification]:
        """The events of one stream, or the one at this version, with their positions."""
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(
                "SELECT position, originator_version, topic, state "
                "FROM stored_events WHERE originator_id = ? "
                "AND originator_version BETWEEN ? AND ? ORDER BY originator_version",
                (stream.hex, version or 1, version or LAST_POSITION),
            )
            return [
                Notification(stream, version, topic, state, position)
                for position, version, topic, state in cursor.fetchall()
            ]


def _must_end_at(connection: sqlite3.Connection, stream: UUID, version: int) -> None:
    (last,) = connection.execute(LAST_VERSION, (stream.hex,)).fetchone()
    if last != version:
        raise IntegrityError(f"{stream} has moved on from version {version} to {last}.")


@contextmanager
def _library_errors() -> Iterator[None]:
    """What SQLite says, in the library's words."""
    try:
        yield
    except sqlite3.IntegrityError as problem:
        raise IntegrityError(problem) from problem
    except sqlite3.OperationalError as problem:
        raise OperationalError(problem) from problem
    except sqlite3.Error as problem:
        raise PersistenceError(problem) from problem


def connect(path: str, lock_timeout: int | None) -> sqlite3.Connection:
    """A durable connection: what was recorded survives a loss of power."""
    connection = sqlite3.connect(
        path,
        uri=True,
        check_same_thread=False,
        isolation_level=None,
        cached_statements=128,  # the library keeps one for each connection
        timeout=lock_timeout or SQLITE3_DEFAULT_LOCK_TIMEOUT,
    )
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA recursive_triggers=ON")  # or REPLACE would slip past the triggers
    return connection


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Switch a new file to a write-ahead log. SQLite does not wait here while another does it."""
    patience = monotonic() + SQLITE3_DEFAULT_LOCK_TIMEOUT
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            if monotonic() > patience:
                raise
            sleep(0.01)
        else:
            return


class LogPool(SQLiteConnectionPool):
    """The library's pool, with our connections."""

    def _create_connection(self) -> SQLiteConnection:
        connection = connect(self.db_name, self.lock_timeout)
        connection.row_factory = sqlite3.Row
        return SQLiteConnection(connection, self.max_age)


class LogFactory(SQLiteFactory):
    """Opens ``log.db`` for the library."""

    application_recorder_class = LogRecorder

    def __init__(self, env: Any) -> None:
        super().__init__(env)
        ours = self.datastore.pool
        self.datastore.pool = LogPool(db_name=ours.db_name, lock_timeout=ours.lock_timeout)
