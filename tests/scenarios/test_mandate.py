"""What somebody may do alone: up to how much, until when, and what went too far."""

from datetime import timedelta
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when

from domain.ids import MandateId
from domain.kinds import Domain, Per, Route, Say
from domain.values import DomainSay, EventId, Limit, MandateHolder, Money
from domain.voting.tally import Outcome, Result
from tests.scenarios.conftest import Story

scenarios("mandate.feature")

MONEY = [DomainSay(domain=Domain.MONEY, say=Say.ALONE)]
IT_PASSED = Outcome(result=Result.ADOPTED)


def pounds(many: int) -> Money:
    return Money(amount=100 * many, currency="GBP")


def grant(story: Story, many: int, right: EventId | None, **more: Any) -> MandateId:
    club = story.club
    return club.does.grant_mandate(
        club.act("Asha" if right else "Jo"),
        club.here,
        MandateHolder(person=club.people["Jo"]),
        "Buy tape",
        says=MONEY,
        limit=Limit(money=pounds(many), per=Per.MONTH),
        authority=right,
        **more,
    )


def granted(story: Story) -> list[Any]:
    return story.club.services.mandates.mandates(story.club.here, story.club.clock.now)


@given(
    parsers.parse('Jo may spend {many:d} pounds each month because of "{title}", for {days:d} days')
)
def _may(story: Story, many: int, title: str, days: int) -> None:
    ends = story.club.clock.now.date() + timedelta(days=days)
    grant(story, many, story.club.does.authority_of(story.idea(title)), expires=ends)


@when(parsers.parse('Jo decides "{title}" for {many:d} pounds {how}'))
def _spends(story: Story, title: str, many: int, how: str) -> None:
    club, right = story.club, granted(story)[0 if how == "by the old one" else -1].event
    story.ideas[title] = club.does.make_proposal(
        club.act("Jo"), club.here, title, domain=Domain.MONEY, amount=pounds(many)
    )
    story.tries(
        lambda: club.does.record_decision(
            club.act("Jo"),
            story.ideas[title],
            Route.DELEGATED_STAFF,
            IT_PASSED,
            authority=right,
        )
    )


@when(parsers.parse('we let it go on because of "{title}"'))
def _goes_on(story: Story, title: str) -> None:
    right = story.club.does.authority_of(story.idea(title))
    grant(story, 20, right, renews=granted(story)[-1].mandate)


@when(parsers.parse("Jo wants to spend {many:d} pounds each month, and nobody decided so"))
def _wants(story: Story, many: int) -> None:
    story.tries(lambda: grant(story, many, None))


@then(parsers.parse("there are {many:d} versions of it, and the newer one counts"))
def _versions(story: Story, many: int) -> None:
    told = story.ask("show", "mandates")["mandates"]
    assert [(one["version"], one["in_force"]) for one in told] == [(1, False), (many, True)]
    assert told[-1]["renews"] == told[0]["mandate"]


@then("nothing went too far")
def _kept(story: Story) -> None:
    assert story.ask("audit", "--breaches")["breaches"] == []


@then(parsers.parse('we can read that staff went too far with "{way}"'))
def _too_far(story: Story, way: str) -> None:
    (one,) = story.ask("audit", "--breaches", finds=True)["breaches"]
    assert (one["whose"], one["ways"]) == ("staff", [way])


@then(parsers.parse('"{title}" names who decided it, what it costs, and what let them'))
def _names(story: Story, title: str) -> None:
    told = story.read(title)
    for one in ("Costs £15", "Decided by Jo", "By which right", "Buy tape"):
        assert one in told
