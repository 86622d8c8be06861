"""How one thing came to be, step by step; and by which right, back to the founding."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from flask import g, url_for

from domain.events import EVENTS, Authorised, CommitteeFounded
from domain.voting.tally import ChoiceTally
from projections.audit import Entry
from projections.seen import ProposalSeen
from projections.tasks import TaskSeen
from web.clock import Moment
from web.seen.jobs import Job, job
from web.seen.record import picture_for, place_for
from web.seen.results import OUTCOME, Row, rows
from web.services import services

BALLOTS = {"proposal.ballot-cast", "proposal.ballot-withdrawn"}
QUIET = {"proposal.voting-closed"}
LINKED = {
    "proposal.proposal-made",
    "proposal.ballot-cast",
    "proposal.decision-taken",
    "plan.plan-made",
    "plan.line-written",
    "task.task-added",
}
"""What has a page of its own to look at; the rest of a story would only link there again."""


@dataclass(frozen=True, slots=True)
class Step:
    """One fact from the log."""

    sentence: str
    picture: str
    on: Moment
    kind: str = ""
    href: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class StoryPage:
    """What ``story.html`` shows."""

    title: str
    proposal: str
    decided: bool
    steps: list[Step]
    record: list[Row]


@dataclass(frozen=True, slots=True)
class ChainPage:
    """What ``chain.html`` shows: a change, and the right behind it, and the right behind that."""

    steps: list[Step]
    free: str
    record: list[Row]


@dataclass(frozen=True, slots=True)
class JobPage:
    """What ``job.html`` shows: why there is this job, and how it passed on."""

    task: Job
    steps: list[Step]
    may_drop: bool
    record: list[Row]


def story_page(idea: ProposalSeen) -> StoryPage:
    """From the idea to what came of it."""
    told = services().audit.story(idea.proposal)
    after = services().audit.changed_by(idea.decision.event) if idea.decision else []
    return StoryPage(
        title=idea.title,
        proposal=str(idea.proposal),
        decided=idea.decision is not None,
        steps=[*_steps(told, idea), *(step(entry) for entry in after)],
        record=rows([*told, *after]),
    )


def chain_page(links: list[Entry]) -> ChainPage:
    """From a change back to the founding."""
    return ChainPage([step(entry) for entry in links], _free(links[-1]), rows(links))


def job_page(task: TaskSeen) -> JobPage:
    """The decision that it rests on, and then what happened to the job."""
    chain = services().audit.chain(task.event)
    story = services().audit.story(task.task)
    steps = [*map(step, chain[1:2]), *(replace(step(e), href="") for e in story)]
    return JobPage(job(task), steps, task.is_open, rows([*chain[1:2], *story]))


def _free(last: Entry) -> str:
    """Why the last link of a chain rests on nothing."""
    if last.topic == CommitteeFounded.TOPIC:
        return "This is where the committee began."
    if issubclass(EVENTS[last.topic], Authorised):
        return "Nobody wrote down who decided this."
    return "Nobody had to decide this first. People may do this by themselves."


def step(entry: Entry) -> Step:
    """One event as a step."""
    href, link = place_for(entry) if entry.topic in LINKED else ("", "")
    on = g.clock.tell(entry.at, to_the_day=entry.to_the_day)
    return Step(entry.sentence, picture_for(entry.topic), on, href=href, link=link)


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
    if entry.topic != "proposal.decision-taken" or idea.decision is None:
        return it
    return replace(it, kind=OUTCOME[idea.decision.outcome.result])


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
