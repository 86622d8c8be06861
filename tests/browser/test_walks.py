"""What people do most, walked on the real pages, with JavaScript and without it."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.club import Club

pytestmark = pytest.mark.browser

LIGHT = "We buy a light for the dance floor"


def link(page: Page, words: str) -> None:
    page.get_by_role("link", name=words, exact=True).first.click()


def button(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()


def answer(page: Page, word: str) -> None:
    page.get_by_role("group", name="Pick one answer").locator(f"[value={word}]").click()


def says(page: Page, words: str) -> None:
    expect(page.get_by_role("main")).to_contain_text(words)


def place(page: Page, word: str) -> None:
    page.get_by_role("navigation", name="Places").get_by_role("link", name=word).click()


def test_one_press_votes_and_another_changes_the_vote(page: Page, club: Club) -> None:
    club.enter(page, "Asha")
    link(page, f"Vote now {LIGHT}")
    answer(page, "yes")
    says(page, "Your vote counts")
    says(page, "You said YES")
    link(page, "Change my vote")
    answer(page, "no")
    says(page, "You said NO")
    place(page, "Now")
    says(page, "Hello Asha")
    assert page.get_by_role("link", name=f"Vote now {LIGHT}").count() == 0


def test_a_practice_vote_is_tried_and_changed_before_the_first_real_one(
    page: Page, club: Club
) -> None:
    club.enter(page, "Ben")
    link(page, "Try a vote")
    says(page, "This does not count.")
    answer(page, "yes")
    says(page, "You said YES")
    link(page, "Change my vote")
    answer(page, "objection")
    says(page, "Then we ask what your worry is.")
    link(page, "Go to Now")
    says(page, "Hello Ben")
    assert page.get_by_role("link", name="Try a vote").count() == 0


def test_a_vote_in_order_is_sent_by_numbers(page: Page, club: Club) -> None:
    club.enter(page, "Cara")
    link(page, "Vote now What do we eat at the club night?")
    for meal, number in (("Curry", "1"), ("Pizza", "2")):
        page.get_by_role("group", name=meal).get_by_label(number, exact=True).check()
    button(page, "Send my vote")
    says(page, "You said Curry, then Pizza")


def test_a_job_is_offered_and_accepted(page: Page, club: Club) -> None:
    club.enter(page, "Asha")
    place(page, "Jobs")
    link(page, "Give to someone Open the door")
    button(page, "Dev")
    says(page, "It is still your job until Dev says yes.")
    button(page, "Ask Dev")
    says(page, "It is still YOUR job until Dev says yes.")
    button(page, "Finish and sign out")
    says(page, "You are signed out")
    club.enter(page, "Dev")
    page.goto(f"{club.address}/?all=1")
    link(page, "Give an answer Open the door")
    button(page, "Yes, I will")
    says(page, "You said yes. It is your job now.")
    place(page, "Jobs")
    link(page, "Why? Open the door")
    says(page, "Dev accepted the job “Open the door” from Asha.")


def test_no_thank_you_is_enough(page: Page, club: Club) -> None:
    club.enter(page, "Asha")
    place(page, "Jobs")
    link(page, "Give an answer Sell drinks at the bar")
    says(page, "You can say no. You do not need a reason.")
    button(page, "No, thank you")
    says(page, "You said no. That is fine.")
    place(page, "Now")
    assert page.get_by_text("Sell drinks at the bar").count() == 0


def test_why_is_answered_down_to_each_persons_vote(page: Page, club: Club) -> None:
    club.enter(page, "Femi")
    place(page, "Plan")
    says(page, "DJ Sam, from 8")
    link(page, "Why? Music")
    says(page, "Cara has a worry about “DJ Sam plays for us”")
    link(page, "See what we decided")
    says(page, "We decided YES")
    ella = page.get_by_role("listitem").filter(has_text="Ella").filter(has_text="No")
    expect(ella).to_have_count(1)
    page.get_by_text("Show the record").click()
    expect(page.get_by_role("cell", name="proposal.decision-taken")).to_be_visible()


def test_the_old_plan_is_looked_at_and_left_again(page: Page, club: Club) -> None:
    club.enter(page, "Femi")
    place(page, "Plan")
    page.get_by_role("link", name="Before the last change").click()
    says(page, "This is the OLD plan.")
    says(page, "It was like this on Friday 15 May, before the last change.")
    main = page.get_by_role("main")
    assert main.get_by_role("link", name="Write it in the plan").count() == 0
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="Music"))
    expect(row.get_by_role("cell")).to_contain_text(
        ["Our own songs, from Dev’s list", "DJ Sam, from 8", "Ben wrote in"]
    )
    row.get_by_role("link").click()
    says(page, "We decided on “DJ Sam plays for us”: YES.")
    expect(page.get_by_role("listitem").filter(has_text="Ella").last).to_contain_text("No")
    page.go_back()
    link(page, "Back to now")
    says(page, "DJ Sam, from 8")
    page.get_by_label("Or pick a day").fill("2026-05-08")
    button(page, "Show that day")
    says(page, "There was no plan at that time.")


def test_an_idea_is_had_checked_and_put_to_the_vote(page: Page, club: Club) -> None:
    club.enter(page, "Asha")
    link(page, "I have an idea")
    button(page, "Check my idea")
    says(page, "Write what your idea is.")
    page.get_by_label("What is your idea?").fill("A quiet room")
    button(page, "Check my idea")
    button(page, "Yes, send it")
    says(page, "We have your idea")
    link(page, "See my idea")
    link(page, "Start the vote A quiet room")
    button(page, "Start the vote")
    says(page, "The vote is open.")
    answer(page, "yes")
    says(page, "You said YES")


def test_two_quick_presses_come_in_and_vote_once(page: Page, club: Club) -> None:
    page.goto(club.link("Asha"))
    page.get_by_role("button", name="Yes, this is me").dblclick(no_wait_after=True)
    page.wait_for_load_state("networkidle")
    page.goto(club.address)
    says(page, "Hello Asha")
    link(page, f"Vote now {LIGHT}")
    before = club.services.governance.position()
    yes = page.get_by_role("group", name="Pick one answer").get_by_role("button", name="Yes")
    yes.dblclick(no_wait_after=True)
    says(page, "You said YES")
    assert club.services.governance.position() == before + 1


def test_an_idea_that_is_sent_twice_is_one_idea(page: Page, club: Club) -> None:
    club.enter(page, "Asha")
    page.goto(f"{club.address}/ideas/new")
    page.get_by_label("What is your idea?").fill("A quiet room")
    button(page, "Check my idea")
    before = club.services.governance.position()
    page.get_by_role("button", name="Yes, send it").dblclick(no_wait_after=True)
    says(page, "We have your idea")
    assert club.services.governance.position() == before + 1


def test_after_signing_out_the_back_button_shows_nothing_of_the_person(
    page: Page, club: Club
) -> None:
    club.enter(page, "Asha")
    place(page, "Jobs")
    button(page, "Finish and sign out")
    says(page, "You are signed out")
    for _ in range(3):
        page.go_back()
        page.wait_for_load_state("networkidle")
        assert page.get_by_text("Asha").count() == 0 or "/enter/" in page.url
    assert page.get_by_text("Hello Asha").count() == 0


def test_a_vote_needs_no_mouse(page: Page, club: Club) -> None:
    club.enter(page, "Asha")
    link(page, f"Vote now {LIGHT}")
    page.wait_for_load_state("networkidle")
    presses = ["Tab", "Enter", "Tab", "Enter"]
    for key in presses:
        page.keyboard.press(key)
    says(page, "Your vote counts")


def test_somebody_says_that_an_idea_is_about_them_and_stays_out_of_it(
    page: Page, club: Club
) -> None:
    club.enter(page, "Asha")
    link(page, f"Vote now {LIGHT}")
    page.get_by_text("What else can I do?").click()
    link(page, "This is about me")
    page.get_by_label("What has it to do with you?").fill("My brother sells lights.")
    button(page, "Tell the others")
    says(page, "Asha says: “My brother sells lights.”")
    link(page, "I stay out of this one")
    says(page, "You cannot undo this.")
    button(page, "Yes, I stay out")
    says(page, "You stay out of this one.")
    assert page.get_by_role("group", name="Pick one answer").count() == 0
    club.enter(page, "Cara")
    link(page, f"Vote now {LIGHT}")
    says(page, "Asha stays out of this one.")
