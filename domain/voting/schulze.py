"""Ranked votes by Schulze's method, over anything that can be ranked.

Markus Schulze, "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent
single-winner election method", Social Choice and Welfare 36 (2011), 267-303. An option beats
another in a pair where more ballots put it above; the strength of that is the votes for it
("winning votes"), and nothing for the loser. The paper goes on to tell equal winning votes apart
by the votes against; here they stay equal, as in the counts that committees publish.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Generic

from domain.voting.pairs import Matrix, Ranked, T, pairwise, places_by


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


def strongest_paths(votes: Matrix[T]) -> dict[T, dict[T, int]]:
    """The strength of the strongest path of wins from each option to each other, 0 for none."""
    paths = {
        one: {other: won if won > votes[other][one] else 0 for other, won in row.items()}
        for one, row in votes.items()
    }
    for via, one, other in permutations(paths, 3):
        detour = min(paths[one][via], paths[via][other])
        paths[one][other] = max(paths[one][other], detour)
    return paths


def places(paths: Matrix[T]) -> tuple[tuple[T, ...], ...]:
    """First those with no stronger path against them, then the same of the rest."""

    def unbeaten(left: Collection[T]) -> list[T]:
        return [one for one in left if not _beaten(one, left, paths)]

    return places_by(paths, unbeaten)


def _beaten(one: T, others: Iterable[T], paths: Matrix[T]) -> bool:
    return any(paths[other][one] > paths[one][other] for other in others if other != one)
