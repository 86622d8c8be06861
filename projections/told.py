"""What the tables hold of one idea, before anybody makes sense of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import NamedTuple, TypeVar
from uuid import UUID

from domain.events import (
    DecisionTaken,
    Event,
    ProposalAmended,
    ProposalMade,
    StakeJudged,
    VoterAdded,
    VotingExtended,
    VotingOpened,
)
from domain.kinds import Domain, Stake
from domain.values import EventId, Option
from domain.voting.electorate import Voter
from domain.voting.rule import Rule
from projections.read_model import uid

E = TypeVar("E", bound=Event)


class BallotRow(NamedTuple):
    """A ballot as it lies in its table; one without an answer took the voter's last one back."""

    proposal: bytes
    position: int
    voter: bytes
    answer: str | None
    reason: str | None
    recorded_by: bytes | None
    through: str
    recorded_at: int
    slip: bytes | None
    at: int


class StoodOutRow(NamedTuple):
    """Somebody who does not decide: recused, or no longer on the committee."""

    proposal: bytes
    position: int
    person: bytes
    how: str
    at: int


class ObjectionRow(NamedTuple):
    """A step in the life of a worry."""

    proposal: bytes
    position: int
    objection: bytes
    step: str
    person: bytes
    ground: str | None
    words: str | None
    named: int | None
    event: str
    at: int


class EndingRow(NamedTuple):
    """How the voting ended, or that there was none."""

    proposal: bytes
    position: int
    how: str
    at: int


class Beside(NamedTuple):
    """Something that changed the question or its vote, with its position."""

    position: int
    event: Event


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision, the question that it answers, the rule that it was taken by, and its end."""

    made: ProposalMade
    title: str
    decided: DecisionTaken
    position: int
    terms: Rule | None
    reversed: EventId | None


@dataclass(frozen=True)
class Told:
    """All that the tables hold of one idea, by a stop in time."""

    made: ProposalMade
    opened: VotingOpened | None
    decided: Taken | None
    ballots: Sequence[BallotRow]
    stood_out: Sequence[StoodOutRow]
    objections: Sequence[ObjectionRow]
    endings: Sequence[EndingRow]
    beside: Sequence[Beside]
    opened_from: int = 0
    """The position of the opening. What was said of a vote that was called off ended with it."""

    def only(self, kind: type[E]) -> Iterator[E]:
        """What changed of this kind, in order."""
        return (event for _, event in self.beside if isinstance(event, kind))

    @property
    def is_planned(self) -> bool:
        """Whether its vote was planned for a later time than that at which it was planned."""
        return self.opened is not None and self.opened.opens_at > self.opened.occurred_at

    @property
    def title(self) -> str:
        """The seal of the words that the question has."""
        return [self.made.title, *(it.title for it in self.only(ProposalAmended) if it.title)][-1]

    @property
    def text(self) -> str | None:
        """The seal of what is said about the question."""
        return [self.made.text, *(it.text for it in self.only(ProposalAmended) if it.text)][-1]

    @property
    def options(self) -> tuple[Option, ...]:
        """The answers that it offers."""
        amended = self.only(ProposalAmended)
        return [self.made.options, *(it.options for it in amended if it.options is not None)][-1]

    @property
    def stake(self) -> Stake | None:
        """How much hangs on it, as was said last."""
        return [self.made.stake, *(it.stake for it in self.only(StakeJudged))][-1]

    @property
    def about(self) -> Domain:
        """What it is about, as was said last."""
        return [self.made.domain, *(it.domain for it in self.only(StakeJudged))][-1]

    @property
    def closes_at(self) -> datetime | None:
        """The end that was promised last."""
        if self.opened is None:
            return None
        return [self.opened.closes_at, *(it.closes_at for it in self._since(VotingExtended))][-1]

    def _since(self, kind: type[E]) -> Iterator[E]:
        """What changed of this kind since the vote was opened that is held."""
        later = (one for position, one in self.beside if position > self.opened_from)
        return (event for event in later if isinstance(event, kind))

    @cached_property
    def voters(self) -> Mapping[UUID, Voter]:
        """Who may vote: those of the opening, and who came onto the list afterwards."""
        opened = self.opened.electorate if self.opened else ()
        added = (event.voter for event in self._since(VoterAdded))
        return {voter.person: voter for voter in (*opened, *added)}

    @cached_property
    def answers_from(self) -> int:
        """The position from which on ballots are answers to the words that are asked now."""
        renewed = (
            position
            for position, event in self.beside
            if isinstance(event, ProposalAmended) and event.ballots_stand is False
        )
        return max(renewed, default=0)

    @cached_property
    def out(self) -> Sequence[StoodOutRow]:
        """Who does not decide. Whoever left and came onto the list again, or a new one, does."""
        added = {e.voter.person.bytes: p for p, e in self.beside if isinstance(e, VoterAdded)}
        return [
            row
            for row in self.stood_out
            if row.how != "left" or row.position > added.get(row.person, self.opened_from)
        ]

    def people(self, how: str) -> set[UUID]:
        """Who was recused, or left."""
        return {uid(row.person) for row in self.out if row.how == how}

    def when_decided(self) -> "Told":
        """As it was when it was decided: a worry that ended later was open then."""
        end = self.decided.position if self.decided else 0
        return replace(
            self,
            stood_out=[row for row in self.stood_out if row.position < end],
            objections=[row for row in self.objections if row.position < end],
        )
