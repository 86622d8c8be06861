"""Plans as the pages show them, each line with the decision that it rests on."""

from dataclasses import dataclass
from uuid import UUID

from flask import g, url_for

from domain.events import DecisionTaken, Event
from domain.ids import CommitteeId, ProposalId
from domain.kinds import LineKind
from domain.values import EventId
from domain.voting.tally import Result
from projections.plan import LineSeen, PlanSeen, Turn
from projections.seen import DecisionSeen
from projections.tasks_seen import Status, TaskSeen
from web.clock import Moment
from web.seen.lists import Chip, Pager
from web.seen.rights import Rights
from web.seen.stops import Place
from web.services import services
from web.stops import AskedStop

NO_DAY = Moment("No day yet")
LATEST = 20
FEW, A_PAGE = 5, 20
LINE = {
    LineKind.WHEN: "clock",
    LineKind.WHERE: "place",
    LineKind.MUSIC: "music",
    LineKind.FOOD: "food",
    LineKind.MONEY: "money",
    LineKind.PEOPLE: "people",
    LineKind.SAFETY: "safety",
}


@dataclass(frozen=True, slots=True)
class Pick:
    """One line of a choice."""

    value: str
    words: str
    picture: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a plan."""

    id: str
    label: str
    kind: str
    words: str
    href: str
    because: str = ""
    review: Moment | None = None


@dataclass(frozen=True, slots=True)
class Turned:
    """When an occasion was moved or cancelled, and where it says why."""

    on: Moment
    href: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """What ``plan.html`` shows."""

    id: str
    title: str
    on: Moment
    day: str
    number: str
    month: str
    sleeps: int | None
    lines: list[Line]
    is_over: bool
    who_does: str
    jobs: str
    why: str
    moved: Turned | None
    cancelled: Turned | None


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """Another occasion, to go to."""

    id: str
    title: str
    on: Moment
    number: str
    month: str


@dataclass(frozen=True, slots=True)
class PlansPage:
    """What ``plans.html`` shows."""

    ahead: list[OtherPlan]
    over: list[OtherPlan]
    pager: Pager


def plan_page(plan: PlanSeen, asked: AskedStop) -> PlanPage:
    """One occasion, as it is or as it was."""
    tasks = services().tasks.on_plan(plan.plan, *asked.stop)
    day = plan.on.day if plan.on else None
    is_over = day is not None and day < asked.clock.today
    rights = Rights()
    return PlanPage(
        id=str(plan.plan),
        title=plan.title,
        on=when(plan),
        day=f"{day:%A}" if day else "",
        number=_number(plan),
        month=_month(plan),
        sleeps=g.clock.sleeps(day) if day and asked.is_now else None,
        lines=[_line(line, rights) for line in plan.lines],
        is_over=is_over,
        who_does=_done(tasks) if is_over else _held(tasks, was=not asked.is_now),
        jobs=Place(asked, "jobs.index", plan=plan.plan).here,
        why=rights.href(plan),
        moved=_turned(plan.moved, rights),
        cancelled=_turned(plan.cancelled, rights),
    )


def around(committee: CommitteeId, asked: AskedStop) -> list[PlanSeen]:
    """The occasions that lie ahead, the next one first, and then the last ones before that day."""
    plans, today = services().plans, asked.clock.today
    ahead = plans.ahead(committee, today, *asked.stop)
    return [*ahead, *plans.past(committee, today, FEW, 0, *asked.stop)]


def others(plans: list[PlanSeen], shown: PlanSeen | None) -> list[OtherPlan]:
    """A few other occasions: where many lie ahead, the first of these."""
    me = shown and shown.plan
    return [_other(plan) for plan in plans if plan.plan != me][:FEW]


def plans_page(committee: CommitteeId, page: int) -> PlansPage:
    """Some of all the occasions: the next one first, and those that are over after the others."""
    plans, today = services().plans, g.clock.today
    ahead, first = plans.ahead(committee, today), (page - 1) * A_PAGE
    shown = ahead[first:][:A_PAGE]
    room, skip = A_PAGE - len(shown), max(0, first - len(ahead))
    over = plans.past(committee, today, room + 1, skip)
    more = len(over) > room or first + A_PAGE < len(ahead)
    return PlansPage(
        ahead=[*map(_other, shown)],
        over=[*map(_other, over[:room])],
        pager=Pager(
            before=url_for("plan.every", page=page - 1) if page > 1 else None,
            after=url_for("plan.every", page=page + 1) if more else None,
            words=f"Page {page}",
        ),
    )


def _other(plan: PlanSeen) -> OtherPlan:
    return OtherPlan(str(plan.plan), plan.title, when(plan), _number(plan), _month(plan))


def _number(plan: PlanSeen) -> str:
    return str(plan.on.day.day) if plan.on else ""


def _month(plan: PlanSeen) -> str:
    return f"{plan.on.day:%B}" if plan.on else ""


def when(plan: PlanSeen) -> Moment:
    """When it is."""
    moment: Moment = g.clock.tell_local(plan.on) if plan.on else NO_DAY
    return moment


def _line(line: LineSeen, rights: Rights) -> Line:
    return Line(
        id=str(line.line),
        label=line.label,
        kind=line.kind,
        words=line.value,
        href=rights.href(line),
        because=rights.because(line),
        review=_look_again(rights.of(line)),
    )


def _look_again(right: Event | None) -> Moment | None:
    """When the decision behind a line is to be looked at again, if a day is named."""
    if not isinstance(right, DecisionTaken):
        return None
    after = services().talk.afterwards(ProposalId(right.originator_id), g.clock.now)
    return g.clock.tell_day(after.review_on) if after.review_on else None


def _held(tasks: list[TaskSeen], *, was: bool) -> str:
    """How many jobs there are still to do, and whether somebody has each."""
    still = [task for task in tasks if task.is_open]
    free = sum(not task.holders for task in still)
    one, many = ("was", "were") if was else ("is", "are")
    has = "had" if was else "has" if free == 1 or not free else "have"
    if not still and any(task.status is Status.DONE for task in tasks):
        return f"All jobs {many} done."
    if not still:
        return f"There {many} no jobs yet."
    there = f"There {one if len(still) == 1 else many} {_jobs(len(still))}."
    if free:
        return f"{there} {_jobs(free)} {has} nobody yet."
    return f"{there} {'It' if len(still) == 1 else 'Each'} {has} a person."


def _done(tasks: list[TaskSeen]) -> str:
    """How many jobs there were on an occasion that is over, and how many of them were done."""
    were = [task for task in tasks if task.status is not Status.DROPPED]
    if not were:
        return "There were no jobs."
    done = sum(task.status is Status.DONE for task in were)
    all_done = "It was done." if len(were) == 1 else "All of them were done."
    some_done = f"{done or 'None'} of them {'was' if done == 1 else 'were'} done."
    there = f"There {'was' if len(were) == 1 else 'were'} {_jobs(len(were))}."
    return f"{there} {all_done if done == len(were) else some_done}"


def _jobs(number: int) -> str:
    return f"{number} job" if number == 1 else f"{number} jobs"


def _turned(turn: Turn | None, rights: Rights) -> Turned | None:
    return Turned(g.clock.tell(turn.at, to_the_day=True), rights.href(turn)) if turn else None


# ---- What may be changed, and what may be cited

KINDS = [
    Pick("when", "When", "clock"),
    Pick("where", "Where", "place"),
    Pick("music", "Music", "music"),
    Pick("food", "Food", "food"),
    Pick("money", "Money", "money"),
    Pick("people", "People", "people"),
    Pick("safety", "Being safe", "safety"),
    Pick("other", "Something else", "ask"),
]


@dataclass(frozen=True, slots=True)
class Drop:
    """What ``drop.html`` asks: something that is to end, because it was decided so."""

    title: str
    what: str
    yes: str
    action: str
    back: str


def line_chips(plan: PlanSeen, line: UUID | None, decision: EventId | None) -> list[Chip]:
    """A new line, or which of the old ones to write anew."""
    known = [
        ("New", "new", None),
        *((o.label, LINE.get(o.kind, "ask"), o.line) for o in plan.lines),
    ]
    return [
        Chip(
            words,
            picture,
            url_for("plan.line", plan=plan.plan, line=this, decision=decision),
            None,
            line == this,
        )
        for words, picture, this in known
    ]


def coming(committee: CommitteeId) -> list[Pick]:
    """The plans that are not over, to be picked."""
    ahead = services().plans.ahead(committee, g.clock.today)
    return [Pick(str(p.plan), p.title, "party", when(p).words) for p in ahead]


def citable(committee: CommitteeId) -> list[Pick]:
    """The latest decisions that said yes to something, newest first."""
    yes = {Result.ADOPTED, Result.CHOSEN}
    found = services().decisions.latest(committee, LATEST, before=None, results=yes)
    return [_citable(decision) for decision in found]


def _citable(decision: DecisionSeen) -> Pick:
    day = g.clock.tell(decision.decided_at, to_the_day=True).words
    chosen = f"{', '.join(decision.chosen)}. " if decision.chosen else ""
    more = f"{chosen}We decided this on {day}."
    return Pick(decision.event, decision.title, "decided", more)
