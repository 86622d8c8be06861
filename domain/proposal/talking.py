"""What people are given to read, ask and say about a question before they decide it."""

from collections.abc import Collection
from datetime import datetime

from domain.act import Act
from domain.errors import Malformed, NotFound, NotOpen, RuleBroken
from domain.events import (
    InterestDeclared,
    PaperShared,
    PersonRecused,
    PositionVoiced,
    QuestionAnswered,
    QuestionAsked,
    UnderstandingVoiced,
)
from domain.ids import OptionId, PaperId, PersonId, QuestionId
from domain.kinds import Format, Position, Understanding
from domain.proposal.speaking import Floor, Speaking
from domain.proposal.state import NOT_OPEN, Stage
from domain.sealed import Sealed

PICKS_PEOPLE = "Here we pick people. Say whom you want with your vote."


class Talking(Speaking):
    """Papers, questions, and what people say they want."""

    def share_paper(  # noqa: PLR0913 -- a paper is told with all of this
        self,
        act: Act,
        content: Sealed,
        how: Format = Format.NOT_STATED,
        *,
        to: Collection[PersonId] = (),
        available_from: datetime | None = None,
        paper: PaperId | None = None,
    ) -> PaperId:
        """Give people something to read, hear or look at; the same paper may come in two forms."""
        self._must_be_alive(act)
        name = paper or PaperId(act.fresh(self.papers))
        if paper is not None and paper not in self.papers:
            raise NotFound("There is no such paper.")
        self.record(
            PaperShared,
            act,
            paper=name,
            content=content,
            format=how,
            to=tuple(to),
            available_from=available_from or act.happened_at,
        )
        return name

    def voice_understanding(self, act: Act, person: PersonId, answer: Understanding) -> None:
        """Say whether one understood. The same twice adds nothing."""
        self._must_be_alive(act)
        self._must_be_own(act, person)
        if self.understood.get(person) is not answer:
            self.record(UnderstandingVoiced, act, person=person, answer=answer)

    def voice_position(
        self,
        act: Act,
        person: PersonId,
        position: Position,
        option: OptionId | None = None,
        floor: Floor | None = None,
    ) -> None:
        """Say what one wants, before it is decided. The same twice adds nothing.

        Where people are chosen, wanting one of them is standing for it: there the vote says it.
        """
        self._must_be_undecided(act)
        self._must_be_own(act, person)
        if option is not None and option not in self.options:
            raise Malformed("This answer is not part of the question.")
        if self.election is not None and not act.is_import:
            raise RuleBroken(PICKS_PEOPLE)
        self._must_be_their_turn(act, person, floor)
        self._must_be_passed_on(act, person, floor)
        if self.positions.get(person) != (position, option):
            self.record(PositionVoiced, act, person=person, position=position, option=option)

    def ask_question(self, act: Act, person: PersonId, words: Sealed) -> QuestionId:
        """Ask something about the idea."""
        self._must_be_alive(act)
        self._must_be_own(act, person)
        name = QuestionId(act.fresh(self.questions))
        self.record(QuestionAsked, act, question=name, person=person, words=words)
        return name

    def answer_question(self, act: Act, question: QuestionId, words: Sealed) -> None:
        """Answer a question. There may be more answers than one."""
        self._must_be_alive(act)
        if question not in self.questions:
            raise NotFound("There is no such question.")
        self.record(QuestionAnswered, act, question=question, words=words)

    def declare_interest(self, act: Act, person: PersonId, words: Sealed) -> None:
        """Say that one has something to gain or lose. Staying out of it is another step."""
        self._must_be_undecided(act)
        self._must_be_own(act, person)
        self.record(InterestDeclared, act, person=person, words=words)

    def recuse(self, act: Act, person: PersonId) -> None:
        """Stay out of deciding this. A ballot already cast does not count any more."""
        self._must_be_at(Stage.MADE, Stage.OPEN)
        self._must_be_own(act, person)
        if person not in self.recused:
            self.record(PersonRecused, act, person=person)

    def _must_be_alive(self, act: Act) -> None:
        """Talk may go on after a decision, but not about what was taken back."""
        if self.stage in (Stage.WITHDRAWN, Stage.DECLINED) and not act.is_import:
            raise NotOpen(NOT_OPEN[self.stage])
