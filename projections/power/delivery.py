"""The jobs that came out of a decision, who held them, and who looked at the decision again."""

from collections import defaultdict
from collections.abc import Iterator

from domain.events import (
    AttendanceNoted,
    DecisionReviewed,
    Event,
    HandoverAccepted,
    HandoverReported,
    PlanMade,
    TaskAdded,
    TaskDone,
    TaskTaken,
    TaskTakenOver,
)
from domain.ids import PersonId
from domain.kinds import NotAPerson, Seat
from domain.values import EventId
from projections.power.decisions import Decision
from projections.power.evidence import Evidence, Fact, Stream


class Delivery:
    """Jobs by the decision that allowed them, or that allowed their plan."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._plans = {stream.id: made for stream, made in evidence.begun_by(PlanMade)}
        self._tasks: dict[EventId, list[Stream]] = defaultdict(list)
        for stream, added in evidence.begun_by(TaskAdded):
            plan = self._plans.get(added.plan) if added.plan else None
            for right in {added.authority, plan.authority if plan else None} - {None}:
                self._tasks[EventId(right or "")].append(stream)

    def seats(self, one: Decision) -> set[Seat]:
        """As what those sat who held its jobs, or did them."""
        held = (pair for stream in self._tasks[one.taken.event_id] for pair in _held(stream))
        seats = (self._evidence.seats.seat(who, event.occurred_at) for who, event in held)
        return {seat for seat in seats if seat}

    def facts(self, one: Decision) -> list[Fact]:
        """What tells of its jobs, and of the plan that they belong to."""
        found: list[Fact] = []
        for stream in self._tasks[one.taken.event_id]:
            added = stream.first(TaskAdded)
            plan = self._plans.get(added.plan) if added and added.plan else None
            found += [*stream.facts, *([plan] if plan else [])]
        return found


def _held(stream: Stream) -> Iterator[tuple[PersonId, Event]]:
    """Everybody who ever held this job, or did it."""
    for event in stream.events:
        match event:
            case TaskTaken():
                yield event.person, event
            case HandoverAccepted() | TaskTakenOver():
                yield event.taker, event
            case HandoverReported():
                yield from ((who, event) for who in event.takers)
            case TaskDone():
                yield from ((who, event) for who in event.by)


def reviewed_with_members(one: Decision) -> bool:
    """Whether members were among those who looked at it again."""
    return any(_with_members(one, again) for again in one.stream.only(DecisionReviewed))


def _with_members(one: Decision, again: DecisionReviewed) -> bool:
    there = [*(noted.present if (noted := _there(one, again)) else ()), again.actor]
    seats = one.evidence.seats
    sat = (seats.seat(who, again.occurred_at) for who in there)
    return again.actor is NotAPerson.COMMITTEE or Seat.MEMBER in set(sat)


def _there(one: Decision, again: DecisionReviewed) -> AttendanceNoted | None:
    stream = one.evidence.streams.get(again.meeting) if again.meeting else None
    return stream.last(AttendanceNoted) if stream else None


def behind_reviews(one: Decision) -> list[Fact]:
    """What tells who was there when it was looked at again."""
    found = (_there(one, again) for again in one.stream.only(DecisionReviewed))
    noted = [it for it in found if it]
    return [*one.evidence.beginnings(noted), *noted]
