"""Another way to decide, on the real pages: asked for, told what it does, voted on and adopted."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.club import Club

pytestmark = pytest.mark.browser


def link(page: Page, words: str) -> None:
    page.get_by_role("link", name=words).first.click()


def button(page: Page, words: str) -> None:
    page.get_by_role("button", name=words).first.click()


def says(page: Page, words: str) -> None:
    expect(page.get_by_role("main")).to_contain_text(words)


def test_a_rule_is_asked_for_and_decided_and_then_it_is_ours(page: Page, club: Club) -> None:
    club.enter(page, "Asha")
    page.goto(f"{club.address}/people/")
    link(page, "What does it do?")
    says(page, "Other ways to decide")
    link(page, "Look All of us agree")
    says(page, "We talk until all of us can say yes.")
    says(page, "What it would do to us")
    says(page, "Each one of them can stop an idea.")
    button(page, "Make it an idea")
    says(page, "We decide like this from now on: All of us agree")
    says(page, "What it would do to us")
    idea = page.url
    link(page, "Start the vote")
    page.get_by_role("radio").last.check()
    button(page, "Start the vote")
    for name in ("Asha", "Ben", "Cara", "Dev"):
        club.enter(page, name)
        page.goto(idea)
        page.get_by_role("group", name="Pick one answer").locator("[value=yes]").click()
        says(page, "Your vote counts")
    club.enter(page, "Asha")
    page.goto(idea)
    link(page, "Close the vote")
    button(page, "Close the vote")
    page.goto(idea)
    says(page, "It does not count yet.")
    button(page, "Decide like this from now on")
    says(page, "Everyone agrees, or stands aside.")
    says(page, "How we decided before")
