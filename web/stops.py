"""Which time a page is asked about: now, or a stop in the past, as its address says.

``?at=`` asks how it was then, ``?known=`` what we knew then. Each is a day on the calendar of the
place, which means its end, or a moment; ``known`` may also be a position of the log.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from flask import g, request

from domain.errors import Malformed
from projections.stops import NOW, Stop
from web.clock import Clock, Moment
from web.services import services

Axis = Literal["at", "known"]

NOT_A_DAY = "We do not know this day. Pick a day, such as 2026-03-14."
NOT_YET = "This day has not come yet. Pick a day that is over."
NOT_RECORDED = "The record does not go so far. Its last line has the number {size}."
A_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class AskedStop:
    """A stop, and the moment that it is about; one that is now is about this moment."""

    stop: Stop
    axis: Axis
    moment: datetime
    in_address: str = ""
    """The day or moment as it is asked for; empty where it is now."""

    @property
    def is_now(self) -> bool:
        """Whether the page is about now."""
        return self.stop.is_now

    @property
    def clock(self) -> Clock:
        """The clock of whoever would have looked then."""
        return Clock(self.moment, g.clock.zone)

    @property
    def told(self) -> Moment:
        """Which time it is about."""
        told: Moment = g.clock.tell(self.moment, to_the_day=_is_day(self.in_address))
        return told

    @property
    def in_words(self) -> str:
        """The end of a sentence that says so."""
        return f"{'at the end of' if _is_day(self.in_address) else 'on'} {self.told.words}"

    @property
    def on_other_axis(self) -> Stop | None:
        """What we knew then, for how it was; and the other way round."""
        match self.stop:
            case Stop(at=None, known=int()):
                return Stop(at=self.moment)
            case Stop(at=datetime(), known=None):
                return Stop(known=_known_at(self.moment))
            case _:
                return None


def asked_stop() -> AskedStop:
    """The time that the address of this page asks for."""
    at, known = request.args.get("at", "").strip(), request.args.get("known", "").strip()
    then = _moment(at) if at else None
    if re.fullmatch(r"\d+", known, re.ASCII):
        position = _position(known)
        recorded = services().audit.log(position - 1, 1)[0].recorded_at
        return AskedStop(Stop(then, position), "known", then or recorded, in_address(recorded))
    if known and (found := _moment(known)):
        position = _known_at(found)
        return AskedStop(Stop(then, position), "known", then or found, known)
    return AskedStop(Stop(then), "at", then, at) if then else now()


def now() -> AskedStop:
    """The page as it is."""
    return AskedStop(NOW, "at", g.clock.now)


def in_address(moment: datetime) -> str:
    """A moment as it stands in an address."""
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def end_of(day: date) -> datetime:
    """The last second of a day here."""
    return datetime.combine(day + timedelta(days=1), time(), g.clock.zone) - A_SECOND


def _known_at(moment: datetime) -> int:
    """What we knew by then. Acts are told to the minute, so a full minute means its end."""
    return services().audit.known_at(moment if moment.second else moment.replace(second=59))


def _moment(asked: str) -> datetime | None:
    """The moment that is meant; none for today, which is not over."""
    try:
        found = end_of(date.fromisoformat(asked)) if _is_day(asked) else _read(asked)
        found = found.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Malformed(NOT_A_DAY) from None
    if found <= g.clock.now:
        return found
    if asked == g.clock.today.isoformat():
        return None
    raise Malformed(NOT_YET)


def _is_day(asked: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", asked, re.ASCII) is not None


def _read(asked: str) -> datetime:
    found = datetime.fromisoformat(asked)
    return found if found.tzinfo else found.replace(tzinfo=g.clock.zone)


def _position(asked: str) -> int:
    size = services().governance.position()
    if len(asked) > len(str(size)) or not 0 < int(asked) <= size:
        raise Malformed(NOT_RECORDED.format(size=size))
    return int(asked)
