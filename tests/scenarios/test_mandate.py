"""What somebody may do alone: up to how much, until when, and what went too far."""

from datetime import date, timedelta
from typing import Any

from pytest_bdd import given, parsers, scenarios, then, when

from domain.ids import MandateId
from domain.kinds import Domain, Per, Route, Say
from domain.sealed import Sealed
from domain.values import DomainSay, EventId, Limit, MandateHolder, Money, NewMandate
from domain.voting.answers import Choice
from domain.voting.tally import Outcome, Result
from projections.agreed_seen import MandateSeen
from tests.scenarios.conftest import Story
from tests.web.club import words

scenarios("mandate.feature")

SAYS = (
    DomainSay(domain=Domain.MONEY, say=Say.ALONE),
    DomainSay(domain=Domain.PLACE, say=Say.AGREE),
)
IT_PASSED = Outcome(result=Result.ADOPTED)
IT = "tape"


def pounds(many: int) -> Money:
    return Money(amount=100 * many, currency="GBP")


def terms(story: Story, many: int, **more: Any) -> NewMandate:
    return NewMandate(
        holder=MandateHolder(person=story.club.people["Jo"]),
        words=Sealed.of("Buy tape"),
        says=SAYS,
        limit=Limit(money=pounds(many), per=Per.MONTH),
        **more,
    )


def for_days(story: Story, days: int) -> dict[str, date]:
    return {"expires": story.club.clock.now.date() + timedelta(days=days)}


def asks(story: Story, title: str, **carried: Any) -> None:
    """Ben makes it an idea."""
    act, here = story.club.act("Ben"), story.club.here
    story.ideas[title] = story.latest = story.club.does.make_proposal(
        act, here, title, domain=Domain.RULES, **carried
    )


def all_say_yes(story: Story, title: str) -> None:
    club, idea = story.club, story.ideas[title]
    club.does.open_voting(club.act("Asha"), idea)
    club.cast(idea, Asha=Choice.YES, Ben=Choice.YES, Cara=Choice.YES)
    club.does.close_voting(club.act("Asha"), idea)


def granted(story: Story) -> list[MandateSeen]:
    return story.club.services.mandates.mandates(story.club.here, story.club.clock.now)


def shown(story: Story) -> Any:
    """What ``hands show mandates`` answers on this day."""
    at = story.club.clock.now.isoformat()
    return story.ask("show", "mandates", "--at", at)["mandates"]


# ---- From the idea to the day on which it begins


@when(
    parsers.parse(
        "Ben makes it an idea that Jo spends {many:d} pounds each month on tape, for {days:d} days"
    )
)
def _asks(story: Story, many: int, days: int) -> None:
    asks(story, IT, new_mandate=terms(story, many, **for_days(story, days)))


@given(
    parsers.parse(
        'we said yes to "{title}": Jo spends {many:d} pounds each month, for {days:d} days'
    )
)
def _agreed(story: Story, title: str, many: int, days: int) -> None:
    asks(story, title, new_mandate=terms(story, many, **for_days(story, days)))
    all_say_yes(story, title)


@given(parsers.parse("Jo may spend {many:d} pounds each month on tape, for {days:d} days"))
def _may(story: Story, many: int, days: int) -> None:
    _agreed(story, IT, many, days)
    _begins(story)
    assert len(granted(story)) == 1, story.refusal


@given(parsers.parse('we said yes to "{title}": it goes on with {many:d} pounds each month'))
def _again(story: Story, title: str, many: int) -> None:
    asks(story, title, new_mandate=terms(story, many, renews=granted(story)[-1].mandate))
    all_say_yes(story, title)


@given(parsers.parse('we said yes to "{title}": Jo does this alone no more'))
def _no_more(story: Story, title: str) -> None:
    asks(story, title, ends_mandate=granted(story)[-1].mandate)
    all_say_yes(story, title)


@when("Dev lets it begin")
def _begins(story: Story) -> None:
    club, idea = story.club, story.latest
    assert idea
    story.tries(lambda: club.does.grant_decided_mandate(club.act("Dev"), idea))


@when("Dev ends it")
def _ends(story: Story) -> None:
    club, idea = story.club, story.latest
    assert idea
    club.does.revoke_mandate(
        club.act("Dev"),
        club.here,
        granted(story)[-1].mandate,
        authority=club.does.authority_of(idea),
    )


@when(parsers.parse('Jo takes {many:d} pounds each month because of "{title}"'))
def _takes(story: Story, many: int, title: str) -> None:
    right = story.club.does.authority_of(story.ideas[title])
    story.tries(lambda: _grant(story, many, right))


@when(parsers.parse("Jo wants to spend {many:d} pounds each month, and nobody decided so"))
def _wants(story: Story, many: int) -> None:
    story.tries(lambda: _grant(story, many, None))


def _grant(story: Story, many: int, right: EventId | None) -> MandateId:
    club, new = story.club, terms(story, many)
    return club.does.grant_mandate(
        club.act("Jo"),
        club.here,
        new.holder,
        new.words,
        says=new.says,
        limit=new.limit,
        authority=right,
    )


# ---- What Jo does alone


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


# ---- What is told


@then(parsers.parse('the page of the idea says "{sentence}"'))
@then(parsers.parse('the page of the decision says "{sentence}"'))
def _page_says(story: Story, sentence: str) -> None:
    page = story.club.enter("Cara").get(f"/ideas/{story.latest}")
    assert sentence in words(page)


@then("what is shown of the idea names Jo, the money and the last day")
def _shown(story: Story) -> None:
    told = story.show(IT)["new_mandate"]
    assert (told["holder"]["name"], told["words"]) == ("Jo", "Buy tape")
    assert told["limit"] == {"amount": 2000, "currency": "GBP", "per": "month"}
    assert told["expires"] == "2026-03-23"
    read = story.read(IT)
    assert "A yes lets Jo: “Buy tape”." in read
    assert "Jo may decide alone about money; decide with others about place." in read


@then("Jo may do nothing alone")
def _nothing(story: Story) -> None:
    assert not any(one["in_force"] for one in shown(story))


@then(parsers.parse('Jo may spend {many:d} pounds each month because of "{title}"'))
def _may_spend(story: Story, many: int, title: str) -> None:
    (told,) = shown(story)
    assert told["limit"] == {"amount": 100 * many, "currency": "GBP", "per": "month"}
    assert told["in_force"]
    assert told["authority"] == story.club.does.authority_of(story.ideas[title])
    assert told["decided_by"]["decision"]["title"] == title


@then(parsers.parse("there is {many:d} version of it"))
def _one_version(story: Story, many: int) -> None:
    assert len(shown(story)) == many


@then(parsers.parse("there are {many:d} versions of it, and the newer one counts"))
def _versions(story: Story, many: int) -> None:
    told = shown(story)
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
