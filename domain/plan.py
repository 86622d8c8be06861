"""An occasion and its lines. No line changes without a right to change it."""

from dataclasses import replace
from datetime import date
from typing import assert_never

from domain.act import Act
from domain.aggregate import Aggregate
from domain.authority import Authority, Change
from domain.errors import Malformed, NotFound, NotOpen
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
from domain.kinds import Domain, LineKind, Presence, Rhythm
from domain.sealed import Sealed
from domain.values import EventId, LocalMoment, Money

PlanEvent = (
    PlanMade
    | PlanMoved
    | PlanCancelled
    | RecurrencePlanned
    | LineWritten
    | LineDropped
    | PresenceNoted
)

ABOUT = {
    LineKind.WHERE: Domain.PLACE,
    LineKind.MONEY: Domain.MONEY,
    LineKind.PEOPLE: Domain.PEOPLE,
    LineKind.SAFETY: Domain.SAFETY,
}
"""What a line of this kind is about; every other one is about the programme."""


class Plan(Aggregate):
    """What holds for one occasion."""

    STREAM = "plan"
    WHAT = "plan"
    committee: CommitteeId

    @classmethod
    def make(  # noqa: PLR0913 -- a plan is told with all of this
        cls,
        act: Act,
        committee: CommitteeId,
        title: Sealed,
        authority: Authority,
        on: LocalMoment | None = None,
        *,
        template: "Plan | None" = None,
        like: "Plan | None" = None,
    ) -> "Plan":
        """Plan an occasion: from nothing, from a template, or like one before, line by line."""
        for other in (template, like):
            if other is not None and other.committee != committee:
                raise Malformed("The other plan belongs to another committee.")
        plan = cls.begin(act)
        plan.record(
            PlanMade,
            act,
            committee=committee,
            title=title,
            on=on,
            template=template and PlanId(template.id),
            like=like and PlanId(like.id),
            authority=authority.to_plan(_change(plan, committee)),
        )
        earlier = like or template
        if earlier is not None and not act.is_import:
            for line in earlier.lines.values():
                plan.write_line(
                    act,
                    None,
                    line.label,
                    authority,
                    kind=line.kind,
                    words=line.words,
                    money=line.money,
                    income=line.income,
                )
        return plan

    def move(self, act: Act, on: LocalMoment, authority: Authority) -> None:
        """Say that it is at another time."""
        self.must_happen(act)
        if on == self.on:
            return
        self.record(PlanMoved, act, on=on, authority=self._cited(authority))

    def cancel(self, act: Act, authority: Authority) -> None:
        """Say that it does not happen. Its jobs stay until they are dropped, one by one."""
        if self.is_cancelled:
            return
        self.record(PlanCancelled, act, authority=self._cited(authority))

    def recur(
        self, act: Act, rhythm: Rhythm, authority: Authority, until: date | None = None
    ) -> None:
        """Say that it comes back, and how often."""
        self.must_happen(act)
        if self.on is None:
            raise Malformed("Say first on which day it is. Then it can come back.")
        if until is not None and until <= self.on.day:
            raise Malformed("The last day has to come after the first one.")
        if (rhythm, until) == self.recurs:
            return
        cited = self._cited(authority)
        self.record(RecurrencePlanned, act, rhythm=rhythm, until=until, authority=cited)

    def note_presence(self, act: Act, person: PersonId, presence: Presence) -> None:
        """Say that somebody came, or went home; or that it was wrong to say so."""
        self.must_happen(act)
        if presence is Presence.AWAY and person not in self.presence and not act.is_import:
            raise NotOpen("Nobody said that this person was there.")
        if self.presence.get(person) is presence:
            return
        self.record(PresenceNoted, act, person=person, presence=presence)

    def write_line(  # noqa: PLR0913 -- a line has these parts
        self,
        act: Act,
        line: LineId | None,
        label: Sealed,
        authority: Authority,
        *,
        kind: LineKind = LineKind.NOT_STATED,
        words: Sealed | None = None,
        money: Money | None = None,
        income: bool | None = None,
    ) -> LineId:
        """Settle something, or settle it anew under the same line."""
        self.must_happen(act)
        if words is None and money is None:
            raise Malformed("A line of the plan needs words or an amount of money.")
        if income and money is None:
            raise Malformed("Say how much money comes in.")
        name = line or LineId(act.fresh(self.lines))
        self.record(
            LineWritten,
            act,
            line=name,
            label=label,
            kind=kind,
            words=words,
            money=money,
            income=income or None,
            authority=self._cited(authority, name, kind, money, income=bool(income)),
        )
        return name

    def drop_line(self, act: Act, line: LineId, authority: Authority) -> None:
        """Take a line out of the plan."""
        self.must_happen(act)
        if line not in self.lines:
            raise NotFound("There is no such line in this plan.")
        cited = self._cited(authority, line, self.lines[line].kind)
        self.record(LineDropped, act, line=line, authority=cited)

    def must_happen(self, act: Act) -> None:
        """Refuse what makes no sense once the occasion is cancelled."""
        if self.is_cancelled and not act.is_import:
            raise NotOpen("This was cancelled. You can make a new plan that is like it.")

    def _cited(
        self,
        authority: Authority,
        line: LineId | None = None,
        kind: LineKind = LineKind.NOT_STATED,
        money: Money | None = None,
        *,
        income: bool = False,
    ) -> EventId | None:
        cost = None if income else money
        beside = sum(
            abs(other.money.amount)
            for name, other in self.lines.items()
            if name != line
            and other.authority == authority.event
            and cost
            and other.money
            and not other.income
            and other.money.currency == cost.currency
        )
        change = _change(self, self.committee, kind, cost, beside)
        if money:
            change = replace(change, about=change.about | {Domain.MONEY})
        return authority.to_plan(replace(change, about=change.about | self._until_now(line)))

    def _until_now(self, line: LineId | None) -> frozenset[Domain]:
        """What a line is about as it stands: no other kind, and no other sum, hides it."""
        if line is None or line not in self.lines:
            return frozenset()
        known = self.lines[line]
        return _about(known.kind) | (frozenset([Domain.MONEY]) if known.money else frozenset())

    def when(self, event: PlanEvent) -> None:
        match event:
            case PlanMade():
                self.committee, self.on = event.committee, event.on
                self.recurs: tuple[Rhythm, date | None] | None = None
                self.lines: dict[LineId, LineWritten] = {}
                self.presence: dict[PersonId, Presence] = {}
                self.is_cancelled = False
            case PlanMoved():
                self.on = event.on
            case PlanCancelled():
                self.is_cancelled = True
            case RecurrencePlanned():
                self.recurs = (event.rhythm, event.until)
            case PresenceNoted():
                self.presence[event.person] = event.presence
            case LineWritten():
                self.lines[event.line] = event
            case LineDropped():
                self.lines.pop(event.line, None)
            case _:
                assert_never(event)


def _change(
    plan: Plan,
    committee: CommitteeId,
    kind: LineKind = LineKind.NOT_STATED,
    money: Money | None = None,
    beside: int = 0,
) -> Change:
    """What a right is asked for when this plan is to change."""
    return Change(committee, frozenset([plan.id]), _about(kind), money, beside)


def _about(kind: LineKind) -> frozenset[Domain]:
    return frozenset([ABOUT.get(kind, Domain.PROGRAMME)])
