"""How strong a vote is where people vote in two or three ways: exact, by counting roll calls.

All are called up one by one, in any order, and each votes in any way; every such roll call is as
likely as any other. A vote settles the result where after it no later vote can alter the result,
and before it one still could: the share of roll calls in which somebody's does is the index of
Shapley and Shubik, of which Felsenthal and Machover's (Ternary voting games, International Journal
of Game Theory 26, 1997) is the same with abstention as a third way. Of the Banzhaf index likewise:
the share of all ways in which the others vote where one's yes and one's no end differently.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import product
from math import comb, prod

from domain.voting.strength import Strength, Strengths

State = tuple[tuple[int, ...], ...]
"""Of all who are alike: how many have voted in each way, yes first and no last."""

Passes = Callable[[State], bool]


def strengths(sizes: Sequence[int], ways: int, passes: Passes) -> Strengths:
    """How strong each is, where so many are alike and each can vote in so many ways.

    ``passes`` says how it ends when all have voted; a vote nearer to yes must never harm it.
    """
    call = _RollCall(sizes, ways, cache(passes))
    each = tuple(call.strength(which) for which in range(len(sizes)))
    return Strengths(each, call.share_that_passes())


class _RollCall:
    """So many people of each kind, who vote in so many ways."""

    def __init__(self, sizes: Sequence[int], ways: int, passes: Passes) -> None:
        self.sizes, self.ways, self.passes = tuple(sizes), ways, passes
        self.settled = cache(self._settled)

    def share_that_passes(self) -> Fraction:
        """Coleman's power of all together to act."""
        people = sum(self.sizes)
        passing = sum(
            many
            for state, many in _states(self.sizes, self.ways)
            if _called(state) == people and self.passes(state)
        )
        return Fraction(passing, self.ways**people)

    def strength(self, which: int) -> Strength:
        """One of those at this place, among all others."""
        others = [size - (place == which) for place, size in enumerate(self.sizes)]
        last, turned, settles = sum(others), 0, [0] * (sum(others) + 1)
        for state, many in _states(others, self.ways):
            time = _called(state)
            if time == last:
                turned += many * self._turns(state, which)
            if not self.settled(state):
                settles[time] += many * self._settles(state, which)
        banzhaf = Fraction(turned, self.ways**last)
        return Strength(self.sizes[which], banzhaf, _in_any_order(settles, self.ways))

    def _turns(self, state: State, which: int) -> bool:
        yes, no = (_with(state, which, way) for way in (0, self.ways - 1))
        return self.passes(yes) and not self.passes(no)

    def _settles(self, state: State, which: int) -> int:
        return sum(self.settled(_with(state, which, way)) for way in range(self.ways))

    def _settled(self, state: State) -> bool:
        """Whether it ends the same if all who are left say yes, and if all say no."""
        return self.passes(self._all_left(state, 0)) == self.passes(
            self._all_left(state, self.ways - 1)
        )

    def _all_left(self, state: State, way: int) -> State:
        return tuple(
            _and(voted, way, size - sum(voted))
            for voted, size in zip(state, self.sizes, strict=True)
        )


def _states(sizes: Sequence[int], ways: int) -> Iterator[tuple[State, int]]:
    """Where a roll call of so many of each can stand, and of how many people that is true."""
    for each in product(*(_voted(size, ways) for size in sizes)):
        yield tuple(voted for voted, _ in each), prod(many for _, many in each)


@cache
def _voted(size: int, ways: int) -> list[tuple[tuple[int, ...], int]]:
    """How many of so many may have voted in each way so far, and which of them that can be."""
    if not ways:
        return [((), 1)]
    return [
        ((some, *rest), many * comb(size, some))
        for some in range(size + 1)
        for rest, many in _voted(size - some, ways - 1)
    ]


def _in_any_order(settles: Sequence[int], ways: int) -> Fraction:
    """The share of all roll calls, where so many settle it after so many others."""
    people = len(settles)
    shares = (
        Fraction(many, people * comb(people - 1, time) * ways ** (time + 1))
        for time, many in enumerate(settles)
    )
    return sum(shares, Fraction(0))


def _with(state: State, which: int, way: int) -> State:
    return (*state[:which], _and(state[which], way, 1), *state[which + 1 :])


def _and(voted: tuple[int, ...], way: int, more: int) -> tuple[int, ...]:
    return (*voted[:way], voted[way] + more, *voted[way + 1 :])


def _called(state: State) -> int:
    return sum(map(sum, state))
