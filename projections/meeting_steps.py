"""What is written down of every meeting: each step of it, and what else was done in it."""

from typing import ClassVar

from domain.events import EVENTS, DecisionTaken, Event, MeetingCalled, MeetingOpened
from domain.kinds import Precision
from domain.meeting import Meeting
from projections.read_model import ReadModel, Rows, moment, on

STEPS = tuple(kind for kind in EVENTS.values() if kind.TOPIC.startswith(f"{Meeting.STREAM}."))
OTHERS = tuple(kind for kind in EVENTS.values() if kind not in STEPS)


class MeetingSteps(ReadModel):
    """Meetings, each step of them, and what else happened in them."""

    NAME = "meetings"
    VERSION = 2
    TABLES: ClassVar[dict[str, str]] = {
        "meeting": (
            "(meeting BLOB PRIMARY KEY, committee BLOB, at INTEGER, position INTEGER) WITHOUT ROWID"
        ),
        "meeting_held": (
            "(committee BLOB, at INTEGER, position INTEGER, meeting BLOB, to_the_day INTEGER, "
            "PRIMARY KEY (committee, at, position)) WITHOUT ROWID"
        ),
        "meeting_step": (
            "(position INTEGER PRIMARY KEY, meeting BLOB, topic TEXT, told TEXT, at INTEGER)"
        ),
        "in_meeting": (
            "(position INTEGER PRIMARY KEY, meeting BLOB, event TEXT, topic TEXT, told TEXT, "
            "at INTEGER)"
        ),
    }
    INDEXES = (
        "meeting_committee ON meeting (committee, at, position)",
        "meeting_step_meeting ON meeting_step (meeting, position)",
        "in_meeting_meeting ON in_meeting (meeting, position)",
    )

    @on(*STEPS)
    def step(self, event: Event, position: int, rows: Rows) -> None:
        key, at = event.originator_id.bytes, moment(event)
        if event.originator_version == 1 and isinstance(event, MeetingCalled | MeetingOpened):
            rows["meeting"].append((key, event.committee.bytes, at, position))
        if isinstance(event, MeetingOpened):
            to_the_day = event.occurred_to is Precision.DAY
            rows["meeting_held"].append((event.committee.bytes, at, position, key, to_the_day))
        rows["meeting_step"].append((position, key, event.TOPIC, event.model_dump_json(), at))

    @on(*OTHERS)
    def happened_in(self, event: Event, position: int, rows: Rows) -> None:
        if event.meeting is not None:
            told = event.model_dump_json() if isinstance(event, DecisionTaken) else None
            key, at = event.meeting.bytes, moment(event)
            rows["in_meeting"].append((position, key, event.event_id, event.TOPIC, told, at))
