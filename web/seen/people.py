"""People as the pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from domain.ids import CommitteeId, PersonId
from web.services import services


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
