"""Every page is met once, by as many processes as ask for it: each goes with readers left over."""

import pickle
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from shutil import copytree
from typing import Any

from tests.web.every_page import Seen, prepared, walked
from tests.web.readers import READERS


def met_together(folder: Path) -> list[Seen]:
    """What all readers meet, one after the other. Whoever has this folder shares the work."""
    folder.mkdir(exist_ok=True)
    _make(folder / "people", lambda: prepared(folder / "first"), wait=True)
    for wait in (False, True):
        for reader in READERS:
            _make(folder / reader, lambda: _walk(folder, reader), wait=wait)  # noqa: B023 -- at once
    return [seen for reader in READERS for seen in _kept(folder / reader)]


def _walk(folder: Path, reader: str) -> list[Seen]:
    """In a copy of its own, so that nobody finds done what is theirs."""
    own = folder / f"of {reader}"
    copytree(folder / "first", own)
    return walked(own, reader, _kept(folder / "people").get(reader))


def _make(kept: Path, what: Callable[[], Any], *, wait: bool) -> None:
    """Keep this here, unless that was done; if another is at it, wait for them or go on."""
    with _alone(kept.with_suffix(".lock"), wait=wait) as is_mine:
        if is_mine and not kept.exists():
            begun = kept.with_suffix(".begun")
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


def _kept(path: Path) -> Any:
    return pickle.loads(path.read_bytes())  # noqa: S301 -- written by this test run
