"""A ballot, of which there may be a million: the little that measures need of it."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from domain.events import BallotCast
from domain.ids import PersonId
from domain.kinds import Through
from domain.values import Actor, EventId, event_id
from domain.voting.answers import Answer


class Ballot(NamedTuple):
    """One answer of one voter, as it was cast."""

    originator_id: UUID
    originator_version: int
    voter: PersonId
    answer: Answer
    occurred_at: datetime
    recorded_at: datetime
    noted_at: datetime | None
    actor: Actor
    recorded_by: PersonId | None
    witness: PersonId | None
    through: Through

    @property
    def event_id(self) -> EventId:
        """What other events call it."""
        return event_id(self.originator_id, self.originator_version)

    @property
    def is_own_hand(self) -> bool:
        """Whether the voter gave it themselves: pressed it, or said it before a witness."""
        return self.recorded_by == self.voter or (
            self.actor == self.voter and self.witness is not None
        )


def ballot(event: BallotCast) -> Ballot:
    """The little that measures need of a ballot."""
    return Ballot(
        event.originator_id,
        event.originator_version,
        event.voter,
        event.answer,
        event.occurred_at,
        event.recorded_at,
        event.noted_at,
        event.actor,
        event.recorded_by,
        event.witness,
        event.through,
    )
