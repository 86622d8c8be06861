"""Staff step in: they say so, we hear of it, and it ends."""

import re
from functools import partial

import pytest

from domain.events import (
    StepInApplied,
    StepInLifted,
    StepInTold,
)
from domain.ids import PlanId, StreamId
from domain.kinds import Audience, Format, LineKind, StepInGround
from tests.web.club import Club, words
from tests.web.stepping_in import found, night, said, stepped_in

__all__ = ["night"]


def test_staff_say_that_they_stepped_in(club: Club, night: PlanId) -> None:
    jo = club.enter("Jo")
    assert "Somebody could get hurt" in words(jo.get("/step-ins/new"))
    (fact,) = club.written(lambda: jo.press("/step-ins/", **said(night)))
    assert isinstance(fact, StepInApplied)
    assert fact.grounds is StepInGround.HARM
    assert fact.touches == (StreamId(night),)
    assert fact.less_restrictive_tried is True
    page = words(jo.get(f"/step-ins/{fact.step_in}"))
    assert "Jo stepped in Somebody could get hurt." in page
    assert (
        "“I shut the side door. There is sand in front of it. "
        "First I tried this: I asked the builders.”"
    ) in page
    assert "It ends on Wednesday 4 March at noon. Something smaller was tried first." in page
    assert "July night" in page


@pytest.mark.parametrize("name", ["Ben", "Asha"])
def test_a_member_does_not_step_in(club: Club, night: PlanId, name: str) -> None:
    member = club.enter(name)
    assert "Only staff and trustees can step in" in words(member.get("/step-ins/new"))
    answer = member.post("/step-ins/", **said(night))
    assert answer.status_code == 403
    assert "Only staff and trustees can step in." in words(answer)
    assert club.written(lambda: member.post("/step-ins/", **said(night))) == []
    assert "I step in" not in words(member.get("/"))


def test_a_trustee_steps_in_too(club: Club, night: PlanId) -> None:
    tess = club.enter("Tess")
    assert "I step in" in words(tess.get("/"))
    assert "Tess stepped in" in words(tess.press("/step-ins/", **said(night)))


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("grounds", "Pick why it could not wait."),
        ("about", "Pick what it is about."),
        ("did", "Write what you did."),
        ("why", "Write why."),
        ("smaller", "Say if you tried something smaller."),
        ("tried", "Write what you tried first."),
        ("ends", "Pick when it ends."),
    ],
)
def test_a_step_in_says_everything(club: Club, night: PlanId, field: str, sentence: str) -> None:
    jo = club.enter("Jo")
    answer = jo.post("/step-ins/", **said(night, **{field: ""}))
    assert answer.status_code == 400
    assert f"There is a problem {sentence}" in words(answer)
    kept = "There is sand in front of it." if field != "why" else "I shut the side door"
    assert kept in words(answer)
    assert club.written(lambda: jo.post("/step-ins/", **said(night, **{field: ""}))) == []


def test_a_step_in_ends_after_three_days_at_most(club: Club, night: PlanId) -> None:
    jo = club.enter("Jo")
    too_long = said(night, ends="2026-03-07T12:00:00+00:00")
    answer = jo.post("/step-ins/", **too_long)
    assert answer.status_code == 400
    assert "A step-in ends after 72 hours at most." in words(answer)
    offered = re.findall(r'name="ends" value="([^"]+)"', jo.get("/step-ins/new").text)
    assert len(offered) == 4
    for ends in offered:
        assert jo.post("/step-ins/", **said(night, ends=ends)).status_code == 303


def test_without_trying_something_smaller_nothing_needs_to_be_named(
    club: Club, night: PlanId
) -> None:
    jo = club.enter("Jo")
    page = words(jo.press("/step-ins/", **said(night, smaller="no", tried="")))
    assert "Nothing smaller was tried first." in page
    assert "First I tried" not in page


# ---- Telling


def test_who_stepped_in_is_asked_to_tell_the_committee(club: Club, night: PlanId) -> None:
    here, jo = stepped_in(club, night), club.enter("Jo")
    assert "You stepped in Tell the committee" in words(jo.get("/"))
    (fact,) = club.written(lambda: jo.press(f"{here}/told", to="committee", how="message"))
    assert isinstance(fact, StepInTold)
    assert (fact.to, fact.format) == (Audience.COMMITTEE, Format.MESSAGE)
    assert "Tell the committee" not in words(jo.get("/"))
    assert "Nobody wrote down that we heard of it." not in words(jo.get(here))
    assert club.written(lambda: jo.post(f"{here}/told", to="committee", how="message")) == []


def test_members_see_that_somebody_stepped_in_and_if_they_were_told(
    club: Club, night: PlanId
) -> None:
    here, ben = stepped_in(club, night), club.enter("Ben")
    page = words(ben.get("/"))
    assert "Jo stepped in Somebody could get hurt" in page
    assert "Nobody told us yet. Was it right?" in page
    assert "Who did you tell?" not in words(ben.get(here))
    club.clock.on(hours=1)
    club.enter("Jo").press(f"{here}/told", to="committee", how="spoken")
    assert "We heard of it on Tuesday 3 March at 10 in the morning." in words(ben.get("/"))


def test_a_step_in_that_goes_on_comes_before_every_vote(club: Club, night: PlanId) -> None:
    club.vote("DJ Sam")
    stepped_in(club, night)
    ben = club.enter("Ben")
    page = words(ben.get("/"))
    assert page.index("Jo stepped in") < page.index("DJ Sam")
    club.clock.on(days=2)
    page = words(ben.get("/"))
    assert page.index("DJ Sam") < page.index("Jo stepped in")


def test_who_looks_on_has_nothing_to_do_about_it_and_sees_it_all(club: Club, night: PlanId) -> None:
    here, ola = stepped_in(club, night), club.enter("Ola")
    assert "Jo stepped in" not in words(ola.get("/"))
    page = words(ola.get(here))
    assert "I shut the side door" in page
    assert "Say if it was right" not in page
    assert ola.get(f"{here}/review").status_code == 403


def test_what_came_too_late_is_said(club: Club, night: PlanId) -> None:
    here = stepped_in(club, night)
    club.clock.on(days=15)
    page = words(club.enter("Ben").get(here))
    assert "Nobody wrote down that we heard of it." in page
    assert "We should hear of it in 2 days. That was too late." in page
    assert "We should look at it in 2 weeks. That was too late." in page


def test_it_says_by_when_we_must_hear_of_it_and_look_at_it(club: Club, night: PlanId) -> None:
    here = stepped_in(club, night)
    page = words(club.enter("Ben").get(here))
    assert "We must hear of it by Thursday 5 March at 9 in the morning." in page
    assert "We look at it by Tuesday 17 March." in page
    club.clock.on(days=15)
    assert "We look at it by" not in words(club.enter("Ben").get(here))


# ---- The end of it


def test_who_stepped_in_or_runs_the_meeting_ends_it(club: Club, night: PlanId) -> None:
    first, second = stepped_in(club, night), stepped_in(club, night)
    for name, here in (("Jo", first), ("Asha", second)):
        visitor = club.enter(name)
        assert "Is it over?" in words(visitor.get(here))
        (fact,) = club.written(partial(visitor.press, f"{here}/over"))
        assert isinstance(fact, StepInLifted)
        assert "It ended on Tuesday 3 March at 9 in the morning." in words(visitor.get(here))


def test_others_do_not_end_it(club: Club, night: PlanId) -> None:
    here, ben = stepped_in(club, night), club.enter("Ben")
    assert "Is it over?" not in words(ben.get(here))
    answer = ben.post(f"{here}/over")
    assert answer.status_code == 403
    assert "Only the person who stepped in can end it, or the chair." in words(answer)


def test_what_is_over_cannot_be_ended(club: Club, night: PlanId) -> None:
    here, jo = stepped_in(club, night), club.enter("Jo")
    club.clock.on(days=2)
    answer = jo.post(f"{here}/over")
    assert answer.status_code == 409
    assert "This step-in is over already." in words(answer)


# ---- Where it is seen


def test_what_rests_on_a_step_in_says_what_came_of_it(club: Club, night: PlanId) -> None:
    here = stepped_in(club, night)
    seen = club.services.mandates.step_ins(club.here, club.clock.now)[0]
    line = ("Safe", "The side door is shut.")
    club.does.write_line(club.act("Jo"), night, *line, kind=LineKind.SAFETY, authority=seen.event)
    ben = club.enter("Ben")
    assert "The side door is shut." in words(ben.get(here))
    why = re.findall(r'href="(/why/record/[^"]+)"', ben.get(f"/plan/{night}").text)
    pages = [words(ben.get(one)) for one in why]
    page = next(one for one in pages if "Staff may step in" in one)
    assert "Nobody told us yet. We must still look at it. What came of it?" in page
    jo, asha = club.enter("Jo"), club.enter("Asha")
    jo.press(f"{here}/told", to="committee", how="spoken")
    asha.press(f"{here}/review", **found(name="Ruth"))
    page = next(one for one in (words(ben.get(at)) for at in why) if "Staff may step" in one)
    assert "We heard of it on Tuesday 3 March at 9 in the morning." in page
    assert "We found: some of it was right. So far nothing changed." in page


def test_all_of_them_stand_in_why(club: Club, night: PlanId) -> None:
    ben = club.enter("Ben")
    assert "When staff stepped in" in words(ben.get("/why/"))
    assert "Nobody stepped in" in words(ben.get("/step-ins/"))
    stepped_in(club, night)
    assert "Jo stepped in Somebody could get hurt." in words(ben.get("/step-ins/"))


def test_a_step_in_that_is_not_there_is_not_found(club: Club, night: PlanId) -> None:
    assert club.enter("Ben").get(f"/step-ins/{night}").status_code == 404


def test_whoever_stepped_in_changes_what_it_is_about_by_it(club: Club, night: PlanId) -> None:
    jo, ben = club.enter("Jo"), club.enter("Ben")
    assert "I stepped in" not in words(jo.get(f"/plan/{night}/lines/new"))
    here = jo.post("/step-ins/", **said(night)).location
    form = words(jo.get(f"/plan/{night}/lines/new"))
    assert "I stepped in Somebody could get hurt." in form
    assert "I stepped in" not in words(ben.get(f"/plan/{night}/lines/new"))
    event = club.services.mandates.step_ins(club.here, club.clock.now)[0].event
    line = {"label": "Safe", "words": "30 guests at most", "decision": event}
    jo.press(f"/plan/{night}/lines", **line)
    assert "What this changed" in words(ben.get(here))
    answer = ben.post(f"/plan/{night}/lines", **line)
    assert answer.status_code == 409
    assert "Only the person who stepped in can act on it." in words(answer)


def test_a_step_in_allows_nothing_else(club: Club, night: PlanId) -> None:
    other = club.plan("August night")
    jo = club.enter("Jo")
    jo.press("/step-ins/", **said(night))
    event = club.services.mandates.step_ins(club.here, club.clock.now)[0].event
    line = {"label": "Music", "words": "None", "decision": event}
    answer = jo.post(f"/plan/{other}/lines", **line)
    assert answer.status_code == 409
    assert "This step-in is not about this." in words(answer)
