"""Who held which role, and when."""

from collections.abc import Iterable
from datetime import datetime

from domain.events import (
    Event,
    PersonLeft,
    PersonRemoved,
    RoleHandoverAccepted,
    RoleHandoverOffered,
    RoleHandoverReported,
    RoleLaidDown,
    RoleTaken,
    RoleTakenAway,
)
from domain.ids import PersonId, RoleId
from projections.power.evidence import Evidence

TELLS_OF_ROLES = (
    *(RoleTaken, RoleTakenAway, RoleLaidDown, RoleHandoverOffered),
    *(RoleHandoverAccepted, RoleHandoverReported, PersonLeft, PersonRemoved),
)


class Roles:
    """The roles of a committee, as its events tell them."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.all = [one for one in events if isinstance(one, TELLS_OF_ROLES)]

    def holders(self, role: RoleId, at: datetime) -> set[PersonId]:
        """Everybody who held this role at a moment."""
        held: set[PersonId] = set()
        shared: set[PersonId] = set()
        for event in self.all:
            if event.occurred_at <= at:
                _hear(event, role, held, shared)
        return held


def roles(evidence: Evidence) -> Roles:
    """The roles of the committee."""
    group = evidence.streams.get(evidence.committee)
    return Roles(group.events if group else [])


def _hear(event: Event, role: RoleId, held: set[PersonId], shared: set[PersonId]) -> None:
    match event:
        case PersonLeft() | PersonRemoved():
            held.discard(event.person)
        case RoleTaken() if event.role == role:
            held.add(event.person)
        case RoleLaidDown() | RoleTakenAway() if event.role == role:
            held.discard(event.person)
        case RoleHandoverOffered() if event.role == role:
            (shared.add if event.share else shared.discard)(event.taker)
        case RoleHandoverAccepted() if event.role == role:
            held.add(event.taker)
            if event.taker not in shared:
                held.discard(event.giver)
        case RoleHandoverReported() if event.role == role:
            held.difference_update(event.givers)
            held.update(event.takers)
