"""Single transferable vote: published examples, and slow counts that take each paper in hand."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.voting.forks import every_end
from domain.voting.meek import meek
from domain.voting.pairs import Ranked
from domain.voting.rounds import Pick, Picker, Rounds
from domain.voting.scottish import scottish
from tests.domain.voting.by_hand import Ends, meek_by_hand, scottish_by_hand
from tests.domain.voting.profiles import (
    CAST,
    OPTIONS,
    STRICT,
    Ballots,
    ballots,
    renamed,
)

Count = Callable[[str, int, Ballots, Picker[str]], Rounds[str]]

SEATS = st.integers(1, 3)
METHOD: st.SearchStrategy[Count] = st.sampled_from([scottish, meek])


def stop(tied: Sequence[str], what: Pick) -> None:
    """Where a tie matters nothing goes on."""


def votes(counted: Rounds[str], digits: int) -> list[dict[str, float]]:
    return [
        {name: round(float(number), digits) for name, number in each.votes.items()}
        for each in counted.rounds
    ]


FOOD = ballots("4 o, 2 p o, 8 c s, 4 c g, 1 s, 1 g")
"""Oranges, pears, chocolate, strawberries and sweets (g): three of them for a party of twenty."""


def test_food_for_a_party_is_chosen_as_in_the_textbook_example() -> None:
    """The example that en.wikipedia.org/wiki/Single_transferable_vote had for years."""
    counted = scottish("opcsg", 3, FOOD, stop)
    assert votes(counted, 2) == [
        {"o": 4, "p": 2, "c": 12, "s": 1, "g": 1},
        {"o": 4, "p": 2, "c": 6, "s": 5, "g": 3},
        {"o": 6, "c": 6, "s": 5, "g": 3},
        {"o": 6, "c": 6, "s": 5},
    ]
    assert [each.chosen for each in counted.rounds] == [("c",), (), ("o",), ("s",)]
    assert counted.rounds[-1].by_default == ("s",)
    assert counted.rounds[0].needed == 6


CLUB = ballots("15 a b c d e, 7 b c a e d, 2 c b a d e, 7 d e a b c, 9 e d c b a")


def test_five_candidates_for_three_places_come_out_by_meek_as_another_program_published() -> None:
    """Ballots and figures of the Meek test by David Cary (meek_unit_test.js, 2016-2019)."""
    counted = meek("abcde", 3, CLUB, stop)
    assert votes(counted, 6) == [
        {"a": 15, "b": 7, "c": 2, "d": 7, "e": 9},
        {"a": 10, "b": 12, "c": 2, "d": 7, "e": 9},
        {"a": 10, "b": 10, "c": 4, "d": 7, "e": 9},
        {"a": 10.120465, "b": 10.120465, "d": 9.662675, "e": 10.096395},
    ]
    assert counted.chosen == ("a", "b", "e")


def test_a_transfer_value_has_five_decimals_and_the_rest_is_ignored() -> None:
    """Rule 48: four more than enough of fifteen is 0.26666, and of that paper's worth no more."""
    counted = scottish("abcde", 3, CLUB, stop)
    assert counted.rounds[1].votes["b"] == 7 + 15 * Fraction(26666, 100_000)
    assert counted.rounds[1].resting == Fraction(10, 100_000)
    assert counted.rounds[3].votes["d"] == Fraction("7.92296")
    assert counted.chosen == ("a", "b", "e")


def test_the_larger_surplus_is_passed_on_first() -> None:
    counted = scottish("abcde", 3, ballots("9 a c, 12 b d, 1 c, 1 d, 1 e"), stop)
    assert [each.passed_on for each in counted.rounds[:2]] == ["b", "a"]


def test_of_equals_the_latest_round_in_which_they_differed_decides() -> None:
    """Rule 51: c and d have three votes each, but d had two before; so d goes out."""
    counted = scottish("abcde", 1, ballots("8 a, 5 b, 3 c, 2 d, 1 e d"), stop)
    assert counted.rounds[0].out == ("e",)
    assert counted.rounds[1].votes["c"] == counted.rounds[1].votes["d"]
    assert (counted.rounds[1].out, counted.rounds[1].tied) == (("d",), ())


def test_an_earlier_round_counts_for_less_than_a_later_one() -> None:
    """d was behind c at first, then ahead, and then they are equal: so c goes out, not d."""
    counted = scottish("abcdef", 1, ballots("20 a, 15 b, 6 c, 5 d, 2 e d, 3 f c, 2 f d"), stop)
    told = [(*each.out, each.votes["c"], each.votes["d"]) for each in counted.rounds[:3]]
    assert told == [("e", 6, 5), ("f", 6, 7), ("c", 9, 9)]


def test_a_paper_with_two_in_its_next_place_goes_no_further() -> None:
    counted = scottish("abcd", 1, ballots("4 a, 5 b, 1 c ab, 1 ab d"), stop)
    assert counted.rounds[0].votes == {"a": 4, "b": 5, "c": 1, "d": 0}
    assert counted.rounds[2].votes == {"a": 4, "b": 5}
    assert counted.rounds[2].resting == 1


def test_by_meek_two_in_one_place_share_as_if_each_order_had_been_given() -> None:
    cast = ballots("6 ab c, 2 c d, 1 d")
    orders = ballots("3 a b c, 3 b a c, 2 c d, 1 d")
    shared, apart = meek("abcd", 2, cast, stop), meek("abcd", 2, orders, stop)
    assert votes(shared, 6) == votes(apart, 6)
    assert shared.chosen == apart.chosen == ("a", "b")


def test_as_many_candidates_as_places_are_all_chosen() -> None:
    for count in (scottish, meek):
        assert set(count("abc", 3, ballots("2 a b c"), stop).chosen) == {*"abc"}


def ends(count: Count, options: str, seats: int, cast: Ballots) -> Ends:
    """Whoever can be chosen, with the ties broken in every way."""
    found = every_end(lambda pick: count(options, seats, cast, pick))
    assert found.complete
    return set(found.by_picks.values())


SOME = [*permutations("abcd"), ("a",), ("b", "a"), ("c", "ab"), ("d",)]


@pytest.mark.parametrize(("seats", "number"), [(1, 2), (2, 2), (2, 3), (3, 3)])
def test_every_small_scottish_count_is_that_by_hand(seats: int, number: int) -> None:
    for orders in combinations_with_replacement(SOME, number):
        cast = [Ranked(order) for order in orders]
        assert ends(scottish, "abcd", seats, cast) == scottish_by_hand("abcd", seats, cast)


@given(CAST, SEATS)
def test_any_scottish_count_is_that_by_hand(cast: Ballots, seats: int) -> None:
    assert ends(scottish, OPTIONS, seats, cast) == scottish_by_hand(OPTIONS, seats, cast)


@pytest.mark.parametrize("seats", [1, 2])
def test_every_small_count_by_meek_is_that_by_hand(seats: int) -> None:
    for orders in combinations_with_replacement([*permutations("abc"), ("a",), ("c", "ab")], 3):
        cast = [Ranked(order) for order in orders]
        assert ends(meek, "abc", seats, cast) == meek_by_hand("abc", seats, cast)


@given(CAST, SEATS)
def test_any_count_by_meek_is_that_by_hand(cast: Ballots, seats: int) -> None:
    assert ends(meek, OPTIONS, seats, cast) == meek_by_hand(OPTIONS, seats, cast)


def test_who_has_just_half_does_not_win_by_meek_though_three_equal_thirds_are_rounded_down() -> (
    None
):
    cast = [Ranked([["c"]], 2, unlisted_last=False), Ranked([[*"abd"]], 2, unlisted_last=False)]
    assert ends(meek, OPTIONS, 1, cast) == meek_by_hand(OPTIONS, 1, cast)


@given(CAST, SEATS, st.permutations(OPTIONS), METHOD)
def test_it_does_not_matter_what_the_candidates_are_called(
    cast: Ballots, seats: int, others: list[str], count: Count
) -> None:
    called = dict(zip(OPTIONS, others, strict=True))
    there = ends(count, "".join(others), seats, renamed(cast, called))
    here = ends(count, OPTIONS, seats, cast)
    assert there == {frozenset(called[one] for one in end) for end in here}


@given(CAST, SEATS, st.randoms(use_true_random=False), METHOD)
def test_it_does_not_matter_who_cast_which_ballot(
    cast: Ballots, seats: int, random: Random, count: Count
) -> None:
    mixed = [Ranked(b.places) for b in cast for _ in range(b.times)]
    random.shuffle(mixed)
    assert count(OPTIONS, seats, mixed, stop) == count(OPTIONS, seats, cast, stop)


@given(CAST, SEATS, METHOD)
def test_no_vote_is_lost_and_as_many_are_chosen_as_there_are_places(
    cast: Ballots, seats: int, count: Count
) -> None:
    counted = count(OPTIONS, seats, cast, stop)
    totals = {sum(each.votes.values()) + each.resting for each in counted.rounds}
    assert len(totals) == 1
    assert all(each.resting >= 0 for each in counted.rounds)
    assert counted.open or len(counted.chosen) == seats


@given(STRICT, SEATS, METHOD)
def test_a_group_with_enough_votes_gets_its_places(cast: Ballots, seats: int, count: Count) -> None:
    """Whoever puts a and b above all others is of one group; it fills what its votes are worth."""
    solid = [b for b in cast if {one for place in b.places[:2] for one in place} == {"a", "b"}]
    enough = sum(b.times for b in cast if b.places) // (seats + 1) + 1
    due = min(sum(b.times for b in solid) // enough, 2, seats)
    for end in ends(count, OPTIONS, seats, cast):
        assert len(end & {"a", "b"}) >= due
