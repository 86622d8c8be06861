"""One mandate: how far it goes, until when, and who holds it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from flask import g

from domain.ids import CHAIR, CommitteeId, MandateId
from domain.kinds import Per, Say
from domain.values import DomainSay, Limit
from projections.agreed_seen import MandateSeen
from projections.plan import in_words
from web.seen.abouts import ABOUT, Topic
from web.seen.discreetly import standing_alone
from web.seen.people import Person
from web.seen.record import address
from web.services import services

SOON = timedelta(days=30)
"""So long before a mandate ends people are asked whether it goes on: time for one meeting."""
RUNS_THE_MEETING = "Whoever runs the meeting"
EACH = {
    Per.DECISION: "each time",
    Per.OCCASION: "for each night",
    Per.MONTH: "each month",
    Per.YEAR: "each year",
}


@dataclass(frozen=True, slots=True)
class Mandate:
    """What somebody may do alone."""

    id: str
    who: str
    person: Person | None
    words: str
    about: list[Topic]
    ask_us: list[Topic]
    not_theirs: list[Topic]
    version: int
    limit: str
    until: str
    is_mine: bool
    in_force: bool
    begins_later: bool
    ends_soon: str
    href: str


def find(committee: CommitteeId, mandate: MandateId) -> MandateSeen | None:
    """One mandate of this committee."""
    granted = services().mandates.mandates(committee, g.clock.now)
    return next((seen for seen in granted if seen.mandate == mandate), None)


def brief(seen: MandateSeen) -> Mandate:
    """One mandate, whoever looks."""
    return mandate_shown(seen, is_mine=False, today=g.clock.today)


def ends_soon(seen: MandateSeen, today: date) -> bool:
    """Whether it ends before long and has no newer one."""
    if seen.expires is None or seen.renewed_on is not None or not seen.in_force:
        return False
    return seen.expires - today <= SOON


def mandate_shown(seen: MandateSeen, *, is_mine: bool, today: date) -> Mandate:
    """One mandate, on this day."""
    who = seen.holder.person
    name = called(seen.holder.role == CHAIR, seen.holder_name)
    return Mandate(
        id=str(seen.mandate),
        who=name,
        person=Person(str(who), name) if who else None,
        words=seen.words,
        about=picks(seen.says, Say.ALONE),
        ask_us=picks(seen.says, Say.AGREE),
        not_theirs=picks(seen.says, Say.REFER),
        version=seen.version,
        limit=up_to(seen.limit),
        until=_until(seen, today),
        is_mine=is_mine,
        in_force=seen.in_force,
        begins_later=not seen.revoked_at and seen.starts > today,
        ends_soon=_days_left(seen, today) if ends_soon(seen, today) else "",
        href=address(seen.event),
    )


def called(is_chair: bool, name: str) -> str:  # noqa: FBT001 -- the chair has words of its own
    """Whoever holds it, as we say it."""
    return RUNS_THE_MEETING if is_chair else standing_alone(name)


def picks(says: Iterable[DomainSay], say: Say) -> list[Topic]:
    """What is to be done in this way: alone, after asking, or by others."""
    return [Topic(*ABOUT[one.domain]) for one in says if one.say is say]


def up_to(limit: Limit | None) -> str:
    """How much money it is about, if any."""
    return f"Up to {in_words(limit.money)} {EACH[limit.per]}." if limit else ""


def _days_left(seen: MandateSeen, today: date) -> str:
    days = (seen.expires - today).days if seen.expires else 0
    return {0: "It ends today.", 1: "It ends tomorrow."}.get(days, f"It ends in {days} days.")


def _until(seen: MandateSeen, today: date) -> str:
    if seen.revoked_at:
        return f"We ended it on {g.clock.tell(seen.revoked_at, to_the_day=True).words}."
    if seen.renewed_on and seen.renewed_on <= today:
        return "A newer one took its place."
    if seen.starts > today:
        return f"It begins on {g.clock.tell_day(seen.starts).words}."
    if seen.expires is None:
        return "Until we end it."
    day = g.clock.tell_day(seen.expires).words
    return f"Until {day}." if seen.expires >= today else f"It ended on {day}."
