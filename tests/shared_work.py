"""Work that is done once, by as many processes as ask for it: each does what is left over."""

import pickle
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def done_together(folder: Path, work: Mapping[str, Callable[[], T]]) -> list[T]:
    """What came of each piece of work. Whoever names the same folder has the same to do."""
    folder.mkdir(exist_ok=True)
    for wait in (False, True):
        for name, what in work.items():
            _do(folder / name, what, wait=wait)
    return [pickle.loads((folder / name).read_bytes()) for name in work]  # noqa: S301 -- our own


def _do(kept: Path, what: Callable[[], T], *, wait: bool) -> None:
    """Do it and keep what comes of it, unless that was done; go on where another is at it."""
    with _alone(kept.with_name(f"{kept.name}.lock"), wait=wait) as is_mine:
        if is_mine and not kept.exists():
            begun = kept.with_name(f"{kept.name}.begun")
            begun.write_bytes(pickle.dumps(what()))
            begun.replace(kept)


@contextmanager
def _alone(lock: Path, *, wait: bool) -> Iterator[bool]:
    """Whether nobody else is here now. A process that ends, however it ends, is here no more."""
    with lock.open("w") as file:
        try:
            flock(file, LOCK_EX if wait else LOCK_EX | LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
