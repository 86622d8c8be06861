"""Plans: occasions and their lines."""

from datetime import date

from domain.act import Act
from domain.commands.common import Commands, who_acts
from domain.committee import Committee
from domain.ids import CommitteeId, LineId, PersonId, PlanId
from domain.kinds import LineKind, Presence, Rhythm
from domain.ledger import Desk
from domain.person import Person
from domain.plan import Plan
from domain.sealed import Sealed
from domain.values import EventId, LocalMoment, Money


class PlanCommands(Commands):
    """What is done about plans."""

    def make_plan(  # noqa: PLR0913 -- a plan is told with all of this
        self,
        act: Act,
        committee: CommitteeId,
        title: str,
        on: LocalMoment | None = None,
        *,
        template: PlanId | None = None,
        like: PlanId | None = None,
        authority: EventId | None = None,
    ) -> PlanId:
        """Plan an occasion that the committee decided on, perhaps with the lines of another."""

        def make(desk: Desk) -> Plan:
            right = self._planning(desk, act, committee, authority)
            pattern = desk.get(Plan, template) if template else None
            before = desk.get(Plan, like) if like else None
            plan = Plan.make(
                act, committee, Sealed.of(title), right, on, template=pattern, like=before
            )
            return desk.add(plan)

        return PlanId(self._do(make).id)

    def move_plan(
        self, act: Act, plan: PlanId, on: LocalMoment, *, authority: EventId | None = None
    ) -> None:
        """Say that an occasion is at another time."""

        def move(desk: Desk) -> None:
            it = desk.get(Plan, plan)
            it.move(act, on, self._planning(desk, act, it.committee, authority))

        self._do(move)

    def cancel_plan(self, act: Act, plan: PlanId, *, authority: EventId | None = None) -> None:
        """Say that an occasion does not happen. Its jobs stay until they are dropped."""

        def cancel(desk: Desk) -> None:
            it = desk.get(Plan, plan)
            it.cancel(act, self._planning(desk, act, it.committee, authority))

        self._do(cancel)

    def plan_recurrence(
        self,
        act: Act,
        plan: PlanId,
        rhythm: Rhythm,
        *,
        until: date | None = None,
        authority: EventId | None = None,
    ) -> None:
        """Say that an occasion comes back, and how often."""

        def recur(desk: Desk) -> None:
            it = desk.get(Plan, plan)
            right = self._planning(desk, act, it.committee, authority)
            it.recur(act, rhythm, right, until)

        self._do(recur)

    def note_presence(
        self, act: Act, plan: PlanId, presence: Presence, person: PersonId | None = None
    ) -> None:
        """Say that one came to an occasion or went home; on the committee, also of others.

        Whoever runs the meetings puts right what was said of others by mistake.
        """
        who = person or who_acts(act)

        def note(desk: Desk) -> None:
            it = desk.get(Plan, plan)
            desk.get(Person, who)
            if who != act.actor:
                self._must_sit(desk, act, it.committee)
            if who != act.actor and presence is Presence.AWAY:
                desk.get(Committee, it.committee).must_be_chair(act)
            it.note_presence(act, who, presence)

        self._do(note)

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
        income: bool | None = None,
        authority: EventId | None = None,
    ) -> LineId:
        """Settle a line of a plan, or settle it anew; its money is a cost, or comes in."""

        def write(desk: Desk) -> LineId:
            it = desk.get(Plan, plan)
            right = self._planning(desk, act, it.committee, authority)
            said = Sealed.maybe(words)
            return it.write_line(
                act,
                line,
                Sealed.of(label),
                right,
                kind=kind,
                words=said,
                money=money,
                income=income,
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
