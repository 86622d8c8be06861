"""A worry: had, answered, and brought to an end, never in silence."""

from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when

from domain.act import Act
from domain.ids import ObjectionId
from domain.kinds import Resolution
from domain.voting.rule import Method, Rule
from tests.scenarios.conftest import Story

scenarios("objection.feature")

IDEA = "Karaoke night"


def worry(story: Story) -> ObjectionId:
    seen = story.club.services.decisions.proposal(story.idea(IDEA), story.club.clock.now)
    assert seen
    return seen.objections[-1].objection


def ends(story: Story, how: Resolution, act: Act | None = None) -> None:
    by = act or story.club.act("Asha")
    story.tries(lambda: story.club.does.resolve_objection(by, story.idea(IDEA), worry(story), how))


def told(story: Story) -> Any:
    (one,) = story.show(IDEA)["objections"]
    return one


@given("we go on when no worry is left")
def _consent(story: Story) -> None:
    club, right = story.club, story.club.agreed("No worry is left")
    club.does.adopt_rule(club.act("Asha"), club.here, Rule(method=Method.CONSENT), right)


@when(parsers.parse('{name} has a worry about "{title}": "{words}"'))
def _worry(story: Story, name: str, title: str, words: str) -> None:
    story.club.does.raise_objection(story.club.act(name), story.idea(title), words)


@when(parsers.parse('{name} has a worry about "{title}" and leaves the name out: "{words}"'))
def _unnamed(story: Story, name: str, title: str, words: str) -> None:
    story.club.does.raise_objection(story.club.act(name), story.idea(title), words, named=False)


@when(parsers.parse('{name} answers the worry: "{words}"'))
def _answer(story: Story, name: str, words: str) -> None:
    act = story.club.act(name)
    story.club.does.answer_objection(act, story.idea(IDEA), worry(story), words)


@when(parsers.parse('Asha changes "{title}" to "{words}" because of the worry'))
def _better(story: Story, title: str, words: str) -> None:
    does, idea = story.club.does, story.idea(title)
    because = [does.raised(idea, worry(story))]
    does.amend_proposal(story.club.act("Asha"), idea, title=words, because_of=because)


@when("Asha says that we changed the idea")
def _changed(story: Story) -> None:
    ends(story, Resolution.INTEGRATED)


@when("Asha says that it is fine now")
def _fine(story: Story) -> None:
    ends(story, Resolution.EXPLAINED)


@when("Asha says that we go on, and does not say why")
def _on(story: Story) -> None:
    ends(story, Resolution.OVERRULED)


@then(parsers.parse('the worry of Cara ended as "{how}", and better words came of it'))
def _met(story: Story, how: str) -> None:
    assert (told(story)["how"], len(told(story)["better_words_at"])) == (how, 1)


@then(parsers.parse('the worry of Cara ended as "{how}"'))
def _ended(story: Story, how: str) -> None:
    assert (told(story)["how"], told(story)["better_words_at"]) == (how, [])


@then(parsers.parse('the record says "{sentence}"'))
def _says(story: Story, sentence: str) -> None:
    assert sentence in [one["sentence"] for one in story.show(IDEA)["history"]]


@then(parsers.parse('"{title}" came out as "{outcome}"'))
def _outcome(story: Story, title: str, outcome: str) -> None:
    assert story.show(title)["decision"]["outcome"] == outcome


@then("nobody reads that it was the worry of Cara")
def _hidden(story: Story) -> None:
    assert (told(story)["named"], told(story)["person"]) == (False, None)
    assert not any("Cara" in one["sentence"] for one in story.show(IDEA)["history"])
