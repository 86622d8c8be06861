"""What people do most needs few keys: counted from the moment that the page is open.

The first key goes to the way past the head of the page, the second takes it.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.club import Club

pytestmark = pytest.mark.browser

PAST_THE_HEAD = ["Tab", "Enter"]
NEXT = ["Tab", "Enter"]


@dataclass(frozen=True)
class Flow:
    """Who begins, by which link on which page; the keys that they press; what they read then."""

    who: str
    start: Callable[[Page, Club], object]
    keys: list[str]
    most: int
    says: str


def link(words: str, path: str = "/?all=1") -> Callable[[Page, Club], object]:
    def follow(page: Page, club: Club) -> None:
        page.goto(club.address + path)
        with page.expect_navigation():
            page.get_by_role("link", name=words, exact=True).first.click()
        page.wait_for_load_state("networkidle")

    return follow


def at(path: str) -> Callable[[Page, Club], object]:
    return lambda page, club: page.goto(club.address + path)


FLOWS = {
    "vote": Flow(
        "Asha",
        link("Vote now We buy a light for the dance floor"),
        [*PAST_THE_HEAD, *NEXT],
        4,
        "Your vote counts",
    ),
    "take a job": Flow("Ben", at("/jobs/"), [*PAST_THE_HEAD, *NEXT], 4, "Ben"),
    "accept a job": Flow(
        "Asha",
        link("Give an answer Sell drinks at the bar"),
        [*PAST_THE_HEAD, *NEXT],
        4,
        "You said yes. It is your job now.",
    ),
    "give a job": Flow(
        "Asha",
        link("Give to someone Open the door", "/jobs/"),
        [*PAST_THE_HEAD, *NEXT, *PAST_THE_HEAD, "Tab", *NEXT],
        9,
        "It is still YOUR job until",
    ),
}


def press(page: Page, key: str) -> None:
    """Press a key, and wait for where it leads."""
    if key == "Enter":
        with page.expect_navigation(timeout=40_000):
            page.keyboard.press(key)
        page.wait_for_load_state("networkidle")
    else:
        page.keyboard.press(key)


@pytest.mark.parametrize("name", FLOWS)
def test_few_keys_are_enough(
    name: str, page: Page, club: Club, told_at_the_end: Callable[[str], None]
) -> None:
    flow = FLOWS[name]
    club.enter(page, flow.who)
    flow.start(page, club)
    before = club.services.governance.position()
    for key in flow.keys:
        press(page, key)
    expect(page.get_by_role("main")).to_contain_text(flow.says)
    assert club.services.governance.position() == before + 1
    told_at_the_end(f"{name}: {len(flow.keys)} keys of {flow.most}")
    assert len(flow.keys) <= flow.most
