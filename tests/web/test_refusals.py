"""What goes wrong is told in one sentence, with a status that scripts can rely on."""

import errno
import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

from tests.web.past import A_YES, CLUB, cast, founded, joined, line, opened
from tests.web.prompt import Prompt
from web.signin import SignIn


def one_sentence(err: str) -> bool:
    return err.count("\n") == 1 and err.endswith(".\n") and "Traceback" not in err


# ---- Status


def test_the_real_program_ends_with_0_1_or_2(prompt: Prompt) -> None:
    file, bad = prompt.file(*A_YES), prompt.file("{", name="bad.jsonl")
    assert prompt.real("import", file) == (0, "Took in 8 lines.\n", "")
    assert prompt.real("show", "decisions")[0] == 0
    status, out, err = prompt.real("import", bad)
    assert (status, out) == (1, "")
    assert "Traceback" not in err
    status, out, err = prompt.real("show", "plan", "nowhere")
    assert (status, out) == (1, "")
    assert one_sentence(err)
    for typed in (("show", "nothing"), ("import",), ("show", "log", "--limit", "none"), ("fly",)):
        status, out, err = prompt.real(*typed)
        assert (status, out) == (2, ""), typed
        assert "Traceback" not in err


def test_whoever_stops_reading_gets_no_traceback(prompt: Prompt) -> None:
    people = [joined(f"p{number}") for number in range(2_000)]
    prompt.type("import", prompt.file(founded(), *people))
    with prompt.begin("show", "log") as program:
        assert program.stdout
        assert program.stderr
        program.stdout.readline()
        program.stdout.close()
        assert "Traceback" not in program.stderr.read()


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_names_reach_terminals_that_cannot_write_them(prompt: Prompt, encoding: str) -> None:
    prompt.type("import", prompt.file(founded(), joined("李小龍")))
    for typed in (("show", "members"), ("show", "members", "--json")):
        status, out, err = prompt.real(*typed, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert (status, err) == (0, ""), typed
        assert out


# ---- Files that are not what they should be


def test_there_is_nothing_to_show_without_a_log(prompt: Prompt) -> None:
    assert prompt.refused("show", "log") == (
        f"There is no log in {prompt.data}. Start one with “hands serve” or “hands import”.\n"
    )
    assert not prompt.data.exists()


@pytest.mark.parametrize("name", ["log.db", "private.db"])
@pytest.mark.parametrize(
    "typed", [("show", "log"), ("import", "past.jsonl")], ids=["show", "import"]
)
def test_a_file_that_is_not_ours_is_told(prompt: Prompt, name: str, typed: tuple[str, ...]) -> None:
    file = prompt.file(*A_YES)
    prompt.type("import", file)
    (prompt.data / name).write_bytes(b"This is a letter to my aunt. " * 1_000)
    for ending in ("-wal", "-shm"):
        (prompt.data / f"{name}{ending}").unlink(missing_ok=True)
    said = prompt.refused(*(str(file) if word == file.name else word for word in typed))
    assert one_sentence(said.replace("ours. ", "ours; ")), said
    assert "none of ours" in said


def test_a_damaged_log_is_told(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(founded(), *(joined(f"p{n}") for n in range(500))))
    log = prompt.data / "log.db"
    whole = log.read_bytes()
    log.write_bytes(whole[: len(whole) // 2])
    for file in prompt.data.glob("views.db*"):
        file.unlink()
    said = prompt.refused("show", "log")
    assert "Traceback" not in said
    assert said.endswith(".\n")


def test_an_event_that_nobody_can_read_stops_the_telling(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*A_YES))
    with sqlite3.connect(prompt.data / "log.db") as log:
        log.execute(
            "INSERT INTO stored_events VALUES (999, ?, 1, 'club.danced', '{}')", (uuid4().hex,)
        )
    log.close()
    said = prompt.refused("show", "decisions")
    assert "club.danced" in said
    assert "Use the newest version of the program" in said


def test_a_folder_where_nobody_may_write_is_told(prompt: Prompt) -> None:
    prompt.data.write_text("This is a file.")
    assert one_sentence(prompt.refused("import", prompt.file(*CLUB)))
    assert prompt.data.read_text() == "This is a file."


def test_a_full_disk_is_told(prompt: Prompt, monkeypatch: pytest.MonkeyPatch) -> None:
    full = OSError(errno.ENOSPC, "No space left on device")
    monkeypatch.setattr(SignIn, "make_link", lambda *_: (_ for _ in ()).throw(full))
    prompt.type("import", prompt.file(*CLUB))
    assert prompt.refused("link", "ben").startswith("There is no room left on the disk.")


# ---- Others at work


@contextmanager
def serving(prompt: Prompt, *more: str) -> Iterator[tuple[str, list[str]]]:
    """A real server, with its address and what it printed."""
    with prompt.begin("serve", "--port", "0", *more) as program:
        assert program.stdout
        said = [line.strip() for line in iter(program.stdout.readline, "Ctrl+C stops it.\n")]
        try:
            yield said[0].rpartition(" ")[2], said
        finally:
            program.send_signal(signal.SIGTERM)
            program.communicate(timeout=30)
    assert program.returncode == 0


def test_while_the_server_runs_everybody_can_ask_and_nobody_else_can_write(prompt: Prompt) -> None:
    with serving(prompt, "--demo") as (address, said):
        assert address.startswith("http://127.0.0.1:")
        assert sum("/enter/" in line for line in said) == 9
        assert prompt.real("show", "decisions")[0] == 0
        assert prompt.real("link", "Asha")[0] == 0
        status, _, err = prompt.real("import", prompt.file(*CLUB))
        assert (status, one_sentence(err.replace("data. ", ""))) == (1, True)
        assert "Stop the server first" in err


def test_an_empty_folder_begins_with_a_link_for_the_first_person(prompt: Prompt) -> None:
    with serving(prompt) as (address, said):
        assert said[1:] == [
            "Nobody is here yet. This link is for the first person:",
            said[2],
        ]
        assert said[2].startswith(f"{address}/enter/")
    assert prompt.ask("show", "log") == {"entries": []}


def test_a_port_that_is_taken_is_told(prompt: Prompt, tmp_path: Path) -> None:
    with serving(prompt) as (address, _):
        other = Prompt(tmp_path / "other")
        other.folder.mkdir()
        port = address.rpartition(":")[2]
        assert "Choose another one with --port" in other.real("serve", "--port", port)[2]


# ---- Power cuts


LONG = (
    founded(),
    *(joined(f"p{number}") for number in range(50)),
    *(
        said
        for vote in range(60)
        for said in (
            opened(f"v{vote}"),
            *(cast(f"p{number}", proposal=f"v{vote}") for number in range(50)),
            line("proposal.decided", proposal=f"v{vote}"),
        )
    ),
)

WHOLE = 2 + 2 * 50 + 60 * (2 + 50 + 2)
"""The events that this history becomes."""


@pytest.mark.parametrize("written", [1, 500_000, 2_500_000])
def test_an_import_that_is_killed_is_completed_by_the_same_command(
    prompt: Prompt, written: int
) -> None:
    """Killed once so many bytes are on their way to the log. Nothing of it is there, or all."""
    file, wal = prompt.file(*LONG), prompt.data / "log.db-wal"
    with prompt.begin("import", file) as program:
        while program.poll() is None and not (wal.exists() and wal.stat().st_size >= written):
            time.sleep(0.002)
        os.kill(program.pid, signal.SIGKILL)
    assert program.returncode == -signal.SIGKILL
    left = len(prompt.ask("show", "log")["entries"])
    again = prompt.ask("import", file)
    assert (left, again["already"]) in ((0, 0), (WHOLE, len(LONG)))
    assert again["written"] + again["already"] == len(LONG)
    assert len(prompt.ask("show", "log")["entries"]) == WHOLE
