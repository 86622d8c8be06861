"""Answers as people really give them: on paper, by hand, with help."""

from dataclasses import replace

from domain.act import Act
from domain.errors import Malformed, NotEligible, NotFound, NotOpen, RuleBroken
from domain.events import BallotCast, HandsCounted, PaperBallotRead, SupportNoted
from domain.ids import PersonId, SlipId
from domain.kinds import Support, Through
from domain.proposal.proxies import Proxies
from domain.proposal.state import NOT_OPEN, Reading, Stage
from domain.values import EventId
from domain.voting.answers import Answer, check_answer
from domain.voting.electorate import Voter
from domain.voting.hands import hands_problems
from domain.voting.tally import StatedTally


class OnPaper(Proxies):
    """Slips that two people read, hands that were counted, and who was helped."""

    def read_paper_ballot(
        self, act: Act, slip: SlipId, reader: PersonId, voter: PersonId | None, answer: Answer
    ) -> None:
        """Say what one reads on a slip. Two equal readings by two people make a ballot.

        Readings that differ are kept, and none of them counts. Reading anew corrects oneself. Once
        a slip counts, nobody but the voter can say that it is wrong.
        """
        if self.stage is Stage.MADE or (self.stage is not Stage.OPEN and not act.is_import):
            raise NotOpen(NOT_OPEN[self.stage])
        self._must_have_begun(act)
        self._must_be_own(act, reader)
        check_answer(answer, self.terms, self.options)
        reading = Reading(voter, answer)
        if not act.is_import:
            self._must_be_votable(voter)
            self._must_be_unsettled(slip, reading)
        if voter is not None:
            self._must_not_wait(act, voter)
        if self.readings.get(slip, {}).get(reader) == reading:
            return
        self.record(PaperBallotRead, act, slip=slip, reader=reader, voter=voter, answer=answer)
        if not act.is_import and voter is not None:
            self._cast_if_agreed(act, slip, voter, answer)

    def paper_ballot_of(self, voter: PersonId) -> EventId:
        """The event by which two readings of a slip became the vote of this person."""
        if voter not in self.on_paper:
            raise NotFound("There is no vote on paper for you here. So there is nothing to mend.")
        return self.read_as[voter]

    def give_slip_up(self, act: Act, voter: PersonId) -> None:
        """Take back, as the voter, what others read on one's slip, as long as people vote."""
        if self.stage is Stage.OPEN and voter in self.on_paper:
            self.withdraw_ballot(act, voter)

    def count_hands(self, act: Act, counts: StatedTally) -> None:
        """Say how many hands went up for each answer. Counted anew, the last count holds."""
        self._must_be_at(Stage.OPEN)
        self._must_have_begun(act)
        if not act.is_import:
            if self.ballots:
                raise RuleBroken("People have voted by name here. Nobody can be counted twice.")
            if problems := list(hands_problems(self.terms, self._who_may_raise_a_hand(), counts)):
                raise Malformed(" ".join(problems))
        if counts != self.hands:
            by_hand = act if act.is_import else replace(act, through=Through.HANDS)
            self.record(HandsCounted, by_hand, counts=counts)

    def note_support(  # noqa: PLR0913 -- help is told with all of this
        self,
        act: Act,
        voter: PersonId,
        supporter: PersonId | None,
        kind: Support = Support.NOT_STATED,
        *,
        chosen_by_voter: bool | None = None,
        read_back: bool | None = None,
    ) -> None:
        """Say that a voter was helped, and how. Their vote counts like every other.

        It is never asked for before a vote, and never needed. The same twice adds nothing. Whether
        they picked their helper, and heard their vote read back, only the voter can tell.
        """
        if supporter == voter:
            raise Malformed("A helper is somebody else than the person who votes.")
        if not act.is_import:
            self._must_have_had_help(act, voter, supporter)
            if act.actor != voter and (chosen_by_voter, read_back) != (None, None):
                raise NotEligible("Only who voted can say if they picked their helper.")
        if (voter, supporter, kind, chosen_by_voter, read_back) not in self.helped:
            self.record(
                SupportNoted,
                act,
                voter=voter,
                supporter=supporter,
                kind=kind,
                chosen_by_voter=chosen_by_voter,
                read_back=read_back,
            )

    # Rules

    def _must_have_had_help(self, act: Act, voter: PersonId, supporter: PersonId | None) -> None:
        if act.actor not in (voter, supporter):
            raise NotEligible("Only who voted can say this, or who helped them.")
        if voter not in self.electorate:
            raise NotEligible("Only people who could vote when this opened can vote here.")
        if voter not in self.ballots:
            raise NotOpen("They have not voted here. Help is told after the vote.")

    def _must_be_unsettled(self, slip: SlipId, reading: Reading) -> None:
        if slip in self.given_up:
            raise NotOpen("This slip counts no more. Hand out a new one, if they want paper.")
        settled = next((who for who, one in self.on_paper.items() if one == slip), None)
        if settled and reading != Reading(settled, self.ballots[settled]):
            raise NotOpen(
                "Two people have read this slip, and it counts. "
                "Only the person whose vote it is can say that it is wrong."
            )

    def _must_be_votable(self, voter: PersonId | None) -> None:
        if self.hands is not None:
            raise NotOpen("Hands were counted for this already. Nobody can be counted twice.")
        if voter is None:
            raise Malformed("Say whose vote this is. Only a secret one has no name on it.")
        if voter not in self.electorate or voter in self.recused or voter in self.dropped:
            raise NotEligible("This person cannot vote on this one.")
        if voter in self.ballots and voter not in self.on_paper:
            raise RuleBroken(
                "This person has voted on a screen. If the paper is what they want, "
                "they take the other vote back first."
            )

    def _cast_if_agreed(self, act: Act, slip: SlipId, voter: PersonId, answer: Answer) -> None:
        """The vote is the voter's own act; whoever read it second has written it down."""
        if not self._is_read_twice(slip, voter, answer):
            return
        if self.ballots.get(voter) != answer or self.on_paper.get(voter) != slip:
            pressed = act.recorded_by or (None if isinstance(act.actor, str) else act.actor)
            theirs = replace(act, actor=voter, recorded_by=pressed, through=Through.PAPER)
            self.record(BallotCast, theirs, voter=voter, answer=answer, slip=slip)
            self._keep_worries_in_step(theirs, voter, answer)

    def _who_may_raise_a_hand(self) -> list[Voter]:
        return [voter for voter in self._counted_voters() if voter.person not in self.recused]
