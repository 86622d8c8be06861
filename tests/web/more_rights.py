"""Rights and step-ins that the demonstration does not have: one soon over, one not looked at."""

from dataclasses import replace
from datetime import date, timedelta

from domain.act import Act
from domain.ids import MandateId, StepInId, StreamId
from domain.kinds import Audience, Domain, Format, Per, Say, StepInGround
from domain.sealed import Sealed
from domain.values import DomainSay, Limit, MandateHolder, Money
from tests.web.more_votes import There

FIVE_POUNDS = Limit(money=Money(amount=500, currency="GBP"), per=Per.DECISION)


def give_rights(there: There) -> None:
    """One that ends in ten days, one that starts next month, and one that was taken back."""
    today = there.chair.recorded_at.date()
    _may(there, "Ben", "Stamps and paper.", expires=today + timedelta(days=10))
    _may(there, "Cara", "Flowers for the tables.", starts=today + timedelta(days=30))
    ended = _may(there, "Dev", "Sweets for the guests.")
    there.does.revoke_mandate(there.chair, there.here, ended, authority=there.authority)


def _may(
    there: There,
    name: str,
    words: str,
    starts: date | None = None,
    expires: date | None = None,
) -> MandateId:
    return there.does.grant_mandate(
        there.chair,
        there.here,
        MandateHolder(person=there.people[name]),
        words,
        says=[DomainSay(domain=Domain.MONEY, say=Say.ALONE)],
        limit=FIVE_POUNDS,
        starts=starts,
        expires=expires,
        authority=there.authority,
    )


def step_in(there: There) -> None:
    """One that holds, of which nobody was told; one that is over, and that nobody looked at yet."""
    does, jo = there.does, there.act("Jo")
    permit = replace(jo, reason=Sealed.of("The law asks for a permit."))
    _step(there, permit, StepInGround.LAW, "We light a fire")
    why = replace(jo, reason=Sealed.of("A guest was not safe at home."))
    over = _step(there, why, StepInGround.SAFEGUARDING, "We let a guest sleep here")
    does.tell_step_in(jo, there.here, over, Audience.COMMITTEE, Format.SPOKEN)
    does.lift_step_in(why, there.here, over)


def _step(there: There, act: Act, ground: StepInGround, title: str) -> StepInId:
    about = there.does.make_proposal(there.chair, there.here, title, domain=Domain.SAFETY)
    return there.does.step_in(
        act,
        there.here,
        ground,
        less_restrictive_tried=False,
        touches=[StreamId(about)],
        ends=act.recorded_at + timedelta(hours=20),
    )
