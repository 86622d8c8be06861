from datetime import datetime

import pytest

from domain.ids import CHAIR
from domain.kinds import Domain
from domain.proposal.electing import person_option
from domain.values import Election, LocalMoment
from domain.voting.rule import Method, Rule, Tie
from tests.web.club import NO, YES, Club, words


def test_with_nothing_to_do_it_says_so(club: Club) -> None:
    page = words(club.enter("Ben").get("/"))
    assert "Hello Ben It is Tuesday 3 March." in page
    assert "Nothing to do. Well done." in page


def test_a_vote_waits_until_it_is_cast(club: Club) -> None:
    idea, ben = club.vote("DJ Sam"), club.enter("Ben")
    page = words(ben.get("/"))
    assert "There is 1 thing for you. Your vote DJ Sam" in page
    assert "You can vote until Friday 6 March at 9 in the morning." in page
    ben.press(f"/ideas/{idea}/ballots", answer="yes")
    assert "Nothing to do. Well done." in words(ben.get("/"))


def test_the_vote_that_ends_first_comes_first(club: Club) -> None:
    club.vote("No end", days=None)
    club.vote("Later", days=5)
    club.vote("Sooner", days=1)
    page = words(club.enter("Ben").get("/"))
    assert page.index("Sooner") < page.index("Later") < page.index("No end")
    assert "You can vote until we close it." in page


def test_three_things_at_a_time_and_all_on_wish(club: Club) -> None:
    for number in range(5):
        club.vote(f"Idea {number}", days=number + 1)
    ben = club.enter("Ben")
    page = words(ben.get("/"))
    assert "There are 5 things for you." in page
    assert "Idea 2" in page
    assert "Idea 3" not in page
    assert "See all 5" in page
    assert "Idea 4" in words(ben.get("/?all=1"))


def test_an_offer_and_a_job_of_ones_own_are_ones_turn(club: Club) -> None:
    job = club.job("Open the door", "Asha")
    club.job("Clear up", "Ben")
    club.does.offer_handover(club.act("Asha"), job, club.people["Ben"])
    page = words(club.enter("Ben").get("/"))
    assert "Asha asks you Will you do this? Open the door" in page
    assert page.index("Open the door") < page.index("Your job Clear up")


def test_who_runs_the_meeting_sees_the_votes_to_close(club: Club) -> None:
    idea = club.vote("DJ Sam", days=None)
    club.vote("With an end", days=2)
    club.cast(idea, Ben=YES)
    page = words(club.enter("Asha").get("/"))
    assert "Votes you can close DJ Sam 1 of 4 people voted." in page
    assert "Close it With an end" not in page
    assert "Votes you can close" not in words(club.enter("Ben").get("/"))


def test_without_a_chair_anybody_with_a_vote_may_close(club: Club) -> None:
    club.vote("DJ Sam", days=None)
    club.does.lay_down_role(club.act("Asha"), club.here, CHAIR, club.people["Asha"])
    assert "Votes you can close" in words(club.enter("Ben").get("/"))


@pytest.mark.parametrize(("day", "said"), [(3, "That is today!"), (4, "1 sleep to go.")])
def test_the_next_occasion_is_counted_in_sleeps(club: Club, day: int, said: str) -> None:
    when = LocalMoment(day=datetime(2026, 3, day).date())  # noqa: DTZ001 -- a day, no moment
    cited = club.reason()
    club.does.make_plan(club.act("Asha"), club.here, "Club night", when, authority=cited)
    assert said in words(club.enter("Ben").get("/"))


def test_a_deadline_that_passes_takes_the_vote_away(club: Club) -> None:
    club.vote("DJ Sam", days=1)
    ben = club.enter("Ben")
    club.clock.on(days=1)
    page = words(ben.get("/"))
    assert "Nothing to do. Well done." in page
    assert len(club.services.decisions.register(club.here)) == 1


def test_who_runs_the_meeting_finds_the_ideas_that_wait_for_a_vote(club: Club) -> None:
    club.idea("DJ Sam", by="Ben")
    page = words(club.enter("Asha").get("/"))
    assert "Ideas that wait for a vote DJ Sam Ben’s idea Look at it DJ Sam" in page
    assert "Ideas that wait for a vote" not in words(club.enter("Ben").get("/"))


def test_what_is_asked_of_somebody_stays_however_many_ideas_came_later(club: Club) -> None:
    tied = Rule(method=Method.MAJORITY, tie=Tie.CHAIR)
    club.does.adopt_rule(
        club.act("Asha"), club.here, tied, club.reason("How we decide", Domain.RULES)
    )
    idea = club.vote("A tie", days=None)
    club.cast(idea, Ben=YES, Cara=NO)
    club.does.close_voting(club.act("Asha"), idea)
    asked = club.idea("Curry in May", by="Ben")
    club.does.ask_question(club.act("Cara"), asked, "How hot?")
    who = [person_option(club.act("Asha"), club.people[name]) for name in ("Dev", "Cara")]
    club.does.make_proposal(
        club.act("Asha"),
        club.here,
        "Who helps?",
        options=who,
        election=Election(places=1, role=CHAIR),
    )
    for number in range(12):
        club.idea(f"Idea {number}", by="Cara")
    assert "It is a tie A tie" in words(club.enter("Asha").get("/"))
    assert "A question about your idea Curry in May “How hot?”" in words(club.enter("Ben").get("/"))
    assert "You are asked Who helps?" in words(club.enter("Dev").get("/"))


def test_what_is_asked_of_somebody_comes_before_what_can_wait(club: Club) -> None:
    club.vote("DJ Sam", days=2)
    club.job("Clear up", "Ben")
    club.clock.on(days=40)
    page = words(club.enter("Ben").get("/?all=1"))
    assert page.index("Is our record of March right?") < page.index("Your job Clear up")
