"""``log.db``: stored events and the leaves of their tree, written together or not at all."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from eventsourcing.persistence import Notification, StoredEvent
from eventsourcing.sqlite import (
    SQLITE3_DEFAULT_LOCK_TIMEOUT,
    SQLiteApplicationRecorder,
    SQLiteConnection,
    SQLiteConnectionPool,
    SQLiteCursor,
    SQLiteFactory,
)

from domain.transparency.leaf import leaf

LAST_POSITION = 2**63 - 1

COLUMNS = """
position INTEGER PRIMARY KEY, originator_id TEXT NOT NULL, originator_version INTEGER NOT NULL,
topic TEXT NOT NULL, state BLOB NOT NULL, UNIQUE (originator_id, originator_version)
"""
NEVER_CHANGED = """
CREATE TRIGGER IF NOT EXISTS {table}_is_never_{what}d BEFORE {what} ON {table}
BEGIN SELECT RAISE(ABORT, 'The log is never changed.'); END
"""


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a leaf says of an event beyond its row."""

    recorded_at: datetime
    seals: Sequence[str]


class LogRecorder(SQLiteApplicationRecorder):
    """The library's recorder, with positions of our own and a leaf for every event."""

    def construct_create_table_statements(self) -> list[str]:
        """``position`` is a real column: an implicit row number may change in a copy."""
        tables = (self.events_table_name, "tree_leaf")
        return [
            f"CREATE TABLE IF NOT EXISTS {self.events_table_name} ({COLUMNS})",
            "CREATE TABLE IF NOT EXISTS tree_leaf (idx INTEGER PRIMARY KEY, leaf BLOB NOT NULL)",
            *(
                NEVER_CHANGED.format(table=table, what=what)
                for table in tables
                for what in ("update", "delete")
            ),
        ]

    def _insert_events(
        self,
        c: SQLiteCursor,
        stored_events: Sequence[StoredEvent],
        *,
        envelopes: Sequence[Envelope] = (),
        **_: Any,
    ) -> Sequence[int]:
        """The events first: writing takes the lock, and then the next leaf's number is known."""
        rows = [
            (_hex(s.originator_id), s.originator_version, s.topic, s.state) for s in stored_events
        ]
        c.executemany(
            f"INSERT INTO {self.events_table_name} "  # noqa: S608 -- our own table's name
            "(originator_id, originator_version, topic, state) VALUES (?, ?, ?, ?)",
            rows,
        )
        c.execute(f"SELECT MAX(position) FROM {self.events_table_name}")  # noqa: S608
        last = int(c.fetchone()[0])
        c.execute("SELECT COALESCE(MAX(idx) + 1, 0) FROM tree_leaf")
        first_leaf = int(c.fetchone()[0])
        c.executemany(
            "INSERT INTO tree_leaf (idx, leaf) VALUES (?, ?)",
            _leaves(first_leaf, stored_events, envelopes),
        )
        return range(last - len(rows) + 1, last + 1)

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
                f"FROM {self.events_table_name} WHERE position >= ? AND position <= ? {only}"
                "ORDER BY position LIMIT ?",
                (first, LAST_POSITION if stop is None else stop, *topics, limit),
            )
            return [
                Notification(UUID(stream), version, topic, state, position)
                for position, stream, version, topic, state in cursor.fetchall()
            ]

    def select_placed(self, stream: UUID, version: int | None = None) -> Sequence[Notification]:
        """The events of one stream, or the one at this version, with their positions."""
        with self.datastore.transaction(commit=False) as cursor:
            cursor.execute(
                "SELECT position, originator_version, topic, state "  # noqa: S608
                f"FROM {self.events_table_name} WHERE originator_id = ? "
                "AND originator_version BETWEEN ? AND ? ORDER BY originator_version",
                (stream.hex, version or 1, version or LAST_POSITION),
            )
            return [
                Notification(stream, version, topic, state, position)
                for position, version, topic, state in cursor.fetchall()
            ]


def _hex(stream: UUID | str) -> str:
    return stream.hex if isinstance(stream, UUID) else stream


def _leaves(
    first: int, stored_events: Sequence[StoredEvent], envelopes: Sequence[Envelope]
) -> Iterator[tuple[int, bytes]]:
    for index, (stored, envelope) in enumerate(
        zip(stored_events, envelopes, strict=True), start=first
    ):
        stream, version = _hex(stored.originator_id), stored.originator_version
        yield (
            index,
            leaf(
                index,
                stream,
                version,
                stored.topic,
                envelope.recorded_at,
                stored.state,
                envelope.seals,
            ),
        )


class LogPool(SQLiteConnectionPool):
    """Durable connections: a recorded act survives a loss of power."""

    def _create_connection(self) -> SQLiteConnection:
        # The library keeps one prepared statement for each connection; this keeps all of ours.
        connection = sqlite3.connect(
            self.db_name,
            uri=True,
            check_same_thread=False,
            isolation_level=None,
            cached_statements=128,
            timeout=self.lock_timeout or SQLITE3_DEFAULT_LOCK_TIMEOUT,
        )
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.row_factory = sqlite3.Row
        return SQLiteConnection(connection, self.max_age)


class LogFactory(SQLiteFactory):
    """Opens ``log.db`` for the library."""

    application_recorder_class = LogRecorder

    def __init__(self, env: Any) -> None:
        super().__init__(env)
        ours = self.datastore.pool
        self.datastore.pool = LogPool(db_name=ours.db_name, lock_timeout=ours.lock_timeout)
