"""What the commands of all streams have in common."""

from collections.abc import Callable
from typing import Any

from domain.events import Event
from domain.ids import CommitteeId, MeetingId, PersonId, PlanId, ProposalId, TaskId
from web.history.native.telling import Telling

Command = Callable[[Telling, Any], None]
"""Brings about what an event says."""


def the_person(event: Event) -> PersonId:
    """The person whose stream an event stands in; the same for the other streams."""
    return PersonId(event.originator_id)


def the_committee(event: Event) -> CommitteeId:
    return CommitteeId(event.originator_id)


def the_proposal(event: Event) -> ProposalId:
    return ProposalId(event.originator_id)


def the_plan(event: Event) -> PlanId:
    return PlanId(event.originator_id)


def the_task(event: Event) -> TaskId:
    return TaskId(event.originator_id)


def the_meeting(event: Event) -> MeetingId:
    return MeetingId(event.originator_id)
