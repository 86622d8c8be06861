"""From a job's steps to what is seen of it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from domain.events import TaskAdded, TaskAmended
from domain.ids import PersonId, TaskId
from domain.values import LocalMoment
from projections.read_model import uid, when
from projections.standing import HelpStep, Standing, Takeover
from projections.tasks_seen import HelpSeen, Holder, Offer, Status, TakeoverSeen, TaskSeen

Names = Mapping[Any, str]


def task_seen(  # noqa: PLR0913 -- all that a job is told by
    added: TaskAdded,
    last: TaskAdded | TaskAmended,
    now: Standing,
    names: Names,
    said: Mapping[str, str],
    occasion: LocalMoment | None,
    *,
    is_cancelled: bool,
) -> TaskSeen:
    """A job as it was last settled, after all its steps, on an occasion at this time."""
    task = TaskId(added.originator_id)
    held = Status.HELD if now.holding else Status.FREE
    return TaskSeen(
        task=task,
        committee=added.committee,
        title=names[task],
        plan=last.plan,
        plan_title=names[last.plan] if last.plan else None,
        day=last.due.on.day.isoformat() if last.due and last.due.on else None,
        on=_on(last, occasion),
        place=said.get(last.place or ""),
        people=last.people,
        status=Status(now.ended) if now.ended else held,
        holders=tuple(holder(key, names) for key in now.holding),
        offers=tuple(
            Offer(
                giver=holder(row[2], names),
                taker=holder(taker, names),
                share=bool(row[3]),
                note=said.get(row[4] or ""),
                since=when(row[5]),
            )
            for taker, row in now.offers.items()
        ),
        event=last.event_id,
        authority=last.authority,
        plan_is_cancelled=is_cancelled,
        learners=tuple(holder(key, names) for key in now.learning),
        takeovers=tuple(_takeover(it, names) for it in now.takeovers),
        help_wanted=tuple(_help(step, names) for step in now.help_wanted),
        help_given=tuple(_help(step, names) for step in now.help_given),
    )


def _on(told: TaskAdded | TaskAmended, occasion: LocalMoment | None) -> LocalMoment | None:
    due = told.due
    if due and due.on:
        return due.on
    if occasion and occasion.at and due and due.before_plan:
        begins = datetime.combine(occasion.day, occasion.at)
        at = begins - timedelta(minutes=due.before_plan)
        return LocalMoment(day=at.date(), at=at.time(), zone=occasion.zone)
    return occasion


def holder(key: bytes, names: Names) -> Holder:
    """Somebody who has a job, or is asked to take it."""
    person: UUID = uid(key)
    return Holder(PersonId(person), names[person])


def _takeover(it: Takeover, names: Names) -> TakeoverSeen:
    return TakeoverSeen(
        giver=holder(it.giver, names),
        taker=holder(it.taker, names),
        at=when(it.at),
        is_told=it.is_told,
        asked=it.asked,
        answer=it.answer,
        is_returned=it.is_returned,
    )


def _help(step: HelpStep, names: Names) -> HelpSeen:
    return HelpSeen(holder(step.person, names), step.kind, when(step.at))
