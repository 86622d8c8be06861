"""What tests of step-ins share: a night, a step-in on it, and what a review says."""

import pytest

from domain.ids import PlanId
from domain.kinds import Seat
from tests.web.club import Club


@pytest.fixture
def night(club: Club) -> PlanId:
    """A plan for a night; Jo is the member of staff here, Tess a trustee, Ola looks on."""
    for name, seat in (("Jo", Seat.STAFF), ("Tess", Seat.TRUSTEE), ("Ola", Seat.OBSERVER)):
        club.people[name] = club.does.register_person(club.act("Asha"), name)
        club.does.seat_person(club.act("Asha"), club.here, club.people[name], seat, voting=False)
    return club.plan()


def said(night: PlanId, **more: str) -> dict[str, str]:
    return {
        "grounds": "harm",
        "about": str(night),
        "did": "I shut the side door",
        "why": "There is sand in front of it.",
        "smaller": "yes",
        "tried": "I asked the builders",
        "ends": "2026-03-04T12:00:00+00:00",
        **more,
    }


def stepped_in(club: Club, night: PlanId, name: str = "Jo") -> str:
    jo = club.enter(name)
    return str(jo.post("/step-ins/", **said(night)).location)


def found(**more: str) -> dict[str, str]:
    return {"finding": "partly", "saw": "Nobody rang us", "outside": "another", **more}
