"""Somebody stops: by their own word, or because the committee decided it."""

from domain.events import Event, PersonLeft, PersonRemoved, TaskLaidDown, VoterDropped
from tests.web.club import YES, Club, words


def test_who_runs_the_meeting_writes_down_that_somebody_stops(club: Club) -> None:
    asha, cara = club.enter("Asha"), club.people["Cara"]
    club.vote()
    club.job("Open the door", "Cara")
    assert "They stop Cara" in words(asha.get(f"/people/{cara}"))
    assert "Cara wants to stop Ask Cara first." in words(asha.get(f"/people/{cara}/going"))
    facts = club.written(lambda: asha.press(f"/people/{cara}/left", sure="yes"))
    expected: set[type[Event]] = {PersonLeft, VoterDropped, TaskLaidDown}
    assert {type(fact) for fact in facts} == expected
    assert facts[0].actor == club.people["Asha"]
    assert "Cara" not in words(asha.get("/people/"))


def test_without_the_second_press_nobody_stops(club: Club) -> None:
    asha, cara = club.enter("Asha"), club.people["Cara"]
    assert club.written(lambda: asha.post(f"/people/{cara}/left")) == []


def test_a_seat_is_taken_away_only_by_a_decision(club: Club) -> None:
    asha, cara = club.enter("Asha"), club.people["Cara"]
    cited = club.reason("Cara does not sit here any more")
    answer = asha.post(f"/people/{cara}/removed")
    assert answer.status_code == 400
    assert "Pick what we decided. Nothing changes without it." in words(answer)
    facts = club.written(lambda: asha.press(f"/people/{cara}/removed", decision=cited))
    removed = next(fact for fact in facts if isinstance(fact, PersonRemoved))
    assert (removed.person, removed.authority) == (cara, cited)


def test_where_nothing_is_decided_yet_nobody_can_be_sent_away(club: Club) -> None:
    page = words(club.enter("Asha").get(f"/people/{club.people['Cara']}/going"))
    assert "We have not said YES to anything yet. First we vote." in page


def test_votes_that_were_cast_still_count(club: Club) -> None:
    idea = club.vote(days=None)
    club.cast(idea, Cara=YES, Asha=YES)
    asha = club.enter("Asha")
    asha.press(f"/people/{club.people['Cara']}/left", sure="yes")
    asha.press(f"/ideas/{idea}/closing")
    assert "2 people said yes." in words(asha.get(f"/ideas/{idea}"))


def test_somebody_who_does_not_sit_here_cannot_stop(club: Club) -> None:
    asha, eve = club.enter("Asha"), club.people["Eve"]
    assert asha.get(f"/people/{eve}/going").status_code == 404
    assert asha.post(f"/people/{eve}/left", sure="yes").status_code == 404
    assert club.enter("Ben").get(f"/people/{club.people['Cara']}/going").status_code == 403
