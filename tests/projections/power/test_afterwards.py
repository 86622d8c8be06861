"""C8 to C10: what came after. Each count stands beside its test, worked out by hand."""

from typing import Any
from uuid import UUID

import pytest

from domain.events import (
    DecisionRatified,
    DecisionReversed,
    Event,
    LineWritten,
    MeetingClosed,
    MeetingOpened,
    RatificationRefused,
    StepInApplied,
    StepInReviewed,
)
from domain.ids import PersonId, StepInId, StreamId
from domain.kinds import Finding, NotAPerson, Route, StepInGround
from domain.values import EventId, event_id
from domain.voting.tally import Result
from projections.power.c_afterwards import checked_later, reversed_later, stepped_in
from projections.power.evidence import EVER, Evidence
from projections.power.guards import Guard
from projections.power.rights import Rights
from tests.facts import ASHA, BEN, CLUB, DEV, NIGHT, SOME_WORDS, line_written, planned
from tests.projections.power.choosing import RULES, alone, decision, mandate, the_day, told, voted
from tests.projections.power.told import (
    EVE,
    counted,
    day,
    idea,
    in_order,
    meeting,
    parts,
    the_club,
)

# ---- C8


def stepped(number: int, *, touches: tuple[UUID, ...] = (), **named: Any) -> StepInApplied:
    """Dev steps in for safety, and says why."""
    usual = {"grounds": StepInGround.HARM, "reason": SOME_WORDS, "actor": DEV, "person": DEV}
    what = {"step_in": StepInId(_step(number)), "touches": tuple(map(StreamId, touches))}
    return told(StepInApplied, CLUB, day(number), **{**usual, **what, **named})


def looked_at(number: int, at: int, finding: Finding, *by: PersonId) -> Event:
    what = {"step_in": StepInId(_step(number)), "finding": finding, "reviewers": by or (ASHA, EVE)}
    return told(StepInReviewed, CLUB, day(at), actor=ASHA, **what)


def _step(number: int) -> UUID:
    return UUID(int=5000 + number)


def test_a_step_in_is_explained_grounded_and_looked_at() -> None:
    # 1: all three, on day 15, the last of fourteen. 2: no reason. 3: looked at a day too late.
    # 4: no ground, never looked at. So 1 of 4; with a reason 3, with a ground 3, in time 2.
    events = [
        stepped(1, touches=(NIGHT,)),
        looked_at(1, 15, Finding.PARTLY),
        stepped(2, reason=None),
        looked_at(2, 3, Finding.UPHELD),
        stepped(3, touches=(NIGHT,)),
        looked_at(3, 18, Finding.NOT_UPHELD),
        stepped(4, grounds=StepInGround.NOT_STATED),
    ]
    measure = counted(stepped_in, *events)
    assert (measure.k, measure.n, measure.guard) == (1, 4, Guard.K_OF_N)
    assert parts(measure) == {
        "with a reason": 3,
        "with a ground": 3,
        "looked at in time": 2,
        "again on the same thing": 1,
        "found: right": 1,
        "found: partly right": 1,
        "found: not right": 1,
        "something changed": 0,
    }
    assert measure.sentence == (
        "Staff stepped in 4 times: 3 with a reason, 2 looked at. "
        "2 times it was not all right, and nothing changed."
    )
    assert len(measure.exceptions) == 3


def test_something_changed_where_a_review_names_it_or_an_idea_was_agreed() -> None:
    # 1: the review names a change. 2: an idea because of it got a yes. 3: an idea got a no.
    # 4: nothing. So 2 of 4; of the 3 that were not all right, 2 led to nothing.
    cause = {number: event_id(CLUB, 8 + number) for number in (1, 2, 3, 4)}
    looked = [looked_at(n, n + 5, Finding.PARTLY) for n in (2, 3)]
    named = looked_at(1, 6, Finding.NOT_UPHELD).model_copy(update={"led_to": (event_id(NIGHT, 1),)})
    events = [
        *(stepped(number) for number in cause),
        named,
        *looked,
        looked_at(4, 9, Finding.UPHELD),
        *voted(20, put={"because_of": (cause[2],)}),
        *voted(30, put={"because_of": (cause[3],)}, result=Result.REJECTED),
    ]
    measure = counted(stepped_in, *events)
    assert parts(measure)["something changed"] == 2
    assert measure.sentence.endswith("Once it was not all right, and nothing changed.")


def test_nobody_looks_at_what_they_did_themselves() -> None:
    own = looked_at(1, 2, Finding.UPHELD, DEV)
    assert parts(counted(stepped_in, stepped(1), own))["looked at in time"] == 0
    with_others = looked_at(1, 2, Finding.UPHELD, DEV, ASHA)
    assert parts(counted(stepped_in, stepped(1), with_others))["looked at in time"] == 1


def test_a_decision_by_step_in_is_counted_once() -> None:
    # One decision names its step-in; the other names none, and so is one itself, without a ground.
    named = alone(1, Route.STEP_IN, authority=event_id(CLUB, 9))
    unnamed = alone(2, Route.STEP_IN, reason=SOME_WORDS)
    measure = counted(stepped_in, stepped(1), *named, *unnamed)
    assert (measure.k, measure.n) == (0, 2)
    assert parts(measure)["with a reason"] == 2
    assert parts(measure)["with a ground"] == 1


def test_no_step_in_is_nothing_to_count() -> None:
    assert counted(stepped_in).display == "nothing to count yet"


# ---- C9


def ended(number: int, by: EventId | None, at: int) -> Event:
    return told(DecisionReversed, idea(number), day(at), actor=DEV, authority=by)


def test_who_changed_whose_decision_is_counted() -> None:
    # All (day 7) ended by staff alone on day 21: 14 days. All (day 8) ended by all on day 38: 30.
    # Staff alone (day 3) ended on day 5, nobody knows by which decision: 2. All (day 10) replaced
    # by another vote of all on day 46: 36. The middle of 2, 14, 30, 36 is 22.
    all_again, staff = voted(30), alone(20)
    fourth = voted(4)
    events = [
        *voted(1),
        *staff,
        ended(1, decision(20, *staff), 21),
        *voted(2),
        *all_again,
        ended(2, decision(30, *all_again), 38),
        *alone(3),
        ended(3, None, 5),
        *fourth,
        *voted(40, replaces=decision(4, *fourth)),
    ]
    measure = counted(reversed_later, RULES, *events)
    assert (measure.k, measure.n) == (2, 4)
    assert parts(measure) == {
        "decided by staff, changed by not known": 1,
        "decided by together, changed by staff": 1,
        "decided by together, changed by together": 2,
        "by route: not known": 1,
        "by route: staff_alone": 1,
        "by route: vote": 2,
        "days after, half of them": 22,
    }
    assert measure.sentence == "4 choices were changed later, 2 of them by all of us."


# ---- C10


def hurried(number: int, by: int | None = None) -> list[Event]:
    until = the_day(by) if by else None
    return alone(number, Route.URGENT, deciders=(BEN, DEV), ratify_by=until)


def agreed(number: int, at: int, **named: Any) -> Event:
    usual = {"actor": NotAPerson.COMMITTEE, **named}
    return told(DecisionRatified, idea(number), day(at), **usual)


def test_what_was_decided_in_a_hurry_is_checked_by_the_day_named() -> None:
    # In time on the last day; a day late; refused; no answer; no day named, and agreed: 2 of 5.
    events = [
        *(*hurried(1, 9), agreed(1, 9)),
        *(*hurried(2, 9), agreed(2, 10)),
        *(*hurried(3, 9), told(RatificationRefused, idea(3), day(8), actor=ASHA)),
        *hurried(4, 9),
        *(*hurried(5), agreed(5, 30)),
        *voted(6),
    ]
    measure = counted(checked_later, RULES, *events)
    assert (measure.k, measure.n) == (2, 5)
    assert parts(measure) == {
        "agreed in time": 2,
        "agreed too late": 1,
        "not agreed": 1,
        "no answer": 1,
        "no day was named": 1,
    }


def met(number: int, began: int, ended: int | None) -> list[Event]:
    opened = told(MeetingOpened, meeting(number), day(began), committee=CLUB)
    return [opened, *([told(MeetingClosed, meeting(number), day(ended))] if ended else [])]


@pytest.mark.parametrize(
    ("meetings", "agreed_on", "came"),
    [
        ([met(1, 4, 4)], 4, "agreed in time"),
        ([met(1, 4, 4)], 5, "agreed too late"),
        ([met(1, 4, 5)], 5, "agreed in time"),
        ([met(1, 4, None), met(2, 6, 6)], 9, "agreed in time"),
        ([met(1, 1, 1), met(2, 7, 7)], 8, "agreed too late"),
        ([met(1, 12, 12)], 10, "agreed too late"),
    ],
)
def test_it_lapses_with_the_next_meeting_where_that_comes_before_the_day(
    meetings: list[list[Event]], agreed_on: int, came: str
) -> None:
    # Decided on day 2, to be agreed by day 9. A meeting that began before does not count.
    events = [*hurried(2, 9), *(fact for one in meetings for fact in one), agreed(2, agreed_on)]
    assert parts(counted(checked_later, RULES, *events)) == {came: 1}


def test_what_lapsed_with_a_meeting_gives_no_right_afterwards() -> None:
    # On day 6, two days after the meeting at which nobody agreed, a line still cites it.
    in_a_hurry = hurried(2, 9)
    right = decision(2, *in_a_hurry)
    line = line_written(at=day(6), authority=right)
    for came, holds in ((met(1, 4, 4), False), ([], True), ([*met(1, 4, 4), agreed(2, 4)], True)):
        events = [*the_club(), RULES, *in_a_hurry, planned(at=day(1)), *came, line]
        evidence = Evidence(in_order(events), CLUB, EVER)
        (cited,) = evidence.ever(LineWritten)
        assert evidence.once(Rights).holds(cited) is holds


@pytest.mark.parametrize(
    ("who", "counts"), [(ASHA, 1), (NotAPerson.COMMITTEE, 1), (DEV, 0), (EVE, 0)]
)
def test_staff_cannot_agree_for_the_committee(who: PersonId | NotAPerson, counts: int) -> None:
    assert counted(checked_later, *hurried(1), agreed(1, 2, actor=who)).k == counts


def test_another_decision_in_a_hurry_agrees_to_nothing() -> None:
    again = hurried(2)
    events = [*hurried(1), *again, agreed(1, 3, authority=decision(2, *again))]
    assert parts(counted(checked_later, RULES, mandate(BEN), *events))["agreed to by others"] == 1
