"""Others look at a step-in, say whether it was right, and name what came of it."""

import re

import pytest

from domain.events import (
    PersonRegistered,
    StepInReviewed,
)
from domain.ids import PersonId, PlanId
from domain.kinds import Finding, LineKind
from domain.values import EventId
from tests.web.club import YES, Club, words
from tests.web.stepping_in import found, night, stepped_in

__all__ = ["night"]


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
