"""What whoever looks may do alone now: by a step-in of their own, or by a mandate they hold."""

from flask import g

from domain.ids import CommitteeId
from projections.agreed_seen import MandateSeen
from projections.stops import NOW, Stop
from web.seen.plans import Pick, citable
from web.seen.step_in_brief import brief
from web.services import services


def may_cite(committee: CommitteeId) -> list[Pick]:
    """What a plan or a job may rest on: one's own rights first, then what we decided."""
    return [*_step_ins(committee), *_mandates(committee), *citable(committee)]


def held(committee: CommitteeId) -> list[MandateSeen]:
    """The mandates that whoever looks holds now, themselves or by a role."""
    given = services().mandates.mandates_in_force(committee, g.clock.now)
    return [one for one in given if is_mine(committee, one)]


def ever_held(committee: CommitteeId) -> list[MandateSeen]:
    """The same, also what is over, the newest first."""
    given = services().mandates.mandates(committee, g.clock.now)
    return [one for one in reversed(given) if is_mine(committee, one)]


def is_mine(committee: CommitteeId, mandate: MandateSeen, stop: Stop = NOW) -> bool:
    """Whether whoever looks holds it, themselves or by a role that they had at that stop."""
    me, holder = g.viewer.person, mandate.holder
    if holder.role is None:
        return bool(holder.person == me)
    roles = services().directory.roles(committee, *stop)
    return any(one.role == holder.role and me in one.holders for one in roles)


def _step_ins(committee: CommitteeId) -> list[Pick]:
    every = services().mandates.step_ins(committee, g.clock.now)
    mine = [seen for seen in every if seen.in_force and seen.person == g.viewer.person]
    return [Pick(one.event, "I stepped in", "safety", f"{brief(one).why}.") for one in mine]


def _mandates(committee: CommitteeId) -> list[Pick]:
    return [Pick(one.event, one.words, "hand", "I may do this alone.") for one in held(committee)]
