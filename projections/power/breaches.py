"""What was decided beyond a right, whoever did so: staff, or the committee itself."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum

from domain.events import MandateGranted, ReferralAnswered, StepInApplied
from domain.kinds import Domain, Route, Say
from domain.values import MandateHolder
from projections.power.deciders import By, decided_by
from projections.power.decisions import Decision
from projections.power.evidence import Evidence, Fact
from projections.power.rights import Rights
from projections.power.roles import roles
from projections.power.spending import BY_ALL, Spending, amount

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
        self._spending = evidence.once(Spending)

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
        held = ((one, self._held_against(one)) for one in told)
        limited = [(o, right) for o, right in held if isinstance(right, MandateGranted)]
        spent = self._spending.behind(limited)
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
        before = self._spending.before(one, mandate)
        if cost.currency != limit.currency or before + abs(cost.amount) > limit.amount:
            yield Breach.OVER_LIMIT

    def _held_against(self, one: Decision) -> Fact | None:
        by_all = one.route in BY_ALL
        return self._own_mandate(one.taken.occurred_at) if by_all else self._rights.cited(one.taken)

    def _own_mandate(self, at: datetime) -> MandateGranted | None:
        """What the committee itself may decide, as it was agreed last."""
        own = [
            one
            for one in self._mandates
            if one.holder.committee == self._evidence.committee and self._rights.gives(one, at)
        ]
        return own[-1] if own else None


def _may(one: Decision, say: Say | None) -> bool:
    """Alone: yes. Agreed with others: they were among those who decided, or were asked first.

    Referred: those asked have answered first.
    """
    if say is None or say is Say.ALONE:
        return say is Say.ALONE
    answers = one.stream.only(ReferralAnswered)
    asked = any(o.originator_version < one.taken.originator_version for o in answers)
    return asked or (say is Say.AGREE and decided_by(one) is By.TOGETHER)
