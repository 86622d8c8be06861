"""A plan, a job or an idea, as something else names it: what it is called, and where it stands."""

from dataclasses import dataclass
from uuid import UUID

from flask import g, url_for

from domain.ids import CommitteeId, PlanId, ProposalId, TaskId
from projections.seen import ProposalSeen
from web.seen.jobs import due_at, due_day
from web.seen.plans import Pick, when
from web.services import services

A_FEW = 4


@dataclass(frozen=True, slots=True)
class Named:
    """One thing to look at."""

    title: str
    picture: str
    href: str


def thing(stream: UUID) -> Named | None:
    """Whatever this is, where it has a page."""
    if plan := services().plans.plan(PlanId(stream)):
        return Named(plan.title, "plan", url_for("plan.show", plan=stream))
    if job := services().tasks.task(TaskId(stream)):
        return Named(job.title, "jobs", url_for("jobs.show", task=stream))
    if idea := services().decisions.proposal(ProposalId(stream), g.clock.now):
        return idea_named(idea)
    return None


def idea_named(idea: ProposalSeen) -> Named:
    """An idea to look at."""
    return Named(idea.title, "idea", url_for("proposals.show", proposal=idea.proposal))


def pickable(committee: CommitteeId, also: UUID | None = None) -> list[Pick]:
    """The plans that lie ahead, the next jobs, what is talked about, what was decided last.

    What was picked before stands first, also where it is not among these.
    """
    found = [*_plans(committee), *_jobs(committee), *_ideas(committee)]
    picked = [one for one in found if one.value == str(also)] or _other(also)
    return [*picked, *(one for one in found if one not in picked)]


def _plans(committee: CommitteeId) -> list[Pick]:
    ahead = services().plans.ahead(committee, g.clock.today)[:A_FEW]
    return [Pick(str(one.plan), one.title, "plan", f"Plan. {when(one).words}") for one in ahead]


def _jobs(committee: CommitteeId) -> list[Pick]:
    still = sorted(services().tasks.open(committee), key=due_day)[:A_FEW]
    return [Pick(str(one.task), one.title, "jobs", f"Job. {due_at(one).words}") for one in still]


def _ideas(committee: CommitteeId) -> list[Pick]:
    still = services().decisions.ideas(committee, g.clock.now, A_FEW).some
    last = services().decisions.latest(committee, A_FEW, before=None)
    return [
        *(Pick(str(one.proposal), one.title, "idea", "Idea.") for one in still),
        *(Pick(str(one.proposal), one.title, "decided", "We decided this.") for one in last),
    ]


def _other(also: UUID | None) -> list[Pick]:
    found = thing(also) if also else None
    return [Pick(str(also), found.title, found.picture)] if found else []
