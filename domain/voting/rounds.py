"""Counts that go on in rounds: what each of them tells, and what happens where the votes cannot."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Generic

from domain.voting.pairs import T


class Pick(Enum):
    """What one of several that came out the same is picked for."""

    GIVER = "passes on what is more than enough"
    GOER = "goes out"


Picker = Callable[[Sequence[T], Pick], T | None]
"""One of several that came out the same, or None where the count has to stop."""


@dataclass(frozen=True)
class Round(Generic[T]):
    """The votes in a round, of all who are chosen or still in it, and what comes of them.

    `resting` are the votes that are with nobody any more. `needed` is what is enough to be chosen.
    `chosen` are those newly chosen, and `by_default` those of them who have less than is needed: as
    many were left as places.
    Then somebody who has more than is needed passes it on (`passed_on`), or somebody goes out; if
    that was one of several who came out the same, `tied` are all of them.
    """

    votes: Mapping[T, Fraction]
    resting: Fraction
    needed: Fraction
    chosen: tuple[T, ...] = ()
    by_default: tuple[T, ...] = ()
    passed_on: T | None = None
    out: tuple[T, ...] = ()
    tied: tuple[T, ...] = ()


@dataclass(frozen=True)
class Rounds(Generic[T]):
    """A count with all its rounds. `open` are those that came out the same where it had to stop."""

    rounds: tuple[Round[T], ...]
    open: tuple[T, ...] = ()

    @property
    def chosen(self) -> tuple[T, ...]:
        """Those chosen, first those chosen first."""
        return tuple(one for each in self.rounds for one in each.chosen)

    @property
    def order(self) -> tuple[tuple[T, ...], ...]:
        """From best to last: those chosen, those who were left, those who went out, last first."""
        votes = self.rounds[-1].votes
        gone = [each.out for each in self.rounds if each.out]
        over = {*self.chosen, *(one for place in gone for one in place)}
        best = [place for each in self.rounds for place in by_votes(each.chosen, each.votes)]
        left = by_votes([one for one in votes if one not in over], votes)
        return (*best, *left, *reversed(gone))


def by_votes(some: Collection[T], votes: Mapping[T, Fraction]) -> list[tuple[T, ...]]:
    """Most votes first; those with as many share a place."""
    numbers = sorted({votes[one] for one in some}, reverse=True)
    return [tuple(one for one in some if votes[one] == number) for number in numbers]


def in_order(some: Collection[T], votes: Mapping[T, Fraction]) -> tuple[T, ...]:
    """Most votes first."""
    return tuple(one for place in by_votes(some, votes) for one in place)


def fewest(some: Collection[T], votes: Mapping[T, Fraction]) -> tuple[T, ...]:
    """Those of them with the fewest votes."""
    least = min(votes[one] for one in some)
    return tuple(one for one in some if votes[one] == least)


def go_together(last: Collection[T], others: Collection[T], votes: Mapping[T, Fraction]) -> bool:
    """Whether those who came out last can all go at once: all their votes would not save one."""
    together = sum(votes[one] for one in last)
    return all(together < votes[one] for one in others)
