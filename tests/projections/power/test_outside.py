"""Outside the committee nothing is told of what fewer than five people did."""

from dataclasses import replace

import pytest

from domain.kinds import Seat
from projections.power.groups import Group
from projections.power.guards import PEOPLE, TOO_FEW_PEOPLE
from projections.power.measure import Card, Measure, Tier
from projections.power.outside import ABOUT_THINGS, outside
from tests.facts import founded
from tests.projections.power.stories import NAMES, audited

CARD = Card("B1", Tier.CORE, "Whose ideas?", "Ideas of members, of all.")


def test_outside_a_measure_of_what_few_people_did_says_nothing() -> None:
    measure = CARD.counted_in(28, 40, "Members brought 28 of 40.", [founded()], (), [("staff", 12)])
    of_things = outside(replace(measure, id="C0"))
    assert (of_things.k, of_things.sentence) == (28, "Members brought 28 of 40.")

    by_one = replace(measure, people=(6, 1), groups=(Group(Seat.MEMBER, 28, 40, (6, 1)),))
    hidden = outside(by_one)
    assert (hidden.k, hidden.n, hidden.value, hidden.parts) == (None, None, None, ())
    assert (hidden.sentence, hidden.event_ids, hidden.groups) == (TOO_FEW_PEOPLE, (), ())

    by_many = outside(replace(measure, people=(6, 5)))
    assert (by_many.k, by_many.parts, by_many.event_ids) == (28, (), ())


def test_a_measure_of_which_nobody_says_how_many_people_did_it_is_not_told() -> None:
    measure = replace(CARD.counted_in(28, 40, "", [founded()]), id="C5", people=None)
    assert outside(measure).display == TOO_FEW_PEOPLE


def every(story: str) -> list[Measure]:
    said = audited(story)
    return [*said.gates, *said.measures]


@pytest.mark.parametrize("story", NAMES)
def test_of_seven_people_hardly_anything_is_told_but_what_was_decided(story: str) -> None:
    for one in map(outside, every(story)):
        told = one.k is not None or one.value is not None or one.parts or one.event_ids
        assert not told or one.id in ABOUT_THINGS or min(one.people or (0, 0)) >= PEOPLE
        assert all(min(group.people) >= PEOPLE for group in one.groups)


@pytest.mark.parametrize("story", NAMES)
def test_what_is_about_things_names_no_group_of_people(story: str) -> None:
    for one in every(story):
        if one.id in ABOUT_THINGS:
            assert (one.people, one.groups) == (None, ())


def test_every_measure_that_is_about_things_is_one_of_the_audit() -> None:
    assert {one.id for one in every("shared")} >= ABOUT_THINGS
