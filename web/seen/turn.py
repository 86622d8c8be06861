"""What is one person's turn now, and what else there is to do for whoever runs the meetings."""

from dataclasses import dataclass

from flask import g, url_for

from domain.ids import CommitteeId, PersonId
from projections.meetings_seen import Phase
from projections.plan import PlanSeen
from projections.seen import ProposalSeen, Stage
from web.access import may
from web.asked_once import PRACTICE, has_answered
from web.clock import Moment
from web.seen.alone import held
from web.seen.card import Card
from web.seen.cards import waiting_for
from web.seen.ideas import entitled, idea_by, may_close
from web.seen.lists import Pager, part_of
from web.seen.meeting_brief import Brief as Meeting
from web.seen.meeting_brief import brief as meeting
from web.seen.people import Person, may_run
from web.seen.step_ins import may_step_in
from web.services import services

CARDS, A_PAGE = 3, 10


@dataclass(frozen=True, slots=True)
class Closable:
    """An open vote that this person may close."""

    proposal: str
    question: str
    voted: int
    entitled: int


@dataclass(frozen=True, slots=True)
class Openable:
    """An idea that this person may put to the vote."""

    proposal: str
    question: str
    by: Person | None


@dataclass(frozen=True, slots=True)
class NextPlan:
    """The occasion that comes next."""

    plan: str
    title: str
    on: Moment
    sleeps: int


@dataclass(frozen=True, slots=True)
class NowPage:
    """What ``now.html`` shows."""

    today: Moment
    cards: list[Card]
    waiting: int
    opening: list[Openable]
    pager: Pager | None
    closing: list[Closable]
    more_closing: int
    next: NextPlan | None
    offer_practice: bool
    may_step_in: bool
    alone: bool
    meeting: Meeting | None


def now_page(committee: CommitteeId, page: int | None) -> NowPage:
    """Votes, what one is asked, the help that others want, one's jobs: three, or ten by ten.

    Only where staff step in just now, that comes before.
    """
    me: PersonId = g.viewer.person
    votes = services().decisions.open_votes(committee, g.clock.now)
    latest = services().decisions.ideas(committee, g.clock.now, A_PAGE).some
    cards = waiting_for(committee, me, votes)
    closing = [_closable(idea) for idea in votes if may_close(idea, me)]
    listed, pager = part_of(cards, page or 1, A_PAGE, lambda at: url_for("now.show", all=at))
    return NowPage(
        today=g.clock.tell_day(g.clock.today),
        cards=listed if page else cards[:CARDS],
        waiting=len(cards),
        pager=pager if page else None,
        closing=closing[:CARDS],
        more_closing=max(0, len(closing) - CARDS),
        opening=_openable(latest) if may_run(committee, me) else [],
        next=_next(services().plans.ahead(committee, g.clock.today)),
        offer_practice=may("proposals.cast_ballot") and not has_answered(PRACTICE),
        may_step_in=may_step_in(committee),
        alone=bool(held(committee)),
        meeting=_meeting(committee),
    )


def _openable(latest: list[ProposalSeen]) -> list[Openable]:
    """The latest of the ideas that nobody votes on yet; all of them stand in WHY."""
    made = [idea for idea in latest if idea.stage is Stage.MADE]
    return [Openable(str(idea.proposal), idea.title, idea_by(idea)) for idea in made[:CARDS]]


def _closable(idea: ProposalSeen) -> Closable:
    voted, may = len(idea.counted_ballots), len(entitled(idea))
    return Closable(str(idea.proposal), idea.title, voted, may)


def _meeting(committee: CommitteeId) -> Meeting | None:
    """The meeting that goes on, or the next that was called."""
    ahead = (
        seen
        for seen in services().meetings.waiting(committee)
        if seen.phase is Phase.OPEN or (seen.on and seen.on.day >= g.clock.today)
    )
    seen = next(ahead, None)
    return meeting(seen) if seen else None


def _next(plans: list[PlanSeen]) -> NextPlan | None:
    plan = next(iter(plans), None)
    if plan is None or plan.on is None:
        return None
    on, sleeps = g.clock.tell_local(plan.on), g.clock.sleeps(plan.on.day) or 0
    return NextPlan(str(plan.plan), plan.title, on, sleeps)
