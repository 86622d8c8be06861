"""A log goes out as a history file, and comes in again elsewhere."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from domain.vault import Reference, Vault
from tests.web.everything_shown import everything_shown
from tests.web.prompt import Prompt
from web.history.importer import NotTaken, Report, take_in
from web.services import Services

LATER = datetime(2027, 3, 3, 9, 0, tzinfo=UTC)
"""When a log comes in again: all that is told had been recorded by then."""


def written_out(folder: Path) -> Path:
    """The whole log of this data folder, as a file beside it."""
    path = folder.parent / f"{folder.name}.jsonl"
    prompt = Prompt(folder.parent, folder.name)
    prompt.type("export", "--format", "history", "--out", path)
    return path


def taken_in(folder: Path, *files: Path, skip_bad: bool = False) -> Report:
    """What came of taking these files into this data folder; also when nothing was."""
    services = Services.open(folder)
    try:
        return take_in(services, files, LATER, skip_bad=skip_bad)
    except NotTaken as problem:
        return problem.report
    finally:
        services.close()


def lines_of(file: Path) -> int:
    """How many lines a file has."""
    return len(file.read_bytes().splitlines())


def must_come_in_again(folder: Path, few: int | None = None) -> Path:
    """What goes out of this folder comes in elsewhere, and everything shows the same there."""
    file, again = written_out(folder), folder.parent / f"{folder.name} again"
    report = taken_in(again, file)
    assert (report.bad, report.warnings) == ([], [])
    assert (report.written, report.already) == (lines_of(file), 0)
    assert names_in(again) == names_in(folder)
    must_show_the_same(folder, again, few)
    return again


def names_in(folder: Path) -> list[Reference]:
    """What files call things, and which things these are."""
    vault = Vault(str(folder / "private.db"))
    try:
        return vault.references()
    finally:
        vault.close()


def must_come_in_as_it_went_out(file: Path) -> None:
    """What this file tells comes in, and goes out again as it was."""
    again = file.parent / f"{file.stem} again"
    report = taken_in(again, file)
    assert (report.bad, report.warnings, report.written) == ([], [], lines_of(file))
    must_hold_the_same(file, written_out(again))


def must_show_the_same(folder: Path, other: Path, few: int | None = None) -> None:
    """Both folders answer every question alike, apart from when it was recorded."""
    ours, theirs = (everything_shown(one, LATER, few) for one in (folder, other))
    assert ours.keys() == theirs.keys()
    for question, answer in ours.items():
        assert answer == theirs[question], question


def must_hold_the_same(file: Path, other: Path) -> None:
    """Two logs that were written out tell the same, apart from how it was recorded."""
    with file.open("rb") as ours, other.open("rb") as theirs:
        for mine, yours in zip(ours, theirs, strict=True):
            assert _apart(mine) == _apart(yours)


def _apart(line: bytes) -> dict[str, Any]:
    said = json.loads(line)
    return {key: one for key, one in said.items() if key not in ("recorded_at", "noted", "source")}
