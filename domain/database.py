"""One SQLite file, and a connection to it for each thread."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

BUSY_SECONDS = 5.0


class Database:
    """Opens connections when a thread first asks, with the promises of its file.

    ``pragmas`` are run on every new connection; ``tables`` once, when the file is opened.
    """

    def __init__(self, path: str, pragmas: tuple[str, ...], tables: str = "") -> None:
        self.path = path
        self._pragmas = pragmas
        self._tables = tables
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._generation = 0
        if tables:
            self.connection.executescript(tables)

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection."""
        if getattr(self._local, "generation", None) != self._generation:
            self._local.connection = self._open()
            self._local.generation = self._generation
        connection: sqlite3.Connection = self._local.connection
        return connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that has the file to itself from its first line: all of it or nothing.

        Within another one it is a part of that.
        """
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.rollback()
            raise
        connection.commit()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One unmoving view of the file for several questions."""
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.rollback()

    def close(self) -> None:
        """Close every thread's connection. Whoever asks next gets a new one."""
        with self._guard:
            self._generation += 1
            for connection in self._all:
                connection.close()
            self._all.clear()

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self.path,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
            timeout=BUSY_SECONDS,
        )
        for pragma in self._pragmas:
            connection.execute(f"PRAGMA {pragma}")
        with self._guard:
            self._all.append(connection)
        return connection
