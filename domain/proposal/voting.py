"""Voting: who may, until when, and every answer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.act import Act
from domain.authority import Authority, RuleInForce
from domain.errors import Malformed, NotEligible, NotOpen, RuleBroken
from domain.events import (
    BallotCast,
    BallotWithdrawn,
    VoterAdded,
    VoterDropped,
    VotingExtended,
    VotingOpened,
)
from domain.ids import PersonId, SlipId
from domain.kinds import Shown
from domain.proposal.electing import Electing
from domain.proposal.holding import Holding
from domain.proposal.state import NOT_OPEN, Reading, Stage
from domain.voting.answers import Answer, Choice, check_answer
from domain.voting.electorate import Voter


class Voting(Holding, Electing):
    """A vote from its opening on."""

    def open_voting(
        self,
        act: Act,
        electorate: Sequence[Voter],
        by: RuleInForce,
        *,
        closes_at: datetime | None = None,
        opens_at: datetime | None = None,
    ) -> None:
        """Let the voting begin, now or at a later time.

        Rule, electorate, stake and text are fixed from here on.
        """
        self._must_be_at(Stage.MADE)
        self._must_stand(act, by.terms)
        by.terms.check(self.options)
        if not electorate:
            raise RuleBroken("Nobody can vote yet. Give people a seat with a vote first.")
        begins = self._beginning(act, opens_at, closes_at)
        self._must_suit(act, electorate, by, begins, closes_at)
        self.record(
            VotingOpened,
            act,
            rule=by.rule,
            terms=by.terms,
            authority=by.adopted,
            electorate=tuple(electorate),
            opens_at=self._in_order(act) if opens_at is None else opens_at,
            closes_at=closes_at,
            shown=by.terms.shown or Shown.AS_CAST,
        )

    def extend_voting(self, act: Act, closes_at: datetime) -> None:
        """Give people more time, while there is some left. The same end twice adds nothing."""
        self._must_be_at(Stage.OPEN)
        if self.closes_at is None:
            raise Malformed("This vote has no end that could come later.")
        if closes_at < self.closes_at:
            raise Malformed("The end that was promised is kept. It can only come later.")
        if not act.is_import:
            self._must_last(self.terms, self.opened_at, closes_at)
        if closes_at > self.closes_at:
            self.record(VotingExtended, act, closes_at=closes_at)

    def add_voter(self, act: Act, voter: Voter, authority: Authority) -> None:
        """Let somebody vote who was left out, as the committee decided."""
        self._must_be_at(Stage.OPEN)
        if voter.person not in self.electorate or voter.person in self.dropped:
            cited = authority.to_settle(self.committee)
            self.record(VoterAdded, act, voter=voter, authority=cited)

    def drop_voter(self, act: Act, voter: PersonId) -> None:
        """Somebody left: they can no longer vote here, and a ballot already cast stands."""
        if self.stage is Stage.OPEN and voter in self.electorate and voter not in self.dropped:
            self.record(VoterDropped, act, voter=voter)

    def cast_ballot(
        self, act: Act, voter: PersonId, answer: Answer, slip: SlipId | None = None
    ) -> None:
        """Answer, or answer anew; also for somebody who asked one to. The same twice adds nothing.

        An imported ballot that comes after the end is kept, and never counts.
        """
        if self.stage is Stage.MADE or (self.stage is not Stage.OPEN and not act.is_import):
            raise NotOpen(NOT_OPEN[self.stage])
        self._must_have_begun(act)
        if not act.is_import:
            if self.is_due(act.counts_from):
                raise NotOpen(NOT_OPEN[Stage.CLOSED])
            if self.hands is not None:
                raise NotOpen("Hands were counted for this already. Nobody can be counted twice.")
        self._must_vote_or_be_asked(act, voter)
        self._must_not_wait(act, voter)
        check_answer(answer, self.terms, self.options, told=act.is_import)
        if slip is not None:
            self._must_be_read_twice(act, slip, voter, answer)
        if self.stage is not Stage.OPEN:
            self.record(BallotCast, act, voter=voter, answer=answer, slip=slip)
        elif self.ballots.get(voter) != answer or slip not in (None, self.on_paper.get(voter)):
            self.record(BallotCast, act, voter=voter, answer=answer, slip=slip)
            if not act.is_import:
                theirs = act if act.actor == voter else replace(act, actor=voter)
                self._keep_worries_in_step(theirs, voter, answer)

    def withdraw_ballot(self, act: Act, voter: PersonId) -> None:
        """Take one's answer back, while voting is open."""
        self._must_be_at(Stage.OPEN)
        self._must_vote(act, voter)
        if voter in self.ballots:
            answer = self.ballots[voter]
            self.record(BallotWithdrawn, act, voter=voter)
            if answer is Choice.OBJECTION and not act.is_import:
                self._take_worry_back(act, voter)

    def is_due(self, now: datetime) -> bool:
        """Whether the deadline has passed and nobody has written the decision down yet."""
        return self.stage is Stage.OPEN and self.closes_at is not None and now >= self.closes_at

    # Rules

    def _must_vote(self, act: Act, voter: PersonId) -> None:
        self._must_be_own(act, voter)
        self._must_be_voter(voter)

    def _must_vote_or_be_asked(self, act: Act, voter: PersonId) -> None:
        """Nobody votes for somebody who did not ask them, or who has voted themselves."""
        if act.is_import or act.actor == voter or self.proxies.get(voter) != act.actor:
            self._must_be_own(act, voter)
        elif voter in self.ballots and voter not in self.voted_for:
            raise NotEligible("They have voted themselves. So nobody votes for them now.")
        self._must_be_voter(voter)

    def _must_be_voter(self, voter: PersonId) -> None:
        if voter not in self.electorate:
            raise NotEligible("Only people who could vote when this opened can vote here.")
        if voter in self.recused:
            raise NotEligible("You are staying out of this one. So you cannot vote.")
        if voter in self.dropped:
            raise NotEligible("Only people on this committee can vote, and you have left it.")

    def _must_be_read_twice(self, act: Act, slip: SlipId, voter: PersonId, answer: Answer) -> None:
        if not act.is_import or not self._is_read_twice(slip, voter, answer):
            raise NotEligible("Two people read a slip of paper, and both read the same.")

    def _is_read_twice(self, slip: SlipId, voter: PersonId, answer: Answer) -> bool:
        readings = self.readings.get(slip, {}).values()
        return list(readings).count(Reading(voter, answer)) >= 2  # noqa: PLR2004 -- two people

    def _still_counts(self, person: PersonId) -> bool:
        """Who left counts only with a ballot that was cast before."""
        return person not in self.dropped or person in self.ballots

    def _counted_voters(self) -> list[Voter]:
        if not self.dropped:
            return list(self.electorate.values())
        return [voter for one, voter in self.electorate.items() if self._still_counts(one)]
