"""What a person, a role or the committee may do alone: how far, until when, and what they did."""

from dataclasses import dataclass
from datetime import date, timedelta

from flask import g

from domain.ids import CHAIR, CommitteeId, MandateId
from domain.kinds import Domain, Per, Say
from projections.agreed_seen import MandateSeen
from projections.plan import in_words
from web.seen.alone import held, is_mine
from web.seen.decided import ABOUT
from web.seen.people import Person
from web.seen.plans import Pick
from web.seen.record import address
from web.seen.results import Row, rows
from web.seen.steps import Step, step
from web.services import services
from web.stops import AskedStop

SOON = timedelta(days=30)
"""So long before a mandate ends people are asked whether it goes on: time for one meeting."""
RUNS_THE_MEETING = "Whoever runs the meeting"
EACH = {
    Per.DECISION: "each time",
    Per.OCCASION: "for each night",
    Per.MONTH: "each month",
    Per.YEAR: "each year",
}
PICTURES = {Per.DECISION: "first", Per.OCCASION: "party", Per.MONTH: "plan", Per.YEAR: "clock"}


@dataclass(frozen=True, slots=True)
class Mandate:
    """What somebody may do alone."""

    id: str
    who: str
    person: Person | None
    words: str
    about: list[Pick]
    ask_us: list[Pick]
    not_theirs: list[Pick]
    version: int
    limit: str
    until: str
    is_mine: bool
    in_force: bool
    begins_later: bool
    ends_soon: str
    href: str


@dataclass(frozen=True, slots=True)
class AlonePage:
    """What ``alone.html`` shows."""

    mine: list[Mandate]
    others: list[Mandate]
    ahead: list[Mandate]
    over: list[Mandate]


@dataclass(frozen=True, slots=True)
class MandatePage:
    """What ``mandate.html`` shows."""

    it: Mandate
    older: Mandate | None
    newer: Mandate | None
    did: list[Step]
    record: list[Row]


@dataclass(frozen=True, slots=True)
class Grants:
    """What ``new_mandate.html`` offers."""

    people: list[Person]
    roles: list[Pick]
    about: list[Pick]
    per: list[Pick]


def find(committee: CommitteeId, mandate: MandateId) -> MandateSeen | None:
    """One mandate of this committee."""
    granted = services().mandates.mandates(committee, g.clock.now)
    return next((seen for seen in granted if seen.mandate == mandate), None)


def alone_page(committee: CommitteeId, asked: AskedStop) -> AlonePage:
    """One's own first, then what others may, what begins later, what is over; the newest first."""
    today = asked.clock.today
    every = [
        _mandate(seen, is_mine=is_mine(committee, seen, asked.stop), today=today)
        for seen in reversed(granted_by(committee, asked))
    ]
    return AlonePage(
        mine=[one for one in every if one.in_force and one.is_mine],
        others=[one for one in every if one.in_force and not one.is_mine],
        ahead=[one for one in every if one.begins_later],
        over=[one for one in every if not one.in_force and not one.begins_later],
    )


def granted_by(committee: CommitteeId, asked: AskedStop) -> list[MandateSeen]:
    """Every mandate at this stop, the oldest first."""
    return services().mandates.mandates(committee, asked.moment, asked.stop.known)


def mandate_page(committee: CommitteeId, seen: MandateSeen) -> MandatePage:
    """One mandate, and everything that was done by it."""
    did = services().audit.changed_by(seen.event)
    every = services().mandates.mandates(committee, g.clock.now)
    older = next((one for one in every if one.mandate == seen.renews), None)
    newer = next((one for one in every if one.renews == seen.mandate), None)
    return MandatePage(
        it=_mandate(seen, is_mine=seen in held(committee), today=g.clock.today),
        older=brief(older) if older else None,
        newer=brief(newer) if newer else None,
        did=[step(entry) for entry in did],
        record=rows(did),
    )


def brief(seen: MandateSeen) -> Mandate:
    """One mandate, whoever looks."""
    return _mandate(seen, is_mine=False, today=g.clock.today)


def ending_soon(committee: CommitteeId) -> list[Mandate]:
    """What ends before long and has no newer one: somebody has to say whether it goes on."""
    granted = services().mandates.mandates_in_force(committee, g.clock.now)
    return [brief(seen) for seen in granted if _ends_soon(seen, g.clock.today)]


def _ends_soon(seen: MandateSeen, today: date) -> bool:
    if seen.expires is None or seen.renewed_on is not None or not seen.in_force:
        return False
    return seen.expires - today <= SOON


def grants(committee: CommitteeId) -> Grants:
    """To whom a mandate may be given, about what, and how its money is counted."""
    members = services().directory.members(committee)
    roles = services().directory.roles(committee)
    told = {role.role: _role(role.role == CHAIR, role.name) for role in roles}
    return Grants(
        people=[Person(str(one.person), one.name) for one in members],
        roles=[Pick(str(role), words, "chair") for role, words in told.items()],
        about=[Pick(about, *ABOUT[about]) for about in Domain if about is not Domain.NOT_STATED],
        per=[Pick(per, EACH[per].capitalize(), PICTURES[per]) for per in EACH],
    )


def _mandate(seen: MandateSeen, *, is_mine: bool, today: date) -> Mandate:
    who = seen.holder.person
    name = _role(seen.holder.role == CHAIR, seen.holder_name)
    return Mandate(
        id=str(seen.mandate),
        who=name,
        person=Person(str(who), name) if who else None,
        words=seen.words,
        about=_domains(seen, Say.ALONE),
        ask_us=_domains(seen, Say.AGREE),
        not_theirs=_domains(seen, Say.REFER),
        version=seen.version,
        limit=f"Up to {in_words(seen.limit.money)} {EACH[seen.limit.per]}." if seen.limit else "",
        until=_until(seen, today),
        is_mine=is_mine,
        in_force=seen.in_force,
        begins_later=not seen.revoked_at and seen.starts > today,
        ends_soon=_days_left(seen, today) if _ends_soon(seen, today) else "",
        href=address(seen.event),
    )


def _role(is_chair: bool, name: str) -> str:  # noqa: FBT001 -- the chair has words of its own
    return RUNS_THE_MEETING if is_chair else name


def _domains(seen: MandateSeen, say: Say) -> list[Pick]:
    return [Pick(one.domain, *ABOUT[one.domain]) for one in seen.says if one.say is say]


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
