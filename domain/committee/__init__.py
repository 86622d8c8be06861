"""A group that decides: who sits on it, who holds which role, how it decides, and who stepped in.

One stream, and so one class; its rules stand in one file for each matter.
"""

from domain.act import Act
from domain.authority import Authority, Ground
from domain.committee.record import Record
from domain.committee.rules import Rules
from domain.committee.seats import Seats
from domain.committee.state import CommitteeEvent, Held, Mandate, Standing, StepIn
from domain.committee.step_ins import StepIns
from domain.events import CommitteeClosed, CommitteeFounded
from domain.sealed import Sealed

__all__ = ["Committee", "CommitteeEvent", "Held", "Mandate", "Standing", "StepIn"]


class Committee(Seats, Rules, StepIns, Record):
    """Seats, roles, rules, mandates, step-ins and record of one committee."""

    @classmethod
    def found(
        cls, act: Act, name: Sealed | None, purpose: Sealed | None, authority: Authority | None
    ) -> "Committee":
        """Begin a committee: by the one it answers to, or by its members themselves."""
        cited = authority and authority.to_found()
        committee = cls.begin(act)
        committee.record(
            CommitteeFounded,
            act,
            name=name,
            purpose=purpose,
            answers_to=authority and authority.committee,
            authority=cited,
        )
        return committee

    def authority(self) -> Authority:
        """The right that comes from having been founded."""
        return Authority(self.name, Ground.FOUNDING, self.founding)

    def close(self, act: Act, authority: Authority) -> None:
        """Bring the committee to its end. Twice adds nothing."""
        if not self.is_closed:
            cited = self._settled(act, authority)
            self.record(CommitteeClosed, act, authority=cited)
