"""What was decided beyond a right, whoever did so: staff, or the committee itself."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from domain.events import MandateGranted, ReferralAnswered, StepInApplied
from domain.kinds import Domain, Per, Route, Say
from domain.values import MandateHolder, Money
from projections.power.deciders import By, decided_by
from projections.power.decisions import Decision, ever
from projections.power.evidence import Evidence, Fact
from projections.power.rights import Rights
from projections.power.roles import roles

BY_ALL = frozenset({Route.VOTE, Route.CONSENT, Route.CONSENSUS})
NEEDS_A_RIGHT = frozenset(
    {
        *(Route.DELEGATED_MEMBER, Route.DELEGATED_JOINT, Route.DELEGATED_STAFF),
        *(Route.URGENT, Route.STEP_IN, Route.STAFF_ALONE),
    }
)


class Breach(StrEnum):
    """In which way a decision went beyond a right."""

    NO_RIGHT = "no right named"
    OUT_OF_TIME = "the right did not hold then"
    NOT_THEIRS = "somebody else’s right"
    OUT_OF_SCOPE = "about something else"
    OVER_LIMIT = "over the limit"


class Breaches:
    """Holds every decision against the mandate by which it was taken."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence, self._rights = evidence, evidence.once(Rights)
        self._roles = evidence.once(roles)
        self._mandates = list(evidence.ever(MandateGranted))
        self._ever = ever(evidence)

    def of(self, one: Decision) -> list[Breach]:
        """In which ways it went beyond; none where it did not, or nobody can tell."""
        if one.route in BY_ALL:
            own = self._own_mandate(one.taken.occurred_at)
            return list(self._beyond(one, own)) if own and one.said_yes else []
        if one.route not in NEEDS_A_RIGHT:
            return []
        cited = self._rights.cited(one.taken)
        if cited is None or one.route is Route.STAFF_ALONE:
            return [Breach.NO_RIGHT]
        return list(self._against(one, cited))

    def behind(self, taken: Iterable[Decision]) -> list[Fact]:
        """What tells of their rights: mandates, who held which role, what was spent before."""
        group, told = self._evidence.streams.get(self._evidence.committee), list(taken)
        first = group.events[:1] if group else []
        later = [fact for one in self._mandates for fact in self._rights.ends(one)]
        cited = [fact for one in told for fact in self._rights.whole(one.taken)]
        spent = [fact for one in told for fact in self._spending(one)]
        return [*first, *self._mandates, *later, *self._roles.all, *cited, *spent]

    def _against(self, one: Decision, cited: Fact) -> Iterator[Breach]:
        if not self._rights.holds(one.taken):
            yield Breach.OUT_OF_TIME
        match cited:
            case MandateGranted():
                if not self._is_theirs(one, cited.holder):
                    yield Breach.NOT_THEIRS
                yield from self._beyond(one, cited)
            case StepInApplied() if cited.touches and one.stream.id not in cited.touches:
                yield Breach.OUT_OF_SCOPE

    def _is_theirs(self, one: Decision, holder: MandateHolder) -> bool:
        """Whether one of those who decided may use it; where nobody is named, nobody can tell."""
        if holder.committee is not None:
            return holder.committee == self._evidence.committee
        may = {holder.person} if holder.person else set()
        if holder.role is not None:
            may |= self._roles.holders(holder.role, one.taken.occurred_at)
        return not one.deciders or bool(may.intersection(one.deciders))

    def _beyond(self, one: Decision, mandate: MandateGranted) -> Iterator[Breach]:
        cost, says = amount(one), {said.domain: said.say for said in mandate.says}
        about = {one.domain} - {Domain.NOT_STATED}
        if cost and mandate.limit is None:  # a limit lets people spend up to it
            about.add(Domain.MONEY)
        if says and not all(_may(one, says.get(domain)) for domain in about):
            yield Breach.OUT_OF_SCOPE
        if mandate.limit is None or cost is None or not one.said_yes:
            return
        limit = mandate.limit.money
        before = (abs(paid.amount) for o in self._before(one, mandate) if (paid := amount(o)))
        if cost.currency != limit.currency or sum(before) + abs(cost.amount) > limit.amount:
            yield Breach.OVER_LIMIT

    def _before(self, one: Decision, mandate: MandateGranted) -> Iterator[Decision]:
        """What the same right had allowed before, in the time over which its limit counts."""
        per = mandate.limit.per if mandate.limit else Per.DECISION
        for other in self._ever:
            if other.stream is one.stream:
                return
            if one.route in BY_ALL:
                is_same = other.route in BY_ALL
            else:
                is_same = other.taken.authority == mandate.event_id
            if is_same and other.said_yes and amount(other) and _together(other, one, per):
                yield other

    def _spending(self, one: Decision) -> list[Fact]:
        by_all = one.route in BY_ALL
        at = one.taken.occurred_at
        right = self._own_mandate(at) if by_all else self._rights.cited(one.taken)
        if not isinstance(right, MandateGranted) or right.limit is None:
            return []
        return [fact for o in self._before(one, right) for fact in (o.stream.events[0], o.taken)]

    def _own_mandate(self, at: datetime) -> MandateGranted | None:
        """What the committee itself may decide, as it was agreed last."""
        own = [
            one
            for one in self._mandates
            if one.holder.committee == self._evidence.committee and self._rights.gives(one, at)
        ]
        return own[-1] if own else None


def amount(one: Decision) -> Money | None:
    """What it costs: as decided, else of the answers that were chosen, else as it was put."""
    if one.taken.amount is not None or one.made is None:
        return one.taken.amount
    chosen = {o.option: o.amount for o in one.made.options if o.option in one.taken.outcome.options}
    prices = [price for price in chosen.values() if price]
    if len({price.currency for price in prices}) == 1:
        return Money(amount=sum(p.amount for p in prices), currency=prices[0].currency)
    return one.made.amount


def _may(one: Decision, say: Say | None) -> bool:
    """Alone: yes. Agreed with others: they were among those who decided, or were asked first.

    Referred: those asked have answered first.
    """
    if say is None or say is Say.ALONE:
        return say is Say.ALONE
    answers = one.stream.only(ReferralAnswered)
    asked = any(o.originator_version < one.taken.originator_version for o in answers)
    return asked or (say is Say.AGREE and decided_by(one) is By.TOGETHER)


def _together(one: Decision, other: Decision, per: Per) -> bool:
    """Whether two decisions count towards one limit. Of an occasion, a decision does not tell."""
    first, second = one.taken.occurred_at, other.taken.occurred_at
    if per is Per.YEAR:
        return first.year == second.year
    return per is Per.MONTH and (first.year, first.month) == (second.year, second.month)
