"""Jobs: who holds them, who was asked, and how they passed from one person to another."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from domain.events import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverWithdrawn,
    TaskAdded,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskTaken,
)
from domain.ids import CommitteeId, PersonId, PlanId, TaskId
from domain.values import EventId, LocalMoment
from projections.naming import Naming
from projections.plan import Plans
from projections.read_model import ReadModel, Rows, moment, on, question, raw, uid, when


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


class Tasks(ReadModel):
    """Jobs, with every step that each of them took."""

    NAME = "tasks"
    TABLES: ClassVar[dict[str, str]] = {
        "task": (
            "task BLOB, committee BLOB, plan BLOB, state TEXT, event TEXT, authority TEXT, "
            "at INTEGER, position INTEGER"
        ),
        "task_step": (
            "task BLOB, step TEXT, person BLOB, giver BLOB, share INTEGER, note TEXT, "
            "at INTEGER, position INTEGER"
        ),
    }
    INDEXES = (
        "task_id ON task (task)",
        "task_committee ON task (committee, position)",
        "task_plan ON task (plan, position)",
        "task_step_task ON task_step (task, position)",
        "task_step_person ON task_step (person, position)",
    )

    @on(TaskAdded)
    def added(self, event: TaskAdded, position: int, rows: Rows) -> None:
        rows["task"].append(
            (
                event.originator_id.bytes,
                event.committee.bytes,
                raw(event.plan),
                event.model_dump_json(exclude_none=True),
                event.event_id,
                event.authority,
                moment(event),
                position,
            )
        )

    @on(TaskTaken)
    def taken(self, event: TaskTaken, position: int, rows: Rows) -> None:
        _step(rows, event, "taken", event.person, position)

    @on(TaskLaidDown)
    def laid_down(self, event: TaskLaidDown, position: int, rows: Rows) -> None:
        _step(rows, event, "laid down", event.person, position)

    @on(HandoverOffered)
    def offered(self, event: HandoverOffered, position: int, rows: Rows) -> None:
        _step(
            rows,
            event,
            "offered",
            event.taker,
            position,
            giver=event.giver,
            share=event.share,
            note=event.note,
        )

    @on(HandoverAccepted)
    def accepted(self, event: HandoverAccepted, position: int, rows: Rows) -> None:
        _step(rows, event, "accepted", event.taker, position, giver=event.giver)

    @on(HandoverDeclined)
    def declined(self, event: HandoverDeclined, position: int, rows: Rows) -> None:
        _step(rows, event, "declined", event.taker, position, giver=event.giver)

    @on(HandoverWithdrawn)
    def withdrawn(self, event: HandoverWithdrawn, position: int, rows: Rows) -> None:
        _step(rows, event, "withdrawn", event.taker, position, giver=event.giver)

    @on(TaskDone)
    def done(self, event: TaskDone, position: int, rows: Rows) -> None:
        for person in event.by or (None,):
            _step(rows, event, "done", person, position)

    @on(TaskDropped)
    def dropped(self, event: TaskDropped, position: int, rows: Rows) -> None:
        _step(rows, event, "dropped", None, position)

    # ---- Questions

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
        found = self.rows("SELECT task FROM task WHERE plan = ? ORDER BY position", plan.bytes)
        return self._seen([TaskId(uid(key)) for (key,) in found])

    @question
    def task(self, task: TaskId) -> TaskSeen | None:
        """One job."""
        return next(iter(self._seen([task])), None)

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
        steps = self.rows(
            "SELECT step, person, giver, share, note, at FROM task_step WHERE task = ? "
            "ORDER BY position",
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


def _step(  # noqa: PLR0913 -- one row, told whole
    rows: Rows,
    event: Any,
    step: str,
    person: PersonId | None,
    position: int,
    *,
    giver: PersonId | None = None,
    share: bool | None = None,
    note: str | None = None,
) -> None:
    key = event.originator_id.bytes
    at = moment(event)
    rows["task_step"].append((key, step, raw(person), raw(giver), share, note, at, position))


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
