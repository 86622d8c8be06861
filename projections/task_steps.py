"""What is written down of every job: each step that it took, and which are still to be done."""

from typing import Any, ClassVar

from domain.events import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverWithdrawn,
    TaskAdded,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskTaken,
)
from domain.ids import PersonId
from projections.read_model import ReadModel, Rows, moment, on, raw


class TaskSteps(ReadModel):
    """Jobs, with every step that each of them took. ``open_task`` lists those to be done."""

    NAME = "tasks"
    TABLES: ClassVar[dict[str, str]] = {
        "task": (
            "(task BLOB PRIMARY KEY, committee BLOB, plan BLOB, state TEXT, at INTEGER, "
            "position INTEGER) WITHOUT ROWID"
        ),
        "task_step": (
            "(task BLOB, position INTEGER, nth INTEGER, step TEXT, person BLOB, giver BLOB, "
            "share INTEGER, note TEXT, at INTEGER, "
            "PRIMARY KEY (task, position, nth)) WITHOUT ROWID"
        ),
        "open_task": "(position INTEGER PRIMARY KEY, task BLOB, committee BLOB)",
    }
    INDEXES = (
        "task_committee ON task (committee, position)",
        "task_plan ON task (plan, position)",
        "open_task_id ON open_task (task)",
        "open_task_committee ON open_task (committee, position)",
    )
    STATEMENTS: ClassVar[dict[str, str]] = {
        "open_task no more": "DELETE FROM open_task WHERE task = ? AND position < ?",
    }

    @on(TaskAdded)
    def added(self, event: TaskAdded, position: int, rows: Rows) -> None:
        key, committee = event.originator_id.bytes, event.committee.bytes
        state = event.model_dump_json(exclude_none=True)
        rows["task"].append((key, committee, raw(event.plan), state, moment(event), position))
        rows["open_task"].append((position, key, committee))

    @on(TaskTaken)
    def taken(self, event: TaskTaken, position: int, rows: Rows) -> None:
        _step(rows, event, "taken", event.person, position)

    @on(TaskLaidDown)
    def laid_down(self, event: TaskLaidDown, position: int, rows: Rows) -> None:
        _step(rows, event, "laid down", event.person, position)

    @on(HandoverOffered)
    def offered(self, event: HandoverOffered, position: int, rows: Rows) -> None:
        _step(
            rows,
            event,
            "offered",
            event.taker,
            position,
            giver=event.giver,
            share=event.share,
            note=event.note,
        )

    @on(HandoverAccepted)
    def accepted(self, event: HandoverAccepted, position: int, rows: Rows) -> None:
        _step(rows, event, "accepted", event.taker, position, giver=event.giver)

    @on(HandoverDeclined)
    def declined(self, event: HandoverDeclined, position: int, rows: Rows) -> None:
        _step(rows, event, "declined", event.taker, position, giver=event.giver)

    @on(HandoverWithdrawn)
    def withdrawn(self, event: HandoverWithdrawn, position: int, rows: Rows) -> None:
        _step(rows, event, "withdrawn", event.taker, position, giver=event.giver)

    @on(TaskDone)
    def done(self, event: TaskDone, position: int, rows: Rows) -> None:
        for nth, person in enumerate(event.by or (None,)):
            _step(rows, event, "done", person, position, nth=nth)
        rows["open_task no more"].append((event.originator_id.bytes, position))

    @on(TaskDropped)
    def dropped(self, event: TaskDropped, position: int, rows: Rows) -> None:
        _step(rows, event, "dropped", None, position)
        rows["open_task no more"].append((event.originator_id.bytes, position))


def _step(  # noqa: PLR0913 -- one row, told whole
    rows: Rows,
    event: Any,
    step: str,
    person: PersonId | None,
    position: int,
    *,
    nth: int = 0,
    giver: PersonId | None = None,
    share: bool | None = None,
    note: str | None = None,
) -> None:
    key, at = event.originator_id.bytes, moment(event)
    rows["task_step"].append((key, position, nth, step, raw(person), raw(giver), share, note, at))
