"""What people said that they could gain or lose by an idea."""

from dataclasses import dataclass

from flask import g

from projections.seen import ProposalSeen
from web.clock import Moment
from web.seen.discreetly import standing_alone
from web.services import services


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody said that they could gain or lose."""

    by: str
    words: str
    on: Moment


def interests(idea: ProposalSeen) -> list[Told]:
    """What people said, in its order."""
    found = services().talk.about(idea.proposal).interests
    return [
        Told(standing_alone(one.by), one.words or "…", g.clock.tell(one.at, to_the_day=True))
        for one in found
    ]
