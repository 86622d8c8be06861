"""What the directory answers: committees, seats, roles and rules, each with where it comes from."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.ids import CommitteeId, PersonId, RoleId
from domain.kinds import Seat
from domain.values import EventId
from domain.voting.rule import Rule


@dataclass(frozen=True, slots=True)
class CommitteeSeen:
    """A committee as a page shows it; ``closed_at`` where it came to its end."""

    committee: CommitteeId
    name: str
    founded_at: datetime
    event: EventId
    authority: EventId | None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """A role that somebody has, and the event by which it came to them.

    One that was handed over cites no right of its own: the act before it did.
    """

    role: RoleId
    name: str
    since: datetime
    term_ends: date | None
    event: EventId
    authority: EventId | None


@dataclass(frozen=True, slots=True)
class Member:
    """A person's seat on a committee, and the roles that go with it."""

    person: PersonId
    name: str
    seat: Seat
    seat_label: str | None
    voting: bool
    since: datetime
    term_ends: date | None
    held: tuple[RoleHeld, ...]
    is_chair: bool
    event: EventId
    authority: EventId | None

    @property
    def roles(self) -> tuple[str, ...]:
        """What their roles are called."""
        return tuple(one.name for one in self.held)


@dataclass(frozen=True, slots=True)
class RoleOffer:
    """Somebody was asked to take a role and has not answered."""

    giver: PersonId
    taker: PersonId
    share: bool
    at: datetime
    answer_by: datetime | None


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A role: who has it, who learns it, who wants a turn, who was asked."""

    role: RoleId
    name: str
    holders: tuple[PersonId, ...]
    learning: tuple[PersonId, ...]
    rotation: tuple[PersonId, ...]
    offers: tuple[RoleOffer, ...]


@dataclass(frozen=True, slots=True)
class RuleSeen:
    """How a committee decides, since when, and by which right."""

    terms: Rule
    since: datetime
    event: EventId
    authority: EventId | None
