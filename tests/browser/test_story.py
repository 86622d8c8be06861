"""The story, lived on the pages: from an empty folder to the end of a night, and why it was so.

Asha begins and runs the meetings; Ben, Cara and Dev are members; Jo is paid to work here; Tess is
a trustee. An auditor has the folder and the command line. Each has a screen of their own.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.house import House, Screen, hands, house
from tests.web.alike import without_clocks

pytestmark = [pytest.mark.browser, pytest.mark.timeout(400)]

IDEA = "DJ Sam plays for us"
PLAN = "June club night"
BEGINNING, VOTE, PLANNING = (
    "2026-06-03T10:00+01:00",
    "2026-06-05T18:00+01:00",
    "2026-06-08T18:00+01:00",
)
CHANGE, JOBS = "2026-06-10T18:00+01:00", "2026-06-12T18:00+01:00"
NIGHT, AFTERWARDS = "2026-06-26T22:30+01:00", "2026-06-27T10:00+01:00"
WORRY = "Is that too much money?"
ANSWER = "We have £200. DJ Sam costs £80."
SEATS = {"Ben": "Member", "Cara": "Member", "Dev": "Member", "Gus": "Member"}
SEATS |= {"Jo": "Staff: is paid to work here", "Tess": "Trustee"}
HOW_EACH_VOTED = {
    ("Asha", "Yes"),
    ("Ben", "Yes"),
    ("Cara", "Yes"),
    ("Dev", "No"),
    ("Jo", "Yes"),
    ("Tess", "Did not vote"),
}


@pytest.fixture
def empty(tmp_path: Path, browser: Browser, *, javascript: bool) -> Iterator[House]:
    with house(tmp_path / "data", BEGINNING, browser, javascript=javascript) as it:
        yield it


def test_the_story_is_lived_from_an_empty_folder_to_the_end_of_a_night(empty: House) -> None:
    asha = the_first_comes_in_and_founds_the_committee(empty)
    them = others_are_seated_and_come_in(empty, asha)
    somebody_stops(asha, them.pop("Gus"))
    ben_has_an_idea(them["Ben"])
    asha_opens_the_vote(asha)
    each_votes(asha, them)
    a_worry_is_raised_and_answered(asha, them["Dev"])
    empty.turn_clock(VOTE)
    the_vote_is_closed_and_says_what_we_decided(asha, them["Ben"])
    empty.turn_clock(PLANNING)
    a_plan_is_made_from_it(asha)
    empty.turn_clock(CHANGE)
    a_line_is_written_anew(them["Ben"])
    empty.turn_clock(JOBS)
    jobs_are_added_taken_and_given(asha, them)
    what_staff_does_stands_beside_what_members_do(them["Cara"])
    empty.turn_clock(NIGHT)
    each_job_is_done(asha, them)
    empty.turn_clock(AFTERWARDS)
    the_night_is_over([asha, *them.values()])
    why_leads_back_to_each_vote(them["Cara"])
    the_trustee_reads(them["Tess"])
    the_auditor_asks_the_same_folder(empty, them["Tess"])


# ---- Coming in


def the_first_comes_in_and_founds_the_committee(empty: House) -> Screen:
    asha = empty.screen(empty.first_link)
    asha.says("Hello. You are the first.")
    asha.fill("What is your name?", "Asha")
    asha.fill("What is your committee called?", "Club night")
    asha.button("Start")
    asha.says("Hello Asha", "Nothing to do. Well done.")
    return asha


def others_are_seated_and_come_in(empty: House, asha: Screen) -> dict[str, Screen]:
    return {name: comes_in(empty, asha, name, seat) for name, seat in SEATS.items()}


def comes_in(empty: House, asha: Screen, name: str, seat: str) -> Screen:
    asha.people()
    asha.unfold("Add somebody")
    asha.fill("What is their name?", name)
    asha.pick("What do they do here?", seat)
    asha.button("Add this person")
    asha.says(f"{name} is on the committee now.")
    asha.link(f"Change {name}")
    asha.button(f"Make a link {name}")
    asha.says(f"Give it to {name} and to nobody else.")
    link = asha.page.locator(".address").inner_text()
    them = empty.screen(link)
    them.says(f"Are you {name}?")
    them.button("Yes, this is me")
    them.says(f"Hello {name}", "Nothing to do. Well done.")
    return them


def somebody_stops(asha: Screen, gus: Screen) -> None:
    asha.people()
    asha.link("Change Gus")
    asha.link("They stop Gus")
    asha.says("Does Gus stop?", "Ask Gus first.")
    asha.button("Yes, Gus told me")
    asha.says("Gus has left the committee.")
    gus.page.reload()
    gus.says("You are not on a committee here now.")


# ---- Idea, vote, worry, decision


def ben_has_an_idea(ben: Screen) -> None:
    ben.place("Now")
    ben.link("I have an idea")
    ben.fill("What is your idea?", IDEA)
    ben.fill("Why is it good?", "We like to dance.\nIt costs £80.")
    ben.button("Check my idea")
    ben.button("Yes, send it")
    ben.link("See my idea")
    ben.says("We do not vote on this yet. First we talk.")
    ben.says_not("You run the meeting")


def asha_opens_the_vote(asha: Screen) -> None:
    asha.place("Now")
    asha.says("Ideas that wait for a vote", "Ben’s idea")
    asha.link(f"Look at it {IDEA}, Ben")
    asha.link(f"Start the vote {IDEA}")
    asha.pick("When does the vote close?", "When we close it")
    asha.button("Start the vote")
    asha.says("The vote is open.")


def vote(who: Screen, answer: str, counted: str) -> None:
    who.place("Now")
    who.link(f"Vote now {IDEA}")
    who.answer(answer)
    who.says("Your vote counts", f"You said {counted}")


def each_votes(asha: Screen, them: dict[str, Screen]) -> None:
    vote(asha, "yes", "YES")
    asha.button("Nobody helped me")
    asha.says("Thank you. Your vote counts.", "Hello Asha")
    vote(them["Ben"], "yes", "YES")
    vote(them["Jo"], "yes", "YES")
    vote(them["Cara"], "no", "NO")
    them["Cara"].link("Change my vote")
    them["Cara"].answer("yes")
    them["Cara"].says("You said YES", "Did someone help you?")
    them["Cara"].link("Somebody helped me")
    them["Cara"].pick("Who was it?", "Ben")
    them["Cara"].button("Read it to me")
    them["Cara"].says("Thank you. Your vote counts.")
    vote(them["Dev"], "objection", "I HAVE A WORRY")


def a_worry_is_raised_and_answered(asha: Screen, dev: Screen) -> None:
    dev.pick("What is your worry about?", "Money")
    dev.fill("Tell us more", WORRY)
    dev.button("Send my worry")
    dev.says("We wrote your worry down. Thank you.", WORRY)
    see_the_idea(asha)
    asha.link("Worries")
    asha.says("Dev has a worry", WORRY)
    asha.unfold("Answer this worry")
    asha.fill("What do we say?", ANSWER)
    asha.button("Send the answer")
    asha.unfold("This worry is over")
    asha.button("We talked, it is fine now")
    asha.says("Dev had a worry", ANSWER, "We talked, and it is fine now.")
    see_the_idea(dev)
    dev.link("Change my vote")
    dev.answer("no")
    dev.says("You said NO")


def see_the_idea(who: Screen) -> None:
    who.place("Why?")
    who.link(f"Vote {IDEA}")


def the_vote_is_closed_and_says_what_we_decided(asha: Screen, ben: Screen) -> None:
    ben.place("Now")
    ben.says_not("Votes you can close")
    asha.place("Now")
    asha.says("5 of 6 people voted.")
    asha.link(f"Close it {IDEA}")
    asha.says("Tess")
    asha.button("Close the vote")
    asha.says("We decided YES", "4 people said yes.", "1 person said no.")
    asha.says("1 person did not vote.", f"We said: “{ANSWER}”")
    assert asha.tiles() == HOW_EACH_VOTED


# ---- Plan and jobs


def a_plan_is_made_from_it(asha: Screen) -> None:
    asha.link("Make a new plan")
    asha.fill("What is it?", PLAN)
    asha.fill("Which day?", NIGHT[:10])
    asha.fill("When does it start?", "19:00")
    asha.button("Make the plan")
    asha.says(PLAN, "18 sleeps to go.", "Nothing is fixed yet")
    write(asha, "Music", "DJ Sam, from 8")
    write(asha, "Money", "£80 for DJ Sam")


def a_line_is_written_anew(ben: Screen) -> None:
    ben.place("Plan")
    ben.link("Write it in the plan")
    ben.link("Music line")
    ben.fill("What do we do?", "DJ Sam, from 9")
    cite(ben)
    ben.button("Write it")
    ben.says("It is in the plan.", "DJ Sam, from 9")


def write(who: Screen, label: str, words: str) -> None:
    who.place("Plan")
    who.link("Write it in the plan")
    who.fill("What is it about?", label)
    who.fill("What do we do?", words)
    who.button("Write it")
    who.says("Pick what we decided. Nothing changes without it.")
    cite(who)
    who.button("Write it")
    who.says("It is in the plan.", words)


def cite(who: Screen) -> None:
    who.pick("What did we decide?", IDEA)


def jobs_are_added_taken_and_given(asha: Screen, them: dict[str, Screen]) -> None:
    for title, at in (
        ("Clear up", "22:00"),
        ("Open the door", "18:30"),
        ("Call the taxi", "21:30"),
    ):
        add_a_job(asha, title, at)
    for name, title in (("Ben", "Open the door"), ("Dev", "Clear up"), ("Jo", "Call the taxi")):
        them[name].place("Jobs")
        them[name].button(f"I will do this {title}")
        them[name].says("You do this now. Thank you!")
    give(them["Ben"], "Open the door", "Cara")
    them["Cara"].place("Now")
    them["Cara"].link("Give an answer Open the door")
    them["Cara"].button("Yes, I will")
    them["Cara"].says("You said yes. It is your job now.")
    give(them["Dev"], "Clear up", "Jo")
    them["Jo"].place("Now")
    them["Jo"].link("Give an answer Clear up")
    them["Jo"].says("You can say no. You do not need a reason.")
    them["Jo"].button("No, thank you")
    them["Jo"].says("You said no. That is fine.")


def add_a_job(who: Screen, title: str, at: str) -> None:
    who.place("Plan")
    who.link("See the jobs")
    who.link("Add a job")
    who.fill("What is the job?", title)
    who.fill("What time?", at)
    cite(who)
    who.button("Add the job")
    who.says("It is a job now.", title)


def give(who: Screen, title: str, to: str) -> None:
    who.place("Jobs")
    who.link(f"Give to someone {title}")
    who.button(to)
    who.says(f"It is still your job until {to} says yes.")
    who.button(f"Ask {to}")
    who.says(f"It is still YOUR job until {to} says yes.")


def what_staff_does_stands_beside_what_members_do(cara: Screen) -> None:
    cara.place("Jobs")
    titles = cara.page.get_by_role("main").get_by_role("heading", level=3).all_inner_texts()
    assert titles == ["Open the door", "Call the taxi", "Clear up"]
    cara.link("By person")
    for name, title in (
        ("Cara member", "Open the door"),
        ("Dev member", "Clear up"),
        ("Jo staff", "Call the taxi"),
    ):
        whose = cara.page.get_by_role("heading", level=2, name=name)
        theirs = cara.page.locator("section").filter(has=whose)
        expect(theirs.get_by_role("heading", level=3)).to_have_text([title])


def each_job_is_done(asha: Screen, them: dict[str, Screen]) -> None:
    for name, title in (("Cara", "Open the door"), ("Jo", "Call the taxi"), ("Dev", "Clear up")):
        them[name].place("Jobs")
        them[name].button(f"Done {title}")
        them[name].says("It is done. Thank you!")
    asha.place("Plan")
    asha.says("That is today!", "All jobs are done.")


def the_night_is_over(everybody: list[Screen]) -> None:
    for who in everybody:
        who.place("Now")
        who.says("It is Saturday 27 June.", "Nothing to do. Well done.")
        who.place("Plan")
        who.says(PLAN, "There were 3 jobs. All of them were done.")
        who.says_not("Write it in the plan")


# ---- Why it was so


def why_leads_back_to_each_vote(cara: Screen) -> None:
    cara.place("Plan")
    cara.link("Why? Music")
    cara.says("Ben had an idea", "Dev has a worry", ANSWER)
    cara.link("See what we decided")
    cara.says("We decided YES")
    assert cara.tiles() == HOW_EACH_VOTED


def the_trustee_reads(tess: Screen) -> None:
    tess.place("Plan")
    tess.page.get_by_role("link", name="Before the last change").first.click()
    tess.says("This is the OLD plan.", "DJ Sam, from 8", "What is different now", "DJ Sam, from 9")
    tess.place("Why?")
    tess.link("See the whole record")
    tess.says("Here is all that we wrote down.", "A member finished the job “Clear up”.")
    tess.says_not("had it read to them", "Dev")
    tess.link("Changes that do not say why")
    tess.says("Nothing is here. Every change says who decided it.")


# ---- The auditor


def the_auditor_asks_the_same_folder(empty: House, tess: Screen) -> None:
    """While the server runs, and without its help."""
    names = {one["person"]: one["name"] for one in asked(empty.folder, "members")["members"]}
    proposal = asked(empty.folder, "proposal", IDEA)
    last = {one["voter"]: one["answer"].capitalize() for one in proposal["ballots"]}
    said = {(names[who], last.get(who, "Did not vote")) for who in proposal["electorate"]}
    assert said == HOW_EACH_VOTED
    (decision,) = asked(empty.folder, "decisions")["decisions"]
    assert (decision["title"], decision["outcome"]) == (IDEA, "adopted")
    lines = asked(empty.folder, "plan", PLAN)["lines"]
    tess.place("Plan")
    tess.says(*(line["value"] for line in lines))
    assert "DJ Sam, from 9" in {line["value"] for line in lines}
    the_record_on_the_pages_is_the_log(empty, tess)
    what_is_written_down_comes_in_again(empty)


def the_record_on_the_pages_is_the_log(empty: House, tess: Screen) -> None:
    tess.place("Why?")
    tess.link("See the whole record")
    """Tess reads offices where the auditor's command reads names; the position is the same."""
    newest = asked(empty.folder, "log")["entries"][-1]
    assert newest["sentence"] == "Dev finished the job “Clear up”."
    tess.says("A member finished the job “Clear up”.", f"Position {newest['position']}")


def what_is_written_down_comes_in_again(empty: House) -> None:
    told, again = empty.folder.with_name("told.jsonl"), empty.folder.with_name("again")
    hands("export", "--format", "history", "--out", str(told), "--data", str(empty.folder))
    hands("import", str(told), "--data", str(again))
    for question in (["decisions"], ["plan", PLAN], ["tasks"]):
        told_again, told_first = asked(again, *question), asked(empty.folder, *question)
        assert without_clocks(told_again) == without_clocks(told_first)


def asked(folder: Path, *question: str) -> Any:
    return json.loads(hands("show", *question, "--json", "--data", str(folder)))
