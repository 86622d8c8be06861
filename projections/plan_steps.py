"""What is written down of every occasion: when it is, each line that it has, and who came."""

from typing import ClassVar

from domain.events import (
    LineDropped,
    LineWritten,
    PlanCancelled,
    PlanMade,
    PlanMoved,
    PresenceNoted,
    RecurrencePlanned,
)
from projections.read_model import ReadModel, Rows, moment, on, raw


class PlanSteps(ReadModel):
    """Plans and the history of every line. ``plan_dated`` lists the days that each was for.

    There, ``made`` is the place in the log where it was planned, which says what comes first on one
    day. In ``plan_turn``, ``day`` is where an occasion was moved to, or how long it comes back.
    """

    NAME = "plan"
    VERSION = 5
    TABLES: ClassVar[dict[str, str]] = {
        "plan": (
            "(plan BLOB PRIMARY KEY, committee BLOB, taking_place TEXT, event TEXT, "
            "authority TEXT, at INTEGER, position INTEGER) WITHOUT ROWID"
        ),
        "plan_dated": (
            "(position INTEGER PRIMARY KEY, plan BLOB, committee BLOB, day TEXT, made INTEGER, "
            "at INTEGER)"
        ),
        "plan_line": (
            "(plan BLOB, line BLOB, position INTEGER, label TEXT, kind TEXT, words TEXT, "
            "money TEXT, income INTEGER, event TEXT, authority TEXT, at INTEGER, "
            "PRIMARY KEY (plan, line, position)) WITHOUT ROWID"
        ),
        "plan_turn": (
            "(plan BLOB, turn TEXT, position INTEGER, value TEXT, day TEXT, event TEXT, "
            "authority TEXT, at INTEGER, PRIMARY KEY (plan, turn, position)) WITHOUT ROWID"
        ),
        "plan_pattern": ("(plan BLOB PRIMARY KEY, template BLOB, same_as BLOB) WITHOUT ROWID"),
        "plan_presence": (
            "(plan BLOB, person BLOB, position INTEGER, presence TEXT, at INTEGER, "
            "PRIMARY KEY (plan, person, position)) WITHOUT ROWID"
        ),
    }
    INDEXES = (
        "plan_dated_plan ON plan_dated (plan, position, at)",
        "plan_dated_day ON plan_dated (committee, day, made, at, plan)",
    )
    STATEMENTS: ClassVar[dict[str, str]] = {
        "plan_dated anew": (
            "INSERT INTO plan_dated SELECT ?, plan, committee, ?, position, ? FROM plan "
            "WHERE plan = ?"
        ),
    }

    @on(PlanMade)
    def made(self, event: PlanMade, position: int, rows: Rows) -> None:
        key, committee = event.originator_id.bytes, event.committee.bytes
        on, day = (
            (event.on.model_dump_json(), event.on.day.isoformat()) if event.on else (None,) * 2
        )
        rows["plan"].append(
            (key, committee, on, event.event_id, event.authority, moment(event), position)
        )
        rows["plan_dated"].append((position, key, committee, day, position, moment(event)))
        if event.template or event.like:
            rows["plan_pattern"].append((key, raw(event.template), raw(event.like)))

    @on(PlanMoved)
    def moved(self, event: PlanMoved, position: int, rows: Rows) -> None:
        day = event.on.day.isoformat()
        _turn(rows, event, position, "moved", event.on.model_dump_json(), day)
        rows["plan_dated anew"].append((position, day, moment(event), event.originator_id.bytes))

    @on(PlanCancelled)
    def cancelled(self, event: PlanCancelled, position: int, rows: Rows) -> None:
        _turn(rows, event, position, "cancelled")

    @on(RecurrencePlanned)
    def comes_back(self, event: RecurrencePlanned, position: int, rows: Rows) -> None:
        until = event.until.isoformat() if event.until else None
        _turn(rows, event, position, "comes back", event.rhythm, until)

    @on(PresenceNoted)
    def presence_noted(self, event: PresenceNoted, position: int, rows: Rows) -> None:
        key, person = event.originator_id.bytes, event.person.bytes
        rows["plan_presence"].append((key, person, position, event.presence, moment(event)))

    @on(LineWritten)
    def written(self, event: LineWritten, position: int, rows: Rows) -> None:
        rows["plan_line"].append(
            (
                event.originator_id.bytes,
                event.line.bytes,
                position,
                event.label,
                event.kind,
                event.words,
                event.money and event.money.model_dump_json(),
                event.income,
                event.event_id,
                event.authority,
                moment(event),
            )
        )

    @on(LineDropped)
    def dropped(self, event: LineDropped, position: int, rows: Rows) -> None:
        key, line, cited = event.originator_id.bytes, event.line.bytes, event.authority
        at = moment(event)
        rows["plan_line"].append(
            (key, line, position, None, None, None, None, None, event.event_id, cited, at)
        )


def _turn(  # noqa: PLR0913 -- one row, told whole
    rows: Rows,
    event: PlanMoved | PlanCancelled | RecurrencePlanned,
    position: int,
    turn: str,
    value: str | None = None,
    day: str | None = None,
) -> None:
    key, at = event.originator_id.bytes, moment(event)
    rows["plan_turn"].append((key, turn, position, value, day, event.event_id, event.authority, at))
