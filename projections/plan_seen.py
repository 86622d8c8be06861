"""What the questions about plans are answered with: frozen, and free of rows."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.ids import CommitteeId, LineId, PersonId, PlanId
from domain.kinds import LineKind, Presence, Rhythm
from domain.values import EventId, LocalMoment, Money


@dataclass(frozen=True, slots=True)
class LineSeen:
    """One line of a plan, as it holds now."""

    line: LineId
    label: str
    kind: LineKind
    value: str
    money: Money | None
    since: datetime
    event: EventId
    authority: EventId | None


@dataclass(frozen=True, slots=True)
class Turn:
    """When an occasion was moved, cancelled or said to come back, and by which right."""

    at: datetime
    event: EventId
    authority: EventId | None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often an occasion comes back."""

    rhythm: Rhythm
    until: date | None
    turn: Turn


@dataclass(frozen=True, slots=True)
class PresenceSeen:
    """Somebody who came, or went home."""

    person: PersonId
    name: str
    presence: Presence
    since: datetime


@dataclass(frozen=True, slots=True)
class PlanSeen:
    """An occasion and its lines."""

    plan: PlanId
    committee: CommitteeId
    title: str
    on: LocalMoment | None
    event: EventId
    authority: EventId | None
    lines: tuple[LineSeen, ...]
    template: PlanId | None = None
    like: PlanId | None = None
    moved: Turn | None = None
    cancelled: Turn | None = None
    recurs: Recurrence | None = None
