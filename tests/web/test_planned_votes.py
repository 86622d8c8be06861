"""A vote that is planned ahead, on the pages: nobody has to press anything when it begins."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from domain.events import VotingOpened
from domain.ids import ProposalId
from domain.kinds import Seat
from tests.web.club import Club, club_in, words
from tests.web.going_out import taken_in, written_out
from web.services import Services

FRIDAY = {"opens": "2026-03-06T09:00:00+00:00", "closes": "2026-03-10T17:00:00+00:00"}
THREE_DAYS = timedelta(days=3)


def planned(club: Club) -> ProposalId:
    idea = club.idea()
    club.enter("Asha").press(f"/ideas/{idea}/opening", **FRIDAY)
    return idea


def test_who_runs_the_meeting_says_when_a_vote_begins(club: Club) -> None:
    idea, asha = club.idea(), club.enter("Asha")
    page = words(asha.get(f"/ideas/{idea}/opening"))
    assert "Start it later When does the vote start? Now Wednesday 4 March at 9" in page
    (fact,) = club.written(lambda: asha.press(f"/ideas/{idea}/opening", **FRIDAY))
    assert isinstance(fact, VotingOpened)
    assert fact.opens_at == club.clock.now + THREE_DAYS
    page = words(asha.get(f"/ideas/{idea}"))
    assert "We vote from Friday 6 March at 9 in the morning." in page
    assert "Start the vote" not in page
    assert "Close the vote" not in page


def test_until_then_it_waits_for_nobody_and_takes_no_votes(club: Club) -> None:
    idea, ben = planned(club), club.enter("Ben")
    assert "DJ Sam" not in words(ben.get("/"))
    assert "We vote from Friday 6 March at 9 in the morning." in words(ben.get("/why/"))
    refused = ben.post(f"/ideas/{idea}/ballots", answer="yes")
    assert refused.status_code == 409
    assert "This vote has not begun yet." in words(refused)
    assert "DJ Sam" not in words(club.enter("Asha").get("/"))


def test_at_its_time_it_is_open_for_all_without_a_press(club: Club) -> None:
    idea, ben = planned(club), club.enter("Ben")
    club.clock.now += THREE_DAYS
    assert "DJ Sam" in words(ben.get("/"))
    assert "Pick one answer" in words(ben.get(f"/ideas/{idea}"))
    assert "Your vote counts" in words(ben.press(f"/ideas/{idea}/ballots", answer="yes"))
    club.clock.now += timedelta(days=5)
    assert "We decided YES" in words(ben.get(f"/ideas/{idea}"))


def test_one_can_still_worry_stay_out_and_take_the_idea_back_before_it_begins(club: Club) -> None:
    idea, ben = planned(club), club.enter("Ben")
    page = words(ben.get(f"/ideas/{idea}"))
    for press in ("Worries", "I stay out of this one", "Take my idea back"):
        assert press in page
    ben.press(f"/ideas/{idea}/staying-out", sure="yes")
    club.clock.now += THREE_DAYS
    assert ben.post(f"/ideas/{idea}/ballots", answer="yes").status_code == 403


def test_a_beginning_that_lies_behind_or_after_the_end_is_asked_for_again(club: Club) -> None:
    idea, asha = club.idea(), club.enter("Asha")
    for when, sentence in (
        ({**FRIDAY, "opens": "2026-03-02T09:00:00+00:00"}, "must lie ahead"),
        ({**FRIDAY, "opens": "2026-03-10T17:00:00+00:00"}, "A vote ends after it has begun."),
    ):
        answer = asha.post(f"/ideas/{idea}/opening", **when)
        assert answer.status_code == 400
        assert sentence in words(answer)


def test_who_runs_the_meeting_calls_it_off_and_plans_it_anew(club: Club) -> None:
    idea, asha, ben = planned(club), club.enter("Asha"), club.enter("Ben")
    assert "Call the vote off" in words(asha.get(f"/ideas/{idea}"))
    assert "Call the vote off" not in words(ben.get(f"/ideas/{idea}"))
    page = words(asha.get(f"/ideas/{idea}/not-now"))
    assert "We vote from Friday 6 March at 9 in the morning. Nobody has voted yet." in page
    page = words(asha.press(f"/ideas/{idea}/not-now", what="later", why="Femi is away."))
    assert "The vote is off. We wrote down why." in page
    assert "We put this off. “Femi is away.”" in page
    assert "Start the vote" in page
    club.clock.now += THREE_DAYS
    assert "DJ Sam" not in words(club.enter("Cara").get("/"))
    later = {"opens": "2026-03-08T09:00:00+00:00", "closes": "2026-03-10T17:00:00+00:00"}
    asha.press(f"/ideas/{idea}/opening", **later)
    assert "We vote from Sunday 8 March at 9 in the morning." in words(ben.get(f"/ideas/{idea}"))
    club.clock.now += THREE_DAYS
    assert "Your vote counts" in words(ben.press(f"/ideas/{idea}/ballots", answer="yes"))


def test_who_was_dropped_from_the_vote_that_is_off_votes_in_the_next_one(club: Club) -> None:
    idea, asha = planned(club), club.enter("Asha")
    cara = club.people["Cara"]
    club.does.leave_committee(club.act("Cara"), club.here, cara, proposals=[idea])
    asha.press(f"/ideas/{idea}/not-now", what="later", why="Cara comes back.")
    club.does.seat_person(club.act("Asha"), club.here, cara, Seat.MEMBER)
    asha.press(f"/ideas/{idea}/opening", closes="2026-03-10T17:00:00+00:00")
    page = words(club.enter("Cara").press(f"/ideas/{idea}/ballots", answer="yes"))
    assert "Your vote counts" in page


def test_the_story_says_that_it_was_planned(club: Club) -> None:
    idea = planned(club)
    page = words(club.enter("Ben").get(f"/why/{idea}"))
    assert "Asha planned the vote on “DJ Sam” for 4 people. It begins by itself." in page


@pytest.mark.parametrize("is_off", [False, True])
def test_it_goes_out_with_the_log_and_comes_in_again(tmp_path: Path, *, is_off: bool) -> None:
    folder, again = tmp_path / "club", tmp_path / "again"
    folder.mkdir()
    with club_in(folder) as club:
        idea = planned(club)
        if is_off:
            club.enter("Asha").press(f"/ideas/{idea}/not-now", what="later", why="Not yet.")
            club.enter("Asha").press(f"/ideas/{idea}/opening", **FRIDAY)
        before = opened(club.services)
    report = taken_in(again, written_out(folder))
    assert (report.bad, report.warnings) == ([], [])
    services = Services.open(again)
    assert opened(services) == before != []
    services.close()


def opened(services: Services) -> list[datetime]:
    """When the votes of this log begin."""
    pages = services.governance.history()
    return [e.opens_at for page in pages for _, e in page if isinstance(e, VotingOpened)]
