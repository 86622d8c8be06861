"""Who sat on the committee as what, and when."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from domain.events import Event, PersonLeft, PersonRemoved, PersonSeated
from domain.ids import PersonId
from domain.kinds import Seat
from domain.values import Actor

Seating = PersonSeated | PersonLeft | PersonRemoved


class Seats:
    """The groups that measures compare: those who use the service, staff, trustees, others."""

    def __init__(self, events: Iterable[Event]) -> None:
        self._of: dict[Actor | None, list[Seating]] = defaultdict(list)
        for event in events:
            if isinstance(event, Seating):
                self._of[event.person].append(event)
        for told in self._of.values():
            told.sort(key=lambda event: event.occurred_at)
        self._from = {who: [e.occurred_at for e in told] for who, told in self._of.items()}
        moments = {at for moments in self._from.values() for at in moments}
        self._changes = sorted(at.astimezone(UTC) for at in moments)  # one zone compares quickly
        self._seated: dict[int, dict[Actor | None, PersonSeated]] = {}
        self._sat: dict[tuple[int, Seat, bool], list[PersonId]] = {}

    def sitting(self, who: Actor | None, at: datetime) -> PersonSeated | None:
        """The seat that somebody had at a moment."""
        return self.seated(at).get(who)

    def seated(self, at: datetime) -> Mapping[Actor | None, PersonSeated]:
        """Everybody who sat here at a moment, each with their seat."""
        key = bisect_right(self._changes, at)  # between two changes all sit still
        if key not in self._seated:
            last = ((who, self._last(who, at)) for who in self._of)
            self._seated[key] = {who: one for who, one in last if isinstance(one, PersonSeated)}
        return self._seated[key]

    def _last(self, who: Actor | None, at: datetime) -> Seating | None:
        place = bisect_right(self._from[who], at)
        return self._of[who][place - 1] if place else None

    def seat(self, who: Actor | None, at: datetime) -> Seat | None:
        """As what somebody sat here at a moment; none for whoever did not."""
        sitting = self.sitting(who, at)
        return sitting.seat if sitting else None

    def is_member(self, who: Actor | None, at: datetime) -> bool:
        """Whether somebody sat here as one who uses the service at a moment."""
        return self.seat(who, at) is Seat.MEMBER

    def sat(self, seat: Seat, at: datetime, *, voting: bool = False) -> list[PersonId]:
        """Everybody who had such a seat at a moment; ``voting``: with a vote."""
        key = bisect_right(self._changes, at), seat, voting  # between two changes all sit still
        if key not in self._sat:
            sitting = self.seated(at).values()
            sat = [one for one in sitting if one.seat is seat and (one.voting or not voting)]
            self._sat[key] = [one.person for one in sat]
        return self._sat[key]

    def behind(self, *people: Actor | None) -> list[Event]:
        """What tells where these sat: what a number about groups rests on besides."""
        return [event for who in dict.fromkeys(people) for event in self._of.get(who, ())]

    @property
    def all(self) -> list[Event]:
        """All that tells where anybody sat."""
        return [event for told in self._of.values() for event in told]
