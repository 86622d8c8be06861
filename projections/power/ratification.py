"""Whether what had to be decided at once was agreed to afterwards, in time, by the committee."""

from enum import StrEnum

from domain.events import DecisionRatified, DecisionTaken
from domain.kinds import NotAPerson, Route
from projections.power.deciders import By, decided_by
from projections.power.decisions import Decision, decision_of
from projections.power.hurried import lapses_on


class Agreed(StrEnum):
    """What came of an urgent decision afterwards."""

    IN_TIME = "agreed in time"
    LATE = "agreed too late"
    BY_OTHERS = "agreed to by others"
    REFUSED = "not agreed"
    NOT_YET = "no answer"


def agreed(one: Decision) -> Agreed:
    """Whether those entitled agreed to it; where no day was named, at any time."""
    told, by = one.ratified, lapses_on(one.evidence, one.taken)
    if one.refused is not None:
        return Agreed.REFUSED
    if told is None:
        return Agreed.NOT_YET
    if not _by_us(one, told):
        return Agreed.BY_OTHERS
    return Agreed.LATE if by and told.occurred_at.date() > by else Agreed.IN_TIME


def agreeing(one: Decision) -> Decision | None:
    """The decision by which it was agreed to, if one is named that we know."""
    named = one.ratified and one.ratified.authority
    cited = one.evidence.known(named) if named else None
    return decision_of(one.evidence, cited) if isinstance(cited, DecisionTaken) else None


def _by_us(one: Decision, told: DecisionRatified) -> bool:
    """By a decision in which members took part; where none is named, by the committee or a member.

    Another urgent decision cannot do it.
    """
    if told.authority:
        by = agreeing(one)
        if by is None or not by.said_yes or by.route is Route.URGENT:
            return False
        return decided_by(by) in (By.MEMBERS, By.TOGETHER)
    by_member = one.evidence.seats.is_member(told.actor, told.occurred_at)
    return told.actor is NotAPerson.COMMITTEE or by_member
