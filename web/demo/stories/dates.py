"""When it all happens: twelve second Fridays of a year that is over, so that it never moves."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.values import LocalMoment

YEAR, FRIDAY, WEEK = 2025, 4, 7
ZONE = ZoneInfo("Europe/London")
MEETS_BEFORE = 12
"""The committee meets so many days before a night."""


def night(number: int) -> date:
    """The day of a night."""
    first = date(YEAR, number, 1)
    return first + timedelta(days=(FRIDAY - first.weekday()) % WEEK + WEEK)


def meeting(number: int) -> date:
    """The day of the meeting before it."""
    return night(number) - timedelta(days=MEETS_BEFORE)


def at(day: date, clock: str, *, days: int = 0, minutes: int = 0) -> datetime:
    """A moment on the clock there, so many days and minutes after that."""
    local = datetime.combine(day + timedelta(days=days), time.fromisoformat(clock), ZONE)
    return local.astimezone(UTC) + timedelta(minutes=minutes)


def here(day: date, clock: str) -> LocalMoment:
    """The same as people there read it on their clock and calendar."""
    return LocalMoment(day=day, at=time.fromisoformat(clock), zone=ZONE.key)
