"""The ways to vote on one thing that is wanted: for it, against it, and neither."""

from enum import IntEnum
from uuid import UUID

from domain.ids import OptionId
from domain.voting.answers import Answer, Approvals, Choice, Ranking, Scores
from domain.voting.rule import (
    APPROVED,
    SCORED,
    USUAL_THRESHOLD,
    YES_OR_NO,
    Base,
    Method,
    Rule,
)

WANTED = OptionId(UUID(int=1))


class Side(IntEnum):
    """Where somebody stands, the most helpful to what is wanted first."""

    FOR = 0
    NEITHER = 1
    AGAINST = 2


def sides_of(rule: Rule) -> tuple[Side, ...]:
    """The ways to vote that the rule tells apart.

    Where yes has to reach a share of all who take part, of all who may vote or of the seats,
    whoever abstains stands in its way as a no does: these are two ways, and elsewhere there are
    three.
    """
    as_no = rule.method in USUAL_THRESHOLD and rule.base is not Base.CAST
    return (Side.FOR, Side.AGAINST) if as_no else tuple(Side)


def options_of(rule: Rule) -> tuple[OptionId, ...]:
    """One option that some want, and as many others as it takes to fill all places without it."""
    if rule.method in YES_OR_NO:
        return ()
    others = [OptionId(UUID(int=2 + number)) for number in range(rule.seats_to_fill)]
    if rule.default_option is not None:
        others[0] = rule.default_option
    return (WANTED, *others)


def answer_of(rule: Rule, side: Side) -> Answer | None:
    """What a ballot on that side says; by consent one objects, since a plain no stops nothing."""
    if rule.method in YES_OR_NO:
        objects = rule.method in (Method.CONSENT, Method.CONSENSUS)
        no = Choice.OBJECTION if objects else Choice.NO
        return (Choice.YES, Choice.ABSTAIN, no)[side]
    if side is Side.NEITHER:
        return None
    wanted, *others = options_of(rule)
    best = (wanted,) if side is Side.FOR else tuple(others)
    if rule.method in APPROVED:
        return Approvals(options=best)
    if rule.method in SCORED:
        return Scores(scores=dict.fromkeys(best, 1))
    last = () if side is Side.FOR else ((wanted,),)
    return Ranking(places=(*((option,) for option in best), *last))
