"""Ranked votes by Schulze's method, over anything that can be ranked.

Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
single-winner election method", Social Choice and Welfare 36 (2011), 267-303. An option beats
another in a pair where more ballots put it above; the strength of that is the votes for it
("winning votes"), and nothing for the loser. The paper goes on to tell equal winning votes apart
by the votes against; here they stay equal, as in the counts that committees publish.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)

Matrix = dict[T, dict[T, int]]


@dataclass(frozen=True)
class Ranked(Generic[T]):
    """So many equal ballots: places from best to worst, and whether what they leave out is last.

    If it is not, it is not compared with anything on these ballots.
    """

    places: Sequence[Collection[T]]
    times: int = 1
    unlisted_last: bool = True


@dataclass(frozen=True)
class Contest(Generic[T]):
    """Every option against every other. `order` goes from the best place to the last.

    `pairwise[a][b]` are the votes that put a above b; `strongest[a][b]` is the strength of the
    strongest path of wins from a to b, which is that of its weakest win.
    """

    pairwise: Mapping[T, Mapping[T, int]]
    strongest: Mapping[T, Mapping[T, int]]
    order: tuple[tuple[T, ...], ...]


def schulze(options: Sequence[T], ballots: Iterable[Ranked[T]]) -> Contest[T]:
    """Counts the ballots."""
    votes = pairwise(options, ballots)
    paths = strongest_paths(votes)
    return Contest(votes, paths, places(paths))


def pairwise(options: Sequence[T], ballots: Iterable[Ranked[T]]) -> Matrix[T]:
    """For each two options, the votes that put the first above the second."""
    votes: Matrix[T] = {one: {other: 0 for other in options if other != one} for one in options}
    for ballot in ballots:
        place = _place_of(ballot, options)
        for one, other in permutations(place, 2):
            if place[one] < place[other]:
                votes[one][other] += ballot.times
    return votes


def _place_of(ballot: Ranked[T], options: Sequence[T]) -> dict[T, int]:
    """The place of each option that the ballot compares, 0 the best."""
    place = {option: at for at, group in enumerate(ballot.places) for option in group}
    last = len(ballot.places)
    return {
        option: place.get(option, last)
        for option in options
        if ballot.unlisted_last or option in place
    }


def strongest_paths(votes: Mapping[T, Mapping[T, int]]) -> Matrix[T]:
    """The strength of the strongest path of wins from each option to each other, 0 for none."""
    paths = {
        one: {other: won if won > votes[other][one] else 0 for other, won in row.items()}
        for one, row in votes.items()
    }
    for via, one, other in permutations(paths, 3):
        detour = min(paths[one][via], paths[via][other])
        paths[one][other] = max(paths[one][other], detour)
    return paths


def places(paths: Mapping[T, Mapping[T, int]]) -> tuple[tuple[T, ...], ...]:
    """First those with no stronger path against them, then the same of the rest."""
    left, order = list(paths), []
    while left:
        best = tuple(one for one in left if not _beaten(one, left, paths))
        order.append(best)
        left = [one for one in left if one not in best]
    return tuple(order)


def _beaten(one: T, others: Iterable[T], paths: Mapping[T, Mapping[T, int]]) -> bool:
    return any(paths[other][one] > paths[one][other] for other in others if other != one)
