"""Ranked votes as Debian counts them, over anything that can be ranked.

Constitution for the Debian Project, appendix A.6 (since 2022 A.5): options that too few, or not
enough more, put above the default option are dropped; then, of the options that nothing outside a
circle defeats (the Schwartz set), the weakest defeats are dropped until none is left within it.
That is Schulze's method in other words, and it has one winner. By the constitution an option stays
in with R votes over the default; here it needs more than R, as in Debian's counts of 2004 and 2005.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Generic

from domain.voting.pairs import Matrix, Ranked, T, pairwise, places_by, schwartz, wins

Defeat = tuple[T, T]
Defeats = tuple[Defeat[T], ...]


@dataclass(frozen=True)
class Terms(Generic[T]):
    """What an option needs over the default option: more than `quorum` votes, and a larger share.

    `majority` says how many votes for each one against have to be exceeded; one where unsaid.
    """

    default: T
    majority: Mapping[T, Fraction]
    quorum: Fraction = Fraction(-1)


@dataclass(frozen=True)
class Step(Generic[T]):
    """The options still in it that nothing outside a circle defeats, and the defeats dropped."""

    left: tuple[T, ...]
    dropped: Defeats[T]


@dataclass(frozen=True)
class Condorcet(Generic[T]):
    """The count. `order` has the winner first and whatever was dropped last."""

    pairwise: Mapping[T, Mapping[T, int]]
    too_few: tuple[T, ...]
    outvoted: tuple[T, ...]
    steps: tuple[Step[T], ...]
    order: tuple[tuple[T, ...], ...]


def debian(options: Sequence[T], ballots: Iterable[Ranked[T]], terms: Terms[T]) -> Condorcet[T]:
    """Counts the ballots."""
    return from_pairs(pairwise(options, ballots), terms)


def from_pairs(votes: Matrix[T], terms: Terms[T]) -> Condorcet[T]:
    """The same from the votes of each pair."""
    others = [option for option in votes if option != terms.default]
    too_few = tuple(a for a in others if votes[a][terms.default] <= terms.quorum)
    outvoted = tuple(a for a in others if a not in too_few and not _has_majority(a, votes, terms))
    left = [option for option in votes if option not in (*too_few, *outvoted)]
    order = places_by(left, lambda some: _steps(some, votes)[-1].left)
    dropped = (outvoted + too_few,) if outvoted + too_few else ()
    return Condorcet(votes, too_few, outvoted, _steps(left, votes), order + dropped)


def _has_majority(option: T, votes: Matrix[T], terms: Terms[T]) -> bool:
    ratio = terms.majority.get(option, Fraction(1))
    return votes[option][terms.default] > ratio * votes[terms.default][option]


def _steps(options: Collection[T], votes: Matrix[T]) -> tuple[Step[T], ...]:
    """Drops the weakest defeats within the set, until there is none within it."""
    defeats = [(a, b) for a, b in wins(votes) if a in options and b in options]
    steps: list[Step[T]] = []
    while not steps or steps[-1].dropped:
        left = schwartz(options, defeats)
        within = [(a, b) for a, b in defeats if a in left and b in left]
        weakest = _weakest(within, votes)
        steps.append(Step(tuple(left), weakest))
        defeats = [defeat for defeat in defeats if defeat not in weakest]
    return tuple(steps)


def _weakest(defeats: Collection[Defeat[T]], votes: Matrix[T]) -> Defeats[T]:
    """Those with the fewest votes, and of these the ones with the most votes against."""
    strength = {(a, b): (votes[a][b], -votes[b][a]) for a, b in defeats}
    least = min(strength.values(), default=None)
    return tuple(defeat for defeat in defeats if strength[defeat] == least)
