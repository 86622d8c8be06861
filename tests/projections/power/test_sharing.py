"""C0 and C1: when a choice was shared. Each count stands beside its test, worked out by hand."""

from fractions import Fraction
from typing import Any

import pytest

from domain.events import BallotWithdrawn, DecisionRatified, DecisionReversed, Event, ReasonGiven
from domain.kinds import Format, NotAPerson, Route, Seat, Stake, Through
from domain.values import EventId
from domain.voting.quorum import MoreThan
from domain.voting.rule import Method, Rule
from domain.voting.tally import Result
from projections.power.c_sharing import routes, routes_by_weight, shared, shared_by_weight
from projections.power.guards import Guard
from tests.facts import ASHA, BEN, DEV, NO, SOME_WORDS, YES, recused
from tests.projections.power.choosing import (
    ANOTHER,
    MAY,
    RULES,
    TENTH,
    alone,
    decision,
    mandate,
    paper,
    revoked,
    told,
    voted,
)
from tests.projections.power.told import MEMBERS, brought, counted, day, idea, parts

ONLY_DEV = {DEV: YES}


def missing(*events: Event) -> dict[str, int]:
    """Which conditions failed how often, of choices of the club."""
    found = parts(counted(shared, RULES, *events))
    return {name: many for name, many in found.items() if not name.startswith("weight")}


def test_a_vote_of_all_who_knew_in_time_is_shared() -> None:
    measure = counted(shared, RULES, *voted(1))
    assert (measure.k, measure.n, measure.exceptions) == (1, 1, ())
    assert measure.sentence == "We made 1 of 1 choices really together."


@pytest.mark.parametrize(
    ("events", "failed"),
    [
        (voted(1, route=Route.UNDOCUMENTED), ["route"]),
        (voted(1, authority=None), ["right"]),
        (voted(1, ONLY_DEV), ["staff could not pass it alone"]),
        (voted(1, after=4), ["time"]),
        (voted(1, reason=None), ["reason"]),
    ],
)
def test_one_condition_that_is_not_met_is_enough(events: list[Event], failed: list[str]) -> None:
    assert missing(*events) == dict.fromkeys(failed, 1)


def test_what_staff_decided_alone_fails_in_most_ways() -> None:
    # The idea was put on the day it was decided, no right is named, and no reason.
    failed = missing(*alone(1))
    assert list(failed) == ["route", "right", "staff could not pass it alone", "time", "reason"]


def test_a_reason_may_be_given_later() -> None:
    why = told(ReasonGiven, idea(1), day(8), words=SOME_WORDS)
    assert missing(*voted(1, reason=None), why) == {}


# ---- The right


def lent(at: int, **named: Any) -> list[Event]:
    """Ben decides alone what the club let him decide."""
    usual = {"deciders": (BEN,), "actor": BEN, "authority": TENTH, "reason": SOME_WORDS}
    more = {"route": Route.DELEGATED_MEMBER, "at": day(at + 6), **usual, **named}
    return alone(at, **more)


def test_what_a_member_was_trusted_with_is_shared() -> None:
    assert missing(mandate(BEN), *lent(1)) == {}


def test_a_mandate_that_was_taken_back_gives_no_right() -> None:
    # Day 7 is before the mandate was taken back, day 16 is after.
    events = [mandate(BEN), revoked(day(10)), *lent(1), *lent(10)]
    assert missing(*events) == {"right": 1}


def test_somebody_elses_mandate_gives_no_right() -> None:
    assert missing(mandate(ASHA), *lent(1)) == {"right": 1}


def test_a_mandate_ends_where_a_newer_one_takes_its_place() -> None:
    newer = mandate(BEN, day(5), ANOTHER, renews=MAY)
    assert missing(mandate(BEN), newer, *lent(1)) == {"right": 1}


# ---- Staff


def test_staff_who_vote_with_members_do_not_decide_alone() -> None:
    # Dev and two members were there: 1 of 3 is no majority.
    assert missing(*voted(1, {DEV: YES, ASHA: YES, BEN: NO})) == {}


def test_a_quorum_keeps_staff_from_deciding_alone() -> None:
    more_members = Rule(
        method=Method.MAJORITY, quorum=(MoreThan(more=Seat.MEMBER, than=Seat.STAFF),)
    )
    assert missing(*voted(1, ONLY_DEV, terms=more_members)) == {}


def test_a_vote_that_was_taken_back_is_not_there() -> None:
    # Asha voted and took it back, so Dev alone was left.
    events = voted(1, {ASHA: NO, DEV: YES})
    back = told(BallotWithdrawn, idea(1), day(7), actor=ASHA, voter=ASHA)
    failed = missing(*events[:4], back, *events[4:])
    assert failed == {"staff could not pass it alone": 1}


# ---- Time


def test_four_of_five_members_have_to_have_it_in_time() -> None:
    # 5 of 6 is more than 4/5 (4.8 of 6); 4 of 6 is less.
    early, late = day(1), day(4)
    five = (*(paper(1, early, who) for who in MEMBERS[:5]), paper(1, late, MEMBERS[5]))
    four = (*(paper(1, early, who) for who in MEMBERS[:4]), paper(1, late, *MEMBERS[4:]))
    assert missing(*voted(1, before=five)) == {}
    assert missing(*voted(1, before=four)) == {"time": 1}


def test_staff_who_had_it_early_do_not_count_for_members() -> None:
    early, late = paper(1, day(1), DEV), paper(1, day(7))
    assert missing(*voted(1, before=(early, late))) == {"time": 1}


def test_a_form_that_not_everybody_can_take_in_does_not_count() -> None:
    letter = paper(1, day(1), how=Format.LETTER)
    assert missing(*voted(1, before=(letter,))) == {"time": 1}


def test_an_idea_counts_only_from_when_it_was_written_down() -> None:
    # It is said to be of day 1, and was written down on day 5: two days before the vote.
    back_dated = {"recorded_at": day(5)}
    assert missing(*voted(1, put=back_dated)) == {"time": 1}
    kept_elsewhere = {"recorded_at": day(90), "through": Through.IMPORT}
    assert missing(*voted(1, put=kept_elsewhere)) == {}


# ---- In a hurry


def hurried(number: int, *, ratify_by: int | None = None) -> list[Event]:
    """Ben and Dev decide at once, by Ben’s mandate."""
    by = day(ratify_by).date() if ratify_by else None
    both = {"deciders": (BEN, DEV), "authority": TENTH, "reason": SOME_WORDS}
    return alone(number, Route.URGENT, ratify_by=by, **both)


def agreed(number: int, by: EventId, at: int) -> Event:
    return told(DecisionRatified, idea(number), day(at), actor=NotAPerson.COMMITTEE, authority=by)


def test_what_was_urgent_is_shared_once_all_agreed_in_time() -> None:
    vote = voted(2)
    by = decision(2, *vote)
    hurry = hurried(1, ratify_by=9)
    assert missing(mandate(BEN), *hurry, *vote, agreed(1, by, 8)) == {}
    assert missing(mandate(BEN), *hurry, *vote) == {"route": 1, "time": 1}
    assert missing(mandate(BEN), *hurry, *vote, agreed(1, by, 10)) == {"route": 1, "time": 1}


def test_staff_cannot_agree_to_it_for_the_committee() -> None:
    staff = alone(2)
    failed = missing(mandate(BEN), *hurried(1), *staff, agreed(1, decision(2, *staff), 8))
    # Both fail: the urgent one by route and time, the other one in its own five ways.
    assert (failed["route"], failed["time"]) == (2, 2)


# ---- Afterwards


def ended(number: int, by: EventId | None, at: int) -> Event:
    return told(DecisionReversed, idea(number), day(at), actor=DEV, authority=by)


def test_what_all_ended_together_had_been_shared() -> None:
    vote = voted(20)
    assert missing(*voted(1), *vote, ended(1, decision(20, *vote), 30)) == {}


def test_what_staff_ended_was_undone_past_the_committee() -> None:
    staff = alone(20)
    failed = missing(*voted(1), *staff, ended(1, decision(20, *staff), 30))
    assert failed["not undone past the committee"] == 1
    assert missing(*voted(1), ended(1, None, 30)) == {"not undone past the committee": 1}


def test_what_staff_put_in_its_place_was_undone_too() -> None:
    vote = voted(1)
    failed = missing(*vote, *alone(20, replaces=decision(1, *vote)))
    assert failed["not undone past the committee"] == 1


# ---- Counting


def part_of(number: int, whole: int) -> list[Event]:
    return voted(number, put={"part_of": idea(whole)}, stake=Stake.SMALL)


def test_cutting_a_choice_into_parts_does_not_pay() -> None:
    # Three parts of idea 1 and its own vote are one choice; idea 5 is another; staff made one.
    events = [*voted(1, stake=Stake(2)), *part_of(2, 1), *part_of(3, 1), *part_of(4, 2)]
    measure = counted(shared, RULES, *events, *voted(5), *alone(9))
    assert (measure.k, measure.n) == (2, 3)


def test_lumping_choices_together_does_not_pay_either() -> None:
    # Two parts that staff decided alone count as two, and the shared part of the same idea as none.
    staff = [
        event
        for number in (2, 3)
        for event in (
            brought(number, DEV, part_of=idea(1)),
            *alone(number)[1:],
        )
    ]
    measure = counted(shared, RULES, *voted(1), *staff)
    assert (measure.k, measure.n) == (0, 2)


def test_a_vote_that_decided_nothing_is_no_choice() -> None:
    measure = counted(shared, RULES, *voted(1), *voted(2, {}, Result.NO_QUORUM))
    assert (measure.k, measure.n) == (1, 1)


def test_big_choices_count_more() -> None:
    # Shared: 6 small ones and 1 of weight 3, that is 9. Of all: also 5 of weight 2, that is 19.
    small = [event for number in range(6) for event in voted(number, stake=Stake.SMALL)]
    staff = [event for number in range(20, 25) for event in alone(number, stake=Stake(2))]
    events = [RULES, *small, *voted(10, stake=Stake(3)), *staff]
    measure = counted(shared_by_weight, *events)
    assert (measure.k, measure.n, measure.value) == (9, 19, Fraction(9, 19))
    assert measure.display == "9 of 19, 47 %"
    assert parts(counted(shared, *events))["weight shared"] == 9


def test_a_weight_of_few_choices_is_no_share() -> None:
    measure = counted(shared_by_weight, RULES, *voted(1, stake=Stake(3)), *alone(9, stake=Stake(3)))
    assert (measure.guard, measure.value) == (Guard.LIST, None)


def test_every_route_is_counted_and_weighed() -> None:
    # Two votes of weight 1 and 3, and one of staff alone with weight 2.
    events = [*voted(1, stake=Stake(1)), *voted(9, stake=Stake(3)), *alone(20, stake=Stake(2))]
    measure, weighed = (counted(by, RULES, *events) for by in (routes, routes_by_weight))
    assert parts(measure) == {"vote": 2, "staff_alone": 1}
    assert (measure.k, measure.n) == (2, 3)
    assert parts(weighed) == {"vote": 4, "staff_alone": 2}
    assert (weighed.k, weighed.n, weighed.guard) == (4, 6, Guard.LIST)


def test_members_who_stay_out_of_it_need_not_have_read_it() -> None:
    # Two of six got nothing. Both stay out of it, so 4 of 4 had it in time.
    early = paper(1, day(1), *MEMBERS[:4])
    out = tuple(recused(who, stream=idea(1), at=day(2)) for who in MEMBERS[4:])
    said = dict.fromkeys((*MEMBERS[:4], DEV), YES)
    assert missing(*voted(1, said, before=(early, *out))) == {}
