"""Plans: occasions and their lines."""

from domain.act import Act
from domain.commands.common import Commands
from domain.ids import CommitteeId, LineId, PlanId
from domain.kinds import LineKind
from domain.ledger import Desk
from domain.plan import Plan
from domain.sealed import Sealed
from domain.values import EventId, LocalMoment, Money


class PlanCommands(Commands):
    """What is done about plans."""

    def make_plan(
        self,
        act: Act,
        committee: CommitteeId,
        title: str,
        on: LocalMoment | None = None,
        *,
        authority: EventId | None = None,
    ) -> PlanId:
        """Plan an occasion that the committee decided on."""

        def make(desk: Desk) -> Plan:
            right = self._planning(desk, act, committee, authority)
            return desk.add(Plan.make(act, committee, Sealed.of(title), right, on))

        return PlanId(self._do(make).id)

    def write_line(  # noqa: PLR0913 -- a line has these parts
        self,
        act: Act,
        plan: PlanId,
        label: str,
        words: str = "",
        *,
        line: LineId | None = None,
        kind: LineKind = LineKind.NOT_STATED,
        money: Money | None = None,
        authority: EventId | None = None,
    ) -> LineId:
        """Settle a line of a plan, or settle it anew."""

        def write(desk: Desk) -> LineId:
            it = desk.get(Plan, plan)
            right = self._planning(desk, act, it.committee, authority)
            said = Sealed.maybe(words)
            return it.write_line(
                act, line, Sealed.of(label), right, kind=kind, words=said, money=money
            )

        return self._do(write)

    def drop_line(
        self, act: Act, plan: PlanId, line: LineId, *, authority: EventId | None = None
    ) -> None:
        """Take a line out of a plan."""

        def drop(desk: Desk) -> None:
            it = desk.get(Plan, plan)
            it.drop_line(act, line, self._planning(desk, act, it.committee, authority))

        self._do(drop)
