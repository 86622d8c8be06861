"""Ranked pairs: taking the wins in every order, and what the method promises."""

from dataclasses import replace
from itertools import combinations_with_replacement, groupby, permutations, product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.voting.pairs import Matrix, Ranked, pairwise, smith
from domain.voting.ranked_pairs import ranked_pairs
from tests.domain.voting.profiles import (
    CAST,
    OPTIONS,
    Ballots,
    ballots,
    beating_all_others,
    every_order,
    raised,
    renamed,
)


def names(cast: Ballots, options: str = "abcd") -> str:
    return " ".join("".join(place) for place in ranked_pairs(options, cast).order)


def test_the_capital_of_tennessee_is_the_town_that_beats_the_others() -> None:
    """The example of en.wikipedia.org/wiki/Ranked_pairs; Memphis, Nashville, C and Knoxville."""
    cast = ballots("42 m n c k, 26 n c k m, 15 c k n m, 17 k c n m")
    counted = ranked_pairs("mnck", cast)
    assert counted.pairwise["n"] == {"m": 58, "c": 68, "k": 68}
    assert counted.order == (("n",), ("c",), ("k",), ("m",))
    assert [win.winner + win.loser for win in counted.wins][:1] == ["ck"]


def test_the_weakest_win_of_a_circle_is_left_out() -> None:
    """Seven times a over b, six times b over c, five times c over a: the last closes the circle."""
    counted = ranked_pairs("abc", ballots("4 a b c, 3 b c a, 2 c a b"))
    assert [(win.winner + win.loser, win.votes, win.kept) for win in counted.wins] == [
        ("bc", 7, True),
        ("ab", 6, True),
        ("ca", 5, False),
    ]
    assert counted.order == (("a",), ("b",), ("c",))


def test_of_two_wins_with_as_many_votes_the_less_disputed_is_stronger() -> None:
    cast = [Ranked(["a", "b"], 5), Ranked(["b", "c"], 5), Ranked(["c", "a"], 5), Ranked(["b", "a"])]
    only = [replace(ballot, unlisted_last=False) for ballot in cast]
    told = [(win.winner + win.loser, win.against) for win in ranked_pairs("abc", only).wins]
    assert told == [("bc", 0), ("ca", 0), ("ab", 1)]


def test_options_that_nothing_tells_apart_share_a_place() -> None:
    assert names(ballots("1 a b c, 1 b c a, 1 c a b"), "abc") == "abc"
    assert names([], "abc") == "abc"


def slow_winners(votes: Matrix[str]) -> set[str]:
    """Whoever no kept win is against, after the wins were taken in every order they can have."""
    pairs = [(a, b) for a, b in permutations(votes, 2) if votes[a][b] > votes[b][a]]

    def strength(pair: tuple[str, str]) -> tuple[int, int]:
        return -votes[pair[0]][pair[1]], votes[pair[1]][pair[0]]

    levels = [list(some) for _, some in groupby(sorted(pairs, key=strength), key=strength)]
    found: set[str] = set()
    for order in product(*map(permutations, levels)):
        kept: list[tuple[str, str]] = []
        for level in order:
            for one, other in level:
                if not leads(kept, other, one):
                    kept.append((one, other))
        found |= {one for one in votes if one not in {loser for _, loser in kept}}
    return found


def leads(kept: list[tuple[str, str]], start: str, end: str) -> bool:
    return any(b == end or leads(kept, b, end) for a, b in kept if a == start)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_every_small_vote_on_three_options_equals_the_slow_count(number: int) -> None:
    for cast in combinations_with_replacement(every_order("abc"), number):
        counted = ranked_pairs("abc", [Ranked(order) for order in cast])
        assert set(counted.order[0]) == slow_winners(counted.pairwise)


@given(st.lists(st.permutations("abcd"), max_size=5), st.sampled_from([2, 4]))
def test_any_vote_of_few_on_four_options_equals_the_slow_count(
    orders: list[list[str]], listed: int
) -> None:
    cast = [Ranked(order[:listed]) for order in orders]
    counted = ranked_pairs("abcd", cast)
    assert set(counted.order[0]) == slow_winners(counted.pairwise)


@given(st.lists(st.integers(-40, 40), min_size=10, max_size=10, unique_by=abs))
def test_where_no_two_wins_are_equal_one_order_comes_of_it_and_the_slow_count_agrees(
    margins: list[int],
) -> None:
    votes = {one: {other: 0 for other in OPTIONS if other != one} for one in OPTIONS}
    for (one, other), margin in zip(
        [(a, b) for a, b in permutations(OPTIONS, 2) if a < b], margins, strict=True
    ):
        votes[one][other], votes[other][one] = max(margin, 0), max(-margin, 0)
    cast = [
        Ranked([[a], [b]], n, unlisted_last=False)
        for a, row in votes.items()
        for b, n in row.items()
        if n
    ]
    counted = ranked_pairs(OPTIONS, cast)
    assert counted.pairwise == votes
    assert set(counted.order[0]) == slow_winners(votes)
    if 0 not in margins:
        assert all(len(place) == 1 for place in counted.order)
        place = {one: at for at, (one,) in enumerate(counted.order)}
        assert all(place[win.winner] < place[win.loser] for win in counted.wins if win.kept)


@given(CAST)
def test_whoever_wins_is_of_the_smallest_set_that_beats_all_others(cast: Ballots) -> None:
    assert set(ranked_pairs(OPTIONS, cast).order[0]) <= set(smith(pairwise(OPTIONS, cast)))


@given(CAST)
def test_an_option_that_beats_every_other_always_wins(cast: Ballots) -> None:
    for one in beating_all_others(cast):
        assert ranked_pairs(OPTIONS, cast).order[0] == (one,)


@given(CAST, st.randoms(use_true_random=False))
def test_it_does_not_matter_who_cast_which_ballot(cast: Ballots, random: Random) -> None:
    mixed = list(cast)
    random.shuffle(mixed)
    assert ranked_pairs(OPTIONS, mixed) == ranked_pairs(OPTIONS, cast)


@given(CAST, st.permutations(OPTIONS))
def test_it_does_not_matter_what_the_options_are_called(cast: Ballots, others: list[str]) -> None:
    called = dict(zip(OPTIONS, others, strict=True))
    there = ranked_pairs(others, renamed(cast, called)).order
    here = ranked_pairs(OPTIONS, cast).order
    assert there == tuple(tuple(called[o] for o in place) for place in here)


@given(CAST, st.data())
def test_putting_a_winner_first_on_a_ballot_never_harms_it(
    cast: Ballots, data: st.DataObject
) -> None:
    rest = [replace(ballot, unlisted_last=True) for ballot in cast]
    winner = data.draw(st.sampled_from(ranked_pairs(OPTIONS, rest).order[0]))
    if rest:
        at = data.draw(st.integers(0, len(rest) - 1))
        rest[at] = raised(rest[at], winner)
    assert winner in ranked_pairs(OPTIONS, rest).order[0]
