"""Committees, who sits on them, who holds which role, and by which rule they decide."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from domain.committee import Standing
from domain.ids import CHAIR, CommitteeId, PersonId, RoleId
from domain.kinds import Seat
from domain.values import EventId, place_of
from domain.voting.nearest import chooses
from domain.voting.rule import Rule
from projections.committee_steps import CommitteeSteps
from projections.directory_seen import (
    CommitteeSeen,
    Member,
    RoleHeld,
    RoleOffer,
    RoleSeen,
    RuleSeen,
)
from projections.naming import Naming
from projections.read_model import question, uid, when
from projections.seatings import RoleStanding, RoleStep, SeatStep, roles, seats
from projections.stops import Stop

__all__ = ["CommitteeSeen", "Directory", "Member", "RoleHeld", "RoleSeen", "RuleSeen"]

_COMMITTEE = "position, committee, step, event, authority, at"
_SEAT = "person, step, seat, voting, term_ends, event, authority, at"
_ROLE = "role, step, giver, taker, term_ends, share, answer_by, event, authority, at"


class Directory(CommitteeSteps):
    """Seats, roles and rules, as they stand or stood.

    Every question can be asked of a moment (``at``) and of what the log knew at a position
    (``known``). In one committee things are told in the order in which they happened.
    """

    @question
    def committees(
        self, at: datetime | None = None, known: int | None = None
    ) -> list[CommitteeSeen]:
        """Every committee, oldest first, also those that came to their end."""
        found = self.rows(
            f"SELECT {_COMMITTEE} FROM committee WHERE at <= ? AND position <= ? "  # noqa: S608
            "ORDER BY position",
            *Stop(at, known).bounds,
        )
        return self._committees(found)

    @question
    def committees_of(
        self, person: PersonId, at: datetime | None = None, known: int | None = None
    ) -> list[CommitteeSeen]:
        """The committees on which this person sits."""
        stop, steps = Stop(at, known), dict[bytes, list[SeatStep]]()
        for key, *step in self.rows(
            f"SELECT committee, {_SEAT} FROM seating WHERE person = ? "  # noqa: S608 -- our own
            "AND at <= ? AND position <= ? ORDER BY position",
            person.bytes,
            *stop.bounds,
        ):
            steps.setdefault(key, []).append(SeatStep(*step))
        sits = [key for key, taken in steps.items() if seats(taken)[person.bytes]]
        query = (
            f"SELECT {_COMMITTEE} FROM committee WHERE committee = ? "  # noqa: S608 -- our own
            "AND at <= ? AND position <= ?"
        )
        return self._committees(row for key in sits for row in self.rows(query, key, *stop.bounds))

    def _committees(self, found: Iterable[tuple[Any, ...]]) -> list[CommitteeSeen]:
        """Each with its end, if it has come; the oldest first."""
        rows = sorted(found)
        ends = {key: when(at) for _, key, step, _, _, at in rows if step == "closed"}
        begun = [row for row in rows if row[2] == "founded"]
        names = self.views.of(Naming).names(uid(row[1]) for row in begun)
        return [
            CommitteeSeen(
                CommitteeId(uid(key)), names[uid(key)], when(since), event, cited, ends.get(key)
            )
            for _, key, _, event, cited, since in begun
        ]

    @question
    def members(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[Member]:
        """Who sits on it, in the order in which they first took a seat."""
        seated = {uid(key): step for key, step in self._seats(committee, at, known) if step}
        standing = self._roles(committee, at, known)
        names = self.views.of(Naming).names([*seated, *standing])
        labels = self._labels(committee, at, known)
        held = _held(standing, names)
        return [
            Member(
                person=PersonId(person),
                name=names[person],
                seat=Seat(step.seat),
                seat_label=labels.get(step.seat),
                voting=bool(step.voting),
                since=when(step.at),
                term_ends=_day(step.term_ends),
                held=tuple(held.get(person, ())),
                is_chair=any(one.role == CHAIR for one in held.get(person, ())),
                event=EventId(step.event),
                authority=_cited(step),
            )
            for person, step in seated.items()
        ]

    @question
    def roles(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[RoleSeen]:
        """Every role that there is, who has it, learns it, wants a turn, or was asked."""
        standing = self._roles(committee, at, known)
        names = self.views.of(Naming).names(standing)
        return [
            RoleSeen(
                role=role,
                name=names[role],
                holders=_people(now.holding),
                learning=_people(now.learning),
                rotation=_people(now.rotation),
                offers=tuple(_offer(step) for step in now.offers.values()),
            )
            for role, now in standing.items()
        ]

    @question
    def gave(
        self,
        committee: CommitteeId,
        role: RoleId,
        person: PersonId,
        at: datetime | None = None,
        known: int | None = None,
    ) -> EventId | None:
        """The event by which this person has this role, if they have it."""
        standing = self._roles(committee, at, known).get(role)
        step = standing.holding.get(person.bytes) if standing else None
        return EventId(step.event) if step else None

    @question
    def runs_meetings(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[PersonId]:
        """Who may open and close votes: the chair; without one, anybody who has a vote."""
        seated = {key: step for key, step in self._seats(committee, at, known) if step}
        chair = self._roles(committee, at, known).get(CHAIR)
        chairs = [key for key in seated if chair and key in chair.holding]
        return [*_people(chairs or [key for key, step in seated.items() if step.voting])]

    @question
    def standing(
        self,
        committee: CommitteeId,
        person: PersonId,
        at: datetime | None = None,
        known: int | None = None,
    ) -> Standing | None:
        """What somebody is there. Every page asks this, so nobody's name is looked up."""
        held = dict(self._seats(committee, at, known)).get(person.bytes)
        runs = self.runs_meetings(committee, at, known)
        return Standing(Seat(held.seat), bool(held.voting), person in runs) if held else None

    @question
    def rule(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> RuleSeen | None:
        """The rule in force for every question that has none of its own.

        Where there is one for yes or no and one for choices, the one for yes or no.
        """
        told = self.rows(
            "SELECT rule, replaces, terms, at, event, authority FROM rule_adopted "
            "WHERE committee = ? AND at <= ? AND position <= ? ORDER BY position DESC",
            committee.bytes,
            *Stop(at, known).bounds,
        )
        replaced = {replaces for _, replaces, *_ in told}
        found = [
            RuleSeen(Rule.model_validate_json(terms), when(since), event, authority)
            for rule, _, terms, since, event, authority in told
            if rule not in replaced
        ]
        return next((one for one in found if not chooses(one.terms)), found[0] if found else None)

    # ---- From rows to what is seen

    def _told(  # noqa: PLR0913 -- what, of whom, and up to when
        self,
        table: str,
        columns: str,
        committee: CommitteeId,
        at: datetime | None,
        known: int | None,
        order: str = "position",
    ) -> Sequence[tuple[Any, ...]]:
        """What is told of a committee in one table, in the order of its key."""
        query = f"SELECT {columns} FROM {table} WHERE committee = ? AND at <= ? AND position <= ?"  # noqa: S608 -- our own
        return self.rows(f"{query} ORDER BY {order}", committee.bytes, *Stop(at, known).bounds)

    def _seats(
        self, committee: CommitteeId, at: datetime | None, known: int | None
    ) -> Iterable[tuple[bytes, SeatStep | None]]:
        found = self._told("seating", _SEAT, committee, at, known)
        return seats(SeatStep(*row) for row in found).items()

    def _roles(
        self, committee: CommitteeId, at: datetime | None, known: int | None
    ) -> dict[RoleId, RoleStanding]:
        found = self._told("role_step", _ROLE, committee, at, known, "position, turn")
        standing = roles(RoleStep(*row) for row in found)
        return {RoleId(uid(key)): now for key, now in standing.items()}

    def _labels(
        self, committee: CommitteeId, at: datetime | None, known: int | None
    ) -> dict[str, str]:
        """What those who sit there call their seats."""
        found = self._told("seat_label", "seat, label", committee, at, known)
        words = self.words(label for _, label in found)
        return {seat: words[label] for seat, label in found if label in words}


def _held(
    standing: Mapping[RoleId, RoleStanding], names: Mapping[Any, str]
) -> dict[UUID, list[RoleHeld]]:
    """Each person's roles, the one they got last coming last."""
    steps = [
        (uid(person), role, step)
        for role, now in standing.items()
        for person, step in now.holding.items()
    ]
    held: dict[UUID, list[RoleHeld]] = {}
    for person, role, step in sorted(steps, key=lambda one: place_of(EventId(one[2].event))[1]):
        since, ends = when(step.at), _day(step.term_ends)
        one = RoleHeld(role, names[role], since, ends, EventId(step.event), _cited(step))
        held.setdefault(person, []).append(one)
    return held


def _people(keys: Iterable[bytes]) -> tuple[PersonId, ...]:
    return tuple(PersonId(uid(key)) for key in keys)


def _offer(step: RoleStep) -> RoleOffer:
    giver, taker = _people([step.giver or b"", step.taker or b""])
    answer_by = None if step.answer_by is None else when(step.answer_by)
    return RoleOffer(giver, taker, bool(step.share), when(step.at), answer_by)


def _cited(step: SeatStep | RoleStep) -> EventId | None:
    return EventId(step.authority) if step.authority else None


def _day(stored: str | None) -> date | None:
    return date.fromisoformat(stored) if stored else None
