"""Histories that come in under hardship: told backwards, huge, cut short, on a full disk."""

import signal
import sqlite3
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from domain import log, vault
from projections import views_file
from tests.web.alike import answers
from tests.web.cut_short import MOMENTS
from tests.web.past import PLANNED, Said, cast, decided, founded, joined, line, opened
from tests.web.prompt import Prompt
from web.history.reading import Files

ROOT = Path(__file__).parents[2]
MANY = 120


def year() -> list[Said]:
    """Everything in a line of its own minute: votes, a meeting, a plan, jobs, somebody leaves."""
    lines = [
        founded(),
        *(joined(f"p{number}", name=f"Person {number}") for number in range(MANY)),
        line("meeting.held", committee="club", meeting="may", present=["p1", "p2"]),
        *(one for vote in range(10) for one in _vote(f"v{vote}")),
        line("plan.made", committee="club", plan="july", title="July", authority="v1"),
        line("plan.line", plan="july", line="Music", value="DJ Sam", authority="v2"),
        line("task.added", committee="club", task="bar", title="Bar", plan="july"),
        line("task.taken", task="bar", person=["p1", "p2"]),
        line("handover.offered", task="bar", giver="p1", taker="p3"),
        line("handover.accepted", task="bar", giver="p1", taker="p3"),
        line("person.left", committee="club", person="p3"),
    ]
    return [
        said | {"at": f"2026-05-{1 + minute // 1440:02}T{minute // 60 % 24:02}:{minute % 60:02}Z"}
        for minute, said in enumerate(lines)
    ]


def _vote(name: str) -> list[Said]:
    ballots = [cast(f"p{number}", proposal=name) for number in range(MANY)]
    return [opened(name, meeting="may"), *ballots, decided(name)]


@pytest.fixture(scope="module")
def as_told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What is answered after an import that nothing disturbed."""
    prompt = Prompt(tmp_path_factory.mktemp("as_told"))
    prompt.type("import", prompt.file(*year()))
    return answers(prompt)


# ---- Told in another order


def test_a_file_that_is_told_backwards_says_the_same(
    prompt: Prompt, as_told: dict[str, Any]
) -> None:
    prompt.type("import", prompt.file(*reversed(year())))
    assert answers(prompt) == as_told


def test_one_history_in_several_files_says_the_same(
    prompt: Prompt, as_told: dict[str, Any]
) -> None:
    lines = year()
    files = [prompt.file(*lines[part::3], name=f"{part}.jsonl") for part in (2, 0, 1)]
    prompt.type("import", *files)
    assert answers(prompt) == as_told


def test_a_file_that_has_grown_says_the_same_as_if_it_came_at_once(
    prompt: Prompt, as_told: dict[str, Any]
) -> None:
    lines = year()
    for upto in (1, 90, 700, len(lines)):
        prompt.type("import", prompt.file(*lines[:upto]))
    assert answers(prompt) == as_told


# ---- Too long, or written in another way


def test_a_line_of_a_hundred_megabytes_is_refused_and_hardly_held(prompt: Prompt) -> None:
    size = 100_000_000
    path = prompt.folder / "past.jsonl"
    path.write_bytes(b'{"kind": "' + b"x" * size + b'"}\n')
    tracemalloc.start()
    try:
        files = Files([path])
        assert len(files) == 1
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 1.2 * size
    said = prompt.refused("import", path)
    assert "This line is 100,000,012 bytes long, and 10,000,000 are the most." in said


def test_the_good_lines_beside_a_huge_one_can_be_taken_in(prompt: Prompt) -> None:
    huge = b'{"kind": "' + b"x" * 20_000_000 + b'"}'
    report = prompt.ask("import", prompt.file(*PLANNED, huge), "--skip-bad")
    assert [one["line"] for one in report["bad"]] == [len(PLANNED) + 1]
    assert report["written"] == len(PLANNED)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be", "utf-32"])
def test_a_file_in_another_encoding_is_told_so(prompt: Prompt, encoding: str) -> None:
    path = prompt.file(*PLANNED)
    path.write_bytes(path.read_text("utf-8").encode(encoding))
    said = prompt.refused("import", path)
    assert "Save the file as UTF-8" in said


# ---- Power cuts


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_import_that_is_killed_is_completed_by_the_same_command(
    prompt: Prompt, as_told: dict[str, Any], moment: str
) -> None:
    """Nothing of it is there afterwards, or all of it; never a part."""
    file = prompt.file(*year())
    command = [sys.executable, "-m", "tests.web.cut_short", moment, "import", str(file)]
    killed = subprocess.run([*command, "--data", str(prompt.data)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    is_there = bool(prompt.ask("show", "log")["entries"])
    assert is_there == (moment == "after_the_log_is_kept")
    report = prompt.ask("import", file)
    assert (report["already"] == len(year())) == is_there
    assert answers(prompt) == as_told


# ---- A full disk

SMALL = 30
"""Pages beyond those that a file has: less than the year needs."""


def no_room(monkeypatch: pytest.MonkeyPatch, prompt: Prompt, file: str) -> None:
    """From here on this file can hardly grow."""
    with sqlite3.connect(prompt.data / file) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    most = f"max_page_count={pages + SMALL}"
    if file == "log.db":
        connect = log.connect

        def small(path: str, lock_timeout: int | None) -> sqlite3.Connection:
            connection = connect(path, lock_timeout)
            connection.execute(f"PRAGMA {most}")
            return connection

        monkeypatch.setattr(log, "connect", small)
    else:
        module = vault if file == "private.db" else views_file
        monkeypatch.setattr(module, "PRAGMAS", (*module.PRAGMAS, most))


@pytest.mark.parametrize("file", ["log.db", "private.db"])
def test_an_import_that_finds_no_room_is_completed_once_there_is_some(
    prompt: Prompt, as_told: dict[str, Any], monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    begun = 150
    prompt.type("import", prompt.file(*year()[:begun]))
    before = answers(prompt)
    with monkeypatch.context() as full:
        no_room(full, prompt, file)
        said = prompt.refused("import", prompt.file(*year()))
        assert said.startswith("There is no room left on the disk. Nothing was saved.")
        assert said.count("\n") == 1
    assert answers(prompt) == before
    report = prompt.ask("import", prompt.file(*year()))
    assert (report["already"], report["bad"]) == (begun, [])
    assert answers(prompt) == as_told


def test_an_import_that_has_no_room_to_look_things_up_writes_nothing(
    prompt: Prompt, as_told: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever leaves is looked for in the read models, which have to be level with the log."""
    most = len(year()) - 1
    prompt.type("import", prompt.file(*year()[:most]))
    with monkeypatch.context() as full:
        no_room(full, prompt, "views.db")
        said = prompt.refused("import", prompt.file(*year()))
        assert said.startswith("There is no room left on the disk. Nothing was saved.")
    assert prompt.ask("import", prompt.file(*year()))["written"] == 1
    assert answers(prompt) == as_told
