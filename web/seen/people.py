"""People as the pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.committee import Standing
from domain.ids import CommitteeId, PersonId
from domain.kinds import Seat
from projections.directory import Member
from web.services import services

SEATS = {
    Seat.MEMBER: "member",
    Seat.STAFF: "staff",
    Seat.TRUSTEE: "trustee",
    Seat.VOLUNTEER: "volunteer",
    Seat.OBSERVER: "looks on",
}


@dataclass(frozen=True, slots=True)
class Person:
    """A name, and a picture where there is one."""

    id: str
    name: str
    photo: str | None = None


def person(who: PersonId) -> Person:
    """One person."""
    return Person(str(who), services().naming.name(who))


def people(whom: Iterable[PersonId]) -> list[Person]:
    """Several, in this order."""
    wanted = list(whom)
    names = services().naming.names(wanted)
    return [Person(str(who), names[who]) for who in wanted]


def may_run(committee: CommitteeId, who: PersonId) -> bool:
    """Whether this person may open and close votes."""
    return who in services().directory.runs_meetings(committee)


def takes_part(one: Standing | Member) -> bool:
    """Whoever looks on takes part only where they were given a vote all the same."""
    return one.seat is not Seat.OBSERVER or one.voting


def seat_of(member: Member) -> str:
    """What somebody sits on the committee as, in the words of those who sit there so."""
    return member.seat_label or SEATS[member.seat]
