"""Tasks: jobs, and how they pass from one person to another."""

from collections.abc import Collection
from datetime import datetime

from domain.act import Act
from domain.commands.common import Commands, who_acts
from domain.committee import Committee
from domain.ids import CommitteeId, PersonId, PlanId, TaskId
from domain.kinds import Stake
from domain.ledger import Desk
from domain.plan import Plan
from domain.sealed import Sealed
from domain.task import Task
from domain.values import Due, EventId


class TaskCommands(Commands):
    """What is done about tasks."""

    def add_task(  # noqa: PLR0913 -- a task is told with all of this
        self,
        act: Act,
        committee: CommitteeId,
        title: str,
        *,
        plan: PlanId | None = None,
        due: Due | None = None,
        place: str = "",
        people: int = 1,
        needs: str = "",
        stake: Stake | None = None,
        authority: EventId | None = None,
    ) -> TaskId:
        """Say that there is something to do, as the committee decided."""

        def add(desk: Desk) -> Task:
            if plan is not None:
                desk.get(Plan, plan)
            task = Task.add(
                act,
                committee,
                Sealed.of(title),
                self._planning(desk, act, committee, authority),
                plan=plan,
                due=due,
                place=Sealed.maybe(place),
                people=people,
                needs=Sealed.maybe(needs),
                stake=stake,
            )
            return desk.add(task)

        return TaskId(self._do(add).id)

    def take_task(self, act: Act, task: TaskId, person: PersonId | None = None) -> None:
        """Take a job on."""
        who = person or who_acts(act)
        self._do(lambda desk: self._task(desk, act, task, who).take(act, who))

    def lay_down_task(self, act: Act, task: TaskId, person: PersonId | None = None) -> None:
        """Say that one cannot do a job after all."""
        who = person or who_acts(act)
        self._do(lambda desk: desk.get(Task, task).lay_down(act, who))

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

    def withdraw_handover(self, act: Act, task: TaskId, taker: PersonId) -> None:
        """Take an offer back before it is answered."""
        giver = who_acts(act)
        self._do(lambda desk: desk.get(Task, task).withdraw_offer(act, giver, taker))

    def finish_task(self, act: Act, task: TaskId, by: Collection[PersonId] = ()) -> None:
        """Say that a job is done, and by whom."""
        who = by or ([] if act.is_import else [who_acts(act)])
        self._do(lambda desk: desk.get(Task, task).finish(act, who))

    def drop_task(self, act: Act, task: TaskId, *, authority: EventId | None = None) -> None:
        """A job is not needed any more."""

        def drop(desk: Desk) -> None:
            it = desk.get(Task, task)
            it.drop(act, self._planning(desk, act, it.committee, authority))

        self._do(drop)

    def _task(self, desk: Desk, act: Act, task: TaskId, person: PersonId) -> Task:
        """The job, if this person sits on the committee that it belongs to."""
        it = desk.get(Task, task)
        if not act.is_import:
            desk.get(Committee, it.committee).must_sit(person)
        return it
