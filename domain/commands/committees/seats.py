"""Committees and who sits on them."""

from collections.abc import Collection
from datetime import date

from domain.act import Act
from domain.commands.common import Commands
from domain.committee import Committee
from domain.ids import CommitteeId, PersonId, ProposalId, RoleId, TaskId
from domain.kinds import Seat
from domain.ledger import Desk
from domain.person import Person
from domain.proposal import Proposal
from domain.sealed import Sealed
from domain.task import Task
from domain.values import EventId
from domain.voting.rule import Rule


class SeatCommands(Commands):
    """What is done about a committee as a whole, and about its seats."""

    def found_committee(
        self,
        act: Act,
        name: str,
        terms: Rule | None = None,
        *,
        purpose: str = "",
        founded_by: EventId | None = None,
    ) -> CommitteeId:
        """Begin a committee, with its first rule."""

        def found(desk: Desk) -> Committee:
            right = self._right(desk, act, founded_by) if founded_by else None
            if right:
                self._must_sit(desk, act, right.committee)
            committee = Committee.found(act, Sealed.maybe(name), Sealed.maybe(purpose), right)
            if terms is not None:
                committee.adopt_rule(act, terms, committee.authority())
            return desk.add(committee)

        return CommitteeId(self._do(found).id)

    def close_committee(
        self, act: Act, committee: CommitteeId, *, authority: EventId | None = None
    ) -> None:
        """Bring a committee to its end, as it decided, or the one it answers to."""

        def close(desk: Desk) -> None:
            group = desk.get(Committee, committee)
            group.close(act, self._settling(desk, act, group, authority))

        self._do(close)

    def seat_person(  # noqa: PLR0913 -- a seat has these terms
        self,
        act: Act,
        committee: CommitteeId,
        person: PersonId,
        seat: Seat = Seat.MEMBER,
        *,
        voting: bool | None = None,
        term_ends: date | None = None,
        authority: EventId | None = None,
    ) -> None:
        """Give a person a seat; without another authority, by the founding."""

        def sit(desk: Desk) -> None:
            desk.get(Person, person)
            group = desk.get(Committee, committee)
            right = self._arranging(desk, act, group, authority)
            group.seat(act, person, seat, right, voting=voting, term_ends=term_ends)

        self._do(sit)

    def fix_term(  # noqa: PLR0913 -- a term has these parts
        self,
        act: Act,
        committee: CommitteeId,
        person: PersonId,
        ends: date,
        *,
        role: RoleId | None = None,
        authority: EventId | None = None,
    ) -> None:
        """Settle until when a person's seat lasts, or one of their roles."""

        def fix(desk: Desk) -> None:
            group = desk.get(Committee, committee)
            right = self._arranging(desk, act, group, authority)
            group.fix_term(act, person, ends, right, role=role)

        self._do(fix)

    def name_seat(self, act: Act, committee: CommitteeId, seat: Seat, label: str) -> None:
        """Say what one's own kind of seat is called here."""
        called = Sealed.of(label)
        self._do(lambda desk: desk.get(Committee, committee).name_seat(act, seat, called))

    def leave_committee(
        self,
        act: Act,
        committee: CommitteeId,
        person: PersonId,
        *,
        proposals: Collection[ProposalId] = (),
        tasks: Collection[TaskId] = (),
    ) -> None:
        """Leave, and with it the open votes and the jobs that this person is found on."""

        def leave(desk: Desk) -> None:
            desk.get(Committee, committee).leave(act, person, act.by_program())
            self._drop_from(desk, act, person, proposals, tasks)

        self._do(leave)

    def remove_person(  # noqa: PLR0913 -- whoever goes is dropped from all of this
        self,
        act: Act,
        committee: CommitteeId,
        person: PersonId,
        *,
        proposals: Collection[ProposalId] = (),
        tasks: Collection[TaskId] = (),
        authority: EventId | None = None,
    ) -> None:
        """Take a person's seat away; they drop out of open votes and jobs as if they had left."""

        def remove(desk: Desk) -> None:
            group = desk.get(Committee, committee)
            group.remove(act, person, self._settling(desk, act, group, authority))
            self._drop_from(desk, act, person, proposals, tasks)

        self._do(remove)

    def _drop_from(
        self,
        desk: Desk,
        act: Act,
        person: PersonId,
        proposals: Collection[ProposalId],
        tasks: Collection[TaskId],
    ) -> None:
        drop = act.by_program()
        for proposal in proposals:
            it = desk.get(Proposal, proposal)
            if not act.is_import:
                self._settle(desk, it, act.recorded_at)
            it.drop_voter(drop, person)
        for task in tasks:
            desk.get(Task, task).release(drop, person)
