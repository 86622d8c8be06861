"""Names for the things the log speaks of. Each is random, and says nothing about whom it names."""

from typing import NewType
from uuid import UUID, uuid5

PersonId = NewType("PersonId", UUID)
CommitteeId = NewType("CommitteeId", UUID)
ProposalId = NewType("ProposalId", UUID)
PlanId = NewType("PlanId", UUID)
TaskId = NewType("TaskId", UUID)
MeetingId = NewType("MeetingId", UUID)

OptionId = NewType("OptionId", UUID)
ObjectionId = NewType("ObjectionId", UUID)
RoleId = NewType("RoleId", UUID)
RuleId = NewType("RuleId", UUID)
LineId = NewType("LineId", UUID)
ImportId = NewType("ImportId", UUID)
MandateId = NewType("MandateId", UUID)
StepInId = NewType("StepInId", UUID)
DisputeId = NewType("DisputeId", UUID)
AdjustmentId = NewType("AdjustmentId", UUID)
PaperId = NewType("PaperId", UUID)
QuestionId = NewType("QuestionId", UUID)
SlipId = NewType("SlipId", UUID)

StreamId = NewType("StreamId", UUID)
"""Any stream: a plan, a task, a proposal, a meeting."""

_WELL_KNOWN = UUID("5f0e2c9e-6d0b-4a52-9a57-3b1f5a2d7c11")


def well_known_role(name: str) -> RoleId:
    """The id of a role the program itself acts on, the same in every log."""
    return RoleId(uuid5(_WELL_KNOWN, name))


CHAIR = well_known_role("chair")
MINUTES = well_known_role("minutes")
TREASURER = well_known_role("treasurer")
