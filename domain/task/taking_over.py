"""Doing what another one has: never refused to somebody on the committee, and never silent."""

from domain.act import Act
from domain.errors import Malformed, NotEligible, NotOpen
from domain.events import TakeoverAnswered, TaskReturned, TaskTakenOver
from domain.ids import PersonId
from domain.kinds import TakeoverAnswer
from domain.task.state import TaskState


class TakingOver(TaskState):
    """Taking a job over, what its holder says to that, and giving it back."""

    def take_over(
        self, act: Act, giver: PersonId, taker: PersonId, *, asked: bool | None = None
    ) -> None:
        """Do what somebody else has. It is the taker's from then on, and the giver is told."""
        self._must_go_on()
        self._must_be_own(act, taker)
        if giver == taker:
            raise Malformed("Nobody takes a job over from themselves.")
        if giver not in self.holders:
            if taker in self.holders and (giver, taker) in self.to_return:
                return
            raise NotEligible("They do not have this job.")
        self.record(TaskTakenOver, act, giver=giver, taker=taker, asked=asked)
        self._end_offers(act, of=giver)
        self._end_offer_to(act, taker)

    def answer_takeover(
        self, act: Act, giver: PersonId, taker: PersonId, answer: TakeoverAnswer
    ) -> None:
        """Say what it was when another did one's job. The last word holds."""
        self._must_be_own(act, giver)
        if (giver, taker) not in self.takeovers:
            raise NotEligible("Only somebody whose job another person did can say this.")
        if self.takeovers[giver, taker] is not answer:
            self.record(TakeoverAnswered, act, giver=giver, taker=taker, answer=answer)

    def return_to(self, act: Act, giver: PersonId, taker: PersonId) -> None:
        """The job goes back to whom it was taken from; either of the two may do this."""
        self._must_go_on()
        if not act.is_import:
            if act.actor not in (giver, taker):
                raise NotEligible("One of the two people has to do this themselves.")
            if (taker, giver) not in self.to_return:
                raise NotOpen("This job was not taken over from them. Ask them to take it.")
        self._must_hold(giver)
        self.record(TaskReturned, act, giver=giver, taker=taker)
        self._end_offers(act, of=giver)
        self._end_offer_to(act, taker)
