"""The stories of another way to decide."""

from typing import Any

import pytest
from pytest_bdd import parsers, scenarios, then, when

from domain.ids import ProposalId
from domain.kinds import Domain
from domain.values import RuleFor, place_of
from domain.voting.rule import Method, Rule
from domain.voting.say import rule_in_words
from tests.scenarios.conftest import Story
from tests.web.club import YES, words

scenarios("rule.feature")

CONSENT, TWO_THIRDS = Rule(method=Method.CONSENT), Rule(method=Method.SUPERMAJORITY)
IT = "the new rule"


@pytest.fixture
def told() -> dict[str, Any]:
    """What was told of an idea before."""
    return {}


@when("Ben makes it an idea that nobody may have a worry left")
def _asks(story: Story) -> None:
    story.ideas[IT] = story.club.does.make_proposal(
        story.club.act("Ben"), story.club.here, "Nobody has a worry left", new_rule=CONSENT
    )


@when("Ben makes it an idea that nobody may have a worry left about money")
def _asks_for_money(story: Story) -> None:
    story.ideas[IT] = story.club.does.make_proposal(
        story.club.act("Ben"),
        story.club.here,
        "Nobody has a worry left about money",
        new_rule=CONSENT,
        new_rule_for=RuleFor(domains=(Domain.MONEY,)),
    )


@when("Cara makes it an idea that money is as all else")
def _asks_as_all_else(story: Story) -> None:
    usual, special = story.club.services.mandates.rules_in_force(story.club.here)
    story.ideas[IT] = story.club.does.make_proposal(
        story.club.act("Cara"),
        story.club.here,
        "Money is as all else",
        new_rule=usual.terms,
        new_rule_for=RuleFor(ends=special.rule),
    )


@when("all of us say yes, and Dev puts it in place for money")
@when("all of us say yes, and Dev puts our usual rule in place for money")
def _all_say_yes(story: Story) -> None:
    club, idea = story.club, story.ideas[IT]
    club.does.open_voting(club.act("Asha"), idea)
    club.cast(idea, Asha=YES, Ben=YES, Cara=YES, Dev=YES)
    club.does.close_voting(club.act("Asha"), idea)
    club.enter("Dev").press(f"/why/rules/new/{idea}", sure="yes")


@then(parsers.parse('a vote about {topic} is by "{sentence}"'))
def _a_vote_is_by(story: Story, topic: str, sentence: str) -> None:
    about = {"money": Domain.MONEY, "places": Domain.PLACE}[topic]
    story.ideas[topic] = story.club.vote(f"Something about {topic}", about=about)
    assert story.show(topic)["rule_in_words"] == sentence


@when("Dev puts the new rule in place")
def _adopts(story: Story) -> None:
    story.tries(lambda: _adopt(story, CONSENT))


@when("Dev puts a rule of two thirds in place instead")
def _adopts_another(story: Story) -> None:
    story.tries(lambda: _adopt(story, TWO_THIRDS))


def _adopt(story: Story, terms: Rule) -> None:
    club = story.club
    cited = club.does.authority_of(story.ideas[IT])
    club.does.adopt_rule(club.act("Dev"), club.here, terms, cited)


@when(parsers.parse('we look at all that is told of "{title}"'))
def _look(story: Story, title: str, told: dict[str, Any]) -> None:
    told[title] = story.show(title)


@then(parsers.parse('the page of the idea says "{sentence}"'))
def _page_says(story: Story, sentence: str) -> None:
    page = story.club.enter("Cara").get(f"/ideas/{story.ideas[IT]}")
    assert sentence in words(page)


@then(parsers.parse('we decide by "{sentence}"'))
@then(parsers.parse('we still decide by "{sentence}"'))
def _decide_by(story: Story, sentence: str) -> None:
    rule = story.club.services.directory.rule(story.club.here)
    assert rule
    assert rule_in_words(rule.terms) == sentence


@then("the new rule names the decision that allows it")
def _names_it(story: Story) -> None:
    rule = story.club.services.mandates.rules(story.club.here)[-1]
    assert rule.authority
    assert ProposalId(place_of(rule.authority)[0]) == story.ideas[IT]


@then(parsers.parse('Dev is told "{sentence}"'))
def _is_told(story: Story, sentence: str) -> None:
    assert story.refusal == sentence


@then(parsers.parse('all that is told of "{title}" is the same'))
def _same(story: Story, title: str, told: dict[str, Any]) -> None:
    now, then_ = story.show(title), told[title]
    for told_of in (now, then_):
        told_of.pop("at", None), told_of.pop("as_of", None)
    assert now == then_


@then(parsers.parse('"{title}" was decided by "{method}"'))
def _decided_by(story: Story, title: str, method: str) -> None:
    assert story.show(title)["rule"]["method"] == method


@then("what is shown of the idea names the new rule")
def _shown(story: Story) -> None:
    assert story.show(IT)["new_rule"]["method"] == "consent"
