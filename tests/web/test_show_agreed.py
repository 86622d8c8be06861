"""``hands show rules``, ``mandates``, ``step-ins`` and ``meetings``."""

from typing import Any

from tests.web.past import CLUB, founded, line
from tests.web.prompt import Prompt
from tests.web.story import AUTUMN, SPRING, SUMMER


def test_rules_are_told_with_what_was_before_and_who_decided_it(told: Prompt) -> None:
    answer = told.ask("show", "rules", "--committee", "club")
    assert list(answer) == ["committee", "rules", "agreed"]
    assert answer["agreed"] == []
    first, last = answer["rules"]
    by = last.pop("decided_by")
    assert last.pop("id")
    assert last.pop("authority") == by["decision"]["event"]
    assert last == {
        "rule": {
            "method": "supermajority", "threshold": "2/3", "strict": False, "base": "cast",
            "seats_to_fill": 1, "tie": "not_passed",
        },
        "in_words": "At least two thirds must say yes. We count only YES and NO.",
        "domains": [],
        "stakes": [],
        "since": "2026-06-10T12:00:00+00:00",
        "until": None,
        "in_force": True,
    }  # fmt: skip
    assert (first["in_force"], first["until"]) == (False, last["since"])
    assert by["decision"]["proposal"] == "dj"
    assert [(one["voter"], one["answer"]) for one in by["ballots"]] == [
        ("asha", "yes"), ("ben", "yes"), ("cara", "objection"),
    ]  # fmt: skip


def test_rules_are_told_to_people_each_with_its_reason(told: Prompt) -> None:
    said = told.type("show", "rules")
    assert "From 2026-05-01 until 2026-06-10\n    More than half must say yes." in said
    assert "From 2026-06-10, in force\n    At least two thirds must say yes." in said
    assert "    2026-05-03  We decided on “Ben may buy food”: YES.\n" in said


def test_mandates_are_told_with_their_limits_and_whether_they_hold(told: Prompt) -> None:
    answer = told.ask("show", "mandates", "--at", SUMMER)
    (mandate,) = answer["mandates"]
    assert mandate.pop("decided_by")["decision"]["outcome"] == "adopted"
    assert mandate.pop("event")
    assert mandate.pop("authority")
    assert mandate == {
        "mandate": "food",
        "holder": {"person": "ben", "name": "Ben"},
        "words": "Ben buys what we eat",
        "says": [],
        "limit": {"amount": 8000, "currency": "GBP", "per": "occasion"},
        "starts": SPRING,
        "expires": "2026-07-31",
        "version": 1,
        "renews": None,
        "renewed_on": None,
        "revoked_at": None,
        "in_force": True,
    }
    said = told.type("show", "mandates", "--at", SUMMER)
    assert "Ben: Ben buys what we eat\n" in said
    assert "From 2026-05-10 to 2026-07-31. It holds. Its name is food." in said
    assert "For up to £80 on each occasion." in said


def test_whoever_holds_a_mandate_is_told_as_what_they_are(prompt: Prompt) -> None:
    kinds = {"role": "chair", "committee": "club"}
    mandates = [
        line("mandate.granted", committee="club", mandate=kind, scope="Small things",
             holder={kind: name})
        for kind, name in kinds.items()
    ]  # fmt: skip
    chair = line("role.taken", committee="club", person="ben", role="chair")
    prompt.type("import", prompt.file(*CLUB, chair, *mandates))
    found = [one["holder"] for one in prompt.ask("show", "mandates")["mandates"]]
    assert found == [
        {"role": "chair", "name": "chair"},
        {"committee": "club", "name": "The club"},
    ]


def test_a_mandate_that_was_taken_back_is_told_as_such(told: Prompt) -> None:
    revoked = line("mandate.revoked", "2026-09-11", committee="club", mandate="food")
    told.type("import", told.file(revoked, name="more.jsonl"))
    (mandate,) = told.ask("show", "mandates")["mandates"]
    assert (mandate["in_force"], mandate["revoked_at"][:10]) == (False, "2026-09-11")
    assert "taken back on 2026-09-11." in told.type("show", "mandates")


def test_step_ins_are_told_with_what_became_of_them(told: Prompt) -> None:
    (step_in,) = told.ask("show", "step-ins")["step_ins"]
    assert step_in.pop("event")
    assert step_in == {
        "step_in": "stairs",
        "person": "jo",
        "name": "Jo",
        "grounds": "harm",
        "reason": "The stairs were wet",
        "less_restrictive_tried": None,
        "touches": [],
        "began": "2026-07-03T18:00:00+00:00",
        "ends": "2026-07-04T23:59:00+00:00",
        "lifted_at": None,
        "in_force": False,
        "told": [],
        "told_late": True,
        "reviews": [
            {
                "finding": "upheld",
                "reviewers": ["Asha", "Ben"],
                "at": "2026-07-10T12:00:00+00:00",
                "led_to": [],
            }
        ],
        "review_late": False,
        "led_to": [],
        "ideas": [],
    }
    said = told.type("show", "step-ins")
    assert "Jo stepped in because somebody could come to harm: The stairs were wet" in said
    assert "The committee was not told within 48 hours." in said
    assert "Looked at on 2026-07-10 12:00: it was right." in said
    assert "So far nothing changed because of it." in said


def test_meetings_are_told_with_who_was_there_and_what_was_decided(told: Prompt) -> None:
    (met,) = told.ask("show", "meetings", "--committee", "club")["meetings"]
    event = met["decisions"][0].pop("event")
    assert met["decisions"][0].pop("rule_id") == told.ask("show", "rules")["rules"][0]["id"]
    assert met["decisions"][0].pop("rule_agreed_at") == "2026-05-01T12:00:00+00:00"
    rule = met["decisions"][0].pop("rule_in_words")
    assert event == told.ask("show", "decisions")["decisions"][0]["decided_by"]["chain"][0]["event"]
    wanted = ("meeting", "on", "present", "apologies", "roles", "decisions")
    assert {key: met[key] for key in wanted} == {
        "meeting": "m1",
        "on": "2026-05-03",
        "present": ["asha", "ben", "jo"],
        "apologies": [{"person": "cara", "cause": "not stated"}],
        "roles": [{"role": "chair", "person": "asha"}, {"role": "minutes", "person": "ben"}],
        "decisions": [{"proposal": "dj", "title": "Ben may buy food", "outcome": "adopted"}],
    }
    assert told.type("show", "meetings").splitlines() == [
        "2026-05-03  The club",
        "    There: Asha, Ben and Jo.",
        "    Apologies: Cara.",
        "    Chair: Asha.",
        "    Minutes: Ben.",
        f"    Decided: “Ben may buy food”: adopted. The rule of 2026-05-01: {rule}",
    ]


def test_where_nothing_was_agreed_and_nobody_met_that_is_said(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(founded(rule=None)))
    assert "It has not agreed how it decides." in prompt.type("show", "rules")
    assert "It has granted none." in prompt.type("show", "mandates")
    assert "Nobody has stepped in." in prompt.type("show", "step-ins")
    assert prompt.type("show", "meetings") == "There are no meetings yet.\n"
    for asked, key in (("rules", "rules"), ("mandates", "mandates"), ("step-ins", "step_ins")):
        assert prompt.ask("show", asked)[key] == []
    assert prompt.ask("show", "meetings") == {"meetings": []}


def test_where_there_are_two_committees_one_has_to_be_named(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*CLUB, founded("board", name="The board")))
    for asked in ("rules", "mandates", "step-ins"):
        assert "Say which committee" in prompt.refused("show", asked)
        assert prompt.ask("show", asked, "--committee", "The board")["committee"] == "board"


def test_what_was_agreed_is_told_as_it_stood(told: Prompt) -> None:
    def at(day: str, *asked: str) -> Any:
        return told.ask("show", *asked, "--at", day)

    assert at("2026-05-02", "meetings")["meetings"] == []
    assert [one["in_force"] for one in at(SPRING, "rules")["rules"]] == [True]
    assert [one["in_force"] for one in at(SUMMER, "rules")["rules"]] == [False, True]
    assert at(SPRING, "mandates")["mandates"][0]["in_force"]
    assert not at(AUTUMN, "mandates")["mandates"][0]["in_force"]
    assert at("2026-07-03T19:00Z", "step-ins")["step_ins"][0]["in_force"]


def test_what_was_agreed_then_is_laid_beside_what_is_agreed_now(told: Prompt) -> None:
    def beside(at: str, *asked: str) -> list[tuple[Any, ...]]:
        found = told.ask("show", *asked, "--at", at, "--compare")["differences"]
        return [(one["what"], one["then"], one["now"]) for one in found]

    assert beside(SPRING, "rules") == [
        (
            "rule",
            "More than half must say yes. We count only YES and NO.",
            "At least two thirds must say yes. We count only YES and NO.",
        )
    ]
    ((what, then, now),) = beside(SUMMER, "mandates")
    assert (what, then.startswith("“Ben buys what we eat”, up to £80"), now) == (
        "mandate",
        True,
        None,
    )
    assert beside("2026-07-03T19:00Z", "step-ins") == [
        ("step-in", "In force", "Over"),
        ("review", None, "right"),
    ]
