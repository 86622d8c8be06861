"""What people are given to read, ask and say about an idea."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from domain.act import Act
from domain.commands.common import Commands, who_acts
from domain.committee import Committee
from domain.errors import NotFound, RuleBroken
from domain.ids import ObjectionId, OptionId, PaperId, PersonId, ProposalId, QuestionId
from domain.kinds import (
    Format,
    ObjectionGround,
    Position,
    Resolution,
    Through,
    Understanding,
)
from domain.ledger import Desk
from domain.person import Person
from domain.proposal import Proposal
from domain.proposal.speaking import Floor
from domain.sealed import Sealed
from domain.values import EventId

T = TypeVar("T")


class TalkingCommands(Commands):
    """Papers, questions, positions and worries."""

    def share_paper(  # noqa: PLR0913 -- a paper is told with all of this
        self,
        act: Act,
        proposal: ProposalId,
        content: str,
        how: Format = Format.NOT_STATED,
        *,
        to: Collection[PersonId] = (),
        available_from: datetime | None = None,
        paper: PaperId | None = None,
    ) -> PaperId:
        """Give people something to read, hear or look at; to nobody named is to everybody."""

        def share(desk: Desk, it: Proposal) -> PaperId:
            self._must_sit(desk, act, it.committee)
            for person in to:
                desk.get(Person, person)
            return it.share_paper(
                act, Sealed.of(content), how, to=to, available_from=available_from, paper=paper
            )

        return self._on_proposal(act, proposal, share)

    def voice_understanding(
        self,
        act: Act,
        proposal: ProposalId,
        answer: Understanding,
        person: PersonId | None = None,
    ) -> None:
        """Say whether one understood."""
        who = person or who_acts(act)
        self._seated(act, proposal, lambda it: it.voice_understanding(act, who, answer))

    def voice_position(
        self,
        act: Act,
        proposal: ProposalId,
        position: Position,
        option: OptionId | None = None,
        *,
        person: PersonId | None = None,
    ) -> None:
        """Say what one wants, before or without a vote.

        What somebody else says aloud is written down for them by whoever runs the meeting.
        """

        def speak(desk: Desk, it: Proposal) -> None:
            group, who = desk.get(Committee, it.committee), person or who_acts(act)
            theirs = act
            if who != act.actor and not act.is_import:
                group.must_be_chair(act)
                theirs = replace(act, actor=who, recorded_by=who_acts(act), through=Through.TOLD)
            self._must_sit(desk, theirs, it.committee)
            it.voice_position(theirs, who, position, option, _floor(group, it))

        self._on_proposal(act, proposal, speak)

    def ask_question(
        self, act: Act, proposal: ProposalId, words: str, person: PersonId | None = None
    ) -> QuestionId:
        """Ask something about an idea."""
        who = person or who_acts(act)
        return self._seated(act, proposal, lambda it: it.ask_question(act, who, Sealed.of(words)))

    def answer_question(
        self, act: Act, proposal: ProposalId, question: QuestionId, words: str
    ) -> None:
        """Answer a question."""
        said = Sealed.of(words)
        self._seated(act, proposal, lambda it: it.answer_question(act, question, said))

    def declare_interest(
        self, act: Act, proposal: ProposalId, words: str, person: PersonId | None = None
    ) -> None:
        """Say that one has something to gain or lose oneself."""
        who, said = person or who_acts(act), Sealed.of(words)
        self._seated(act, proposal, lambda it: it.declare_interest(act, who, said))

    def recuse(self, act: Act, proposal: ProposalId, person: PersonId | None = None) -> None:
        """Stay out of deciding something that one has a stake of one's own in."""
        who = person or who_acts(act)
        self._seated(act, proposal, lambda it: it.recuse(act, who))

    def raise_objection(  # noqa: PLR0913 -- a worry is told with all of this
        self,
        act: Act,
        proposal: ProposalId,
        words: str = "",
        ground: ObjectionGround = ObjectionGround.NOT_STATED,
        *,
        person: PersonId | None = None,
        objection: ObjectionId | None = None,
        besides: Collection[ObjectionId] = (),
        named: bool | None = None,
    ) -> ObjectionId:
        """Say what one worries about; ``objection`` is the id that a history has for it.

        ``besides`` are worries that a source tells apart from it. One that is not ``named`` is
        shown without a name.
        """
        who = person or who_acts(act)
        said = Sealed.maybe(words)
        return self._seated(
            act,
            proposal,
            lambda it: it.raise_objection(
                act, who, ground, said, objection=objection, besides=besides, named=named
            ),
        )

    def raised(self, proposal: ProposalId, objection: ObjectionId) -> EventId:
        """The event by which this worry came up, for a change that answers to it."""
        found = self._do(lambda desk: desk.get(Proposal, proposal).raised.get(objection))
        if found is None:
            raise NotFound("There is no such worry.")
        return found

    def answer_objection(
        self, act: Act, proposal: ProposalId, objection: ObjectionId, words: str
    ) -> None:
        """Answer a worry."""
        said = Sealed.of(words)
        self._seated(act, proposal, lambda it: it.answer_objection(act, objection, said))

    def resolve_objection(
        self, act: Act, proposal: ProposalId, objection: ObjectionId, how: Resolution
    ) -> None:
        """Bring a worry to its end: by its owner, or by the chair for the committee."""

        def end(desk: Desk, it: Proposal) -> None:
            is_own = act.actor == it.objections.get(objection)
            if how is Resolution.OVERRULED or not (is_own or how is Resolution.WITHDRAWN):
                desk.get(Committee, it.committee).must_be_chair(act)
            it.resolve_objection(act, objection, how)

        self._on_proposal(act, proposal, end)

    def _seated(self, act: Act, proposal: ProposalId, work: Callable[[Proposal], T]) -> T:
        """Do this as somebody who sits on the committee."""

        def as_one_of_us(desk: Desk, it: Proposal) -> T:
            self._must_sit(desk, act, it.committee)
            return work(it)

        return self._on_proposal(act, proposal, as_one_of_us)


def _floor(group: Committee, it: Proposal) -> Floor | None:
    """Who speaks before whom, by the rule that holds for this question now; none without a rule.

    Of a vote that is planned, rule and voters are fixed.
    """
    seats = {who: held.seat for who, held in group.seats.items()}
    if it.electorate:
        return Floor(it.terms, it.can_vote, seats)
    try:
        terms = group.rule_in_force(it.domain, it.stake, it.answers).terms
    except RuleBroken:
        return None
    return Floor(terms, group.electorate(terms), seats)
