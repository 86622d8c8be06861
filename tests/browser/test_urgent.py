"""It could not wait: decided at once, asked on NOW, answered by all of us; on the real pages."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.club import Club
from tests.browser.test_walks import answer, button, link, place, says

pytestmark = [pytest.mark.browser, pytest.mark.timeout(300)]

WHAT = "A plumber comes at once"
ASKED = f"Do we agree to this? {WHAT}"


def come(page: Page, club: Club, name: str) -> None:
    if page.get_by_role("button", name="Finish and sign out").count():
        button(page, "Finish and sign out")
    club.enter(page, name)


def decide_at_once(page: Page, club: Club) -> None:
    come(page, club, "Ben")
    page.goto(f"{club.address}/decided/new")
    says(page, "How was it decided?")
    page.get_by_role("link", name="It could not wait").click()
    page.get_by_label("What was decided?").fill(WHAT)
    page.get_by_role("group", name="What allowed it?").get_by_role("radio").last.check()
    page.get_by_label("Why?").fill("There is water on the floor.")
    button(page, "Write it down")
    says(page, "We wrote down what was decided.")
    says(page, "All of us must still say if we agree.")


def test_what_could_not_wait_is_decided_asked_and_agreed_to(page: Page, club: Club) -> None:
    decide_at_once(page, club)
    come(page, club, "Asha")
    page.goto(f"{club.address}/?all=1")
    says(page, ASKED)
    link(page, f"Look at it {WHAT}")
    says(page, "There is water on the floor.")
    button(page, "Ask all of us now")
    says(page, "Now all of us can say yes or no.")
    answer(page, "yes")
    for name in ("Ben", "Cara", "Dev"):
        come(page, club, name)
        page.goto(f"{club.address}/?all=1")
        link(page, f"Vote now {ASKED}")
        says(page, "This could not wait")
        answer(page, "yes")
        says(page, "You said YES")
    come(page, club, "Asha")
    page.goto(f"{club.address}/why/?only=open")
    page.get_by_role("link", name=f"Vote {ASKED}").click()
    link(page, f"Close the vote {ASKED}")
    button(page, "Close the vote")
    says(page, "We decided")
    place(page, "Why?")
    expect(page.get_by_role("main")).to_contain_text("We agreed later.")


def test_whoever_runs_the_meeting_says_no_for_all_and_it_is_over(page: Page, club: Club) -> None:
    decide_at_once(page, club)
    come(page, club, "Asha")
    page.goto(f"{club.address}/?all=1")
    link(page, f"Look at it {WHAT}")
    link(page, "We talked, and say no")
    says(page, "Do we all say no?")
    button(page, "Yes, we all say no")
    says(page, "We did not agree to this. So it is over.")
    assert page.get_by_role("link", name="Change what we decided").count() == 0
