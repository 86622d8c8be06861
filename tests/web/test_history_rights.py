"""What lines about mandates and step-ins become, and lines that cite them."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from domain.events import (
    DecisionReversed,
    DecisionTaken,
    LineWritten,
    MandateGranted,
    MandateRevoked,
    StepInApplied,
    StepInReviewed,
)
from domain.ids import CHAIR
from domain.kinds import Finding, Per, StepInGround
from domain.values import Limit, MandateHolder, Money
from tests.web.past import (
    A_YES,
    CLUB,
    PLANNED,
    UNKNOWN,
    Past,
    Said,
    became,
    cast,
    decided,
    founded,
    joined,
    line,
    opened,
    past_in,
)

WITH_CHAIR = (*CLUB, line("role.taken", committee="club", person="ben", role="chair"))
FIFTY = {"amount": 5000, "currency": "GBP", "per": "occasion"}


def granted(mandate: str = "food", holder: Any = "ben", **more: Any) -> Said:
    more = {"scope": "Buy food for the night"} | more
    return line("mandate.granted", committee="club", mandate=mandate, holder=holder, **more)


def stepped_in(step_in: str = "taxi", **more: Any) -> Said:
    more = {"person": "cara", "grounds": "safeguarding"} | more
    return line("step_in.applied", committee="club", step_in=step_in, **more)


# ---- Mandates


def test_a_mandate_says_what_its_holder_may_do_alone(past: Past) -> None:
    (event,) = became(
        past, granted(limit=FIFTY, expires="2026-12-31", authority="dj"), before=A_YES
    )
    assert (type(event), event.actor) == (MandateGranted, UNKNOWN)
    assert event.holder == MandateHolder(person=past.ref("person", "ben"))
    assert past.said(event.words) == "Buy food for the night"
    pounds = Money(amount=5000, currency="GBP")
    assert event.limit == Limit(money=pounds, per=Per.OCCASION)
    assert (event.expires, event.starts, event.says) == (date(2026, 12, 31), None, ())
    assert event.authority == past.events(DecisionTaken)[0].event_id


def test_a_mandate_that_ends_before_it_begins_is_taken_in_with_a_warning(past: Past) -> None:
    report = past.take(*CLUB, granted(expires="2020-01-01"))
    assert report.bad == []
    assert [one.why for one in report.warnings] == [
        "This mandate ends before it begins, so nobody can do anything by it."
    ]
    (event,) = past.events(MandateGranted)
    assert event.expires == date(2020, 1, 1)


@pytest.mark.parametrize("said", ["chair", {"role": "chair"}])
def test_a_role_may_hold_a_mandate(past: Past, said: object) -> None:
    (event,) = became(past, granted(holder=said), before=WITH_CHAIR)
    assert event.holder == MandateHolder(role=CHAIR)


@pytest.mark.parametrize("said", ["club", {"committee": "club"}])
def test_a_committee_may_hold_a_mandate(past: Past, said: object) -> None:
    (event,) = became(past, granted(holder=said))
    assert event.holder == MandateHolder(committee=past.ref("committee", "club"))


def test_a_mandate_ends(past: Past) -> None:
    (event,) = became(
        past,
        line("mandate.revoked", committee="club", mandate="food", reason="Not used"),
        before=(*CLUB, granted()),
    )
    assert type(event) is MandateRevoked
    assert event.mandate == past.ref("mandate", "food")
    assert past.said(event.reason) == "Not used"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (granted(holder="nobody"), "Nobody and nothing is called “nobody”. Write {"),
        (granted(holder={"person": "ben", "role": "chair"}), "holder: It has to be one of"),
        (granted(holder={}), "holder: It has to be one of committee, role and person."),
        (granted(holder={"role": "dj"}), "There is no role “dj” on “club”."),
        (granted(limit="fifty pounds"), "limit: Write a limit as {"),
        (granted(limit={"amount": 5000, "currency": "GBP"}), "limit: Write a limit as {"),
        (line("mandate.revoked", committee="club", mandate="fod"), "There is no mandate “fod”."),
    ],
)
def test_a_mandate_has_one_holder_and_a_limit_that_can_be_read(
    past: Past, said: Said, sentence: str
) -> None:
    assert past.why(*CLUB, said).startswith(sentence)


def test_a_name_that_a_person_and_a_role_share_has_to_be_told_apart(past: Past) -> None:
    lines = (*CLUB, joined("chair"), granted(holder="chair"))
    assert past.why(*lines).startswith("More than one of them is called “chair”. Write {")


def test_a_mandate_needs_a_new_name_also_after_it_ended(past: Past) -> None:
    gone = line("mandate.revoked", committee="club", mandate="food")
    assert "already" in past.why(*CLUB, granted(), gone, granted(note="again"))


# ---- Step-ins


def test_a_step_in_names_who_stepped_in_its_ground_and_its_end(past: Past) -> None:
    (event,) = became(past, stepped_in(reason="No taxi came", expires="2026-05-02T09:00+01:00"))
    cara = past.ref("person", "cara")
    assert (type(event), event.person, event.actor) == (StepInApplied, cara, cara)
    assert event.grounds is StepInGround.SAFEGUARDING
    assert past.said(event.reason) == "No taxi came"
    assert event.ends == datetime(2026, 5, 2, 8, tzinfo=UTC)
    assert (event.touches, event.less_restrictive_tried) == ((), None)


def test_a_step_in_until_a_day_lasts_to_the_end_of_that_day(past: Past) -> None:
    (event,) = became(past, stepped_in(expires="2026-05-02"))
    assert event.ends == datetime(2026, 5, 2, 23, 59, tzinfo=UTC)


def test_a_step_in_is_looked_at_afterwards(past: Past) -> None:
    (event,) = became(
        past,
        line("step_in.reviewed", step_in="taxi", finding="partly", by=["asha", "ben"]),
        before=(*CLUB, stepped_in()),
    )
    assert (type(event), event.finding, event.actor) == (StepInReviewed, Finding.PARTLY, UNKNOWN)
    assert event.step_in == past.ref("step-in", "taxi")
    assert event.reviewers == (past.ref("person", "asha"), past.ref("person", "ben"))


def test_a_step_in_has_one_of_three_grounds(past: Past) -> None:
    assert "grounds: it has to be one of 'harm'" in past.why(*CLUB, stepped_in(grounds="tidy"))
    review = line("step_in.reviewed", step_in="taxy", finding="upheld")
    assert past.why(*CLUB, stepped_in(), review) == (
        "There is no step-in “taxy”. Names like it: “taxi”."
    )


# ---- Citing them


def test_a_line_may_cite_a_mandate_or_a_step_in_as_its_right(past: Past) -> None:
    by_mandate, by_step_in = became(
        past,
        line("plan.line", plan="july", line="Food", value="Pizza", authority="food"),
        line("plan.line", plan="july", line="Doors", value="8", authority="taxi"),
        before=(*PLANNED, granted(), stepped_in()),
    )
    assert (type(by_mandate), type(by_step_in)) == (LineWritten, LineWritten)
    assert by_mandate.authority == past.events(MandateGranted)[0].event_id
    assert by_step_in.authority == past.events(StepInApplied)[0].event_id


def test_what_an_earlier_file_granted_can_be_cited(tmp_path: Path) -> None:
    with past_in(tmp_path) as past:
        past.take(*PLANNED, granted())
    with past_in(tmp_path) as past:
        past.take(line("plan.line", plan="july", line="Food", value="Pizza", authority="food"))
        granting = past.events(MandateGranted)[0].event_id
        assert past.events(LineWritten)[-1].authority == granting


def test_an_unknown_right_is_told_with_names_like_it(past: Past) -> None:
    said = line("plan.line", plan="july", line="Food", value="Pizza", authority="foot")
    assert past.why(*PLANNED, granted(), said) == (
        "There is no proposal, mandate or step-in “foot”. Names like it: “food”."
    )


def test_a_right_that_begins_too_late_says_so(past: Past) -> None:
    said = line("plan.line", plan="july", line="Food", value="Pizza", authority="food")
    report = past.take(*PLANNED, said, granted(at="2026-05-09"))
    assert report.bad[0].why == (
        f"The mandate “food” begins on line {len(PLANNED) + 2}, and that happened later."
    )


def test_two_rights_of_one_name_have_to_be_told_apart(past: Past) -> None:
    said = line("plan.line", plan="july", line="Food", value="Pizza", authority="dj")
    assert past.why(*PLANNED, granted("dj"), said) == (
        "A proposal and a mandate are called “dj”. Give one of them another name."
    )


def test_of_two_committees_the_lines_own_is_meant(past: Past) -> None:
    two = (
        founded("board"), *CLUB, joined("eve", "board"), opened(committee="board"), opened(),
        *(cast(who, committee="club") for who in ("asha", "ben")), decided(committee="club"),
        cast("eve", "yes", committee="board"), decided(committee="board"),
    )  # fmt: skip
    said = {"plan": "july", "title": "July", "authority": "dj"}
    events = became(past, line("plan.made", committee="club", **said), before=two)
    own = past.events(DecisionTaken)[0]
    assert events[0].authority == own.event_id


# ---- Decisions that no longer hold


def test_a_decision_no_longer_holds(past: Past) -> None:
    (event,) = became(
        past,
        line("decision.reversed", proposal="dj", reason="The DJ is ill", at="2026-05-03"),
        before=A_YES,
    )
    assert (type(event), event.actor, event.authority) == (DecisionReversed, UNKNOWN, None)
    assert past.said(event.reason) == "The DJ is ill"


def test_a_decision_that_is_reversed_gives_no_right_from_then_on(past: Past) -> None:
    gone = line("decision.reversed", proposal="dj", at="2026-05-03")
    plan = line("plan.made", "2026-05-04", committee="club", plan="july", title="J", authority="dj")
    assert past.why(*A_YES, gone, plan).startswith("This decision no longer holds.")


def test_another_decision_may_end_one(past: Past) -> None:
    other = (opened("end"), cast("asha", proposal="end"), decided("end"))
    (event,) = became(
        past, line("decision.reversed", proposal="dj", authority="end"), before=(*A_YES, *other)
    )
    assert event.authority == past.events(DecisionTaken)[1].event_id


def test_what_was_not_decided_cannot_be_reversed(past: Past) -> None:
    gone = line("decision.reversed", proposal="dj")
    assert "not decided yet" in past.why(*CLUB, opened(), gone)
