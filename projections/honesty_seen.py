"""What a page shows of what people say about the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from domain.ids import DisputeId, PersonId
from domain.kinds import Attestation, Seat, SelfAssessmentTool, Trace
from domain.values import Actor, EventId, Money, Period


@dataclass(frozen=True, slots=True)
class AttestationSeen:
    """Somebody's last word on whether the record of some days is complete."""

    person: PersonId
    name: str
    period: Period
    says: Attestation
    at: datetime
    event: EventId


@dataclass(frozen=True, slots=True)
class DisputeSeen:
    """Somebody said that an entry is not right; ``upheld`` is ``None`` until it is answered."""

    dispute: DisputeId
    about: EventId
    raised_by: Actor
    by: str
    words: str
    at: datetime
    upheld: bool | None
    answered_by: str | None
    answer: str | None
    answered_at: datetime | None
    event: EventId


@dataclass(frozen=True, slots=True)
class CorrectionSeen:
    """What puts an entry right."""

    about: EventId
    words: str
    at: datetime
    event: EventId
    authority: EventId | None


@dataclass(frozen=True, slots=True)
class ReplySeen:
    """What somebody says to a measure or a warning."""

    metric: str
    period: Period
    by: str
    words: str
    at: datetime
    event: EventId


@dataclass(frozen=True, slots=True)
class TraceSeen:
    """Something outside the log, and the entry that it fits; ``None`` where none does."""

    kind: Trace
    amount: Money | None
    fits: EventId | None
    by: str
    at: datetime
    event: EventId


@dataclass(frozen=True, slots=True)
class AssessmentSeen:
    """A group's last score for one question about its way of working."""

    tool: SelfAssessmentTool
    item: int
    seat: Seat
    score: int
    at: datetime
    event: EventId


@dataclass(frozen=True, slots=True)
class SurveySeen:
    """How many of each seat said what; ``None`` where it was erased."""

    answers: Mapping[Seat, Mapping[str, int]] | None
    at: datetime
    event: EventId
