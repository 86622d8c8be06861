"""Saying what one wants before there is a vote, on the real pages, with and without scripts."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from domain.act import Act
from domain.ids import CHAIR, PersonId
from domain.kinds import Seat
from domain.voting.rule import Rule
from tests.browser.club import NOW, Club, serving
from tests.browser.conftest import screen
from tests.browser.house import Screen
from web.services import Services

pytestmark = pytest.mark.browser

STAFF_LAST = Rule.model_validate({"method": "majority", "last": ["staff"], "days_to_read": 3})
IDEA = "A quiet room"


def told(services: Services) -> dict[str, PersonId]:
    """Asha runs the meetings, Ben and Cara are members, Jo is staff and speaks last."""
    does, begin = services.governance, Act.of_program(NOW)
    people = {name: does.register_person(begin, name) for name in ("Asha", "Ben", "Cara", "Jo")}
    asha = Act.now(people["Asha"], NOW)
    here = does.found_committee(asha, "Club night", STAFF_LAST)
    for name, who in people.items():
        does.seat_person(asha, here, who, Seat.STAFF if name == "Jo" else Seat.MEMBER)
    does.give_role(asha, here, CHAIR, "chair", people["Asha"])
    does.make_proposal(Act.now(people["Ben"], NOW), here, IDEA)
    return people


@contextmanager
def on_a_screen(browser: Browser, club: Club, name: str, *, javascript: bool) -> Iterator[Screen]:
    """One person, with the page of the idea before them."""
    with screen(browser, club.address, javascript=javascript) as page:
        club.enter(page, name)
        it = Screen(page, club.address)
        it.place("Why?")
        page.get_by_role("link", name=IDEA).first.click()
        yield it


@pytest.mark.parametrize("javascript", [True, False])
def test_members_say_it_first_and_staff_when_they_have(
    browser: Browser, tmp_path: Path, *, javascript: bool
) -> None:
    with serving(tmp_path, told) as club:
        with on_a_screen(browser, club, "Jo", javascript=javascript) as jo:
            jo.says("Staff speak last here. First we hear:", "Asha", "Cara")
            jo.says_not("What do you want?")
            jo.link("What others want")
            jo.says("Nobody has said it yet.")
        with on_a_screen(browser, club, "Cara", javascript=javascript) as cara:
            cara.says("What do you want?", "This is not a vote.", "Staff speak last.")
            want = cara.page.get_by_role("button", name="I want this", exact=True)
            box = want.bounding_box()
            assert box
            assert box["y"] + box["height"] < 740  # seen before anybody scrolls
            want.click()
            cara.says("We wrote down what you want. This is not a vote.", "You said: I want this")
            cara.link("Change what I said")
            cara.button("I am not sure")
            cara.says("You said: I am not sure")
        with on_a_screen(browser, club, "Asha", javascript=javascript) as asha:
            asha.link("Write down what someone says")
            asha.pick("Who says it?", "Ben")
            asha.pick("What do they say?", "I have a worry")
            asha.button("Write it down")
            asha.says("We wrote down what Ben wants.", "Say what you want first.")
            asha.says_not("Has a worry")
            asha.button("I do not want this")
            asha.link("What others want")
            assert asha.tiles() == {
                ("Cara", "Not sure"),
                ("Ben", "Has a worry, Asha wrote it down"),
            }
        with on_a_screen(browser, club, "Ben", javascript=javascript) as ben:
            ben.says("Asha wrote it down for you. Is it wrong? Say it yourself.")
            ben.link("Change what I said")
            ben.button("I want this")
            expect(ben.page.get_by_role("main")).not_to_contain_text("wrote it down for you")
        with on_a_screen(browser, club, "Jo", javascript=javascript) as jo:
            jo.button("I have a worry")
            jo.link("Say what your worry is")
            jo.says("Worries")
