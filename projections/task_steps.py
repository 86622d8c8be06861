"""What is written down of every job: each step that it took."""

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
    """Jobs, with every step that each of them took."""

    NAME = "tasks"
    VERSION = 2
    TABLES: ClassVar[dict[str, str]] = {
        "task": (
            "task BLOB, committee BLOB, plan BLOB, state TEXT, event TEXT, authority TEXT, "
            "at INTEGER, position INTEGER"
        ),
        "task_step": (
            "task BLOB, step TEXT, person BLOB, giver BLOB, share INTEGER, note TEXT, "
            "at INTEGER, position INTEGER"
        ),
        "task_amended": "task BLOB, plan BLOB, state TEXT, at INTEGER, position INTEGER",
    }
    INDEXES = (
        "task_amended_task ON task_amended (task, position)",
        "task_amended_plan ON task_amended (plan)",
        "task_step_giver ON task_step (giver, position)",
        "task_id ON task (task)",
        "task_committee ON task (committee, position)",
        "task_plan ON task (plan, position)",
        "task_step_task ON task_step (task, position)",
        "task_step_person ON task_step (person, position)",
    )

    @on(TaskAdded)
    def added(self, event: TaskAdded, position: int, rows: Rows) -> None:
        rows["task"].append(
            (
                event.originator_id.bytes,
                event.committee.bytes,
                raw(event.plan),
                event.model_dump_json(exclude_none=True),
                event.event_id,
                event.authority,
                moment(event),
                position,
            )
        )

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
        for person in event.by or (None,):
            _step(rows, event, "done", person, position)

    @on(TaskDropped)
    def dropped(self, event: TaskDropped, position: int, rows: Rows) -> None:
        _step(rows, event, "dropped", None, position)

    @on(TaskAmended)
    def amended(self, event: TaskAmended, position: int, rows: Rows) -> None:
        key, state = event.originator_id.bytes, event.model_dump_json(exclude_none=True)
        rows["task_amended"].append((key, raw(event.plan), state, moment(event), position))

    @on(TaskShadowed)
    def shadowed(self, event: TaskShadowed, position: int, rows: Rows) -> None:
        _step(rows, event, "learning", event.person, position)

    @on(HandoverReported)
    def passed_on(self, event: HandoverReported, position: int, rows: Rows) -> None:
        for giver, taker in zip_longest(event.givers, event.takers):
            _step(rows, event, "passed on", taker, position, giver=giver)

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

    @on(TaskNotDone)
    def not_done(self, event: TaskNotDone, position: int, rows: Rows) -> None:
        _step(rows, event, "not done", None, position)

    @on(TaskReopened)
    def reopened(self, event: TaskReopened, position: int, rows: Rows) -> None:
        _step(rows, event, "reopened", None, position)


def _step(  # noqa: PLR0913 -- one row, told whole
    rows: Rows,
    event: Any,
    step: str,
    person: PersonId | None,
    position: int,
    *,
    giver: PersonId | None = None,
    share: bool | None = None,
    note: str | None = None,
) -> None:
    key = event.originator_id.bytes
    at = moment(event)
    rows["task_step"].append((key, step, raw(person), raw(giver), share, note, at, position))
