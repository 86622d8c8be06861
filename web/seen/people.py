"""People as the pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import g

from domain.committee import Standing
from domain.ids import CommitteeId, PersonId
from domain.kinds import Seat
from projections.directory import Member
from web.seen.discreetly import sees_names, standing_alone, veiled
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

    def __post_init__(self) -> None:
        """Those who are told offices read “Member”, and find no id of a person in a page."""
        object.__setattr__(self, "id", veiled(self.id))
        object.__setattr__(self, "name", standing_alone(self.name))


def person(who: PersonId) -> Person:
    """One person."""
    return Person(str(who), services().naming.name(who))


def people(whom: Iterable[PersonId]) -> list[Person]:
    """Several, in this order."""
    wanted = list(whom)
    names = services().naming.names(wanted)
    return [Person(str(who), names[who]) for who in wanted]


TINTS = 8
"""So many colours the faces have. A colour never says alone who somebody is."""


def tint(who: str) -> int:
    """The colour of somebody's face: by the order of the seats, so that the first eight differ.

    Those who are told offices see one colour, or it would tell one person from another.
    """
    if not sees_names():
        return 0
    if "tints" not in g:
        g.tints = _tints()
    found: int | None = g.tints.get(who)
    return sum(who.encode()) % TINTS if found is None else found


def _tints() -> dict[str, int]:
    seen = g.get("committee") or (g.get("viewer") and g.viewer.committee)
    members = services().directory.members(CommitteeId(seen.committee)) if seen else []
    return {str(member.person): place % TINTS for place, member in enumerate(members)}


def may_run(committee: CommitteeId, who: PersonId) -> bool:
    """Whether this person may open and close votes."""
    return who in services().directory.runs_meetings(committee)


def takes_part(one: Standing | Member) -> bool:
    """Whoever looks on takes part only where they were given a vote all the same."""
    return one.seat is not Seat.OBSERVER or one.voting


def seat_of(member: Member) -> str:
    """What somebody sits on the committee as, in the words of those who sit there so."""
    return member.seat_label or SEATS[member.seat]
