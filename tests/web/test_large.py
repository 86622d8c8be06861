"""A large club and a very small one: lists stay short, and nobody is left out."""

import re
from pathlib import Path

import pytest

from domain.ids import TaskId
from tests.web.club import NO, YES, Club, Hands, Visitor, words
from tests.web.looking_back import leads, main, step
from web import create_app
from web.services import Services
from web.settings import Settings

NAME = re.compile(r"Person \d{3}")


def grow(club: Club, size: int) -> list[str]:
    names = [f"Person {number:03}" for number in range(size - len(club.people) + 1)]
    with club.does.batch():
        for name in names:
            club.people[name] = club.does.register_person(club.act("Asha"), name)
            club.does.seat_person(club.act("Asha"), club.here, club.people[name])
    return names


def every_part(visitor: Visitor, path: str) -> list[list[str]]:
    found = []
    while path:
        page = visitor.get(path)
        found.append(sorted(set(NAME.findall(main(page)))))
        path = step(page, "on")
    return found


@pytest.mark.parametrize("path", ["/people/", "/jobs/{job}/give"])
def test_three_hundred_people_stand_on_pages_of_thirty_and_are_found_by_name(
    club: Club, path: str
) -> None:
    names = grow(club, 300)
    path = path.format(job=club.job("Open the door", "Ben"))
    ben = club.enter("Ben")
    parts = every_part(ben, path)
    assert max(map(len, parts)) == 30
    assert sorted(name for part in parts for name in part) == names
    found = ben.get(f"{path}?words=PERSON+17")
    assert len(set(NAME.findall(main(found)))) == 13
    assert "We found 13 people with “PERSON 17”." in words(found)
    assert "We found nobody like this" in words(ben.get(f"{path}?words=Zoe"))


def test_a_job_goes_to_somebody_who_was_looked_for(club: Club) -> None:
    grow(club, 300)
    job = club.job("Open the door", "Ben")
    ben, who = club.enter("Ben"), club.people["Person 250"]
    assert str(who) in ben.get(f"/jobs/{job}/give?words=250").text
    assert "Ask Person 250 to do this job?" in words(ben.get(f"/jobs/{job}/give?to={who}"))


def test_how_three_hundred_voted_unfolds_and_leaves_nobody_out(club: Club) -> None:
    names = grow(club, 300)
    idea = club.vote("All of us", days=None)
    with club.does.batch():
        for number, name in enumerate(names):
            club.does.cast_ballot(club.act(name), idea, NO if number % 3 else YES)
    asha = club.enter("Asha")
    missing = main(asha.get(f"/ideas/{idea}/closing"))
    assert missing.count("<details") == 0
    club.does.close_voting(club.act("Asha"), idea)
    page = main(asha.get(f"/ideas/{idea}"))
    before, _, folded = page.partition("<details>")
    assert "Person 000" not in before
    assert sorted(set(NAME.findall(folded))) == names
    assert "99 people said yes." in " ".join(re.sub(r"<[^>]+>", "", before).split())


def test_few_people_are_all_shown_with_nothing_to_look_for(club: Club) -> None:
    page = club.enter("Ben").get("/people/")
    assert "Find a name" not in words(page)
    assert "Dev" in words(page)


def test_with_five_hundred_ideas_now_stays_short_and_every_list_has_pages(club: Club) -> None:
    with club.does.batch():
        for number in range(500):
            club.idea(f"Idea {number:03}")
        for number in range(25):
            club.vote(f"Vote {number:02}", days=None)
    asha = club.enter("Asha")
    now = asha.get("/")
    assert len(set(re.findall(r"Vote \d\d", now.text))) == 3
    assert len(set(re.findall(r"Idea \d{3}", now.text))) <= 3
    assert "There are 25 things for you." in words(now)
    shown: list[str] = []
    for page in range(1, 4):
        cards = main(asha.get(f"/?all={page}")).partition("Votes you can close")[0]
        shown += sorted(set(re.findall(r"Vote \d\d", cards)))
        assert f"Page {page} of 3" in cards
    assert sorted(shown) == [f"Vote {number:02}" for number in range(25)]
    assert "Page 3 of 3" in words(asha.get("/?all=99"))
    assert asha.get("/?all=0").status_code == 400
    why = asha.get("/why/")
    assert why.text.count('<h3 dir="auto">') == 3
    assert "Nothing here yet" in words(why)
    listed = asha.get(leads(why, "See all 525"))
    assert listed.text.count('<h3 dir="auto">') == 10
    assert "1 to 10 of 525" in words(listed)


def test_two_people_are_a_committee(tmp_path: Path) -> None:
    services, clock = Services.open(tmp_path), Hands()
    club = Club(services, create_app(services, Settings(tmp_path), clock=clock), clock)
    club.found("Asha", "Ben")
    idea, ben = club.vote("DJ Sam", days=None), club.enter("Ben")
    ben.press(f"/ideas/{idea}/ballots", answer="yes")
    assert "1 of 2 people voted" in words(club.enter("Asha").get(f"/ideas/{idea}/closing"))
    club.cast(idea, Asha=YES)
    club.does.close_voting(club.act("Asha"), idea)
    assert "2 people said yes." in words(ben.get(f"/ideas/{idea}"))
    cited = club.does.authority_of(idea)
    job: TaskId = club.does.add_task(club.act("Asha"), club.here, "Door", authority=cited)
    club.does.take_task(club.act("Ben"), job)
    assert "Pick one person Asha" in re.sub(" A Asha", " Asha", words(ben.get(f"/jobs/{job}/give")))
    club.does.offer_handover(club.act("Ben"), job, club.people["Asha"])
    assert "Nobody else can do this now." in words(ben.get(f"/jobs/{job}/give"))
    services.close()
