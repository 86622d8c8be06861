"""How one thing came to be, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flask import g, url_for

from domain.events import DecisionTaken
from domain.voting.tally import ChoiceTally
from projections.audit import Entry
from projections.seen import ProposalSeen
from projections.tasks import TaskSeen
from web.seen.by_rule import rule_of
from web.seen.chain import NOBODY_WROTE
from web.seen.jobs import Job, job
from web.seen.record import address
from web.seen.results import OUTCOME, Row, rows
from web.seen.steps import Step, right_step, step
from web.seen.stops import Choice
from web.services import services
from web.stops import in_address

BALLOTS = {"proposal.ballot-cast", "proposal.ballot-withdrawn"}
FEW = 5
"""So much of what came of a decision is told at once. What comes back each month fills pages."""
QUIET = {"proposal.voting-closed"}
PLACES = [
    ("The plan", "plan", "plan.index"),
    ("Who did what", "jobs", "jobs.index"),
    ("What we had decided", "decided", "why.index"),
]


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What ``story.html`` shows."""

    title: str
    proposal: str
    decided: bool
    steps: list[Step]
    came: list[Step]
    more: list[Step]
    why: str | None
    then: list[Choice]
    record: list[Row]


@dataclass(frozen=True, slots=True)
class JobPage:
    """What ``job.html`` shows: why there is this job, and how it passed on."""

    task: Job
    steps: list[Step]
    gap: str
    why: str
    may_drop: bool
    record: list[Row]


def story_page(idea: ProposalSeen) -> StoryPage:
    """From the idea to what came of it."""
    told = services().audit.story(idea.proposal)
    after = services().audit.changed_by(idea.decision.event) if idea.decision else []
    came = [step(entry) for entry in sorted(after, key=lambda entry: (entry.at, entry.position))]
    return StoryPage(
        title=idea.title,
        proposal=str(idea.proposal),
        decided=idea.decision is not None,
        steps=[*_steps(told, idea)],
        came=came[:FEW],
        more=came[FEW:],
        why=address(idea.decision.event) if idea.decision else None,
        then=_that_day(idea),
        record=rows([*told, *after]),
    )


def _that_day(idea: ProposalSeen) -> list[Choice]:
    """How everything else was when this was decided."""
    if idea.decision is None or g.viewer.committee.committee != idea.committee:
        return []
    at = in_address(idea.decision.decided_at)
    return [
        Choice(words, None, picture, url_for(endpoint, at=at))
        for words, picture, endpoint in PLACES
    ]


def job_page(task: TaskSeen) -> JobPage:
    """What it rests on, the earliest first, and then what happened to the job."""
    links = services().audit.chain(task.event)
    rights = [*_back_to_a_decision(links[1:])]
    story = services().audit.story(task.task)
    return JobPage(
        task=job(task),
        steps=[*map(right_step, reversed(rights)), *(replace(step(e), href="") for e in story)],
        gap=NOBODY_WROTE if task.authority is None else "",
        why=address(task.event),
        may_drop=task.is_open,
        record=rows([*reversed(rights), *story]),
    )


def _back_to_a_decision(links: list[Entry]) -> Iterator[Entry]:
    for link in links:
        yield link
        if link.topic == DecisionTaken.TOPIC:
            return


def _steps(told: list[Entry], idea: ProposalSeen) -> Iterator[Step]:
    """The votes are told as one, where the last was cast: who said what stands on its own page."""
    last = next((entry for entry in reversed(told) if entry.topic in BALLOTS), None)
    for entry in told:
        if entry is last:
            yield _voting(entry, idea)
        elif entry.topic not in BALLOTS | QUIET:
            yield _told(entry, idea)


def _told(entry: Entry, idea: ProposalSeen) -> Step:
    it = step(entry)
    if entry.topic != DecisionTaken.TOPIC or idea.decision is None:
        return it
    by = rule_of(idea.decision)
    return replace(it, kind=OUTCOME[idea.decision.outcome.result], more=by.named if by else it.more)


def _voting(last: Entry, idea: ProposalSeen) -> Step:
    on = g.clock.tell(last.at, to_the_day=True)
    tally = idea.decision.tally if idea.decision else None
    if isinstance(tally, ChoiceTally):
        sentence = f"We voted. {tally.yes} said yes and {tally.no} said no."
    else:
        number = len(idea.counted_ballots)
        sentence = f"{number} {'person has' if number == 1 else 'people have'} voted."
    href = url_for("proposals.show", proposal=idea.proposal)
    return Step(
        sentence, "vote", on, "", href, "See the votes" if idea.decision else "See the idea"
    )
