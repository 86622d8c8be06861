"""One press: whose act it was, who pressed, when, and through what."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from domain.ids import MeetingId, PersonId
from domain.kinds import NotAPerson, Precision, Through
from domain.sealed import Sealed
from domain.values import Actor, Source


@dataclass(frozen=True, slots=True)
class Act:
    """What every command is given first, and every event keeps.

    ``recorded_at`` is the server's clock, in UTC. ``occurred_at`` is left out when the act happens
    as it is recorded; otherwise it is the moment, or noon UTC of the day, that the source tells.
    """

    actor: Actor
    recorded_at: datetime
    occurred_at: datetime | None = None
    occurred_to: Precision = Precision.MINUTE
    noted_at: datetime | None = None
    recorded_by: PersonId | None = None
    through: Through = Through.OWN_SCREEN
    witness: PersonId | None = None
    meeting: MeetingId | None = None
    source: Source | None = None
    reason: Sealed | None = None

    @classmethod
    def now(cls, actor: PersonId, recorded_at: datetime, reason: Sealed | None = None) -> "Act":
        """A person's own press, at this moment."""
        return cls(actor, recorded_at.astimezone(UTC), recorded_by=actor, reason=reason)

    @classmethod
    def of_program(cls, recorded_at: datetime, occurred_at: datetime | None = None) -> "Act":
        """What the program writes by itself because the clock or a rule says so."""
        return cls(NotAPerson.PROGRAM, recorded_at.astimezone(UTC), occurred_at)

    def by_program(self) -> "Act":
        """What the program writes by itself because of this act, as part of it."""
        if self.is_import:
            return replace(self, actor=NotAPerson.PROGRAM, recorded_by=None, witness=None)
        return Act.of_program(self.recorded_at, self.occurred_at)

    @property
    def happened_at(self) -> datetime:
        """When the act happened, to the minute."""
        at = self.occurred_at or self.recorded_at
        return at.replace(second=0, microsecond=0) if at.second or at.microsecond else at

    @property
    def is_import(self) -> bool:
        """Whether this act is told by a history kept elsewhere."""
        return self.source is not None or self.through is Through.IMPORT

    @property
    def counts_from(self) -> datetime:
        """The moment that is held against a deadline: for imports the source's, else our clock."""
        return self.happened_at if self.is_import else self.recorded_at

    def fields(self, occurred_at: datetime | None = None) -> dict[str, Any]:
        """What an event keeps of this act; it may have to wait its turn in a stream."""
        return {
            "recorded_at": self.recorded_at,
            "occurred_at": occurred_at or self.happened_at,
            "occurred_to": self.occurred_to,
            "noted_at": self.noted_at,
            "actor": self.actor,
            "recorded_by": self.recorded_by,
            "through": self.through,
            "witness": self.witness,
            "meeting": self.meeting,
            "source": self.source,
            "reason": self.reason,
        }
