"""What a person, a role or the committee may do alone: how far, until when, and what they did."""

from dataclasses import dataclass

from flask import g

from domain.ids import CHAIR, CommitteeId
from domain.kinds import Domain, Per
from projections.agreed_seen import MandateSeen
from web.seen.abouts import ABOUT
from web.seen.alone import held, is_mine
from web.seen.one_mandate import EACH, Mandate, brief, called, ends_soon, mandate_shown
from web.seen.people import Person
from web.seen.plans import Pick
from web.seen.results import Row, rows
from web.seen.steps import Step, step
from web.services import services
from web.stops import AskedStop

PICTURES = {Per.DECISION: "first", Per.OCCASION: "party", Per.MONTH: "plan", Per.YEAR: "clock"}


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


def alone_page(committee: CommitteeId, asked: AskedStop) -> AlonePage:
    """One's own first, then what others may, what begins later, what is over; the newest first."""
    today = asked.clock.today
    every = [
        mandate_shown(seen, is_mine=is_mine(committee, seen, asked.stop), today=today)
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
        it=mandate_shown(seen, is_mine=seen in held(committee), today=g.clock.today),
        older=brief(older) if older else None,
        newer=brief(newer) if newer else None,
        did=[step(entry) for entry in did],
        record=rows(did),
    )


def ending_soon(committee: CommitteeId) -> list[Mandate]:
    """What ends before long and has no newer one: somebody has to say whether it goes on."""
    granted = services().mandates.mandates_in_force(committee, g.clock.now)
    return [brief(seen) for seen in granted if ends_soon(seen, g.clock.today)]


def grants(committee: CommitteeId) -> Grants:
    """To whom a mandate may be given, about what, and how its money is counted."""
    members = services().directory.members(committee)
    roles = services().directory.roles(committee)
    told = {role.role: called(role.role == CHAIR, role.name) for role in roles}
    return Grants(
        people=[Person(str(one.person), one.name) for one in members],
        roles=[Pick(str(role), words, "chair") for role, words in told.items()],
        about=[Pick(about, *ABOUT[about]) for about in Domain if about is not Domain.NOT_STATED],
        per=[Pick(per, EACH[per].capitalize(), PICTURES[per]) for per in EACH],
    )
