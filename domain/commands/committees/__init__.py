"""Committees: seats, roles, rules, mandates, step-ins, and the record itself."""

from domain.commands.committees.mandates import MandateCommands
from domain.commands.committees.record import RecordCommands
from domain.commands.committees.roles import RoleCommands
from domain.commands.committees.rules import RuleCommands
from domain.commands.committees.seats import SeatCommands
from domain.commands.committees.step_ins import StepInCommands

__all__ = ["CommitteeCommands"]


class CommitteeCommands(
    SeatCommands, RoleCommands, RuleCommands, MandateCommands, StepInCommands, RecordCommands
):
    """What is done about committees."""
