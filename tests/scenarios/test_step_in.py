"""Staff step in: they say why, tell us, it ends, and others look at it."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when

from domain.act import Act
from domain.ids import PersonId, ProposalId, StreamId
from domain.kinds import Finding, StepInGround
from domain.sealed import Sealed
from domain.values import EventId
from domain.voting.answers import Choice
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


def looks(story: Story, name: str, *others: PersonId, led_to: Collection[EventId] = ()) -> None:
    club = story.club
    (seen,) = club.services.mandates.step_ins(club.here, club.clock.now)
    who = [club.people[name], *others]
    story.tries(
        lambda: club.does.review_step_in(
            club.act(name), club.here, seen.step_in, Finding.UPHELD, who, led_to
        )
    )


def tess(story: Story) -> PersonId:
    club = story.club
    club.people["Tess"] = club.does.register_person(club.act("Asha"), "Tess")
    return club.people["Tess"]


def says_yes(story: Story, idea: ProposalId) -> None:
    club = story.club
    club.does.open_voting(club.act("Asha"), idea)
    club.cast(idea, Asha=Choice.YES, Ben=Choice.YES, Cara=Choice.YES)
    club.does.close_voting(club.act("Asha"), idea)


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
    looks(story, name, tess(story))


@when(
    parsers.parse('{name} looks at it with Tess from outside, and names the decision on "{title}"')
)
def _names(story: Story, name: str, title: str) -> None:
    decision = story.club.does.authority_of(story.ideas[title])
    looks(story, name, tess(story), led_to=[decision])


@when(parsers.parse('we decide "{title}" by a vote'))
def _decide(story: Story, title: str) -> None:
    story.ideas[title] = story.club.decided(title)


@when(parsers.parse('{name} has the idea "{title}" because Jo stepped in'))
def _because(story: Story, name: str, title: str) -> None:
    club = story.club
    (seen,) = club.services.mandates.step_ins(club.here, club.clock.now)
    story.ideas[title] = club.does.make_proposal(
        club.act(name), club.here, title, because_of=[seen.event]
    )


@when(parsers.parse('we say yes to "{title}"'))
def _yes(story: Story, title: str) -> None:
    says_yes(story, story.ideas[title])


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


@then(parsers.parse('"{title}" came of it'))
def _came(story: Story, title: str) -> None:
    (one,) = told(story)["led_to"]
    assert title in one["sentence"]


@then(parsers.parse('the decision on "{title}" is named by the look at it'))
def _named(story: Story, title: str) -> None:
    decision = story.club.does.authority_of(story.ideas[title])
    assert told(story)["reviews"][0]["led_to"] == [decision]


@then("nothing came of it so far")
def _nothing(story: Story) -> None:
    assert told(story)["led_to"] == []


@then(parsers.parse('the idea "{title}" waits because of it'))
def _waits(story: Story, title: str) -> None:
    assert [one["title"] for one in told(story)["ideas"]] == [title]


@then(parsers.parse('the idea "{title}" says that Jo stepped in'))
def _says(story: Story, title: str) -> None:
    (seen,) = story.club.services.mandates.step_ins(story.club.here, story.club.clock.now)
    assert story.show(title)["because_of"] == [seen.event]
    assert "Because Jo stepped in" in story.read(title)
