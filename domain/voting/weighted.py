"""Games in which weights have to reach quotas: exact, by generating functions.

Two coalitions count as one where they have as many players and as much weight; how many there are
of each is a coefficient of the product of (1 + t^weight) over all players (Mann and Shapley 1962,
Brams and Affuso 1976). So fifty-one states take as long as their votes are many, not 2^51 steps.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import comb, prod
from operator import add, sub

from domain.errors import Malformed
from domain.voting.strength import Strength, Strengths

Weights = tuple[int, ...]

TOO_LARGE = 200_000_000
"""Steps that take more than a minute."""


@dataclass(frozen=True)
class Players:
    """So many players whose vote weighs the same: one weight for each thing that is counted."""

    number: int
    weights: Weights


@dataclass(frozen=True)
class WeightedGame:
    """A coalition wins when its weights reach every quota of one row at least.

    [[15, 6500], [24, 0]] is 15 states with 6500 people between them, or 24 states.
    """

    players: tuple[Players, ...]
    quotas: tuple[Weights, ...]

    def problems(self) -> Iterator[str]:
        """Why this is no game that can be counted, as sentences; none where it is one."""
        lengths = {len(one.weights) for one in self.players} | set(map(len, self.quotas))
        if not self.players or not self.quotas:
            yield "A game needs players, and a quota that they have to reach."
        elif len(lengths) > 1:
            yield "Give every player one weight for each quota of a row."
        elif any(one.number < 1 for one in self.players):
            yield "A game needs at least one player of each kind that it names."
        elif any(weight < 0 for one in self.players for weight in one.weights):
            yield "No vote can weigh less than nothing."
        elif any(max(row, default=0) <= 0 for row in self.quotas):
            yield "A quota of nothing would let everything pass."
        elif not self.wins(self._all):
            yield "All weights together do not reach the quota, so nothing can ever pass."
        elif len(self._ways) * len(self.players) > TOO_LARGE:
            yield "This game is too large to be counted exactly. Use smaller weights."

    def check(self) -> None:
        """Refuse what cannot be counted."""
        if problems := list(self.problems()):
            raise Malformed(" ".join(problems))

    def wins(self, totals: Sequence[int]) -> bool:
        """Whether a coalition with these weights gets what it wants."""
        return any(
            all(have >= needed for have, needed in zip(totals, row, strict=True))
            for row in self.quotas
        )

    def can_pass(self, mine: Sequence[int]) -> bool:
        """Whether so many players of each kind get what they want though all others say no."""
        return self.wins(self._weight_of(mine))

    def can_block(self, mine: Sequence[int]) -> bool:
        """Whether so many players of each kind stop what all others want."""
        others = [one.number - some for one, some in zip(self.players, mine, strict=True)]
        return not self.wins(self._weight_of(others))

    def strengths(self) -> Strengths:
        """How strong each player is, and how easily something is decided."""
        self.check()
        ways, wins = self._coalitions(), self._winning()
        decided = sum(many for many, so in zip(ways, wins, strict=True) if so)
        each = tuple(self._strength(one, ways, wins) for one in self.players)
        return Strengths(each, Fraction(decided, 2**self._size))

    def _strength(self, one: Players, ways: Sequence[int], wins: Sequence[bool]) -> Strength:
        """The coalitions of all others that lose, and win with this one: many, and by size."""
        step, by_size = self._code(one.weights), [0] * self._size
        others = _without(ways, step)
        for code, so in enumerate(wins[step:]):
            if so and not wins[code] and others[code]:
                by_size[code % (self._size + 1)] += others[code]
        return Strength(one.number, *_indices(by_size))

    # A coalition lies at one place of a list: its size, and its weight of each thing counted.

    @cached_property
    def _size(self) -> int:
        return sum(one.number for one in self.players)

    @cached_property
    def _all(self) -> Weights:
        return self._weight_of([one.number for one in self.players])

    @cached_property
    def _told_by_size(self) -> tuple[bool, ...]:
        """Weights that are one for everybody: the size of a coalition tells their sum."""
        every = zip(*(one.weights for one in self.players), strict=True)
        return tuple(set(weights) == {1} for weights in every)

    @cached_property
    def _ways(self) -> range:
        """All places that a coalition can lie at."""
        told = zip(self._all, self._told_by_size, strict=True)
        return range((self._size + 1) * prod(whole + 1 for whole, by_size in told if not by_size))

    def _weight_of(self, players: Iterable[int]) -> Weights:
        each = [
            [some * weight for weight in one.weights]
            for some, one in zip(players, self.players, strict=True)
        ]
        return tuple(map(sum, zip(*each, strict=True)))

    def _code(self, weights: Weights) -> int:
        """How far one player with these weights moves a coalition."""
        code = 0
        for weight, whole, by_size in zip(weights, self._all, self._told_by_size, strict=True):
            code = code if by_size else code * (whole + 1) + weight
        return code * (self._size + 1) + 1

    def _totals(self, code: int) -> Weights:
        """The weights of the coalitions that lie at a place."""
        rest, size = divmod(code, self._size + 1)
        totals = []
        for whole, by_size in zip(reversed(self._all), reversed(self._told_by_size), strict=True):
            rest, total = (rest, size) if by_size else divmod(rest, whole + 1)
            totals.append(total)
        return tuple(reversed(totals))

    def _coalitions(self) -> list[int]:
        """How many coalitions lie at each place."""
        ways = [1, *[0] * (len(self._ways) - 1)]
        for one in self.players:
            step = self._code(one.weights)
            for _ in range(one.number):
                ways = [*ways[:step], *map(add, ways[step:], ways)]
        return ways

    def _winning(self) -> list[bool]:
        return [self.wins(self._totals(code)) for code in self._ways]


def _without(ways: Sequence[int], step: int) -> list[int]:
    """The coalitions that one player is not in: all, without those that the player joined."""
    others = list(ways[:step])
    for start in range(step, len(ways), step):
        others += map(sub, ways[start : start + step], others[start - step :])
    return others


def _indices(by_size: Sequence[int]) -> tuple[Fraction, Fraction]:
    """Banzhaf and Shapley-Shubik, from how many coalitions of each size a player turns."""
    players = len(by_size)
    banzhaf = Fraction(sum(by_size), 2 ** (players - 1))
    orders = (
        Fraction(many, players * comb(players - 1, size)) for size, many in enumerate(by_size)
    )
    return banzhaf, sum(orders, Fraction(0))
