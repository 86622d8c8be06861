"""Votes on paper, by hand and with help, walked on the real pages, with and without JavaScript."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.club import Club
from tests.browser.conftest import screen
from tests.browser.house import Screen

pytestmark = pytest.mark.browser

LIGHT = "We buy a light for the dance floor"


class Screens:
    """A screen for each of them, on which the vote on the light stands open."""

    def __init__(self, browser: Browser, club: Club, stack: ExitStack, *, javascript: bool) -> None:
        self._browser, self._club, self._stack = browser, club, stack
        self._javascript = javascript
        self.vote = ""

    def of(self, name: str) -> Screen:
        page: Page = self._stack.enter_context(
            screen(self._browser, self._club.address, javascript=self._javascript)
        )
        self._club.enter(page, name)
        it = Screen(page, self._club.address)
        if self.vote:
            page.goto(self.vote)
        else:
            page.goto(f"{self._club.address}/?all=1")
            it.link(f"Vote now {LIGHT}")
            self.vote = page.url
        return it


@pytest.fixture
def screens(browser: Browser, club: Club, *, javascript: bool) -> Iterator[Screens]:
    with ExitStack() as stack:
        yield Screens(browser, club, stack, javascript=javascript)


def reads(it: Screen, voter: str, answer: str) -> None:
    it.pick("Whose vote is it?", voter)
    group = it.page.get_by_role("group", name="What does it say?")
    group.get_by_label(answer, exact=True).check()
    it.button("This is what it says")


def test_two_read_a_slip_and_the_voter_has_the_last_word(screens: Screens) -> None:
    asha = screens.of("Asha")
    asha.link(f"Votes on paper {LIGHT}")
    asha.link("Read a new slip")
    asha.button("This is what it says")
    asha.says("Pick whose vote it is.", "Pick what the slip says.")
    reads(asha, "Cara", "Yes")
    asha.says("Write 1 on the slip.", "You have read it. Give it to somebody else now.")

    ben = screens.of("Ben")
    ben.says("1 slip of paper does not count yet.")
    ben.link("Votes on paper")
    ben.says_not("Cara read", "YES")
    ben.link("Read slip 1")
    reads(ben, "Cara", "No")
    ben.says("People read different things.", "Asha read: Cara", "Ben read: Cara")
    ben.link("Read it again slip 1")
    reads(ben, "Cara", "Yes")
    ben.says("Two people read the same. It counts.")

    cara = screens.of("Cara")
    cara.says("Your vote counts", "You said YES", "Asha and Ben read this on your slip of paper.")
    cara.place("Now")
    cara.says("Two people read your slip. Is it right?")
    cara.link(f"Look at it {LIGHT}")
    cara.link("This is not what I said")
    cara.says("We take this vote back. Then you can vote again.")
    cara.button("This is not what I said")
    cara.says("We wrote that down. Now you can vote.")
    cara.answer("no")
    cara.says("You said NO")


def test_slips_are_printed_and_a_right_one_is_confirmed(screens: Screens) -> None:
    asha = screens.of("Asha")
    asha.link(f"Votes on paper {LIGHT}")
    asha.link("Print slips")
    asha.page.emulate_media(media="print")
    expect(asha.page.get_by_role("heading", name="Slips to print")).to_be_hidden()
    expect(asha.page.locator(".paper-slip").first).to_be_visible()
    asha.page.emulate_media(media="screen")
    asha.link("Back to all slips")
    asha.link("Read a new slip")
    reads(asha, "Dev", "Not sure")
    ben = screens.of("Ben")
    ben.link("Votes on paper")
    ben.link("Read slip 1")
    reads(ben, "Dev", "Not sure")
    dev = screens.of("Dev")
    dev.button("Yes, I said this")
    dev.says("Thank you. Your vote counts.")


def test_a_vote_with_help_is_told_by_the_voter_and_seen_by_nobody_else(screens: Screens) -> None:
    cara = screens.of("Cara")
    cara.answer("yes")
    cara.says("Your vote counts", "Did someone help you?", "You do not have to say.")
    cara.link("Somebody helped me")
    cara.pick("Who was it?", "Ben")
    cara.pick("Did you pick this helper?", "Yes")
    cara.pick("Did you hear your vote read back?", "Yes")
    cara.button("Pressed for me")
    cara.says("Thank you. Your vote counts.")
    cara.page.goto(screens.vote)
    cara.says_not("Did someone help you?")
    cara.link("How did we get here?")
    cara.says("Cara had somebody press for them", "They heard it read back.")
    for name in ("Ben", "Asha", "Tess"):
        other = screens.of(name)
        other.link("How did we get here?")
        other.says_not("press for them", "had help")
        other.page.goto(f"{other.address}/why/record")
        other.says("You see your own, and nobody else’s.")
        other.says_not("press for them", "had help")


def test_a_vote_is_taken_back_after_a_check(screens: Screens) -> None:
    cara = screens.of("Cara")
    cara.answer("yes")
    cara.link("Change my vote")
    cara.link("Take my vote back")
    cara.says("You said YES.", "Then you have no vote here.")
    cara.button("Yes, take my vote back")
    cara.says("We took your vote back.", "Pick one answer")


def test_the_chair_counts_hands(screens: Screens) -> None:
    asha = screens.of("Asha")
    asha.page.goto(f"{asha.address}/ideas/new")
    asha.fill("What is your idea?", "A song at the end")
    asha.button("Check my idea")
    asha.button("Yes, send it")
    asha.link("See my idea")
    asha.link("Start the vote A song at the end")
    asha.page.get_by_label("When we close it").check()
    asha.button("Start the vote")
    asha.link("Count hands A song at the end")
    asha.fill("Yes", "50")
    asha.button("Write down the hands")
    asha.says("More hands were counted than people can vote here.")
    asha.fill("Yes", "4")
    asha.fill("No", "1")
    asha.button("Write down the hands")
    asha.says("We counted hands: 4 YES, 1 NO.")
    screens.vote = asha.page.url
    ben = screens.of("Ben")
    ben.says("Nobody votes on a screen here.")
    asha.link("Close the vote A song at the end")
    asha.button("Close the vote")
    asha.says("We decided", "4 people said yes.", "We counted hands. Nobody wrote down whose.")
