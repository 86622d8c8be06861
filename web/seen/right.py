"""Is this record right? What was written down in a month, and what people say of it."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from flask import g, url_for

from domain.ids import CommitteeId
from domain.kinds import Attestation, Seat
from domain.values import EventId, Period
from projections.honesty_seen import DisputeSeen
from projections.seen import DecisionSeen
from web.clock import Moment
from web.seen.record import address
from web.services import services

FEW, LOOKED_AT = 10, 60
SAID = {
    Attestation.COMPLETE: "You said: it is right.",
    Attestation.MISSING: "You said: something is missing.",
    Attestation.NOT_SURE: "You said: I am not sure.",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of the month."""

    title: str
    on: Moment
    href: str


@dataclass(frozen=True, slots=True)
class Disputed:
    """What somebody says is not right, and what others said to that."""

    id: str
    by: str
    words: str
    on: Moment
    href: str
    answer: str
    upheld: bool | None
    answered_by: str
    may_answer: bool


@dataclass(frozen=True, slots=True)
class RightPage:
    """What ``right.html`` shows."""

    month: str
    first: str
    choices: list[Choice]
    more: int
    said: str
    may: bool
    disputes: list[Disputed]


def last_month(today: date) -> Period:
    """The whole month before this one."""
    return month_of(today.replace(day=1) - timedelta(days=1))


def month_of(day: date) -> Period:
    """The whole month of this day."""
    later = day.replace(day=28) + timedelta(days=4)
    return Period(first=day.replace(day=1), last=later - timedelta(days=later.day))


def right_page(committee: CommitteeId) -> RightPage:
    """The last whole month, and everything that is disputed."""
    month = last_month(g.clock.today)
    seen = [one for one in services().decisions.latest(committee, LOOKED_AT) if _in(one, month)]
    choices = [
        Choice(
            one.title,
            g.clock.tell(one.decided_at, to_the_day=True),
            url_for("why.story", proposal=one.proposal),
        )
        for one in seen
    ]
    said = _said(committee, month)
    return RightPage(
        month=f"{month.first:%B}",
        first=month.first.isoformat(),
        choices=choices[:FEW],
        more=max(0, len(choices) - FEW),
        said=SAID[said] if said else "",
        may=_was_here(committee, month),
        disputes=[_disputed(one) for one in reversed(services().honesty.disputes(committee))],
    )


def is_asked(committee: CommitteeId) -> str:
    """The month of which a member has said nothing yet; empty where there is none."""
    month = last_month(g.clock.today)
    standing = services().directory.standing(committee, g.viewer.person)
    if standing is None or standing.seat is not Seat.MEMBER or not _was_here(committee, month):
        return ""
    return "" if _said(committee, month) else f"{month.first:%B}"


def disputes_of(committee: CommitteeId, event: EventId) -> list[Disputed]:
    """What people say is not right about one entry."""
    found = services().honesty.disputes(committee)
    return [_disputed(one) for one in found if one.about == event]


def _in(one: DecisionSeen, month: Period) -> bool:
    day = one.decided_at.astimezone(g.clock.zone).date()
    return month.first <= day <= month.last


def _was_here(committee: CommitteeId, month: Period) -> bool:
    """Whether whoever reads this sat here when that month ended."""
    end = datetime.combine(month.last, time.max, UTC)
    return services().directory.standing(committee, g.viewer.person, at=end) is not None


def _said(committee: CommitteeId, month: Period) -> Attestation | None:
    every = services().honesty.attestations(committee)
    mine = (one for one in every if (one.person, one.period) == (g.viewer.person, month))
    return next((one.says for one in mine), None)


def _disputed(one: DisputeSeen) -> Disputed:
    return Disputed(
        id=str(one.dispute),
        by=one.by,
        words=one.words,
        on=g.clock.tell(one.at),
        href=address(one.about),
        answer=one.answer or "",
        upheld=one.upheld,
        answered_by=one.answered_by or "",
        may_answer=one.upheld is None and one.raised_by != g.viewer.person,
    )
