"""Staff step in: they say why, tell us, it ends, and others look at it."""

from datetime import timedelta
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when

from domain.act import Act
from domain.ids import PersonId, StreamId
from domain.kinds import Finding, StepInGround
from domain.sealed import Sealed
from tests.scenarios.conftest import Story

scenarios("step-in.feature")

LONGEST = timedelta(hours=72)


def told(story: Story) -> Any:
    (one,) = story.ask("show", "step-ins", "--at", story.club.clock.now.isoformat())["step_ins"]
    return one


def steps_in(story: Story, name: str, words: str) -> None:
    club = story.club
    act = Act.now(club.people[name], club.clock.now, Sealed.maybe(words))
    plan = club.services.plans.ahead(club.here, club.clock.now.date())[0].plan
    story.tries(
        lambda: club.does.step_in(
            act,
            club.here,
            StepInGround.HARM,
            less_restrictive_tried=True,
            touches=[StreamId(plan)],
            ends=club.clock.now + LONGEST,
        )
    )


def looks(story: Story, name: str, *others: PersonId) -> None:
    club = story.club
    (seen,) = club.services.mandates.step_ins(club.here, club.clock.now)
    who = [club.people[name], *others]
    story.tries(
        lambda: club.does.review_step_in(
            club.act(name), club.here, seen.step_in, Finding.UPHELD, who
        )
    )


@given("there is a plan for the night")
def _plan(story: Story) -> None:
    story.club.plan()


@when(parsers.parse('{name} steps in because somebody could get hurt: "{words}"'))
def _in(story: Story, name: str, words: str) -> None:
    steps_in(story, name, words)


@when(parsers.parse("{name} steps in because somebody could get hurt, and does not say why"))
def _silent(story: Story, name: str) -> None:
    steps_in(story, name, "")


@when("Jo tells the committee")
def _tell(story: Story) -> None:
    club = story.club
    (seen,) = club.services.mandates.step_ins(club.here, club.clock.now)
    club.does.tell_step_in(club.act("Jo"), club.here, seen.step_in)


@when(parsers.parse("{name} looks at it with Tess from outside, and it was right"))
def _look(story: Story, name: str) -> None:
    club = story.club
    club.people["Tess"] = club.does.register_person(club.act("Asha"), "Tess")
    looks(story, name, club.people["Tess"])


@when("Asha looks at it with Ben")
def _inside(story: Story) -> None:
    looks(story, "Asha", story.club.people["Ben"])


@then("the step-in goes on for 3 days at most")
def _goes_on(story: Story) -> None:
    assert told(story)["in_force"] is True


@then("the committee heard of it in time")
def _heard(story: Story) -> None:
    assert (len(told(story)["told"]), told(story)["told_late"]) == (1, False)


@then("the step-in is over")
def _over(story: Story) -> None:
    assert (told(story)["in_force"], told(story)["lifted_at"]) == (False, None)


@then("the committee was told too late")
def _late(story: Story) -> None:
    assert told(story)["told_late"] is True


@then("the look at it came too late")
def _looked_late(story: Story) -> None:
    assert told(story)["review_late"] is True


@then(parsers.parse('the finding is "{finding}", by Asha and Tess'))
def _found(story: Story, finding: str) -> None:
    (one,) = told(story)["reviews"]
    assert (one["finding"], one["reviewers"]) == (finding, ["Asha", "Tess"])
