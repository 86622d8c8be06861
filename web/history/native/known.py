"""What the lines so far have brought: people, things that began, and what is still open."""

from collections.abc import Iterable
from uuid import UUID

from domain import events
from domain.events import Event
from domain.ids import PersonId, ProposalId, TaskId
from domain.values import EventId, Source
from web.history.names import PERSON
from web.history.reading import identity_of
from web.history.taking import Taking


class Known:
    """One import's knowledge of ids, beside that of names."""

    def __init__(self, taking: Taking) -> None:
        self.taking = taking
        self._people: set[PersonId] = set()
        self._begun: set[UUID] = set()

    def person(self, person: PersonId) -> bool:
        """Whether this is the id of somebody whom the log knows."""
        if person not in self._people and self.taking.governance.kind_of(person) == PERSON:
            self._people.add(person)
        return person in self._people

    def has_begun(self, thing: UUID) -> bool:
        """Whether something has begun under this id in this import."""
        return thing in self._begun

    def begun(self, things: Iterable[UUID]) -> None:
        """These things have begun."""
        self._begun.update(things)

    def event_of(self, line: str) -> EventId | None:
        """The first event that an earlier line became, which has this ``id``."""
        identity, governance = identity_of(line), self.taking.governance
        waiting = (one for one in self.taking.batch.kept.lines if one.identity == identity)
        known = next(waiting, None) or governance.vault.imported_as(identity)
        if known is None:
            return None
        return governance.first_told_by(Source(run=known.run, line=known.line))

    def follow(self, event: Event) -> None:
        """Remember of an event what it leaves open, or ends, for whoever leaves later on."""
        it = self.taking
        match event:
            case events.VotingOpened():
                it.vote_opened(ProposalId(event.originator_id))
            case events.VotingClosed() | events.ProposalWithdrawn() | events.ProposalDeferred():
                it.vote_ended(ProposalId(event.originator_id))
            case events.TaskTaken():
                it.touches(TaskId(event.originator_id), event.person)
            case events.HandoverOffered():
                it.touches(TaskId(event.originator_id), event.giver, event.taker)
            case events.HandoverAccepted() | events.TaskTakenOver() | events.TaskReturned():
                it.touches(TaskId(event.originator_id), event.taker)
            case events.HandoverReported():
                it.touches(TaskId(event.originator_id), *event.takers)
            case _:
                pass
