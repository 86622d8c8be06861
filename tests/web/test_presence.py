"""After a night anybody who takes part says who was there; the plan shows it from then on."""

from datetime import date, timedelta
from uuid import uuid4

from domain.events import PresenceNoted
from domain.ids import PlanId
from domain.kinds import Presence, Seat
from tests.web.club import Club, words

OFFER = "Who was there?"
SUNDAY = date(2026, 3, 1)


def night(club: Club, title: str = "March night", day: date = SUNDAY) -> PlanId:
    return club.plan(title, day=day)


def test_after_a_night_one_says_who_was_there_and_the_plan_shows_it(club: Club) -> None:
    plan, ben = night(club), club.enter("Ben")
    assert f"Who was there Nobody has told us yet. {OFFER}" in words(ben.get(f"/plan/{plan}"))
    page = words(ben.get(f"/plan/{plan}/who"))
    assert "Pick all who came A Asha B Ben C Cara D Dev" in page
    there = [str(club.people[name]) for name in ("Ben", "Cara")]
    facts = club.written(lambda: ben.press(f"/plan/{plan}/who", person=there))
    assert [type(fact) for fact in facts] == [PresenceNoted, PresenceNoted]
    seen = club.services.plans.presence(plan)
    assert [(one.name, one.presence) for one in seen] == [
        ("Ben", Presence.HERE),
        ("Cara", Presence.HERE),
    ]
    assert "Who was there B Ben C Cara Who else was there?" in words(ben.get(f"/plan/{plan}"))
    assert "We know of these people. B Ben C Cara Who else? A Asha D Dev" in words(
        ben.get(f"/plan/{plan}/who")
    )


def test_saying_it_twice_adds_nothing(club: Club) -> None:
    plan, ben, me = night(club), club.enter("Ben"), str(club.people["Ben"])
    ben.press(f"/plan/{plan}/who", person=me)
    club.clock.on(hours=1)
    assert club.written(lambda: ben.press(f"/plan/{plan}/who", person=[me, me])) == []


def test_nobody_was_at_a_night_that_lies_ahead_or_was_cancelled(club: Club) -> None:
    ben, ahead, gone = club.enter("Ben"), club.plan(), night(club, "Rained off")
    club.does.cancel_plan(club.act("Asha"), gone, authority=club.reason("Rain"))
    for plan in (ahead, gone):
        assert OFFER not in words(ben.get(f"/plan/{plan}"))
        assert ben.get(f"/plan/{plan}/who").status_code == 409
        position = club.does.position()
        ben.post(f"/plan/{plan}/who", person=str(club.people["Ben"]))
        assert club.does.position() == position


def test_on_the_evening_itself_it_can_be_said(club: Club) -> None:
    plan = night(club, day=club.clock.now.date())
    assert OFFER in words(club.enter("Ben").get(f"/plan/{plan}"))


def test_the_plan_asks_about_the_last_night_while_nobody_has_told(club: Club) -> None:
    club.plan()
    last, ben = night(club), club.enter("Ben")
    night(club, "An older night", SUNDAY - timedelta(days=7))
    page = words(ben.get("/plan/"))
    assert f"March night It is over. {OFFER}" in page
    assert f"An older night It is over. {OFFER}" not in page
    ben.press(f"/plan/{last}/who", person=str(club.people["Ben"]))
    assert "It is over." not in words(ben.get("/plan/"))


def test_an_empty_answer_asks_again_and_a_stranger_is_refused(club: Club) -> None:
    plan, ben = night(club), club.enter("Ben")
    answer = ben.post(f"/plan/{plan}/who")
    assert answer.status_code == 400
    assert "There is a problem Pick who was there." in words(answer)
    someone = [str(club.people["Ben"]), str(uuid4())]
    assert club.written(lambda: ben.post(f"/plan/{plan}/who", person=someone)) == []
    assert ben.post(f"/plan/{plan}/who", person=someone).status_code == 404
    assert ben.post(f"/plan/{plan}/who", person="Ben").status_code == 400


def test_who_looks_on_reads_who_was_there_and_is_not_asked(club: Club) -> None:
    ola = club.people["Ola"] = club.does.register_person(club.act("Asha"), "Ola")
    club.does.seat_person(club.act("Asha"), club.here, ola, Seat.OBSERVER)
    plan = night(club)
    club.does.note_presence(club.act("Ben"), plan, Presence.HERE)
    page = words(club.enter("Ola").get(f"/plan/{plan}"))
    assert "Who was there M Member" in page
    assert "Who else was there?" not in page


def test_whoever_runs_the_meetings_puts_right_who_was_there(club: Club) -> None:
    plan, asha, ben = night(club), club.enter("Asha"), club.enter("Ben")
    there = [str(club.people[name]) for name in ("Ben", "Cara")]
    ben.press(f"/plan/{plan}/who", person=there)
    page = f"/plan/{plan}/who"
    assert "Is somebody wrong here?" in words(asha.get(page))
    assert "Is somebody wrong here?" not in words(ben.get(page))
    (fact,) = club.written(lambda: asha.press(f"{page}/not", away=there[1]))
    assert isinstance(fact, PresenceNoted)
    assert (fact.person, fact.presence) == (club.people["Cara"], Presence.AWAY)
    assert [one.name for one in club.services.plans.presence(plan)] == ["Ben"]
    assert "Cara was after all not at “March night”." in words(asha.get("/why/record"))
    assert "Cara came to “March night”." in words(asha.get("/why/record")), "the entry stays"
    club.clock.on(minutes=2)
    ben.press(page, person=there[1])
    assert [one.name for one in club.services.plans.presence(plan)] == ["Ben", "Cara"]


def test_nobody_is_said_to_have_been_away_of_whom_nothing_was_said(club: Club) -> None:
    plan, asha, ben = night(club), club.enter("Asha"), club.enter("Ben")
    page, cara = f"/plan/{plan}/who/not", str(club.people["Cara"])
    ben.press(f"/plan/{plan}/who", person=str(club.people["Ben"]))
    before = club.does.position()
    assert asha.post(page, away=cara).status_code == 404
    answer = asha.post(page)
    assert (answer.status_code, "Pick who was not there." in words(answer)) == (400, True)
    assert ben.post(page, away=str(club.people["Ben"])).status_code == 403
    assert club.does.position() == before
