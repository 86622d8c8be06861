"""What ``hands show`` tells beyond who holds what: who was asked, who learns, what is off."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from domain.act import Act
from domain.application import Governance
from domain.ids import CHAIR, CommitteeId, PersonId, PlanId
from domain.kinds import Audience, Format, Position, Presence, Review, Rhythm
from tests.web.past import line
from tests.web.prompt import Prompt
from web.services import Services

NOW = datetime.now(UTC)


def done(prompt: Prompt, work: Callable[[Governance, Callable[[str, str], Any]], None]) -> None:
    """Something that people do with the program itself, and no file tells."""
    services = Services.open(prompt.data)
    try:
        it = services.governance
        work(it, lambda kind, name: it.vault.named(kind, name)[0])
    finally:
        services.close()


def test_a_plan_that_is_cancelled_says_so_and_by_which_right(planned: Prompt) -> None:
    def work(it: Governance, ref: Callable[[str, str], Any]) -> None:
        july, ben = PlanId(ref("plan", "july")), PersonId(ref("person", "ben"))
        right = it.authority_of(ref("proposal", "dj"))
        it.note_presence(Act.now(ben, NOW), july, Presence.HERE, ben)
        it.plan_recurrence(
            Act.now(ben, NOW), july, Rhythm.MONTHLY, until=date(2027, 1, 1), authority=right
        )
        it.cancel_plan(Act.now(ben, NOW), july, authority=right)

    done(planned, work)
    plan = planned.ask("show", "plan", "july")
    assert plan["cancelled"]["decided_by"]["decision"]["proposal"] == "dj"
    assert (plan["recurs"]["rhythm"], plan["recurs"]["until"]) == ("monthly", "2027-01-01")
    assert [(one["person"], one["presence"]) for one in plan["presence"]] == [("ben", "here")]
    assert planned.ask("show", "plan", "july", "--at", "2026-05-01")["cancelled"] is None
    told = planned.type("show", "plan", "july")
    assert "It comes back: monthly until 2027-01-01.\n" in told
    assert f"Cancelled on {NOW:%Y-%m-%d}. It does not happen.\n" in told


def test_who_was_asked_to_take_a_job_or_did_it_for_another_is_told(planned: Prompt) -> None:
    more = (
        line("handover.offered", task="bar", giver="ben", taker="asha"),
        line("task.taken", task="door", person="ben"),
        line("task.taken_over", task="door", giver="ben", by="cara", asked=False),
    )
    planned.type("import", planned.file(*more, name="more.jsonl"))
    bar, door = planned.ask("show", "tasks")["tasks"]
    (asked,) = bar["asked"]
    assert (asked["from"], asked["to"], asked["share"]) == ("ben", "asha", False)
    (taken,) = door["takeovers"]
    assert (taken["from"], taken["by"], taken["asked"], taken["told"]) == (
        "ben",
        "cara",
        False,
        True,
    )
    assert door["holders"] == ["cara"]


def test_who_learns_a_role_wants_a_turn_or_was_asked_is_told(told: Prompt) -> None:
    def work(it: Governance, ref: Callable[[str, str], Any]) -> None:
        club = CommitteeId(ref("committee", "club"))
        asha, ben, jo = (PersonId(ref("person", name)) for name in ("asha", "ben", "jo"))
        it.shadow_role(Act.now(ben, NOW), club, CHAIR)
        it.join_rotation(Act.now(jo, NOW), club, CHAIR)
        it.offer_role(Act.now(asha, NOW), club, CHAIR, ben)

    done(told, work)
    (chair,) = told.ask("show", "members")["roles"]
    (offer,) = chair.pop("asked")
    assert (offer["from"], offer["to"]) == ("asha", "ben")
    assert chair == {
        "role": "chair",
        "holders": ["asha"],
        "learning": ["ben"],
        "rotation": ["jo"],
    }
    assert told.type("show", "members").splitlines()[-3:] == [
        "Ben is learning to be chair.",
        "Jo wants a turn as chair.",
        "Asha asked Ben to become chair.",
    ]


def test_what_was_said_about_an_idea_and_what_became_of_it_is_told(planned: Prompt) -> None:
    def work(it: Governance, ref: Callable[[str, str], Any]) -> None:
        dj, ben, cara = ref("proposal", "dj"), ref("person", "ben"), ref("person", "cara")
        it.tell_outcome(Act.now(ben, NOW), dj, Audience.COMMITTEE, Format.SPOKEN)
        it.review_decision(Act.now(ben, NOW), dj, Review.KEEP)
        food = it.make_proposal(Act.now(ben, NOW), ref("committee", "club"), "What we eat")
        it.voice_position(Act.now(cara, NOW), food, Position.AGAINST)
        it.answer_question(
            Act.now(ben, NOW), food, it.ask_question(Act.now(cara, NOW), food, "Is it hot?"), "No"
        )

    done(planned, work)
    dj = planned.ask("show", "proposal", "dj")
    assert dj["afterwards"]["holds"]
    told = [(one["to"], one["format"]) for one in dj["afterwards"]["told"]]
    assert told == [("committee", "spoken")]
    assert [one["finding"] for one in dj["afterwards"]["reviews"]] == ["keep"]
    assert planned.ask("show", "proposal", "dj", "--at", "2026-05-02")["afterwards"]["told"] == []
    food = planned.ask("show", "proposal", "What we eat")
    (position,) = food["talk"]["positions"]
    assert (position["person"], position["position"], position["holds"]) == (
        "cara",
        "against",
        True,
    )
    (question,) = food["talk"]["questions"]
    assert (question["asked"]["words"], question["answers"][0]["words"]) == ("Is it hot?", "No")
    assert (food["afterwards"]["holds"], food["afterwards"]["decision"]) == (False, None)


def test_scripts_may_rely_on_the_parts_of_talk(planned: Prompt) -> None:
    dj = planned.ask("show", "proposal", "dj")
    assert list(dj["talk"]) == [
        "amendments", "stakes", "referrals", "put_off", "papers", "questions", "understanding",
        "positions", "interests", "extended_to", "added_voters", "proxies", "slips", "hands",
        "support", "casting_vote",
    ]  # fmt: skip
    assert list(dj["afterwards"]) == [
        "holds", "decision", "reasons", "confirmed", "told", "ratify_by", "ratified", "refused",
        "reviews", "reversed", "review_on", "replaces", "replaced_by", "answer_until",
        "lapsed", "weighed",
    ]  # fmt: skip
