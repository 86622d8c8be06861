"""Who has something of their own to gain or lose by an idea, and who stays out of it."""

from dataclasses import dataclass

from flask import g

from domain.ids import PersonId
from projections.seen import UNDECIDED, DecisionSeen, ProposalSeen, Stage
from projections.wording import listed
from web.access import may
from web.seen.ideas import has_a_vote
from web.seen.own_gain import Told, interests
from web.seen.people import Person, people


@dataclass(frozen=True, slots=True)
class AboutMePage:
    """What ``about_me.html`` shows."""

    proposal: str
    question: str
    told: list[Told]
    out: list[Person]
    may_tell: bool
    may_stay_out: bool
    is_out: bool


def about_me_page(idea: ProposalSeen) -> AboutMePage:
    """What was told so far, and what this person can still do."""
    me: PersonId = g.viewer.person
    return AboutMePage(
        proposal=str(idea.proposal),
        question=idea.title,
        told=interests(idea),
        out=people(idea.recused),
        may_tell=idea.stage in UNDECIDED and may("proposals.declare_interest"),
        may_stay_out=may("proposals.recuse") and has_a_vote(idea, me),
        is_out=me in idea.recused,
    )


def stayed_out(idea: ProposalSeen, decided: DecisionSeen) -> str:
    """Who took no part in deciding; to those who are told offices, only how many."""
    names = [one.name for one in people(idea.recused)]
    if names:
        return f"{listed(names)} stayed out of it."
    number = decided.recused
    return {0: "", 1: "1 person stayed out of it."}.get(
        number, f"{number} people stayed out of it."
    )


def is_last(idea: ProposalSeen, me: PersonId) -> bool:
    """Whether everybody else who could vote on it stays out already."""
    others = {voter.person for voter in idea.voters if voter.person not in idea.stood_out}
    return idea.stage is Stage.OPEN and others == {me}
