"""An auditor who trusts no program: reads the log from its first line and checks every right.

It knows the statutes, and nothing of how the program keeps to them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from domain.events import (
    Authorised,
    BallotCast,
    BallotWithdrawn,
    CommitteeFounded,
    DecisionTaken,
    Event,
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverWithdrawn,
    LineDropped,
    LineWritten,
    ObjectionRaised,
    ObjectionResolved,
    PersonLeft,
    PersonRecused,
    PersonSeated,
    PlanMade,
    ProposalMade,
    ProposalWithdrawn,
    RuleAdopted,
    TaskAdded,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskTaken,
    VoterDropped,
    VotingClosed,
    VotingOpened,
)
from domain.ids import ObjectionId, PersonId
from domain.kinds import NotAPerson
from domain.values import Actor, EventId
from domain.voting.answers import Answer, Choice
from domain.voting.rule import Method
from domain.voting.tally import ChoiceTally, Result


@dataclass
class Vote:
    """What the auditor notes down about one proposal."""

    committee: UUID
    opened: VotingOpened | None = None
    is_over: bool = False
    ballots: dict[PersonId, Answer] = field(default_factory=dict)
    recused: set[PersonId] = field(default_factory=set)
    dropped: set[PersonId] = field(default_factory=set)
    worries: dict[ObjectionId, PersonId] = field(default_factory=dict)


@dataclass
class Auditor:
    """Everything that gives somebody a right, as far as the log was read."""

    seats: defaultdict[UUID, set[PersonId]] = field(default_factory=lambda: defaultdict(set))
    founders: set[Actor] = field(default_factory=set)
    foundings: dict[EventId, UUID] = field(default_factory=dict)
    decisions: dict[EventId, UUID] = field(default_factory=dict)
    rules: dict[UUID, RuleAdopted] = field(default_factory=dict)
    """Those for questions of yes or no. A rule for choices takes the place of none of them."""
    votes: dict[UUID, Vote] = field(default_factory=dict)
    belongs: dict[UUID, UUID] = field(default_factory=dict)
    holders: defaultdict[UUID, set[PersonId]] = field(default_factory=lambda: defaultdict(set))
    offers: dict[tuple[UUID, PersonId], HandoverOffered] = field(default_factory=dict)
    finished: set[UUID] = field(default_factory=set)
    places: Counter[UUID] = field(default_factory=Counter)
    moments: dict[UUID, datetime] = field(default_factory=dict)

    def read(self, events: Iterable[Event]) -> "Auditor":
        """Read on; the first thing that is not right is an AssertionError."""
        for event in events:
            self._in_order(event)
            if isinstance(event, Authorised) and not isinstance(event, CommitteeFounded):
                self._allowed(event)
            self._committee(event)
            self._proposal(event)
            self._task(event)
        return self

    def _in_order(self, event: Event) -> None:
        stream = event.originator_id
        self.places[stream] += 1
        assert event.originator_version == self.places[stream]
        assert event.occurred_at >= self.moments.get(stream, event.occurred_at)
        self.moments[stream] = event.occurred_at

    def _allowed(self, event: Authorised) -> None:
        """What is changed cites a right of the same committee that was there before."""
        match event:
            case PlanMade() | TaskAdded():
                self.belongs[event.originator_id] = event.committee
                self._decided(event, event.committee)
            case LineWritten() | LineDropped() | TaskDropped():
                self._decided(event, self.belongs[event.originator_id])
            case PersonSeated() | RuleAdopted():
                rights = self.foundings | self.decisions
                assert event.authority is not None
                assert rights[event.authority] == event.originator_id
                assert event.actor in self.seats[event.originator_id] | self.founders

    def _decided(self, event: Authorised, committee: UUID) -> None:
        assert event.authority is not None
        assert self.decisions[event.authority] == committee
        assert event.actor in self.seats[committee]

    def _committee(self, event: Event) -> None:
        committee = event.originator_id
        match event:
            case CommitteeFounded():
                self.foundings[event.event_id] = committee
                self.founders.add(event.actor)
            case PersonSeated():
                self.seats[committee].add(event.person)
            case PersonLeft():
                self.seats[committee].remove(event.person)
            case RuleAdopted():
                if committee in self.rules:
                    assert event.authority in self.decisions
                if event.terms.method is not Method.DOTS:
                    self.rules[committee] = event

    def _proposal(self, event: Event) -> None:
        if isinstance(event, ProposalMade):
            assert event.actor in self.seats[event.committee]
            self.votes[event.originator_id] = Vote(event.committee)
        elif event.originator_id in self.votes:
            self._vote(self.votes[event.originator_id], event)

    def _vote(self, vote: Vote, event: Event) -> None:
        match event:
            case VotingOpened():
                rule = self.rules[vote.committee]
                assert (event.rule, event.terms) == (rule.rule, rule.terms)
                assert event.authority == rule.event_id
                assert {v.person for v in event.electorate} <= self.seats[vote.committee]
                assert vote.opened is None
                vote.opened = event
            case BallotCast():
                self._ballot(vote, event)
                vote.ballots[event.voter] = event.answer
            case BallotWithdrawn():
                assert event.actor == event.voter
                assert not vote.is_over
                del vote.ballots[event.voter]
            case PersonRecused():
                assert event.actor == event.person
                assert not vote.is_over
                vote.recused.add(event.person)
            case VoterDropped():
                assert not vote.is_over
                vote.dropped.add(event.voter)
            case ObjectionRaised():
                assert event.actor == event.person
                assert not vote.is_over
                vote.worries[event.objection] = event.person
            case ObjectionResolved():
                del vote.worries[event.objection]
            case VotingClosed() | ProposalWithdrawn():
                assert not vote.is_over
                vote.is_over = True
            case DecisionTaken():
                self._decision(vote, event)

    def _ballot(self, vote: Vote, event: BallotCast) -> None:
        assert vote.opened is not None
        assert not vote.is_over
        assert event.actor == event.voter
        assert event.voter in {v.person for v in vote.opened.electorate}
        assert event.voter not in vote.recused | vote.dropped
        assert event.voter in self.seats[vote.committee]
        closes_at = vote.opened.closes_at
        assert closes_at is None or event.recorded_at < closes_at

    def _decision(self, vote: Vote, event: DecisionTaken) -> None:
        """Counted anew, by the rule in force when voting opened, everybody once."""
        assert vote.opened is not None
        assert vote.is_over
        assert event.actor == NotAPerson.COMMITTEE
        assert (event.rule, event.authority) == (vote.opened.rule, vote.opened.authority)
        people = {v.person for v in vote.opened.electorate} - vote.recused
        people -= vote.dropped - vote.ballots.keys()
        said = Counter(vote.ballots.get(person) for person in people)
        tally = event.tally
        assert isinstance(tally, ChoiceTally)
        counted = (tally.yes, tally.no, tally.abstain, tally.objection, tally.silent)
        answers = (Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.OBJECTION, None)
        assert counted == tuple(said[answer] for answer in answers)
        assert event.entitled == len(people) == sum(counted)
        worries = [person for person in vote.worries.values() if person not in vote.recused]
        passed = _passes(vote.opened.terms.method, said[Choice.YES], said[Choice.NO], len(worries))
        said_so = Result.ADOPTED if passed else Result.REJECTED
        nobody_voted = said[None] == len(people)
        assert event.outcome.result == (Result.UNDECIDED if nobody_voted else said_so)
        if passed:
            self.decisions[event.event_id] = vote.committee

    def _task(self, event: Event) -> None:
        job = event.originator_id
        if isinstance(event, TaskTaken | HandoverOffered | HandoverAccepted | TaskDone):
            assert job not in self.finished
        match event:
            case TaskTaken():
                assert event.actor == event.person
                assert event.person in self.seats[self.belongs[job]]
                self.holders[job].add(event.person)
            case TaskLaidDown():
                self.holders[job].remove(event.person)
            case HandoverOffered():
                assert event.actor == event.giver
                assert event.giver in self.holders[job]
                assert event.taker not in self.holders[job]
                assert (job, event.taker) not in self.offers
                self.offers[job, event.taker] = event
            case HandoverAccepted():
                offer = self.offers.pop((job, event.taker))
                assert (event.actor, event.giver) == (event.taker, offer.giver)
                assert event.giver in self.holders[job]
                assert event.taker in self.seats[self.belongs[job]]
                self.holders[job].add(event.taker)
                if not offer.share:
                    self.holders[job].remove(event.giver)
            case HandoverDeclined():
                assert event.actor == event.taker
                assert self.offers.pop((job, event.taker)).giver == event.giver
            case HandoverWithdrawn():
                assert self.offers.pop((job, event.taker)).giver == event.giver
            case TaskDone():
                assert event.actor in self.seats[self.belongs[job]]
                self.finished.add(job)
            case TaskDropped():
                self.finished.add(job)


def _passes(method: Method, yes: int, no: int, worries: int) -> bool:
    match method:
        case Method.MAJORITY:
            return yes > no
        case Method.SUPERMAJORITY:
            return yes > 0 and 3 * yes >= 2 * (yes + no)
        case _:
            assert method is Method.CONSENT
            return yes > 0 and not worries
