"""What is written down of every job: each step that it took, and which are still to be done."""

from itertools import zip_longest
from typing import Any, ClassVar

from domain.events import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverReported,
    HandoverWithdrawn,
    HelpAsked,
    HelpGiven,
    TakeoverAnswered,
    TaskAdded,
    TaskAmended,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskNotDone,
    TaskReopened,
    TaskReturned,
    TaskShadowed,
    TaskTaken,
    TaskTakenOver,
)
from domain.ids import PersonId
from projections.read_model import ReadModel, Rows, moment, on, raw


class TaskSteps(ReadModel):
    """Jobs, with every step that each of them took. ``open_task`` lists those to be done.

    There, ``since`` is the place in the log where a job came onto the list, again if need be.
    ``task_ended`` lists when any was done, dropped or not done, beside when it was ``begun`` and
    its place in the log when ``made``. ``task_change`` lists when any job of a committee changed.
    """

    NAME = "tasks"
    VERSION = 5
    TABLES: ClassVar[dict[str, str]] = {
        "task": (
            "(task BLOB PRIMARY KEY, committee BLOB, plan BLOB, state TEXT, at INTEGER, "
            "position INTEGER) WITHOUT ROWID"
        ),
        "task_amended": (
            "(task BLOB, position INTEGER, plan BLOB, state TEXT, at INTEGER, "
            "PRIMARY KEY (task, position)) WITHOUT ROWID"
        ),
        "task_step": (
            "(task BLOB, position INTEGER, nth INTEGER, step TEXT, person BLOB, giver BLOB, "
            "share INTEGER, note TEXT, at INTEGER, "
            "PRIMARY KEY (task, position, nth)) WITHOUT ROWID"
        ),
        "task_change": (
            "(committee BLOB, at INTEGER, position INTEGER, "
            "PRIMARY KEY (committee, at, position)) WITHOUT ROWID"
        ),
        "task_ended": (
            "(position INTEGER PRIMARY KEY, task BLOB, committee BLOB, at INTEGER, begun INTEGER, "
            "made INTEGER)"
        ),
        "open_task": (
            "(since INTEGER PRIMARY KEY, task BLOB, committee BLOB, at INTEGER, position INTEGER)"
        ),
    }
    INDEXES = (
        "task_committee ON task (committee, position)",
        "task_plan ON task (plan, position)",
        "task_amended_plan ON task_amended (plan)",
        "task_step_person ON task_step (person)",
        "task_step_giver ON task_step (giver)",
        "task_ended_at ON task_ended (committee, at, begun, made, task)",
        "task_ended_position ON task_ended (committee, position, begun, made, task)",
        "open_task_id ON open_task (task)",
        "open_task_committee ON open_task (committee, position)",
    )
    STATEMENTS: ClassVar[dict[str, str]] = {
        "open_task again": (
            "INSERT INTO open_task SELECT ?, task, committee, at, position FROM task WHERE task = ?"
        ),
        "task_ended": (
            "INSERT INTO task_ended SELECT ?1, task, committee, ?2, at, position "
            "FROM task WHERE task = ?3"
        ),
        "task_change of one": (
            "INSERT INTO task_change SELECT committee, ?, ? FROM task WHERE task = ?"
        ),
        "open_task no more": "DELETE FROM open_task WHERE task = ? AND since < ?",
    }

    @on(TaskAdded)
    def added(self, event: TaskAdded, position: int, rows: Rows) -> None:
        key, committee = event.originator_id.bytes, event.committee.bytes
        state = event.model_dump_json(exclude_none=True)
        rows["task"].append((key, committee, raw(event.plan), state, moment(event), position))
        rows["task_change"].append((committee, moment(event), position))
        rows["open_task"].append((position, key, committee, moment(event), position))

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
        _ended(rows, event, position)

    @on(TaskDropped)
    def dropped(self, event: TaskDropped, position: int, rows: Rows) -> None:
        _step(rows, event, "dropped", None, position)
        _ended(rows, event, position)

    @on(TaskNotDone)
    def not_done(self, event: TaskNotDone, position: int, rows: Rows) -> None:
        _step(rows, event, "not done", None, position)
        _ended(rows, event, position)

    @on(TaskReopened)
    def reopened(self, event: TaskReopened, position: int, rows: Rows) -> None:
        _step(rows, event, "reopened", None, position)
        rows["open_task again"].append((position, event.originator_id.bytes))

    @on(TaskAmended)
    def amended(self, event: TaskAmended, position: int, rows: Rows) -> None:
        key, state = event.originator_id.bytes, event.model_dump_json(exclude_none=True)
        rows["task_amended"].append((key, position, raw(event.plan), state, moment(event)))
        rows["task_change of one"].append((moment(event), position, key))

    @on(TaskShadowed)
    def shadowed(self, event: TaskShadowed, position: int, rows: Rows) -> None:
        _step(rows, event, "learning", event.person, position)

    @on(HandoverReported)
    def passed_on(self, event: HandoverReported, position: int, rows: Rows) -> None:
        for nth, (giver, taker) in enumerate(zip_longest(event.givers, event.takers)):
            _step(rows, event, "passed on", taker, position, nth=nth, giver=giver)

    @on(TaskTakenOver)
    def taken_over(self, event: TaskTakenOver, position: int, rows: Rows) -> None:
        asked, giver = event.asked, event.giver
        _step(rows, event, "taken over", event.taker, position, giver=giver, share=asked)

    @on(TakeoverAnswered)
    def answered(self, event: TakeoverAnswered, position: int, rows: Rows) -> None:
        answer, giver = event.answer, event.giver
        _step(rows, event, "answered", event.taker, position, giver=giver, note=answer)

    @on(TaskReturned)
    def returned(self, event: TaskReturned, position: int, rows: Rows) -> None:
        _step(rows, event, "returned", event.taker, position, giver=event.giver)

    @on(HelpAsked)
    def help_asked(self, event: HelpAsked, position: int, rows: Rows) -> None:
        _step(rows, event, "help wanted", event.person, position, note=event.kind)

    @on(HelpGiven)
    def help_given(self, event: HelpGiven, position: int, rows: Rows) -> None:
        _step(rows, event, "help given", event.by, position, note=event.kind)


def _ended(rows: Rows, event: TaskDone | TaskDropped | TaskNotDone, position: int) -> None:
    key = event.originator_id.bytes
    rows["task_ended"].append((position, moment(event), key))
    rows["open_task no more"].append((key, position))


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
    if nth == 0:
        rows["task_change of one"].append((at, position, key))
