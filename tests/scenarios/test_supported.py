"""The stories of help with a vote."""

import json

from click.testing import CliRunner
from pytest_bdd import given, parsers, scenarios, then, when

from domain.kinds import Seat, Support
from tests.scenarios.ballots import IDEA, ballots, person, the_ballot
from tests.scenarios.conftest import ANSWERS, Story
from web.cli import main

scenarios("supported.feature")


@given("Ella, Femi, Gina and Hugo are members too")
def _more(story: Story) -> None:
    club = story.club
    for name in ("Ella", "Femi", "Gina", "Hugo"):
        club.people[name] = club.does.register_person(club.act("Asha"), name)
        club.does.seat_person(club.act("Asha"), club.here, club.people[name], Seat.MEMBER)


@when(parsers.parse("{name} says that {by} pressed, was picked, and read it back"))
def _helped(story: Story, name: str, by: str) -> None:
    club = story.club
    story.tries(
        lambda: club.does.note_support(
            club.act(name),
            story.ideas[IDEA],
            person(story, name),
            person(story, by),
            Support.PRESSED,
            chosen_by_voter=True,
            read_back=True,
        )
    )


@when(parsers.parse("{by} says that {name} picked {again}"))
def _picked(story: Story, by: str, name: str, again: str) -> None:
    assert by == again
    club, voter, helper = story.club, person(story, name), person(story, by)
    story.tries(
        lambda: club.does.note_support(
            club.act(by), story.ideas[IDEA], voter, helper, Support.READ, chosen_by_voter=True
        )
    )


@when(parsers.parse("all {number:d} say yes, and {helped:d} of them say that they had help"))
def _all(story: Story, number: int, helped: int) -> None:
    club, idea = story.club, story.ideas[IDEA]
    voters = [name for name in club.people if name != "Eve"]
    assert len(voters) == number
    for name in voters:
        club.does.cast_ballot(club.act(name), idea, ANSWERS["yes"])
    for name in voters[:helped]:
        club.does.note_support(club.act(name), idea, person(story, name), None, Support.READ)


@then(parsers.parse("the vote of {name} counts"))
def _counts(story: Story, name: str) -> None:
    assert the_ballot(story, name)["counted"]


@then(parsers.parse('what is kept of {name} tells "{words}"'))
def _kept(story: Story, name: str, words: str) -> None:
    assert words in _asks(story, "show", "person", str(person(story, name)))


@then(parsers.parse('nothing that is told of "{title}" speaks of help'))
def _silent(story: Story, title: str) -> None:
    told = json.dumps(story.show(title))
    assert "support-noted" not in told
    assert "press for them" not in told
    assert story.show(title)["talk"]["support"] is None


@then("the log tells of help without a name")
def _unnamed(story: Story) -> None:
    said = [one["sentence"] for one in json.loads(_asks(story, "show", "log", "--json"))["entries"]]
    assert "Somebody had help with a vote. It counts like every other." in said
    assert not [one for one in said if "press for them" in one]


@then(parsers.parse('"{title}" tells that {helped:d} of {number:d} had help'))
def _in_all(story: Story, title: str, helped: int, number: int) -> None:
    assert story.show(title)["talk"]["support"] == {"helped": helped, "voters": number}


@then(parsers.parse("{number:d} votes for yes were counted"))
def _tally(story: Story, number: int) -> None:
    assert story.show(IDEA)["decision"]["tally"]["yes"] == number == len(ballots(story))


def _asks(story: Story, *typed: str) -> str:
    answer = CliRunner().invoke(main, [*typed, "--data", str(story.folder)])
    assert answer.exit_code == 0, answer.output
    return answer.stdout
