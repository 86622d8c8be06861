"""Staff step in: they say so, we hear of it, it ends, and others look at it."""

import re
from functools import partial

import pytest

from domain.events import (
    PersonRegistered,
    StepInApplied,
    StepInLifted,
    StepInReviewed,
    StepInTold,
)
from domain.ids import PersonId, PlanId, StreamId
from domain.kinds import Audience, Finding, Format, LineKind, Seat, StepInGround
from domain.values import EventId
from tests.web.club import YES, Club, words


@pytest.fixture
def night(club: Club) -> PlanId:
    """A plan for a night; Jo is the member of staff here, Tess a trustee, Ola looks on."""
    for name, seat in (("Jo", Seat.STAFF), ("Tess", Seat.TRUSTEE), ("Ola", Seat.OBSERVER)):
        club.people[name] = club.does.register_person(club.act("Asha"), name)
        club.does.seat_person(club.act("Asha"), club.here, club.people[name], seat, voting=False)
    return club.plan()


def said(night: PlanId, **more: str) -> dict[str, str]:
    return {
        "grounds": "harm",
        "about": str(night),
        "did": "I shut the side door",
        "why": "There is sand in front of it.",
        "smaller": "yes",
        "tried": "I asked the builders",
        "ends": "2026-03-04T12:00:00+00:00",
        **more,
    }


def stepped_in(club: Club, night: PlanId, name: str = "Jo") -> str:
    jo = club.enter(name)
    return str(jo.post("/step-ins/", **said(night)).location)


def found(**more: str) -> dict[str, str]:
    return {"finding": "partly", "saw": "Nobody rang us", "outside": "another", **more}


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


# ---- Looking at it


def test_others_say_whether_it_was_right_with_one_from_outside(club: Club, night: PlanId) -> None:
    here, asha = stepped_in(club, night), club.enter("Asha")
    ask = words(asha.get(f"{here}/review"))
    assert "One person from outside must look at it with you." in ask
    assert "Jo" not in re.findall(r'name="with" value="[^"]+"', ask)
    form = {"with": str(club.people["Cara"]), "name": "Ruth", "change": "Jo rings us"}
    facts = club.written(lambda: asha.press(f"{here}/review", **found(**form)))
    assert [type(fact) for fact in facts] == [PersonRegistered, StepInReviewed]
    fact = facts[1]
    assert isinstance(fact, StepInReviewed)
    assert fact.finding is Finding.PARTLY
    assert fact.reviewers[:2] == (club.people["Asha"], club.people["Cara"])
    page = words(asha.get(here))
    assert "Asha, Cara and Ruth looked at a step-in: it was partly right." in page
    assert "“Nobody rang us. Jo rings us.”" in page
    assert "Jo stepped in" not in words(asha.get("/"))
    assert "Some of it was right" in words(asha.get("/step-ins/"))


def test_whoever_looked_from_outside_once_can_be_picked_again(club: Club, night: PlanId) -> None:
    here, asha = stepped_in(club, night), club.enter("Asha")
    asha.press(f"{here}/review", **found(name="Ruth"))
    picked = re.search(r'name="outside" value="([0-9a-f-]{36})"', asha.get(f"{here}/review").text)
    assert picked
    again = found(outside=picked[1], finding="upheld")
    (fact,) = club.written(lambda: asha.press(f"{here}/review", **again))
    assert isinstance(fact, StepInReviewed)
    assert fact.reviewers[-1] == PersonId(fact.reviewers[-1])
    assert "It was right" in words(asha.get("/step-ins/"))


def test_whoever_stepped_in_does_not_judge_it(club: Club, night: PlanId) -> None:
    here, jo = stepped_in(club, night), club.enter("Jo")
    assert "Say if it was right" not in words(jo.get(here))
    before = club.does.position()
    answer = jo.post(f"{here}/review", **found(name="Ruth"))
    assert answer.status_code == 403
    assert "Whoever stepped in does not judge it. Others look at it." in words(answer)
    assert club.does.position() == before, "nobody is made known for a review that is refused"


@pytest.mark.parametrize(
    ("lacks", "sentence"),
    [
        ({"finding": ""}, "Say if it was right."),
        ({"saw": " "}, "Write what you found."),
        ({"outside": ""}, "Say who from outside looked at it with you."),
        ({"name": ""}, "Say who from outside looked at it with you."),
    ],
)
def test_a_review_says_what_was_found_and_by_whom(
    club: Club, night: PlanId, lacks: dict[str, str], sentence: str
) -> None:
    here, asha = stepped_in(club, night), club.enter("Asha")
    form = {**found(name="Ruth"), "with": str(club.people["Cara"]), **lacks}
    answer = asha.post(f"{here}/review", **form)
    assert answer.status_code == 400
    assert sentence in words(answer)
    assert re.search(rf'value="{club.people["Cara"]}" checked', answer.text)


def test_somebody_who_sits_here_is_not_from_outside(club: Club, night: PlanId) -> None:
    here, asha = stepped_in(club, night), club.enter("Asha")
    answer = asha.post(f"{here}/review", **found(outside=str(club.people["Ben"])))
    assert answer.status_code == 403
    assert "At least one of those who look at it is from outside" in words(answer)


# ---- What came of it


def a_change(club: Club, night: PlanId) -> str:
    """Cara writes a line into the plan, as the committee decided; the name of that entry."""
    club.clock.on(hours=1)
    allowed = club.reason("Who is at the door")
    line = ("Door", "Two of us stand at the side door.")
    club.does.write_line(club.act("Cara"), night, *line, kind=LineKind.SAFETY, authority=allowed)
    return club.does.events_of(night)[-1].event_id


def test_a_review_names_what_changed_because_of_it(club: Club, night: PlanId) -> None:
    here, asha = stepped_in(club, night), club.enter("Asha")
    assert "Nothing changed so far. That can come later." in words(asha.get(f"{here}/review"))
    change = a_change(club, night)
    ask = asha.get(f"{here}/review")
    assert "Did something change because of it?" in words(ask)
    assert f'name="led_to" value="{change}"' in ask.text
    form = found(name="Ruth", led_to=change)
    kept = asha.post(f"{here}/review", **{**form, "saw": ""})
    assert re.search(rf'value="{change}" checked', kept.text)
    facts = club.written(lambda: asha.press(f"{here}/review", **form))
    assert isinstance(facts[-1], StepInReviewed)
    assert facts[-1].led_to == (change,)
    page = words(asha.get(here))
    assert "Because of that this changed: “July night”." in page
    assert "What came of it" in page
    assert "Cara wrote in the plan “July night”: Door: Two of us stand at the side door." in page
    assert "So far nothing changed." not in page


@pytest.mark.parametrize(
    ("led_to", "status", "sentence"),
    [
        ("0" * 32 + "@1", 404, "There is no such entry in the log."),
        ("salt", 400, ""),
    ],
)
def test_what_changed_is_in_the_log(
    club: Club, night: PlanId, led_to: str, status: int, sentence: str
) -> None:
    here, asha = stepped_in(club, night), club.enter("Asha")
    answer = asha.post(f"{here}/review", **found(name="Ruth", led_to=led_to))
    assert answer.status_code == status
    assert sentence in words(answer)
    (seen,) = club.services.mandates.step_ins(club.here, club.clock.now)
    assert seen.reviews == ()


def test_what_came_before_or_is_only_said_changed_nothing(club: Club, night: PlanId) -> None:
    change = a_change(club, night)
    club.clock.on(hours=1)
    here, asha = stepped_in(club, night), club.enter("Asha")
    answer = asha.post(f"{here}/review", **found(name="Ruth", led_to=change))
    assert answer.status_code == 400
    assert "That came before the step-in." in words(answer)
    assert change not in asha.get(f"{here}/review").text


def test_a_change_that_comes_later_is_an_idea_because_of_it(club: Club, night: PlanId) -> None:
    here, asha, ben = stepped_in(club, night), club.enter("Asha"), club.enter("Ben")
    asha.press(f"{here}/review", **found(name="Ruth"))
    page = ben.get(here)
    assert "So far nothing changed. What do we do, so that it need not happen again?" in words(page)
    start = re.search(r'href="(/ideas/new\?because_of=[^"]+)"', page.text)
    assert start
    form = ben.get(start[1])
    cause = re.search(r'name="because_of" value="([^"]+)"', form.text)
    assert cause
    assert "It is about the time when staff stepped in." in words(form)
    idea = {"title": "Salt at the door", "because_of": cause[1]}
    assert f'name="because_of" value="{cause[1]}"' in ben.post("/ideas/check", **idea).text
    ben.press("/ideas/", **idea)
    made = club.services.decisions.because_of(EventId(cause[1]), club.clock.now)[0]
    assert "The reason for this idea: Jo stepped in" in words(ben.get(f"/ideas/{made.proposal}"))
    assert "Salt at the door An idea because of it. It is not decided." in words(ben.get(here))
    club.does.open_voting(club.act("Asha"), made.proposal)
    club.cast(made.proposal, Asha=YES, Ben=YES, Cara=YES)
    club.does.close_voting(club.act("Asha"), made.proposal)
    after = words(ben.get(here))
    assert "So far nothing changed." not in after
    assert "What came of it" in after
    assert "“Salt at the door”" in after


@pytest.mark.usefixtures("night")
def test_an_idea_does_not_come_of_what_is_no_step_in(club: Club) -> None:
    ben, no_step_in = club.enter("Ben"), f"{club.here.hex}@1"
    answer = ben.post("/ideas/", title="Salt", because_of=no_step_in)
    assert answer.status_code == 404
    assert "What this idea comes of is not a step-in of this committee." in words(answer)


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
