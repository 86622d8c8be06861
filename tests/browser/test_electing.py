"""People are picked for a job, on the real pages: asked, voted on, and given it."""

import pytest
from playwright.sync_api import Page

from domain.act import Act
from domain.ids import CommitteeId
from domain.kinds import Domain
from domain.voting.answers import Choice
from domain.voting.rule import Method, Rule
from tests.browser.club import NOW, Club
from tests.browser.house import Screen

pytestmark = pytest.mark.browser


def as_one(page: Page, club: Club, name: str, path: str) -> Screen:
    club.enter(page, name)
    it = Screen(page, club.address)
    it.open(path)
    return it


def test_two_people_are_asked_and_picked_and_get_the_job(page: Page, club: Club) -> None:
    it = as_one(page, club, "Asha", "/ideas/new")
    it.link("Pick people for a job")
    it.button("Put them on the list")
    it.says("Pick what the job is.", "There is 1 place. Find one person or more.")
    it.pick("Which job is it?", "Another job")
    it.fill("Another job: what is it called?", "Looks after the money")
    for name in ("Ben", "Cara", "Dev"):
        it.pick("Who could do it?", name)
    it.fill("How many people do we pick?", "2")
    it.button("Put them on the list")
    it.says("Who will do this job: Looks after the money?", "We pick 2 people.")
    idea = it.page.url.removeprefix(club.address)

    it = as_one(page, club, "Ben", "/?all=1")
    it.link("Give an answer Who will do this job: Looks after the money?")
    it.says("Do you want to do it?", "You do not need a reason.")
    it.button("Yes, I want to")
    it.says("You are on the list.")
    it = as_one(page, club, "Cara", idea)
    it.button("No, thank you")
    it.says("That is fine. You are not on the list.")
    it = as_one(page, club, "Ella", idea)
    it.button("I want to do it")
    it = as_one(page, club, "Asha", idea)
    it.says("Dev", "has not said yet")
    it.link("Start the vote Who will do this job: Looks after the money?")
    it.says("Some on the list have not said yet if they want this.")
    it = as_one(page, club, "Dev", idea)
    it.button("Yes, I want to")

    it = as_one(page, club, "Asha", idea)
    it.link("Start the vote Who will do this job: Looks after the money?")
    it.page.get_by_label("When we close it").check()
    it.button("Start the vote")
    for name in ("Ben", "Cara", "Femi"):
        it = as_one(page, club, name, idea)
        if name == "Ben":
            it.says("You are on the list. You can vote too.")
        rank(it, "Ella", 1)
        rank(it, "Ben", 2)
        it.button("Send my vote")
        it.says("Your vote counts")
    it = as_one(page, club, "Asha", idea)
    it.link("Close the vote Who will do this job: Looks after the money?")
    it.button("Close the vote")
    it.says("We picked Ella and Ben", "2 of 2 places are filled.", "They do not have it yet:")
    it = as_one(page, club, "Cara", idea)
    it.button("Give it to them now")
    it.says("It is theirs now.", "They have it now:")
    it.people()
    it.says("Looks after the money")


def rank(it: Screen, name: str, number: int) -> None:
    it.page.get_by_role("group", name=name).get_by_label(str(number), exact=True).check()


@pytest.fixture(autouse=True)
def a_rule_that_picks_several(club: Club) -> None:
    """The club puts people in order."""
    does = club.services.governance
    (seen,) = club.services.directory.committees_of(club.people["Asha"])
    here = CommitteeId(seen.committee)
    act, rule = Act.now(club.people["Asha"], NOW), Rule(method=Method.SCHULZE)
    idea = does.make_proposal(act, here, "In order", domain=Domain.RULES, new_rule=rule)
    does.open_voting(act, idea)
    for name in ("Asha", "Ben", "Cara", "Dev"):
        voter = club.people[name]
        does.cast_ballot(Act.now(voter, NOW), idea, Choice.YES, voter)
    does.close_voting(act, idea)
    does.adopt_rule(act, here, rule, does.authority_of(idea))
