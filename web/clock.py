"""Times as people say them, on the clock and calendar of the place where they live."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.values import LocalMoment


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in words, and as a machine reads it."""

    words: str
    iso: str = ""


UNTIL_CLOSED = Moment("we close it")
"""The end of a vote for which no time was promised."""


@dataclass(frozen=True, slots=True)
class Clock:
    """One moment, and how other moments are told from there."""

    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        """Which day it is here."""
        return self.now.astimezone(self.zone).date()

    def tell(self, at: datetime, *, to_the_day: bool = False) -> Moment:
        """A moment, such as "Friday 3 July at 5"; or only its day."""
        here = at.astimezone(self.zone)
        if to_the_day:
            return self.tell_day(here.date())
        return Moment(
            f"{self._day(here.date())} {_at(here.time())}", here.isoformat("T", "minutes")
        )

    def tell_day(self, day: date) -> Moment:
        """A day, such as "Friday 3 July"."""
        return Moment(self._day(day), day.isoformat())

    def tell_local(self, on: LocalMoment) -> Moment:
        """A day, or a moment of it, that people fixed on their own clock."""
        if on.at is None:
            return self.tell_day(on.day)
        iso = datetime.combine(on.day, on.at).isoformat("T", "minutes")
        return Moment(f"{self._day(on.day)} {_at(on.at)}", iso)

    def tell_end(self, closes_at: datetime | None) -> Moment:
        """When a vote ends."""
        return self.tell(closes_at) if closes_at else UNTIL_CLOSED

    def sleeps(self, day: date) -> int | None:
        """How many nights until then; nothing when it is over."""
        nights = (day - self.today).days
        return nights if nights >= 0 else None

    def at(self, days: int, hour: int) -> datetime:
        """A full hour, so many days from today."""
        return datetime.combine(self.today + timedelta(days), time(hour), self.zone)

    def _day(self, day: date) -> str:
        year = "" if day.year == self.today.year else f" {day.year}"
        return f"{day:%A} {day.day} {day:%B}{year}"


def _at(at: time) -> str:
    """The time after noon is said as it is; before noon it is said that it is morning."""
    if (at.hour, at.minute) in ((0, 0), (12, 0)):
        return "at noon" if at.hour else "at midnight"
    hour = at.hour % 12 or 12
    words = f"at {hour}:{at.minute:02}" if at.minute else f"at {hour}"
    return f"{words} in the morning" if at.hour < 12 else words  # noqa: PLR2004 -- noon
