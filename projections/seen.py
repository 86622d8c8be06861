"""What the questions about ideas and decisions are answered with: frozen, and free of rows."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.ids import (
    CommitteeId,
    MandateId,
    ObjectionId,
    OptionId,
    PersonId,
    ProposalId,
    RoleId,
    RuleId,
    SlipId,
)
from domain.kinds import Domain, ObjectionGround, Resolution, Route, Seat, Shown, Stake, Through
from domain.values import EventId, Money, RuleFor
from domain.voting.answers import Answer
from domain.voting.electorate import Voter
from domain.voting.rule import Rule
from domain.voting.tally import OptionTally, Outcome, Result, StatedTally, Tally
from projections.mandate_asked import MandateAsked


class Stage(StrEnum):
    """How far an idea has come, as the log and the clock tell it."""

    MADE = "made"
    PLANNED = "planned"
    """The vote begins by itself at a time that lies ahead."""
    OPEN = "open"
    OVER = "over"
    """The deadline has passed, and the next command writes the decision down."""
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    """It was not put on the list."""


BEFORE_THE_END = (Stage.MADE, Stage.PLANNED, Stage.OPEN)
"""As long as nobody has decided, and the time has not run out."""

UNDECIDED = (*BEFORE_THE_END, Stage.OVER)


class WhyNot(StrEnum):
    """Why a ballot does not count."""

    CHANGED = "changed later"
    WITHDRAWN = "taken back"
    RECUSED = "staying out of it"
    LATE = "after the end"
    NOT_A_VOTER = "not one of the voters"
    REWORDED = "to other words"


@dataclass(frozen=True, slots=True)
class OptionSeen:
    """One of the answers that an idea offers."""

    option: OptionId
    title: str
    amount: Money | None = None
    picture: str | None = None
    candidate: PersonId | None = None
    """Who it is, where people are chosen; the title is then their name."""
    stands: bool = False
    """Whether they said that they want to be chosen, or put themselves on the list."""


@dataclass(frozen=True, slots=True)
class ElectionSeen:
    """What people are chosen for: a role or a seat, and how many places it has.

    ``called`` is what the role is called; empty for a seat.
    """

    places: int
    role: RoleId | None
    seat: Seat | None
    called: str


@dataclass(frozen=True, slots=True)
class BallotSeen:
    """A ballot as it was cast, and whether it counts."""

    voter: PersonId
    name: str
    answer: Answer
    at: datetime
    recorded_at: datetime
    recorded_by: PersonId | None
    through: Through
    reason: str | None
    why_not: WhyNot | None
    position: int
    slip: SlipId | None = None

    @property
    def counted(self) -> bool:
        """Whether it counts."""
        return self.why_not is None


@dataclass(frozen=True, slots=True)
class CastSeen:
    """What one person answered to one idea, and every change of it."""

    proposal: ProposalId
    title: str
    options: tuple[OptionSeen, ...]
    ballots: tuple[BallotSeen, ...]


SOMEBODY = "Somebody"
"""Stands where a name would, for who would not have theirs there."""


@dataclass(frozen=True, slots=True)
class ObjectionSeen:
    """A worry: who had it, what was said to it, how it ended.

    One that is not ``named`` is shown without a name. ``better`` is when the words of the idea were
    changed because of it, ``ending`` what was said when it was brought to its end.
    """

    objection: ObjectionId
    person: PersonId
    name: str
    named: bool
    ground: ObjectionGround
    words: str | None
    raised_at: datetime
    answers: tuple[str, ...]
    better: tuple[datetime, ...]
    ending: str | None
    ended_by: PersonId | None
    how: Resolution | None
    resolved_at: datetime | None


@dataclass(frozen=True, slots=True)
class DecisionSeen:
    """A decision in the register; ``reversed`` names the event by which it ended, if it has.

    ``terms`` is what its vote went by, ``rule`` the committee's rule that these are, if they are.
    """

    proposal: ProposalId
    committee: CommitteeId
    title: str
    outcome: Outcome
    chosen: tuple[str, ...]
    route: Route
    terms: Rule | None
    tally: Tally | None
    entitled: int | None
    recused: int
    stake: Stake | None
    decided_at: datetime
    to_the_day: bool
    event: EventId
    authority: EventId | None
    review_on: date | None
    stated_outcome: Outcome | None
    stated_tally: Tally | None
    stated_words: str | None
    reason: str | None
    position: int
    reversed: EventId | None = None
    deciders: tuple[PersonId, ...] = ()
    """Who decided, where it is stated and was not by vote."""
    rule: RuleId | None = None

    @property
    def is_yes(self) -> bool:
        """Whether people said yes, or chose an answer."""
        return self.outcome.result in (Result.ADOPTED, Result.CHOSEN)

    @property
    def differs(self) -> bool:
        """Whether the source's own statement differs from what its ballots come to."""
        other_outcome = self.stated_outcome is not None and (
            self.stated_outcome.result is not self.outcome.result
            or set(self.stated_outcome.options) != set(self.outcome.options)
        )
        return other_outcome or _contradicts(self.stated_tally, self.tally)


def _contradicts(stated: Tally | None, counted: Tally | None) -> bool:
    """Whether a source gives another number for something that was counted, and not only fewer."""
    if stated is None or counted is None:
        return False
    if not isinstance(stated, StatedTally) or isinstance(counted, StatedTally):
        return stated != counted
    votes = counted.votes if isinstance(counted, OptionTally) else {}
    ours = {
        what: votes.get(what, number) if isinstance(what, UUID) else getattr(counted, what, number)
        for what, number in stated.said.items()
    }
    return ours != stated.said


@dataclass(frozen=True, slots=True)
class ProposalSeen:
    """An idea, whole."""

    proposal: ProposalId
    committee: CommitteeId
    title: str
    text: str | None
    options: tuple[OptionSeen, ...]
    idea_by: PersonId | None
    idea_by_name: str | None
    made_by: UUID | str
    made_at: datetime
    stake: Stake | None
    about: Domain
    amount: Money | None
    stage: Stage
    terms: Rule | None
    opened_at: datetime | None
    closes_at: datetime | None
    closed_at: datetime | None
    electorate: tuple[PersonId, ...]
    stood_out: tuple[PersonId, ...]
    ballots: tuple[BallotSeen, ...]
    objections: tuple[ObjectionSeen, ...]
    decision: DecisionSeen | None
    replaces: EventId | None = None
    """The decision whose place a yes to this one takes."""
    ratifies: EventId | None = None
    """The decision to which a yes to this one agrees afterwards."""
    new_rule: Rule | None = None
    """How the committee would decide, if it says yes."""
    new_rule_for: RuleFor | None = None
    """The questions that it would be for; none where it is for all of them."""
    new_mandate: MandateAsked | None = None
    """What somebody may do alone, if it says yes."""
    ends_mandate: MandateId | None = None
    """What nobody may do alone any more, if it says yes."""
    because_of: tuple[EventId, ...] = ()
    """The step-ins of which it came."""
    voters: tuple[Voter, ...] = ()
    """Those of the electorate, with seat and weight; none for whoever is told offices only."""
    election: ElectionSeen | None = None
    """What people are chosen for, where the options are people."""
    recused: tuple[PersonId, ...] = ()
    """Who stays out of it; also among those who stood out."""
    rule: RuleId | None = None
    """The committee's rule by which people vote; none where the terms are for this vote only."""

    @property
    def is_of_people(self) -> bool:
        """Whether all that one can pick from are people."""
        return bool(self.options) and all(option.candidate for option in self.options)

    @property
    def hides_votes(self) -> bool:
        """Whether nobody hears yet how others vote, since its rule tells that at the end."""
        going_on = self.stage in (Stage.PLANNED, Stage.OPEN)
        return going_on and self.terms is not None and self.terms.shown is Shown.AT_CLOSING

    def may_vote(self, person: PersonId) -> bool:
        """Whether this person can vote on it, or change their vote, now."""
        return (
            self.stage is Stage.OPEN and person in self.electorate and person not in self.stood_out
        )

    def ballot_of(self, person: PersonId) -> BallotSeen | None:
        """The ballot of this person that counts."""
        return next((b for b in self.ballots if b.voter == person and b.counted), None)

    @property
    def counted_ballots(self) -> tuple[BallotSeen, ...]:
        """The ballots that count, in the order of the electorate."""
        counted = {ballot.voter: ballot for ballot in self.ballots if ballot.why_not is None}
        found = map(counted.get, self.electorate)
        return tuple(ballot for ballot in found if ballot is not None)
