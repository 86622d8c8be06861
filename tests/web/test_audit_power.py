"""``hands audit``: is power shared? The gates, the measures and what they rest on, at a prompt."""

import json
from typing import Any

from tests.web.past import A_YES, CLUB, decided, founded, line, opened
from tests.web.prompt import Prompt


def audited(prompt: Prompt, *typed: str) -> Any:
    return json.loads(prompt.type("audit", *typed, "--json"))


def by_id(answer: Any) -> dict[str, Any]:
    return {one["id"]: one for one in (*answer["gates"], *answer["metrics"])}


def test_no_headline_is_told_of_a_record_that_nobody_has_vouched_for(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*A_YES))
    answer = audited(prompt)
    assert answer["headline"] == "We cannot say yet, and here is why."
    assert "This record is not sealed yet." in answer["doubts"]
    assert "Nobody has been asked yet whether this record is right." in answer["doubts"]


def test_every_measure_has_the_fields_that_scripts_rely_on(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*A_YES))
    answer = audited(prompt)
    wanted = {"id", "tier", "value", "k", "n", "display", "interval", "sentence", "event_ids"}
    for one in (*answer["gates"], *answer["metrics"]):
        assert wanted <= set(one)
    assert {one["tier"] for one in answer["gates"]} == {"gate"}
    assert isinstance(answer["warnings"], list)


def test_of_one_decision_no_share_is_told(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*A_YES))
    routes = by_id(audited(prompt))["C1"]
    assert (routes["k"], routes["n"], routes["value"], routes["interval"]) == (1, 1, None, None)
    assert routes["display"] == "1 of 1: too few to count, look at each"
    assert any(one in prompt.type("export") for one in routes["event_ids"])


def test_only_what_happened_between_two_days_is_counted(prompt: Prompt) -> None:
    later = (opened("food", at="2026-07-01"), decided("food", at="2026-07-09", outcome="adopted"))
    prompt.type("import", prompt.file(*A_YES, *later))
    assert by_id(audited(prompt))["C1"]["n"] == 2
    assert by_id(audited(prompt, "--from", "2026-07-01"))["C1"]["n"] == 1
    assert by_id(audited(prompt, "--to", "2026-06-30"))["C1"]["n"] == 1
    assert by_id(audited(prompt, "--from", "2026-08-01"))["C1"]["display"] == "nothing to count yet"


def test_of_several_committees_one_has_to_be_named(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*A_YES, founded("book-club", name="Book club")))
    said = prompt.refused("audit", status=2)
    assert "There are several committees. Say which with --committee: " in said
    assert by_id(audited(prompt, "--committee", "book-club"))["C1"]["n"] == 0


def test_people_read_the_doubts_first_and_then_each_question(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*CLUB))
    lines = prompt.type("audit").splitlines()
    assert lines[0] == "We cannot say yet, and here is why."
    assert "This record is not sealed yet." in lines[1]
    assert any("Does every change to the plan show who agreed it?" in line for line in lines)


def test_the_last_meetings_are_counted_alone(prompt: Prompt) -> None:
    """One of the first of May, one on the way to the last of four meetings."""
    met = [
        line("meeting.held", committee="club", meeting=day, present=["asha"], at=day)
        for day in ("2026-05-01", "2026-06-01", "2026-06-15", "2026-07-10")
    ]
    later = (opened("food", at="2026-07-01"), decided("food", at="2026-07-09", outcome="adopted"))
    prompt.type("import", prompt.file(*A_YES, *later, *met))
    assert by_id(audited(prompt))["C1"]["n"] == 2
    assert by_id(audited(prompt, "--meetings", "1"))["C1"]["n"] == 1
    assert by_id(audited(prompt, "--meetings", "6"))["C1"]["n"] == 2
    said = prompt.refused("audit", "--meetings", "1", "--from", "2026-07-01", status=2)
    assert "Say --from or --meetings, not both." in said
