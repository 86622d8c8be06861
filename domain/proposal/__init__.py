"""A question put to the committee, and all that happens to it: one stream, one boundary.

One vote a member, only while voting is open, counted by the rule that was in force when it opened:
all of that can be checked here without looking anywhere else. One class; its rules stand in one
file for each matter.
"""

from domain.proposal.afterwards import Afterwards
from domain.proposal.asking import Asking
from domain.proposal.deciding import Weighed
from domain.proposal.state import NOT_OPEN, Decided, ProposalEvent, Reading, Stage
from domain.proposal.talking import Talking

__all__ = ["NOT_OPEN", "Decided", "Proposal", "ProposalEvent", "Reading", "Stage", "Weighed"]


class Proposal(Asking, Talking, Afterwards):
    """A question, its ballots and worries, and what was decided."""
