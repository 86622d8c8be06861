"""Jobs: who holds them, who was asked, and how they passed from one person to another."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from domain.events import TaskAdded, TaskAmended
from domain.ids import CommitteeId, PersonId, PlanId, TaskId
from domain.values import LocalMoment
from projections.naming import Naming
from projections.plan import Plans
from projections.read_model import question, uid, when
from projections.standing import HelpStep, Takeover, standing
from projections.task_steps import TaskSteps
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


class Tasks(TaskSteps):
    """Jobs, who has them, who is asked to take them, and who did what another one had."""

    @question
    def tasks(self, committee: CommitteeId | None = None) -> list[TaskSeen]:
        """The jobs of a committee, or of all, in the order in which they were added."""
        if committee is None:
            return self._seen("SELECT task FROM task ORDER BY position")
        of_one = "SELECT task FROM task WHERE committee = ? ORDER BY position"
        return self._seen(of_one, committee.bytes)

    @question
    def open(self, committee: CommitteeId) -> list[TaskSeen]:
        """The jobs of a committee that are still to be done, the oldest first."""
        still = "SELECT task FROM open_task WHERE committee = ? ORDER BY position"
        return self._seen(still, committee.bytes)

    @question
    def on_plan(self, plan: PlanId) -> list[TaskSeen]:
        """The jobs of one occasion."""
        seen = self._seen(
            "SELECT task FROM task WHERE plan = ? OR task IN "
            "(SELECT task FROM task_amended WHERE plan = ?) ORDER BY position",
            plan.bytes,
            plan.bytes,
        )
        return [task for task in seen if task.plan == plan]

    @question
    def to_answer(self, person: PersonId) -> list[TaskSeen]:
        """The jobs of theirs that others did, of which they have not said yet what that was."""
        seen = self._seen(
            "SELECT task FROM task_step WHERE person = ? OR giver = ? "
            "GROUP BY task ORDER BY MIN(position)",
            person.bytes,
            person.bytes,
        )
        return [
            task
            for task in seen
            if any(it.giver.person == person and it.answer is None for it in task.takeovers)
        ]

    @question
    def task(self, task: TaskId) -> TaskSeen | None:
        """One job."""
        return self._one(task)

    @question
    def offers(self, task: TaskId) -> list[PastOffer]:
        """Every offer that was made of this job, oldest first, and what became of it."""
        steps = self.rows(
            "SELECT step, person, giver, share, note FROM task_step WHERE task = ? "
            "AND step IN ('offered', 'accepted', 'declined', 'withdrawn') ORDER BY position",
            task.bytes,
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
                _holder(giver, names), _holder(taker, names), bool(share), said.get(note or ""), end
            )
            for (_, taker, giver, share, note), end in made
        ]

    @question
    def open_with(self, committee: CommitteeId, person: PersonId) -> list[TaskId]:
        """The jobs that this person holds, offers or is asked to take."""
        return [
            seen.task
            for seen in self.open(committee)
            if person
            in {h.person for h in seen.holders}
            | {o.giver.person for o in seen.offers}
            | {o.taker.person for o in seen.offers}
        ]

    def _seen(self, query: str, *values: object) -> list[TaskSeen]:
        found = (self._one(TaskId(uid(key))) for (key,) in self.rows(query, *values))
        return [seen for seen in found if seen is not None]

    def _one(self, task: TaskId) -> TaskSeen | None:
        found = self.row("SELECT state FROM task WHERE task = ?", task.bytes)
        if found is None:
            return None
        added = TaskAdded.model_validate_json(found[0])
        last = self._amended(task) or added
        steps = self.rows(
            "SELECT step, person, giver, share, note, at FROM task_step WHERE task = ? "
            "ORDER BY position, nth",
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
            on=self._on(last),
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

    def _on(self, told: TaskAdded | TaskAmended) -> LocalMoment | None:
        due, plan = told.due, told.plan
        if due and due.on:
            return due.on
        occasion = self.views.of(Plans).taking_place(plan) if plan else None
        if occasion and occasion.at and due and due.before_plan:
            begins = datetime.combine(occasion.day, occasion.at)
            at = begins - timedelta(minutes=due.before_plan)
            return LocalMoment(day=at.date(), at=at.time(), zone=occasion.zone)
        return occasion


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
