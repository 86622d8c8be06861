"""Every decision in order of time, night by night: what a strip of squares is drawn from."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from domain.kinds import Route
from projections.power.decisions import Decision, decisions
from projections.power.evidence import Evidence
from projections.power.gatherings import moments


@dataclass(frozen=True, slots=True)
class Square:
    """One decision: what it was about, how it was made, and when."""

    proposal: UUID
    route: Route
    at: datetime


@dataclass(frozen=True, slots=True)
class Night:
    """The decisions from one meeting up to the next; before the first, those of one day."""

    begins: datetime
    number: int | None
    """Which meeting it was, counted from the first; none before it."""
    squares: tuple[Square, ...]


def strip(evidence: Evidence) -> tuple[Night, ...]:
    """All decisions of the window, in order of time."""
    taken = sorted(decisions(evidence), key=lambda one: one.taken.occurred_at)
    return tuple(_nights(taken, moments(evidence)))


def _nights(taken: Sequence[Decision], met: Sequence[datetime]) -> Iterator[Night]:
    def night(one: Decision) -> tuple[int, date | None]:
        at = one.taken.occurred_at
        number = bisect_right(met, at)
        return number, None if number else at.date()

    for (number, _), some in groupby(taken, key=night):
        squares = tuple(Square(one.stream.id, one.route, one.taken.occurred_at) for one in some)
        begins = met[number - 1] if number else squares[0].at
        yield Night(begins, number or None, squares)
