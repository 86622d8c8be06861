"""Every question asked about everything that the log speaks of, and all answers as bytes."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache
from inspect import Parameter, signature
from typing import Any
from uuid import UUID

from pydantic_core import to_json

from domain.events import ObjectionRaised, ProposalMade, RoleNamed, StepInApplied
from domain.ids import CHAIR, CommitteeId, PersonId, PlanId, ProposalId, StepInId, TaskId
from domain.kinds import Domain
from domain.voting.tally import Result
from projections.audit import Audit
from projections.decisions import Decisions
from projections.differences import Differences
from projections.directory import Directory
from projections.honesty import Honesty
from projections.mandates import Mandates
from projections.meetings import Meetings
from projections.naming import Naming
from projections.people import People
from projections.plan import Plans
from projections.read_model import ReadModel
from projections.record import Record
from projections.register import Wanted
from projections.stops import NOW, Stop
from projections.talk import Talk
from projections.tasks import Tasks
from projections.views import Views

BEFORE = Stop(known=30)

Asked = tuple[Callable[..., Any], tuple[Any, ...]]


class Things:
    """What the log speaks of."""

    def __init__(self, views: Views) -> None:
        self.streams: dict[str, list[Any]] = defaultdict(list)
        self.named: list[UUID] = []
        self.events = []
        for page in views.ledger.history():
            for _, event in page:
                self.events.append(event.event_id)
                if event.originator_version == 1:
                    self.streams[event.TOPIC.split(".")[0]].append(event.originator_id)
                match event:
                    case ProposalMade():
                        self.named += [option.option for option in event.options]
                    case RoleNamed():
                        self.named.append(event.role)
                    case ObjectionRaised():
                        self.named.append(event.objection)
                    case StepInApplied():
                        self.streams["step-in"].append(event.step_in)

    def everything(self) -> list[UUID]:
        return [*(stream for some in self.streams.values() for stream in some), *self.named]


def asked(views: Views, now: datetime) -> Iterator[Asked]:
    """Each question with each thing that it can be asked about."""
    things = Things(views)
    yield views.of(Naming).names, (things.everything(),)
    yield from _of_all(views, now)
    committees: list[CommitteeId] = things.streams["committee"]
    people: list[PersonId] = things.streams["person"]
    for committee in committees:
        yield from _of_committee(views, committee, now)
        yield from _of_record(views, committee)
        for person in people:
            yield views.of(Decisions).naming, (committee, person)
        for step_in in (*things.streams["step-in"], StepInId(committee)):  # and one that never was
            yield views.of(Mandates).course, (committee, step_in)
        yield views.of(Record).lines, (committee, 30)
        yield views.of(Record).lines, (committee, 5, 20)
        yield from _of_differences(views, committee, now)
        for person in people:
            yield views.of(Meetings).attended_by, (person, committee)
            yield views.of(Decisions).open_for, (committee, person, now)
            yield views.of(Decisions).open_with, (committee, person, now)
            yield views.of(Tasks).open_with, (committee, person)
            yield views.of(Directory).gave, (committee, CHAIR, person)
            yield views.of(Directory).standing, (committee, person)
    for person in people:
        yield views.of(Directory).committees_of, (person,)
        yield views.of(Tasks).to_answer, (person,)
        yield views.of(People).person, (person,)
        yield views.of(People).life, (person,)
        yield views.of(People).is_known, (person,)
    for proposal in things.streams["proposal"]:
        yield views.of(Decisions).cast_by, (people[0], proposal)
        yield views.of(Decisions).is_running, (proposal,)
        yield views.of(Decisions).is_undecided, (proposal,)
        yield from _of_proposal(views, proposal, now)
    for plan in things.streams["plan"]:
        yield from _of_plan(views, plan)
        yield views.of(Differences).plan, (plan, BEFORE)
    yield views.of(Differences).some_tasks, (things.streams["task"], BEFORE)
    for task in things.streams["task"]:
        yield from _of_task(views, task)
    for meeting in things.streams["meeting"]:
        yield views.of(Meetings).meeting, (meeting,)
        yield views.of(Meetings).events_in, (meeting,)
    for stream in things.everything():
        yield views.of(Audit).story, (stream,)
        yield views.of(Record).home, (stream,)
    for event in things.events:
        yield views.of(Audit).chain, (event,)
        yield views.of(Audit).rests_on, (event,)
        yield views.of(Audit).who_decided, (event,)
        yield views.of(Audit).changed_by, (event,)
        for committee in committees[:1]:
            yield views.of(Audit).changes_since, (committee, event, 3)
        yield views.of(Decisions).because_of, (event, now)
        yield views.of(Talk).agreeing, (event,)
        yield views.of(Honesty).corrections_of, (event,)


def _of_all(views: Views, now: datetime) -> Iterator[Asked]:
    yield views.of(Directory).committees, ()
    yield views.of(Decisions).register, ()
    yield views.of(Decisions).due, (now,)
    yield views.of(Decisions).next_end, ()
    yield views.of(Tasks).tasks, ()
    yield views.of(Audit).log, ()
    yield views.of(Audit).without_authority, ()
    yield views.of(Audit).without_authority, (20, 3)
    yield views.of(Audit).log, (20, 30)
    yield views.of(Audit).known_at, (now,)
    yield views.of(People).everybody, ()


def _of_committee(views: Views, committee: CommitteeId, now: datetime) -> Iterator[Asked]:
    directory, decisions = views.of(Directory), views.of(Decisions)
    yield directory.members, (committee,)
    yield directory.roles, (committee,)
    yield directory.runs_meetings, (committee,)
    yield directory.rule, (committee,)
    yield views.of(Audit).without_authority, (0, None, committee)
    yield decisions.over, (committee,)
    yield decisions.register, (committee,)
    yield decisions.register, (committee, 20, 2)
    yield decisions.latest, (committee, 3)
    yield decisions.latest, (committee, 3, 40, (Result.ADOPTED, Result.CHOSEN))
    yield decisions.part, (committee, 3)
    yield decisions.part, (committee, 2, Wanted((Result.ADOPTED,), Domain.NOT_STATED), 40)
    yield decisions.part, (committee, 2, Wanted(words="e"))
    yield decisions.part, (committee, 2, Wanted(among=frozenset(range(40))))
    yield decisions.briefs, (committee,)
    yield decisions.undecided, (committee, now)
    yield decisions.open_votes, (committee, now)
    yield decisions.ended_since, (committee, now - timedelta(days=90), now)
    yield decisions.ideas, (committee, now, 2, 1)
    yield decisions.ideas, (committee, now, 2, 0, "e")
    yield views.of(Plans).plans, (committee,)
    yield views.of(Plans).ahead, (committee, now.date())
    yield views.of(Plans).past, (committee, now.date(), 3)
    yield views.of(Tasks).tasks, (committee,)
    yield views.of(Tasks).open, (committee,)
    yield views.of(Tasks).changed, (committee, 3)
    yield views.of(Tasks).changed_after, (committee, now - timedelta(days=30))
    yield views.of(Meetings).held, (committee, 3)
    yield views.of(Meetings).held_after, (committee, now - timedelta(days=30))
    yield views.of(Meetings).meetings, (committee,)
    yield views.of(Meetings).waiting, (committee,)
    for limit in (None, 2):
        day = now.date() + timedelta(days=1000)
        yield views.of(Talk).to_review, (committee, day, limit)
    yield views.of(Talk).to_agree, (committee, now)
    yield views.of(Talk).asked_of, (committee,)


def _of_differences(views: Views, committee: CommitteeId, now: datetime) -> Iterator[Asked]:
    differences = views.of(Differences)
    for ask in (differences.plans, differences.tasks, differences.directory):
        yield ask, (committee, BEFORE)
    yield differences.agreed, (committee, now, BEFORE)
    yield differences.decisions, (committee, now, BEFORE)
    yield differences.ideas, (committee, now, 3, "", BEFORE)


def _of_record(views: Views, committee: CommitteeId) -> Iterator[Asked]:
    agreed, honesty = views.of(Mandates), views.of(Honesty)
    for ask in (
        agreed.rules,
        agreed.rules_in_force,
        agreed.mandates,
        agreed.mandates_in_force,
        agreed.benchmarks,
        agreed.step_ins,
        agreed.touched,
        honesty.attestations,
        honesty.disputes,
        honesty.corrections,
        honesty.replies,
        honesty.traces,
        honesty.self_assessments,
        honesty.surveys,
    ):
        yield ask, (committee,)


def _of_proposal(views: Views, proposal: ProposalId, now: datetime) -> Iterator[Asked]:
    yield views.of(Decisions).proposal, (proposal, now)
    yield views.of(Decisions).explanation, (proposal,)
    yield views.of(Decisions).so_far, (proposal,)
    yield views.of(Talk).about, (proposal,)
    yield views.of(Talk).afterwards, (proposal,)


def _of_plan(views: Views, plan: PlanId) -> Iterator[Asked]:
    yield views.of(Plans).plan, (plan,)
    yield views.of(Plans).taking_place, (plan,)
    yield views.of(Plans).is_cancelled, (plan,)
    yield views.of(Plans).presence, (plan,)
    yield views.of(Plans).changed, (plan,)
    yield views.of(Tasks).on_plan, (plan,)


def _of_task(views: Views, task: TaskId) -> Iterator[Asked]:
    yield views.of(Tasks).task, (task,)
    yield views.of(Tasks).offers, (task,)


def put(ask: Callable[..., Any], values: tuple[Any, ...], now: datetime, stop: Stop = NOW) -> Any:
    """Ask this at a stop in time; what hangs on the clock is told what time it is."""
    if not takes_time(ask):
        return ask(*values)
    needs_clock = _asks_for(_plain(ask))["at"].default is Parameter.empty
    at = stop.at or (now if needs_clock else None)
    return ask(*values, at=at, known=stop.known)


def takes_time(ask: Callable[..., Any]) -> bool:
    """Whether this can be asked about other times than now."""
    return [*_asks_for(_plain(ask))][-2:] == ["at", "known"]


def _plain(ask: Callable[..., Any]) -> Callable[..., Any]:
    """The question itself, whichever read model it is put to."""
    return getattr(ask, "__func__", ask)


@cache
def _asks_for(question: Callable[..., Any]) -> Mapping[str, Parameter]:
    """What has to be told with it: found out once, for each is put very often."""
    return signature(question).parameters


def compares(ask: Callable[..., Any]) -> bool:
    """Whether this asks about two stops, of which the other one is not moved."""
    return isinstance(getattr(ask, "__self__", None), Differences)


def some_asked(views: Views, now: datetime, of_each: int) -> list[Asked]:
    """Of each question that can be asked about other times so many, evenly among all its things."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for ask, values in asked(views, now):
        if takes_time(ask):
            found[ask.__qualname__].append((ask, values))
    return [one for some in found.values() for one in some[:: len(some) // of_each or 1]]


def answers(views: Views, now: datetime, stop: Stop = NOW) -> bytes:
    """All answers to all questions."""
    clock = stop.at or now
    told = [
        (ask.__qualname__, put(ask, values, clock, stop)) for ask, values in asked(views, clock)
    ]
    return to_json(told, indent=1)


def questions(views: Views) -> set[str]:
    """The name of every question that can be asked."""
    return {
        value.__qualname__
        for model in views.models
        for kind in model.__mro__
        if issubclass(kind, ReadModel)
        for value in vars(kind).values()
        if hasattr(value, "__wrapped__")
    }
