"""Roles: giving, learning and handing them over."""

from collections.abc import Collection
from datetime import date, datetime

from domain.act import Act
from domain.commands.common import Commands, who_acts
from domain.committee import Committee
from domain.ids import CommitteeId, PersonId, RoleId
from domain.ledger import Desk
from domain.sealed import Sealed
from domain.values import EventId


class RoleCommands(Commands):
    """What is done about roles."""

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

    def take_role_away(
        self,
        act: Act,
        committee: CommitteeId,
        role: RoleId,
        person: PersonId,
        *,
        authority: EventId | None = None,
    ) -> None:
        """Take a role from a person, as the committee decided."""

        def take(desk: Desk) -> None:
            group = desk.get(Committee, committee)
            right = self._settling(desk, act, group, authority)
            group.take_role_away(act, role, person, right)

        self._do(take)

    def shadow_role(
        self, act: Act, committee: CommitteeId, role: RoleId, person: PersonId | None = None
    ) -> None:
        """Learn a role beside somebody who has it."""
        who = person or who_acts(act)
        self._do(lambda desk: desk.get(Committee, committee).shadow_role(act, role, who))

    def join_rotation(
        self, act: Act, committee: CommitteeId, role: RoleId, person: PersonId | None = None
    ) -> None:
        """Say that one wants a turn at a role."""
        who = person or who_acts(act)
        self._do(lambda desk: desk.get(Committee, committee).join_rotation(act, role, who))

    def leave_rotation(
        self, act: Act, committee: CommitteeId, role: RoleId, person: PersonId | None = None
    ) -> None:
        """Say that one wants no turn at a role."""
        who = person or who_acts(act)
        self._do(lambda desk: desk.get(Committee, committee).leave_rotation(act, role, who))

    def offer_role(  # noqa: PLR0913 -- an offer is told with all of this
        self,
        act: Act,
        committee: CommitteeId,
        role: RoleId,
        taker: PersonId,
        note: str = "",
        *,
        share: bool = False,
        answer_by: datetime | None = None,
        giver: PersonId | None = None,
    ) -> None:
        """Ask somebody on the committee to take a role over, or to share it."""
        who, said = giver or who_acts(act), Sealed.maybe(note)
        self._do(
            lambda desk: desk.get(Committee, committee).offer_role(
                act, role, who, taker, share=share, note=said, answer_by=answer_by
            )
        )

    def accept_role(
        self,
        act: Act,
        committee: CommitteeId,
        role: RoleId,
        taker: PersonId | None = None,
        giver: PersonId | None = None,
    ) -> None:
        """Say yes to a role that one was asked to take; ``giver`` is whom a source names."""
        who = taker or who_acts(act)
        self._do(lambda desk: desk.get(Committee, committee).accept_role(act, role, who, giver))

    def decline_role(
        self,
        act: Act,
        committee: CommitteeId,
        role: RoleId,
        taker: PersonId | None = None,
        giver: PersonId | None = None,
    ) -> None:
        """Say no thank you to a role that one was asked to take."""
        who = taker or who_acts(act)
        self._do(lambda desk: desk.get(Committee, committee).decline_role(act, role, who, giver))

    def withdraw_role_offer(
        self,
        act: Act,
        committee: CommitteeId,
        role: RoleId,
        taker: PersonId,
        giver: PersonId | None = None,
    ) -> None:
        """Take an offer back before it is answered."""
        who = giver or who_acts(act)
        self._do(
            lambda desk: desk.get(Committee, committee).withdraw_role_offer(act, role, who, taker)
        )

    def report_role_handover(
        self,
        act: Act,
        committee: CommitteeId,
        role: RoleId,
        givers: Collection[PersonId],
        takers: Collection[PersonId],
    ) -> None:
        """That a role passed from some to others, where a source tells only that."""
        self._do(
            lambda desk: desk.get(Committee, committee).report_role_handover(
                act, role, givers, takers
            )
        )
