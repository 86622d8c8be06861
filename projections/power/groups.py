"""Groups side by side: what those who use the service did, and what staff did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.kinds import Seat
from domain.values import Actor
from projections.power.guards import (
    NO_DIFFERENCE,
    TOO_FEW_TO_COMPARE,
    Guard,
    Interval,
    guard_of,
    newcombe,
    shown,
    wilson,
)

Did = tuple[Actor | UUID | None, bool]
"""Somebody, and whether it was so of what they did this time."""


@dataclass(frozen=True, slots=True)
class Group:
    """So many of so many in one group, and how many people are behind the k and behind the rest."""

    seat: Seat
    k: int
    n: int
    people: tuple[int, int]
    edge: str = ""
    """“at least” or “at most”, where an exact number would tell of each."""

    @property
    def guard(self) -> Guard:
        """How much so few may say."""
        return guard_of(self.n)

    @property
    def interval(self) -> Interval | None:
        """Between what its share could lie by luck, where there are enough to say."""
        return wilson(self.k, self.n) if self.guard is Guard.RATE else None

    @property
    def display(self) -> str:
        """The number as it may be shown."""
        return f"{self.edge}{shown(self.k, self.n)}"


def group(seat: Seat, did: Sequence[Did]) -> Group:
    """One group, from what each of its people did each time."""
    so, not_so = people_behind(did)
    return Group(seat, sum(is_so for _, is_so in did), len(did), (so, not_so))


def people_behind(did: Iterable[Did]) -> tuple[int, int]:
    """How many people are behind what is so, and behind what is not."""
    told = list(did)
    return len({who for who, so in told if so}), len({who for who, so in told if not so})


def groups(did: Mapping[Seat, Sequence[Did]]) -> tuple[Group, ...]:
    """Every group of which something is told, in the order of the seats."""
    return tuple(group(seat, did[seat]) for seat in Seat if did.get(seat))


def members_behind(of: Iterable[Group]) -> tuple[int, int]:
    """How many members are behind what is so of them, and behind what is not."""
    return next((one.people for one in of if one.seat is Seat.MEMBER), (0, 0))


def gap(of: Iterable[Group]) -> Interval | None:
    """By how much members and staff differ; none where either are too few to be compared (G4)."""
    by_seat = {one.seat: (one.k, one.n) for one in of}
    if not {Seat.MEMBER, Seat.STAFF} <= by_seat.keys():
        return None
    return newcombe(by_seat[Seat.MEMBER], by_seat[Seat.STAFF])


def told_gap(of: Iterable[Group]) -> str:
    """What may be said of the difference between members and staff."""
    between = gap(of)
    if between is None:
        return TOO_FEW_TO_COMPARE
    if between.tells_nothing:
        return NO_DIFFERENCE
    return "It is more for members." if between.low > 0 else "It is more for staff."
