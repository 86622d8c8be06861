"""One press: whose act it was, who pressed, when, and through what."""

from collections.abc import Container
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Protocol
from uuid import UUID, uuid4

from domain.ids import MeetingId, PersonId
from domain.kinds import NotAPerson, Precision, Through
from domain.sealed import Sealed
from domain.values import Actor, Source


class Told(Protocol):
    """What a source tells event by event: a log that was written out, as it comes in again."""

    def fresh(self, taken: Container[object]) -> UUID:
        """The id that the source has for what begins here; it must not be one of those taken."""

    def tell(self, made: Any) -> Any:
        """The event as the source tells it, which has to be what the rules have made."""


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
    told: Told | None = None

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
        """The moment that is held against a deadline: for imports the source's, else our clock.

        What another log recorded was held against the clock that it was recorded by.
        """
        if not self.is_import:
            return self.recorded_at
        if self.told is None or self.noted_at is None:
            return self.happened_at
        return max(self.happened_at, self.noted_at)

    def fresh(self, taken: Container[object] = ()) -> UUID:
        """An id for what begins with this act: a random one, or the one that a source brings."""
        return uuid4() if self.told is None else self.told.fresh(taken)

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
