"""What people can be chosen for, and who could be: the form for a new election."""

from dataclasses import dataclass

from domain.ids import CHAIR, CommitteeId
from web.seen.electing import RUNS
from web.seen.people import SEATS, Person, people
from web.seen.plans import Pick
from web.services import services

NEW = "new"
"""Stands for a job that has no name here yet."""


@dataclass(frozen=True, slots=True)
class ChoosingPage:
    """What ``choose_people.html`` shows."""

    seat: bool
    jobs: list[Pick]
    seats: list[Pick]
    people: list[Person]


def choosing_page(here: CommitteeId, *, seat: bool) -> ChoosingPage:
    """What people can be chosen for, and who."""
    members = services().directory.members(here)
    return ChoosingPage(
        seat=seat,
        jobs=[*_jobs(here), Pick(NEW, "Another job", "write")],
        seats=[Pick(one.value, SEATS[one].capitalize(), "person") for one in SEATS],
        people=people(one.person for one in members),
    )


def _jobs(here: CommitteeId) -> list[Pick]:
    roles = services().directory.roles(here)
    known = [Pick(str(one.role), job_in_words(one.role, one.name), "jobs") for one in roles]
    if not any(one.role == CHAIR for one in roles):
        known.insert(0, Pick(str(CHAIR), job_in_words(CHAIR, ""), "jobs"))
    return known


def job_in_words(role: object, name: str) -> str:
    """What a job is called; who runs the meeting is told in other words."""
    return RUNS.capitalize() if role == CHAIR else name
