"""What must come out, worked out from the events alone and with no thought for speed."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from domain.events import (
    BallotCast,
    BallotWithdrawn,
    DecisionTaken,
    Event,
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverWithdrawn,
    LineDropped,
    LineWritten,
    PersonLeft,
    PersonRecused,
    PersonSeated,
    ProposalWithdrawn,
    RoleLaidDown,
    RoleTaken,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskTaken,
    VoterDropped,
    VotingClosed,
    VotingOpened,
)
from domain.kinds import Seat
from domain.voting.answers import Choice
from domain.voting.tally import ChoiceTally


@dataclass
class Vote:
    """One question."""

    voters: list[UUID] = field(default_factory=list)
    answers: dict[UUID, Any] = field(default_factory=dict)
    recused: set[UUID] = field(default_factory=set)
    dropped: set[UUID] = field(default_factory=set)
    is_over: bool = False

    def take_in(self, event: Event) -> None:
        match event:
            case VotingOpened():
                self.voters = [voter.person for voter in event.electorate]
            case BallotCast() if not self.is_over:
                self.answers[event.voter] = event.answer
            case BallotWithdrawn() if not self.is_over:
                self.answers.pop(event.voter, None)
            case PersonRecused():
                self.recused.add(event.person)
            case VoterDropped():
                self.dropped.add(event.voter)
            case VotingClosed() | ProposalWithdrawn():
                self.is_over = True

    @property
    def counted(self) -> dict[UUID, Any]:
        """The answers that count, in the order of the electorate."""
        return {
            voter: self.answers[voter]
            for voter in self.voters
            if voter in self.answers and voter not in self.recused
        }

    @property
    def tally(self) -> ChoiceTally:
        """What the answers come to."""
        said = Counter(self.counted.values())
        silent = set(self.voters) - set(self.answers) - self.recused - self.dropped
        still = (v for v in self.voters if v not in self.dropped or v in self.answers)
        return ChoiceTally.model_validate(
            {choice.value: said[choice] for choice in Choice}
            | {"silent": len(silent), "recused": sum(voter in self.recused for voter in still)}
        )


def vote(events: Iterable[Event]) -> Vote:
    """A question, from the events of its stream."""
    it = Vote()
    for event in events:
        it.take_in(event)
    return it


def tallies(events: Iterable[Event]) -> list[object]:
    """What was recorded at each decision."""
    return [event.tally for event in events if isinstance(event, DecisionTaken)]


def holders(events: Iterable[Event]) -> tuple[list[UUID], dict[UUID, UUID], bool]:
    """Who has a job, who asks whom to take it, and whether it is over."""
    held: list[UUID] = []
    asked: dict[UUID, HandoverOffered] = {}
    is_over = False
    for event in events:
        match event:
            case TaskTaken():
                held.append(event.person)
            case TaskLaidDown():
                held.remove(event.person)
            case HandoverOffered():
                asked[event.taker] = event
            case HandoverAccepted():
                if not asked.pop(event.taker).share:
                    held.remove(event.giver)
                held.append(event.taker)
            case HandoverDeclined() | HandoverWithdrawn():
                asked.pop(event.taker)
            case TaskDone() | TaskDropped():
                is_over = True
    return held, {taker: offer.giver for taker, offer in asked.items()}, is_over


def members(events: Iterable[Event]) -> dict[UUID, tuple[Seat, bool, bool]]:
    """Who sits on a committee: as what, with a vote or not, with a role or not."""
    seats: dict[UUID, tuple[Seat, bool]] = {}
    roles: set[tuple[UUID, UUID]] = set()
    for event in events:
        match event:
            case PersonSeated():
                seats[event.person] = event.seat, event.voting
            case PersonLeft():
                del seats[event.person]
            case RoleTaken():
                roles.add((event.person, event.role))
            case RoleLaidDown():
                roles.remove((event.person, event.role))
    return {who: (*seat, any(one == who for one, _ in roles)) for who, seat in seats.items()}


def lines(events: Sequence[Event]) -> list[tuple[UUID, object]]:
    """The lines that hold, in the order in which they were first written, with their rights."""
    written = [event for event in events if isinstance(event, LineWritten)]
    last = {e.line: e for e in events if isinstance(e, LineWritten | LineDropped)}
    standing = (last[line] for line in dict.fromkeys(event.line for event in written))
    return [(event.line, event.authority) for event in standing if isinstance(event, LineWritten)]
