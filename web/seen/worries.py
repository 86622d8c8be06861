"""The worries about one idea, and what this person can say to them."""

from dataclasses import dataclass

from flask import g

from projections.seen import ProposalSeen, Stage
from web.seen.people import may_run
from web.seen.results import WorryTold, worry_told


@dataclass(frozen=True, slots=True)
class WorriesPage:
    """What ``worries.html`` shows."""

    proposal: str
    question: str
    told: list[WorryTold]
    me: str
    may_raise: bool
    may_end: bool


def worries_page(idea: ProposalSeen) -> WorriesPage:
    """Every worry, open or not."""
    return WorriesPage(
        proposal=str(idea.proposal),
        question=idea.title,
        told=[worry_told(worry) for worry in idea.objections],
        me=str(g.viewer.person),
        may_raise=idea.stage in (Stage.MADE, Stage.OPEN),
        may_end=may_run(idea.committee, g.viewer.person),
    )
