"""Handovers: how a job passes on, by two acts of two people, or because one just does it."""

from collections.abc import Collection
from datetime import datetime

from domain.act import Act
from domain.commands.common import Commands, who_acts
from domain.committee import Committee
from domain.ids import PersonId, TaskId
from domain.kinds import TakeoverAnswer
from domain.ledger import Desk
from domain.sealed import Sealed
from domain.task import Task


class HandoverCommands(Commands):
    """What is done when a job passes from one person to another."""

    def offer_handover(  # noqa: PLR0913 -- an offer is told with all of this
        self,
        act: Act,
        task: TaskId,
        taker: PersonId,
        note: str = "",
        *,
        share: bool = False,
        answer_by: datetime | None = None,
        giver: PersonId | None = None,
    ) -> None:
        """Ask somebody on the committee to take a job over, or to share it."""
        who = giver or who_acts(act)

        def offer(desk: Desk) -> None:
            it = self._task(desk, act, task, taker)
            said = Sealed.maybe(note)
            it.offer(act, who, taker, share=share, note=said, answer_by=answer_by)

        self._do(offer)

    def accept_handover(
        self,
        act: Act,
        task: TaskId,
        taker: PersonId | None = None,
        giver: PersonId | None = None,
    ) -> None:
        """Say yes to a job that one was asked to take; ``giver`` is whom a source names."""
        who = taker or who_acts(act)
        self._do(lambda desk: self._task(desk, act, task, who).accept(act, who, giver))

    def decline_handover(
        self,
        act: Act,
        task: TaskId,
        taker: PersonId | None = None,
        giver: PersonId | None = None,
    ) -> None:
        """Say no thank you to a job that one was asked to take."""
        who = taker or who_acts(act)
        self._do(lambda desk: desk.get(Task, task).decline(act, who, giver))

    def withdraw_handover(
        self, act: Act, task: TaskId, taker: PersonId, giver: PersonId | None = None
    ) -> None:
        """Take an offer back before it is answered."""
        who = giver or who_acts(act)
        self._do(lambda desk: desk.get(Task, task).withdraw_offer(act, who, taker))

    def report_handover(
        self, act: Act, task: TaskId, givers: Collection[PersonId], takers: Collection[PersonId]
    ) -> None:
        """Take in from a history kept elsewhere that a job passed on."""
        self._do(lambda desk: desk.get(Task, task).report_handover(act, givers, takers))

    def take_over_task(
        self,
        act: Act,
        task: TaskId,
        giver: PersonId,
        *,
        asked: bool | None = None,
        taker: PersonId | None = None,
    ) -> None:
        """Do what somebody else has; they are told, and say what it was."""
        who = taker or who_acts(act)
        self._do(
            lambda desk: self._task(desk, act, task, who).take_over(act, giver, who, asked=asked)
        )

    def answer_takeover(
        self,
        act: Act,
        task: TaskId,
        taker: PersonId,
        answer: TakeoverAnswer,
        giver: PersonId | None = None,
    ) -> None:
        """Say what it was when another did one's job: asked for, shared, or taken."""
        who = giver or who_acts(act)
        self._do(lambda desk: desk.get(Task, task).answer_takeover(act, who, taker, answer))

    def return_task(
        self, act: Act, task: TaskId, taker: PersonId, giver: PersonId | None = None
    ) -> None:
        """Give a job back to whom it was taken from; or take back what was one's own."""
        who = giver or who_acts(act)
        self._do(lambda desk: self._task(desk, act, task, taker).return_to(act, who, taker))

    def _task(self, desk: Desk, act: Act, task: TaskId, person: PersonId) -> Task:
        """The job, if this person sits on the committee that it belongs to."""
        it = desk.get(Task, task)
        if not act.is_import:
            desk.get(Committee, it.committee).must_sit(person)
        return it
