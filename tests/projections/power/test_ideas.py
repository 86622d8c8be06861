"""B1 and B2: whose ideas get on the list, and whose get a yes. Counted by hand beside each."""

from fractions import Fraction

from domain.kinds import Seat, Stake
from domain.values import event_id
from domain.voting.tally import Result
from projections.power.b_ideas import agenda, agenda_by_stake, success
from projections.power.evidence import Window
from projections.power.guards import NO_DIFFERENCE, TOO_FEW_TO_COMPARE, Guard
from tests.facts import (
    ASHA,
    DEV,
)
from tests.projections.power.told import (
    EVE,
    brought,
    counted,
    day,
    idea,
    parts,
    voted_through,
)
from tests.proposal_facts import stake_judged


def test_an_idea_belongs_to_whoever_had_it() -> None:
    """Ben 2, Asha 1 (Dev put it for her), Dev 1, Eve 1 who does not sit here: 3 of 5."""
    measure = counted(
        agenda,
        brought(1),
        brought(2),
        brought(3, DEV, idea_by=ASHA, drafted_by=DEV),
        brought(4, DEV),
        brought(5, EVE),
    )
    assert (measure.k, measure.n, measure.value) == (3, 5, Fraction(3, 5))
    assert (measure.guard, measure.display) == (Guard.K_OF_N, "3 of 5")
    assert measure.sentence == "Members brought 3 of 5 ideas."
    assert parts(measure) == {
        "by member": 3,
        "by staff": 1,
        "by people who do not sit here": 1,
        "by member, but staff wrote it down": 1,
        "members here": 6,
        "people here": 7,
    }
    assert measure.exceptions == (event_id(idea(4), 1), event_id(idea(5), 1))
    assert measure.people == (2, 2)


def test_of_few_ideas_there_is_a_list_and_of_none_nothing() -> None:
    assert counted(agenda, brought(1)).guard is Guard.LIST
    assert counted(agenda, brought(1)).value is None
    nothing = counted(agenda)
    assert (nothing.display, nothing.n) == ("nothing to count yet", 0)


def test_only_ideas_of_the_window_count() -> None:
    ideas = [brought(number) for number in range(10)]
    measure = counted(agenda, *ideas, window=Window(day(2), day(6)))
    assert (measure.k, measure.n) == (5, 5)


def test_big_ideas_count_for_more() -> None:
    """Members: 1 + 1 + 2 (judged) = 4. Staff: 3 + 1 (nobody said) + 3 (said as decided) = 7."""
    measure = counted(
        agenda_by_stake,
        brought(1, stake=Stake.SMALL),
        brought(2, stake=Stake.SMALL),
        brought(3, stake=Stake.SMALL),
        stake_judged(Stake.MONEY_PEOPLE_TIME, stream=idea(3), at=day(3)),
        brought(4, DEV, stake=Stake.SAFETY_RULES_MEMBERSHIP_PLACE),
        brought(5, DEV),
        *voted_through(6, DEV, stake=Stake.SAFETY_RULES_MEMBERSHIP_PLACE),
    )
    assert (measure.k, measure.n, measure.value) == (4, 11, Fraction(4, 11))
    # eleven is what they weigh; ideas there are six
    assert (measure.guard, measure.display, measure.interval) == (Guard.K_OF_N, "4 of 11", None)
    told = parts(measure)
    assert (told["ideas of size 3, members"], told["ideas of size 3, everybody"]) == (0, 2)
    assert told["nobody said how big"] == 1
    assert len(measure.exceptions) == 3


def test_a_dozen_small_ideas_do_not_outweigh_four_big_ones() -> None:
    """Members 12 x 1, staff 4 x 3: 12 of 16 ideas, but 12 of 24 by size."""
    small = [brought(number, stake=Stake.SMALL) for number in range(12)]
    big = [
        brought(number, DEV, stake=Stake.SAFETY_RULES_MEMBERSHIP_PLACE) for number in range(12, 16)
    ]
    assert counted(agenda, *small, *big).k == 12
    measure = counted(agenda_by_stake, *small, *big)
    assert measure.display == "12 of 24, 50 %"


# ---- B2


def test_a_yes_is_counted_of_what_was_decided() -> None:
    """Members: 3 yes, 1 no, one without quorum that counts for neither: 3 of 4. Staff: 1 of 1."""
    measure = counted(
        success,
        *voted_through(1),
        *voted_through(2, ASHA),
        *voted_through(3, result=Result.CHOSEN),
        *voted_through(4, result=Result.REJECTED),
        *voted_through(5, result=Result.NO_QUORUM),
        *voted_through(6, DEV),
        brought(7),
    )
    assert (measure.k, measure.n) == (3, 4)
    assert [(one.seat, one.k, one.n) for one in measure.groups] == [
        (Seat.MEMBER, 3, 4),
        (Seat.STAFF, 1, 1),
    ]
    assert measure.answer == f"3 of 4 ideas of members got a yes. {TOO_FEW_TO_COMPARE}"
    assert "This can be fooled." in measure.counted
    assert measure.exceptions == (event_id(idea(4), 2),)


def test_groups_are_compared_only_where_both_had_a_dozen_ideas_decided() -> None:
    """12 of 12 beside 10 of 12: the interval of the difference spans nought."""
    ours = [event for number in range(12) for event in voted_through(number)]
    theirs = [event for number in range(20, 30) for event in voted_through(number, DEV)]
    refused = [event for n in (30, 31) for event in voted_through(n, DEV, result=Result.REJECTED)]
    measure = counted(success, *ours, *theirs, *refused)
    assert [(one.k, one.n) for one in measure.groups] == [(12, 12), (10, 12)]
    assert measure.answer.endswith(NO_DIFFERENCE)
