"""Something to talk about: what the warnings saw, and what people say to it.

A warning goes to those who sit on the committee first. Trustees, and whoever looks on, see it once
somebody has answered it, or after two weeks.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from flask import current_app, g, url_for

from domain.errors import NotFound
from domain.ids import CommitteeId
from domain.kinds import Seat
from domain.values import EventId
from projections.honesty_seen import ReplySeen
from projections.power.warnings import PowerWarning
from web.access import may
from web.clock import Moment
from web.seen.audits import Audit, Audits, audit_of
from web.seen.lists import Pager, part_of
from web.seen.replies import Said, said, seat_here
from web.services import services

FIRST, LATELY = timedelta(days=14), timedelta(days=91)
LATER = (Seat.TRUSTEE, Seat.OBSERVER)
NO_SUCH = "There is no such thing to talk about."


@dataclass(frozen=True, slots=True)
class Warned:
    """What one rule saw on one day."""

    id: str
    day: date
    on: Moment
    sentences: tuple[str, ...]
    ask: str
    event_ids: tuple[EventId, ...]
    replies: list[Said]

    @property
    def href(self) -> str:
        """Where people talk about it."""
        return url_for("sharing.saying", metric=self.id, day=self.day.isoformat())

    @property
    def events(self) -> str:
        """Where its events are."""
        return url_for("sharing.events", metric=self.id, day=self.day.isoformat())


def warned(committee: CommitteeId) -> list[Warned]:
    """Everything to talk about that whoever reads this may see, the newest first."""
    return _seen(committee, audit_of(committee, "all"))


@dataclass(frozen=True, slots=True)
class TalkPage:
    """What ``sharing_talk.html`` shows."""

    things: list[Warned]
    pager: Pager


def warnings_page(committee: CommitteeId, page: int) -> TalkPage:
    """Ten by ten."""
    every = warned(committee)
    return TalkPage(*part_of(every, page, 10, lambda at: url_for("sharing.warnings", page=at)))


def one_warning(committee: CommitteeId, metric: str, day: date) -> Warned:
    """What one rule saw on one day."""
    for one in warned(committee):
        if (one.id, one.day) == (metric, day):
            return one
    raise NotFound(NO_SUCH)


def to_talk_about(committee: CommitteeId) -> Warned | None:
    """The newest of the last months to which nobody has said anything; for those told first."""
    audits: Audits = current_app.extensions["audits"]
    if seat_here(committee) in LATER or not may("sharing.say"):
        return None
    audit = audits.lately(committee, g.clock.now)
    waiting = (one for one in _seen(committee, audit) if not one.replies) if audit else ()
    return next((one for one in waiting if _is_new(one)), None)


def _seen(committee: CommitteeId, audit: Audit) -> list[Warned]:
    replies = services().honesty.replies(committee) if audit.report.warnings else []
    later = seat_here(committee) in LATER
    every = _by_day(audit.report.warnings, replies)
    return [one for one in every if not later or one.replies or _is_old(one)]


def _is_old(one: Warned) -> bool:
    today: date = g.clock.today
    return today - one.day >= FIRST


def _is_new(one: Warned) -> bool:
    today: date = g.clock.today
    return today - one.day <= LATELY


def _by_day(found: Iterable[PowerWarning], replies: list[ReplySeen]) -> Iterator[Warned]:
    """What one rule saw on one day is one thing to talk about."""
    for (day, name), some in groupby(sorted(found, key=_key, reverse=True), key=_key):
        same = list(some)
        answers = [
            said(one)
            for one in reversed(replies)
            if one.metric == name and one.period.first <= day <= one.period.last
        ]
        yield Warned(
            id=name,
            day=day,
            on=g.clock.tell_day(day),
            sentences=tuple(dict.fromkeys(one.sentence for one in same)),
            ask=same[0].ask,
            event_ids=tuple(dict.fromkeys(name for one in same for name in one.event_ids)),
            replies=answers,
        )


def _key(one: PowerWarning) -> tuple[date, str]:
    return one.since.astimezone(g.clock.zone).date(), one.id
