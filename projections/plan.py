"""Occasions and what holds for them, each line with the right it was written by."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from domain.events import LineDropped, LineWritten, PlanMade
from domain.ids import CommitteeId, LineId, PlanId
from domain.kinds import LineKind
from domain.values import EventId, LocalMoment, Money
from projections.naming import Naming
from projections.read_model import ReadModel, Rows, moment, on, question, raw, uid, when


@dataclass(frozen=True, slots=True)
class LineSeen:
    """One line of a plan, as it holds now."""

    line: LineId
    label: str
    kind: LineKind
    value: str
    money: Money | None
    since: datetime
    event: EventId
    authority: EventId | None


@dataclass(frozen=True, slots=True)
class PlanSeen:
    """An occasion and its lines."""

    plan: PlanId
    committee: CommitteeId
    title: str
    on: LocalMoment | None
    event: EventId
    authority: EventId | None
    lines: tuple[LineSeen, ...]


class Plans(ReadModel):
    """Plans and the history of every line."""

    NAME = "plan"
    TABLES: ClassVar[dict[str, str]] = {
        "plan": (
            "(plan BLOB PRIMARY KEY, committee BLOB, day TEXT, taking_place TEXT, event TEXT, "
            "authority TEXT, at INTEGER, position INTEGER) WITHOUT ROWID"
        ),
        "plan_line": (
            "(plan BLOB, line BLOB, position INTEGER, label TEXT, kind TEXT, words TEXT, "
            "money TEXT, event TEXT, authority TEXT, at INTEGER, "
            "PRIMARY KEY (plan, line, position)) WITHOUT ROWID"
        ),
    }
    INDEXES = ("plan_committee ON plan (committee, day, position)",)

    @on(PlanMade)
    def made(self, event: PlanMade, position: int, rows: Rows) -> None:
        rows["plan"].append(
            (
                event.originator_id.bytes,
                event.committee.bytes,
                event.on and event.on.day.isoformat(),
                event.on and event.on.model_dump_json(),
                event.event_id,
                event.authority,
                moment(event),
                position,
            )
        )

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
            "SELECT plan FROM plan WHERE committee = ? ORDER BY day IS NULL, day, position",
            committee.bytes,
        )

    @question
    def ahead(self, committee: CommitteeId, today: date) -> list[PlanSeen]:
        """A committee's plans from this day on, by their day; those without a day last."""
        dated = self._plans(
            "SELECT plan FROM plan WHERE committee = ? AND day >= ? ORDER BY day, position",
            committee.bytes,
            today.isoformat(),
        )
        undated = "SELECT plan FROM plan WHERE committee = ? AND day IS NULL ORDER BY position"
        return dated + self._plans(undated, committee.bytes)

    @question
    def past(self, committee: CommitteeId, today: date, limit: int) -> list[PlanSeen]:
        """A committee's last plans before this day, the latest first."""
        return self._plans(
            "SELECT plan FROM plan WHERE committee = ? AND day < ? "
            "ORDER BY day DESC, position DESC LIMIT ?",
            committee.bytes,
            today.isoformat(),
            limit,
        )

    @question
    def plan(self, plan: PlanId) -> PlanSeen | None:
        """One plan and its lines as they hold now, in the order they were first written."""
        found = self.row(
            "SELECT committee, taking_place, event, authority FROM plan WHERE plan = ?", plan.bytes
        )
        if found is None:
            return None
        committee, on_, event, authority = found
        return PlanSeen(
            plan=plan,
            committee=CommitteeId(uid(committee)),
            title=self.views.of(Naming).name(plan),
            on=LocalMoment.model_validate_json(on_) if on_ else None,
            event=event,
            authority=authority,
            lines=self._lines(plan),
        )

    @question
    def taking_place(self, plan: PlanId) -> LocalMoment | None:
        """When an occasion is."""
        found = self.row("SELECT taking_place FROM plan WHERE plan = ?", plan.bytes)
        return LocalMoment.model_validate_json(found[0]) if found and found[0] else None

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


SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}


def _money(stored: str | None) -> str:
    return in_words(Money.model_validate_json(stored)) if stored else ""


def in_words(money: Money) -> str:
    """An amount as people write it: £80, or £8.50."""
    whole, part = divmod(abs(money.amount), 100)
    sign = "−" if money.amount < 0 else ""
    symbol = SYMBOLS.get(money.currency, f"{money.currency} ")
    return f"{sign}{symbol}{whole:,}" + (f".{part:02}" if part else "")
