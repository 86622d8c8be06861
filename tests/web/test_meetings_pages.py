"""We meet: it is called, held, written down, and those who were there say that it is right."""

import re
from functools import partial

import pytest

from domain.events import (
    AttendanceNoted,
    DecidedElsewhereAnswered,
    DecisionTaken,
    ItemPlaced,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingMoved,
    MeetingOpened,
    MeetingRoleHeld,
    MinutesConfirmed,
    NoteTaken,
)
from domain.ids import StreamId
from domain.kinds import ApologyCause, Capacity, Elsewhere, Seat
from domain.values import Apology
from tests.web.club import YES, Club, Visitor, words


@pytest.fixture
def staffed(club: Club) -> Club:
    """The club with Jo as its member of staff, Tess as a trustee, and Ola, who looks on."""
    for name, seat in (("Jo", Seat.STAFF), ("Tess", Seat.TRUSTEE), ("Ola", Seat.OBSERVER)):
        club.people[name] = club.does.register_person(club.act("Asha"), name)
        club.does.seat_person(club.act("Asha"), club.here, club.people[name], seat, voting=False)
    return club


def called(club: Club, by: str = "Asha") -> str:
    form = {"day": "2026-03-03", "at": "18:00", "place": "The small room"}
    return str(club.enter(by).post("/meetings/", **form).location)


def begun(club: Club, *here: str) -> str:
    """A meeting that goes on, run by Asha and written down by Ben."""
    at, asha = called(club), club.enter("Asha")
    asha.press(f"{at}/start")
    form = {"chair": str(club.people["Asha"]), "writer": str(club.people["Ben"])}
    there(club, asha, at, *here, **form)
    return at


def there(club: Club, visitor: Visitor, at: str, *here: str, **more: str) -> None:
    ticked = [str(club.people[name]) for name in here]
    form = {"csrf_token": visitor.token(), "here": ticked, **more}
    assert visitor.client.post(f"{at}/who", data=form).status_code == 303


def over(club: Club, *here: str) -> str:
    at, asha = begun(club, *here), club.enter("Asha")
    asha.press(f"{at}/notes", words="It was loud")
    asha.press(f"{at}/end", elsewhere="no")
    return at


def confirmed(visitor: Visitor, at: str) -> None:
    """Press the button that the page has for it."""
    page = visitor.get(at).text
    capacity = re.search(r'name="capacity" value="(\w+)"', page)
    seen_to = re.search(r'name="seen_to" value="(\d+)"', page)
    assert capacity
    assert seen_to
    visitor.press(f"{at}/right", capacity=capacity[1], seen_to=seen_to[1])


# ---- Before it


@pytest.mark.parametrize("name", ["Asha", "Ben", "Jo", "Tess"])
def test_whoever_takes_part_calls_a_meeting(staffed: Club, name: str) -> None:
    visitor = staffed.enter(name)
    assert "Call a meeting" in words(visitor.get("/meetings/"))
    form = {"day": "2026-03-05", "at": "18:00", "place": "The small room"}
    (fact,) = staffed.written(lambda: visitor.press("/meetings/", **form))
    assert isinstance(fact, MeetingCalled)
    page = words(staffed.enter("Ben").get(f"/meetings/{fact.originator_id}"))
    assert "Our meeting Thursday 5 March at 6 The small room It is to come" in page
    assert "We meet Thursday 5 March at 6. The small room See the meeting" in words(
        staffed.enter("Ben").get("/")
    )


def test_who_looks_on_reads_and_changes_nothing(staffed: Club) -> None:
    at, ola = called(staffed), staffed.enter("Ola")
    page = words(ola.get(at))
    assert "The small room" in page
    assert "Start the meeting" not in page
    assert "Call a meeting" not in words(ola.get("/meetings/"))
    assert ola.post("/meetings/", day="2026-03-05").status_code == 403
    assert ola.post(f"{at}/start").status_code == 403


@pytest.mark.parametrize(
    ("day", "sentence"),
    [("", "Pick the day."), ("2026-03-02", "Pick today or a day to come.")],
)
def test_a_meeting_is_on_a_day_to_come(club: Club, day: str, sentence: str) -> None:
    ben = club.enter("Ben")
    answer = ben.post("/meetings/", day=day, place="The small room")
    assert answer.status_code == 400
    assert f"There is a problem {sentence}" in words(answer)
    assert 'value="The small room"' in answer.text
    assert club.written(lambda: ben.post("/meetings/", day=day, place="Here")) == []


def test_a_meeting_is_at_another_time_or_does_not_happen(club: Club) -> None:
    at, ben = called(club), club.enter("Ben")
    assert 'value="2026-03-03"' in ben.get(f"{at}/move").text
    (fact,) = club.written(lambda: ben.press(f"{at}/move", day="2026-03-06", place="Outside"))
    assert isinstance(fact, MeetingMoved)
    assert "Friday 6 March Outside" in words(ben.get(at))
    (fact,) = club.written(lambda: ben.press(f"{at}/cancel", sure="yes"))
    assert isinstance(fact, MeetingCancelled)
    page = words(ben.get(at))
    assert "It does not happen" in page
    assert "Start the meeting" not in page
    assert "We meet" not in words(ben.get("/"))
    answer = ben.post(f"{at}/start")
    assert answer.status_code == 409
    assert "This meeting was cancelled. You can call another one." in words(answer)


def test_everybody_says_what_to_talk_about(club: Club) -> None:
    at, ben, idea = called(club), club.enter("Ben"), club.idea("DJ Sam")
    assert "Nobody has said yet what we talk about." in words(ben.get(at))
    assert "DJ Sam Idea." in words(ben.get(f"{at}/list"))
    (fact,) = club.written(lambda: ben.press(f"{at}/list", item=str(idea)))
    assert isinstance(fact, ItemPlaced)
    assert fact.item == StreamId(idea)
    assert "What we want to talk about DJ Sam" in words(ben.get(at))
    assert "DJ Sam" not in words(ben.get(f"{at}/list")), "it stands on the list already"
    answer = ben.post(f"{at}/list", item="")
    assert answer.status_code == 400
    assert "Pick what we should talk about." in words(answer)


# ---- While it lasts


def test_a_meeting_begins_and_who_is_here_is_written_down(club: Club) -> None:
    at, asha = called(club), club.enter("Asha")
    facts = club.written(lambda: asha.press(f"{at}/start"))
    assert [type(fact) for fact in facts] == [MeetingOpened]
    assert "Who is here? Tick all who are here" in words(asha.get(f"{at}/who"))
    assert "We meet now" in words(asha.get("/"))
    more = {"chair": str(club.people["Asha"]), "writer": str(club.people["Ben"])}
    away = str(club.people["Dev"])
    facts = club.written(lambda: there(club, asha, at, "Asha", "Cara", away=away, **more))
    kinds = [type(fact) for fact in facts]
    assert kinds == [AttendanceNoted, MeetingRoleHeld, MeetingRoleHeld]
    noted = facts[0]
    assert isinstance(noted, AttendanceNoted)
    assert set(noted.present) == {club.people[name] for name in ("Asha", "Ben", "Cara")}
    assert noted.apologies == (Apology(person=club.people["Dev"], cause=ApologyCause.NOT_STATED),)
    page = words(asha.get(at))
    assert "Asha ran the meeting. Ben wrote this down." in page
    assert "Who could not come D Dev" in page
    shown = asha.get(f"{at}/who").text
    assert re.search(rf'name="here" value="{club.people["Cara"]}" checked', shown)


def test_we_meet_without_having_called_it(club: Club) -> None:
    ben = club.enter("Ben")
    (fact,) = club.written(lambda: ben.press("/meetings/now"))
    assert isinstance(fact, MeetingOpened)
    assert "It goes on now" in words(ben.get(f"/meetings/{fact.originator_id}"))


def test_what_is_said_is_written_down_about_each_thing(club: Club) -> None:
    idea, at = club.idea("DJ Sam"), begun(club, "Asha", "Ben")
    ben = club.enter("Ben")
    ben.press(f"{at}/list", item=str(idea))
    (fact,) = club.written(lambda: ben.press(f"{at}/notes", words="He is too loud", item=str(idea)))
    assert isinstance(fact, NoteTaken)
    assert fact.item == StreamId(idea)
    ben.press(f"{at}/notes", words="We ate cake", item="")
    page = words(ben.get(at))
    assert "What we talked about DJ Sam He is too loud Look DJ Sam We ate cake" in page
    answer = ben.post(f"{at}/notes", words=" ", item=str(idea))
    assert answer.status_code == 400
    assert "Write what was said." in words(answer)
    assert f'value="{idea}" checked' in answer.text


def test_what_we_decide_in_a_meeting_stands_in_what_was_written_down(club: Club) -> None:
    idea, at = club.vote("DJ Sam", days=None), begun(club, "Asha", "Ben")
    asha, ben = club.enter("Asha"), club.enter("Ben")
    asha.press(f"{at}/list", item=str(idea))
    club.cast(idea, Asha=YES, Ben=YES)
    assert "Close the vote now" not in words(ben.get(at))
    closing = re.search(r'href="(/ideas/[^"]+/closing\?meeting=[^"]+)"', asha.get(at).text)
    assert closing
    page = asha.get(closing[1])
    meeting = re.search(r'name="meeting" value="([^"]+)"', page.text)
    assert meeting
    facts = club.written(lambda: asha.press(f"/ideas/{idea}/closing", meeting=meeting[1]))
    taken = next(fact for fact in facts if isinstance(fact, DecisionTaken))
    assert str(taken.meeting) == meeting[1]
    page = ben.get(at)
    assert "What we decided DJ Sam YES" in words(page)
    assert f'href="/ideas/{idea}"' in page.text
    assert "We decided 1 thing." in words(ben.get("/meetings/"))


def test_a_vote_is_not_closed_in_a_meeting_that_is_over(club: Club) -> None:
    idea, at = club.vote("DJ Sam", days=None), over(club, "Asha", "Ben")
    asha, meeting = club.enter("Asha"), at.rsplit("/", maxsplit=1)[-1]
    answer = asha.post(f"/ideas/{idea}/closing", meeting=meeting)
    assert answer.status_code == 409
    assert "This meeting does not go on now." in words(answer)


def test_at_the_end_we_say_if_something_was_decided_elsewhere(club: Club) -> None:
    at, asha = begun(club, "Asha", "Ben"), club.enter("Asha")
    answer = asha.post(f"{at}/end")
    assert answer.status_code == 400
    assert "Pick one answer." in words(answer)
    form = {"elsewhere": "not sure", "words": "Napkins"}
    facts = club.written(lambda: asha.press(f"{at}/end", **form))
    assert [type(fact) for fact in facts] == [DecidedElsewhereAnswered, MeetingClosed]
    assert isinstance(facts[0], DecidedElsewhereAnswered)
    assert facts[0].answer is Elsewhere.NOT_SURE
    page = words(asha.get(at))
    assert "It is over" in page
    assert "We are not sure if we decided something outside our meetings. “Napkins”" in page
    answer = asha.post(f"{at}/end", elsewhere="no")
    assert answer.status_code == 409
    assert "This meeting is over." in words(answer)


# ---- Afterwards


def test_two_who_were_there_say_that_it_is_right(club: Club) -> None:
    at = over(club, "Asha", "Ben", "Cara")
    asha, cara = club.enter("Asha"), club.enter("Cara")
    assert "Two people must say so: who ran it, and one more." in words(cara.get(at))
    (fact,) = club.written(lambda: confirmed(cara, at))
    assert isinstance(fact, MinutesConfirmed)
    assert (fact.person, fact.capacity) == (club.people["Cara"], Capacity.OTHER)
    (fact,) = club.written(lambda: confirmed(asha, at))
    assert isinstance(fact, MinutesConfirmed)
    assert fact.capacity is Capacity.CHAIR
    page = words(cara.get(at))
    assert "Cara said that this is right." in page
    assert "Asha, who ran the meeting, said that this is right." in page
    assert "Yes, this is right" not in page
    assert "This is right" in words(cara.get("/meetings/"))
    assert "Two people must say so" not in page


def test_who_was_not_there_is_not_asked(staffed: Club) -> None:
    at = over(staffed, "Asha", "Ben")
    for name, asked in (("Ben", True), ("Dev", False), ("Jo", False), ("Tess", False)):
        assert ("Yes, this is right" in words(staffed.enter(name).get(at))) is asked


def test_who_did_not_run_it_does_not_confirm_as_its_chair(club: Club) -> None:
    at, ben = over(club, "Asha", "Ben"), club.enter("Ben")
    answer = ben.post(f"{at}/right", capacity="chair", seen_to="1")
    assert answer.status_code == 403
    assert "Only the person who ran the meeting can confirm it as such." in words(answer)


def test_what_is_added_later_says_so_and_asks_again(club: Club) -> None:
    at, ben = over(club, "Asha", "Ben"), club.enter("Ben")
    confirmed(ben, at)
    club.clock.on(days=1)
    page = words(ben.press(f"{at}/notes", words="And there was cake"))
    assert "And there was cake We added this on Wednesday 4 March at 9 in the morning." in page
    assert "Ben said that this is right. Something was added later." in page
    assert "Yes, this is right" in page


def test_pressed_twice_it_is_said_once(club: Club) -> None:
    at, ben = over(club, "Asha", "Ben"), club.enter("Ben")
    seen_to = str(club.does.position())
    for number in (1, 0):
        form = {"capacity": "other", "seen_to": seen_to}
        assert len(club.written(partial(ben.press, f"{at}/right", **form))) == number


def test_meetings_stand_newest_first_and_ten_at_a_time(club: Club) -> None:
    for _ in range(12):
        met = club.does.hold_meeting(club.act("Asha"), club.here)
        club.does.close_meeting(club.act("Asha"), met)
        club.clock.on(days=1)
    ben = club.enter("Ben")
    page = ben.get("/meetings/")
    assert words(page).index("Saturday 14 March") < words(page).index("Friday 13 March")
    assert "Tuesday 3 March" not in words(page)
    assert "Tuesday 3 March" in words(ben.get("/meetings/?page=2"))
    assert "Our meetings" in words(ben.get("/why/"))


def test_a_meeting_that_is_not_there_is_not_found(club: Club) -> None:
    ben = club.enter("Ben")
    assert ben.get(f"/meetings/{club.idea()}").status_code == 404
    assert "No meeting yet" in words(ben.get("/meetings/"))
