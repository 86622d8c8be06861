"""What the questions about one person are answered with: frozen, and free of rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from domain.ids import (
    AdjustmentId,
    CommitteeId,
    MeetingId,
    PersonId,
    ProposalId,
    RoleId,
    TaskId,
)
from domain.kinds import Consent, Seat
from domain.values import EventId
from projections.audit import Entry


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A name that somebody had; ``None`` where it was erased."""

    name: str | None
    since: datetime


@dataclass(frozen=True, slots=True)
class HelperSeen:
    """The other one of two people of whom one chose the other as a helper."""

    person: PersonId
    name: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class AdjustmentSeen:
    """What somebody needs to take part, and when it was there."""

    adjustment: AdjustmentId
    words: str | None
    asked_at: datetime
    made_at: datetime | None
    how: str | None


@dataclass(frozen=True, slots=True)
class ConsentSeen:
    """What somebody agreed to, and until when."""

    to: Consent
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """What is kept of a person beyond what they did: details, wishes, helpers, needs, consents."""

    person: PersonId
    name: str
    known_since: datetime
    names: tuple[NameSeen, ...]
    details: Mapping[str, Any] | None
    preferences: Mapping[str, str] | None
    helpers: tuple[HelperSeen, ...]
    helps: tuple[HelperSeen, ...]
    adjustments: tuple[AdjustmentSeen, ...]
    consents: tuple[ConsentSeen, ...]


class Ended(StrEnum):
    """How somebody came to have a seat or a role no more."""

    LEFT = "left"
    REMOVED = "removed"
    NEW_TERMS = "new terms"
    LAID_DOWN = "laid down"
    TAKEN_AWAY = "taken away"
    HANDED_OVER = "handed over"
    PASSED_ON = "passed on"


@dataclass(frozen=True, slots=True)
class PastSeat:
    """A seat, whether somebody still has it or not: on which terms, from when to when."""

    committee: CommitteeId
    committee_name: str
    seat: Seat
    voting: bool
    since: datetime
    term_ends: date | None
    until: datetime | None
    ended: Ended | None
    event: EventId
    authority: EventId | None


@dataclass(frozen=True, slots=True)
class PastRole:
    """A role, whether somebody still has it or not: from when to when."""

    committee: CommitteeId
    committee_name: str
    role: RoleId
    role_name: str
    since: datetime
    term_ends: date | None
    until: datetime | None
    ended: Ended | None
    event: EventId
    authority: EventId | None


@dataclass(frozen=True, slots=True)
class SaidSeen:
    """Something that somebody said, and about what."""

    about: UUID
    words: tuple[str, ...]
    entry: Entry


@dataclass(frozen=True, slots=True)
class LifeSeen:
    """Everything in the log that names a person, in the order in which it happened.

    ``entries`` is all of it; the rest picks from it.
    """

    seats: tuple[PastSeat, ...]
    roles: tuple[PastRole, ...]
    tasks: Mapping[TaskId, tuple[Entry, ...]]
    voted_on: tuple[ProposalId, ...]
    proposed: tuple[ProposalId, ...]
    meetings: tuple[MeetingId, ...]
    said: tuple[SaidSeen, ...]
    entries: tuple[Entry, ...]
