"""H: a change in the way of deciding is only told where luck could hardly make it."""

from itertools import permutations

import pytest

from projections.power.h_change import TURNS, best_split, change, change_point
from tests.projections.power.night import Night


def test_the_best_place_to_split_is_where_the_share_changes() -> None:
    """Three nights with none of 3, then three with all 3: between them, at place 3."""
    counts = [(0, 3)] * 3 + [(3, 3)] * 3
    place, most = best_split(counts)
    assert place == 3
    assert most == pytest.approx(18 * 0.6931471805599453)


def test_where_nothing_changes_there_is_nothing_to_find() -> None:
    assert change_point([(1, 3)] * 8)[1] == 1.0


def test_the_chance_is_that_of_all_orders() -> None:
    """Of all orders of six nights, those that split as well: three first, or three last."""
    counts = [(0, 3)] * 3 + [(3, 3)] * 3
    most = best_split(counts)[1]
    every = [best_split(one)[1] >= most - 1e-9 for one in permutations(counts)]
    exact = sum(every) / len(every)
    assert exact == pytest.approx(0.1)
    assert change_point(counts)[1] == pytest.approx(exact, abs=0.03)


def test_it_is_the_same_each_time() -> None:
    counts = [(0, 3), (1, 3), (0, 2), (3, 4), (2, 3), (3, 3)]
    assert change_point(counts) == change_point(counts)
    assert change_point(counts)[1] >= 1 / (TURNS + 1)


def test_with_seven_nights_no_change_is_told(night: Night) -> None:
    for _ in range(7):
        for _ in range(4):
            night.decide(days=1)
        night.meet()
    assert night.counted(change).why_not == "There is too little to tell a change from luck."


def test_from_the_night_on_which_staff_decide_alone_something_changed(night: Night) -> None:
    for number in range(12):
        for _ in range(3):
            if number < 4:
                night.decide(days=1)
            else:
                night.alone()
        night.meet()
    found = night.counted(change)
    assert found.sentence == "Something changed around night 5."


def test_where_all_is_as_before_nothing_is_told(night: Night) -> None:
    for number in range(12):
        for place in range(3):
            if (number + place) % 3:
                night.decide(days=1)
            else:
                night.alone()
        night.meet()
    assert night.counted(change).why_not == "We see no change that luck could not make."
