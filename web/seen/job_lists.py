"""Long lists of jobs: by time, by person, or what is done; and which part of them is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

from flask import url_for

from domain.ids import CommitteeId
from projections.plan import PlanSeen
from projections.stops import Stop
from projections.tasks import Status, TaskSeen
from web.seen.jobs import Job, due_day, job, old_job, shown
from web.seen.lists import MANY, Chip, Many, Pager, Whom, named, part_of
from web.seen.people import Person, seat_of
from web.seen.stops import Place
from web.services import services
from web.stops import AskedStop

By = Literal["time", "person", "done"]
A_PAGE, FEW_DONE = 20, 10
ORDERS: list[tuple[str, str, By]] = [
    ("By time", "clock", "time"),
    ("By person", "people", "person"),
    ("Done", "done", "done"),
]


class Which(Whom):
    """Which jobs, in which order, and which part of them."""

    by: By = "time"
    plan: UUID | None = None

    @property
    def kept(self) -> dict[str, Any]:
        """What an address keeps of it."""
        asked = {
            "by": None if self.by == "time" else self.by,
            "plan": self.plan,
            "page": self.page if self.page > 1 else None,
            "words": self.words or None,
        }
        return {name: value for name, value in asked.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Holding:
    """One person, what they sit here as, and the jobs that they have."""

    person: Person
    seat: str
    jobs: list[Job]


@dataclass(frozen=True, slots=True)
class JobsPage:
    """What ``jobs.html`` shows: what is held is either told by time or by person."""

    title: str
    free: list[Job]
    held: list[Job]
    by_person: list[Holding]
    done: list[Job]
    all_done: str | None
    number_done: int
    chips: list[Chip]
    pager: Pager
    many: Many | None
    action: str
    sought: dict[str, str]
    kept: dict[str, Any]
    plan: str | None
    is_empty: bool


def jobs_page(
    committee: CommitteeId, plan: PlanSeen | None, which: Which, asked: AskedStop
) -> JobsPage:
    """The jobs of a committee, or of one occasion: what nobody has comes first."""
    tasks = jobs_at(asked.stop, asked.clock.today, committee, plan)
    tasks.sort(key=due_day)
    done = [task for task in tasks if task.status is Status.DONE]
    lists = Lists(which, asked, tasks)
    rows, pager = part_of(lists.rows, which.page, A_PAGE, lambda page: lists.to(page=page))
    some_done = done[-FEW_DONE:] if which.by != "done" and not pager.after else []
    show = job if asked.is_now else old_job
    shown = [(who, task.status, show(task)) for who, task in rows]
    held = [it for who, status, it in shown if status is Status.HELD and who is None]
    return JobsPage(
        title=plan.title if plan else "All jobs",
        free=[it for _, status, it in shown if status is Status.FREE],
        held=held,
        by_person=holdings(committee, [(who, it) for who, _, it in shown if who], asked.stop),
        done=[*map(show, some_done), *(it for _, status, it in shown if status is Status.DONE)],
        all_done=lists.to(by="done") if some_done and len(done) > FEW_DONE else None,
        number_done=len(done),
        chips=lists.chips(len(done)),
        pager=pager,
        many=lists.many,
        action=url_for("jobs.index"),
        sought=dict(parse_qsl(urlsplit(lists.to(words=None)).query)),
        kept=which.kept,
        plan=str(plan.plan) if plan else None,
        is_empty=not tasks,
    )


@dataclass(frozen=True, slots=True)
class Lists:
    """The jobs in the order that was asked for, and where the presses beside them lead."""

    which: Which
    asked: AskedStop
    tasks: list[TaskSeen]

    def to(self, **other: object) -> str:
        """The address of these jobs with something else asked for, from the beginning."""
        kept = self.which.kept | {"page": None} | other
        return Place(self.asked, "jobs.index", **kept).here

    @property
    def rows(self) -> list[tuple[Person | None, TaskSeen]]:
        """What nobody has, and then what others have; or only what is done."""
        if self.which.by == "done":
            return [(None, task) for task in self._that_are(Status.DONE)]
        free = [] if self.which.words else self._that_are(Status.FREE)
        if self.which.by == "time":
            return [(None, task) for task in (*free, *self._that_are(Status.HELD))]
        found = named(self._holders, self.which.words)
        return [*((None, task) for task in free), *self._held_by(found)]

    @property
    def many(self) -> Many | None:
        """How to find one of many people; nothing where they are few."""
        if self.which.by != "person" or len(self._holders) <= MANY:
            return None
        found, words = named(self._holders, self.which.words), self.which.words
        pager = Pager(None, None, "")
        return Many(len(self._holders), words, len(found), self.to(words=None), pager)

    def chips(self, done: int) -> list[Chip]:
        """The orders in which jobs can stand."""
        return [
            Chip(
                words,
                picture,
                self.to(by=None if name == "time" else name, words=None),
                done if name == "done" else None,
                name == self.which.by,
            )
            for words, picture, name in ORDERS
            if name != "done" or done > FEW_DONE or self.which.by == name
        ]

    @property
    def _holders(self) -> list[Person]:
        held = self._that_are(Status.HELD)
        people = {who for task in held for who in shown(task.holders)}
        return sorted(people, key=lambda who: (who.name, who.id))

    def _held_by(self, people: list[Person]) -> Iterator[tuple[Person, TaskSeen]]:
        """A job that two people share stands with both."""
        held = self._that_are(Status.HELD)
        for who in people:
            yield from ((who, task) for task in held if who in shown(task.holders))

    def _that_are(self, status: Status) -> list[TaskSeen]:
        return [task for task in self.tasks if task.status is status]


def holdings(committee: CommitteeId, held: list[tuple[Person, Job]], stop: Stop) -> list[Holding]:
    """Who has which jobs, and what they sit here as."""
    if not held:
        return []
    seats = {str(m.person): seat_of(m) for m in services().directory.members(committee, *stop)}
    jobs: dict[Person, list[Job]] = {}
    for who, it in held:
        jobs.setdefault(who, []).append(it)
    return [Holding(who, seats.get(who.id, ""), theirs) for who, theirs in jobs.items()]


def jobs_at(
    stop: Stop, today: date, committee: CommitteeId, plan: PlanSeen | None
) -> list[TaskSeen]:
    """The jobs of an occasion; or those to be done, and what is done for what lies ahead."""
    ask = services().tasks
    if plan:
        return ask.on_plan(plan.plan, *stop)
    plans = services().plans.ahead(committee, today, *stop)
    done = [task for one in plans for task in ask.on_plan(one.plan, *stop) if not task.is_open]
    return [*ask.open(committee, *stop), *done]
