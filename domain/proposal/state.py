"""What is remembered of a question: how far it has come, its ballots, worries and decision."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import assert_never

from domain.act import Act
from domain.aggregate import Aggregate
from domain.errors import NotOpen
from domain.events import (
    BallotCast,
    BallotWithdrawn,
    CastingVoteGiven,
    DecisionConfirmed,
    DecisionRatified,
    DecisionReversed,
    DecisionReviewed,
    DecisionTaken,
    HandsCounted,
    InterestDeclared,
    ObjectionAnswered,
    ObjectionRaised,
    ObjectionResolved,
    OutcomeTold,
    PaperBallotRead,
    PaperShared,
    PersonRecused,
    PositionVoiced,
    ProposalAmended,
    ProposalDeclined,
    ProposalDeferred,
    ProposalMade,
    ProposalReferred,
    ProposalWithdrawn,
    ProxyGiven,
    ProxyWithdrawn,
    QuestionAnswered,
    QuestionAsked,
    RatificationRefused,
    ReasonGiven,
    ReferralAnswered,
    StakeJudged,
    SupportNoted,
    UnderstandingVoiced,
    VoterAdded,
    VoterDropped,
    VotingClosed,
    VotingExtended,
    VotingOpened,
)
from domain.ids import (
    CommitteeId,
    MandateId,
    ObjectionId,
    OptionId,
    PaperId,
    PersonId,
    QuestionId,
    RuleId,
    SlipId,
)
from domain.kinds import (
    Audience,
    Capacity,
    Domain,
    Format,
    Position,
    Route,
    Stake,
    Support,
    Understanding,
)
from domain.sealed import Sealed
from domain.values import Actor, Election, EventId, Money, NewMandate, Option, RuleFor
from domain.voting.answers import Answer
from domain.voting.electorate import Voter
from domain.voting.rule import Rule
from domain.voting.tally import Result, StatedTally

ProposalEvent = (
    ProposalMade
    | ProposalWithdrawn
    | ProposalAmended
    | StakeJudged
    | ProposalReferred
    | ReferralAnswered
    | ProposalDeclined
    | ProposalDeferred
    | PaperShared
    | UnderstandingVoiced
    | PositionVoiced
    | QuestionAsked
    | QuestionAnswered
    | InterestDeclared
    | PersonRecused
    | VotingOpened
    | VotingExtended
    | VoterAdded
    | VoterDropped
    | ProxyGiven
    | ProxyWithdrawn
    | BallotCast
    | BallotWithdrawn
    | PaperBallotRead
    | HandsCounted
    | SupportNoted
    | ObjectionRaised
    | ObjectionAnswered
    | ObjectionResolved
    | VotingClosed
    | CastingVoteGiven
    | DecisionTaken
    | ReasonGiven
    | DecisionConfirmed
    | OutcomeTold
    | DecisionRatified
    | RatificationRefused
    | DecisionReviewed
    | DecisionReversed
)


class Stage(StrEnum):
    """How far a proposal has come."""

    MADE = "made"
    OPEN = "open"
    CLOSED = "closed"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"


NOT_OPEN = {
    Stage.MADE: "Voting has not opened yet.",
    Stage.OPEN: "Voting is open already.",
    Stage.CLOSED: "Voting is over.",
    Stage.DECIDED: "Voting is over. This is decided.",
    Stage.WITHDRAWN: "This idea was taken back.",
    Stage.DECLINED: "This idea was not put on the list.",
}

Helped = tuple[PersonId, PersonId | None, Support, bool | None, bool | None]
"""Who was helped, by whom, how, chosen by the voter or not, read back or not."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one person read on a paper ballot."""

    voter: PersonId | None
    answer: Answer


@dataclass(slots=True)
class Decided:
    """A decision, and what became of it."""

    event: EventId
    result: Result
    route: Route
    amount: Money | None
    ratify_by: date | None
    taken_at: datetime
    replaces: EventId | None
    chosen: tuple[OptionId, ...] = ()
    reasons: list[Sealed] = field(default_factory=list)
    is_ratified: bool | None = None
    is_reversed: bool = False
    told: set[tuple[Audience, Format]] = field(default_factory=set)
    confirmed: set[tuple[PersonId, Capacity]] = field(default_factory=set)


class ProposalState(Aggregate):
    """One question as its events tell it."""

    STREAM = "proposal"
    WHAT = "idea"
    committee: CommitteeId
    stake: Stake | None
    domain: Domain
    amount: Money | None
    options: tuple[OptionId, ...]
    made_by: Actor
    idea_by: PersonId | None
    replaces: EventId | None
    ratifies: EventId | None
    new_rule: Rule | None
    new_mandate: NewMandate | None
    ends_mandate: MandateId | None
    new_rule_for: RuleFor | None
    election: Election | None
    offered: tuple[Option, ...]
    said_first: Sealed
    stage: Stage
    readable_since: datetime
    terms: Rule
    opened_at: datetime
    rule: RuleId | None

    @property
    def carries(self) -> bool:
        """Whether a yes to it lets people do one thing, told in full, and nothing else like it."""
        return any(one is not None for one in (self.new_rule, self.new_mandate, self.ends_mandate))

    def _must_be_at(self, *stages: Stage) -> None:
        """Refuse what comes too early or too late."""
        if self.stage not in stages:
            raise NotOpen(NOT_OPEN[self.stage])

    def _must_be_undecided(self, act: Act) -> None:
        """Refuse what comes when there is nothing left to say before deciding."""
        if not act.is_import:
            self._must_be_at(Stage.MADE, Stage.OPEN, Stage.CLOSED)

    def _begin(self, event: ProposalMade) -> None:
        self.committee, self.stake, self.domain = event.committee, event.stake, event.domain
        self.amount = event.amount
        self._offer(event.options)
        self.election = event.election
        self.made_by, self.idea_by = event.actor, event.idea_by
        self.replaces, self.ratifies = event.replaces, event.ratifies
        self.new_rule, self.new_rule_for = event.new_rule, event.new_rule_for
        self.new_mandate = event.new_mandate
        self.ends_mandate = event.ends_mandate
        self.said_first = event.text or event.title
        self.stage = Stage.MADE
        self.referred_to: CommitteeId | None = None
        self.readable_since = event.occurred_at
        self.others_answered = False
        self.papers: dict[PaperId, list[EventId]] = {}
        self.understood: dict[PersonId, Understanding] = {}
        self.positions: dict[PersonId, tuple[Position, OptionId | None]] = {}
        self.own_word: set[PersonId] = set()
        self.questions: set[QuestionId] = set()
        self.recused: set[PersonId] = set()
        self.electorate: dict[PersonId, Voter] = {}
        self.dropped: set[PersonId] = set()
        self.begins_at: datetime | None = None  # only of a vote that was planned ahead
        self.closes_at: datetime | None = None
        self.voting_authority: EventId | None = None
        self.ballots: dict[PersonId, Answer] = {}
        self.on_paper: dict[PersonId, SlipId] = {}
        self.read_as: dict[PersonId, EventId] = {}
        self.given_up: set[SlipId] = set()
        self.proxies: dict[PersonId, PersonId] = {}
        self.voted_for: set[PersonId] = set()
        self.readings: dict[SlipId, dict[PersonId, Reading]] = {}
        self.hands: StatedTally | None = None
        self.helped: set[Helped] = set()
        self.objections: dict[ObjectionId, PersonId] = {}
        self.raised: dict[ObjectionId, EventId] = {}
        self.voiced: dict[EventId, ObjectionId] = {}
        self.answered: set[ObjectionId] = set()
        self.reworded: set[ObjectionId] = set()
        self.unnamed: set[ObjectionId] = set()
        self.open_objections: dict[ObjectionId, None] = {}
        self.chair_says: Answer | None = None
        self.decision: Decided | None = None

    def when(self, event: ProposalEvent) -> None:  # noqa: PLR0915 -- one case for each event
        match event:
            case BallotCast():
                if self.stage is Stage.OPEN:
                    self.ballots[event.voter] = event.answer
                    if event.slip is not None:
                        self.on_paper[event.voter] = event.slip
                        self.read_as[event.voter] = event.event_id
                    elif self.on_paper:
                        self._give_up_slip(event.voter)
                    if self.proxies:
                        self._note_whose_hand(event)
            case BallotWithdrawn():
                self.ballots.pop(event.voter, None)
                self._give_up_slip(event.voter)
            case ProposalMade():
                self._begin(event)
            case ProposalAmended():
                self.readable_since = max(self.readable_since, event.occurred_at)
                if event.options is not None:
                    self._offer(event.options)
                self.reworded |= {self.voiced[o] for o in event.because_of if o in self.voiced}
                if event.ballots_stand is False:
                    self.ballots.clear()
                    self.given_up.update(self.readings)
                    self.on_paper.clear()
            case ProposalWithdrawn():
                self.stage = Stage.WITHDRAWN
            case ProposalDeclined():
                self.stage = Stage.DECLINED
            case StakeJudged():
                self.stake, self.domain = event.stake, event.domain
            case ProposalReferred():
                self.referred_to = event.to
            case ReferralAnswered():
                self.referred_to, self.others_answered = None, True
            case PaperShared():
                self.papers.setdefault(event.paper, []).append(event.event_id)
                self.readable_since = max(self.readable_since, event.available_from)
            case UnderstandingVoiced():
                self.understood[event.person] = event.answer
            case PositionVoiced():
                self.positions[event.person] = (event.position, event.option)
                if event.recorded_by in (None, event.person):
                    self.own_word.add(event.person)
            case QuestionAsked():
                self.questions.add(event.question)
            case PersonRecused():
                self.recused.add(event.person)
            case VotingOpened():
                self.stage = Stage.OPEN
                self.terms, self.rule = event.terms, event.rule
                self.electorate = {voter.person: voter for voter in event.electorate}
                self.opened_at, self.closes_at = event.opens_at, event.closes_at
                later = event.opens_at > event.occurred_at
                self.begins_at = event.opens_at if later else None
                self.voting_authority = event.authority
            case VotingExtended():
                self.closes_at = event.closes_at
            case VoterAdded():
                self.electorate[event.voter.person] = event.voter
                self.dropped.discard(event.voter.person)
            case VoterDropped():
                self.dropped.add(event.voter)
            case ProxyGiven():
                self.proxies[event.voter] = event.to
            case ProxyWithdrawn():
                self.proxies.pop(event.voter, None)
            case PaperBallotRead():
                readings = self.readings.setdefault(event.slip, {})
                readings[event.reader] = Reading(event.voter, event.answer)
            case HandsCounted():
                self.hands = event.counts
            case SupportNoted():
                self.helped.add(_helped(event))
            case ObjectionRaised():
                self.objections[event.objection] = event.person
                self.raised.setdefault(event.objection, event.event_id)
                self.open_objections[event.objection] = None
                self.voiced[event.event_id] = event.objection
                (self.unnamed.discard if event.named else self.unnamed.add)(event.objection)
            case ObjectionAnswered():
                self.answered.add(event.objection)
            case ObjectionResolved():
                self.open_objections.pop(event.objection, None)
            case VotingClosed():
                self.stage = Stage.CLOSED
            case CastingVoteGiven():
                self.chair_says = event.answer
            case DecisionTaken():
                self.stage = Stage.DECIDED
                self.decision = _decided(event)
            case DecisionConfirmed() | OutcomeTold() | DecisionRatified():
                self._go_on_with(event)
            case RatificationRefused() | DecisionReversed() | ReasonGiven():
                self._go_on_with(event)
            case ProposalDeferred():
                if self.stage is Stage.OPEN:
                    self._call_off()
            case InterestDeclared() | QuestionAnswered():
                pass
            case DecisionReviewed():
                pass
            case _:
                assert_never(event)

    def _offer(self, options: tuple[Option, ...]) -> None:
        self.offered = options
        self.options = tuple(option.option for option in options)

    def _call_off(self) -> None:
        """A vote that was planned is not held, and who may vote is found out anew for the next."""
        self.stage = Stage.MADE
        self.begins_at = self.closes_at = self.rule = self.voting_authority = None
        self.electorate, self.proxies = {}, {}
        self.dropped.clear()

    def _note_whose_hand(self, event: BallotCast) -> None:
        """Whether the voter gave this vote, or whoever they had asked."""
        if event.actor != event.voter and event.actor == self.proxies.get(event.voter):
            self.voted_for.add(event.voter)
        else:
            self.voted_for.discard(event.voter)

    def _give_up_slip(self, voter: PersonId) -> None:
        """The slip of a voter who takes their vote back, or votes on a screen, is no vote again."""
        slip = self.on_paper.pop(voter, None)
        if slip is not None:
            self.given_up.add(slip)

    def _go_on_with(
        self,
        event: DecisionConfirmed
        | OutcomeTold
        | DecisionRatified
        | RatificationRefused
        | DecisionReversed
        | ReasonGiven,
    ) -> None:
        if self.decision is None:
            return
        match event:
            case DecisionConfirmed():
                self.decision.confirmed.add((event.person, event.capacity))
            case OutcomeTold():
                self.decision.told.add((event.to, event.format))
            case DecisionRatified():
                self.decision.is_ratified = True
            case RatificationRefused():
                self.decision.is_ratified = False
            case DecisionReversed():
                self.decision.is_reversed = True
            case ReasonGiven():
                self.decision.reasons.append(event.words)


def _decided(event: DecisionTaken) -> Decided:
    return Decided(
        event.event_id,
        event.outcome.result,
        event.route,
        event.amount,
        event.ratify_by,
        event.occurred_at,
        event.replaces,
        event.outcome.options,
        [event.reason] if event.reason else [],
    )


def _helped(event: SupportNoted) -> Helped:
    return (event.voter, event.supporter, event.kind, event.chosen_by_voter, event.read_back)
