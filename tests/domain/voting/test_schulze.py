"""Ranked votes: published counts, a slow count of all paths, and what the method promises."""

from dataclasses import replace
from itertools import combinations_with_replacement, permutations
from itertools import pairwise as successive
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.voting.pairs import Ranked, pairwise
from domain.voting.schulze import Contest, schulze
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


def names(contest: Contest[str]) -> str:
    return " ".join("".join(place) for place in contest.order)


def test_forty_five_ballots_on_five_options_come_out_as_their_author_published() -> None:
    """Paths and ranking as on electowiki.org/wiki/Schulze_method, written by Markus Schulze."""
    cast = ballots(
        "5 a c b e d, 5 a d e c b, 8 b e d a c, 3 c a b e d,"
        "7 c a e b d, 2 c b a d e, 7 d c e b a, 8 e b a d c"
    )
    contest = schulze("abcde", cast)
    assert contest.strongest["e"] == {"a": 25, "b": 28, "c": 28, "d": 31}
    assert contest.strongest["a"] == {"b": 28, "c": 28, "d": 30, "e": 24}
    assert (contest.strongest["c"]["b"], contest.strongest["b"]["c"]) == (29, 28)
    assert (contest.strongest["b"]["d"], contest.strongest["d"]["b"]) == (33, 28)
    assert names(contest) == "e a c b d"


def test_options_that_nothing_tells_apart_share_a_place() -> None:
    assert names(schulze("abc", ballots("1 a b c, 1 b a c"))) == "ab c"
    assert names(schulze("abc", ballots("1 a b c, 1 b c a, 1 c a b"))) == "abc"
    assert names(schulze("abc", [])) == "abc"


def test_an_unlisted_option_is_last_or_not_compared() -> None:
    last = pairwise("abc", [Ranked(["a", "b"], 2)])
    assert last["b"]["c"] == 2
    no_opinion = pairwise("abc", [Ranked(["a", "b"], 2, unlisted_last=False)])
    assert (no_opinion["a"]["b"], no_opinion["b"]["c"], no_opinion["c"]["b"]) == (2, 0, 0)


def test_what_is_listed_and_not_an_option_is_left_aside() -> None:
    assert names(schulze("ab", ballots("1 z b a"))) == "b a"


def slow_strength(contest: Contest[str], one: str, other: str) -> int:
    """The best of all paths that visit nothing twice, each as strong as its weakest win."""
    votes = contest.pairwise
    between = [name for name in votes if name not in (one, other)]
    best = 0
    for length in range(len(between) + 1):
        for middle in permutations(between, length):
            path = (one, *middle, other)
            steps = list(successive(path))
            if all(votes[a][b] > votes[b][a] for a, b in steps):
                best = max(best, min(votes[a][b] for a, b in steps))
    return best


def check(options: str, cast: Ballots) -> None:
    contest = schulze(options, cast)
    slow = {pair: slow_strength(contest, *pair) for pair in permutations(options, 2)}
    assert {(a, b): contest.strongest[a][b] for a, b in slow} == slow
    unbeaten = {a for a in options if all(slow[a, b] >= slow[b, a] for b in options if b != a)}
    assert set(contest.order[0]) == unbeaten
    place = {option: at for at, group in enumerate(contest.order) for option in group}
    assert sorted(place) == sorted(options)
    assert all(place[a] < place[b] for a, b in slow if slow[a, b] > slow[b, a])


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_every_small_vote_on_three_options_equals_the_slow_count(number: int) -> None:
    for cast in combinations_with_replacement(every_order("abc"), number):
        check("abc", [Ranked(order) for order in cast])


def test_every_small_vote_with_options_left_out_equals_the_slow_count() -> None:
    some = [order for left in ("ab", "bc", "ac", "abc") for order in every_order(left)]
    kinds = [Ranked(order, 1, last) for order in some for last in (True, False)]
    for cast in combinations_with_replacement(kinds, 2):
        check("abc", cast)


@given(CAST)
def test_any_vote_equals_the_slow_count(cast: Ballots) -> None:
    check(OPTIONS, cast)


@given(CAST)
def test_an_option_that_beats_every_other_always_wins(cast: Ballots) -> None:
    for one in beating_all_others(cast):
        assert schulze(OPTIONS, cast).order[0] == (one,)


@given(CAST, st.randoms(use_true_random=False))
def test_it_does_not_matter_who_cast_which_ballot(cast: Ballots, random: Random) -> None:
    mixed = list(cast)
    random.shuffle(mixed)
    assert schulze(OPTIONS, mixed) == schulze(OPTIONS, cast)


@given(CAST)
def test_equal_ballots_may_be_folded_into_one(cast: Ballots) -> None:
    single = [Ranked(b.places, 1, b.unlisted_last) for b in cast for _ in range(b.times)]
    assert schulze(OPTIONS, single) == schulze(OPTIONS, cast)


@given(CAST, st.permutations(OPTIONS))
def test_it_does_not_matter_what_the_options_are_called(cast: Ballots, others: list[str]) -> None:
    names = dict(zip(OPTIONS, others, strict=True))
    there = schulze(others, renamed(cast, names))
    here = schulze(OPTIONS, cast)
    assert there.order == tuple(tuple(names[o] for o in place) for place in here.order)


@given(CAST)
def test_all_ballots_turned_round_turn_a_single_winner_into_no_winner(cast: Ballots) -> None:
    turned = [Ranked(list(reversed(b.places)), b.times, unlisted_last=False) for b in cast]
    straight = [Ranked(b.places, b.times, unlisted_last=False) for b in cast]
    winners = schulze(OPTIONS, straight).order[0]
    if len(winners) == 1:
        assert winners != schulze(OPTIONS, turned).order[0]


@given(CAST, st.data())
def test_putting_a_winner_first_on_one_more_ballot_never_harms_it(
    cast: Ballots, data: st.DataObject
) -> None:
    winner = data.draw(st.sampled_from(schulze(OPTIONS, cast).order[0]))
    rest = [replace(b, unlisted_last=True) for b in cast]
    if rest and winner in schulze(OPTIONS, rest).order[0]:
        at = data.draw(st.integers(0, len(rest) - 1))
        rest[at] = raised(rest[at], winner)
        assert winner in schulze(OPTIONS, rest).order[0]


@given(CAST, st.integers(2, 3))
def test_options_that_are_all_but_the_same_do_not_change_who_wins_besides(
    cast: Ballots, number: int
) -> None:
    """Clones: a few options that stand side by side on every ballot, instead of one."""
    clones = "xyz"[:number]
    with_clones = [
        replace(b, places=[[*place, *(clones if "a" in place else ())] for place in b.places])
        for b in cast
    ]
    alone = {one for one in schulze(OPTIONS, cast).order[0] if one != "a"}
    beside = {one for one in schulze(OPTIONS + clones, with_clones).order[0] if one in "bcde"}
    assert beside == alone
