"""How strong a vote is: published games, and every small game counted the slow way."""

from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Malformed
from domain.voting.weighted import Players, WeightedGame
from tests.domain.voting.games import (
    EEC_1958,
    EU_15,
    EU_27_NICE,
    NASSAU_1958,
    SECURITY_COUNCIL,
    every,
    slow_banzhaf,
    slow_orders,
    weighing,
    wins,
)


def swings(game: WeightedGame) -> list[Fraction]:
    """How many coalitions each kind of player turns."""
    people = sum(one.number for one in game.players)
    return [one.banzhaf * 2 ** (people - 1) for one in game.strengths().each]


def orders(game: WeightedGame) -> list[Fraction]:
    return [one.shapley_shubik for one in game.strengths().each]


def fractions(text: str) -> list[Fraction]:
    return [Fraction(one) for one in text.split()]


def rounded(numbers: Sequence[Fraction], places: int = 4) -> list[float]:
    return [round(float(number), places) for number in numbers]


def test_the_six_of_1958() -> None:
    """Shares of Banzhaf as in the Encyclopædia Britannica; Luxembourg could never turn a vote."""
    assert EEC_1958.strengths().shares == fractions("5/21 1/7 0")
    assert swings(EEC_1958) == [10, 6, 0]
    assert orders(EEC_1958) == fractions("7/30 3/20 0")
    assert EEC_1958.strengths().to_act == Fraction(14, 64)


def test_the_security_council_of_the_united_nations() -> None:
    """4/2145 for those without a veto: gonitsora.com; the veto itself, and as weights of seven."""
    by_veto = WeightedGame((Players(5, (1, 1)), Players(10, (0, 1))), ((5, 9),))
    for game in (SECURITY_COUNCIL, by_veto):
        assert orders(game) == fractions("421/2145 4/2145")
        assert swings(game) == [848, 84]
        assert game.strengths().shares == fractions("106/635 21/1270")


def test_nassau_county_in_1958() -> None:
    """Three of six boards never had a say: J. F. Banzhaf, Weighted voting doesn't work, 1965."""
    assert NASSAU_1958.strengths().shares == fractions("1/3 1/3 0 0")
    assert orders(NASSAU_1958) == fractions("1/3 1/3 0 0")


def test_the_union_of_fifteen() -> None:
    """62 of 87: as printed since Felsenthal and Machover, The Measurement of Voting Power, 1998."""
    shares, by_orders = EU_15.strengths().shares, orders(EU_15)
    assert rounded(shares) == [0.1116, 0.0924, 0.0587, 0.0479, 0.0359, 0.0226]
    assert rounded(by_orders) == [0.1167, 0.0955, 0.0552, 0.0454, 0.0353, 0.0207]


def test_the_union_of_twenty_seven_by_the_votes_of_nice() -> None:
    """255 of 345: Treaty of Nice, Declaration 20, with Bulgaria and Romania."""
    expected = [0.0778, 0.0742, 0.0426, 0.0397, 0.0368, 0.0309, 0.0218, 0.0125, 0.0094]
    assert rounded(EU_27_NICE.strengths().shares) == expected


Electors = tuple[tuple[int, int], ...]

ELECTORS_2001: Electors = (
    *((1, 55), (1, 34), (1, 31), (1, 27), (2, 21), (1, 20), (1, 17), (3, 15), (1, 13), (1, 12)),
    *((4, 11), (4, 10), (3, 9), (2, 8), (4, 7), (3, 6), (5, 5), (5, 4), (8, 3)),
)
ELECTORS_1991: Electors = (
    *((1, 54), (1, 33), (1, 32), (1, 25), (1, 23), (1, 22), (1, 21), (1, 18), (1, 15), (1, 14)),
    *((2, 13), (2, 12), (4, 11), (2, 10), (2, 9), (6, 8), (3, 7), (2, 6), (4, 5), (6, 4), (8, 3)),
)


def test_the_electoral_college_after_the_census_of_2000() -> None:
    """270 of 538, each state as one: California, and the smallest (Miller 2009 has the same)."""
    game = weighing(270, *ELECTORS_2001)
    assert sum(number * weight for number, weight in ELECTORS_2001) == 538
    assert sum(number for number, _ in ELECTORS_2001) == 51
    found = game.strengths()
    assert round(float(found.each[0].banzhaf), 6) == 0.475036
    assert rounded([found.shares[0], found.shares[-1]], 6) == [0.114021, 0.005456]
    assert round(float(found.each[0].shapley_shubik), 6) == 0.110358


def test_the_electoral_college_after_the_census_of_1990() -> None:
    """D. Ezra Sidran's table (University of Iowa, by Leech's program): swings, absolute, share."""
    game = weighing(270, *ELECTORS_1991)
    assert sum(number * weight for number, weight in ELECTORS_1991) == 538
    assert sum(number for number, _ in ELECTORS_1991) == 51
    found = game.strengths()
    absolute = [0.466454, 0.259586, 0.251214, 0.193864, 0.177844, 0.169885, 0.161958, 0.138349]
    shares = [0.111428, 0.06201, 0.060011, 0.046311, 0.042484, 0.040583, 0.038689, 0.033049]
    assert rounded([one.banzhaf for one in found.each[:8]], 6) == absolute
    assert rounded(found.shares[:8], 6) == shares
    assert swings(game)[0] // 1000 == 525_180_666_785


def test_one_who_has_the_quota_alone_is_not_taken_for_all() -> None:
    """[3; 3, 1, 1, 1]: a quota of no more than half, which a known library gets wrong."""
    game = weighing(3, (1, 3), (3, 1))
    assert game.strengths().shares == fractions("7/10 1/10")
    assert orders(game) == fractions("3/4 1/12")


def test_a_hundred_and_one_equal_votes_are_as_strong_as_each_other() -> None:
    """Where whole numbers of 64 bits run over, a known library answers 9e-13."""
    (one,) = weighing(51, (101, 1)).strengths().each
    assert round(float(one.banzhaf), 4) == 0.0796
    assert one.shapley_shubik == Fraction(1, 101)


PEOPLE: tuple[int, ...] = (
    *(832, 673, 596, 473, 380, 193, 174, 115, 107, 107, 103, 103, 98, 89),
    *(70, 58, 55, 55, 50, 41, 28, 21, 19, 13, 9, 6, 5),
)
"""Of the 27 states of the Union, in hundreds of thousands (Eurostat, 1 January 2020, rounded)."""
ENOUGH = -(-65 * sum(PEOPLE) // 100)


def winning(people: Sequence[int], states: int, enough: int, all_but_three: int) -> int:
    """Groups with enough states and people, and those that no four others are against."""
    with_people = by_halves(people, states, enough)
    by_number = by_halves(people, all_but_three, 0) - by_halves(people, all_but_three, enough)
    return with_people + by_number


def by_halves(people: Sequence[int], states: int, enough: int) -> int:
    """How many groups of at least so many states have enough people, half by half."""
    halves = []
    for half in (people[: len(people) // 2], people[len(people) // 2 :]):
        sizes = range(len(half) + 1)
        halves.append([sorted(map(sum, combinations(half, size))) for size in sizes])
    return sum(
        len(others) - bisect_left(others, enough - mine)
        for size, some in enumerate(halves[0])
        for mine in some
        for more, others in enumerate(halves[1])
        if size + more >= states
    )


def test_two_conditions_and_a_blocking_minority_of_four() -> None:
    """55 % of states and 65 % of people, or no four against it (Treaty on European Union, 16(4)).

    No table of these years lies here, so the same is counted in another way, half by half.
    """
    union = tuple(Players(1, (1, each)) for each in PEOPLE)
    found = WeightedGame(union, ((15, ENOUGH), (24, 0))).strengths()
    assert found.to_act == Fraction(winning(PEOPLE, 15, ENOUGH, 24), 2**27)
    for one in (0, 11, 26):
        others = (*PEOPLE[:one], *PEOPLE[one + 1 :])
        turned = winning(others, 14, ENOUGH - PEOPLE[one], 23) - winning(others, 15, ENOUGH, 24)
        assert found.each[one].banzhaf == Fraction(turned, 2**26)
    assert sum(one.shapley_shubik for one in found.each) == 1


# ---- every small game, and what the indices promise


@st.composite
def _game(draw: st.DrawFn, most_players: int = 5) -> WeightedGame:
    columns = draw(st.integers(1, 2))
    weights = st.tuples(*[st.integers(0, 4)] * columns)
    players = draw(st.lists(weights, min_size=1, max_size=most_players))
    most = [sum(column) for column in zip(*players, strict=True)]
    row = st.tuples(*[st.integers(0, whole) for whole in most])
    quotas = draw(st.lists(row.filter(any), min_size=1, max_size=2)) if any(most) else [(1,)]
    return WeightedGame(tuple(Players(1, one) for one in players), tuple(quotas))


def _sound(game: WeightedGame) -> bool:
    return not list(game.problems())


GAMES = _game().filter(_sound)


@given(_game(most_players=4).filter(_sound))
def test_any_small_game_equals_the_slow_count(game: WeightedGame) -> None:
    found = game.strengths()
    people = len(every(game))
    assert [one.banzhaf for one in found.each] == slow_banzhaf(
        people, 2, lambda says: wins(game, says)
    )
    assert [one.shapley_shubik for one in found.each] == slow_orders(
        people, 2, lambda says: wins(game, says)
    )


@given(GAMES)
def test_what_all_have_is_one_whole(game: WeightedGame) -> None:
    found = game.strengths()
    assert sum(one.shapley_shubik for one in found.each) == 1
    assert sum(found.shares) == 1
    assert 0 < found.to_act < 1


@given(GAMES)
def test_who_has_no_weight_has_no_say_and_alters_nobody_elses(game: WeightedGame) -> None:
    nothing = Players(2, (0,) * len(game.quotas[0]))
    more = WeightedGame((*game.players, nothing), game.quotas).strengths()
    assert not more.each[-1].banzhaf
    assert not more.each[-1].shapley_shubik
    before = game.strengths()
    assert [(a.banzhaf, a.shapley_shubik) for a in more.each[:-1]] == [
        (b.banzhaf, b.shapley_shubik) for b in before.each
    ]


@given(GAMES)
def test_those_with_equal_weights_are_equally_strong_wherever_they_stand(
    game: WeightedGame,
) -> None:
    turned = WeightedGame(tuple(reversed(game.players)), game.quotas).strengths().each
    assert tuple(reversed(turned)) == game.strengths().each
    found: dict[tuple[int, ...], set[object]] = {}
    for player, strength in zip(game.players, game.strengths().each, strict=True):
        found.setdefault(player.weights, set()).add(strength)
    assert all(len(each) == 1 for each in found.values())


@given(GAMES)
def test_who_can_pass_and_block_alone_has_all_the_power(game: WeightedGame) -> None:
    for which, one in enumerate(game.strengths().each):
        alone = [int(place == which) for place in range(len(game.players))]
        rules_alone = game.can_pass(alone) and game.can_block(alone)
        assert rules_alone == (one.banzhaf == 1)


@pytest.mark.parametrize(
    ("players", "quotas", "sentence"),
    [
        ([], [(1,)], "needs players"),
        ([Players(1, (1,))], [], "needs players"),
        ([Players(1, (1, 2))], [(1,)], "one weight for each quota"),
        ([Players(0, (1,))], [(1,)], "at least one player"),
        ([Players(1, (-1,))], [(1,)], "less than nothing"),
        ([Players(1, (1,))], [(0,)], "let everything pass"),
        ([Players(3, (1,))], [(4,)], "nothing can ever pass"),
        ([Players(1, (10**9,))], [(1,)], "too large"),
    ],
)
def test_a_game_that_cannot_be_counted_says_why(
    players: list[Players], quotas: list[tuple[int, ...]], sentence: str
) -> None:
    with pytest.raises(Malformed, match=sentence):
        WeightedGame(tuple(players), tuple(quotas)).strengths()
