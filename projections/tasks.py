"""Jobs: who holds them, who was asked, and how they passed from one person to another."""

from datetime import datetime
from typing import Any

from domain.events import TaskAdded, TaskAmended
from domain.ids import CommitteeId, PersonId, PlanId, TaskId
from projections.naming import Naming
from projections.plan import Plans
from projections.read_model import question, seconds, uid, when
from projections.standing import standing
from projections.stops import Stop
from projections.task_steps import TaskSteps
from projections.task_told import holder, task_seen
from projections.tasks_seen import (
    Answered,
    HelpSeen,
    Holder,
    Offer,
    PastOffer,
    Status,
    TakeoverSeen,
    TaskSeen,
)

__all__ = [
    "Answered",
    "HelpSeen",
    "Holder",
    "Offer",
    "PastOffer",
    "Status",
    "TakeoverSeen",
    "TaskSeen",
    "Tasks",
]


_OPEN_NOW = "SELECT task FROM open_task WHERE committee = ? ORDER BY position"
_OPEN_THEN = (
    "SELECT job FROM (SELECT task AS job, position AS made FROM open_task "
    "WHERE committee = ?1 AND at <= ?2 AND position <= ?3 "
    "UNION SELECT task, made FROM task_ended "
    "WHERE committee = ?1 AND at > ?2 AND begun <= ?2 AND made <= ?3 "
    "UNION SELECT task, made FROM task_ended "
    "WHERE committee = ?1 AND position > ?3 AND begun <= ?2 AND made <= ?3) "
    "WHERE COALESCE((SELECT step FROM task_step WHERE task = job AND at <= ?2 "
    "AND position <= ?3 AND step IN ('done', 'dropped', 'not done', 'reopened') "
    "ORDER BY position DESC LIMIT 1), 'reopened') = 'reopened' ORDER BY made"
)
"""What was to be done then still is, or has ended since; of these, whatever had not by then."""


class Tasks(TaskSteps):
    """Jobs, who has them, who is asked to take them, and who did what another one had."""

    @question
    def tasks(
        self,
        committee: CommitteeId | None = None,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[TaskSeen]:
        """The jobs of a committee, or of all, in the order in which they were added."""
        stop = Stop(at, known)
        if committee is None:
            query = "SELECT task FROM task WHERE at <= ? AND position <= ? ORDER BY position"
            return self._seen(stop, query, *stop.bounds)
        return self._seen(
            stop,
            "SELECT task FROM task WHERE committee = ? AND at <= ? AND position <= ? "
            "ORDER BY position",
            committee.bytes,
            *stop.bounds,
        )

    @question
    def open(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[TaskSeen]:
        """The jobs of a committee that are still to be done, the oldest first."""
        stop = Stop(at, known)
        if stop.is_now:
            return self._seen(stop, _OPEN_NOW, committee.bytes)
        return self._seen(stop, _OPEN_THEN, committee.bytes, *stop.bounds)

    @question
    def on_plan(
        self, plan: PlanId, at: datetime | None = None, known: int | None = None
    ) -> list[TaskSeen]:
        """The jobs of one occasion."""
        seen = self._seen(
            Stop(at, known),
            "SELECT task FROM task WHERE plan = ? OR task IN "
            "(SELECT task FROM task_amended WHERE plan = ?) ORDER BY position",
            plan.bytes,
            plan.bytes,
        )
        return [task for task in seen if task.plan == plan]

    @question
    def to_answer(
        self, person: PersonId, at: datetime | None = None, known: int | None = None
    ) -> list[TaskSeen]:
        """The jobs of theirs that others did, of which they have not said yet what that was."""
        stop = Stop(at, known)
        seen = self._seen(
            stop,
            "SELECT task FROM task_step WHERE (person = ? OR giver = ?) "
            "AND at <= ? AND position <= ? GROUP BY task ORDER BY MIN(position)",
            person.bytes,
            person.bytes,
            *stop.bounds,
        )
        return [
            task
            for task in seen
            if any(it.giver.person == person and it.answer is None for it in task.takeovers)
        ]

    @question
    def task(
        self, task: TaskId, at: datetime | None = None, known: int | None = None
    ) -> TaskSeen | None:
        """One job."""
        return self._one(task, Stop(at, known))

    @question
    def offers(
        self, task: TaskId, at: datetime | None = None, known: int | None = None
    ) -> list[PastOffer]:
        """Every offer that was made of this job, oldest first, and what became of it."""
        steps = self.rows(
            "SELECT step, person, giver, share, note FROM task_step WHERE task = ? "
            "AND at <= ? AND position <= ? "
            "AND step IN ('offered', 'accepted', 'declined', 'withdrawn') ORDER BY position",
            task.bytes,
            *Stop(at, known).bounds,
        )
        made: list[tuple[Any, Answered]] = []
        waiting: dict[bytes, int] = {}
        for row in steps:
            if row[0] == "offered":
                waiting[row[1]] = len(made)
                made.append((row, Answered.ASKED))
            elif row[1] in waiting:
                place = waiting.pop(row[1])
                made[place] = (made[place][0], Answered(row[0]))
        names = self.views.of(Naming).names(uid(key) for row, _ in made for key in row[1:3])
        said = self.words(row[4] for row, _ in made)
        return [
            PastOffer(
                holder(giver, names), holder(taker, names), bool(share), said.get(note or ""), end
            )
            for (_, taker, giver, share, note), end in made
        ]

    @question
    def open_with(
        self,
        committee: CommitteeId,
        person: PersonId,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[TaskId]:
        """The jobs that this person holds, offers or is asked to take."""
        return [
            seen.task
            for seen in self.open(committee, at, known)
            if person
            in {h.person for h in seen.holders}
            | {o.giver.person for o in seen.offers}
            | {o.taker.person for o in seen.offers}
        ]

    @question
    def changed(
        self,
        committee: CommitteeId,
        limit: int,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[datetime]:
        """When any job of a committee changed: the last times, the newest first."""
        found = self.rows(
            "SELECT at FROM task_change WHERE committee = ? AND at <= ? AND position <= ? "
            "GROUP BY at ORDER BY at DESC LIMIT ?",
            committee.bytes,
            *Stop(at, known).bounds,
            limit,
        )
        return [when(moment) for (moment,) in found]

    @question
    def changed_after(
        self,
        committee: CommitteeId,
        moment: datetime,
        at: datetime | None = None,
        known: int | None = None,
    ) -> datetime | None:
        """The first time that a job of a committee changed later than this."""
        (found,) = self.row(
            "SELECT MIN(at) FROM task_change WHERE committee = ? AND at <= ? AND position <= ? "
            "AND at > ?",
            committee.bytes,
            *Stop(at, known).bounds,
            seconds(moment),
        ) or (None,)
        return None if found is None else when(found)

    def _seen(self, stop: Stop, query: str, *values: object) -> list[TaskSeen]:
        found = (self._one(TaskId(uid(key)), stop) for (key,) in self.rows(query, *values))
        return [seen for seen in found if seen is not None]

    def _one(self, task: TaskId, stop: Stop) -> TaskSeen | None:
        """A job as it was added or last amended by then, after the steps that it had taken."""
        found = self.row(
            "SELECT state FROM task WHERE task = ? AND at <= ? AND position <= ?",
            task.bytes,
            *stop.bounds,
        )
        if found is None:
            return None
        added = TaskAdded.model_validate_json(found[0])
        last = self._amended(task, stop) or added
        steps = self.rows(
            "SELECT step, person, giver, share, note, at FROM task_step WHERE task = ? "
            "AND at <= ? AND position <= ? ORDER BY position, nth",
            task.bytes,
            *stop.bounds,
        )
        now = standing(steps)
        names = self.views.of(Naming).names([task, last.plan, *map(uid, now.people())], *stop)
        said = self.words([last.place, *(row[4] for row in now.offers.values())])
        plans = self.views.of(Plans)
        occasion = plans.taking_place(last.plan, *stop) if last.plan else None
        is_cancelled = plans.is_cancelled(last.plan, *stop) if last.plan else False
        return task_seen(added, last, now, names, said, occasion, is_cancelled=is_cancelled)

    def _amended(self, task: TaskId, stop: Stop) -> TaskAmended | None:
        found = self.row(
            "SELECT state FROM task_amended WHERE task = ? AND at <= ? AND position <= ? "
            "ORDER BY position DESC LIMIT 1",
            task.bytes,
            *stop.bounds,
        )
        return TaskAmended.model_validate_json(found[0]) if found else None
