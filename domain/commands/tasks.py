"""Tasks: what there is to do, who has it, and how it ends."""

from collections.abc import Collection

from domain.act import Act
from domain.commands.common import who_acts
from domain.commands.handovers import HandoverCommands
from domain.committee import Committee
from domain.ids import CommitteeId, PersonId, PlanId, TaskId
from domain.kinds import Help, Stake
from domain.ledger import Desk
from domain.person import Person
from domain.plan import Plan
from domain.sealed import Sealed
from domain.task import Task
from domain.values import Due, EventId


class TaskCommands(HandoverCommands):
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
                desk.get(Plan, plan).must_happen(act)
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

    def amend_task(  # noqa: PLR0913 -- a task is told with all of this
        self,
        act: Act,
        task: TaskId,
        title: str,
        *,
        plan: PlanId | None = None,
        due: Due | None = None,
        place: str = "",
        people: int = 1,
        needs: str = "",
        stake: Stake | None = None,
        authority: EventId | None = None,
    ) -> None:
        """Say anew what there is to do, all of it, as the committee decided."""

        def amend(desk: Desk) -> None:
            it = desk.get(Task, task)
            if plan is not None and plan != it.plan:
                desk.get(Plan, plan).must_happen(act)
            it.amend(
                act,
                Sealed.of(title),
                self._planning(desk, act, it.committee, authority),
                plan=plan,
                due=due,
                place=Sealed.maybe(place),
                people=people,
                needs=Sealed.maybe(needs),
                stake=stake,
            )

        self._do(amend)

    def take_task(self, act: Act, task: TaskId, person: PersonId | None = None) -> None:
        """Take a job on."""
        who = person or who_acts(act)
        self._do(lambda desk: self._task(desk, act, task, who).take(act, who))

    def lay_down_task(self, act: Act, task: TaskId, person: PersonId | None = None) -> None:
        """Say that one cannot do a job after all."""
        who = person or who_acts(act)
        self._do(lambda desk: desk.get(Task, task).lay_down(act, who))

    # ---- Learning and helping

    def shadow_task(self, act: Act, task: TaskId, person: PersonId | None = None) -> None:
        """Learn a job beside somebody who has it."""
        who = person or who_acts(act)
        self._do(lambda desk: self._task(desk, act, task, who).shadow(act, who))

    def ask_help(
        self, act: Act, task: TaskId, kind: Help = Help.NOT_STATED, person: PersonId | None = None
    ) -> None:
        """Ask for help with a job that one has."""
        who = person or who_acts(act)
        self._do(lambda desk: desk.get(Task, task).ask_help(act, who, kind))

    def give_help(
        self, act: Act, task: TaskId, by: PersonId | None = None, kind: Help = Help.NOT_STATED
    ) -> None:
        """Say that somebody helped with a job; who has it may say so of anybody."""
        who = by or who_acts(act)
        self._do(lambda desk: self._carried_on(desk, act, task, [who]).give_help(act, who, kind))

    # ---- The end of it

    def finish_task(self, act: Act, task: TaskId, by: Collection[PersonId] = ()) -> None:
        """Say that a job is done, and by whom."""
        who = by or ([] if act.is_import else [who_acts(act)])
        self._do(lambda desk: self._carried_on(desk, act, task, who).finish(act, who))

    def note_task_not_done(self, act: Act, task: TaskId) -> None:
        """Say that the time is over and a job was not done."""

        def note(desk: Desk) -> None:
            it = self._carried_on(desk, act, task)
            it.note_not_done(act, desk.get(Plan, it.plan).on if it.plan else None)

        self._do(note)

    def reopen_task(self, act: Act, task: TaskId) -> None:
        """Say that there is more to do after all. Who left meanwhile has the job no more."""

        def reopen(desk: Desk) -> None:
            it = self._carried_on(desk, act, task)
            it.reopen(act)
            if act.is_import:
                return
            here = desk.get(Committee, it.committee).seats
            for person in sorted(it.holders - here.keys(), key=str):
                it.release(Act.of_program(act.recorded_at, act.occurred_at), person)

        self._do(reopen)

    def drop_task(self, act: Act, task: TaskId, *, authority: EventId | None = None) -> None:
        """A job is not needed any more."""

        def drop(desk: Desk) -> None:
            it = desk.get(Task, task)
            it.drop(act, self._planning(desk, act, it.committee, authority))

        self._do(drop)

    def _carried_on(
        self, desk: Desk, act: Act, task: TaskId, people: Collection[PersonId] = ()
    ) -> Task:
        """The job, if whoever acts sits on its committee and these people are known here."""
        it = desk.get(Task, task)
        self._must_sit(desk, act, it.committee)
        if not act.is_import:
            for person in people:
                desk.get(Person, person)
        return it
