"""A: whether the record can be trusted. Counted by hand beside each test."""

from collections.abc import Callable
from datetime import timedelta
from fractions import Fraction

import pytest

from domain.events import Event
from domain.ids import PersonId
from domain.kinds import Attestation
from domain.values import event_id
from projections.power.a_record import attested, on_time, own_hand, reconciled, traced
from projections.power.guards import Guard
from projections.power.measure import Measure
from tests import committee_facts, plan_facts
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    DEV,
    FOUNDING,
    _id,
    added,
    cast,
    dropped,
    line_dropped,
    line_written,
    made,
    planned,
    seated,
)
from tests.projections.power.told import EVE, FAY, GUS, HAL, counted, day, idea

NOBODY_KNOWS = event_id(idea(99), 7)


@pytest.mark.parametrize(
    ("begun", "change"),
    [
        (planned, plan_facts.moved),
        (planned, plan_facts.cancelled),
        (planned, plan_facts.comes_back),
        (planned, line_written),
        (planned, line_dropped),
        (added, plan_facts.amended),
        (added, dropped),
    ],
)
def test_every_change_to_a_plan_or_a_job_needs_a_right_that_is_there(
    begun: Callable[..., Event], change: Callable[..., Event]
) -> None:
    """The plan or job itself is one, by the founding; the change cites what nobody knows."""
    first = begun(authority=FOUNDING, at=day(1))
    later = change(authority=NOBODY_KNOWS, at=day(2))
    measure = counted(traced, first, later)
    assert (measure.k, measure.n) == (1, 2)
    assert measure.exceptions == (event_id(first.originator_id, 2),)
    assert counted(traced, first, change(authority=FOUNDING, at=day(2))).k == 2


def test_more_than_two_days_later_is_late_and_a_source_counts_from_when_it_was_noted() -> None:
    """Of eight that found the club and five more, one: two days and a minute after it happened."""
    soon, late = day(1) + timedelta(days=2), day(1) + timedelta(days=2, minutes=1)
    found = counted(
        on_time,
        made(stream=idea(1), at=day(1), recorded_at=soon),
        made(stream=idea(2), at=day(1), recorded_at=late),
        made(stream=idea(3), at=day(1), recorded_at=day(90), noted_at=soon),
    )
    assert (found.k, found.n) == (1, 8 + 3)


def test_a_vote_is_their_own_that_they_pressed_or_said_before_a_witness() -> None:
    """Asha pressed, Ben said it before Cara, Cara’s was taken in by Dev; Dev is no member."""
    votes = [
        cast(ASHA, recorded_by=ASHA),
        cast(BEN, recorded_by=DEV, witness=CARA),
        cast(CARA, recorded_by=DEV),
        cast(DEV, recorded_by=DEV),
    ]
    there = [one.model_copy(update={"originator_id": idea(1)}) for one in votes]
    found = counted(own_hand, made(stream=idea(1)), *there)
    assert (found.k, found.n) == (2, 3)


def said(*given: Event) -> Measure:
    return counted(attested, *given)


def test_who_has_not_said_that_the_record_is_complete_counts_as_one_who_has_not() -> None:
    """Six members: Asha changed her mind, Ben says complete, Dev and Eve are no members."""
    found = said(
        committee_facts.attested(ASHA, at=day(1)),
        committee_facts.attested(ASHA, Attestation.MISSING, at=day(2)),
        committee_facts.attested(BEN, at=day(2)),
        committee_facts.attested(DEV, at=day(2)),
        committee_facts.attested(EVE, at=day(2)),
        committee_facts.disputed(CARA, at=day(3)),
    )
    assert (found.k, found.n, found.value) == (1, 6, Fraction(1, 6))
    assert dict(found.parts) == {"said": 2, "disputes": 1}


def test_of_fewer_than_five_members_no_share_is_told() -> None:
    left = [committee_facts.removed(one, at=day(1)) for one in (CARA, FAY, GUS, HAL)]
    found = said(*left, committee_facts.attested(ASHA, at=day(2)))
    assert (found.k, found.n, found.value, found.guard) == (1, 2, None, Guard.LIST)


def test_of_twelve_members_luck_is_told_besides() -> None:
    more = [seated(PersonId(_id(50 + number)), at=day(1)) for number in range(6)]
    found = said(*more, committee_facts.attested(ASHA, at=day(2)))
    assert (found.k, found.n, found.guard) == (1, 12, Guard.RATE)
    assert found.interval is not None


def test_nobody_asked_is_no_answer() -> None:
    assert said().why_not == "Nobody has been asked yet whether this record is right."


def test_a_receipt_counts_where_it_was_found() -> None:
    found = counted(
        reconciled,
        committee_facts.trace_checked(BEN, at=day(1), event=FOUNDING),
        committee_facts.trace_checked(BEN, at=day(1)),
    )
    assert (found.k, found.n) == (1, 2)
