"""Who sits on a committee, as what, and how the committee decides."""

from dataclasses import dataclass
from uuid import UUID

from flask import g, url_for

from domain.ids import CHAIR, CommitteeId, PersonId
from domain.kinds import Seat
from domain.voting.say import rule_in_words
from projections.directory_seen import Member
from web.seen.discreetly import standing_alone
from web.seen.lists import Many, Whom, some_of
from web.seen.people import may_run, seat_of
from web.seen.plans import Pick
from web.services import services

NEW_SEATS: list[tuple[str, str, str]] = [
    (Seat.MEMBER, "Member", "person"),
    (Seat.STAFF, "Staff: is paid to work here", "card"),
    (Seat.VOLUNTEER, "Volunteer: helps", "hand"),
    (Seat.TRUSTEE, "Trustee, with a vote", "paper"),
    ("trustee without a vote", "Trustee, with no vote", "paper"),
    (Seat.OBSERVER, "Looks on, with no vote", "look"),
]


@dataclass(frozen=True, slots=True)
class Seated:
    """One person and their seat."""

    id: str
    name: str
    seat: str
    voting: bool
    is_chair: bool
    roles: list[str]
    is_me: bool
    photo: str | None = None


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """What ``people.html`` shows."""

    seated: list[Seated]
    many: Many
    rule: str
    may_add: bool
    may_chair: bool
    seats: list[Pick]


def people_page(committee: CommitteeId, whom: Whom | None = None) -> PeoplePage:
    """Everybody on the committee; where they are many, those who are looked for."""
    members = services().directory.members(committee)
    rule = services().directory.rule(committee)
    me = g.viewer.person
    seated, many = some_of([_seated(member, me) for member in members], whom or Whom(), _to)
    return PeoplePage(
        seated=seated,
        many=many,
        rule=rule_in_words(rule.terms) if rule else "",
        may_add=may_run(committee, me),
        seats=[Pick(seat, words, picture) for seat, words, picture in NEW_SEATS],
        may_chair=is_chair(committee, me),
    )


def seated(committee: CommitteeId, who: UUID) -> Seated | None:
    """One person who sits on the committee."""
    members = services().directory.members(committee)
    me: PersonId = g.viewer.person
    return next((_seated(member, me) for member in members if member.person == who), None)


def is_chair(committee: CommitteeId, who: PersonId) -> bool:
    """Whether this person runs the meetings by having that role."""
    members = services().directory.members(committee)
    return any(member.is_chair and member.person == who for member in members)


def _to(words: str | None, page: int | None) -> str:
    return url_for("people.index", words=words, page=page)


def _seated(member: Member, me: PersonId) -> Seated:
    return Seated(
        id=str(member.person),
        name=standing_alone(member.name),
        seat=seat_of(member),
        voting=member.voting,
        is_chair=member.is_chair,
        roles=[held.name for held in member.held if held.role != CHAIR],
        is_me=member.person == me,
    )
