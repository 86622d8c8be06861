"""What the questions about talk, paper, help and the afterlife of decisions are answered with."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.ids import (
    CommitteeId,
    ObjectionId,
    OptionId,
    PaperId,
    PersonId,
    ProposalId,
    QuestionId,
    SlipId,
)
from domain.kinds import (
    Audience,
    Capacity,
    Domain,
    Format,
    Position,
    Review,
    Stake,
    Support,
    Understanding,
)
from domain.values import Actor, EventId
from domain.voting.answers import Answer
from domain.voting.tally import StatedTally


@dataclass(frozen=True, slots=True)
class Said:
    """Something that somebody said: who, what, when."""

    by: str
    words: str | None
    at: datetime
    event: EventId


@dataclass(frozen=True, slots=True)
class AmendmentSeen:
    """Better words for an idea, and what they answer to."""

    by: str
    title: str | None
    text: str | None
    options: tuple[str, ...]
    because_of: tuple[EventId, ...]
    at: datetime
    event: EventId


@dataclass(frozen=True, slots=True)
class StakeSeen:
    """How big somebody said it is."""

    stake: Stake
    domain: Domain
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReferralSeen:
    """Another committee that was asked, and what it answered."""

    to: CommitteeId
    name: str
    answer_by: date | None
    at: datetime
    answer: Said | None


@dataclass(frozen=True, slots=True)
class PutOffSeen:
    """An idea that was put off, or kept off the list."""

    declined: bool
    until: date | None
    said: Said
    by: Actor


@dataclass(frozen=True, slots=True)
class PaperSeen:
    """One form of something that people were given; ``to`` is empty where it was for everybody."""

    paper: PaperId
    format: Format
    to: tuple[str, ...]
    available_from: datetime
    said: Said


@dataclass(frozen=True, slots=True)
class QuestionSeen:
    """A question, and every answer."""

    question: QuestionId
    person: PersonId
    asked: Said
    answers: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class PositionSeen:
    """What somebody said they wanted; ``holds`` is false once they said something else."""

    person: PersonId
    name: str
    position: Position
    option: OptionId | None
    option_title: str | None
    at: datetime
    holds: bool
    noted_by: str | None = None
    """Who wrote it down, where they said it aloud."""


@dataclass(frozen=True, slots=True)
class UnderstandingSeen:
    """Whether somebody said that they understood."""

    person: PersonId
    name: str
    answer: Understanding
    at: datetime
    holds: bool


@dataclass(frozen=True, slots=True)
class ReadingSeen:
    """What one person read on a slip; ``holds`` is false once they read it anew.

    ``by`` and ``of`` are whose ids go with the names of the reader and the voter.
    """

    reader: str
    voter: str | None
    answer: Answer
    at: datetime
    holds: bool
    by: PersonId
    of: PersonId | None


@dataclass(frozen=True, slots=True)
class SlipSeen:
    """A vote on paper, and everybody's reading of it."""

    slip: SlipId
    readings: tuple[ReadingSeen, ...]

    @property
    def differs(self) -> bool:
        """Whether people read different things on it."""
        return len({(one.voter, repr(one.answer)) for one in self.readings if one.holds}) > 1


@dataclass(frozen=True, slots=True)
class HandsSeen:
    """Hands that were counted; the last count holds."""

    counts: StatedTally
    by: str
    at: datetime
    holds: bool


@dataclass(frozen=True, slots=True)
class SupportSeen:
    """Help that a voter had. It says nothing against their vote."""

    voter: PersonId
    name: str
    supporter: str | None
    kind: Support
    chosen_by_voter: bool | None
    read_back: bool | None
    at: datetime


@dataclass(frozen=True, slots=True)
class ProxySeen:
    """Somebody whom a voter asked to vote for them; ``of`` and ``by`` are their ids."""

    voter: str
    to: str
    at: datetime
    holds: bool
    of: PersonId
    by: PersonId


@dataclass(frozen=True, slots=True)
class CastingVoteSeen:
    """The word that broke a tie."""

    by: str
    answer: Answer
    at: datetime


@dataclass(frozen=True, slots=True)
class ReasonSeen:
    """Why it was decided so."""

    said: Said
    review_on: date | None


@dataclass(frozen=True, slots=True)
class ConfirmedSeen:
    """Somebody who confirmed what was decided."""

    person: PersonId
    name: str
    capacity: Capacity
    at: datetime


@dataclass(frozen=True, slots=True)
class ToldSeen:
    """To whom an outcome was made known."""

    to: Audience
    format: Format
    at: datetime


@dataclass(frozen=True, slots=True)
class ReviewSeen:
    """What was found when a decision was looked at again."""

    finding: Review
    come_true: tuple[ObjectionId, ...]
    review_on: date | None
    said: Said


@dataclass(frozen=True, slots=True)
class HoldsSeen:
    """An answer of the committee to whether a decision holds, and by which right."""

    said: Said
    authority: EventId | None


@dataclass(frozen=True, slots=True)
class TalkSeen:
    """All that was said about one idea beside its votes and worries, in its order."""

    proposal: ProposalId
    amendments: tuple[AmendmentSeen, ...]
    stakes: tuple[StakeSeen, ...]
    referrals: tuple[ReferralSeen, ...]
    put_off: tuple[PutOffSeen, ...]
    papers: tuple[PaperSeen, ...]
    questions: tuple[QuestionSeen, ...]
    understanding: tuple[UnderstandingSeen, ...]
    positions: tuple[PositionSeen, ...]
    interests: tuple[Said, ...]
    extended_to: tuple[datetime, ...]
    added_voters: tuple[str, ...]
    proxies: tuple[ProxySeen, ...]
    slips: tuple[SlipSeen, ...]
    hands: tuple[HandsSeen, ...]
    support: tuple[SupportSeen, ...]
    casting_vote: CastingVoteSeen | None


@dataclass(frozen=True, slots=True)
class AfterwardsSeen:
    """What became of a decision, if there is one."""

    proposal: ProposalId
    decision: EventId | None
    reasons: tuple[ReasonSeen, ...]
    confirmed: tuple[ConfirmedSeen, ...]
    told: tuple[ToldSeen, ...]
    ratify_by: date | None
    ratified: HoldsSeen | None
    refused: HoldsSeen | None
    reviews: tuple[ReviewSeen, ...]
    reversed: HoldsSeen | None
    review_on: date | None
    """The day that was named last; none once the decision has ended."""
    replaces: EventId | None
    replaced_by: tuple[EventId, ...]
    answer_until: date | None
    """The last day to agree: the one that was named, or that of the next meeting."""
    lapsed: bool
    """Nobody agreed in time to what was decided in a hurry."""
    weighed: tuple[tuple[str, tuple[str, ...]], ...]
    """What was considered, what was left out, which risks were seen, in words."""

    @property
    def stands(self) -> bool:
        """Whether it holds, and no other took its place."""
        return self.holds and not self.replaced_by

    @property
    def holds(self) -> bool:
        """Whether the decision still stands."""
        ended = self.reversed or self.refused or self.lapsed
        return self.decision is not None and not ended
