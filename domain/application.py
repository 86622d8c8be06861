"""Governance: one method for each thing that a person can do. The domain's only door.

Every command is given its act first: whose it was, when, through what. Words come in the clear and
are sealed here; ids come back from whatever begins something. The methods stand in
``domain/commands/``, one file for each stream.
"""

from domain.commands.committees import CommitteeCommands
from domain.commands.meetings import MeetingCommands
from domain.commands.people import PeopleCommands
from domain.commands.plans import PlanCommands
from domain.commands.proposals import ProposalCommands
from domain.commands.tasks import TaskCommands


class Governance(
    PeopleCommands,
    CommitteeCommands,
    ProposalCommands,
    PlanCommands,
    TaskCommands,
    MeetingCommands,
):
    """What people can do, and the log that it leaves behind."""
