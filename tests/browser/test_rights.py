"""Mandates, worries and step-ins, walked on the real pages, with JavaScript and without."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser

from tests.browser.club import Club
from tests.browser.conftest import screen
from tests.browser.house import Screen

pytestmark = pytest.mark.browser

POSTER = "A poster for the club night"
Enter = Callable[[str], Screen]


@pytest.fixture
def enter(browser: Browser, club: Club, *, javascript: bool) -> Iterator[Enter]:
    """A screen of their own for whoever is named."""
    with ExitStack() as stack:

        def of(name: str) -> Screen:
            page = stack.enter_context(screen(browser, club.address, javascript=javascript))
            club.enter(page, name)
            return Screen(page, club.address)

        yield of


def all_say_yes(enter: Enter, place: str) -> None:
    """Asha starts the vote on it; four of us say yes, and she ends it."""
    asha = enter("Asha")
    asha.page.goto(place)
    _go(asha, "Start the vote")
    asha.page.get_by_role("radio").last.check()
    asha.button("Start the vote")
    for name in ("Ben", "Cara", "Dev", "Ella"):
        one = enter(name)
        one.page.goto(place)
        one.answer("yes")
        one.says("Your vote counts")
    asha.page.goto(place)
    _go(asha, "Close the vote")
    asha.page.get_by_role("button", name="Close the vote").first.click()


def _go(one: Screen, words: str) -> None:
    """Follow a link that also says which idea it is for."""
    one.page.get_by_role("link", name=words).first.click()


def test_somebody_may_do_more_alone_and_it_ends(enter: Enter) -> None:
    ben = enter("Ben")
    ben.open("/alone/")
    ben.link("Let somebody do more")
    ben.button("Make it an idea")
    ben.says("Write what they may do.", "Pick who may do this.", "Pick what it is about.")
    ben.fill("What may they do?", "Buy pens for the posters")
    ben.pick("Who may do it?", "Jo")
    ben.pick("What is it about?", "Money")
    ben.fill("Up to how much money?", "10")
    ben.button("Make it an idea")
    ben.says("Jo would do this alone", "Buy pens for the posters", "Up to £10")
    idea = ben.page.url
    all_say_yes(enter, idea)
    ben.page.goto(idea)
    ben.says("We said yes. They may not do it yet.")
    ben.button("They may do this now")
    ben.says("Jo may do this alone", "Buy pens for the posters", "Up to £10")
    mandate = ben.page.url
    ben.link("Change this")
    ben.fill("Up to how much money?", "15")
    ben.button("Make it an idea")
    ben.says("Up to £15", "It takes the place of this", "Up to £10")
    ben.page.goto(mandate)
    ben.link("End this")
    ben.button("Make it an idea")
    ben.says("Nobody does this alone any more", "Jo may do this alone")
    idea = ben.page.url
    all_say_yes(enter, idea)
    ben.page.goto(idea)
    ben.says("We said this ends. It has not ended yet.")
    ben.button("End it now")
    ben.says("We ended it on")


def test_a_worry_ends_with_better_words_and_never_in_silence(enter: Enter) -> None:
    ben = enter("Ben")
    ben.open("/why/?only=open")
    ben.link(f"Look {POSTER}")
    ben.link("Worries")
    ben.pick("What is your worry about?", "Money")
    ben.fill("Tell us more", "Printing costs a lot.")
    ben.button("Send my worry")
    ben.says("We wrote your worry down. Thank you.")
    place = ben.page.url
    asha = enter("Asha")
    asha.page.goto(place)
    asha.says("Ben has a worry", "Printing costs a lot.")
    asha.unfold("This worry is over")
    asha.says_not("We changed the idea")
    asha.button("Most of us want to go on")
    asha.says("Write why we go on. All of us will read it.")
    femi = enter("Femi")
    femi.page.goto(place)
    femi.link("Find better words")
    femi.fill("What is the idea?", "A poster that we paint")
    femi.button("Change the words")
    ben.page.goto(place)
    ben.says("We found better words for the idea.")
    ben.unfold("This worry is over")
    ben.button("We changed the idea")
    ben.says("You had a worry", "We changed the idea.")


def test_staff_step_in_say_so_and_others_look_at_it(enter: Enter) -> None:
    jo = enter("Jo")
    jo.open("/step-ins/new")
    jo.button("I step in")
    jo.says("There is a problem")
    jo.pick("Why can it not wait?", "Somebody could get hurt")
    jo.fill("What did you do?", "I shut the side door")
    jo.fill("Why did you do it?", "There is ice in front of it.")
    jo.pick("Did you try something smaller first?", "No")
    jo.pick_first("When does it end?")
    jo.pick_first("What is it about?")
    jo.button("I step in")
    jo.says("Jo stepped in", "It goes on now")
    jo.button("Write it down")
    place = jo.page.url
    jo.button("Yes, it is over now")
    ben = enter("Ben")
    ben.page.goto(place)
    ben.says("The committee heard of a step-in (spoken).")
    ben.link("Say if it was right")
    ben.button("This is what we found")
    ben.says("There is a problem")
    ben.pick("What did you find?", "Some of it was right")
    ben.fill("Say it in your own words", "The front door would have been enough.")
    ben.fill("What must change now?", "We put salt there first.")
    ben.pick("Who from outside looked at it with you?", "Somebody else")
    ben.fill("The name of somebody else", "Pat of the other club")
    ben.button("This is what we found")
    ben.says("Some of it was right", "We put salt there first.")
    ben.says("What came of it", "So far nothing changed.")
    ben.link("I have an idea because of this")
    ben.says("It is about the time when staff stepped in.")
    ben.fill("What is your idea?", "Salt at both doors")
    ben.button("Check my idea")
    ben.button("Yes, send it")
    ben.link("See my idea")
    ben.says("The reason for this idea:")
    ben.link("Jo stepped in")
    ben.says("Salt at both doors", "An idea because of it. It is not decided.")
