"""A question put to the committee, and all that happens to it: one stream, one boundary.

One vote a member, only while voting is open, counted by the rule that was in force when it opened:
all of that can be checked here without looking anywhere else.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from typing import assert_never
from uuid import uuid4

from domain.act import Act
from domain.aggregate import Aggregate
from domain.authority import Authority, Ground, RuleInForce
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen, RuleBroken
from domain.events import (
    BallotCast,
    BallotWithdrawn,
    DecisionTaken,
    ObjectionAnswered,
    ObjectionRaised,
    ObjectionResolved,
    PersonRecused,
    ProposalMade,
    ProposalWithdrawn,
    VoterDropped,
    VotingClosed,
    VotingOpened,
)
from domain.ids import CommitteeId, ObjectionId, OptionId, PersonId, RuleId
from domain.kinds import (
    Closing,
    Domain,
    NotAPerson,
    ObjectionGround,
    Resolution,
    Route,
    Shown,
    Stake,
)
from domain.sealed import Sealed
from domain.values import EventId, Money, Option
from domain.voting.answers import Answer, Choice, check_answer
from domain.voting.count import Count, count
from domain.voting.electorate import Voter
from domain.voting.rule import Method, Rule
from domain.voting.tally import Outcome, Result, Tally

ProposalEvent = (
    ProposalMade
    | ProposalWithdrawn
    | PersonRecused
    | VotingOpened
    | VoterDropped
    | BallotCast
    | BallotWithdrawn
    | ObjectionRaised
    | ObjectionAnswered
    | ObjectionResolved
    | VotingClosed
    | DecisionTaken
)


class Stage(StrEnum):
    """How far a proposal has come."""

    MADE = "made"
    OPEN = "open"
    CLOSED = "closed"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


NOT_OPEN = {
    Stage.MADE: "Voting has not opened yet.",
    Stage.OPEN: "Voting is open already.",
    Stage.CLOSED: "Voting is over.",
    Stage.DECIDED: "Voting is over. This is decided.",
    Stage.WITHDRAWN: "This idea was taken back.",
}


class Proposal(Aggregate):
    """A question, its ballots and worries, and what was decided."""

    STREAM = "proposal"
    WHAT = "idea"
    committee: CommitteeId
    stake: Stake | None
    domain: Domain
    options: tuple[OptionId, ...]
    stage: Stage
    terms: Rule
    rule: RuleId | None

    @classmethod
    def make(  # noqa: PLR0913 -- a proposal is told with all of this
        cls,
        act: Act,
        committee: CommitteeId,
        title: Sealed,
        *,
        text: Sealed | None = None,
        options: Sequence[Option] = (),
        stake: Stake | None = None,
        domain: Domain = Domain.NOT_STATED,
        amount: Money | None = None,
        idea_by: PersonId | None = None,
    ) -> "Proposal":
        """Put a question to the committee."""
        if len(options) == 1:
            raise Malformed("A choice needs two answers or more. Leave them out for yes or no.")
        proposal = cls.begin()
        proposal.record(
            ProposalMade,
            act,
            committee=committee,
            title=title,
            text=text,
            options=tuple(options),
            stake=stake,
            domain=domain,
            amount=amount,
            idea_by=idea_by,
        )
        return proposal

    def withdraw(self, act: Act) -> None:
        """Take the question back, before it is decided."""
        if self.stage in (Stage.DECIDED, Stage.WITHDRAWN):
            raise NotOpen(NOT_OPEN[self.stage])
        if act.actor != self.made_by and not act.is_import:
            raise NotEligible("Only the person whose idea this is can take it back.")
        self.record(ProposalWithdrawn, act)

    def open_voting(
        self,
        act: Act,
        electorate: Sequence[Voter],
        by: RuleInForce,
        *,
        closes_at: datetime | None = None,
    ) -> None:
        """Let the voting begin; rule, electorate, stake and text are fixed from here on."""
        if self.stage is not Stage.MADE:
            raise NotOpen(NOT_OPEN[self.stage])
        by.terms.check(self.options)
        if not electorate:
            raise RuleBroken("Nobody can vote yet. Give people a seat with a vote first.")
        if closes_at is not None and closes_at <= act.counts_from:
            raise Malformed("The end of a vote must lie ahead. Pick a later day or time.")
        self.record(
            VotingOpened,
            act,
            rule=by.rule,
            terms=by.terms,
            authority=by.adopted,
            electorate=tuple(electorate),
            opens_at=act.happened_at,
            closes_at=closes_at,
            shown=Shown.AS_CAST,
        )

    def cast_ballot(self, act: Act, voter: PersonId, answer: Answer) -> None:
        """Answer, or answer anew. The same answer twice adds nothing.

        An imported ballot that comes after the end is kept, and never counts.
        """
        if self.stage is Stage.MADE or (self.stage is not Stage.OPEN and not act.is_import):
            raise NotOpen(NOT_OPEN[self.stage])
        if self.is_due(act.counts_from) and not act.is_import:
            raise NotOpen(NOT_OPEN[Stage.CLOSED])
        self._must_vote(act, voter)
        check_answer(answer, self.terms, self.options)
        if self.stage is not Stage.OPEN:
            self.record(BallotCast, act, voter=voter, answer=answer)
        elif self.ballots.get(voter) != answer:
            self.record(BallotCast, act, voter=voter, answer=answer)
            if not act.is_import:
                self._keep_worries_in_step(act, voter, answer)

    def withdraw_ballot(self, act: Act, voter: PersonId) -> None:
        """Take one's answer back, while voting is open."""
        if self.stage is not Stage.OPEN:
            raise NotOpen(NOT_OPEN[self.stage])
        self._must_vote(act, voter)
        if voter in self.ballots:
            answer = self.ballots[voter]
            self.record(BallotWithdrawn, act, voter=voter)
            if answer is Choice.OBJECTION and not act.is_import:
                self._take_worry_back(act, voter)

    def recuse(self, act: Act, person: PersonId) -> None:
        """Stay out of deciding this. A ballot already cast does not count any more."""
        if self.stage in (Stage.DECIDED, Stage.WITHDRAWN, Stage.CLOSED):
            raise NotOpen(NOT_OPEN[self.stage])
        self._must_be_own(act, person)
        if person not in self.recused:
            self.record(PersonRecused, act, person=person)

    def drop_voter(self, act: Act, voter: PersonId) -> None:
        """Somebody left: they can no longer vote here, and a ballot already cast stands."""
        if self.stage is Stage.OPEN and voter in self.electorate and voter not in self.dropped:
            self.record(VoterDropped, act, voter=voter)

    # Objections

    def raise_objection(
        self,
        act: Act,
        person: PersonId,
        ground: ObjectionGround = ObjectionGround.NOT_STATED,
        words: Sealed | None = None,
        *,
        objection: ObjectionId | None = None,
    ) -> ObjectionId:
        """Say why this is not safe enough to try, or find words for what one had raised."""
        if self.stage in (Stage.DECIDED, Stage.WITHDRAWN):
            raise NotOpen(NOT_OPEN[self.stage])
        self._must_be_own(act, person)
        name = objection or self._own_open_objection(person) or ObjectionId(uuid4())
        self.record(
            ObjectionRaised,
            act,
            objection=name,
            person=person,
            ground=ground,
            words=words,
            named=True,
        )
        return name

    def answer_objection(self, act: Act, objection: ObjectionId, words: Sealed) -> None:
        """Answer a worry; it stays open until it is resolved."""
        self._must_be_open(objection)
        self.record(ObjectionAnswered, act, objection=objection, words=words)

    def resolve_objection(self, act: Act, objection: ObjectionId, how: Resolution) -> None:
        """Bring a worry to its end. Only whoever raised it can withdraw it."""
        self._must_be_open(objection)
        may = act.is_import or act.actor == self.objections[objection]
        if how is Resolution.WITHDRAWN and not may:
            raise NotEligible("Only the person who has this worry can take it back.")
        self.record(ObjectionResolved, act, objection=objection, how=how)

    # Closing and deciding

    def is_due(self, now: datetime) -> bool:
        """Whether the deadline has passed and nobody has written the decision down yet."""
        return self.stage is Stage.OPEN and self.closes_at is not None and now >= self.closes_at

    def settle(self, now: datetime) -> None:
        """At the deadline: voting closes and the decision stands, as the committee's own act."""
        if self.closes_at is not None and self.is_due(now):
            then = max(self.closes_at, self.last_occurred_at or self.closes_at)
            self._conclude(Act(NotAPerson.COMMITTEE, now, then), Closing.DEADLINE)

    def close(self, act: Act) -> None:
        """End the vote by hand and record what was decided."""
        if self.stage is not Stage.OPEN:
            raise NotOpen(NOT_OPEN[self.stage])
        if self.closes_at is not None and act.counts_from < self.closes_at:
            raise NotOpen("People can vote and change their vote until the end that was promised.")
        self._conclude(act, Closing.BY_HAND)

    def _conclude(self, act: Act, how: Closing) -> None:
        self.record(VotingClosed, act, how=how)
        self.decide(act, _route(self.terms))

    def close_and_decide(  # noqa: PLR0913 -- a source may state all of this
        self,
        act: Act,
        *,
        route: Route | None = None,
        outcome: Outcome | None = None,
        tally: Tally | None = None,
        words: Sealed | None = None,
        review_on: date | None = None,
    ) -> None:
        """What a history kept elsewhere tells: the end of a vote, and what its source states.

        The ballots are counted by the rule in force when voting opened, and that is the outcome.
        What the source states is kept beside it. Only without ballots does its word stand alone.
        """
        if self.stage not in (Stage.MADE, Stage.OPEN, Stage.CLOSED):
            raise NotOpen(NOT_OPEN[self.stage])
        if self.stage is Stage.OPEN:
            self.record(VotingClosed, act, how=Closing.NOT_STATED)
        stated = {"stated_outcome": outcome, "stated_tally": tally, "stated_words": words}
        if self.ballots:
            self.decide(act, route or Route.VOTE, review_on=review_on, **stated)
        elif outcome is None:
            raise Malformed("There are no ballots to count, and no outcome is stated.")
        else:
            self.record(
                DecisionTaken,
                act,
                outcome=outcome,
                tally=tally,
                route=route or Route.UNDOCUMENTED,
                stake=self.stake,
                domain=self.domain,
                review_on=review_on,
                **stated,
            )

    def decide(self, act: Act, route: Route, **more: object) -> None:
        """Count by the rule in force when voting opened, and record outcome and ground.

        Whoever pressed, it is the committee that decides.
        """
        counted = self.counted()
        if not act.is_import:
            act = replace(act, actor=NotAPerson.COMMITTEE)
        self.record(
            DecisionTaken,
            act,
            outcome=counted.outcome,
            route=route,
            rule=self.rule,
            tally=counted.tally,
            entitled=counted.entitled,
            recused=tuple(sorted(self.recused, key=str)),
            stake=self.stake,
            domain=self.domain,
            authority=self.voting_authority,
            **more,
        )

    def counted(self) -> Count:
        """The ballots as they lie, counted by the rule of this vote.

        Whoever is recused stays out of it, also with a worry that they have.
        """
        return count(
            self.terms,
            electorate=[v for p, v in self.electorate.items() if self._still_counts(p)],
            ballots=self.ballots,
            options=self.options,
            open_objections=sum(
                self.objections[worry] not in self.recused for worry in self.open_objections
            ),
            recused=self.recused,
        )

    def authority(self) -> Authority:
        """The right that this decision gives, if it said yes to something."""
        if self.decided is None:
            raise NoAuthority("This is not decided yet.")
        if self.decided_as not in (Result.ADOPTED, Result.CHOSEN):
            raise NoAuthority("The committee did not say yes to this.")
        return Authority(self.committee, Ground.DECISION, self.decided)

    # Rules

    def _still_counts(self, person: PersonId) -> bool:
        """Who left counts only with a ballot that was cast before."""
        return person not in self.dropped or person in self.ballots

    def _must_vote(self, act: Act, voter: PersonId) -> None:
        self._must_be_own(act, voter)
        if voter not in self.electorate:
            raise NotEligible("Only people who could vote when this opened can vote here.")
        if voter in self.recused:
            raise NotEligible("You are staying out of this one, so you cannot vote on it.")
        if voter in self.dropped:
            raise NotEligible("Only people on this committee can vote, and you have left it.")

    def _must_be_open(self, objection: ObjectionId) -> None:
        if objection not in self.objections:
            raise NotFound("There is no such worry.")
        if objection not in self.open_objections:
            raise NotOpen("This worry was dealt with already.")

    def _own_open_objection(self, person: PersonId) -> ObjectionId | None:
        own = (o for o in self.open_objections if self.objections[o] == person)
        return next(own, None)

    def _keep_worries_in_step(self, act: Act, voter: PersonId, answer: Answer) -> None:
        """Voting "I have a worry" raises one; voting something else takes one's own back."""
        if answer is not Choice.OBJECTION:
            self._take_worry_back(act, voter)
        elif self._own_open_objection(voter) is None:
            self.raise_objection(act, voter)

    def _take_worry_back(self, act: Act, person: PersonId) -> None:
        if mine := self._own_open_objection(person):
            self.record(ObjectionResolved, act, objection=mine, how=Resolution.WITHDRAWN)

    def when(self, event: ProposalEvent) -> None:
        match event:
            case BallotCast():
                if self.stage is Stage.OPEN:
                    self.ballots[event.voter] = event.answer
            case BallotWithdrawn():
                self.ballots.pop(event.voter, None)
            case ProposalMade():
                self.committee, self.stake, self.domain = event.committee, event.stake, event.domain
                self.options = tuple(option.option for option in event.options)
                self.made_by = event.actor
                self.stage = Stage.MADE
                self.ballots: dict[PersonId, Answer] = {}
                self.recused: set[PersonId] = set()
                self.dropped: set[PersonId] = set()
                self.objections: dict[ObjectionId, PersonId] = {}
                self.open_objections: dict[ObjectionId, None] = {}
                self.electorate: dict[PersonId, Voter] = {}
                self.closes_at: datetime | None = None
                self.voting_authority: EventId | None = None
                self.decided: EventId | None = None
                self.decided_as: Result | None = None
            case ProposalWithdrawn():
                self.stage = Stage.WITHDRAWN
            case PersonRecused():
                self.recused.add(event.person)
            case VotingOpened():
                self.stage = Stage.OPEN
                self.terms, self.rule = event.terms, event.rule
                self.electorate = {voter.person: voter for voter in event.electorate}
                self.closes_at, self.voting_authority = event.closes_at, event.authority
            case VoterDropped():
                self.dropped.add(event.voter)
            case ObjectionRaised():
                self.objections[event.objection] = event.person
                self.open_objections[event.objection] = None
            case ObjectionAnswered():
                pass
            case ObjectionResolved():
                self.open_objections.pop(event.objection, None)
            case VotingClosed():
                self.stage = Stage.CLOSED
            case DecisionTaken():
                self.stage = Stage.DECIDED
                self.decided, self.decided_as = event.event_id, event.outcome.result
            case _:
                assert_never(event)


def _route(terms: Rule) -> Route:
    return Route.CONSENT if terms.method is Method.CONSENT else Route.VOTE
