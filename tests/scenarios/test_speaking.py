"""The stories of saying what one wants before there is a vote."""

from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when

from domain.kinds import Position
from domain.voting.rule import Rule
from tests.scenarios.ballots import person
from tests.scenarios.conftest import Story
from tests.web.club import words

scenarios("speaking.feature")

STAFF_LAST = Rule.model_validate({"method": "majority", "last": ["staff"], "days_to_read": 3})


@given("our rule is that staff speak last, and that we have 3 days to read")
def _rule(story: Story) -> None:
    club = story.club
    club.does.adopt_rule(club.act("Asha"), club.here, STAFF_LAST, club.agreed())


@given(parsers.parse('{name} has the idea "{title}"'))
def _has(story: Story, name: str, title: str) -> None:
    story.ideas[title] = story.club.idea(title, by=name)


@when(parsers.re(r'(?P<name>\w+) wants "(?P<title>[^"]+)"'))
def _wants(story: Story, name: str, title: str) -> None:
    _say(story, name, title, Position.FOR)


@when(parsers.re(r'(?P<name>\w+) does not want "(?P<title>[^"]+)"'))
def _does_not(story: Story, name: str, title: str) -> None:
    _say(story, name, title, Position.AGAINST)


@when(parsers.re(r'(?P<name>\w+) is not sure about "(?P<title>[^"]+)"'))
def _not_sure(story: Story, name: str, title: str) -> None:
    _say(story, name, title, Position.NOT_SURE)


def _say(story: Story, name: str, title: str, position: Position) -> None:
    act = story.club.act(name)
    story.tries(lambda: story.club.does.voice_position(act, story.ideas[title], position))


@when(parsers.parse('Asha writes down that {name} does not want "{title}"'))
def _aloud(story: Story, name: str, title: str) -> None:
    act, who = story.club.act("Asha"), person(story, name)
    story.tries(
        lambda: story.club.does.voice_position(
            act, story.ideas[title], Position.AGAINST, person=who
        )
    )


@when(parsers.parse('{name} asks "{question}" about "{title}"'), target_fixture="question")
def _asks(story: Story, name: str, question: str, title: str) -> tuple[str, Any]:
    idea = story.ideas[title]
    return title, story.club.does.ask_question(story.club.act(name), idea, question)


@when(parsers.parse('{name} answers "{answer}"'))
def _answers(story: Story, name: str, answer: str, question: tuple[str, Any]) -> None:
    title, asked = question
    story.club.does.answer_question(story.club.act(name), story.ideas[title], asked, answer)


@when(parsers.parse('{name} has a worry about "{title}"'))
def _worries(story: Story, name: str, title: str) -> None:
    story.club.does.raise_objection(story.club.act(name), story.ideas[title], "Too small")


def _positions(story: Story, title: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = story.show(title)["talk"]["positions"]
    return [one for one in told if one["holds"]]


@then(parsers.parse('what {name} says of "{title}" is "{said}"'))
def _says(story: Story, name: str, title: str, said: str) -> None:
    assert [one["position"] for one in _positions(story, title) if one["name"] == name] == [said]


@then(parsers.parse('nobody has voted on "{title}"'))
def _no_vote(story: Story, title: str) -> None:
    assert story.show(title)["ballots"] == []


@then(parsers.parse('what is shown of "{title}" says that staff wait for {one} and {other}'))
def _wait(story: Story, title: str, one: str, other: str) -> None:
    told = story.show(title)["speaks_last"]
    assert told["last"] == ["staff"]
    assert len(told["others"]) == len((one, other))
    assert f"Staff wait for {one} and {other}" in story.read(title)


@then(parsers.parse('what is shown of "{title}" says that nobody waits'))
def _no_wait(story: Story, title: str) -> None:
    assert story.show(title)["speaks_last"] is None
    assert "Staff wait for" not in story.read(title)


@then(parsers.parse('"{title}" has a question with an answer, and a worry'))
def _asked(story: Story, title: str) -> None:
    told = story.show(title)
    assert [len(one["answers"]) for one in told["talk"]["questions"]] == [1]
    assert len(told["objections"]) == 1


@then(parsers.parse('{name} does not read yet what {other} wants of "{title}"'))
def _unheard(story: Story, name: str, other: str, title: str) -> None:
    assert "Say what you want first." in _page(story, name, title)
    assert f"{other} Does not want this" not in _page(story, name, title)


@then(parsers.parse('{name} reads that {other} does not want "{title}"'))
def _heard(story: Story, name: str, other: str, title: str) -> None:
    assert f"{other} Does not want this" in _page(story, name, title)


def _page(story: Story, name: str, title: str) -> str:
    return words(story.club.enter(name).get(f"/ideas/{story.ideas[title]}/wants"))


@then(parsers.parse('"{title}" names {name}, who wrote it down'))
def _noted(story: Story, title: str, name: str) -> None:
    assert [one["noted_by"] for one in _positions(story, title)] == [name]
