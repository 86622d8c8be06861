"""Ranked ballots, and how many of them put one option above another.

Over anything that can be ranked. An option that shares a place with another is not above it; one
that a ballot leaves out is last on it, or not compared with anything, as the ballot says.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)

Matrix = Mapping[T, Mapping[T, int]]
"""``votes[a][b]`` are the votes that put a above b."""


@dataclass(frozen=True)
class Ranked(Generic[T]):
    """So many equal ballots: places from best to worst, and whether what they leave out is last.

    If it is not, it is not compared with anything on these ballots.
    """

    places: Sequence[Collection[T]]
    times: int = 1
    unlisted_last: bool = True


def folded(ballots: Iterable[tuple[Collection[T], ...]]) -> list[Ranked[T]]:
    """Equal ballots as one, of as many times; what they leave out is last."""
    return [Ranked(places, times) for places, times in Counter(ballots).items()]


def pairwise(options: Sequence[T], ballots: Iterable[Ranked[T]]) -> dict[T, dict[T, int]]:
    """For each two options, the votes that put the first above the second."""
    votes = {one: {other: 0 for other in options if other != one} for one in options}
    for (one, below), times in _above(options, ballots).items():
        row = votes[one]
        for at, other in enumerate(options):
            if below >> at & 1:
                row[other] += times
    return votes


def _above(options: Sequence[T], ballots: Iterable[Ranked[T]]) -> Counter[tuple[T, int]]:
    """For each option and each set of options (a bit for each) so many votes put above that set."""
    bit = {option: 1 << at for at, option in enumerate(options)}
    everything = (1 << len(options)) - 1
    above: Counter[tuple[T, int]] = Counter()
    for ballot in ballots:
        places, times = ballot.places, ballot.times
        below = everything if ballot.unlisted_last else _bits(bit, places)
        for place in places:
            for one in place:
                below &= ~bit.get(one, 0)
            for one in place:
                if one in bit:
                    above[one, below] += times
    return above


def _bits(bit: Mapping[T, int], places: Sequence[Collection[T]]) -> int:
    return sum(bit.get(one, 0) for place in places for one in place)


def wins(votes: Matrix[T]) -> list[tuple[T, T]]:
    """Winner and loser of each pair that more votes put the one way round than the other."""
    return [(a, b) for a, row in votes.items() for b in row if row[b] > votes[b][a]]


def among(votes: Matrix[T], some: Collection[T]) -> dict[T, dict[T, int]]:
    """The same votes of these options alone."""
    return {
        one: {other: number for other, number in row.items() if other in some}
        for one, row in votes.items()
        if one in some
    }


def reached(options: Iterable[T], steps: Collection[tuple[T, T]]) -> dict[T, set[T]]:
    """For each option all that it comes to over one step or several."""
    ways: dict[T, set[T]] = {option: set() for option in options}
    for one, other in steps:
        ways[one].add(other)
    for via, further in ways.items():
        for reach in ways.values():
            if via in reach:
                reach.update(further)
    return ways


def smith(votes: Matrix[T]) -> list[T]:
    """The smallest set of options that each win over all others."""
    not_lost = [(a, b) for a, row in votes.items() for b in row if row[b] >= votes[b][a]]
    ways = reached(votes, not_lost)
    return [one for one in votes if all(other in ways[one] for other in votes if other != one)]


def schwartz(options: Collection[T], defeats: Collection[tuple[T, T]]) -> list[T]:
    """The options that nothing comes to by defeats, but what they come to as well."""
    ways = reached(options, defeats)
    return [a for a in options if all(b in ways[a] for b in options if a in ways[b])]


def places_by(
    options: Iterable[T], best: Callable[[list[T]], Collection[T]]
) -> tuple[tuple[T, ...], ...]:
    """First those that are best of all, then those that are best of the rest, and so on."""
    left, order = list(options), []
    while left:
        first = best(left)
        order.append(tuple(one for one in left if one in first))
        left = [one for one in left if one not in first]
    return tuple(order)
