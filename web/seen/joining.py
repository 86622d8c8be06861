"""Whom to let vote after all, because we decided so."""

from dataclasses import dataclass

from projections.seen import ProposalSeen
from web.seen.late import could_join
from web.seen.people import Person, people
from web.seen.plans import Pick, citable


@dataclass(frozen=True, slots=True)
class JoinPage:
    """What ``add_voter.html`` shows: who could still be let vote, and by which decision."""

    proposal: str
    question: str
    people: list[Person]
    citable: list[Pick]


def join_page(idea: ProposalSeen) -> JoinPage:
    """Whom to let vote after all, and what we decided about it."""
    found = people(one.person for one in could_join(idea))
    return JoinPage(str(idea.proposal), idea.title, found, citable(idea.committee))
