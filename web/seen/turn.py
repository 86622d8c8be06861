"""What is one person's turn now: votes, questions to them, and their jobs."""

from dataclasses import dataclass
from typing import Literal

from flask import g, url_for

from domain.ids import CommitteeId, PersonId
from projections.agreed_seen import StepInSeen
from projections.meetings_seen import Phase
from projections.plan import PlanSeen
from projections.seen import ProposalSeen, Stage
from projections.tasks import TaskSeen
from web.access import may
from web.asked_once import PRACTICE, has_answered
from web.clock import Moment
from web.seen.alone import held
from web.seen.as_given import asks_about_paper
from web.seen.five import waits_for_me
from web.seen.hands import hands_told
from web.seen.helping import Asked, helpers, wanted
from web.seen.ideas import entitled, idea_by, may_close
from web.seen.jobs import due_at, due_day
from web.seen.lists import Pager, part_of
from web.seen.meeting_brief import Brief as Meeting
from web.seen.meeting_brief import brief as meeting
from web.seen.people import Person, may_run
from web.seen.right import is_asked
from web.seen.step_in_brief import Brief, brief, heard_of, told
from web.seen.step_ins import may_review, may_step_in
from web.seen.warned import to_talk_about
from web.services import services

CARDS, A_PAGE = 3, 10


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that waits for this person."""

    kind: Literal[
        "vote",
        "offer",
        "help",
        "question",
        "task",
        "step-in",
        "tell",
        "talk",
        "right",
        "five",
        "paper",
    ]
    proposal: str | None = None
    question: str = ""
    closes: Moment | None = None
    task: str | None = None
    title: str = ""
    giver: Person | None = None
    plan: str = ""
    on: Moment | None = None
    ask: Asked | None = None
    helpers: tuple[Person, ...] = ()
    picture: str | None = None
    changed: bool = False
    step_in: Brief | None = None
    heard: str = ""
    href: str = ""


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
    tasks = services().tasks.open(committee)
    latest = services().decisions.ideas(committee, g.clock.now, A_PAGE).some
    urgent, looked_at_later = _step_ins(committee, me)
    asked = [*_offers(tasks, me), *_questions([*votes, *latest], me), *_asked(tasks)]
    cards = [
        *urgent,
        *_paper(votes, me),
        *_votes(votes, me),
        *asked,
        *looked_at_later,
        *_talk(committee),
        *_right(committee),
        *([Card(kind="five")] if waits_for_me(committee) else []),
        *_jobs(tasks, me),
    ]
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


def _step_ins(committee: CommitteeId, me: PersonId) -> tuple[list[Card], list[Card]]:
    """What cannot wait: a step-in that goes on, or one's own to tell of; and what to look at."""
    every = services().mandates.step_ins(committee, g.clock.now)
    mine = [seen for seen in every if seen.person == me and not heard_of(seen)]
    others = [seen for seen in every if seen.person != me and not seen.reviews]
    if others and not may_review(committee):
        others = []
    going_on = [_look_at(seen) for seen in others if seen.in_force]
    over = [_look_at(seen) for seen in others if not seen.in_force]
    return [*(Card(kind="tell", step_in=brief(seen)) for seen in mine), *going_on], over


def _look_at(seen: StepInSeen) -> Card:
    return Card(kind="step-in", step_in=brief(seen), heard=told(seen))


def _talk(committee: CommitteeId) -> list[Card]:
    """The newest of what the warnings saw, as long as nobody has said anything to it."""
    one = to_talk_about(committee)
    return [Card(kind="talk", title=one.sentences[0], on=one.on, href=one.href)] if one else []


def _right(committee: CommitteeId) -> list[Card]:
    """Once a month: whether the record of the last one is right."""
    month = is_asked(committee)
    return [Card(kind="right", title=month)] if month else []


def _paper(votes: list[ProposalSeen], me: PersonId) -> list[Card]:
    """Votes that others have read on one's slip of paper, as long as one has not said anything."""
    return [
        Card(kind="paper", proposal=str(idea.proposal), question=idea.title)
        for idea in votes
        if asks_about_paper(idea, me)
    ]


def _votes(votes: list[ProposalSeen], me: PersonId) -> list[Card]:
    mine = [idea for idea in votes if idea.may_vote(me) and not idea.ballot_of(me)]
    mine = [idea for idea in mine if idea.counted_ballots or not hands_told(idea)]
    mine.sort(key=lambda idea: (idea.closes_at is None, idea.closes_at or g.clock.now))
    return [
        Card(
            kind="vote",
            proposal=str(idea.proposal),
            question=idea.title,
            closes=g.clock.tell_end(idea.closes_at),
        )
        for idea in mine
    ]


def _offers(tasks: list[TaskSeen], me: PersonId) -> list[Card]:
    return [
        Card(
            kind="offer",
            task=str(task.task),
            title=task.title,
            giver=Person(str(offer.giver.person), offer.giver.name),
            on=due_at(task),
        )
        for task in tasks
        for offer in task.offers
        if offer.taker.person == me
    ]


def _asked(tasks: list[TaskSeen]) -> list[Card]:
    """Help that others want with their jobs."""
    return [
        Card(kind="help", task=str(task.task), title=task.title, on=due_at(task), ask=ask)
        for task in tasks
        for ask in wanted(task)
        if ask.may_help
    ]


def _questions(ideas: list[ProposalSeen], me: PersonId) -> list[Card]:
    """What people ask about one's own ideas that are not decided, as long as nobody answers."""
    mine = {idea.proposal: idea for idea in ideas if me in (idea.idea_by, idea.made_by)}
    return [
        Card(kind="question", proposal=str(key), question=idea.title, title=one.asked.words or "…")
        for key, idea in mine.items()
        for one in services().talk.about(key).questions
        if not one.answers
    ]


def _jobs(tasks: list[TaskSeen], me: PersonId) -> list[Card]:
    mine = [task for task in tasks if me in {holder.person for holder in task.holders}]
    mine.sort(key=due_day)
    return [
        Card(
            kind="task",
            task=str(task.task),
            title=task.title,
            plan=task.plan_title or "",
            on=due_at(task),
            helpers=helpers(task),
        )
        for task in mine
    ]


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
