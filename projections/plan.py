"""Occasions and what holds for them, each line with the right it was written by."""

from datetime import date
from typing import Any, ClassVar

from domain.events import (
    LineDropped,
    LineWritten,
    PlanCancelled,
    PlanMade,
    PlanMoved,
    PresenceNoted,
    RecurrencePlanned,
)
from domain.ids import CommitteeId, LineId, PersonId, PlanId
from domain.kinds import LineKind, Presence, Rhythm
from domain.values import LocalMoment, Money
from projections.naming import Naming
from projections.plan_seen import LineSeen, PlanSeen, PresenceSeen, Recurrence, Turn
from projections.read_model import ReadModel, Rows, moment, on, question, raw, uid, when

__all__ = ["LineSeen", "PlanSeen", "Plans", "PresenceSeen", "Recurrence", "Turn", "in_words"]


class Plans(ReadModel):
    """Plans and the history of every line. ``plan_day`` lists the days that they are for now."""

    NAME = "plan"
    VERSION = 2
    TABLES: ClassVar[dict[str, str]] = {
        "plan": (
            "(plan BLOB PRIMARY KEY, committee BLOB, taking_place TEXT, event TEXT, "
            "authority TEXT, at INTEGER, position INTEGER) WITHOUT ROWID"
        ),
        "plan_day": (
            "(plan BLOB PRIMARY KEY, committee BLOB, day TEXT, position INTEGER) WITHOUT ROWID"
        ),
        "plan_line": (
            "(plan BLOB, line BLOB, position INTEGER, label TEXT, kind TEXT, words TEXT, "
            "money TEXT, event TEXT, authority TEXT, at INTEGER, "
            "PRIMARY KEY (plan, line, position)) WITHOUT ROWID"
        ),
        "plan_turn": (
            "(plan BLOB, turn TEXT, position INTEGER, value TEXT, until TEXT, event TEXT, "
            "authority TEXT, at INTEGER, PRIMARY KEY (plan, turn, position)) WITHOUT ROWID"
        ),
        "plan_pattern": ("(plan BLOB PRIMARY KEY, template BLOB, same_as BLOB) WITHOUT ROWID"),
        "plan_presence": (
            "(plan BLOB, person BLOB, position INTEGER, presence TEXT, at INTEGER, "
            "PRIMARY KEY (plan, person, position)) WITHOUT ROWID"
        ),
    }
    INDEXES = ("plan_day_committee ON plan_day (committee, day, position)",)
    STATEMENTS: ClassVar[dict[str, str]] = {
        "plan_day moved": "UPDATE plan_day SET day = ? WHERE plan = ?",
    }

    @on(PlanMade)
    def made(self, event: PlanMade, position: int, rows: Rows) -> None:
        rows["plan"].append(
            (
                event.originator_id.bytes,
                event.committee.bytes,
                event.on and event.on.model_dump_json(),
                event.event_id,
                event.authority,
                moment(event),
                position,
            )
        )
        key, day = event.originator_id.bytes, event.on and event.on.day.isoformat()
        rows["plan_day"].append((key, event.committee.bytes, day, position))
        if event.template or event.like:
            rows["plan_pattern"].append((key, raw(event.template), raw(event.like)))

    @on(PlanMoved)
    def moved(self, event: PlanMoved, position: int, rows: Rows) -> None:
        _turn(rows, event, position, "moved", event.on.model_dump_json())
        rows["plan_day moved"].append((event.on.day.isoformat(), event.originator_id.bytes))

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
            (key, line, position, None, None, None, None, event.event_id, cited, at)
        )

    @question
    def plans(self, committee: CommitteeId) -> list[PlanSeen]:
        """A committee's plans by their day; those without a day last."""
        return self._plans(
            "SELECT plan FROM plan_day WHERE committee = ? ORDER BY day IS NULL, day, position",
            committee.bytes,
        )

    @question
    def ahead(self, committee: CommitteeId, today: date) -> list[PlanSeen]:
        """A committee's plans from this day on, by their day; those without a day last."""
        dated = self._plans(
            "SELECT plan FROM plan_day WHERE committee = ? AND day >= ? ORDER BY day, position",
            committee.bytes,
            today.isoformat(),
        )
        undated = "SELECT plan FROM plan_day WHERE committee = ? AND day IS NULL ORDER BY position"
        return dated + self._plans(undated, committee.bytes)

    @question
    def past(self, committee: CommitteeId, today: date, limit: int) -> list[PlanSeen]:
        """A committee's last plans before this day, the latest first."""
        return self._plans(
            "SELECT plan FROM plan_day WHERE committee = ? AND day < ? "
            "ORDER BY day DESC, position DESC LIMIT ?",
            committee.bytes,
            today.isoformat(),
            limit,
        )

    @question
    def plan(self, plan: PlanId) -> PlanSeen | None:
        """One plan and its lines as they hold now, in the order they were first written."""
        found = self.row("SELECT committee, event, authority FROM plan WHERE plan = ?", plan.bytes)
        if found is None:
            return None
        committee, event, authority = found
        template, like = self.row(
            "SELECT template, same_as FROM plan_pattern WHERE plan = ?", plan.bytes
        ) or (None, None)
        moved, cancelled = self._last(plan, "moved"), self._last(plan, "cancelled")
        recurs = self._last(plan, "comes back")
        return PlanSeen(
            plan=plan,
            committee=CommitteeId(uid(committee)),
            title=self.views.of(Naming).name(plan),
            on=self.taking_place(plan),
            event=event,
            authority=authority,
            lines=self._lines(plan),
            template=PlanId(uid(template)) if template else None,
            like=PlanId(uid(like)) if like else None,
            moved=_told(moved) if moved else None,
            cancelled=_told(cancelled) if cancelled else None,
            recurs=_recurrence(recurs) if recurs else None,
        )

    @question
    def taking_place(self, plan: PlanId) -> LocalMoment | None:
        """When an occasion is, wherever it was moved to."""
        found = self._last(plan, "moved") or self.row(
            "SELECT taking_place FROM plan WHERE plan = ?", plan.bytes
        )
        return LocalMoment.model_validate_json(found[0]) if found and found[0] else None

    @question
    def is_cancelled(self, plan: PlanId) -> bool:
        """Whether an occasion does not happen. The jobs on it stay until they are dropped."""
        return self._last(plan, "cancelled") is not None

    @question
    def presence(self, plan: PlanId) -> list[PresenceSeen]:
        """Who came to an occasion, and who went home again, in the order in which they came."""
        found = self.rows(
            "SELECT person, presence, at, MAX(position), (SELECT MIN(position) FROM plan_presence "
            "AS f WHERE f.plan = p.plan AND f.person = p.person) AS first "
            "FROM plan_presence AS p WHERE plan = ? GROUP BY person ORDER BY first",
            plan.bytes,
        )
        names = self.views.of(Naming).names(uid(row[0]) for row in found)
        return [
            PresenceSeen(PersonId(uid(key)), names[uid(key)], Presence(presence), when(at))
            for key, presence, at, _, _ in found
        ]

    def _last(self, plan: PlanId, turn: str) -> tuple[Any, ...] | None:
        return self.row(
            "SELECT value, until, at, event, authority FROM plan_turn WHERE plan = ? AND turn = ? "
            "ORDER BY position DESC LIMIT 1",
            plan.bytes,
            turn,
        )

    def _plans(self, query: str, *values: object) -> list[PlanSeen]:
        seen = (self.plan(PlanId(uid(key))) for (key,) in self.rows(query, *values))
        return [plan for plan in seen if plan is not None]

    def _lines(self, plan: PlanId) -> tuple[LineSeen, ...]:
        found = self.rows(
            "SELECT line, label, kind, words, money, event, authority, at, MAX(position), "
            "(SELECT MIN(position) FROM plan_line AS f WHERE f.plan = l.plan AND f.line = l.line) "
            "AS first FROM plan_line AS l WHERE plan = ? GROUP BY line ORDER BY first",
            raw(plan),
        )
        standing = [row for row in found if row[1] is not None]
        said = self.words(seal for row in standing for seal in (row[1], row[3]))
        return tuple(
            LineSeen(
                line=LineId(uid(line)),
                label=said.get(label, "…"),
                kind=LineKind(kind),
                value=said.get(words or "") or _money(money),
                money=Money.model_validate_json(money) if money else None,
                since=when(at),
                event=event,
                authority=authority,
            )
            for line, label, kind, words, money, event, authority, at, _, _ in standing
        )


def _turn(  # noqa: PLR0913 -- one row, told whole
    rows: Rows,
    event: PlanMoved | PlanCancelled | RecurrencePlanned,
    position: int,
    turn: str,
    value: str | None = None,
    until: str | None = None,
) -> None:
    key, at = event.originator_id.bytes, moment(event)
    rows["plan_turn"].append(
        (key, turn, position, value, until, event.event_id, event.authority, at)
    )


def _told(row: tuple[Any, ...]) -> Turn:
    _, _, at, event, authority = row
    return Turn(when(at), event, authority)


def _recurrence(row: tuple[Any, ...]) -> Recurrence:
    rhythm, until = row[:2]
    return Recurrence(Rhythm(rhythm), date.fromisoformat(until) if until else None, _told(row))


SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}


def _money(stored: str | None) -> str:
    return in_words(Money.model_validate_json(stored)) if stored else ""


def in_words(money: Money) -> str:
    """An amount as people write it: £80, or £8.50."""
    whole, part = divmod(abs(money.amount), 100)
    sign = "−" if money.amount < 0 else ""
    symbol = SYMBOLS.get(money.currency, f"{money.currency} ")
    return f"{sign}{symbol}{whole:,}" + (f".{part:02}" if part else "")
