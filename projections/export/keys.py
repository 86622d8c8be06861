"""How an event is written as a line of a history file: topic as ``kind``, fields as keys."""

from collections.abc import Mapping
from typing import Any

from domain.events import (
    AdjustmentAsked,
    Authorised,
    Event,
    LineWritten,
    MandateGranted,
    ObjectionRaised,
    PaperBallotRead,
    PaperShared,
    QuestionAsked,
    RecordDisputed,
    RoleNamed,
    RuleAdopted,
    StepInApplied,
)

STREAMS = ("person", "committee", "proposal", "plan", "task", "meeting")
"""The keys under which a line names what it is about; its topic begins with the same word."""

COMMON = frozenset(Authorised.model_fields)
"""What every event has, also where it is written under another key or not at all."""

KIND, DURING = "of_kind", "during"
"""Keys for a field that is called as the line's own ``kind``, or as the stream of a meeting."""

BRINGS: Mapping[type[Event], str] = {
    AdjustmentAsked: "adjustment",
    RoleNamed: "role",
    RuleAdopted: "rule",
    MandateGranted: "mandate",
    StepInApplied: "step_in",
    RecordDisputed: "dispute",
    PaperShared: "paper",
    QuestionAsked: "question",
    PaperBallotRead: "slip",
    ObjectionRaised: "objection",
    LineWritten: "line",
}
"""The field that names what begins inside a stream with such an event, or goes on with it."""


def stream_of(topic: str) -> str:
    """What an event of this topic is about, which is also the key that names it."""
    return topic.partition(".")[0]


def key_of(field: str) -> str:
    """The key of a line for a field of an event."""
    return KIND if field == "kind" else field


def begins(event: Event) -> Any:
    """The id of what begins with this event, if anything does."""
    if event.originator_version == 1:
        return event.originator_id
    field = BRINGS.get(type(event))
    return field and getattr(event, field)
