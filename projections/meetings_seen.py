"""What the questions about meetings are answered with: frozen, and free of rows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from domain.ids import CommitteeId, MeetingId, PersonId, ProposalId, StreamId
from domain.kinds import ApologyCause, Capacity, Elsewhere, MeetingRole
from domain.values import EventId, LocalMoment
from domain.voting.tally import Outcome


class Phase(StrEnum):
    """How far a meeting has come."""

    CALLED = "called"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class SomebodySeen:
    """A person, by name."""

    person: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class ApologySeen:
    """Somebody who was not there and said so."""

    person: PersonId
    name: str
    cause: ApologyCause


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """What somebody did in a meeting."""

    role: MeetingRole
    person: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class ItemSeen:
    """Something on the list of a meeting."""

    item: StreamId
    title: str


@dataclass(frozen=True, slots=True)
class NoteSeen:
    """Something that was written down, and whether that was after the end."""

    words: str
    item: ItemSeen | None
    at: datetime
    is_late: bool
    position: int


@dataclass(frozen=True, slots=True)
class DecidedSeen:
    """What was decided in a meeting."""

    proposal: ProposalId
    title: str
    outcome: Outcome
    event: EventId
    position: int


@dataclass(frozen=True, slots=True)
class ConfirmedSeen:
    """Somebody who confirmed the minutes, up to a position of the log.

    ``is_older`` where something was written down since.
    """

    person: PersonId
    name: str
    capacity: Capacity
    seen_to: int
    at: datetime
    is_older: bool


@dataclass(frozen=True, slots=True)
class ElsewhereSeen:
    """Whether anything was decided outside meetings since the last one."""

    answer: Elsewhere
    words: str | None


@dataclass(frozen=True, slots=True)
class HeldSeen:
    """When a meeting was, and nothing else of it."""

    meeting: MeetingId
    began: datetime
    ended: datetime | None
    to_the_day: bool


@dataclass(frozen=True, slots=True)
class MeetingSeen:
    """A meeting: when, who was there, who did what, what was decided, and who confirmed that."""

    meeting: MeetingId
    committee: CommitteeId
    phase: Phase
    on: LocalMoment | None
    """When it was called for; nothing where it was held without having been called."""
    place: str | None
    began: datetime | None
    ended: datetime | None
    to_the_day: bool
    items: tuple[ItemSeen, ...]
    present: tuple[SomebodySeen, ...]
    apologies: tuple[ApologySeen, ...]
    roles: tuple[RoleSeen, ...]
    notes: tuple[NoteSeen, ...]
    elsewhere: ElsewhereSeen | None
    decided: tuple[DecidedSeen, ...]
    confirmed: tuple[ConfirmedSeen, ...]

    @property
    def is_confirmed(self) -> bool:
        """Whether whoever ran it and one other have confirmed all that is written down."""
        fresh = {one.capacity for one in self.confirmed if not one.is_older}
        return fresh == set(Capacity)

    def was_there(self, person: UUID) -> bool:
        """Whether this person was there."""
        return person in {one.person for one in self.present}
