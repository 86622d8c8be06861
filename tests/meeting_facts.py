"""What has happened at a meeting of the club."""

from collections.abc import Sequence
from datetime import date, time
from typing import Any

from domain.events import (
    AttendanceNoted,
    DecidedElsewhereAnswered,
    ItemPlaced,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingMoved,
    MeetingOpened,
    MeetingRoleHeld,
    MinutesConfirmed,
    NoteTaken,
)
from domain.ids import MeetingId, PersonId, StreamId
from domain.kinds import ApologyCause, Capacity, Elsewhere, MeetingRole
from domain.values import Apology, LocalMoment
from tests.facts import CLUB, IDEA, SOME_WORDS, _fact, _id

MEETING = MeetingId(_id(80))
THE_IDEA = StreamId(IDEA)
TUESDAY = LocalMoment(day=date(2026, 3, 3), at=time(18, 0), zone="Europe/London")
THURSDAY = LocalMoment(day=date(2026, 3, 5), at=time(18, 0), zone="Europe/London")


def sorry(person: PersonId, cause: ApologyCause = ApologyCause.TRANSPORT) -> Apology:
    return Apology(person=person, cause=cause)


def called(**named: Any) -> MeetingCalled:
    return _fact(MeetingCalled, MEETING, {"committee": CLUB, "on": TUESDAY}, named)


def moved(on: LocalMoment = THURSDAY, **named: Any) -> MeetingMoved:
    return _fact(MeetingMoved, MEETING, {}, {"on": on, **named})


def cancelled(**named: Any) -> MeetingCancelled:
    return _fact(MeetingCancelled, MEETING, {}, named)


def placed_on_the_list(item: StreamId = THE_IDEA, **named: Any) -> ItemPlaced:
    return _fact(ItemPlaced, MEETING, {}, {"item": item, **named})


def began(**named: Any) -> MeetingOpened:
    return _fact(MeetingOpened, MEETING, {"committee": CLUB}, named)


def were_there(
    *people: PersonId, apologies: Sequence[Apology] = (), **named: Any
) -> AttendanceNoted:
    told = {"present": people, "apologies": tuple(apologies), **named}
    return _fact(AttendanceNoted, MEETING, {}, told)


def held(role: MeetingRole, by: PersonId, **named: Any) -> MeetingRoleHeld:
    return _fact(MeetingRoleHeld, MEETING, {"actor": by}, {"person": by, "role": role, **named})


def noted(**named: Any) -> NoteTaken:
    return _fact(NoteTaken, MEETING, {"words": SOME_WORDS}, named)


def elsewhere(answer: Elsewhere, **named: Any) -> DecidedElsewhereAnswered:
    return _fact(DecidedElsewhereAnswered, MEETING, {}, {"answer": answer, **named})


def confirmed(by: PersonId, capacity: Capacity, **named: Any) -> MinutesConfirmed:
    told = {"person": by, "capacity": capacity, **named}
    return _fact(MinutesConfirmed, MEETING, {"actor": by, "seen_to": 1}, told)


def ended(**named: Any) -> MeetingClosed:
    return _fact(MeetingClosed, MEETING, {}, named)
