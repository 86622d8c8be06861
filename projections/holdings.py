"""What somebody had on committees and has no more: seats and roles, from when to when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from domain.events import (
    Event,
    PersonLeft,
    PersonRemoved,
    PersonSeated,
    RoleHandoverAccepted,
    RoleHandoverOffered,
    RoleHandoverReported,
    RoleLaidDown,
    RoleTaken,
    RoleTakenAway,
    TermFixed,
)
from domain.ids import CommitteeId, PersonId, RoleId
from projections.people_seen import Ended, PastRole, PastSeat

Names = Mapping[Any, str]


@dataclass
class Holdings:
    """Seats and roles of one person, told event by event in the order in which they happened."""

    person: PersonId
    names: Names
    seats: list[PastSeat] = field(default_factory=list)
    roles: list[PastRole] = field(default_factory=list)
    _shared: set[tuple[RoleId, PersonId]] = field(default_factory=set)

    def take(self, event: Event) -> None:
        """One step further; what is about somebody else changes nothing here."""
        mine = getattr(event, "person", None) == self.person
        match event:
            case PersonSeated() if mine:
                self._leave(event, Ended.NEW_TERMS)
                self._sit(event)
            case PersonLeft() if mine:
                self._leave(event, Ended.LEFT)
            case PersonRemoved() if mine:
                self._leave(event, Ended.REMOVED)
            case TermFixed() if mine:
                self._fix(event)
            case RoleTaken() if mine:
                self._lay_down(event, event.role, Ended.NEW_TERMS)
                self._take_up(event, event.role, event.term_ends, event)
            case RoleLaidDown() if mine:
                self._lay_down(event, event.role, Ended.LAID_DOWN)
            case RoleTakenAway() if mine:
                self._lay_down(event, event.role, Ended.TAKEN_AWAY)
            case RoleHandoverOffered():
                self._offer(event)
            case RoleHandoverAccepted():
                self._pass(event, {event.giver}, {event.taker}, Ended.HANDED_OVER)
            case RoleHandoverReported():
                self._pass(event, {*event.givers}, {*event.takers}, Ended.PASSED_ON)

    def _sit(self, event: PersonSeated) -> None:
        committee = CommitteeId(event.originator_id)
        self.seats.append(
            PastSeat(
                committee=committee,
                committee_name=self.names[committee],
                seat=event.seat,
                voting=event.voting,
                since=event.occurred_at,
                term_ends=event.term_ends,
                until=None,
                ended=None,
                event=event.event_id,
                authority=event.authority,
            )
        )

    def _leave(self, event: Event, how: Ended) -> None:
        self.seats = [
            replace(one, until=event.occurred_at, ended=how)
            if one.committee == event.originator_id and one.until is None
            else one
            for one in self.seats
        ]

    def _fix(self, event: TermFixed) -> None:
        if event.role is None:
            self.seats = [
                replace(one, term_ends=event.ends) if _is_now(one, event) else one
                for one in self.seats
            ]
            return
        self.roles = [
            replace(one, term_ends=event.ends)
            if _is_now(one, event) and one.role == event.role
            else one
            for one in self.roles
        ]

    def _take_up(
        self, event: Event, role: RoleId, term_ends: date | None, right: RoleTaken | None
    ) -> None:
        committee = CommitteeId(event.originator_id)
        self.roles.append(
            PastRole(
                committee=committee,
                committee_name=self.names[committee],
                role=role,
                role_name=self.names[role],
                since=event.occurred_at,
                term_ends=term_ends,
                until=None,
                ended=None,
                event=event.event_id,
                authority=right.authority if right else None,
            )
        )

    def _lay_down(self, event: Event, role: RoleId, how: Ended) -> None:
        self.roles = [
            replace(one, until=event.occurred_at, ended=how)
            if _is_now(one, event) and one.role == role
            else one
            for one in self.roles
        ]

    def _offer(self, event: RoleHandoverOffered) -> None:
        if event.share:
            self._shared.add((event.role, event.taker))
        else:
            self._shared.discard((event.role, event.taker))

    def _pass(
        self,
        event: RoleHandoverAccepted | RoleHandoverReported,
        givers: Iterable[PersonId],
        takers: Iterable[PersonId],
        how: Ended,
    ) -> None:
        shares = any((event.role, taker) in self._shared for taker in takers)
        if self.person in givers and not shares:
            self._lay_down(event, event.role, how)
        if self.person in takers:
            self._take_up(event, event.role, None, None)


def _is_now(one: PastSeat | PastRole, event: Event) -> bool:
    return one.committee == event.originator_id and one.until is None
