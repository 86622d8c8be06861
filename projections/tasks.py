"""Jobs: who holds them, who was asked, and how they passed from one person to another."""

from typing import Any
from uuid import UUID

from domain.events import TaskAdded, TaskAmended
from domain.ids import CommitteeId, PersonId, PlanId, TaskId
from projections.naming import Naming
from projections.plan import Plans
from projections.read_model import question, raw, uid, when
from projections.standing import HelpStep, Takeover, standing
from projections.task_steps import TaskSteps
from projections.tasks_seen import HelpSeen, Holder, Offer, Status, TakeoverSeen, TaskSeen

__all__ = ["HelpSeen", "Holder", "Offer", "Status", "TakeoverSeen", "TaskSeen", "Tasks"]


class Tasks(TaskSteps):
    """Jobs, who has them, who is asked to take them, and who did what another one had."""

    @question
    def tasks(self, committee: CommitteeId | None = None) -> list[TaskSeen]:
        """The jobs of a committee, or of all, in the order in which they were added."""
        found = self.rows(
            "SELECT task FROM task WHERE ? IS NULL OR committee = ? ORDER BY position",
            raw(committee),
            raw(committee),
        )
        return self._seen([TaskId(uid(key)) for (key,) in found])

    @question
    def on_plan(self, plan: PlanId) -> list[TaskSeen]:
        """The jobs of one occasion."""
        found = self.rows(
            "SELECT task FROM task WHERE plan = ? OR task IN "
            "(SELECT task FROM task_amended WHERE plan = ?) ORDER BY position",
            plan.bytes,
            plan.bytes,
        )
        seen = self._seen([TaskId(uid(key)) for (key,) in found])
        return [task for task in seen if task.plan == plan]

    @question
    def to_answer(self, person: PersonId) -> list[TaskSeen]:
        """The jobs of theirs that others did, of which they have not said yet what that was."""
        found = self.rows(
            "SELECT task, MIN(position) AS first FROM task_step WHERE person = ? OR giver = ? "
            "GROUP BY task ORDER BY first",
            person.bytes,
            person.bytes,
        )
        seen = self._seen([TaskId(uid(key)) for key, _ in found])
        return [
            task
            for task in seen
            if any(it.giver.person == person and it.answer is None for it in task.takeovers)
        ]

    @question
    def task(self, task: TaskId) -> TaskSeen | None:
        """One job."""
        return next(iter(self._seen([task])), None)

    @question
    def open_with(self, committee: CommitteeId, person: PersonId) -> list[TaskId]:
        """The jobs that this person holds, offers or is asked to take."""
        return [
            seen.task
            for seen in self.tasks(committee)
            if seen.is_open
            and person
            in {h.person for h in seen.holders}
            | {o.giver.person for o in seen.offers}
            | {o.taker.person for o in seen.offers}
        ]

    def _seen(self, tasks: list[TaskId]) -> list[TaskSeen]:
        return [seen for seen in map(self._one, tasks) if seen is not None]

    def _one(self, task: TaskId) -> TaskSeen | None:
        found = self.row("SELECT state FROM task WHERE task = ?", task.bytes)
        if found is None:
            return None
        added = TaskAdded.model_validate_json(found[0])
        last = self._amended(task) or added
        steps = self.rows(
            "SELECT step, person, giver, share, note, at FROM task_step WHERE task = ? "
            "ORDER BY position, rowid",
            task.bytes,
        )
        now = standing(steps)
        names = self.views.of(Naming).names([task, last.plan, *map(uid, now.people())])
        said = self.words([last.place, *(row[4] for row in now.offers.values())])
        held = Status.HELD if now.holding else Status.FREE
        return TaskSeen(
            task=task,
            committee=added.committee,
            title=names[task],
            plan=last.plan,
            plan_title=names[last.plan] if last.plan else None,
            day=last.due.on.day.isoformat() if last.due and last.due.on else None,
            place=said.get(last.place or ""),
            people=last.people,
            status=Status(now.ended) if now.ended else held,
            holders=tuple(_holder(key, names) for key in now.holding),
            offers=tuple(
                Offer(
                    giver=_holder(row[2], names),
                    taker=_holder(taker, names),
                    share=bool(row[3]),
                    note=said.get(row[4] or ""),
                    since=when(row[5]),
                )
                for taker, row in now.offers.items()
            ),
            event=last.event_id,
            authority=last.authority,
            plan_is_cancelled=self.views.of(Plans).is_cancelled(last.plan) if last.plan else False,
            learners=tuple(_holder(key, names) for key in now.learning),
            takeovers=tuple(_takeover(it, names) for it in now.takeovers),
            help_wanted=tuple(_help(step, names) for step in now.help_wanted),
            help_given=tuple(_help(step, names) for step in now.help_given),
        )

    def _amended(self, task: TaskId) -> TaskAmended | None:
        found = self.row(
            "SELECT state FROM task_amended WHERE task = ? ORDER BY position DESC LIMIT 1",
            task.bytes,
        )
        return TaskAmended.model_validate_json(found[0]) if found else None


def _holder(key: bytes, names: dict[Any, str]) -> Holder:
    person: UUID = uid(key)
    return Holder(PersonId(person), names[person])


def _takeover(it: Takeover, names: dict[Any, str]) -> TakeoverSeen:
    return TakeoverSeen(
        giver=_holder(it.giver, names),
        taker=_holder(it.taker, names),
        at=when(it.at),
        is_told=it.is_told,
        asked=it.asked,
        answer=it.answer,
        is_returned=it.is_returned,
    )


def _help(step: HelpStep, names: dict[Any, str]) -> HelpSeen:
    return HelpSeen(_holder(step.person, names), step.kind, when(step.at))
