"""``hands demo``: the story into a log, or as a file that makes the same log."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from tests.web.alike import without_clocks
from tests.web.prompt import Prompt
from web.cli import main
from web.demo import MARK

ANSWERS = ("members", "decisions", "tasks")


def log(prompt: Prompt) -> list[tuple[Any, ...]]:
    """What happened, without when it was written down here."""
    entries = prompt.ask("show", "log")["entries"]
    return [(one["position"], one["at"], one["sentence"], one["topic"]) for one in entries]


def facts(prompt: Prompt, what: str) -> dict[str, Any]:
    """An answer without the moments at which it was asked for, and at which it was recorded."""
    said = without_clocks(prompt.ask("show", what))
    return {key: told for key, told in said.items() if key != "at"}


def as_file(path: Path) -> list[str]:
    result = CliRunner().invoke(main, ["demo", "--out", str(path)])
    assert result.exit_code == 0, result.output
    return path.read_text("utf-8").splitlines()


def test_the_story_goes_into_a_new_log_and_says_what_it_is(prompt: Prompt) -> None:
    told = prompt.type("demo")
    assert MARK in told
    assert f"Wrote {len(log(prompt)):,} entries" in told


def test_scripts_are_told_how_much_was_written(prompt: Prompt) -> None:
    assert prompt.ask("demo") == {"written": len(log(prompt))}


def test_it_does_not_go_beside_what_really_happened(prompt: Prompt) -> None:
    prompt.type("demo")
    before = log(prompt)
    assert "Name a new folder" in prompt.refused("demo")
    assert log(prompt) == before


def test_it_goes_into_a_log_or_into_a_file_and_not_into_both(prompt: Prompt) -> None:
    assert "--out" in prompt.refused("demo", "--out", prompt.folder / "story.jsonl", status=2)
    assert not prompt.data.exists()


def test_a_file_that_cannot_be_written_is_refused_in_a_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["demo", "--out", str(tmp_path / "nowhere" / "story.jsonl")])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "No such file" in result.stderr


def test_the_file_says_at_its_top_that_it_is_a_demonstration(tmp_path: Path) -> None:
    first, *lines = as_file(tmp_path / "story.jsonl")
    assert first == f"# {MARK}"
    assert all(json.loads(line)["kind"] for line in lines)


def test_the_file_makes_the_same_log(prompt: Prompt) -> None:
    path = prompt.folder / "story.jsonl"
    as_file(path)
    prompt.type("import", path)
    told = Prompt(prompt.folder, "told")
    told.type("demo")
    assert log(prompt) == log(told)


def test_a_log_that_went_out_and_came_in_answers_the_same(prompt: Prompt) -> None:
    prompt.type("demo")
    copy = prompt.folder / "copy.jsonl"
    prompt.type("export", "--format", "history", "--out", copy)
    again = Prompt(prompt.folder, "again")
    again.type("import", copy)
    for what in ANSWERS:
        assert facts(again, what) == facts(prompt, what), what


def test_another_story_goes_into_a_new_log_as_well(prompt: Prompt) -> None:
    assert prompt.ask("demo", "--story", "gives-back") == {"written": len(log(prompt))}
    assert "Name a new folder" in prompt.refused("demo", "--story", "shared")


def test_a_story_that_nobody_told_is_refused(prompt: Prompt) -> None:
    assert "takeover" in prompt.refused("demo", "--story", "war", status=2)
