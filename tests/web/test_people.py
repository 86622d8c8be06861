import re
from uuid import UUID

import pytest

from domain.events import (
    DetailsGiven,
    PersonLeft,
    PersonRegistered,
    PersonSeated,
    RoleLaidDown,
    RoleTaken,
    RuleAdopted,
    TaskLaidDown,
    VoterDropped,
)
from domain.ids import CHAIR, ProposalId
from domain.kinds import Seat
from tests.web.club import A_WORRY, YES, Club, Visitor, words
from tests.web.looking_back import main
from tests.web.page_parts import Parts


def test_everybody_sees_who_sits_here_and_how_we_decide(club: Club) -> None:
    page = words(club.enter("Ben").get("/people/"))
    assert "Asha member, runs the meeting" in page
    assert "Cara member" in page
    assert "Eve" not in page
    assert "More than half must say yes. We count only YES and NO." in page


def test_only_who_runs_the_meeting_sees_buttons_for_others(club: Club) -> None:
    asha, ben, cara = club.enter("Asha"), club.enter("Ben"), club.people["Cara"]
    assert "Change" not in main(ben.get("/people/")).partition("About you")[0]
    assert ben.get(f"/people/{cara}").status_code == 403
    assert f'href="/people/{cara}"' in asha.get("/people/").text
    page = words(asha.get(f"/people/{cara}"))
    for press in ("Make a link", "Sign out everywhere", "Let them run the meeting", "They stop"):
        assert f"{press} Cara" in page
    mine = words(asha.get(f"/people/{club.people['Asha']}"))
    assert "I stop running the meeting" in mine
    assert "They stop" not in mine
    assert asha.get(f"/people/{club.people['Eve']}").status_code == 404


@pytest.mark.parametrize("name", ["Gül Şahin", "نور", "Ólöf", "李", "O’Brien-Nwosu", "Zoë 🎈"])
def test_somebody_new_joins_and_comes_in_by_a_link(club: Club, name: str) -> None:
    asha = club.enter("Asha")
    facts = club.written(lambda: asha.post("/people/", name=name, seat="staff"))
    assert [type(fact) for fact in facts] == [PersonRegistered, PersonSeated]
    assert isinstance(facts[1], PersonSeated)
    assert facts[1].seat is Seat.STAFF
    assert f"{name} staff" in words(asha.get("/people/"))
    link = asha.post(f"/people/{facts[1].person}/link")
    assert f"Give it to {name} and to nobody else." in words(link)
    card = re.search(r"/enter/([\w-]+)", link.text)
    assert card
    visitor = club.visitor()
    assert f"Are you {name}?" in words(visitor.get(f"/enter/{card[1]}"))
    visitor.post("/enter", card=card[1])
    assert f"Hello {name}" in words(visitor.get("/"))


def test_a_link_is_for_people_of_this_committee(club: Club) -> None:
    answer = club.enter("Asha").post(f"/people/{club.people['Eve']}/link")
    assert answer.status_code == 403
    assert "/enter/" not in answer.text.replace('href="/enter"', "")


def test_somebody_without_a_name_does_not_join(club: Club) -> None:
    asha = club.enter("Asha")
    facts = club.written(lambda: asha.post("/people/", name=" "))
    assert facts == []
    assert "There is a problem Write the name." in words(asha.post("/people/", name=" "))


def test_everybody_says_themselves_what_they_are_called(club: Club) -> None:
    ben = club.enter("Ben")
    facts = club.written(lambda: ben.press("/people/name", called="Benny"))
    assert [type(fact) for fact in facts] == [DetailsGiven]
    assert "Hello Benny" in words(ben.get("/"))
    assert ben.post("/people/name", called="").status_code == 400


def test_the_chair_passes_on(club: Club) -> None:
    asha, ben = club.enter("Asha"), str(club.people["Ben"])
    facts = club.written(lambda: asha.press(f"/people/{ben}/chair"))
    assert [type(fact) for fact in facts] == [RoleTaken]
    assert "Stop running the meeting?" in words(asha.get("/people/chair/lay-down"))
    facts = club.written(lambda: asha.press("/people/chair/lay-down", sure="yes"))
    assert [type(fact) for fact in facts] == [RoleLaidDown]
    assert "Ben member, runs the meeting" in words(asha.get("/people/"))
    assert asha.post(f"/ideas/{club.idea()}/opening", closes="by hand").status_code == 403


def test_another_way_to_decide_is_an_idea_of_its_own(club: Club) -> None:
    """No yes to something else lets anybody change how we decide."""
    ben, cited = club.enter("Ben"), club.decided("A cake")
    page = ben.get("/people/")
    assert "Decide in another way" in words(page)
    assert 'href="/why/rules/#other"' in page.text
    form = {"rule": "consent", "decision": club.does.authority_of(cited), "sure": "yes"}
    for path in ("/people/rule", f"/why/rules/new/{cited}"):
        assert club.written(lambda at=path: ben.post(at, **form)) == []  # type: ignore[misc]


def test_a_vote_that_is_open_keeps_its_rule(club: Club) -> None:
    ben, idea = club.enter("Ben"), club.enter("Ben").post("/why/ways/consent").location
    new = ProposalId(UUID(idea.rpartition("/")[2]))
    club.does.open_voting(club.act("Asha"), new)
    club.cast(new, Asha=YES)
    club.does.close_voting(club.act("Asha"), new)
    open_now = club.vote("DJ Sam", days=1)
    facts = club.written(lambda: ben.press(f"/why/rules/new/{new}", sure="yes"))
    assert [type(fact) for fact in facts] == [RuleAdopted]
    assert "nobody may have a worry left" in words(ben.get("/people/"))
    club.cast(open_now, Asha=YES, Ben=A_WORRY)
    club.clock.on(days=1)
    page = words(club.enter("Cara").get(f"/ideas/{open_now}"))
    assert "More than half had to say yes: 1 of the 1 who said yes or no did." in page


@pytest.mark.parametrize("path", ["/people/leave", "/people/chair/lay-down"])
def test_what_cannot_be_taken_back_needs_its_second_press(club: Club, path: str) -> None:
    asha = club.enter("Asha")
    assert club.written(lambda: asha.post(path)) == []
    assert asha.post(path, sure="no").status_code == 400


def test_who_leaves_gives_up_votes_and_jobs_and_their_ballots_stand(club: Club) -> None:
    idea, ben = club.vote(days=1), club.enter("Ben")
    job = club.job("Open the door", "Ben")
    club.cast(idea, Ben=YES)
    facts = club.written(lambda: ben.press("/people/leave", sure="yes"))
    assert {fact.TOPIC for fact in facts} == {
        kind.TOPIC for kind in (PersonLeft, VoterDropped, TaskLaidDown)
    }
    assert ben.get("/").status_code == 403
    assert ben.post(f"/jobs/{job}/take").status_code == 403
    club.clock.on(days=1)
    assert "Ben Yes" in words(club.enter("Cara").get(f"/ideas/{idea}"))


def test_who_has_left_already_is_told_so_and_nothing_happens(club: Club) -> None:
    ben = club.enter("Ben")
    assert "Thank you for all you did." in words(ben.press("/people/leave", sure="yes"))
    assert club.written(lambda: ben.post("/people/leave", sure="yes")) == []
    again = ben.press("/people/leave", sure="yes")
    assert "You have left the committee already." in words(again)


def test_a_second_press_leaves_no_other_committee(club: Club) -> None:
    books = club.does.found_committee(club.act("Asha"), "Book club")
    club.does.seat_person(club.act("Asha"), books, club.people["Ben"])
    ben = club.enter("Ben")
    ben.post("/people/committees", committee=str(club.here))
    asked = Parts(ben.get("/people/leave").text)
    (leave,) = (form.action for form in asked.forms if "sure" in {b.name for b in form.buttons})
    ben.press(leave, sure="yes")
    assert club.written(lambda: ben.press(leave, sure="yes")) == []
    assert "Book club" in ben.get("/").text


def test_a_trustee_gets_a_seat_with_a_vote_or_without(club: Club) -> None:
    asha = club.enter("Asha")
    asha.press("/people/", name="Tess", seat="trustee")
    page = asha.press("/people/", name="Tom", seat="trustee without a vote")
    assert "Tess trustee " in words(page)
    assert "Tom trustee, has no vote" in words(page)
    assert "Tess trustee, has no vote" not in words(page)


# ---- Several committees


def two_committees(club: Club) -> Visitor:
    act = club.act("Asha")
    books = club.does.found_committee(act, "Book club")
    club.does.seat_person(act, books, club.people["Ben"])
    return club.enter("Ben")


def test_who_sits_on_two_says_where_they_want_to_go(club: Club) -> None:
    ben = two_committees(club)
    assert ben.get("/").location == "/people/committees"
    page = ben.get("/people/committees")
    assert "Which committee?" in words(page)
    books = re.findall(r'value="([0-9a-f-]{36})"', page.text)
    assert len(books) == 2
    shown = words(ben.press("/people/committees", committee=books[1]))
    assert "Book club" in shown
    assert "Other committee" in shown
    assert "Club night" in words(ben.press("/people/committees", committee=books[0]))


def test_a_page_of_the_other_committee_says_whose_it_is(club: Club) -> None:
    idea, ben = club.idea("DJ Sam"), two_committees(club)
    page = ben.get("/people/committees").text
    books = re.findall(r'value="([0-9a-f-]{36})"', page)[1]
    ben.press("/people/committees", committee=books)
    shown = words(ben.get(f"/ideas/{idea}"))
    assert "DJ Sam" in shown
    assert "Club night" in shown


def test_who_sits_on_one_is_asked_nothing(club: Club) -> None:
    page = words(club.enter("Ben").get("/"))
    assert "Other committee" not in page
    assert "Club night" in page


def test_a_role_is_of_one_committee(club: Club) -> None:
    act = club.act("Eve")
    books = club.does.found_committee(act, "Book club")
    club.does.seat_person(act, books, club.people["Eve"])
    club.does.give_role(act, books, CHAIR, "chair", club.people["Eve"])
    eve = club.enter("Eve")
    assert eve.post(f"/ideas/{club.idea()}/opening", closes="by hand").status_code == 403
    assert eve.post(f"/people/{club.people['Ben']}/link").status_code == 403


def test_the_first_eight_of_a_committee_have_colours_of_their_own(club: Club) -> None:
    for name in ("Dana", "Bo", "Ali"):
        club.enter("Asha").post("/people/", name=name, seat="member")
    for number in range(3):
        club.enter("Asha").post("/people/", name=f"Person {number}", seat="member")
    page = club.enter("Ben").get("/people/").text
    tints = re.findall(r'class="face t(\d)', page)[:8]
    assert sorted(tints) == [*"01234567"]


def test_names_from_the_right_stay_apart_in_the_title_of_a_page(club: Club) -> None:
    job = club.job("افتح الباب", "Ben")
    page = club.enter("Ben").get(f"/jobs/{job}").text
    assert "<title>Why? \u2068افتح الباب\u2069 – Club night</title>" in page
