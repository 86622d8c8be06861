"""Seats: who sits on a committee, on which terms, and what those who sit there call it."""

from collections.abc import Collection
from datetime import date

from domain.act import Act
from domain.authority import Authority
from domain.committee.roles import Roles
from domain.committee.state import NOT_SEATED, Held, Standing
from domain.errors import Malformed, NotEligible, NotFound
from domain.events import PersonLeft, PersonRemoved, PersonSeated, SeatNamed, TermFixed
from domain.ids import CHAIR, PersonId, RoleId
from domain.kinds import Domain, Seat
from domain.sealed import Sealed
from domain.values import Actor
from domain.voting.electorate import Voter, a_voter
from domain.voting.fits import problems_with
from domain.voting.rule import Rule


class Seats(Roles):
    """Who sits on the committee, and who of them may vote."""

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
        cited = self._arranged(act, authority, Domain.MEMBERSHIP)
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
        self.must_have_seat(person)
        self.record(PersonLeft, act, person=person)
        self._drop_roles(drop or act, person)

    def remove(self, act: Act, person: PersonId, authority: Authority) -> None:
        """Take a person's seat away, and with it every role, which the program writes down."""
        if person not in self.seats:
            raise NotFound("They have no seat on this committee.")
        cited = self._settled(act, authority)
        self.record(PersonRemoved, act, person=person, authority=cited)
        self._drop_roles(act.by_program(), person)

    def fix_term(
        self,
        act: Act,
        person: PersonId,
        ends: date,
        authority: Authority,
        *,
        role: RoleId | None = None,
    ) -> None:
        """Settle until when a seat, or a role, lasts. The same day twice adds nothing."""
        held = self.seats.get(person)
        if role is not None and person not in self.roles.get(role, set()):
            raise NotFound("They do not have this role.")
        if held is None:
            raise NotFound("They have no seat on this committee.")
        if ends == (held.term_ends if role is None else self.terms.get((role, person))):
            return
        if not act.is_import and ends < act.counts_from.date():
            raise Malformed("This day has passed. Pick one that lies ahead.")
        about = Domain.MEMBERSHIP if role is None else Domain.PEOPLE
        cited = self._arranged(act, authority, about)
        self.record(TermFixed, act, person=person, role=role, ends=ends, authority=cited)

    def name_seat(self, act: Act, seat: Seat, label: Sealed) -> None:
        """Say what one's own kind of seat is called here."""
        if not act.is_import:
            self.must_go_on()
            if not self.sits_as(act.actor, seat):
                raise NotEligible("What a seat is called is chosen by those who sit there.")
        self.record(SeatNamed, act, seat=seat, label=label)

    # What other streams ask before they decide

    def standing(self, person: Actor) -> Standing | None:
        """What somebody is here now; with no chair, anybody with a vote runs the meetings."""
        held = self.seats.get(person) if not isinstance(person, str) else None
        if held is None:
            return None
        may_stand_in = held.voting and not self.roles.get(CHAIR)
        return Standing(held.seat, held.voting, self.is_chair(person) or may_stand_in)

    def must_be_chair(self, act: Act) -> None:
        """Refuse whoever does not run the meetings."""
        if act.is_import or self.is_chair(act.actor):
            return
        standing = self.standing(act.actor)
        if standing is None or not standing.runs_meetings:
            raise NotEligible("Only the person who runs the meeting can do this.")

    def electorate(self, terms: Rule) -> tuple[Voter, ...]:
        """Who may vote now by these terms, in the order in which they took their seats."""
        return tuple(
            a_voter(person, held.seat, terms.weight_of(person, held.seat))
            for person, held in self.seats.items()
            if held.voting and terms.lets_vote(held.seat)
        )

    def must_be_able_to_decide(self, terms: Rule) -> None:
        """Refuse a rule by which those who sit here now could never decide anything."""
        if problems := list(problems_with(terms, self.electorate(terms))):
            raise Malformed(" ".join(problems))

    def voters_among(self, people: Collection[PersonId] | None, terms: Rule) -> tuple[Voter, ...]:
        """Everybody who may vote; or, where a source names them, those people and no others."""
        if people is None:
            return self.electorate(terms)
        return tuple(self._voter(person, terms) for person in people)

    def _voter(self, person: PersonId, terms: Rule) -> Voter:
        held = self.seats.get(person)
        if held is None:
            raise NotEligible(NOT_SEATED)
        return a_voter(person, held.seat, terms.weight_of(person, held.seat))
