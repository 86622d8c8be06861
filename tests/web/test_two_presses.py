"""Who decided what, in two presses: from every change to the votes behind it."""

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path
from uuid import uuid4

import pytest
from werkzeug.test import TestResponse

from domain.ids import PlanId, RoleId
from domain.values import EventId, LocalMoment
from domain.voting.rule import Method, Rule
from tests.web.club import Club, Hands, words
from tests.web.every_page import NOW
from tests.web.looking_back import link_with
from tests.web.page_parts import Parts
from web import create_app
from web.demo import fill
from web.services import Services
from web.settings import Settings


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


def of_the_rule(club: Club, _: PlanId, __: EventId) -> str:
    cited = club.agreed("We want this")
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


def test_every_line_of_every_plan_leads_to_what_each_of_us_said(tmp_path: Path) -> None:
    """By the eyes of a member; or to why staff stepped in, where nobody could vote."""
    services = Services.open(tmp_path)
    people, now = dict(fill(services.governance, NOW)), Hands(NOW)
    (club,) = services.directory.committees()
    its = Club(services, create_app(services, Settings(tmp_path), clock=now), now, people)
    ben = its.enter("Ben")
    pages = {
        plan.plan: ben.get(f"/plan/{plan.plan}") for plan in services.plans.plans(club.committee)
    }
    whys = {why for page in pages.values() for why in lines_of(page)}
    assert len(pages) == 12
    assert len(whys) > 15
    for why in whys:
        first = ben.press_link(why)
        second = [ben.get(link) for link in Parts(first.text).links if link.startswith("/ideas/")]
        assert any(tells_who_said_what(page) for page in (first, *second)), why
    services.close()


def lines_of(page: TestResponse) -> list[str]:
    """Where the lines of this plan lead to."""
    found = re.search(r'(?s)<ul class="[^"]*\blines\b.*?</ul>', page.text)
    assert found
    lines, links = found[0].count("<li"), Parts(found[0]).links
    assert len(links) == lines > 0
    return links


def tells_who_said_what(page: TestResponse) -> bool:
    tiles = re.search(r'(?s)<ul class="tiles">.*?</ul>', page.text)
    return bool(tiles and tiles[0].count("<li") >= 6) or "Jo stepped in" in words(page)
