"""By which right something is changed: the grant that an event cites."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from domain.errors import NoAuthority
from domain.ids import CommitteeId, RuleId
from domain.kinds import Domain, Per, Route
from domain.values import EventId, Limit, Money
from domain.voting.rule import Rule


class Ground(StrEnum):
    """What kind of event a right comes from."""

    FOUNDING = "founding"
    DECISION = "decision"
    ALONE = "decided by some alone"
    MANDATE = "mandate"
    STEP_IN = "step-in"
    NONE_STATED = "none stated"


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """How a question is decided, and the event by which the committee adopted it.

    A history kept elsewhere may bring terms for one vote only: no rule of the committee's.
    """

    terms: Rule
    rule: RuleId | None = None
    adopted: EventId | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody is about to alter, as far as a right asks for it.

    ``streams`` are the things that a step-in would have to name, one of them. ``beside`` is what
    the same right has allowed on this occasion already, in the same currency.
    """

    committee: CommitteeId
    streams: frozenset[UUID]
    about: frozenset[Domain]
    amount: Money | None = None
    beside: int = 0

    @property
    def domains(self) -> frozenset[Domain]:
        """What it is about; whatever costs money is about money as well."""
        return self.about | {Domain.MONEY} if self.amount else self.about


@dataclass(frozen=True, slots=True)
class Within:
    """How far a mandate or a step-in goes, and what remains to whoever needs more."""

    otherwise: str
    domains: frozenset[Domain] | None = None
    limit: Limit | None = None
    streams: frozenset[UUID] | None = None
    agree: frozenset[Domain] = frozenset()
    refer: frozenset[Domain] = frozenset()
    what: str = "they may spend alone"

    def must_hold(self, change: Change) -> None:
        """Refuse a change that lies beyond."""
        if self.streams is not None and not self.streams & change.streams:
            raise NoAuthority(f"This step-in is not about this. {self.otherwise}")
        if self.domains is not None:
            self._must_cover(change.domains, self.domains)
        if self.limit and change.amount and is_over(self.limit, change.amount, change.beside):
            raise NoAuthority(f"This is more money than {self.what}. {self.otherwise}")

    def _must_cover(self, about: frozenset[Domain], alone: frozenset[Domain]) -> None:
        if about & self.refer:
            raise NoAuthority(f"The trustees decide this. {self.otherwise}")
        if about & self.agree:
            raise NoAuthority(f"All of us have to agree to this first. {self.otherwise}")
        if not about <= alone:
            raise NoAuthority(f"We did not agree that this is decided alone. {self.otherwise}")


def is_over(limit: Limit, amount: Money, beside: int) -> bool:
    """Whether a limit is passed, as far as one change can tell; the audit adds up the rest."""
    if amount.currency != limit.money.currency:
        return True
    spent = abs(amount.amount) + (0 if limit.per is Per.DECISION else beside)
    return spent > limit.money.amount


@dataclass(frozen=True, slots=True)
class Authority:
    """A right, as the stream it comes from tells it. Only that stream can make one.

    A founding allows to seat people, fill roles, and adopt the first rule and mandate; it never
    allows a plan or a task. A decision of the committee allows what the committee may do. A mandate
    allows its holder the same within its domains and limit, and a step-in allows whoever stepped in
    to change what it is about, until it ends. What makes others powerful or takes a seat away –
    rules, mandates, removals – is for the committee itself: what some decided alone for it, by a
    mandate, in a hurry or by no stated way, allows less than what it decided.
    """

    committee: CommitteeId
    ground: Ground
    event: EventId | None
    within: Within | None = None
    route: Route | None = None
    """How it was decided, where it comes from a decision."""

    @classmethod
    def none_stated(cls, committee: CommitteeId) -> "Authority":
        """For a history kept elsewhere that states no right; the audit lists each such line."""
        return cls(committee, Ground.NONE_STATED, None)

    @property
    def is_decided(self) -> bool:
        """Whether a committee decided this, or a history kept elsewhere states no right."""
        return self.ground in (Ground.DECISION, Ground.NONE_STATED)

    def to_found(self) -> EventId | None:
        """The event to cite for another committee, which will answer to this one."""
        if not self.is_decided:
            raise NoAuthority("The committee it answers to has to decide this first.")
        return self.event

    def to_arrange(self, change: Change) -> EventId | None:
        """The event to cite for a seat, a role or a term."""
        return self._cited(change)

    def to_plan(self, change: Change) -> EventId | None:
        """The event to cite for a plan, a line of it, or a task."""
        if self.ground is Ground.FOUNDING:
            raise NoAuthority("The committee has to decide this first. Its founding is not enough.")
        return self._cited(change)

    def to_settle(self, committee: CommitteeId, above: CommitteeId | None = None) -> EventId | None:
        """The event to cite for what only a committee itself decides, or the one ``above`` it."""
        if not self.is_decided:
            raise NoAuthority("The committee itself has to decide this first.")
        if self.committee not in (committee, above):
            raise NoAuthority("Another committee decided this. It does not count here.")
        return self.event

    def _cited(self, change: Change) -> EventId | None:
        if self.committee != change.committee:
            raise NoAuthority("Another committee decided this. It does not count here.")
        if self.within is not None:
            self.within.must_hold(change)
        return self.event
