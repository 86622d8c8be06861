"""Who decided what, in two presses: from every change to the votes behind it."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from uuid import uuid4

import pytest

from domain.ids import PlanId, RoleId
from domain.values import EventId, LocalMoment
from domain.voting.rule import Method, Rule
from tests.web.club import Club, words
from tests.web.looking_back import link_with


def of_a_line(club: Club, plan: PlanId, cited: EventId) -> str:
    club.does.write_line(club.act("Ben"), plan, "Music", "DJ Sam", authority=cited)
    return link_with(club.enter("Ben").get(f"/plan/{plan}"), "Music")


def of_a_plan(club: Club, _: PlanId, cited: EventId) -> str:
    plan = club.plan("August night", cited)
    return link_with(club.enter("Ben").get(f"/plan/{plan}"), "Why do we do this")


def of_a_plan_that_was_moved(club: Club, plan: PlanId, cited: EventId) -> str:
    later = LocalMoment(day=date(2026, 7, 10), zone="Europe/London")
    club.does.move_plan(club.act("Ben"), plan, later, authority=cited)
    return link_with(club.enter("Ben").get(f"/plan/{plan}"), "Why did we move it")


def of_a_job(club: Club, _: PlanId, cited: EventId) -> str:
    job = club.does.add_task(club.act("Asha"), club.here, "Door", authority=cited)
    assert f'href="/jobs/{job}"' in club.enter("Ben").get("/jobs/").text
    return f"/jobs/{job}"


def of_a_role(club: Club, _: PlanId, cited: EventId) -> str:
    who, role = club.people["Ben"], RoleId(uuid4())
    club.does.give_role(club.act("Asha"), club.here, role, "treasurer", who, authority=cited)
    return link_with(club.enter("Ben").get("/people/"), "Ben")


def of_a_seat(club: Club, _: PlanId, cited: EventId) -> str:
    gil = club.people["Gil"] = club.does.register_person(club.act("Asha"), "Gil")
    club.does.seat_person(club.act("Asha"), club.here, gil, authority=cited)
    return link_with(club.enter("Ben").get("/people/"), "Gil")


def of_the_rule(club: Club, _: PlanId, cited: EventId) -> str:
    club.does.adopt_rule(club.act("Asha"), club.here, Rule(method=Method.CONSENT), cited)
    return link_with(club.enter("Ben").get("/people/"), "How we decide")


def of_a_decision(club: Club, _: PlanId, __: EventId) -> str:
    return link_with(club.enter("Ben").get("/why/"), "We want this")


@pytest.mark.parametrize(
    "why",
    [
        of_a_line,
        of_a_plan,
        of_a_plan_that_was_moved,
        of_a_job,
        of_a_role,
        of_a_seat,
        of_the_rule,
        of_a_decision,
    ],
)
def test_the_votes_behind_everything_are_two_presses_away(
    club: Club, why: Callable[[Club, PlanId, EventId], str]
) -> None:
    ben, plan = club.enter("Ben"), club.plan()
    first = ben.press_link(why(club, plan, club.reason("We want this")))
    assert "We decided on “We want this”: YES." in words(first)
    further = [unescape(link) for link in re.findall(r'href="(/ideas/[^"]+)"', first.text)]
    pages = [first, *map(ben.get, further)]
    assert any("Cara No" in words(page) for page in pages)
