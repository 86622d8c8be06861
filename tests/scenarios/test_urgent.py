"""What could not wait: decided at once, and agreed to afterwards, or not."""

from datetime import timedelta

from pytest_bdd import parsers, scenarios, then, when

from domain.kinds import Route
from domain.voting.tally import Outcome, Result
from tests.scenarios.conftest import ANSWERS, Story

scenarios("urgent.feature")

IT_PASSED, ASKED = Outcome(result=Result.ADOPTED), "Do we agree?"
A_WEEK = timedelta(days=7)


@when(parsers.parse('{name} decides "{title}" at once, because of "{right}"'))
def _decides(story: Story, name: str, title: str, right: str) -> None:
    _at_once(story, name, title, right=right)


@when(parsers.parse('{name} decides "{title}" at once, because of nothing'))
def _without(story: Story, name: str, title: str) -> None:
    story.tries(lambda: _at_once(story, name, title))


@when(parsers.parse('Ben decides at once to end "{title}"'))
def _undo(story: Story, title: str) -> None:
    old, does = story.idea(title), story.club.does
    act = story.club.act("Ben")
    new = does.make_proposal(act, story.club.here, "No more", replaces=does.authority_of(old))
    story.ideas["No more"] = new
    story.tries(lambda: _at_once(story, "Ben", "No more", right=title))


@when(parsers.parse('Asha asks all of us if we agree to "{title}"'))
def _asks(story: Story, title: str) -> None:
    does, act = story.club.does, story.club.act("Asha")
    named = does.authority_of(story.idea(title))
    story.ideas[ASKED] = does.make_proposal(act, story.club.here, ASKED, ratifies=named)
    does.open_voting(act, story.ideas[ASKED])


@when(parsers.parse("{name} says {answer} to it"))
def _answers(story: Story, name: str, answer: str) -> None:
    idea = story.ideas[ASKED]
    story.club.does.cast_ballot(story.club.act(name), idea, ANSWERS[answer])


@when("Asha counts the answers")
def _counts(story: Story) -> None:
    story.club.does.close_voting(story.club.act("Asha"), story.ideas[ASKED])


@when(parsers.parse('Ben plans a night because of "{title}"'))
def _plans(story: Story, title: str) -> None:
    cited, does = story.club.does.authority_of(story.idea(title)), story.club.does
    act = story.club.act("Ben")
    story.tries(lambda: does.make_plan(act, story.club.here, "A night", authority=cited))


@then(parsers.parse('we have {number:d} days to agree to "{title}"'))
def _until(story: Story, number: int, title: str) -> None:
    last = story.club.clock.now.date() + timedelta(days=number)
    shown = story.show(title)
    assert (shown["ratify_by"], shown["ratified"]) == (last.isoformat(), None)


@then(parsers.parse('all of us agreed to "{title}"'))
def _agreed(story: Story, title: str) -> None:
    assert story.show(title)["ratified"] is True


@then(parsers.parse('all of us did not agree to "{title}"'))
def _refused(story: Story, title: str) -> None:
    assert story.show(title)["ratified"] is False


@then(parsers.parse('nobody agreed in time to "{title}"'))
def _lapsed(story: Story, title: str) -> None:
    shown = story.show(title)
    assert (shown["lapsed"], shown["ratified"]) == (True, None)


def _at_once(story: Story, name: str, title: str, right: str = "") -> None:
    does, idea = story.club.does, story.idea(title)
    does.record_decision(
        story.club.act(name),
        idea,
        Route.URGENT,
        IT_PASSED,
        authority=does.authority_of(story.idea(right)) if right else None,
        ratify_by=(story.club.clock.now + A_WEEK).date(),
    )
