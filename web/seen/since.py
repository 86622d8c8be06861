"""What has changed since a stop in time: then beside now, and what made the difference."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from flask import g

from domain.ids import CommitteeId, MandateId, ProposalId, StepInId
from projections.audit import Entry
from projections.differences import Difference
from projections.plan import PlanSeen
from projections.seen import BEFORE_THE_END
from projections.stops import NOW, Stop
from projections.tasks_seen import Status
from web.clock import Moment
from web.seen.job_lists import jobs_at
from web.seen.record import address
from web.seen.step_in_brief import Brief, brief
from web.services import services
from web.stops import AskedStop, now

OF_A_PLAN = {"day": "When it is", "cancelled": "If it happens", "recurrence": "How often"}
OF_A_JOB = {
    "holders": "Who does it",
    "status": "How far it is",
    "due": "When",
    "place": "Where",
    "people": "How many people",
    "plan": "What it is for",
}
"""What one difference of several about the same thing is about; the others need no name."""

IDEAS = 30
"""Of so many ideas that were open then it is told what has come of them, the newest first."""

OF_A_STEP_IN = {"step-in": "If it goes on", "review": "What we found"}
COULD = {True: "They could", False: "They could not"}
MAY = {True: "They may", False: "They may not"}
HOW_IT_WENT = {
    None: "",
    "In force": "It goes on",
    "Over": "It is over",
    "right": "It was right",
    "partly right": "Some of it was right",
    "not right": "It was not right",
    "looked at, and it is not stated what was found": "Nobody wrote down what we found",
}

NEW_JOB, BY_ITSELF = "A new job", "Nobody did this. It came with time."
HOW_FAR: dict[str, str] = {
    Status.FREE: "Still to do",
    Status.HELD: "Still to do",
    Status.DONE: "Done",
    Status.NOT_DONE: "Not done",
    Status.DROPPED: "Not needed",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not now as it was then, and what made it so."""

    label: str
    about: str
    then: str
    now: str
    sentence: str
    on: Moment | None
    href: str


def plan_changes(plan: PlanSeen, asked: AskedStop) -> list[Change]:
    """What is different about an occasion since."""
    if asked.is_now:
        return []
    found = services().differences.plan(plan.plan, *_beside(asked))
    return [_change(one, OF_A_PLAN) for one in found]


def jobs_changes(committee: CommitteeId, plan: PlanSeen | None, asked: AskedStop) -> list[Change]:
    """What is different about the jobs that were shown then, or are shown now."""
    if asked.is_now:
        return []
    then = jobs_at(asked.stop, asked.clock.today, committee, plan)
    today = jobs_at(now().stop, g.clock.today, committee, plan)
    tasks = dict.fromkeys(task.task for task in (*then, *today))
    found = services().differences.some_tasks([*tasks], *_beside(asked))
    return [_change(one, OF_A_JOB) for one in found if not _is_told_already(one)]


def why_changes(committee: CommitteeId, words: str, asked: AskedStop) -> list[Change]:
    """What was open then and has come to an end since, and how."""
    if asked.is_now:
        return []
    found = services().differences.ideas(committee, g.clock.now, IDEAS, words, *_beside(asked))
    return [_change(one, {}) for one in found if _is_over(ProposalId(one.thing))]


def alone_changes(committee: CommitteeId, asked: AskedStop) -> list[Change]:
    """Who may do something alone now that they could not do then, and the other way round."""
    if asked.is_now:
        return []
    every = services().mandates.mandates(committee, g.clock.now)
    said = {one.mandate: one for one in every}
    return [
        replace(
            _change(one, {}),
            label=said[MandateId(one.thing)].words,
            about=said[MandateId(one.thing)].holder_name,
            then=COULD[one.was is not None],
            now=MAY[one.now is not None],
        )
        for one in services().differences.agreed(committee, g.clock.now, *_beside(asked))
        if one.what == "mandate" and one.thing in said
    ]


def step_ins_changes(committee: CommitteeId, asked: AskedStop) -> list[Change]:
    """What became of each step-in since, and which are new."""
    if asked.is_now:
        return []
    every = services().mandates.step_ins(committee, g.clock.now)
    said = {one.step_in: brief(one) for one in every}
    return [
        replace(
            _change(one, OF_A_STEP_IN),
            label=_of_step_in(said[StepInId(one.thing)]),
            then=HOW_IT_WENT[one.was],
            now=HOW_IT_WENT[one.now],
        )
        for one in services().differences.agreed(committee, g.clock.now, *_beside(asked))
        if one.what in OF_A_STEP_IN and one.thing in said
    ]


def _of_step_in(it: Brief) -> str:
    """Whose it was, when, and why: somebody may have stepped in more than once."""
    return f"{it.name}, {it.on.words}: {it.why}"


def _is_over(proposal: ProposalId) -> bool:
    seen = services().decisions.proposal(proposal, g.clock.now)
    return seen is not None and seen.stage not in BEFORE_THE_END


def _beside(asked: AskedStop) -> tuple[Stop, datetime | None, int | None]:
    """Then, laid beside now."""
    return NOW, asked.stop.at, asked.stop.known


def _is_told_already(one: Difference) -> bool:
    """Whether somebody took a job or gave it up: who does it says so."""
    return one.what == "status" and HOW_FAR[one.was or ""] == HOW_FAR[one.now or ""]


def _change(one: Difference, about: Mapping[str, str]) -> Change:
    made_it = next(iter(one.because), None)
    return Change(
        label=one.label,
        about=about.get(one.what, ""),
        then=_in_words(one.what, one.was),
        now=NEW_JOB if one.what == "title" and one.was is None else _in_words(one.what, one.now),
        sentence=made_it.sentence if made_it else BY_ITSELF,
        on=_when(made_it) if made_it else None,
        href=address(made_it.event) if made_it else "",
    )


def _in_words(what: str, value: str | None) -> str:
    if what == "status" and value:
        return HOW_FAR[value]
    return value or ""


def _when(entry: Entry) -> Moment:
    moment: Moment = g.clock.tell(entry.at, to_the_day=entry.to_the_day)
    return moment
