"""One decision, whole: the idea, who could decide, by which route, and what came after."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from domain.events import (
    DecisionRatified,
    DecisionTaken,
    PaperShared,
    ProposalMade,
    RatificationRefused,
    ReasonGiven,
    StakeJudged,
    VotingOpened,
)
from domain.ids import PersonId
from domain.kinds import Domain, Route, Seat, Stake
from domain.values import Actor
from projections.power.evidence import Ballot, Evidence, Fact, Stream

BIG = Stake.MONEY_PEOPLE_TIME
"""From this stake on a decision is one of the bigger ones."""


@dataclass(frozen=True)
class Decision:
    """What was decided, and all that was told around it."""

    stream: Stream
    made: ProposalMade | None
    taken: DecisionTaken
    evidence: Evidence

    @property
    def route(self) -> Route:
        """How it came to be decided."""
        return self.taken.route

    @property
    def stake(self) -> Stake:
        """How much hung on it, as said before it was decided; the least where nobody said."""
        judged = self.stream.last(StakeJudged)
        said = self.taken.stake or (judged and judged.stake) or (self.made and self.made.stake)
        return said or Stake.SMALL

    @property
    def domain(self) -> Domain:
        """What it was about."""
        about = [self.taken.domain, *(one.domain for one in self.stream.only(StakeJudged))]
        about += [self.made.domain] if self.made else []
        return next((one for one in about if one is not Domain.NOT_STATED), Domain.NOT_STATED)

    @property
    def idea_by(self) -> Actor | None:
        """Whose idea it was; where that is not told, who put it."""
        return (self.made.idea_by or self.made.actor) if self.made else None

    @cached_property
    def begun_in(self) -> Seat | None:
        """In which group it began."""
        return self.evidence.seats.seat(self.idea_by, self.made.occurred_at) if self.made else None

    @cached_property
    def ballots(self) -> list[Ballot]:
        """The last ballot of each voter up to the decision, in the order in which they came."""
        cast = [one for one in self.stream.ballots if one.occurred_at <= self.taken.occurred_at]
        last = {one.voter: one for one in cast}
        return [one for one in cast if last[one.voter] is one]

    @property
    def opened(self) -> VotingOpened | None:
        """The vote on it, if there was one."""
        return self.stream.last(VotingOpened)

    @cached_property
    def deciders(self) -> tuple[PersonId, ...]:
        """Who decided: whoever is named; else whoever voted; else whoever wrote it down."""
        if self.taken.deciders:
            return self.taken.deciders
        if self.ballots:
            return tuple(one.voter for one in self.ballots)
        actor = self.taken.actor
        return (actor,) if not isinstance(actor, str) else ()

    @cached_property
    def deciding_seats(self) -> frozenset[Seat]:
        """The groups of those who decided."""
        at = self.taken.occurred_at
        seats = (self.evidence.seats.seat(who, at) for who in self.deciders)
        return frozenset(seat for seat in seats if seat is not None)

    @property
    def has_reason(self) -> bool:
        """Whether it was said why."""
        return self.taken.reason is not None or bool(self.stream.only(ReasonGiven))

    @property
    def ratified(self) -> DecisionRatified | None:
        """The agreement afterwards to what had to be decided at once."""
        return self.stream.first(DecisionRatified)

    @property
    def refused(self) -> RatificationRefused | None:
        """That those entitled did not agree afterwards."""
        return self.stream.first(RatificationRefused)

    @cached_property
    def papers(self) -> list[PaperShared]:
        """What people were given about it before it was decided."""
        shared = self.stream.only(PaperShared)
        return [one for one in shared if one.occurred_at <= self.taken.occurred_at]

    def around(self) -> list[Fact]:
        """All that was told of it, and where everybody sat."""
        return [*self.stream.facts, *self.evidence.seats.all]


def decisions(evidence: Evidence) -> list[Decision]:
    """Every decision that was taken in the window, in the order of time."""
    return evidence.once(_in_order)


def _in_order(evidence: Evidence) -> list[Decision]:
    return sorted(_taken(evidence), key=lambda one: one.taken.occurred_at)


def _taken(evidence: Evidence) -> Iterator[Decision]:
    for stream in evidence.streams.values():
        taken = stream.last(DecisionTaken)
        if taken and evidence.window.holds(taken.occurred_at):
            yield Decision(stream, stream.first(ProposalMade), taken, evidence)
