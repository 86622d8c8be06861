"""Committees: seats, roles and rules."""

from collections.abc import Collection
from datetime import date

from domain.act import Act
from domain.commands.common import Commands
from domain.committee import Committee
from domain.ids import CommitteeId, PersonId, ProposalId, RoleId, RuleId, TaskId
from domain.kinds import Seat
from domain.ledger import Desk
from domain.person import Person
from domain.proposal import Proposal
from domain.sealed import Sealed
from domain.task import Task
from domain.values import EventId
from domain.voting.rule import Rule


class CommitteeCommands(Commands):
    """What is done about committees."""

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
            right = self._right(desk, founded_by) if founded_by else None
            if right:
                self._must_sit(desk, act, right.committee)
            committee = Committee.found(act, Sealed.maybe(name), Sealed.maybe(purpose), right)
            if terms is not None:
                committee.adopt_rule(act, terms, committee.authority())
            return desk.add(committee)

        return CommitteeId(self._do(found).id)

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
            desk.get(Committee, committee).leave(act, person)
            drop = act if act.is_import else Act.of_program(act.recorded_at, act.occurred_at)
            for proposal in proposals:
                it = desk.get(Proposal, proposal)
                if not act.is_import:
                    it.settle(act.recorded_at)
                it.drop_voter(drop, person)
            for task in tasks:
                desk.get(Task, task).release(drop, person)

        self._do(leave)

    def adopt_rule(
        self, act: Act, committee: CommitteeId, terms: Rule, authority: EventId | None = None
    ) -> RuleId:
        """Decide in this way from now on."""

        def adopt(desk: Desk) -> RuleId:
            group = desk.get(Committee, committee)
            return group.adopt_rule(act, terms, self._arranging(desk, act, group, authority))

        return self._do(adopt)

    def give_role(  # noqa: PLR0913 -- a role has these terms
        self,
        act: Act,
        committee: CommitteeId,
        role: RoleId,
        label: str,
        person: PersonId,
        *,
        term_ends: date | None = None,
        authority: EventId | None = None,
    ) -> None:
        """Give a person a role, and the role its name the first time."""

        def give(desk: Desk) -> None:
            group = desk.get(Committee, committee)
            right = self._arranging(desk, act, group, authority)
            group.name_role(act, role, Sealed.of(label))
            group.take_role(act, role, person, right, term_ends=term_ends)

        self._do(give)

    def lay_down_role(
        self, act: Act, committee: CommitteeId, role: RoleId, person: PersonId
    ) -> None:
        """Give a role up."""
        self._do(lambda desk: desk.get(Committee, committee).lay_down_role(act, role, person))
