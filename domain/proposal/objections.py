"""Worries: raised, answered, brought to an end."""

from collections.abc import Collection, Iterator

from domain.act import Act
from domain.errors import NotEligible, NotFound, NotOpen
from domain.events import ObjectionAnswered, ObjectionRaised, ObjectionResolved
from domain.ids import ObjectionId, PersonId
from domain.kinds import ObjectionGround, Resolution
from domain.proposal.state import ProposalState, Stage
from domain.sealed import Sealed
from domain.voting.answers import Answer, Choice


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
    ) -> ObjectionId:
        """Say why this is not safe enough to try, or find words for what one had raised.

        ``besides`` are worries that a source tells apart from this one.
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
