"""Who was there: what is known of it, and who may still be named."""

from dataclasses import dataclass
from datetime import timedelta

from flask import g

from projections.plan import PlanSeen
from web.access import may
from web.seen.people import Person, people
from web.services import services
from web.stops import AskedStop, now

LATELY = timedelta(days=28)
"""So long after an occasion PLAN asks by itself who was there."""


@dataclass(frozen=True, slots=True)
class WhoPage:
    """Who was at an occasion that has begun, and who else may have been."""

    plan: str
    title: str
    there: list[Person]
    others: list[Person]
    may_tell: bool


def who_page(plan: PlanSeen, asked: AskedStop | None = None) -> WhoPage | None:
    """Nobody can have been at what lies ahead, or was cancelled."""
    asked = asked or now()
    if plan.on is None or plan.on.day > asked.clock.today or plan.cancelled:
        return None
    there = services().plans.presence(plan.plan, *asked.stop)
    known = {one.person for one in there}
    members = services().directory.members(plan.committee, *asked.stop)
    others = people(m.person for m in members if m.person not in known)
    return WhoPage(
        plan=str(plan.plan),
        title=plan.title,
        there=[Person(str(one.person), one.name) for one in there],
        others=others,
        may_tell=asked.is_now and bool(others) and may("plan.note_who"),
    )


def not_told_yet(plans: list[PlanSeen], shown: PlanSeen) -> WhoPage | None:
    """The occasion of these days of which nobody has said who was there."""
    lately = g.clock.today - LATELY
    over = (p for p in plans if p.on and lately <= p.on.day < g.clock.today and not p.cancelled)
    last = max(over, key=lambda p: (p.on.day if p.on else lately, p.plan), default=None)
    if last is None or last.plan == shown.plan:
        return None
    who = who_page(last)
    return who if who and who.may_tell and not who.there else None
