"""What cannot be done, in one sentence that says what and what to do. Never a traceback."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import click
from eventsourcing.persistence import PersistenceError

from domain.errors import LogUnreadable, RuleBroken
from web.history.sources import CannotRead
from web.services import CannotOpen

FULL = "There is no room left on the disk. Nothing was written. Make room, then try again."
BUSY = "Another program is writing to the same files. Wait a moment, then try again."
_FILES = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_NOTADB: "A file in the data folder is none of ours. Check --data.",
    sqlite3.SQLITE_CORRUPT: (
        "A file in the data folder is damaged. Keep it as it is, and take the last backup."
    ),
    sqlite3.SQLITE_CANTOPEN: "A file in the data folder cannot be opened. Check --data.",
    sqlite3.SQLITE_READONLY: "The data folder cannot be written to. Check who owns its files.",
    sqlite3.SQLITE_PERM: "The data folder cannot be written to. Check who owns its files.",
    sqlite3.SQLITE_IOERR: "The disk answers with an error. Check the disk, then try again.",
}
_SYSTEM = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EADDRINUSE: "That port is taken by another program. Choose another one with --port.",
    errno.EADDRNOTAVAIL: "This computer does not have that address. Check --host.",
}


class Refused(click.ClickException):
    """Ends a command with status 1 and this sentence."""

    exit_code = 1

    def show(self, file: object = None) -> None:
        """Say it, and nothing else."""
        del file
        click.echo(self.message, err=True)


@contextmanager
def in_sentences() -> Iterator[None]:
    """Whatever goes wrong in here is told as a sentence."""
    try:
        yield
    except (RuleBroken, CannotOpen, LogUnreadable, CannotRead) as problem:
        raise Refused(str(problem)) from None
    except (PersistenceError, sqlite3.Error) as problem:
        raise Refused(_of_files(problem)) from None
    except OSError as problem:
        if problem.errno == errno.EPIPE:
            raise
        raise Refused(_of_system(problem)) from None


def _of_files(problem: BaseException) -> str:
    cause: BaseException | None = problem
    while cause is not None and not hasattr(cause, "sqlite_errorcode"):
        cause = cause.__cause__ or cause.__context__
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    return _FILES.get(code, f"The files in the data folder cannot be used: {problem}.")


def _of_system(problem: OSError) -> str:
    if problem.errno in _SYSTEM:
        return _SYSTEM[problem.errno]
    where = f": {problem.filename}" if problem.filename else ""
    return f"That did not work{where} ({problem.strerror or problem})."
