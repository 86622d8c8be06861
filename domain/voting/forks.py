"""Ties on the way through a count in rounds: whether they matter, and how the rule breaks them."""

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from domain.ids import OptionId
from domain.voting.pairs import T
from domain.voting.poll import Poll
from domain.voting.rounds import Pick, Picker, Rounds
from domain.voting.ties import broken

Counting = Callable[[Picker[T]], Rounds[T]]
"""A count that asks whenever several came out the same."""

AT_MOST = 500
"""So many ways through a count are tried. Where there are more, any tie may matter."""


@dataclass(frozen=True)
class Ends(Generic[T]):
    """Who is chosen, for each way to break the ties that come up; and whether all were tried."""

    by_picks: Mapping[tuple[T, ...], frozenset[T]]
    complete: bool

    def hang_on(self, picks: Sequence[T]) -> bool:
        """Whether it matters how the tie is broken that comes up after these picks."""
        after = {end for made, end in self.by_picks.items() if made[: len(picks)] == tuple(picks)}
        return not self.complete or len(after) > 1

    @property
    def sure(self) -> frozenset[T]:
        """Those who are chosen however the ties are broken."""
        ends = list(self.by_picks.values())
        return frozenset.intersection(*ends) if self.complete and ends else frozenset()


def every_end(counting: Counting[T]) -> Ends[T]:
    """All ends that the ties leave open, the earliest tie first."""
    ends: dict[tuple[T, ...], frozenset[T]] = {}
    left: deque[tuple[T, ...]] = deque([()])
    for _ in range(AT_MOST):
        if not left:
            break
        picks = left.popleft()
        found = counting(_following(picks))
        if found.open:
            left.extend((*picks, one) for one in found.open)
        else:
            ends[picks] = frozenset(found.chosen)
    return Ends(ends, complete=not left)


def _following(picks: Sequence[T]) -> Picker[T]:
    coming = iter(picks)
    return lambda _tied, _what: next(coming, None)


@dataclass(frozen=True)
class Broken:
    """A count as far as the rule lets it go; the ties that the result hung on, and who is sure."""

    found: Rounds[OptionId]
    ties: tuple[tuple[OptionId, ...], ...] = ()
    sure: Collection[OptionId] = ()


def by_rule(poll: Poll, counting: Counting[OptionId]) -> Broken:
    """The count with its ties broken: freely where it makes no difference, else as the rule says.

    Where the rule does not say, or the chair has not spoken, it stops at the tie that matters.
    """
    found = counting(_following(()))
    if not found.open:
        return Broken(found)
    ends = every_end(counting)
    breaker = _Breaker(poll, ends)
    found = counting(breaker)
    return Broken(found, tuple(breaker.mattered), ends.sure)


class _Breaker:
    """Picks one of those that came out the same, and remembers the ties that mattered."""

    def __init__(self, poll: Poll, ends: Ends[OptionId]) -> None:
        self.poll, self.ends = poll, ends
        self.made: list[OptionId] = []
        self.mattered: list[tuple[OptionId, ...]] = []

    def __call__(self, tied: Sequence[OptionId], what: Pick) -> OptionId | None:
        pick: OptionId | None = tied[0]
        if self.ends.hang_on(self.made):
            self.mattered.append(tuple(tied))
            pick = self._by_rule(tied, what)
        if pick is not None:
            self.made.append(pick)
        return pick

    def _by_rule(self, tied: Sequence[OptionId], what: Pick) -> OptionId | None:
        """The one that the lot or the chair puts first, or last where somebody has to go."""
        places = broken(self.poll, tied)
        place = places[0] if what is Pick.GIVER else places[-1]
        return place[0] if len(place) == 1 else None
