"""How it stood then, and what was known then: ``--at`` and ``--known`` on every ``show``."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.web.past import A_YES, CLUB, cast, decided, joined, opened
from tests.web.prompt import SHOWS, Prompt
from tests.web.story import AUTUMN, SPRING, SUMMER


def names(answer: Any) -> list[str]:
    return [one["person"] for one in answer["members"]]


@pytest.mark.parametrize("asked", SHOWS, ids=" ".join)
def test_every_answer_can_be_asked_of_another_time_and_says_so(
    planned: Prompt, asked: tuple[str, ...]
) -> None:
    end = len(planned.ask("show", "log")["entries"])
    answer = planned.ask("show", *asked, "--at", "2026-05-20", "--known", str(end))
    assert (answer["at"], answer["known"]) == ("2026-05-20T23:59:59+00:00", end)
    now = planned.ask("show", *asked)
    assert "known" not in now
    assert {**now, "at": 0} == {key: value for key, value in answer.items() if key != "known"} | {
        "at": 0
    }
    told = planned.type("show", *asked, "--at", "2026-05-20").splitlines()
    assert told[:2] == ["This is as it stood on 2026-05-20 23:59 UTC.", ""]
    assert told[2:] == planned.type("show", *asked).splitlines()


def test_a_day_means_its_end_and_a_moment_that_moment(prompt: Prompt) -> None:
    late = joined("dev", at="2026-05-20T22:30Z")
    prompt.type("import", prompt.file(*CLUB, late))
    for when, is_there in (
        ("2026-05-20", True),
        ("2026-05-19", False),
        ("2026-05-20T22:30Z", True),
        ("2026-05-20T22:30", True),
        ("2026-05-20 22:29", False),
        ("2026-05-20T23:30+01:00", True),
        ("2026-05-20T22:30+01:00", False),
        ("2026-05-20+01:00", True),
        ("2026-05-20-05:00", True),
        ("2026-05-20+02:00", False),
    ):
        assert ("dev" in names(prompt.ask("show", "members", "--at", when))) == is_there, when


def test_members_tasks_plans_and_decisions_are_told_as_they_stood(told: Prompt) -> None:
    def at(day: str, *asked: str) -> Any:
        return told.ask("show", *asked, "--at", day)

    assert "cara" in names(at(SUMMER, "members"))
    assert "cara" not in names(at(AUTUMN, "members"))
    assert at("2026-05-02", "decisions")["decisions"] == []
    assert len(at("2026-05-03", "decisions")["decisions"]) == 1
    assert at("2026-07-03", "plan", "july")["lines"][0]["value"] == "Soup"
    assert at(AUTUMN, "plan", "july")["lines"][0]["value"] == "Pizza"
    assert at(SUMMER, "tasks")["tasks"][0]["holders"] == ["cara"]
    assert at(AUTUMN, "tasks")["tasks"][0]["holders"] == []
    assert len(at(SUMMER, "tasks")["tasks"][0]["history"]) == 4
    assert at(SPRING, "tasks")["tasks"] == []
    assert at("2026-05-02", "proposal", "dj")["stage"] == "open"
    days = {one["at"][:10] for one in at(SPRING, "log")["entries"]}
    assert max(days) == SPRING


def test_what_was_written_down_late_was_not_known_before(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*A_YES))
    before = len(prompt.ask("show", "log")["entries"])
    late = (opened("food"), cast("ben", proposal="food"), decided("food"))
    prompt.type("import", prompt.file(*late, name="late.jsonl"))
    day = ("--at", "2026-05-01")
    assert len(prompt.ask("show", "decisions", *day)["decisions"]) == 2
    (known,) = prompt.ask("show", "decisions", *day, "--known", str(before))["decisions"]
    assert known["proposal"] == "dj"
    said = prompt.refused("show", "proposal", "food", "--known", str(before))
    assert said == "There was no proposal “food” then.\n"


def test_known_takes_a_moment_and_counts_by_when_it_was_recorded(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*A_YES))
    whole = prompt.ask("show", "log")
    now = datetime.now(UTC)
    today, yesterday = (f"{moment:%Y-%m-%d}" for moment in (now, now - timedelta(days=1)))
    recorded = whole["entries"][0]["recorded_at"]
    for when in (today, recorded):
        answer = prompt.ask("show", "log", "--known", when)
        assert answer["known"] == len(whole["entries"])
        assert answer["entries"] == whole["entries"]
    assert prompt.ask("show", "log", "--known", yesterday) == {"known": 0, "entries": []}
    assert prompt.ask("show", "members", "--known", "0")["members"] == []


@pytest.mark.parametrize(
    ("option", "said", "why"),
    [
        ("--at", "yesterday", "“yesterday” is no day and no moment. Write a day as 2026-05-20"),
        ("--at", "20.5.2026", "“20.5.2026” is no day and no moment."),
        ("--at", "2026-02-30", "“2026-02-30” is no day and no moment."),
        ("--at", "20260520", "“20260520” is no day and no moment."),
        ("--at", "2026-05-20T25:00", "“2026-05-20T25:00” is no day and no moment."),
        ("--at", "2026-05-20+99:00", "“2026-05-20+99:00” is no day and no moment."),
        ("--at", "", "“” is no day and no moment."),
        ("--at", "3026-05-20", "3026-05-20 has not come yet."),
        ("--at", "3026-05-20T10:00+01:00", "3026-05-20T10:00+01:00 has not come yet."),
        ("--at", "9999-12-31T23:59-14:00", "9999-12-31T23:59-14:00 has not come yet."),
        ("--known", "3026-05-20", "3026-05-20 has not come yet."),
        ("--known", "99999", "The log ends at 20. Ask for a number up to that."),
        ("--known", "-1", "“-1” is no day and no moment."),
    ],
)
def test_a_time_that_is_none_is_wrong_usage(
    planned: Prompt, option: str, said: str, why: str
) -> None:
    assert why in planned.refused("show", "members", option, said, status=2)


def test_today_may_be_asked_about_before_it_is_over(planned: Prompt) -> None:
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    assert len(planned.ask("show", "members", "--at", today)["members"]) == 3


def test_long_answers_end_where_the_log_ended_and_never_say_so_unasked(planned: Prompt) -> None:
    assert list(planned.ask("show", "log")) == ["entries"]
    assert list(planned.ask("show", "decisions")) == ["decisions"]
    answer = planned.ask("show", "log", "--at", "2026-05-01", "--after", "3", "--limit", "2")
    assert [one["position"] for one in answer["entries"]] == [4, 5]


def test_an_empty_log_can_be_asked_about_any_time(prompt: Prompt) -> None:
    prompt.type("import", prompt.file("# nothing"))
    assert json.loads(prompt.type("show", "log", "--at", "2026-01-01", "--json"))["entries"] == []
    assert prompt.ask("show", "decisions", "--known", "2026-01-01")["decisions"] == []
    assert "The log ends at 0." in prompt.refused("show", "log", "--known", "1", status=2)


def test_a_plan_that_was_not_there_then_is_told(told: Prompt) -> None:
    said = told.refused("show", "plan", "july", "--at", "2026-05-01")
    assert said == "There was no plan “july” then.\n"
