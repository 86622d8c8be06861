"""``hands export``: the whole log, once, to a file or to whoever reads on."""

import json
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from projections.export.history import history
from tests.web.past import PLANNED, Past, cast, line, opened
from tests.web.prompt import Prompt
from tests.web.test_hard_imports import year

ROOT = Path(__file__).parents[2]


def export(prompt: Prompt, *more: str | Path) -> str:
    return prompt.type("export", "--format", "history", *more)


def test_every_entry_of_the_log_is_a_line(planned: Prompt) -> None:
    lines = [json.loads(one) for one in export(planned).splitlines()]
    entries = planned.ask("show", "log")["entries"]
    assert [one["kind"] for one in lines] == [one["topic"] for one in entries]
    assert [one["recorded_at"] for one in lines] == [
        one["recorded_at"].replace("+00:00", "Z") for one in entries
    ]


def test_words_and_names_stand_in_the_clear(planned: Prompt) -> None:
    told = export(planned)
    for words in ("The club", "About dj", "DJ Sam", "asha"):
        assert words in told


def test_a_file_holds_what_would_be_printed(planned: Prompt, tmp_path: Path) -> None:
    out = tmp_path / "club.jsonl"
    result = planned.run("export", "--format", "history", "--out", out)
    lines = len(out.read_bytes().splitlines())
    assert (result.stdout, result.stderr) == ("", f"Wrote {lines} entries to {out}.\n")
    assert out.read_text("utf-8") == export(planned)


def test_only_its_owner_can_read_the_file(planned: Prompt, tmp_path: Path) -> None:
    """It holds what lies in the private file."""
    out = tmp_path / "club.jsonl"
    export(planned, "--out", out)
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_an_empty_log_is_an_empty_file(prompt: Prompt) -> None:
    prompt.type("import", prompt.file())
    assert export(prompt) == ""


def test_a_folder_without_a_log_is_told(prompt: Prompt) -> None:
    said = prompt.refused("export", "--format", "history")
    assert said.startswith("There is no log in ")


def test_what_is_recorded_meanwhile_is_left_for_the_next_time(past: Past) -> None:
    past.take(*PLANNED)
    governance = past.services.governance
    end = governance.position()
    lines = history(governance, upto=end)
    told = [next(lines)]
    past.take(opened("quiz"), cast("ben", proposal="quiz"))
    told += lines
    assert governance.position() > end
    assert [position for position, _ in told] == list(range(1, end + 1))


# ---- Where writing goes wrong


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a full disk")
def test_a_full_disk_is_told_in_a_sentence(planned: Prompt) -> None:
    said = planned.refused("export", "--format", "history", "--out", "/dev/full")
    assert said.startswith("There is no room left on the disk.")


def test_a_disk_that_gets_full_leaves_the_file_as_it_was(prompt: Prompt, tmp_path: Path) -> None:
    """No file may grow beyond what reading the log takes, and the history would be longer."""
    prompt.type("import", prompt.file(*year()))
    folder = tmp_path / "out"
    folder.mkdir()
    out = folder / "club.jsonl"
    out.write_text("what was there", "utf-8")
    command = [sys.executable, "-m", "web.cli", "export", "--format", "history"]
    done = subprocess.run(
        [*command, "--out", str(out), "--data", str(prompt.data)],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=_no_large_files,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("That did not work")
    assert done.stderr.count("\n") == 1
    assert [one.name for one in folder.iterdir()] == ["club.jsonl"]
    assert out.read_text("utf-8") == "what was there"


def _no_large_files() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))


def test_a_folder_that_is_not_there_is_told(planned: Prompt, tmp_path: Path) -> None:
    out = tmp_path / "nowhere" / "club.jsonl"
    said = planned.refused("export", "--format", "history", "--out", out)
    assert said.startswith("That did not work: ")


def test_whoever_stops_reading_is_no_trouble(planned: Prompt) -> None:
    """As in ``hands export … | head -n 1``."""
    with planned.begin("export", "--format", "history") as program:
        assert program.stdout
        program.stdout.readline()
        program.stdout.close()
        _, said = program.communicate(timeout=60)
    assert "Traceback" not in said


# ---- Beside other lines


def test_native_lines_have_their_turn_beside_other_lines(planned: Prompt) -> None:
    """They keep their own order, and a foreign line of a day in between comes in between."""
    other = Prompt(planned.folder, "other")
    told = [json.loads(one) for one in export(planned).splitlines()]
    late = line("person.joined", "2026-05-01T18:00Z", committee="club", person="dev")
    later = line("person.left", "2026-05-02", committee="club", person="dev")
    assert other.ask("import", other.file(later, late, *told))["bad"] == []
    kinds = [one["topic"] for one in other.ask("show", "log")["entries"]]
    assert kinds[: len(told)] == [one["kind"] for one in told]
    assert kinds[-1] == "committee.person-left"


def test_native_lines_keep_their_order_though_their_dates_do_not(prompt: Prompt) -> None:
    """What was told late stands where it was told."""
    days = ("2026-05-02", "2026-05-05", "2026-05-03", "2026-05-04")
    lines = [
        {"kind": "person.person-registered", "at": day, "person": f"p{number}"}
        for number, day in enumerate(days)
    ]
    between = line("committee.founded", "2026-05-04", committee="club")
    prompt.type("import", prompt.file(*lines, between))
    entries = prompt.ask("show", "log")["entries"]
    told = [(one["topic"].partition(".")[2], one["at"][:10]) for one in entries]
    assert told == [
        ("person-registered", "2026-05-02"),
        ("committee-founded", "2026-05-04"),
        ("person-registered", "2026-05-05"),
        ("person-registered", "2026-05-03"),
        ("person-registered", "2026-05-04"),
    ]


def test_two_logs_can_come_together(planned: Prompt) -> None:
    """What is called the same in both keeps its name in one of them."""
    other = Prompt(planned.folder, "other")
    other.type("import", other.file(*PLANNED))
    file = other.file(*(json.loads(one) for one in export(other).splitlines()))
    report = planned.ask("import", file)
    assert (report["bad"], report["written"]) == ([], report["lines"])
    assert [one["why"] for one in report["warnings"]] == [
        f"Another {kind} is called “{name}” here. This one goes by its id."
        for kind, name in (
            ("committee", "club"), ("person", "asha"), ("person", "ben"), ("person", "cara"),
        )
    ]  # fmt: skip
    assert planned.ask("import", file)["already"] == report["lines"]
    entries = planned.ask("show", "log")["entries"]
    assert len(entries) == 2 * report["lines"]
