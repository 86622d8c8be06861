"""Committees, who sits on them, who holds which role, and by which rule they decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar
from uuid import UUID

from domain.events import (
    CommitteeFounded,
    PersonLeft,
    PersonRemoved,
    PersonSeated,
    RoleLaidDown,
    RoleTaken,
    RuleAdopted,
)
from domain.ids import CHAIR, CommitteeId, PersonId, RoleId
from domain.kinds import Seat
from domain.values import EventId
from domain.voting.rule import Rule
from projections.naming import Naming
from projections.read_model import ReadModel, Rows, moment, on, question, uid, when


@dataclass(frozen=True, slots=True)
class CommitteeSeen:
    """A committee as a page shows it."""

    committee: CommitteeId
    name: str
    founded_at: datetime


@dataclass(frozen=True, slots=True)
class Member:
    """A person's seat on a committee, and the roles that go with it now."""

    person: PersonId
    name: str
    seat: Seat
    voting: bool
    since: datetime
    term_ends: date | None
    roles: tuple[str, ...]
    is_chair: bool
    authority: EventId | None


@dataclass(frozen=True, slots=True)
class RuleSeen:
    """How a committee decides, since when, and by which right."""

    terms: Rule
    since: datetime
    event: EventId
    authority: EventId | None


class Directory(ReadModel):
    """Seats, roles and rules, each with its history."""

    NAME = "directory"
    TABLES: ClassVar[dict[str, str]] = {
        "committee": "(position INTEGER PRIMARY KEY, committee BLOB, event TEXT, at INTEGER)",
        "seating": (
            "(committee BLOB, person BLOB, position INTEGER, seat TEXT, voting INTEGER, "
            "term_ends TEXT, authority TEXT, at INTEGER, "
            "PRIMARY KEY (committee, person, position)) WITHOUT ROWID"
        ),
        "role_holding": (
            "(committee BLOB, role BLOB, person BLOB, position INTEGER, holds INTEGER, "
            "term_ends TEXT, authority TEXT, at INTEGER, "
            "PRIMARY KEY (committee, role, person, position)) WITHOUT ROWID"
        ),
        "rule_adopted": (
            "(committee BLOB, position INTEGER, rule BLOB, terms TEXT, event TEXT, "
            "authority TEXT, at INTEGER, PRIMARY KEY (committee, position)) WITHOUT ROWID"
        ),
    }
    INDEXES = (
        "committee_id ON committee (committee)",
        "seating_person ON seating (person, committee, position)",
    )

    @on(CommitteeFounded)
    def founded(self, event: CommitteeFounded, position: int, rows: Rows) -> None:
        key = event.originator_id.bytes
        rows["committee"].append((position, key, event.event_id, moment(event)))

    @on(PersonSeated)
    def seated(self, event: PersonSeated, position: int, rows: Rows) -> None:
        rows["seating"].append(
            (
                event.originator_id.bytes,
                event.person.bytes,
                position,
                event.seat,
                event.voting,
                event.term_ends and event.term_ends.isoformat(),
                event.authority,
                moment(event),
            )
        )

    @on(PersonLeft, PersonRemoved)
    def unseated(self, event: PersonLeft | PersonRemoved, position: int, rows: Rows) -> None:
        stream, person = event.originator_id.bytes, event.person.bytes
        rows["seating"].append((stream, person, position, None, 0, None, None, moment(event)))

    @on(RoleTaken)
    def role_taken(self, event: RoleTaken, position: int, rows: Rows) -> None:
        rows["role_holding"].append(
            (
                event.originator_id.bytes,
                event.role.bytes,
                event.person.bytes,
                position,
                1,
                event.term_ends and event.term_ends.isoformat(),
                event.authority,
                moment(event),
            )
        )

    @on(RoleLaidDown)
    def role_laid_down(self, event: RoleLaidDown, position: int, rows: Rows) -> None:
        stream, role, person = event.originator_id.bytes, event.role.bytes, event.person.bytes
        rows["role_holding"].append((stream, role, person, position, 0, None, None, moment(event)))

    @on(RuleAdopted)
    def rule_adopted(self, event: RuleAdopted, position: int, rows: Rows) -> None:
        rows["rule_adopted"].append(
            (
                event.originator_id.bytes,
                position,
                event.rule.bytes,
                event.terms.model_dump_json(),
                event.event_id,
                event.authority,
                moment(event),
            )
        )

    @question
    def committees(self) -> list[CommitteeSeen]:
        """Every committee, oldest first."""
        return self._committees(self.rows("SELECT committee, at FROM committee ORDER BY position"))

    @question
    def committees_of(self, person: PersonId) -> list[CommitteeSeen]:
        """The committees on which this person sits now."""
        found = self.rows(
            "SELECT c.committee, c.at FROM committee AS c JOIN (SELECT committee, seat, "
            "MAX(position) FROM seating WHERE person = ? GROUP BY committee) AS s "
            "USING (committee) WHERE s.seat IS NOT NULL ORDER BY c.position",
            person.bytes,
        )
        return self._committees(found)

    def _committees(self, found: Sequence[tuple[bytes, int]]) -> list[CommitteeSeen]:
        names = self.views.of(Naming).names(uid(stream) for stream, _ in found)
        return [
            CommitteeSeen(CommitteeId(uid(stream)), names[uid(stream)], when(at))
            for stream, at in found
        ]

    @question
    def members(self, committee: CommitteeId) -> list[Member]:
        """Who sits on it now, in the order in which they first took a seat."""
        found = self.rows(
            "SELECT person, seat, voting, term_ends, authority, at, MAX(position), "
            "(SELECT MIN(position) FROM seating AS f WHERE f.committee = s.committee "
            "AND f.person = s.person) AS first "
            "FROM seating AS s WHERE committee = ? GROUP BY person ORDER BY first",
            committee.bytes,
        )
        seated = [row for row in found if row[1] is not None]
        roles = self._roles(committee)
        held = {role for some in roles.values() for role in some}
        names = self.views.of(Naming).names([*(uid(row[0]) for row in seated), *held])
        return [
            Member(
                person=PersonId(uid(person)),
                name=names[uid(person)],
                seat=Seat(seat),
                voting=bool(voting),
                since=when(at),
                term_ends=date.fromisoformat(term_ends) if term_ends else None,
                roles=tuple(names[role] for role in roles.get(uid(person), ())),
                is_chair=CHAIR in roles.get(uid(person), ()),
                authority=authority,
            )
            for person, seat, voting, term_ends, authority, at, _, _ in seated
        ]

    @question
    def runs_meetings(self, committee: CommitteeId) -> list[PersonId]:
        """Who may open and close votes now: the chair; without one, anybody who has a vote."""
        members = self.members(committee)
        chairs = [member.person for member in members if member.is_chair]
        return chairs or [member.person for member in members if member.voting]

    @question
    def rule(self, committee: CommitteeId) -> RuleSeen | None:
        """The rule in force."""
        found = self.row(
            "SELECT terms, at, event, authority FROM rule_adopted WHERE committee = ? "
            "ORDER BY position DESC LIMIT 1",
            committee.bytes,
        )
        if found is None:
            return None
        terms, at, event, authority = found
        return RuleSeen(Rule.model_validate_json(terms), when(at), event, authority)

    def _roles(self, committee: CommitteeId) -> dict[UUID, list[RoleId]]:
        """Who holds which roles now."""
        found = self.rows(
            "SELECT role, person, holds, MAX(position) FROM role_holding WHERE committee = ? "
            "GROUP BY role, person ORDER BY MAX(position)",
            committee.bytes,
        )
        roles: dict[UUID, list[RoleId]] = {}
        for role, person, holds, _ in found:
            if holds:
                roles.setdefault(uid(person), []).append(RoleId(uid(role)))
        return roles
