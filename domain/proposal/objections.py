"""Worries: raised, answered, brought to an end."""

from collections.abc import Collection, Iterator

from domain.act import Act
from domain.errors import Malformed, NotEligible, NotFound, NotOpen, RuleBroken
from domain.events import ObjectionAnswered, ObjectionRaised, ObjectionResolved
from domain.ids import ObjectionId, PersonId
from domain.kinds import ObjectionGround, Resolution
from domain.proposal.state import ProposalState, Stage
from domain.sealed import Sealed
from domain.voting.answers import Answer, Choice
from domain.voting.rule import Method


class Objections(ProposalState):
    """Why this may not be safe enough to try, and what became of it."""

    def raise_objection(  # noqa: PLR0913 -- a worry is told with all of this
        self,
        act: Act,
        person: PersonId,
        ground: ObjectionGround = ObjectionGround.NOT_STATED,
        words: Sealed | None = None,
        *,
        objection: ObjectionId | None = None,
        besides: Collection[ObjectionId] = (),
        named: bool | None = None,
    ) -> ObjectionId:
        """Say why this is not safe enough to try, or find words for what one had raised.

        ``besides`` are worries that a source tells apart from this one. One that is not ``named``
        is shown without a name, until whoever has it says otherwise.
        """
        self._must_be_at(Stage.MADE, Stage.OPEN, Stage.CLOSED)
        self._must_be_own(act, person)
        if objection in self.objections and objection not in self._own_open_objections(person):
            raise NotFound("They have no such worry.")
        known = self._own_open_objection(person, besides)
        name = objection or known or ObjectionId(act.fresh(self.objections))
        self.record(
            ObjectionRaised,
            act,
            objection=name,
            person=person,
            ground=ground,
            words=words,
            named=name not in self.unnamed if named is None else named,
        )
        return name

    def answer_objection(self, act: Act, objection: ObjectionId, words: Sealed) -> None:
        """Answer a worry; it stays open until it is resolved."""
        self._must_be_open(objection)
        self.record(ObjectionAnswered, act, objection=objection, words=words)

    def resolve_objection(self, act: Act, objection: ObjectionId, how: Resolution) -> None:
        """Bring a worry to its end, and never in silence.

        Only whoever raised it can withdraw it. That it was integrated or explained is told by the
        new words or by the answer; why it was overruled, by whoever says so.
        """
        self._must_be_open(objection)
        if not act.is_import:
            self._must_be_met(act, objection, how)
        self.record(ObjectionResolved, act, objection=objection, how=how)

    def _must_be_met(self, act: Act, objection: ObjectionId, how: Resolution) -> None:
        is_own = act.actor == self.objections[objection]
        if how is Resolution.WITHDRAWN and not is_own:
            raise NotEligible("Only the person who has this worry can take it back.")
        if self._is_by_consent() and not is_own:
            raise NotEligible("We go on when no worry is left. Only who has it can say it is over.")
        if how is Resolution.INTEGRATED and objection not in self.reworded:
            raise RuleBroken("Change the idea first, and pick this worry as the reason.")
        if how is Resolution.EXPLAINED and objection not in self.answered and act.reason is None:
            raise RuleBroken("Answer this worry first, or say what you talked about.")
        if how is Resolution.OVERRULED and act.reason is None:
            raise Malformed("Say why we go on with this worry still there. All of us will read it.")

    def _is_by_consent(self) -> bool:
        """Whether one worry is enough to stop this vote; before it, worries are talked of."""
        is_open = self.stage in (Stage.OPEN, Stage.CLOSED)
        return is_open and self.terms.method in (Method.CONSENT, Method.CONSENSUS)

    def _must_be_open(self, objection: ObjectionId) -> None:
        if objection not in self.objections:
            raise NotFound("There is no such worry.")
        if objection not in self.open_objections:
            raise NotOpen("This worry was dealt with already.")

    def _own_open_objection(
        self, person: PersonId, besides: Collection[ObjectionId] = ()
    ) -> ObjectionId | None:
        own = self._own_open_objections(person)
        return next((one for one in own if one not in besides), None)

    def _own_open_objections(self, person: PersonId) -> Iterator[ObjectionId]:
        return (one for one in self.open_objections if self.objections[one] == person)

    def _keep_worries_in_step(self, act: Act, voter: PersonId, answer: Answer) -> None:
        """Voting "I have a worry" raises one; voting something else takes one's own back."""
        if answer is not Choice.OBJECTION:
            self._take_worry_back(act, voter)
        elif self._own_open_objection(voter) is None:
            self.raise_objection(act, voter)

    def _take_worry_back(self, act: Act, person: PersonId) -> None:
        if mine := self._own_open_objection(person):
            self.record(ObjectionResolved, act, objection=mine, how=Resolution.WITHDRAWN)
