"""Occasions and what holds for them, each line with the right it was written by."""

from datetime import date, datetime
from typing import Any

from domain.ids import CommitteeId, LineId, PersonId, PlanId
from domain.kinds import LineKind, Presence, Rhythm
from domain.values import LocalMoment, Money
from projections.naming import Naming
from projections.plan_seen import LineSeen, PlanSeen, PresenceSeen, Recurrence, Turn
from projections.plan_steps import PlanSteps
from projections.read_model import question, raw, uid, when
from projections.stops import Stop

__all__ = ["LineSeen", "PlanSeen", "Plans", "PresenceSeen", "Recurrence", "Turn", "in_words"]

_DATED = (
    "SELECT plan FROM plan_dated AS d WHERE committee = ?1 AND at <= ?2 AND position <= ?3 "
    "AND NOT EXISTS (SELECT 1 FROM plan_dated AS n WHERE n.plan = d.plan "
    "AND n.position > d.position AND n.at <= ?2 AND n.position <= ?3)"
)
"""Each occasion on the day that it was for then, and not on those that it had been for before."""


class Plans(PlanSteps):
    """Occasions, what holds for each of them, and who came; now, and at any stop in time."""

    @question
    def plans(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[PlanSeen]:
        """A committee's plans by their day; those without a day last."""
        return self._plans("ORDER BY day IS NULL, day, made", Stop(at, known), committee)

    @question
    def ahead(
        self,
        committee: CommitteeId,
        today: date,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[PlanSeen]:
        """A committee's plans from this day on, by their day; those without a day last."""
        stop, day = Stop(at, known), today.isoformat()
        dated = self._plans("AND day >= ? ORDER BY day, made", stop, committee, day)
        return dated + self._plans("AND day IS NULL ORDER BY made", stop, committee)

    @question
    def past(  # noqa: PLR0913 -- which of them, and of when
        self,
        committee: CommitteeId,
        today: date,
        limit: int,
        skip: int = 0,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[PlanSeen]:
        """A committee's last plans before this day, the latest first."""
        return self._plans(
            "AND day < ? ORDER BY day DESC, made DESC LIMIT ? OFFSET ?",
            Stop(at, known),
            committee,
            today.isoformat(),
            limit,
            skip,
        )

    @question
    def plan(
        self, plan: PlanId, at: datetime | None = None, known: int | None = None
    ) -> PlanSeen | None:
        """One plan and its lines, in the order they were first written."""
        stop = Stop(at, known)
        found = self.row(
            "SELECT committee, event, authority FROM plan "
            "WHERE plan = ? AND at <= ? AND position <= ?",
            plan.bytes,
            *stop.bounds,
        )
        if found is None:
            return None
        committee, event, authority = found
        template, like = self.row(
            "SELECT template, same_as FROM plan_pattern WHERE plan = ?", plan.bytes
        ) or (None, None)
        moved, cancelled = self._last(plan, "moved", stop), self._last(plan, "cancelled", stop)
        recurs = self._last(plan, "comes back", stop)
        return PlanSeen(
            plan=plan,
            committee=CommitteeId(uid(committee)),
            title=self.views.of(Naming).name(plan, *stop),
            on=self.taking_place(plan, *stop),
            event=event,
            authority=authority,
            lines=self._lines(plan, stop),
            template=PlanId(uid(template)) if template else None,
            like=PlanId(uid(like)) if like else None,
            moved=_told(moved) if moved else None,
            cancelled=_told(cancelled) if cancelled else None,
            recurs=_recurrence(recurs) if recurs else None,
        )

    @question
    def taking_place(
        self, plan: PlanId, at: datetime | None = None, known: int | None = None
    ) -> LocalMoment | None:
        """When an occasion is, wherever it was moved to."""
        stop = Stop(at, known)
        found = self._last(plan, "moved", stop) or self.row(
            "SELECT taking_place FROM plan WHERE plan = ? AND at <= ? AND position <= ?",
            plan.bytes,
            *stop.bounds,
        )
        return LocalMoment.model_validate_json(found[0]) if found and found[0] else None

    @question
    def is_cancelled(
        self, plan: PlanId, at: datetime | None = None, known: int | None = None
    ) -> bool:
        """Whether an occasion does not happen. The jobs on it stay until they are dropped."""
        return self._last(plan, "cancelled", Stop(at, known)) is not None

    @question
    def changed(
        self, plan: PlanId, at: datetime | None = None, known: int | None = None
    ) -> list[datetime]:
        """When something about an occasion was settled, each moment once, the first one first."""
        found = self.rows(
            "SELECT at FROM (SELECT at, position FROM plan WHERE plan = ?1 "
            "UNION ALL SELECT at, position FROM plan_line WHERE plan = ?1 "
            "UNION ALL SELECT at, position FROM plan_turn WHERE plan = ?1) "
            "WHERE at <= ?2 AND position <= ?3 GROUP BY at ORDER BY at",
            plan.bytes,
            *Stop(at, known).bounds,
        )
        return [when(moment) for (moment,) in found]

    @question
    def presence(
        self, plan: PlanId, at: datetime | None = None, known: int | None = None
    ) -> list[PresenceSeen]:
        """Who came to an occasion, and who went home again, in the order in which they came.

        Not of whom this was said by mistake, and put right.
        """
        found = self.rows(
            "SELECT person, presence, at, MAX(position), (SELECT MIN(position) FROM plan_presence "
            "AS f WHERE f.plan = p.plan AND f.person = p.person) AS first "
            "FROM plan_presence AS p WHERE plan = ? AND at <= ? AND position <= ? "
            "GROUP BY person ORDER BY first",
            plan.bytes,
            *Stop(at, known).bounds,
        )
        names = self.views.of(Naming).names(uid(row[0]) for row in found)
        return [
            PresenceSeen(PersonId(uid(key)), names[uid(key)], Presence(presence), when(at))
            for key, presence, at, _, _ in found
            if presence != Presence.AWAY
        ]

    def _last(self, plan: PlanId, turn: str, stop: Stop) -> tuple[Any, ...] | None:
        return self.row(
            "SELECT value, day, at, event, authority FROM plan_turn WHERE plan = ? AND turn = ? "
            "AND at <= ? AND position <= ? ORDER BY position DESC LIMIT 1",
            plan.bytes,
            turn,
            *stop.bounds,
        )

    def _plans(
        self, which: str, stop: Stop, committee: CommitteeId, *values: object
    ) -> list[PlanSeen]:
        found = self.rows(f"{_DATED} {which}", committee.bytes, *stop.bounds, *values)
        seen = (self.plan(PlanId(uid(key)), *stop) for (key,) in found)
        return [plan for plan in seen if plan is not None]

    def _lines(self, plan: PlanId, stop: Stop) -> tuple[LineSeen, ...]:
        found = self.rows(
            "SELECT line, label, kind, words, money, income, event, authority, at, MAX(position), "
            "(SELECT MIN(position) FROM plan_line AS f WHERE f.plan = l.plan AND f.line = l.line) "
            "AS first FROM plan_line AS l WHERE plan = ? AND at <= ? AND position <= ? "
            "GROUP BY line ORDER BY first",
            raw(plan),
            *stop.bounds,
        )
        standing = [row for row in found if row[1] is not None]
        said = self.words(seal for row in standing for seal in (row[1], row[3]))
        return tuple(
            LineSeen(
                line=LineId(uid(line)),
                label=said.get(label, "…"),
                kind=LineKind(kind),
                value=said.get(words or "") or _money(money, is_income=bool(income)),
                money=Money.model_validate_json(money) if money else None,
                since=when(at),
                event=event,
                authority=authority,
            )
            for line, label, kind, words, money, income, event, authority, at, _, _ in standing
        )


def _told(row: tuple[Any, ...]) -> Turn:
    _, _, at, event, authority = row
    return Turn(when(at), event, authority)


def _recurrence(row: tuple[Any, ...]) -> Recurrence:
    rhythm, until = row[:2]
    return Recurrence(Rhythm(rhythm), date.fromisoformat(until) if until else None, _told(row))


SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}


def _money(stored: str | None, *, is_income: bool) -> str:
    if not stored:
        return ""
    return f"{in_words(Money.model_validate_json(stored))}{' comes in' if is_income else ''}"


def in_words(money: Money) -> str:
    """An amount as people write it: £80, or £8.50."""
    whole, part = divmod(abs(money.amount), 100)
    sign = "−" if money.amount < 0 else ""
    symbol = SYMBOLS.get(money.currency, f"{money.currency} ")
    return f"{sign}{symbol}{whole:,}" + (f".{part:02}" if part else "")
