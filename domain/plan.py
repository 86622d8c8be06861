"""An occasion and its lines. No line changes without a right to change it."""

from typing import assert_never
from uuid import uuid4

from domain.act import Act
from domain.aggregate import Aggregate
from domain.authority import Authority
from domain.errors import Malformed, NotFound
from domain.events import LineDropped, LineWritten, PlanMade
from domain.ids import CommitteeId, LineId
from domain.kinds import LineKind
from domain.sealed import Sealed
from domain.values import LocalMoment, Money

PlanEvent = PlanMade | LineWritten | LineDropped


class Plan(Aggregate):
    """What holds for one occasion."""

    STREAM = "plan"
    WHAT = "plan"
    committee: CommitteeId

    @classmethod
    def make(
        cls,
        act: Act,
        committee: CommitteeId,
        title: Sealed,
        authority: Authority,
        on: LocalMoment | None = None,
    ) -> "Plan":
        """Plan an occasion."""
        cited = authority.to_plan(committee)
        plan = cls.begin()
        plan.record(PlanMade, act, committee=committee, title=title, on=on, authority=cited)
        return plan

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
    ) -> LineId:
        """Settle something, or settle it anew under the same line."""
        if words is None and money is None:
            raise Malformed("A line of the plan needs words or an amount of money.")
        name = line or LineId(uuid4())
        self.record(
            LineWritten,
            act,
            line=name,
            label=label,
            kind=kind,
            words=words,
            money=money,
            authority=authority.to_plan(self.committee),
        )
        return name

    def drop_line(self, act: Act, line: LineId, authority: Authority) -> None:
        """Take a line out of the plan."""
        if line not in self.lines:
            raise NotFound("There is no such line in this plan.")
        self.record(LineDropped, act, line=line, authority=authority.to_plan(self.committee))

    def when(self, event: PlanEvent) -> None:
        match event:
            case PlanMade():
                self.committee = event.committee
                self.lines: set[LineId] = set()
            case LineWritten():
                self.lines.add(event.line)
            case LineDropped():
                self.lines.discard(event.line)
            case _:
                assert_never(event)
