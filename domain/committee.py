"""A group that decides: who sits on it, who holds which role, and how it decides."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import assert_never
from uuid import uuid4

from domain.act import Act
from domain.aggregate import Aggregate
from domain.authority import Authority, Ground, RuleInForce
from domain.errors import Malformed, NoAuthority, NotEligible, RuleBroken
from domain.events import (
    CommitteeFounded,
    PersonLeft,
    PersonRemoved,
    PersonSeated,
    RoleLaidDown,
    RoleNamed,
    RoleTaken,
    RuleAdopted,
    SeatNamed,
)
from domain.ids import CHAIR, CommitteeId, PersonId, RoleId, RuleId
from domain.kinds import Seat
from domain.sealed import Sealed
from domain.values import Actor, EventId
from domain.voting.electorate import Voter
from domain.voting.rule import Rule

CommitteeEvent = (
    CommitteeFounded
    | PersonSeated
    | PersonLeft
    | PersonRemoved
    | SeatNamed
    | RoleNamed
    | RoleTaken
    | RoleLaidDown
    | RuleAdopted
)

NOT_SEATED = "Only people on this committee can do this."


@dataclass(frozen=True, slots=True)
class Held:
    """The terms on which a person sits."""

    seat: Seat
    voting: bool
    term_ends: date | None


class Committee(Aggregate):
    """Seats, roles and rules of one committee."""

    STREAM = "committee"
    WHAT = "committee"
    founder: Actor
    founding: EventId

    @classmethod
    def found(
        cls, act: Act, name: Sealed | None, purpose: Sealed | None, authority: Authority | None
    ) -> "Committee":
        """Begin a committee: by the one it answers to, or by its members themselves."""
        cited = authority and authority.to_found()
        committee = cls.begin()
        committee.record(
            CommitteeFounded,
            act,
            name=name,
            purpose=purpose,
            answers_to=authority and authority.committee,
            authority=cited,
        )
        return committee

    @property
    def name(self) -> CommitteeId:
        """What other streams call this committee."""
        return CommitteeId(self.id)

    def authority(self) -> Authority:
        """The right that comes from having been founded."""
        return Authority(self.name, Ground.FOUNDING, self.founding)

    def seat(  # noqa: PLR0913 -- a seat has these terms
        self,
        act: Act,
        person: PersonId,
        seat: Seat,
        authority: Authority,
        *,
        voting: bool | None = None,
        term_ends: date | None = None,
    ) -> None:
        """Give a person a seat, or the seat they have other terms. Twice the same adds nothing."""
        votes = seat is not Seat.OBSERVER if voting is None else voting
        if self.seats.get(person) == Held(seat, votes, term_ends):
            return
        cited = self._arranged(act, authority)
        self.record(
            PersonSeated,
            act,
            person=person,
            seat=seat,
            voting=votes,
            term_ends=term_ends,
            authority=cited,
        )

    def leave(self, act: Act, person: PersonId, drop: Act | None = None) -> None:
        """Give one's seat up, and with it every role, as ``drop`` where that is the program's."""
        if act.actor != person and not act.is_import and not self.is_chair(act.actor):
            raise NotEligible("People leave by their own word. Ask them, or the chair.")
        self.must_sit(person)
        self.record(PersonLeft, act, person=person)
        for role in sorted(self.roles, key=str):
            if person in self.roles[role]:
                self.record(RoleLaidDown, drop or act, role=role, person=person)

    def adopt_rule(self, act: Act, terms: Rule, authority: Authority) -> RuleId:
        """Decide in this way from now on. Votes that are open keep the rule they began with."""
        if authority.ground is Ground.FOUNDING and self.rule is not None:
            raise NoAuthority("The committee has a rule. To change it, make it an idea and vote.")
        terms.check()
        cited = self._arranged(act, authority)
        rule = RuleId(uuid4())
        replaces = self.rule.rule if self.rule else None
        self.record(RuleAdopted, act, rule=rule, terms=terms, replaces=replaces, authority=cited)
        return rule

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
        if role not in self.roles:
            raise Malformed("This role has no name yet. Give it one first.")
        self.must_sit(person)
        if person in self.roles[role]:
            return
        cited = self._arranged(act, authority)
        self.record(RoleTaken, act, role=role, person=person, term_ends=term_ends, authority=cited)

    def lay_down_role(self, act: Act, role: RoleId, person: PersonId) -> None:
        """Give a role up."""
        self._must_be_own(act, person)
        if person not in self.roles.get(role, set()):
            raise NotEligible("Only somebody who has this role can give it up.")
        self.record(RoleLaidDown, act, role=role, person=person)

    # What other streams ask before they decide

    def must_sit(self, person: Actor) -> None:
        """Refuse whoever has no seat here."""
        if person not in self.seats:
            raise NotEligible(NOT_SEATED)

    def must_be_chair(self, act: Act) -> None:
        """Refuse whoever does not run the meetings; with no chair, anybody with a vote may."""
        if act.is_import or self.is_chair(act.actor):
            return
        held = self.seats.get(act.actor) if not isinstance(act.actor, str) else None
        if self.roles.get(CHAIR) or held is None or not held.voting:
            raise NotEligible("Only the person who runs the meeting can do this.")

    def is_chair(self, person: Actor) -> bool:
        """Whether this person runs the meetings."""
        return person in self.roles.get(CHAIR, set())

    def electorate(self, terms: Rule) -> tuple[Voter, ...]:
        """Who may vote now by these terms, in the order in which they took their seats."""
        return tuple(
            Voter(person=person, seat=held.seat, weight=terms.weight_of(person, held.seat))
            for person, held in self.seats.items()
            if held.voting
        )

    def voters_among(self, people: Collection[PersonId] | None, terms: Rule) -> tuple[Voter, ...]:
        """Everybody who may vote; or, where a source names them, those people and no others."""
        if people is None:
            return self.electorate(terms)
        return tuple(self._voter(person, terms) for person in people)

    def _voter(self, person: PersonId, terms: Rule) -> Voter:
        held = self.seats.get(person)
        if held is None:
            raise NotEligible(NOT_SEATED)
        return Voter(person=person, seat=held.seat, weight=terms.weight_of(person, held.seat))

    def rule_in_force(self) -> RuleInForce:
        """How this committee decides now."""
        if self.rule is None:
            raise RuleBroken("The committee has no rule yet. It has to agree how it decides.")
        return self.rule

    def _arranged(self, act: Act, authority: Authority) -> EventId | None:
        if not act.is_import and act.actor != self.founder:
            if authority.ground is Ground.FOUNDING and not self.is_chair(act.actor):
                raise NoAuthority("Only the founder or the chair can do this, or a decision.")
            self.must_sit(act.actor)
        return authority.to_arrange(self.name)

    def when(self, event: CommitteeEvent) -> None:
        match event:
            case CommitteeFounded():
                self.founder, self.founding = event.actor, event.event_id
                self.seats: dict[PersonId, Held] = {}
                self.roles: dict[RoleId, set[PersonId]] = {}
                self.rule: RuleInForce | None = None
            case PersonSeated():
                self.seats[event.person] = Held(event.seat, event.voting, event.term_ends)
            case PersonLeft() | PersonRemoved():
                self.seats.pop(event.person, None)
            case RoleNamed():
                self.roles.setdefault(event.role, set())
            case RoleTaken():
                self.roles.setdefault(event.role, set()).add(event.person)
            case RoleLaidDown():
                self.roles.setdefault(event.role, set()).discard(event.person)
            case RuleAdopted():
                self.rule = RuleInForce(event.terms, event.rule, event.event_id)
            case SeatNamed():
                pass
            case _:
                assert_never(event)
