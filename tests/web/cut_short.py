"""``hands import``, killed by itself at one moment: run as a program of its own.

``python -m tests.web.cut_short WHEN import FILE --data DIR``
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from domain import batch
from domain.batch import Batch
from domain.log import LogRecorder
from domain.vault import Vault
from web.cli import main


def die() -> None:
    """As ``kill -9`` does it: nothing is tidied up."""
    os.kill(os.getpid(), signal.SIGKILL)


def before_anything_is_written() -> None:
    Batch.line = _die_at(700, Batch.line)  # type: ignore[method-assign]


def while_the_log_is_written() -> None:
    batch.BATCH_EVENTS = 300
    LogRecorder.insert_events = _die_at(3, LogRecorder.insert_events)  # type: ignore[method-assign]


def before_the_private_file_is_kept() -> None:
    Vault.at_once = _dying(Vault.at_once, inside=True)  # type: ignore[method-assign]


def between_the_private_file_and_the_log() -> None:
    Vault.at_once = _dying(Vault.at_once)  # type: ignore[method-assign]


def after_the_log_is_kept() -> None:
    LogRecorder.at_once = _dying(LogRecorder.at_once)  # type: ignore[method-assign]


MOMENTS: dict[str, Callable[[], None]] = {
    moment.__name__: moment
    for moment in (
        before_anything_is_written,
        while_the_log_is_written,
        before_the_private_file_is_kept,
        between_the_private_file_and_the_log,
        after_the_log_is_kept,
    )
}


def _die_at(turn: int, work: Callable[..., Any]) -> Callable[..., Any]:
    left = iter(range(turn - 1))

    def or_die(*args: Any, **named: Any) -> Any:
        if next(left, None) is None:
            die()
        return work(*args, **named)

    return or_die


def _dying(kept: Callable[..., AbstractContextManager[None]], *, inside: bool = False) -> Any:
    """Death at the end of what is kept at once: just before that, or just after."""

    @contextmanager
    def at_once(it: object) -> Iterator[None]:
        with kept(it):
            yield
            if inside:
                die()
        die()

    return at_once


if __name__ == "__main__":
    MOMENTS[sys.argv[1]]()
    main(sys.argv[2:])
