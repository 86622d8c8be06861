"""The rhythm of a committee: its meetings, and the nights that it plans."""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from domain.events import MeetingOpened, PlanMade, PlanMoved
from domain.ids import PlanId
from domain.values import LocalMoment
from projections.power.evidence import Evidence, Fact


def meetings(evidence: Evidence) -> list[Fact]:
    """The meetings that were opened, in order of time; where none was told of, the nights."""
    opened = sorted(evidence.ever(MeetingOpened), key=lambda event: event.occurred_at)
    return [*opened] or [*_told_of_nights(evidence)]


def _told_of_nights(evidence: Evidence) -> Iterator[Fact]:
    """What tells when they were, and the last that was told: nights after it are still to come."""
    found = nights(evidence)
    for _, made in found:
        yield made
        if moved := evidence.streams[made.originator_id].last(PlanMoved):
            yield moved
    if found:
        last = last_told(evidence)
        yield from evidence.beginnings([last])
        yield last


def last_told(evidence: Evidence) -> Fact:
    """The last thing that happened, up to which we see."""
    return evidence.once(_last)


def _last(evidence: Evidence) -> Fact:
    every = (fact for stream in evidence.streams.values() for fact in stream.facts)
    return max(every, key=lambda fact: fact.occurred_at)


def told_up_to(evidence: Evidence) -> datetime:
    """The end of the window; where it has none, the last thing that happened."""
    return evidence.window.last or last_told(evidence).occurred_at


def moments(evidence: Evidence) -> list[datetime]:
    """When people came together, in order of time."""
    opened = sorted(event.occurred_at for event in evidence.ever(MeetingOpened))
    if opened:
        return opened
    return sorted(day for day, _ in nights(evidence) if day <= told_up_to(evidence))


def last_meetings(evidence: Evidence, number: int) -> datetime | None:
    """When the time of so many meetings begins: after the day of the one before them.

    What was decided since then belongs to them, or to the next. None where there were no more.
    """
    met = moments(evidence)
    if len(met) <= number:
        return None
    before = met[-number - 1]
    return datetime.combine(before.date() + timedelta(days=1), time.min, UTC)


def by_then(moment: datetime, met: datetime) -> bool:
    """Whether something happened before a meeting or on its day: what it decides is its own."""
    return moment.date() <= met.date()


def nights(evidence: Evidence) -> list[tuple[datetime, PlanMade]]:
    """Every occasion with a day, in order of time."""
    found = []
    for stream, made in evidence.begun_by(PlanMade):
        moved = stream.last(PlanMoved)
        on = moved.on if moved else made.on
        if on is not None:
            found.append((as_moment(on), made))
    return sorted(found, key=lambda one: one[0])


def night_days(evidence: Evidence) -> dict[PlanId, datetime]:
    """Plan -> when its occasion is."""
    return {PlanId(made.originator_id): day for day, made in nights(evidence)}


def as_moment(on: LocalMoment) -> datetime:
    """A day there as one moment to put days in order by; never shown."""
    return datetime.combine(on.day, on.at or time.min, UTC)


def next_after(moments: list[datetime], moment: datetime, number: int = 1) -> datetime | None:
    """The first, or a later one, of these moments that comes after a moment."""
    place = bisect_left(moments, moment) + number - 1
    later = [one for one in moments[place : place + 2] if one > moment]
    return later[0] if later else None
