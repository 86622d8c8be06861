"""What can happen to ``views.db`` while a program has it open."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

Damage = Callable[[Path], None]


def deleted(file: Path) -> None:
    file.unlink()


def deleted_with_its_journal(file: Path) -> None:
    for path in file.parent.glob(f"{file.name}*"):
        path.unlink()


def emptied(file: Path) -> None:
    os.truncate(file, 0)


def cut_in_half(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def overwritten_with_garbage(file: Path) -> None:
    with file.open("r+b") as there:
        there.write(b"What a mess. " * (file.stat().st_size // 13))


def made_longer_with_garbage(file: Path) -> None:
    with file.open("r+b") as there:
        there.write(b"What a mess. " * (file.stat().st_size // 6))


def replaced_by_a_text(file: Path) -> None:
    file.unlink()
    file.write_text("Notes: call Ben.\n" * 500)


def replaced_by_another_logs(file: Path) -> None:
    """As a move in a file manager does it."""
    moving = file.with_name("moving.db")
    shutil.copy(file.with_name("stranger") / "views.db", moving)
    moving.replace(file)


def overwritten_by_another_logs(file: Path) -> None:
    """As a copy does it, into the same file."""
    shutil.copyfile(file.with_name("stranger") / "views.db", file)


def replaced_by_an_old_copy(file: Path) -> None:
    moving = file.with_name("moving.db")
    shutil.copy(file.with_name("old.db"), moving)
    moving.replace(file)


def overwritten_by_an_old_copy(file: Path) -> None:
    shutil.copyfile(file.with_name("old.db"), file)


def without_journal(file: Path) -> None:
    Path(f"{file}-wal").unlink()


def without_journal_and_its_index(file: Path) -> None:
    Path(f"{file}-wal").unlink()
    Path(f"{file}-shm").unlink()


def with_an_empty_journal(file: Path) -> None:
    os.truncate(f"{file}-wal", 0)


DAMAGES: tuple[Damage, ...] = (
    deleted,
    deleted_with_its_journal,
    emptied,
    cut_in_half,
    overwritten_with_garbage,
    made_longer_with_garbage,
    replaced_by_a_text,
    replaced_by_another_logs,
    overwritten_by_another_logs,
    replaced_by_an_old_copy,
    overwritten_by_an_old_copy,
    without_journal,
    without_journal_and_its_index,
    with_an_empty_journal,
)
