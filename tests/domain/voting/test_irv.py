"""Instant-runoff: a slow count that asks every ballot anew, and what it does not promise."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.voting.forks import every_end
from domain.voting.irv import irv
from domain.voting.meek import meek
from domain.voting.pairs import Ranked, pairwise
from domain.voting.rounds import Pick, Rounds
from tests.domain.voting.profiles import (
    CAST,
    OPTIONS,
    STRICT,
    Ballots,
    ballots,
    every_order,
    raised,
    renamed,
)


def stop(tied: Sequence[str], what: Pick) -> None:
    """Where a tie matters nothing goes on."""


def run(options: str, cast: Ballots) -> Rounds[str]:
    return irv(options, cast, stop)


def ends(options: str, cast: Ballots) -> set[str]:
    """Whoever can win, with the ties broken in every way."""
    found = every_end(lambda pick: irv(options, cast, pick))
    assert found.complete
    return {one for end in found.by_picks.values() for one in end}


def test_the_capital_of_tennessee_moves_to_knoxville_in_three_rounds() -> None:
    """The example of en.wikipedia.org/wiki/Instant-runoff_voting, with its votes in each round."""
    counted = run("mnck", ballots("42 m n c k, 26 n c k m, 15 c k n m, 17 k c n m"))
    assert [dict(each.votes) for each in counted.rounds] == [
        {"m": 42, "n": 26, "c": 15, "k": 17},
        {"m": 42, "n": 26, "k": 32},
        {"m": 42, "k": 58},
    ]
    assert [each.out for each in counted.rounds] == [("c",), ("n",), ()]
    assert counted.order == (("k",), ("m",), ("n",), ("c",))


def test_a_ballot_that_has_nobody_left_rests() -> None:
    counted = run("abc", ballots("5 a, 4 b, 2 c"))
    assert [each.resting for each in counted.rounds] == [0, 2]
    assert [each.needed for each in counted.rounds] == [Fraction(11, 2), Fraction(9, 2)]
    assert counted.chosen == ("a",)


def test_a_first_place_with_several_in_it_is_shared_exactly() -> None:
    counted = run("abcd", ballots("1 abc d, 4 d, 3 a, 1 b"))
    assert counted.rounds[0].votes == {
        "a": Fraction(10, 3),
        "b": Fraction(4, 3),
        "c": Fraction(1, 3),
        "d": 4,
    }
    assert counted.rounds[1].votes["a"] == Fraction(7, 2)


def test_several_who_cannot_be_saved_go_at_once() -> None:
    counted = run("abcd", ballots("6 a, 5 b, 2 c b, 2 d b"))
    assert counted.rounds[0].out == ("c", "d")
    assert counted.chosen == ("b",)


def test_a_tie_stops_the_count() -> None:
    counted = run("abc", ballots("2 a b c, 2 b a c, 3 c"))
    assert counted.open == ("a", "b")
    assert counted.rounds[-1].tied == ("a", "b")


def test_going_up_can_make_a_winner_lose() -> None:
    """It is not monotone: two voters who put a higher take b out instead of c, and c beats a."""
    before = ballots("6 a c b, 2 b a c, 4 b c a, 5 c a b")
    after = [raised(ballot, "a") if ballot.times == 2 else ballot for ballot in before]
    assert run("abc", before).chosen == ("a",)
    assert run("abc", after).chosen == ("c",)


def test_an_option_that_beats_every_other_can_go_out_first() -> None:
    cast = ballots("4 a b c, 3 c b a, 2 b a c")
    votes = pairwise("abc", cast)
    assert votes["b"]["a"] > votes["a"]["b"]
    assert votes["b"]["c"] > votes["c"]["b"]
    assert run("abc", cast).rounds[0].out == ("b",)


def slow(options: str, cast: Ballots) -> set[str]:
    """Whoever can win: each ballot is asked anew, and each of the last is tried."""
    shares = {one: Fraction(0) for one in options}
    for ballot in cast:
        here = [[o for o in place if o in options] for place in ballot.places]
        first = next((place for place in here if place), [])
        for one in first:
            shares[one] += Fraction(ballot.times, len(first))
    for one, share in shares.items():
        if len(options) == 1 or share > sum(shares.values()) / 2:
            return {one}
    last = [one for one in options if shares[one] == min(shares.values())]
    return {won for gone in last for won in slow(options.replace(gone, ""), cast)}


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_every_small_vote_on_three_options_equals_the_slow_count(number: int) -> None:
    for orders in combinations_with_replacement(every_order("abc"), number):
        cast = [Ranked(order) for order in orders]
        assert ends("abc", cast) == slow("abc", cast)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_every_small_vote_on_four_options_equals_the_slow_count(number: int) -> None:
    for orders in combinations_with_replacement([*permutations("abcd"), ("a",), ("d",)], number):
        cast = [Ranked(order) for order in orders]
        assert ends("abcd", cast) == slow("abcd", cast)


@given(CAST)
def test_any_vote_equals_the_slow_count(cast: Ballots) -> None:
    assert ends(OPTIONS, cast) == slow(OPTIONS, cast)


@given(STRICT)
def test_meek_with_one_place_is_the_same_count(cast: Ballots) -> None:
    by_meek = every_end(lambda pick: meek(OPTIONS, 1, cast, pick))
    if any(ballot.places for ballot in cast):
        assert {one for end in by_meek.by_picks.values() for one in end} == ends(OPTIONS, cast)


@given(CAST, st.randoms(use_true_random=False))
def test_it_does_not_matter_who_cast_which_ballot(cast: Ballots, random: Random) -> None:
    mixed = list(cast)
    random.shuffle(mixed)
    assert run(OPTIONS, mixed) == run(OPTIONS, cast)


@given(CAST, st.permutations(OPTIONS))
def test_it_does_not_matter_what_the_options_are_called(cast: Ballots, others: list[str]) -> None:
    called = dict(zip(OPTIONS, others, strict=True))
    there = ends("".join(others), renamed(cast, called))
    assert there == {called[one] for one in ends(OPTIONS, cast)}


@given(CAST)
def test_no_vote_is_lost(cast: Ballots) -> None:
    for each in run(OPTIONS, cast).rounds:
        assert sum(each.votes.values()) + each.resting == sum(ballot.times for ballot in cast)
