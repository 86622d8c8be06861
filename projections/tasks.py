"""Jobs: who holds them, who was asked, and how they passed from one person to another."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from domain.events import TaskAdded
from domain.ids import CommitteeId, PersonId, PlanId, TaskId
from domain.values import EventId, LocalMoment
from projections.naming import Naming
from projections.plan import Plans
from projections.read_model import question, uid, when
from projections.task_steps import TaskSteps


class Status(StrEnum):
    """How a job stands."""

    FREE = "free"
    HELD = "held"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who has a job."""

    person: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A handover that waits for its answer."""

    giver: Holder
    taker: Holder
    share: bool
    note: str | None
    since: datetime


@dataclass(frozen=True, slots=True)
class TaskSeen:
    """A job as it stands now."""

    task: TaskId
    committee: CommitteeId
    title: str
    plan: PlanId | None
    plan_title: str | None
    day: str | None
    on: LocalMoment | None
    """When it is to be done: as it says itself, or so long before its plan, else with its plan."""
    place: str | None
    people: int
    status: Status
    holders: tuple[Holder, ...]
    offers: tuple[Offer, ...]
    event: EventId
    authority: EventId | None

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.status in (Status.FREE, Status.HELD)

    @property
    def wants(self) -> int:
        """How many more people it needs."""
        return max(0, self.people - len(self.holders)) if self.is_open else 0


class Answered(StrEnum):
    """What became of an offer."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PastOffer:
    """An offer, whether it still waits or not."""

    giver: Holder
    taker: Holder
    share: bool
    note: str | None
    answer: Answered


class Tasks(TaskSteps):
    """Jobs, who has them, and who is asked to take them."""

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
        return self._seen("SELECT task FROM task WHERE plan = ? ORDER BY position", plan.bytes)

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
        steps = self.rows(
            "SELECT step, person, giver, share, note, at FROM task_step WHERE task = ? "
            "ORDER BY position, nth",
            task.bytes,
        )
        holding, offers, ended = _standing(steps)
        people = [uid(key) for row in steps for key in row[1:3] if key]
        names = self.views.of(Naming).names([task, added.plan, *people])
        said = self.words([added.place, *(row[4] for row in offers.values())])
        held = Status.HELD if holding else Status.FREE
        return TaskSeen(
            task=task,
            committee=added.committee,
            title=names[task],
            plan=added.plan,
            plan_title=names[added.plan] if added.plan else None,
            day=added.due.on.day.isoformat() if added.due and added.due.on else None,
            on=self._on(added),
            place=said.get(added.place or ""),
            people=added.people,
            status=Status(ended) if ended else held,
            holders=tuple(_holder(key, names) for key in holding),
            offers=tuple(
                Offer(
                    giver=_holder(row[2], names),
                    taker=_holder(taker, names),
                    share=bool(row[3]),
                    note=said.get(row[4] or ""),
                    since=when(row[5]),
                )
                for taker, row in offers.items()
            ),
            event=added.event_id,
            authority=added.authority,
        )

    def _on(self, added: TaskAdded) -> LocalMoment | None:
        due, plan = added.due, added.plan
        if due and due.on:
            return due.on
        occasion = self.views.of(Plans).taking_place(plan) if plan else None
        if occasion and occasion.at and due and due.before_plan:
            begins = datetime.combine(occasion.day, occasion.at)
            at = begins - timedelta(minutes=due.before_plan)
            return LocalMoment(day=at.date(), at=at.time(), zone=occasion.zone)
        return occasion


def _standing(steps: Any) -> tuple[dict[bytes, None], dict[bytes, Any], str | None]:
    """Who holds it, which offers wait, and whether it is over."""
    holding: dict[bytes, None] = {}
    offers: dict[bytes, Any] = {}
    ended: str | None = None
    for row in steps:
        step, person, giver = row[:3]
        match step:
            case "taken":
                holding[person] = None
            case "laid down":
                holding.pop(person, None)
            case "offered":
                offers[person] = row
            case "accepted":
                offer = offers.pop(person, None)
                holding[person] = None
                if not (offer and offer[3]):
                    holding.pop(giver, None)
            case "declined" | "withdrawn":
                offers.pop(person, None)
            case _:
                ended = step
    return holding, offers, ended


def _holder(key: bytes, names: dict[Any, str]) -> Holder:
    person: UUID = uid(key)
    return Holder(PersonId(person), names[person])
