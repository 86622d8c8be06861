"""What each page can look back to, and what has changed since."""

from collections.abc import Callable
from datetime import datetime

from flask import g

from domain.events import DecisionTaken
from domain.ids import CommitteeId
from projections.plan import PlanSeen
from projections.seen import DecisionSeen
from projections.stops import Stop
from web.seen.decided import A_PAGE, Which
from web.seen.job_lists import Which as WhichJobs
from web.seen.job_lists import jobs_at
from web.seen.rights import Rights
from web.seen.stops import DECISIONS, Named, Place, Times, changes, meetings
from web.services import services
from web.stops import AskedStop

MEETINGS_SHOWN = 10


def plan_times(plan: PlanSeen, asked: AskedStop) -> Times:
    """The stops of one occasion, from when it was first planned until it changed no more."""
    made, *later = services().plans.changed(plan.plan)
    last = later[-1] if later else made
    named = [
        *_decisions(plan),
        *(met for met in meetings(plan.committee, asked, until=last) if met.at < last),
        *changes(later[-1] if later else None, later[:-1]),
    ]

    def look(stop: Stop) -> object:
        plans, tasks = services().plans, services().tasks
        return plans.plan(plan.plan, *stop), tasks.on_plan(plan.plan, *stop)

    place = Place(asked, "plan.show", plan=plan.plan)
    return place.times([stop for stop in named if stop.at >= made], look)


def jobs_times(
    committee: CommitteeId, plan: PlanSeen | None, which: WhichJobs, asked: AskedStop
) -> Times:
    """The stops of the jobs of a committee, or of one occasion."""
    ask = services().tasks
    last = ask.changed(committee, 1)
    near = [] if asked.is_now else ask.changed(committee, 1, at=asked.moment)
    following = _change_after_next(committee, asked)
    named = [*meetings(committee, asked), *changes(next(iter(last), None), [*near, following])]

    def look(stop: Stop) -> object:
        return jobs_at(stop, asked.clock.today, committee, plan)

    return Place(asked, "jobs.index", **(which.kept | {"page": None})).times(named, look)


def _change_after_next(committee: CommitteeId, asked: AskedStop) -> datetime | None:
    """The next change belongs to what comes after the stop, which ends before the one after it."""
    if asked.is_now:
        return None
    ask = services().tasks
    following = ask.changed_after(committee, asked.moment)
    return ask.changed_after(committee, following) if following else None


def why_times(committee: CommitteeId, which: Which, asked: AskedStop) -> Times:
    """The stops of what a committee decided."""
    ask = services().decisions
    last = [one.decided_at for one in ask.latest(committee, 1)]
    near = [one.decided_at for one in _decisions_near(committee, asked)]
    named = [*meetings(committee, asked), *changes(next(iter(last), None), near, DECISIONS)]

    def look(stop: Stop) -> object:
        ideas = ask.ideas(committee, asked.moment, A_PAGE, 0, which.words, *stop)
        return ideas, ask.part(
            committee, A_PAGE, which.wanted(committee, asked.moment, stop), None, *stop
        )

    return Place(asked, "why.index", **which.kept).times(named, look)


def _decisions_near(committee: CommitteeId, asked: AskedStop) -> list[DecisionSeen]:
    """The last one before a stop, and the second one after it: what comes next ends before that."""
    if asked.is_now:
        return []
    ask = services().decisions
    last = ask.latest(committee, 1, at=asked.moment)
    position = last[0].position if last else 0
    return [*last, *ask.register(committee, after=position, limit=2)[1:]]


def no_plan_times(committee: CommitteeId, asked: AskedStop) -> Times:
    """The stops where there is no occasion to look at."""

    def look(stop: Stop) -> object:
        return services().plans.ahead(committee, asked.clock.today, *stop)

    return Place(asked, "plan.index").times(meetings(committee, asked), look)


def alone_times(committee: CommitteeId, asked: AskedStop) -> Times:
    """The stops of what people may do alone: before each time that somebody got or lost it."""
    ask = services().mandates

    def look(stop: Stop) -> object:
        return ask.mandates(committee, stop.at or g.clock.now, stop.known)

    every = ask.mandates(committee, g.clock.now)
    given = (services().governance.placed_event(one.event)[1].occurred_at for one in every)
    moments = [*given, *(one.revoked_at for one in every if one.revoked_at)]
    return _at_each(moments, "mandates.index", committee, asked, look)


def step_ins_times(committee: CommitteeId, asked: AskedStop) -> Times:
    """The stops of step-ins: before each thing that happened to one."""
    ask = services().mandates

    def look(stop: Stop) -> object:
        return ask.step_ins(committee, stop.at or g.clock.now, stop.known)

    every = ask.step_ins(committee, g.clock.now)
    began = [one.began for one in every]
    over = [one.lifted_at for one in every if one.lifted_at]
    told = [it.at for one in every for it in one.told]
    found = [it.at for one in every for it in one.reviews]
    return _at_each([*began, *over, *told, *found], "step_ins.index", committee, asked, look)


def meetings_times(committee: CommitteeId, asked: AskedStop) -> Times:
    """The stops of our meetings: after each of them."""
    ask = services().meetings

    def look(stop: Stop) -> object:
        return ask.waiting(committee, *stop), ask.held(committee, MEETINGS_SHOWN, *stop)

    return Place(asked, "meetings.index").times(meetings(committee, asked), look)


def _at_each(
    moments: list[datetime],
    endpoint: str,
    committee: CommitteeId,
    asked: AskedStop,
    look: Callable[[Stop], object],
) -> Times:
    """After our meetings, and before each of these moments."""
    in_order = sorted(set(moments))
    named = [*meetings(committee, asked), *changes(max(moments, default=None), in_order[:-1])]
    return Place(asked, endpoint).times(named, look)


def _decisions(plan: PlanSeen) -> list[Named]:
    """The decisions that its lines rest on."""
    rights = Rights()
    found = {line.authority: right for line in plan.lines if (right := rights.of(line))}
    taken = [event for event in found.values() if isinstance(event, DecisionTaken)]
    titles = services().naming.names(event.originator_id for event in taken)
    return [Named.decided(event.occurred_at, titles[event.originator_id]) for event in taken]
