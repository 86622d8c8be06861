"""Then beside now, and why each thing differs: ``--compare``."""

from typing import Any

import pytest

from tests.web.past import CLUB, founded, joined, line
from tests.web.prompt import Prompt


def differences(prompt: Prompt, *asked: str) -> list[tuple[Any, ...]]:
    """What differs, in short, with the sentence of the event that made it so."""
    found = prompt.ask("show", *asked, "--compare")["differences"]
    keys = ("what", "label", "then", "now")
    return [(*(one[key] for key in keys), one["because"][0]["sentence"]) for one in found]


def test_a_line_is_told_as_it_was_as_it_is_and_why(told: Prompt) -> None:
    answer = told.ask("show", "plan", "july", "--at", "2026-07-03", "--compare")
    assert list(answer) == ["at", "differences"]
    (food,) = answer["differences"]
    (because,) = food.pop("because")
    assert list(because) == ["event", "topic", "at", "sentence", "position"]
    assert because["sentence"] == "Ben wrote in the plan “July”: Food: Pizza."
    assert food == {
        "thing": "Food",
        "what": "line",
        "label": "Food",
        "then": "Soup",
        "now": "Pizza",
    }


def test_people_are_told_in_a_table_and_also_where_no_right_is_stated(told: Prompt) -> None:
    said = told.type("show", "plan", "july", "--at", "2026-07-03", "--compare").splitlines()
    assert said == [
        "Then is as it stood on 2026-07-03 23:59 UTC.",
        "",
        "What         Then  Now    Why",
        (
            "Food (line)  Soup  Pizza  Ben wrote in the plan “July”: Food: Pizza. "
            "Nothing says by which right."
        ),
    ]


def test_seats_jobs_and_decisions_are_laid_side_by_side(told: Prompt) -> None:
    assert differences(told, "members", "--at", "2026-06-10") == [
        ("seat", "Cara", "Sits as a member", None, "Cara left The club."),
    ]
    jobs = [
        ("holders", "Bar", "Cara", "Nobody", "Cara cannot do the job “Bar”."),
        ("status", "Bar", "held", "free", "Cara cannot do the job “Bar”."),
    ]
    assert differences(told, "tasks", "--at", "2026-06-10") == jobs
    assert differences(told, "tasks", "--at", "2026-06-10", "--plan", "july") == jobs
    assert differences(told, "tasks", "--at", "2026-06-10", "--committee", "club") == jobs
    state = (
        "state",
        "Ben may buy food",
        "3 of 4 have voted",
        "Decided: YES",
        "We decided on “Ben may buy food”: YES.",
    )
    assert differences(told, "decisions", "--at", "2026-05-02") == [state]
    assert differences(told, "proposal", "dj", "--at", "2026-05-02") == [state]


def test_only_the_jobs_of_the_plan_that_is_named_are_told(told: Prompt) -> None:
    door = line("task.added", "2026-09-11", committee="club", task="door", title="Door")
    told.type("import", told.file(door, name="more.jsonl"))
    assert len(differences(told, "tasks", "--at", "2026-06-10")) == 3
    assert len(differences(told, "tasks", "--at", "2026-06-10", "--plan", "july")) == 2


def test_what_was_told_later_stands_beside_what_was_known(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*CLUB))
    end = len(prompt.ask("show", "log")["entries"])
    prompt.type("import", prompt.file(joined("dev"), name="more.jsonl"))
    (late,) = differences(prompt, "members", "--known", str(end))
    assert late == (
        "seat",
        "dev",
        None,
        "Sits as a member",
        "dev now sits on The club as a member.",
    )
    said = prompt.type("show", "members", "--known", str(end), "--compare")
    assert said.startswith(f"Then is as the log told it up to number {end}.\n")
    assert "not there  Sits as a member" in said


def test_every_committee_is_looked_at_unless_one_is_named(prompt: Prompt) -> None:
    two = (*CLUB, founded("board", name="The board"))
    jobs = [
        line("task.added", "2026-05-09", committee=one, task=f"t-{one}", title=f"For {one}")
        for one in ("club", "board")
    ]
    prompt.type("import", prompt.file(*two, *jobs))
    asked = ("tasks", "--at", "2026-05-05")
    assert [one[1] for one in differences(prompt, *asked)] == ["For club", "For board"]
    assert [one[1] for one in differences(prompt, *asked, "--committee", "board")] == ["For board"]


def test_where_nothing_differs_that_is_said(told: Prompt) -> None:
    answer = told.type("show", "members", "--at", "2026-09-10", "--compare")
    assert answer.endswith("\n\nNothing stands otherwise now.\n")


@pytest.mark.parametrize("asked", ["members", "tasks", "decisions"])
def test_without_another_time_there_is_nothing_to_lay_beside(told: Prompt, asked: str) -> None:
    said = told.refused("show", asked, "--compare", status=2)
    assert "Say with --at or --known which time is to be laid beside now." in said
