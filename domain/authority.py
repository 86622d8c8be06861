"""By which right something is changed: the grant that an event cites."""

from dataclasses import dataclass
from enum import StrEnum

from domain.errors import NoAuthority
from domain.ids import CommitteeId, RuleId
from domain.values import EventId
from domain.voting.rule import Rule


class Ground(StrEnum):
    """What kind of event a right comes from."""

    FOUNDING = "founding"
    DECISION = "decision"
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
class Authority:
    """A right, as the stream it comes from tells it. Only that stream can make one.

    A founding allows to seat people, fill roles and adopt the first rule; it never allows a plan
    or a task. A decision of the committee allows what the committee may do.
    """

    committee: CommitteeId
    ground: Ground
    event: EventId | None

    @classmethod
    def none_stated(cls, committee: CommitteeId) -> "Authority":
        """For a history kept elsewhere that states no right; the audit lists each such line."""
        return cls(committee, Ground.NONE_STATED, None)

    def to_found(self) -> EventId | None:
        """The event to cite for another committee, which will answer to this one."""
        if self.ground is Ground.FOUNDING:
            raise NoAuthority("The committee it answers to has to decide this first.")
        return self.event

    def to_arrange(self, committee: CommitteeId) -> EventId | None:
        """The event to cite for a seat, a role or a rule of this committee."""
        return self._cited(committee)

    def to_plan(self, committee: CommitteeId) -> EventId | None:
        """The event to cite for a plan, a line of it, or a task."""
        if self.ground is Ground.FOUNDING:
            raise NoAuthority("The committee has to decide this first. Its founding is not enough.")
        return self._cited(committee)

    def _cited(self, committee: CommitteeId) -> EventId | None:
        if self.committee != committee:
            raise NoAuthority("Another committee decided this. It does not count here.")
        return self.event
