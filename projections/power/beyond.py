"""Everything that went beyond a right, decided or just done, in both directions.

Staff can go beyond what the committee allows them, and the committee beyond what it may decide.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.events import (
    Authorised,
    DecisionTaken,
    LineWritten,
    MandateGranted,
    ProposalMade,
    StepInApplied,
    TaskAdded,
)
from domain.kinds import Domain, LineKind, Say, Seat
from domain.plan import ABOUT
from domain.values import EventId
from projections.power.breaches import Breach, Breaches
from projections.power.deciders import By, decided_by
from projections.power.decisions import Decision, decisions
from projections.power.evidence import Evidence
from projections.power.rights import Rights
from projections.power.roles import roles
from projections.power.spending import BY_ALL, Spending

GROUPS = {Seat.STAFF: "staff", Seat.MEMBER: "members"}
KINDS: tuple[type[Authorised], ...] = tuple(
    kind for kind in Authorised.__subclasses__() if kind is not DecisionTaken
)


@dataclass(frozen=True, slots=True)
class Beyond:
    """One thing that was decided or done beyond a right, by whom, and in which ways."""

    event: Authorised
    whose: str
    ways: tuple[Breach, ...]

    @property
    def right(self) -> EventId | None:
        """What it cites."""
        return self.event.authority


def beyond(evidence: Evidence) -> list[Beyond]:
    """All of it that lies in the window, in the order in which it happened."""
    breaches, acts = evidence.once(Breaches), Acts(evidence)
    decided = (
        Beyond(one.taken, whose(one), tuple(ways))
        for one in decisions(evidence)
        if (ways := breaches.of(one))
    )
    return sorted([*decided, *acts.beyond()], key=lambda one: one.event.occurred_at)


def whose(one: Decision) -> str:
    """Who went beyond, by a decision."""
    if one.route in BY_ALL:
        return "the committee"
    return {By.STAFF: "staff", By.MEMBERS: "members"}.get(decided_by(one), "others")


class Acts:
    """Holds what was done on the strength of a mandate or a step-in against it."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence, self._rights = evidence, evidence.once(Rights)
        self._roles, self._spending = evidence.once(roles), evidence.once(Spending)
        self._given: dict[EventId, MandateGranted | StepInApplied] = {}
        self._given |= {one.event_id: one for one in evidence.ever(MandateGranted)}
        self._given |= {one.event_id: one for one in evidence.ever(StepInApplied)}

    def beyond(self) -> Iterator[Beyond]:
        """What went beyond; a decision is held against its right elsewhere."""
        for kind in KINDS:
            for event in self._evidence.of(kind):
                if ways := tuple(self._ways(event)):
                    yield Beyond(event, self._whose(event), ways)

    def _ways(self, event: Authorised) -> Iterator[Breach]:
        cited = self._given.get(event.authority) if event.authority else None
        if cited is None:
            if isinstance(event, LineWritten) and self._costs_more(event):
                yield Breach.OVER_LIMIT
            return
        if not self._rights.gives(cited, event.occurred_at):
            yield Breach.OUT_OF_TIME
        if not self._is_theirs(event, cited):
            yield Breach.NOT_THEIRS
        if isinstance(cited, StepInApplied):
            if cited.touches and not set(cited.touches) & self._touched(event):
                yield Breach.OUT_OF_SCOPE
        else:
            yield from self._over(event, cited)

    def _is_theirs(self, event: Authorised, cited: MandateGranted | StepInApplied) -> bool:
        """Where nobody is named as doing it, nobody can tell."""
        if isinstance(event.actor, str):
            return True
        if isinstance(cited, StepInApplied):
            return cited.person in (None, event.actor)
        holder = cited.holder
        if holder.committee is not None:
            return True
        may = {holder.person} if holder.person else set()
        if holder.role is not None:
            may |= self._roles.holders(holder.role, event.occurred_at)
        return event.actor in may

    def _over(self, event: Authorised, mandate: MandateGranted) -> Iterator[Breach]:
        """What kind of line it is, if that is told, and what it costs."""
        if not isinstance(event, LineWritten):
            return
        alone = {said.domain for said in mandate.says if said.say is Say.ALONE}
        about = set() if event.kind is LineKind.NOT_STATED else {_domain(event.kind)}
        if event.money and mandate.limit is None:
            about.add(Domain.MONEY)
        if mandate.says and not about <= alone:
            yield Breach.OUT_OF_SCOPE
        if event.money is None or event.income or mandate.limit is None:
            return
        limit, spent = mandate.limit.money, abs(event.money.amount)
        before = self._spending.before(event, mandate)
        if event.money.currency != limit.currency or before + spent > limit.amount:
            yield Breach.OVER_LIMIT

    def _costs_more(self, event: LineWritten) -> bool:
        """Whether the lines of a plan cost more by then than the idea said that allowed them.

        An idea with several answers names no cost that binds.
        """
        taken = self._evidence.known(event.authority) if event.authority else None
        idea = self._evidence.streams.get(taken.originator_id) if taken else None
        made = idea.first(ProposalMade) if idea and isinstance(taken, DecisionTaken) else None
        costs = event.money is not None and not event.income
        if not costs or made is None or made.amount is None or made.options:
            return False
        until = self._evidence.streams[event.originator_id].only(LineWritten)
        told = [one for one in until if one.originator_version <= event.originator_version]
        last = {one.line: one for one in told}.values()
        cost = [one for one in last if one.authority == event.authority and not one.income]
        paid = [one.money for one in cost if one.money]
        same = all(one.currency == made.amount.currency for one in paid)
        return not same or sum(abs(one.amount) for one in paid) > made.amount.amount

    def _touched(self, event: Authorised) -> set[object]:
        """The thing itself; a job also belongs to its plan."""
        stream = self._evidence.streams.get(event.originator_id)
        job = stream.first(TaskAdded) if stream else None
        return {event.originator_id, job.plan if job else None}

    def _whose(self, event: Authorised) -> str:
        seat = self._evidence.seats.seat(event.actor, event.occurred_at)
        return GROUPS.get(seat, "others") if seat else "others"


def _domain(kind: LineKind) -> Domain:
    return ABOUT.get(kind, Domain.PROGRAMME)
