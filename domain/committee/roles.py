"""Roles: given, learned, handed over by two acts of two people, taken away."""

from collections.abc import Collection
from datetime import date, datetime

from domain.act import Act
from domain.authority import Authority
from domain.committee.rights import Rights
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen
from domain.events import (
    RoleHandoverAccepted,
    RoleHandoverDeclined,
    RoleHandoverOffered,
    RoleHandoverReported,
    RoleHandoverWithdrawn,
    RoleLaidDown,
    RoleNamed,
    RoleShadowed,
    RoleTaken,
    RoleTakenAway,
    RotationJoined,
    RotationLeft,
)
from domain.ids import PersonId, RoleId
from domain.kinds import Domain
from domain.sealed import Sealed
from domain.values import Actor


class Roles(Rights):
    """Who holds which role."""

    def name_role(self, act: Act, role: RoleId, label: Sealed) -> None:
        """Say what a role is called. A role that has a name keeps it."""
        if role not in self.roles:
            self.record(RoleNamed, act, role=role, label=label)

    def take_role(
        self,
        act: Act,
        role: RoleId,
        person: PersonId,
        authority: Authority,
        *,
        term_ends: date | None = None,
    ) -> None:
        """Give a person a role. Having it already adds nothing."""
        self._must_be_named(role)
        self.must_have_seat(person)
        if person in self.roles[role]:
            return
        cited = self._arranged(act, authority, Domain.PEOPLE)
        self.record(RoleTaken, act, role=role, person=person, term_ends=term_ends, authority=cited)

    def lay_down_role(self, act: Act, role: RoleId, person: PersonId) -> None:
        """Give a role up. Offers of it that one made end with it."""
        self._must_be_own(act, person)
        self._must_hold(role, person)
        self._end_offers(act, role, of=person)
        self.record(RoleLaidDown, act, role=role, person=person)

    def take_role_away(
        self, act: Act, role: RoleId, person: PersonId, authority: Authority
    ) -> None:
        """Take a role from a person. Offers of it that they made end with it."""
        if person not in self.roles.get(role, set()):
            raise NotFound("They do not have this role.")
        cited = self._settled(act, authority)
        self._end_offers(act.by_program(), role, of=person)
        self.record(RoleTakenAway, act, role=role, person=person, authority=cited)

    def shadow_role(self, act: Act, role: RoleId, person: PersonId) -> None:
        """Learn a role beside somebody who has it. Doing so already adds nothing."""
        self._must_be_own(act, person)
        self._must_sit_now(act, person)
        holders = self.roles.get(role, set())
        if person in holders:
            raise Malformed("You have this role already.")
        if not holders and not act.is_import:
            raise NotOpen("Nobody has this role now, so there is nobody to learn it from.")
        if person not in self.shadows.get(role, set()):
            self.record(RoleShadowed, act, role=role, person=person)

    def join_rotation(self, act: Act, role: RoleId, person: PersonId) -> None:
        """Say that one wants a turn at a role. Being on the list already adds nothing."""
        self._must_be_own(act, person)
        self._must_sit_now(act, person)
        self._must_be_named(role)
        if person not in self.rotation.get(role, set()):
            self.record(RotationJoined, act, role=role, person=person)

    def leave_rotation(self, act: Act, role: RoleId, person: PersonId) -> None:
        """Say that one wants no turn. Not being on the list adds nothing."""
        self._must_be_own(act, person)
        if person in self.rotation.get(role, set()):
            self.record(RotationLeft, act, role=role, person=person)

    # Handing a role over

    def offer_role(  # noqa: PLR0913 -- an offer is told with all of this
        self,
        act: Act,
        role: RoleId,
        giver: PersonId,
        taker: PersonId,
        *,
        share: bool = False,
        note: Sealed | None = None,
        answer_by: datetime | None = None,
    ) -> None:
        """Ask somebody to take a role over. It stays the giver's until they say yes."""
        self._must_be_own(act, giver)
        self._must_hold(role, giver)
        self._must_sit_now(act, taker)
        if taker in self.roles[role]:
            raise Malformed("They have this role already.")
        asked_by = self.offers.givers.get((role, taker))
        if asked_by == giver:
            return
        if asked_by:
            raise NotOpen("Somebody else has asked them already. Wait for their answer.")
        self.record(
            RoleHandoverOffered,
            act,
            role=role,
            giver=giver,
            taker=taker,
            share=share,
            note=note,
            answer_by=answer_by,
        )

    def accept_role(
        self, act: Act, role: RoleId, taker: PersonId, asked_by: PersonId | None = None
    ) -> None:
        """Say yes to a role: it is theirs now, and nobody else is asked for it any more."""
        giver = self._offer_to(act, role, taker, asked_by)
        self._must_sit_now(act, taker)
        self.record(RoleHandoverAccepted, act, role=role, giver=giver, taker=taker)
        if giver not in self.roles[role]:
            self._end_offers(act, role, of=giver)

    def decline_role(
        self, act: Act, role: RoleId, taker: PersonId, asked_by: PersonId | None = None
    ) -> None:
        """Say no thank you to a role. No reason is needed."""
        giver = self._offer_to(act, role, taker, asked_by)
        self.record(RoleHandoverDeclined, act, role=role, giver=giver, taker=taker)

    def withdraw_role_offer(self, act: Act, role: RoleId, giver: PersonId, taker: PersonId) -> None:
        """Take an offer back before it is answered."""
        self._must_be_own(act, giver)
        if self.offers.givers.get((role, taker)) != giver:
            raise NotOpen("This was answered already, or never asked.")
        self.record(RoleHandoverWithdrawn, act, role=role, giver=giver, taker=taker)

    def report_role_handover(
        self, act: Act, role: RoleId, givers: Collection[PersonId], takers: Collection[PersonId]
    ) -> None:
        """A history kept elsewhere tells only that a role passed from some to others."""
        if not act.is_import:
            raise NoAuthority("Only an imported history can tell this. Ask them, and they answer.")
        if not givers or not takers:
            raise Malformed("Say who gave the role, and who has it now.")
        for giver in givers:
            self._must_hold(role, giver)
        for taker in takers:
            self.must_have_seat(taker)
        self.record(
            RoleHandoverReported, act, role=role, givers=tuple(givers), takers=tuple(takers)
        )

    # Rules

    def _drop_roles(self, act: Act, person: PersonId) -> None:
        """Somebody is on the committee no more: their offers end and their roles are free."""
        for (role, taker), giver in sorted(self.offers.givers.items(), key=str):
            if person in (taker, giver):
                so = act.by_program()
                self.record(RoleHandoverWithdrawn, so, role=role, giver=giver, taker=taker)
        for role in sorted(self.roles, key=str):
            if person in self.roles[role]:
                self.record(RoleLaidDown, act, role=role, person=person)

    def _end_offers(self, act: Act, role: RoleId, of: PersonId) -> None:
        """Nobody is asked by this giver any more. No source tells of that, so the program does."""
        so = act.by_program() if act.is_import else act
        for (offered, taker), giver in sorted(self.offers.givers.items(), key=str):
            if (offered, giver) == (role, of):
                self.record(RoleHandoverWithdrawn, so, role=role, giver=giver, taker=taker)

    def _must_be_named(self, role: RoleId) -> None:
        if role not in self.roles:
            raise Malformed("This role has no name yet. Give it one first.")

    def _must_hold(self, role: RoleId, person: Actor) -> None:
        if person not in self.roles.get(role, set()):
            raise NotEligible("Only somebody who has this role can give it up.")

    def _offer_to(
        self, act: Act, role: RoleId, taker: PersonId, asked_by: PersonId | None
    ) -> PersonId:
        self._must_be_own(act, taker)
        giver = self.offers.givers.get((role, taker))
        if giver is None:
            raise NotEligible("Only the person who was asked can answer, and only once.")
        if asked_by not in (None, giver):
            raise NotEligible("Somebody else has asked them.")
        return giver
