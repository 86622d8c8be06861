"""What all stories share: the club, who is in it, what they do in a meeting, and what is shown."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from pytest_bdd import given, parsers, then, when

from domain.errors import RuleBroken
from domain.ids import MeetingId, ProposalId
from domain.kinds import Seat
from domain.voting.answers import Choice
from tests.web.club import Club, club_in
from web.cli import main

ANSWERS = {"yes": Choice.YES, "no": Choice.NO, "not sure": Choice.ABSTAIN}


@dataclass
class Story:
    """One club on files of its own, and what the story has spoken of so far."""

    club: Club
    folder: Path
    ideas: dict[str, ProposalId] = field(default_factory=dict)
    refusal: str = ""
    meeting: MeetingId | None = None
    latest: ProposalId | None = None
    """The idea of which the story just spoke, where it says only “it”."""

    def idea(self, title: str) -> ProposalId:
        """The idea of this name; the first time that it is spoken of, somebody has it."""
        if title not in self.ideas:
            self.ideas[title] = self.club.idea(title, by="Asha")
        return self.ideas[title]

    def show(self, title: str) -> Any:
        """What ``hands show proposal`` answers about it."""
        typed = ["show", "proposal", str(self.ideas[title]), "--json", "--data", str(self.folder)]
        at = ["--at", self.club.clock.now.isoformat()]
        answer = CliRunner().invoke(main, [*typed, *at])
        assert answer.exit_code == 0, answer.output
        return json.loads(answer.stdout)

    def read(self, title: str) -> str:
        """What a person reads there."""
        typed = ["show", "proposal", str(self.ideas[title]), "--data", str(self.folder)]
        at = ["--at", self.club.clock.now.isoformat()]
        return re.sub(r"\s+", " ", CliRunner().invoke(main, [*typed, *at]).stdout)

    def ask(self, *typed: str, finds: bool = False) -> Any:
        """What ``hands`` answers to this; ``finds``: it ends as where it found something."""
        answer = CliRunner().invoke(main, [*typed, "--json", "--data", str(self.folder)])
        assert answer.exit_code == int(finds), answer.output
        return json.loads(answer.stdout)

    def tries(self, press: Any) -> None:
        """Do it; if it is not allowed, keep what the program says."""
        try:
            press()
        except RuleBroken as refusal:
            self.refusal = str(refusal)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Asha, Ben, Cara and Dev are members, and Asha runs the meetings."""
    with club_in(tmp_path) as club:
        yield Story(club, tmp_path)


# ---- The club


@given("a club with Asha, Ben, Cara and Dev, where Asha runs the meetings")
def _club(story: Story) -> None:
    assert len(story.club.people) >= 4


@given(parsers.parse("{name} is paid to work here"))
def _staff(story: Story, name: str) -> None:
    club = story.club
    club.people[name] = club.does.register_person(club.act("Asha"), name)
    club.does.seat_person(club.act("Asha"), club.here, club.people[name], Seat.STAFF)


@given(parsers.parse('we decided "{title}" by a vote'))
def _decided(story: Story, title: str) -> None:
    story.ideas[title] = story.club.decided(title)


# ---- Days and meetings


@when(parsers.parse("{number:d} days pass"))
@when(parsers.parse("{number:d} day passes"))
def _days(story: Story, number: int) -> None:
    story.club.clock.on(days=number)


@when("we meet")
def _meet(story: Story) -> None:
    story.meeting = story.club.does.hold_meeting(story.club.act("Asha"), story.club.here)


@when("the meeting ends")
def _ends(story: Story) -> None:
    assert story.meeting
    story.club.does.close_meeting(story.club.act("Asha"), story.meeting)


# ---- Votes


@when(parsers.parse('{name} says {answer} to "{title}"'))
def _votes(story: Story, name: str, answer: str, title: str) -> None:
    idea = story.idea(title)
    story.tries(lambda: story.club.does.cast_ballot(story.club.act(name), idea, ANSWERS[answer]))


@when(parsers.parse('Asha starts the vote on "{title}"'))
def _opens(story: Story, title: str) -> None:
    story.club.does.open_voting(story.club.act("Asha"), story.idea(title))


@when(parsers.parse('Asha closes the vote on "{title}"'))
def _closes(story: Story, title: str) -> None:
    story.club.does.close_voting(story.club.act("Asha"), story.idea(title))


# ---- What is told


@then(parsers.parse('the program says "{words}"'))
def _says(story: Story, words: str) -> None:
    assert words in story.refusal


@then(parsers.parse('nobody can do anything because of "{title}" any more'))
def _over(story: Story, title: str) -> None:
    assert story.show(title)["afterwards"]["holds"] is False


@then(parsers.parse('"{title}" counts'))
def _counts(story: Story, title: str) -> None:
    assert story.show(title)["afterwards"]["holds"] is True
