"""Debian's count: published votes are in test_published_votes.py; here what each step does."""

from fractions import Fraction
from itertools import combinations, permutations, product

import pytest
from hypothesis import given

from domain.voting.debian import Terms, debian, from_pairs
from domain.voting.pairs import Matrix, schwartz
from domain.voting.schulze import places, strongest_paths
from tests.domain.voting.profiles import CAST, OPTIONS, Ballots, ballots

NO_QUORUM = Terms("d", majority={})


def test_an_option_that_too_few_put_above_the_default_is_dropped_first() -> None:
    cast = ballots("3 a d, 5 d b a")
    assert debian("abd", cast, Terms("d", {}, Fraction(3))).too_few == ("a", "b")
    assert debian("abd", cast, Terms("d", {}, Fraction(2))).too_few == ("b",)


@pytest.mark.parametrize(("ratio", "outvoted"), [("1", ()), ("2", ("a",)), ("5/2", ("a",))])
def test_a_majority_has_to_be_more_than_its_ratio(ratio: str, outvoted: tuple[str, ...]) -> None:
    terms = Terms("d", {"a": Fraction(ratio)})
    assert debian("ad", ballots("4 a d, 2 d a"), terms).outvoted == outvoted


def test_where_everything_is_dropped_the_default_option_wins() -> None:
    counted = debian("abd", ballots("1 a d b, 2 d a b"), NO_QUORUM)
    assert counted.order == (("d",), ("a", "b"))


def test_the_weakest_defeat_of_a_circle_is_dropped() -> None:
    counted = debian("abcd", ballots("4 a b c d, 3 b c a d, 2 c a b d"), NO_QUORUM)
    first, second = counted.steps
    assert (first.left, first.dropped) == (("a", "b", "c"), (("c", "a"),))
    assert (second.left, second.dropped) == (("a",), ())
    assert counted.order[0] == ("a",)


def test_of_defeats_with_as_many_votes_the_one_with_more_against_is_weaker() -> None:
    """A.6: fewest votes, and of these the most against."""
    votes = {
        "a": {"b": 6, "c": 3, "d": 9},
        "b": {"a": 4, "c": 6, "d": 9},
        "c": {"a": 6, "b": 5, "d": 9},
        "d": {"a": 0, "b": 0, "c": 0},
    }
    first = from_pairs(votes, NO_QUORUM).steps[0]
    assert (first.left, first.dropped) == (("a", "b", "c"), (("b", "c"),))


def slow_schwartz(options: str, defeats: set[tuple[str, str]]) -> set[str]:
    """All that is in a smallest set which nothing outside it defeats."""
    closed = [
        set(some)
        for size in range(1, len(options) + 1)
        for some in combinations(options, size)
        if not any(a not in some and b in some for a, b in defeats)
    ]
    return {one for some in closed if not any(other < some for other in closed) for one in some}


def slow_winners(votes: Matrix[str], options: str) -> set[str]:
    """A.6 step by step, over sets of options."""
    defeats = {(a, b) for a, b in permutations(options, 2) if votes[a][b] > votes[b][a]}
    while True:
        left = slow_schwartz(options, defeats)
        within = {pair for pair in defeats if {*pair} <= left}
        if not within:
            return left
        weakest = min((votes[a][b], -votes[b][a]) for a, b in within)
        defeats -= {(a, b) for a, b in within if (votes[a][b], -votes[b][a]) == weakest}


def test_every_way_three_options_can_defeat_each_other_has_the_right_schwartz_set() -> None:
    pairs = list(combinations("abc", 2))
    for how in product((0, 1, 2), repeat=3):
        found = zip(pairs, how, strict=True)
        defeats = {(a, b) if won == 1 else (b, a) for (a, b), won in found if won}
        assert set(schwartz("abc", defeats)) == slow_schwartz("abc", defeats)


@given(CAST)
def test_any_vote_equals_the_slow_count(cast: Ballots) -> None:
    counted = debian(OPTIONS, cast, Terms("e", {}))
    left = "".join(o for o in OPTIONS if o not in counted.outvoted)
    assert set(counted.order[0]) == slow_winners(counted.pairwise, left)
    assert set(counted.outvoted) == {
        o for o in "abcd" if counted.pairwise[o]["e"] <= counted.pairwise["e"][o]
    }


@given(CAST)
def test_whoever_wins_here_wins_by_schulze_too(cast: Ballots) -> None:
    counted = debian(OPTIONS, cast, Terms("e", {}))
    left = [o for o in OPTIONS if o not in counted.outvoted]
    votes = {a: {b: counted.pairwise[a][b] for b in left if b != a} for a in left}
    assert set(counted.order[0]) <= set(places(strongest_paths(votes))[0])
    assert from_pairs(votes, Terms("e", {})).order[0] == counted.order[0]
