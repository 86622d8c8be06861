"""What people could do alone, step-ins and meetings, as they were at another time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.ids import StreamId
from domain.kinds import Domain, Finding, Say, Seat, StepInGround
from domain.sealed import Sealed
from domain.values import DomainSay, LocalMoment, MandateHolder
from tests.web.club import Club, words
from tests.web.looking_back import stop

STAMPS = "Stamps and paper."


@pytest.fixture
def past(club: Club) -> Club:
    """Ben could buy stamps for three days; Jo, who is paid here, stepped in; and we met."""
    cited = club.agreed("Ben may buy stamps")
    club.people["Jo"] = club.does.register_person(club.act("Asha"), "Jo")
    club.does.seat_person(club.act("Asha"), club.here, club.people["Jo"], Seat.STAFF, voting=False)
    club.clock.on(days=1)
    given = club.does.grant_mandate(
        club.act("Asha"),
        club.here,
        MandateHolder(person=club.people["Ben"]),
        STAMPS,
        says=[DomainSay(domain=Domain.MONEY, say=Say.ALONE)],
        authority=cited,
    )
    club.clock.on(days=3)
    club.does.revoke_mandate(club.act("Asha"), club.here, given, authority=cited)
    club.clock.on(days=3)
    return club


def days_ago(club: Club, days: int) -> str:
    return f"?at={(club.clock.now - timedelta(days=days)).date()}"


def test_what_somebody_could_do_alone_stands_on_the_page_of_that_day(past: Club) -> None:
    ben = past.enter("Ben")
    assert "What people could do alone before" in words(ben.get("/alone/"))
    then = words(ben.get(f"/alone/{days_ago(past, 5)}"))
    assert "This is how it was THEN." in then
    assert f"You may do this alone B {STAMPS}" in then
    assert f"{STAMPS} Ben Then They could Now They may not Why" in then
    assert "Let somebody do more" not in then
    before = words(ben.get(f"/alone/{days_ago(past, 7)}"))
    assert f"alone B {STAMPS}" not in before


def test_one_goes_back_to_before_the_last_change(past: Club) -> None:
    ben = past.enter("Ben")
    back = stop(ben.get("/alone/"), "before the last change")
    assert f"You may do this alone B {STAMPS}" in words(ben.get(back))
    assert "There is" not in words(ben.get(f"/alone/{days_ago(past, 6)}"))


def test_a_step_in_goes_on_at_its_time_and_its_end_is_told_beside_it(past: Club) -> None:
    why = Sealed.of("Sand in front of the door.")
    jo, now = replace(past.act("Jo"), reason=why), past.clock.now
    about = past.does.make_proposal(past.act("Asha"), past.here, "We light a fire")
    stepped = past.does.step_in(
        jo,
        past.here,
        StepInGround.HARM,
        less_restrictive_tried=False,
        touches=[StreamId(about)],
        ends=now + timedelta(hours=70),
    )
    past.clock.on(days=4)
    ruth = past.does.register_person(past.act("Asha"), "Ruth")
    past.does.review_step_in(
        past.act("Asha"), past.here, stepped, Finding.UPHELD, [past.people["Asha"], ruth]
    )
    past.clock.on(days=2)
    ben = past.enter("Ben")
    assert "It was right" in words(ben.get("/step-ins/"))
    then = words(ben.get(f"/step-ins/{days_ago(past, 5)}"))
    assert "Jo stepped in" in then
    assert "It goes on now" in then
    assert "If it goes on Then It goes on Now It is over" in then
    assert "What we found Then Nothing Now It was right" in then
    assert "Nobody stepped in" in words(ben.get(f"/step-ins/{days_ago(past, 8)}"))


def test_a_meeting_that_we_had_called_was_still_to_come(past: Club) -> None:
    on = (past.clock.now + timedelta(days=2)).date()
    met = past.does.call_meeting(past.act("Asha"), past.here, LocalMoment(day=on, zone="UTC"))
    past.clock.on(days=2)
    past.does.open_meeting(past.act("Asha"), met)
    past.does.close_meeting(past.act("Asha"), met)
    past.clock.on(days=2)
    ben = past.enter("Ben")
    assert "It is over" in words(ben.get("/meetings/"))
    then = words(ben.get(f"/meetings/{days_ago(past, 3)}"))
    assert "It is to come" in then
    assert "Call a meeting" not in then
    assert "It is over" in words(ben.get(stop(ben.get("/meetings/"), "after we last met")))
