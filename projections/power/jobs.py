"""One job, whole: who had it, who did it, and whether anybody was asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.events import (
    Event,
    HandoverAccepted,
    HandoverOffered,
    HandoverReported,
    TaskAdded,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskNotDone,
    TaskReturned,
    TaskTaken,
    TaskTakenOver,
)
from domain.ids import PersonId
from domain.kinds import Seat
from projections.power.evidence import Evidence, Fact, Stream
from projections.power.gatherings import night_days


@dataclass(frozen=True)
class Job:
    """Something to do on one night, and who had it in the end."""

    stream: Stream
    added: TaskAdded
    holders: tuple[PersonId, ...]
    at: datetime
    evidence: Evidence

    @property
    def done(self) -> TaskDone | None:
        """That it was done, and by whom."""
        return self.stream.last(TaskDone)

    @property
    def not_done(self) -> TaskNotDone | None:
        """That it was not done."""
        return self.stream.last(TaskNotDone)

    @property
    def seats(self) -> tuple[Seat | None, ...]:
        """As what its holders sat here."""
        return tuple(self.evidence.seats.seat(who, self.at) for who in self.holders)

    def around(self) -> list[Fact]:
        """All that was told of it."""
        return self.stream.facts


def jobs(evidence: Evidence) -> list[Job]:
    """Every job of the window that somebody had, in order of time; dropped ones left out."""
    return evidence.once(_in_order)


def _in_order(evidence: Evidence) -> list[Job]:
    return sorted(_held(evidence), key=lambda one: one.at)


def _held(evidence: Evidence) -> Iterator[Job]:
    days = night_days(evidence)
    for stream, added in evidence.begun_by(TaskAdded):
        ended = stream.last(TaskDone) or stream.last(TaskNotDone)
        day = days.get(added.plan) if added.plan else None
        at = ended.occurred_at if ended else day or added.occurred_at
        holders = held_by(stream)
        if holders and not stream.only(TaskDropped) and evidence.window.holds(at):
            yield Job(stream, added, holders, at, evidence)


def held_by(stream: Stream, before: Event | None = None) -> tuple[PersonId, ...]:
    """Who has a job after all that was told of it, or before one of its events."""
    holders: dict[PersonId, None] = {}
    shared = set[tuple[PersonId, PersonId]]()
    for event in stream.events:
        if event is before:
            break
        if isinstance(event, HandoverOffered) and event.share:
            shared.add((event.giver, event.taker))
        gone, come = _moved(event, shared)
        for who in gone:
            holders.pop(who, None)
        holders |= dict.fromkeys(come)
    return tuple(holders)


def _moved(
    event: Event, shared: set[tuple[PersonId, PersonId]]
) -> tuple[tuple[PersonId, ...], tuple[PersonId, ...]]:
    """Who no longer has it after an event, and who has it now."""
    match event:
        case TaskTaken():
            return (), (event.person,)
        case TaskLaidDown():
            return (event.person,), ()
        case HandoverAccepted() if (event.giver, event.taker) in shared:
            return (), (event.taker,)
        case HandoverAccepted() | TaskTakenOver() | TaskReturned():
            return (event.giver,), (event.taker,)
        case HandoverReported():
            return event.givers, event.takers
    return (), ()
