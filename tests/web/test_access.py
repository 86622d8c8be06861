"""Every route as every reader, for their own committee and for a stranger's, against the table."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest
from flask import Flask
from werkzeug.routing import Rule as Route
from werkzeug.test import TestResponse

from domain.ids import CHAIR, CommitteeId, StreamId
from domain.kinds import Domain, Say, Seat, StepInGround
from domain.sealed import Sealed
from domain.values import DomainSay, LocalMoment, MandateHolder
from tests.web.club import A_WORRY, START, YES, Club, Hands, Visitor, words
from tests.web.page_parts import Parts
from tests.web.readers import (
    ELSEWHERE,
    NOBODY,
    SEATED,
    STRANGER,
    TURNED_AWAY,
    found_another,
    seat_the_missing,
)
from web import create_app
from web.access import BY_NAME, NOT_OPEN, TABLE, Who
from web.services import Services
from web.settings import Settings

HERE = {name: sits.reach for name, sits in SEATED.items()} | {
    STRANGER: Who.KNOWN,
    ELSEWHERE: Who.KNOWN,
    NOBODY: Who.ANYBODY,
}
"""How far each reader comes with what is this committee's."""

TOLD_OFFICES = ("Tess", "Tom", "Ola")
"""Trustees, and whoever looks on: where one is picked out by name is closed to them."""

OF_A_THING = ("proposal", "plan", "task", "meeting", "stream")


@dataclass
class World:
    """Two committees, one of everything in each, and those who read."""

    club: Club
    ours: dict[str, UUID]
    theirs: dict[str, UUID]
    readers: dict[str, Visitor]


def one_of_everything(club: Club, chair: str) -> dict[str, UUID]:
    """A vote with a worry, a plan with a line, a job, each with a name to know it by."""
    act = club.act(chair)
    title = f"Only for {chair}"
    made = club.does.make_proposal(act, club.here, title)
    question = club.does.ask_question(act, made, f"{title}, a question")
    club.does.open_voting(act, made)
    club.does.cast_ballot(act, made, A_WORRY)
    seen = club.services.decisions.proposal(made, club.clock.now)
    assert seen
    yes = club.does.make_proposal(act, club.here, f"{title}, agreed", domain=Domain.RULES)
    club.does.open_voting(act, yes)
    for voter in (name for name, sits in SEATED.items() if chair == "Asha" and sits.voting):
        club.does.cast_ballot(club.act(voter), yes, YES)
    if chair != "Asha":
        club.does.cast_ballot(act, yes, YES)
    club.does.close_voting(act, yes)
    cited = club.does.authority_of(yes)
    plan = club.does.make_plan(act, club.here, f"{title}, a plan", authority=cited)
    line = club.does.write_line(act, plan, "Music", title, authority=cited)
    task = club.does.add_task(act, club.here, f"{title}, a job", authority=cited)
    step_in = club.does.step_in(
        replace(club.act("Jo" if chair == "Asha" else "Sue"), reason=Sealed.of(title)),
        club.here,
        StepInGround.HARM,
        less_restrictive_tried=False,
        touches=[StreamId(plan)],
        ends=club.clock.now + timedelta(hours=1),
    )
    mandate = club.does.grant_mandate(
        act,
        club.here,
        MandateHolder(person=club.people[chair]),
        title,
        says=[DomainSay(domain=Domain.MONEY, say=Say.ALONE)],
        authority=cited,
    )
    day = LocalMoment(day=club.clock.now.date())
    return {
        "meeting": club.does.call_meeting(act, club.here, day, title),
        "mandate": mandate,
        "rule": club.services.mandates.rules(club.here)[0].rule,
        "step_in": step_in,
        "proposal": made,
        "worry": seen.objections[0].objection,
        "question": question,
        "plan": plan,
        "line": line,
        "task": task,
        "stream": task,
        "who": club.people[chair],
    }


@contextmanager
def a_world(folder: Path) -> Iterator[World]:
    services, clock = Services.open(folder), Hands(START)
    club = Club(services, create_app(services, Settings(folder), clock=clock), clock)
    club.found("Asha", "Ben")
    seat_the_missing(club.does, club.act("Asha"), club.here, club.people)
    ours, mine = one_of_everything(club, "Asha"), club.here
    club.committee = found_another(club.does, club.act("Eve"), club.people)
    club.people["Sue"] = club.does.register_person(club.act("Fay"), "Sue")
    club.does.seat_person(club.act("Fay"), club.here, club.people["Sue"], Seat.STAFF, voting=False)
    theirs, club.committee = one_of_everything(club, ELSEWHERE), mine
    readers = {name: club.enter(name) for name in HERE if name != NOBODY}
    yield World(club, ours, theirs, {**readers, NOBODY: club.visitor()})
    services.close()


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with a_world(tmp_path_factory.mktemp("access")) as it:
        yield it


def routes(app: Flask, method: str) -> list[Route]:
    return [route for route in app.url_map.iter_rules() if method in (route.methods or ())]


def address(world: World, route: Route, things: dict[str, UUID]) -> str:
    values = {"version": 1, "filename": "hands.css", "card": world.club.link("Ben"), **things}
    values |= {
        "key": "deciding",
        "metric": "C0",
        "dispute": UUID(int=1),
        "method": "consent",
        "kind": "order",
        "slip": UUID(int=2),
        "asked_about": UUID(int=3),
        "voter": UUID(int=3),
    }
    with world.club.app.test_request_context():
        wanted: dict[str, Any] = {name: values[name] for name in route.arguments}
        built = world.club.app.url_for(route.endpoint, **wanted)
    return built.removeprefix("http://localhost")


def was_let_in(answer: TestResponse) -> bool:
    if answer.status_code == 303 and answer.location == "/enter":
        return False
    return not (answer.status_code == 403 and any(one in words(answer) for one in TURNED_AWAY))


def test_every_page_and_button_stands_in_the_table_and_nothing_else(world: World) -> None:
    assert {route.endpoint for route in world.club.app.url_map.iter_rules()} == set(TABLE)


def test_a_page_that_is_not_in_the_table_is_open_to_nobody(tmp_path: Path) -> None:
    services = Services.open(tmp_path)
    app = create_app(services, Settings(tmp_path))
    app.add_url_rule("/new", "new.page", lambda: "secret")
    answer = app.test_client().get("/new")
    services.close()
    assert answer.status_code == 403
    assert NOT_OPEN in words(answer)
    assert "secret" not in answer.text


@pytest.mark.parametrize("name", HERE)
def test_who_sees_which_page_of_this_committee(world: World, name: str) -> None:
    for route in routes(world.club.app, "GET"):
        answer = world.readers[name].get(address(world, route, world.ours))
        asked_for_a_seat_elsewhere = name == ELSEWHERE and not _is_about_a_thing(route)
        if asked_for_a_seat_elsewhere:
            continue  # without a thing in its address a page is about one's own committee
        may = HERE[name] >= TABLE[route.endpoint] and _sees_who(name, route)
        assert was_let_in(answer) is may, (route.endpoint, name, words(answer))
        assert answer.status_code < 500, (route.endpoint, name)
        if not may:
            assert "Only for Asha" not in answer.text, (route.endpoint, name)


@pytest.mark.parametrize("name", HERE)
def test_nobody_sees_anything_of_a_strangers_committee(world: World, name: str) -> None:
    if name == ELSEWHERE:
        return
    for route in routes(world.club.app, "GET"):
        answer = world.readers[name].get(address(world, route, world.theirs))
        assert "Only for Fay" not in answer.text, (route.endpoint, name)
        assert "Book club" not in answer.text, (route.endpoint, name)
        if _is_about_a_thing(route):
            assert not was_let_in(answer), (route.endpoint, name, words(answer))


@contextmanager
def probed(app: Flask) -> Iterator[None]:
    """Behind every button only a bell, so that pressing all of them changes nothing."""
    real = dict(app.view_functions)

    def bell(**_: object) -> str:
        return "It rang."

    for route in routes(app, "POST"):
        app.view_functions[route.endpoint] = bell
    yield
    app.view_functions.update(real)


@pytest.mark.parametrize("name", HERE)
@pytest.mark.parametrize("whose", ["ours", "theirs"])
def test_who_presses_which_button(world: World, name: str, whose: str) -> None:
    things = world.ours if whose == "ours" else world.theirs
    reader = world.readers[name]
    token = reader.token()
    with probed(world.club.app):
        for route in routes(world.club.app, "POST"):
            path = address(world, route, things)
            answer = reader.client.post(path, data={"csrf_token": token})
            reach = _reach(name, whose, is_about_a_thing=_is_about_a_thing(route))
            rang = answer.text == "It rang."
            may = reach >= TABLE[route.endpoint] and _sees_who(name, route)
            assert rang is may, (route.endpoint, name, words(answer))
            assert answer.status_code == (200 if rang else 403)


def ways(app: Flask, page: Parts) -> Iterator[str]:
    """The routes to which the links, the forms and the buttons of a page lead."""
    router = app.url_map.bind("localhost")
    wanted = [(link, "GET") for link in page.links]
    for form in page.forms:
        wanted += [(b.action or form.action, form.method.upper()) for b in form.buttons]
    for address, method in wanted:
        if address.startswith("/"):
            yield str(router.match(urlsplit(address).path, method)[0])


@pytest.mark.parametrize("name", HERE)
def test_no_page_shows_a_button_that_is_closed_to_its_reader(world: World, name: str) -> None:
    app, seen = world.club.app, 0
    for route in routes(app, "GET"):
        answer = world.readers[name].get(address(world, route, world.ours))
        if answer.status_code != 200 or route.endpoint == "static":
            continue
        seen += 1
        far = HERE[name] if name != "Fay" or _is_about_a_thing(route) else Who.RUNS_MEETINGS
        ways_on = set(ways(app, Parts(answer.text)))
        closed = {way for way in ways_on if TABLE[way] > far}
        if name in TOLD_OFFICES:
            closed |= ways_on & BY_NAME
        assert closed == set(), (route.endpoint, name)
    assert seen >= 4


def test_whoever_looks_on_is_told_so_on_every_page_and_nobody_else_is(world: World) -> None:
    for route in routes(world.club.app, "GET"):
        if TABLE[route.endpoint] is Who.SEATED:
            for name in ("Ola", "Tess", "Ben"):
                answer = world.readers[name].press_link(address(world, route, world.ours))
                told = "You look on here. You can read what we decide, and why." in words(answer)
                assert told is (name == "Ola"), route.endpoint


def _reach(name: str, whose: str, *, is_about_a_thing: bool) -> Who:
    """How far somebody comes. What names no thing is about one's own committee."""
    if name == ELSEWHERE:
        return Who.RUNS_MEETINGS if whose == "theirs" or not is_about_a_thing else Who.KNOWN
    return min(HERE[name], Who.KNOWN) if whose == "theirs" and is_about_a_thing else HERE[name]


def _sees_who(name: str, route: Route) -> bool:
    return name not in TOLD_OFFICES or route.endpoint not in BY_NAME


def _is_about_a_thing(route: Route) -> bool:
    return any(name in OF_A_THING for name in route.arguments)


def test_whoever_looks_on_with_a_vote_takes_part(club: Club) -> None:
    ola = club.people["Ola"] = club.does.register_person(club.act("Asha"), "Ola")
    club.does.seat_person(club.act("Asha"), club.here, ola, Seat.OBSERVER, voting=True)
    assert club.enter("Ola").get("/ideas/new").status_code == 200


def test_a_link_opens_no_committee_that_the_one_who_makes_it_does_not_run(club: Club) -> None:
    other: CommitteeId = club.does.found_committee(club.act("Eve"), "Book club")
    for name in ("Eve", "Ben"):
        club.does.seat_person(club.act("Eve"), other, club.people[name], Seat.MEMBER)
    club.does.give_role(club.act("Eve"), other, CHAIR, "chair", club.people["Eve"])
    answer = club.enter("Asha").post(f"/people/{club.people['Ben']}/link")
    assert answer.status_code == 403
    assert "Ben is on another committee too, which you do not run." in words(answer)
    assert "/enter/" not in answer.text
    assert club.enter("Asha").post(f"/people/{club.people['Cara']}/link").status_code == 200
