"""The terms of a vote on its pages: when it opens, who votes last, when it ends."""

from datetime import timedelta

import pytest

from domain.events import VotingClosed, VotingOpened
from domain.ids import ProposalId
from domain.kinds import Closing, Seat
from domain.voting.rule import Rule
from tests.web.club import NO, YES, Club, words


@pytest.fixture(autouse=True)
def staff(club: Club) -> None:
    """Eve is staff here, with a vote."""
    club.does.seat_person(club.act("Asha"), club.here, club.people["Eve"], Seat.STAFF)


def decides_by(club: Club, **terms: object) -> None:
    rule = Rule.model_validate({"method": "majority", **terms})
    club.does.adopt_rule(club.act("Asha"), club.here, rule, club.agreed("How we decide"))


def open_days(club: Club, days: float) -> ProposalId:
    return club.vote(days=days)


# ---- Opening


def test_while_people_read_the_page_says_when_the_vote_can_start(club: Club) -> None:
    decides_by(club, days_to_read=3)
    idea, asha = club.idea(), club.enter("Asha")
    page = words(asha.get(f"/ideas/{idea}/opening"))
    assert (
        "People still read this. You can start the vote Friday 6 March at 9 in the morning." in page
    )
    assert "First, people have 3 days to read it." in page
    assert "When does the vote close?" not in page
    answer = asha.post(f"/ideas/{idea}/opening", closes="by hand")
    assert answer.status_code == 409
    assert "First, people have 3 days to read this." in words(answer)
    club.clock.on(days=3)
    assert "When does the vote close?" in words(club.enter("Asha").get(f"/ideas/{idea}/opening"))


def test_only_ends_that_the_rule_lets_a_vote_have_are_offered(club: Club) -> None:
    decides_by(club, least_days=3, most_days=5)
    idea, asha = club.idea(), club.enter("Asha")
    answer = asha.get(f"/ideas/{idea}/opening")
    page = words(answer)
    assert "Our rule: it is open for 3 to 5 days." in page
    assert "3 days to vote" in page
    assert "4 days to vote" in page
    for not_offered in ("Today", "One week", "When we close it"):
        assert not_offered not in page
    ends = (club.clock.now + timedelta(days=9)).isoformat()
    assert asha.post(f"/ideas/{idea}/opening", closes=ends).status_code == 400
    ends = (club.clock.now + timedelta(days=4)).isoformat()
    (opened,) = club.written(lambda: asha.press(f"/ideas/{idea}/opening", closes=ends))
    assert isinstance(opened, VotingOpened)


def test_a_rule_of_hours_still_offers_one_end(club: Club) -> None:
    decides_by(club, most_days=1)
    club.clock.on(hours=12)
    page = words(club.enter("Asha").get(f"/ideas/{club.idea()}/opening"))
    assert "One day to vote" in page


def test_only_those_whom_the_rule_lets_vote_are_named(club: Club) -> None:
    decides_by(club, voters=["member"])
    idea, asha = club.idea(), club.enter("Asha")
    page = words(asha.get(f"/ideas/{idea}/opening"))
    assert "Only members vote." in page
    assert "4 people can vote" in page
    asha.press(f"/ideas/{idea}/opening", closes="by hand")
    assert "You had no vote on this committee" in words(club.enter("Eve").get(f"/ideas/{idea}"))


def test_where_nothing_could_be_decided_the_page_says_so(club: Club) -> None:
    decides_by(club, quorum=[{"more": "staff", "than": "trustee"}])
    eve = club.people["Eve"]
    idea = club.idea()
    club.does.leave_committee(club.act("Eve"), club.here, eve, proposals=[], tasks=[])
    page = words(club.enter("Asha").get(f"/ideas/{idea}/opening"))
    assert "More staff than trustees must take part. Here nobody can." in page
    assert "When does the vote close?" not in page


# ---- Who votes last


def test_who_votes_last_reads_for_whom_they_wait_and_until_when(club: Club) -> None:
    decides_by(club, last=["staff"], last_part="1/4")
    idea = open_days(club, 4)
    club.cast(idea, Asha=YES, Ben=YES)
    eve = club.enter("Eve")
    page = words(eve.get(f"/ideas/{idea}"))
    assert "Staff vote last. You can vote when these people have voted." in page
    assert "Or Friday 6 March at 9 in the morning. Then you need not wait. C Cara D Dev" in page
    assert "Pick one answer" not in page
    assert "Vote now" not in words(eve.get("/"))
    answer = eve.post(f"/ideas/{idea}/ballots", answer="yes")
    assert answer.status_code == 409
    assert "Staff vote last here." in words(answer)
    assert "Staff vote last." in words(club.enter("Cara").get(f"/ideas/{idea}"))
    club.cast(idea, Cara=NO, Dev=NO)
    assert "Pick one answer" in words(eve.get(f"/ideas/{idea}"))
    assert "Vote now" in words(eve.get("/"))
    assert "Your vote counts" in words(eve.press(f"/ideas/{idea}/ballots", answer="yes"))


def test_in_the_last_part_of_the_time_nobody_waits(club: Club) -> None:
    decides_by(club, last=["staff"], last_part="1/4")
    idea = open_days(club, 4)
    club.clock.on(days=3)
    assert "Pick one answer" in words(club.enter("Eve").get(f"/ideas/{idea}"))


# ---- Closing


def test_closing_says_whether_enough_people_took_part(club: Club) -> None:
    decides_by(club, quorum=[{"at_least": 2, "of": "member"}, {"more": "member", "than": "staff"}])
    idea, asha = club.vote(days=None), club.enter("Asha")
    club.cast(idea, Ben=YES)
    page = words(asha.get(f"/ideas/{idea}/closing"))
    assert "At least 2 members must take part. Not yet: 1 did so far." in page
    assert "More members than staff must take part. They did." in page
    club.cast(idea, Cara=YES)
    assert "At least 2 members must take part. They did." in words(
        asha.get(f"/ideas/{idea}/closing")
    )


def test_a_vote_is_closed_early_where_the_rule_lets_us(club: Club) -> None:
    decides_by(club, early=["all_voted"])
    idea, asha = open_days(club, 3), club.enter("Asha")
    club.cast(idea, Asha=YES, Ben=YES, Cara=YES, Dev=NO)
    page = words(asha.get(f"/ideas/{idea}/closing"))
    assert "It can close early when all have voted. Not yet." in page
    assert "Close the vote now" not in page
    assert "Close the vote" not in words(asha.get(f"/ideas/{idea}"))
    club.cast(idea, Eve=NO)
    assert "Close the vote" in words(asha.get(f"/ideas/{idea}"))
    page = words(asha.get(f"/ideas/{idea}/closing"))
    assert "Our rule lets you close it early." in page
    closed, _ = club.written(lambda: asha.press(f"/ideas/{idea}/closing"))
    assert isinstance(closed, VotingClosed)
    assert closed.how is Closing.EARLY
    assert "Asha ended the vote on “DJ Sam” early, by its rule." in words(asha.get("/why/record"))


def test_a_vote_stays_open_for_as_long_as_the_rule_says(club: Club) -> None:
    decides_by(club, least_days=2)
    idea, asha = club.vote(days=None), club.enter("Asha")
    club.cast(idea, Asha=YES)
    page = words(asha.get(f"/ideas/{idea}/closing"))
    assert "Not yet" in page
    assert "Our rule keeps this vote open until Thursday 5 March at 9 in the morning." in page
    assert "Close the vote" not in words(asha.get(f"/ideas/{idea}"))
    club.clock.on(days=2)
    asha = club.enter("Asha")
    assert "Close this vote?" in words(asha.get(f"/ideas/{idea}/closing"))
    assert asha.post(f"/ideas/{idea}/closing").status_code == 303


def test_no_more_time_is_offered_than_the_rule_gives(club: Club) -> None:
    decides_by(club, most_days=5)
    idea, asha = open_days(club, 3), club.enter("Asha")
    page = words(asha.get(f"/ideas/{idea}/closing"))
    assert "One day more" in page
    assert "3 days more" not in page
    full = open_days(club, 5)
    assert "Our rule gives it no more time." in words(asha.get(f"/ideas/{full}/closing"))
