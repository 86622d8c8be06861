"""What a right had paid for before, over the time for which its limit counts: added up once."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import cast
from uuid import UUID

from domain.events import Authorised, LineWritten, MandateGranted, PlanMade, TaskAdded
from domain.kinds import Per, Route
from domain.values import EventId, Money
from projections.power.decisions import Decision, ever
from projections.power.evidence import Evidence, Fact

BY_ALL = frozenset({Route.VOTE, Route.CONSENT, Route.CONSENSUS})
Link = LineWritten | PlanMade | TaskAdded
Over = tuple[object, object]
"""Whose spending it is, and over what it is added up: a plan, a month or a year."""


@dataclass
class Account:
    """What was spent by one right over one time, in the order in which it was."""

    places: list[int] = field(default_factory=list)
    sums: list[int] = field(default_factory=list)
    facts: list[tuple[Fact, ...]] = field(default_factory=list)

    def pay(self, place: int, amount: int, facts: tuple[Fact, ...]) -> None:
        """Add one more. A line that is written anew costs what it costs now."""
        self.places.append(place)
        self.sums.append((self.sums[-1] if self.sums else 0) + amount)
        self.facts.append(facts)

    def before(self, place: int) -> int:
        """How many were paid before this one."""
        return bisect_left(self.places, place)

    def sum(self, place: int) -> int:
        """What was paid before this one."""
        many = self.before(place)
        return self.sums[many - 1] if many else 0


class Spending:
    """Every decision that costs something, and every line that a mandate pays for directly."""

    def __init__(self, evidence: Evidence) -> None:
        self._accounts: dict[tuple[Over, str], Account] = defaultdict(Account)
        self._places: dict[EventId, int] = {}
        self._anew: dict[EventId, int] = {}
        self._evidence, self._plans = evidence, _plans(evidence)
        granted = {one.event_id for one in evidence.ever(MandateGranted)}
        lines = [one for one in evidence.ever(LineWritten) if one.authority in granted]
        paid: list[Decision | LineWritten] = [*ever(evidence), *lines]
        told: dict[object, Money] = {}
        for place, one in enumerate(sorted(paid, key=lambda it: _told(it).occurred_at)):
            self._places[_told(one).event_id] = place
            self._pay(place, one, told)

    def before(self, one: Decision | LineWritten, mandate: MandateGranted) -> int:
        """What the same right had paid for, in the currency of its limit, before this."""
        accounts, place = self._counting(one, mandate), self._place(one)
        most = max((account.sum(place) for account in accounts), default=0)
        return most - self._anew.get(_told(one).event_id, 0)

    def behind(self, some: Iterable[tuple[Decision | LineWritten, MandateGranted]]) -> list[Fact]:
        """What was spent before these, each told once."""
        most: dict[int, tuple[Account, int]] = {}
        found: list[Fact] = []
        for one, mandate in some:
            place = self._place(one)
            if mandate.limit and mandate.limit.per is Per.OCCASION:
                found += self._occasions(one)
            for account in self._counting(one, mandate):
                known = most.get(id(account), (account, 0))[1]
                most[id(account)] = account, max(known, account.before(place))
        paid = (some for account, many in most.values() for some in account.facts[:many])
        return [*found, *(fact for some in paid for fact in some)]

    def _place(self, one: Decision | LineWritten) -> int:
        return self._places.get(_told(one).event_id, 0)

    def _counting(self, one: Decision | LineWritten, mandate: MandateGranted) -> list[Account]:
        if mandate.limit is None:
            return []
        currency = mandate.limit.money.currency
        return [
            self._accounts[over, currency]
            for over in self._over(one, mandate.limit.per)
            if (over, currency) in self._accounts
        ]

    def _pay(self, place: int, one: Decision | LineWritten, told: dict[object, Money]) -> None:
        money, earlier = _paid(one), None
        if isinstance(one, LineWritten):
            earlier = told.pop((one.authority, one.line), None)
        if money is None:
            return
        if isinstance(one, LineWritten):
            told[one.authority, one.line] = money
        is_same = earlier is not None and earlier.currency == money.currency
        until_now = abs(earlier.amount) if earlier and is_same else 0
        self._anew[_told(one).event_id] = until_now
        for per in (Per.OCCASION, Per.MONTH, Per.YEAR):
            facts = self._facts(one, per)
            for over in self._over(one, per):
                self._accounts[over, money.currency].pay(
                    place, abs(money.amount) - until_now, facts
                )

    def _over(self, one: Decision | LineWritten, per: Per) -> Iterator[Over]:
        """Where no plan is known, an occasion is this decision alone."""
        event = _told(one)
        is_ours = isinstance(one, Decision) and one.route in BY_ALL
        whose: object = "us" if is_ours else event.authority
        at = event.occurred_at
        match per:
            case Per.YEAR:
                yield whose, at.year
            case Per.MONTH:
                yield whose, (at.year, at.month)
            case Per.OCCASION if isinstance(one, LineWritten):
                yield whose, one.originator_id
            case Per.OCCASION:
                links = self._plans.get(event.event_id, ())
                yield from {(whose, _plan_of(link)): None for link in links}
            case Per.DECISION:
                pass

    def _facts(self, one: Decision | LineWritten, per: Per) -> tuple[Fact, ...]:
        """What tells of a payment, and where it counts by occasions, of which it was for."""
        told = (one,) if isinstance(one, LineWritten) else (one.stream.events[0], one.taken)
        begun = self._evidence.beginnings(told)
        return (*begun, *told, *(self._occasions(one) if per is Per.OCCASION else ()))

    def _occasions(self, one: Decision | LineWritten) -> list[Fact]:
        links = [one] if isinstance(one, LineWritten) else self._plans.get(_told(one).event_id, [])
        return [*self._evidence.beginnings(links), *links]


def amount(one: Decision) -> Money | None:
    """What it costs: as decided, else of the answers that were chosen, else as it was put."""
    if one.taken.amount is not None or one.made is None:
        return one.taken.amount
    chosen = {o.option: o.amount for o in one.made.options if o.option in one.taken.outcome.options}
    prices = [price for price in chosen.values() if price]
    if len({price.currency for price in prices}) == 1:
        return Money(amount=sum(p.amount for p in prices), currency=prices[0].currency)
    return one.made.amount


def _told(one: Decision | LineWritten) -> Authorised:
    return cast("Authorised", one.taken) if isinstance(one, Decision) else one


def _paid(one: Decision | LineWritten) -> Money | None:
    if isinstance(one, LineWritten):
        return None if one.income else one.money
    return amount(one) if one.said_yes else None


def _plan_of(link: Link) -> UUID | None:
    return link.plan if isinstance(link, TaskAdded) else link.originator_id


def _plans(evidence: Evidence) -> dict[EventId, list[Link]]:
    """What shows for which occasions a decision was: plans, lines and jobs that rest on it."""
    found: dict[EventId, list[Link]] = defaultdict(list)
    some: Iterable[Link] = chain(
        evidence.ever(LineWritten), evidence.ever(PlanMade), evidence.ever(TaskAdded)
    )
    for event in some:
        if event.authority and _plan_of(event):
            found[event.authority].append(event)
    return found
