"""Twelve club nights, one a month on a Friday: the last one lies ahead, the first a year ago."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.values import LocalMoment

ZONE = ZoneInfo("Europe/London")
NIGHTS = 12
FRIDAY = 4
WEEK = 7
LAST_WEEK_OF_ALL_MONTHS = 4


class Day(NamedTuple):
    """So many days before one of the nights; before today where the night is ``TODAY``."""

    night: int
    before: int

    def later(self, days: int) -> "Day":
        """So many days after this one."""
        return Day(self.night, self.before - days)


TODAY = 0


class Dates:
    """When things happened, as seen from today."""

    def __init__(self, now: datetime) -> None:
        self.today = now.astimezone(ZONE).date()
        self.nights = [_months_before(_last(self.today), NIGHTS - n) for n in range(1, NIGHTS + 1)]

    def day(self, day: Day) -> date:
        """The day in the calendar."""
        here = self.nights[day.night - 1] if day.night else self.today
        return here - timedelta(days=day.before)

    def at(self, day: Day, hour: int, minute: int = 0) -> datetime:
        """A moment of that day on the clock there, as the log keeps it."""
        return datetime.combine(self.day(day), time(hour, minute), ZONE).astimezone(UTC)

    def here(self, day: Day, hour: int) -> LocalMoment:
        """The same as people there read it on their clock and calendar."""
        return LocalMoment(day=self.day(day), at=time(hour), zone=ZONE.key)


def _last(today: date) -> date:
    """A Friday in one to three weeks that every month has: the first, second, third or fourth."""
    soon = today + timedelta(days=2 * WEEK)
    friday = soon + timedelta(days=(FRIDAY - soon.weekday()) % WEEK)
    return friday - timedelta(weeks=_week(friday) > LAST_WEEK_OF_ALL_MONTHS)


def _months_before(friday: date, months: int) -> date:
    """The same Friday of an earlier month."""
    year, month = divmod(friday.year * 12 + friday.month - 1 - months, 12)
    first = date(year, month + 1, 1)
    return first + timedelta(days=(FRIDAY - first.weekday()) % WEEK, weeks=_week(friday) - 1)


def _week(day: date) -> int:
    """Whether it is the first, second … one of its month."""
    return (day.day - 1) // WEEK + 1
