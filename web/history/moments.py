"""When a line says that something happened: a day, or a moment of it."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from domain.kinds import Precision
from domain.values import LocalMoment

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d:?\d\d)?")
NOON = time(12)
HOW_TO_WRITE_A_DAY = "Write a day as 2026-07-03."
HOW_TO_WRITE = "Write a day as 2026-07-03, or a moment as 2026-07-03T19:30:00+01:00."


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in UTC, and how exactly it is known; a day alone is told as its noon."""

    at: datetime
    to: Precision


@lru_cache(maxsize=100_000)
def moment(text: str) -> Moment:
    """The moment that these words tell, or a refusal."""
    try:
        if _DAY.fullmatch(text):
            day = date.fromisoformat(text)
            return Moment(datetime.combine(day, NOON, UTC), Precision.DAY)
        return Moment(_zoned(_told(text)).astimezone(UTC), Precision.MINUTE)
    except (ValueError, OverflowError):
        raise ValueError(f"“{text[:40]}” is not a date. {HOW_TO_WRITE}") from None


def day(given: object) -> date:
    """The day that these words tell, or a refusal."""
    if isinstance(given, str) and _DAY.fullmatch(given):
        with suppress(ValueError):
            return date.fromisoformat(given)
    raise ValueError(HOW_TO_WRITE_A_DAY)


def last_moment(text: str) -> Moment:
    """The moment at which something ends; of a day alone, its last minute."""
    told = moment(text)
    return (
        told
        if told.to is Precision.MINUTE
        else Moment(told.at.replace(hour=23, minute=59), told.to)
    )


def local_moment(text: str) -> LocalMoment:
    """A day, or a moment of it, on the clock of the people there."""
    if _DAY.fullmatch(text):
        return LocalMoment(day=moment(text).at.date())
    moment(text)
    told = _told(text)
    at = told.time().replace(second=0, microsecond=0)
    return LocalMoment(day=told.date(), at=at, zone=_zone(told.utcoffset()))


def _zone(offset: timedelta | None) -> str | None:
    """The zone of a whole-hour offset; the database names it with the other sign."""
    hours, rest = divmod(offset or timedelta(), timedelta(hours=1))
    if offset is None or rest or not -12 <= hours <= 14:  # noqa: PLR2004 -- the zones there are
        return None
    return f"Etc/GMT{-hours:+}" if hours else "Etc/GMT"


def _told(text: str) -> datetime:
    if not _MOMENT.fullmatch(text):
        raise ValueError
    return datetime.fromisoformat(text)


def _zoned(told: datetime) -> datetime:
    return told.replace(tzinfo=UTC) if told.tzinfo is None else told
