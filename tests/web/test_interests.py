"""Who could gain or lose by an idea: they say so, or they stay out of it."""

from domain.events import InterestDeclared, PersonRecused
from domain.kinds import Seat
from tests.web.club import NO, YES, Club, words

BROTHER = "Sam is my brother."


def test_who_could_gain_by_an_idea_tells_the_others_and_may_still_vote(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    assert "This is about me" in words(ben.get(f"/ideas/{idea}"))
    page = words(ben.get(f"/ideas/{idea}/about-me"))
    assert "Is this about you?" in page
    assert "Or do not vote on it" in page
    (fact,) = club.written(lambda: ben.press(f"/ideas/{idea}/about-me", words=BROTHER))
    assert isinstance(fact, InterestDeclared)
    assert fact.person == club.people["Ben"]
    assert f"Ben says: “{BROTHER}”" in words(club.enter("Cara").get(f"/ideas/{idea}/about-me"))
    assert "Your vote counts" in words(ben.press(f"/ideas/{idea}/ballots", answer="yes"))


def test_who_votes_reads_first_what_somebody_could_gain_by_it(club: Club) -> None:
    idea = club.idea(by="Cara")
    club.enter("Ben").press(f"/ideas/{idea}/about-me", words=BROTHER)
    told = f"Ben told us what it has to do with them “{BROTHER}”"
    assert told in words(club.enter("Cara").get(f"/ideas/{idea}"))
    club.does.open_voting(club.act("Asha"), idea)
    page = words(club.enter("Dev").get(f"/ideas/{idea}"))
    assert told in page.partition("Pick one answer")[0]


def test_empty_words_are_asked_for_again(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    answer = ben.post(f"/ideas/{idea}/about-me", words=" ")
    assert answer.status_code == 400
    assert "There is a problem Write what it has to do with you." in words(answer)


def test_one_press_and_a_sure_step_and_somebody_is_out_of_it(club: Club) -> None:
    idea, ben = club.idea(by="Cara"), club.enter("Ben")
    assert "I stay out of this one" in words(ben.get(f"/ideas/{idea}"))
    assert "You cannot undo this." in words(ben.get(f"/ideas/{idea}/staying-out"))
    assert club.written(lambda: ben.post(f"/ideas/{idea}/staying-out")) == []
    (fact,) = club.written(lambda: ben.press(f"/ideas/{idea}/staying-out", sure="yes"))
    assert isinstance(fact, PersonRecused)
    assert club.written(lambda: ben.press(f"/ideas/{idea}/staying-out", sure="yes")) == []
    assert "Ben stays out of this one." in words(club.enter("Cara").get(f"/ideas/{idea}"))
    page = words(club.enter("Cara").get(f"/ideas/{idea}/about-me"))
    assert "Ben stays out of this one." in page


def test_what_was_decided_says_who_stayed_out_and_whom_it_was_about(club: Club) -> None:
    idea = club.vote(days=None)
    club.does.declare_interest(club.act("Ben"), idea, BROTHER)
    for name in ("Ben", "Dev"):
        club.does.recuse(club.act(name), idea)
    club.cast(idea, Asha=YES, Cara=NO)
    club.does.close_voting(club.act("Asha"), idea)
    page = words(club.enter("Cara").get(f"/ideas/{idea}"))
    assert "Ben and Dev stayed out of it." in page
    assert f"Ben told us what it has to do with them: “{BROTHER}”" in page
    assert "1 said yes, 1 said no. 2 stayed out." in words(club.enter("Cara").get("/why/"))
    whole = words(club.enter("Cara").get(f"/why/{idea}/whole"))
    assert "Who stayed out of it?" in whole
    assert BROTHER in whole


def test_trustees_read_how_many_stayed_out_and_not_who(club: Club) -> None:
    club.does.seat_person(
        club.act("Asha"), club.here, club.people["Eve"], Seat.TRUSTEE, voting=False
    )
    idea = club.vote(days=None)
    club.does.declare_interest(club.act("Ben"), idea, BROTHER)
    club.does.recuse(club.act("Ben"), idea)
    club.cast(idea, Asha=YES, Cara=YES)
    eve = club.enter("Eve")
    assert "Ben" not in words(eve.get(f"/ideas/{idea}"))
    assert "Ben" not in words(eve.get(f"/ideas/{idea}/about-me"))
    club.does.close_voting(club.act("Asha"), idea)
    page = words(eve.get(f"/ideas/{idea}"))
    assert "1 person stayed out of it." in page
    assert "Ben" not in page


def test_the_last_who_could_vote_is_told_what_staying_out_means(club: Club) -> None:
    idea = club.vote(days=None)
    for name in ("Asha", "Ben", "Cara"):
        club.does.recuse(club.act(name), idea)
    dev = club.enter("Dev")
    assert "All others stay out too." in words(dev.get(f"/ideas/{idea}/staying-out"))
    dev.press(f"/ideas/{idea}/staying-out", sure="yes")
    asha = club.enter("Asha")
    page = words(asha.get(f"/ideas/{idea}/closing"))
    assert "All who can vote stay out of it. So we cannot decide it here." in page
    assert "Close the vote" not in page
    answer = asha.post(f"/ideas/{idea}/closing")
    assert answer.status_code == 409
    assert "So nobody here can decide it." in words(answer)


def test_no_vote_is_started_that_everybody_stays_out_of(club: Club) -> None:
    idea, asha = club.idea(), club.enter("Asha")
    for name in ("Asha", "Ben", "Cara", "Dev"):
        club.does.recuse(club.act(name), idea)
    page = words(asha.get(f"/ideas/{idea}/opening"))
    assert "Everyone who can vote stays out of this one." in page
    assert "When does the vote close?" not in page
    assert asha.post(f"/ideas/{idea}/opening", closes="by hand").status_code == 409


def test_after_the_decision_it_is_too_late_to_say_so(club: Club) -> None:
    idea, ben = club.decided(), club.enter("Ben")
    assert "Who it is about" in words(ben.get(f"/ideas/{idea}/about-me"))
    answer = ben.post(f"/ideas/{idea}/about-me", words=BROTHER)
    assert answer.status_code == 409
    assert "This is decided." in words(answer)
