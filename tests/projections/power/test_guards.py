"""What a small number may say, and of how few people nothing is told."""

import pytest

from domain.kinds import Seat
from projections.power.groups import Group, gap, groups, told_gap
from projections.power.guards import (
    NO_DIFFERENCE,
    TOO_FEW_TO_COMPARE,
    Guard,
    enough_for_change,
    may_be_told_outside,
    newcombe,
    shown,
    told_outside,
)
from projections.power.measure import Card, Tier
from tests.facts import ASHA, BEN, founded

CARD = Card("B1", Tier.CORE, "Whose ideas?", "Ideas of members, of all.")


@pytest.mark.parametrize(
    ("decisions", "meetings", "enough"),
    [(24, 8, True), (40, 12, True), (23, 8, False), (24, 7, False), (0, 0, False)],
)
def test_a_change_is_told_from_24_decisions_in_8_meetings_on(
    decisions: int, meetings: int, *, enough: bool
) -> None:
    assert enough_for_change(decisions, meetings) is enough


@pytest.mark.parametrize(
    ("people", "rest", "may"),
    [(5, 5, True), (12, 6, True), (4, 12, False), (12, 4, False), (12, 0, False), (0, 12, False)],
)
def test_outside_nothing_is_told_of_fewer_than_five_nor_of_all_or_none(
    people: int, rest: int, *, may: bool
) -> None:
    assert may_be_told_outside(people, rest) is may


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        # nobody is few: all of it
        ({"yes": 8, "no": 5}, {"yes": 8, "no": 5}),
        # three are few; alone they would come out by subtraction, so the next smallest goes too
        ({"yes": 9, "no": 6, "sometimes": 3}, {"yes": 9, "no": None, "sometimes": None}),
        # two are few, and together they are five: the big one may stay
        ({"yes": 9, "no": 2, "sometimes": 3}, {"yes": 9, "no": None, "sometimes": None}),
        # two are few, and together they are four: too few still
        ({"yes": 9, "no": 1, "sometimes": 3}, {"yes": None, "no": None, "sometimes": None}),
        # all said the same: that would tell of each
        ({"yes": 12, "no": 0}, {"yes": None, "no": None}),
        ({"yes": 12}, {"yes": None}),
        ({}, {}),
    ],
)
def test_a_hidden_cell_never_comes_out_by_subtraction(
    cells: dict[str, int], told: dict[str, int | None]
) -> None:
    assert told_outside(cells) == told


def test_two_groups_are_compared_from_twelve_each_on() -> None:
    few = (Group(Seat.MEMBER, 11, 11, (6, 0)), Group(Seat.STAFF, 1, 12, (1, 1)))
    assert told_gap(few) == TOO_FEW_TO_COMPARE
    same = (Group(Seat.MEMBER, 6, 12, (6, 6)), Group(Seat.STAFF, 7, 12, (1, 1)))
    assert told_gap(same) == NO_DIFFERENCE
    more = (Group(Seat.MEMBER, 12, 12, (6, 0)), Group(Seat.STAFF, 0, 12, (0, 1)))
    assert told_gap(more) == "It is more for members."
    less = (Group(Seat.MEMBER, 0, 12, (0, 6)), Group(Seat.STAFF, 12, 12, (1, 0)))
    assert told_gap(less) == "It is more for staff."
    assert gap(few[:1]) is None


def test_newcombes_interval_is_the_one_that_was_published() -> None:
    """Newcombe (1998), table II, method 10: 56 of 70 and 48 of 80."""
    found = newcombe((56, 70), (48, 80))
    assert found is not None
    assert (round(found.low, 4), round(found.high, 4)) == (0.0524, 0.3339)


def test_a_group_knows_how_many_people_are_behind_its_number() -> None:
    did = {Seat.STAFF: [], Seat.MEMBER: [(ASHA, True), (ASHA, True), (BEN, True), (BEN, False)]}
    assert groups(did) == (Group(Seat.MEMBER, 3, 4, (2, 1)),)


def test_weights_are_shown_under_the_guard_of_what_they_weigh() -> None:
    seven = CARD.counted_in(14, 20, "", [founded()], things=7)
    assert (seven.guard, seven.display) == (Guard.K_OF_N, "14 of 20")
    twelve = CARD.counted_in(14, 20, "", [founded()], things=12)
    assert (twelve.display, twelve.interval) == ("14 of 20, 70 %", None)
    four = CARD.counted_in(8, 12, "", [founded()], things=4)
    assert (four.value, four.display) == (None, "8 of 12: too few to count, look at each")
    assert shown(3, 4) == "3 of 4: too few to count, look at each"
