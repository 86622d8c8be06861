"""Proposals: ideas, votes, worries, what is decided, and what becomes of it."""

from domain.commands.proposals.afterwards import AfterwardsCommands
from domain.commands.proposals.asking import AskingCommands
from domain.commands.proposals.deciding import DecidingCommands
from domain.commands.proposals.electing import ElectingCommands
from domain.commands.proposals.talking import TalkingCommands
from domain.commands.proposals.voting import VotingCommands

__all__ = ["ProposalCommands"]


class ProposalCommands(
    AskingCommands,
    ElectingCommands,
    TalkingCommands,
    VotingCommands,
    DecidingCommands,
    AfterwardsCommands,
):
    """What is done about proposals."""
