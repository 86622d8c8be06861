"""The register narrowed down: how something was decided, how big it was, and what became of it."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.ids import StreamId
from domain.kinds import Seat, Stake, StepInGround
from domain.sealed import Sealed
from tests.web.club import YES, Club, words
from tests.web.looking_back import leads
from tests.web.prompt import Prompt
from tests.web.test_register import titles
from tests.web.told_stories import story_in


@pytest.fixture(scope="module")
def takeover(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Club, Prompt]]:
    folder = tmp_path_factory.mktemp("takeover")
    with story_in(folder, "takeover") as it:
        yield it, Prompt(folder.parent, folder.name)


def number(club: Club, asked: str) -> int:
    """How many there are, by what the chips say."""
    found = re.search(r"All \((\d+)\)", words(club.enter("Ben").get(f"/why/?{asked}")))
    assert found
    return int(found[1])


def listed(prompt: Prompt, *asked: str) -> int:
    """Of the club alone: the trustees of the story have decided something as well."""
    asked = (*asked, "--committee", "Story club night")
    return len(json.loads(prompt.type("show", "decisions", *asked, "--json"))["decisions"])


@pytest.mark.parametrize(
    ("asked", "typed", "many"),
    [
        ("way=alone", ["--route", "staff_alone"], 21),
        ("size=3", ["--stake", "3"], 4),
        ("size=1", ["--stake", "1"], 12),
        ("way=alone&size=3", ["--route", "staff_alone", "--stake", "3"], 3),
        ("way=trustees", ["--route", "trustees"], 0),
        ("still=holds", ["--holds"], 40),
        ("still=over", ["--undone"], 0),
    ],
)
def test_as_many_are_shown_as_the_story_has(
    takeover: tuple[Club, Prompt], asked: str, typed: list[str], many: int
) -> None:
    """40 choices: 12 small, 4 of the biggest, of which the last three are staff's alone."""
    club, prompt = takeover
    assert number(club, asked) == many
    assert listed(prompt, *typed) == many


def test_the_chips_lie_behind_show_only_and_keep_what_is_chosen(
    takeover: tuple[Club, Prompt],
) -> None:
    ben = takeover[0].enter("Ben")
    page = ben.get("/why/")
    hidden = page.text.partition('<details class="only">')[2].partition("</details>")[0]
    for question in ("How did we decide?", "How big was it?", "Does it still hold?"):
        assert question in hidden
    alone = ben.get(leads(page, "Staff alone"))
    biggest = ben.get(leads(alone, "Biggest"))
    assert "Show only … Staff alone, Biggest" in words(biggest)
    assert "All (3)" in words(biggest)
    assert "way=" not in leads(biggest, "Staff alone"), "pressed again it is taken away"
    assert "All (40)" in words(ben.get(leads(biggest, "Show all again")))


def test_parts_of_ten_go_on_within_what_is_chosen(takeover: tuple[Club, Prompt]) -> None:
    ben = takeover[0].enter("Ben")
    page = ben.get("/why/?way=alone")
    assert "1 to 10 of 21" in words(page)
    found = re.search(r'href="([^"]*before=[^"]*)"', page.text)
    assert found
    assert "11 to 20 of 21" in words(ben.get(found[1].replace("&amp;", "&")))


def test_what_was_ended_or_replaced_or_stepped_into_is_found(club: Club) -> None:
    first, second, third = (club.decided(title) for title in ("A choir", "A band", "A boat"))
    act, does = club.act("Asha"), club.does
    over = does.make_proposal(act, club.here, "No choir", stake=Stake.SMALL)
    does.open_voting(act, over)
    club.cast(over, Asha=YES, Ben=YES)
    does.close_voting(act, over)
    anew = replace(act, reason=Sealed.of("Nobody came to sing"))
    does.reverse_decision(anew, first, authority=does.authority_of(over))
    jazz = does.make_proposal(act, club.here, "Jazz", replaces=does.authority_of(second))
    does.open_voting(act, jazz)
    club.cast(jazz, Asha=YES, Ben=YES)
    does.close_voting(act, jazz)
    club.people["Jo"] = does.register_person(act, "Jo")
    does.seat_person(act, club.here, club.people["Jo"], Seat.STAFF, voting=False)
    does.step_in(
        replace(club.act("Jo"), reason=Sealed.of("The water was high")),
        club.here,
        StepInGround.HARM,
        less_restrictive_tried=True,
        touches=[StreamId(third)],
        ends=club.clock.now + timedelta(hours=1),
    )
    ben = club.enter("Ben")
    assert titles(ben, "/why/?still=over") == ["A band", "A choir"]
    assert titles(ben, "/why/?still=holds") == ["Jazz", "No choir", "A boat"]
    assert titles(ben, "/why/?step_in=yes") == ["A boat"]
    assert titles(ben, "/why/?size=1") == ["No choir"]
    assert titles(ben, "/why/?still=over&words=choir") == ["A choir"]
    assert titles(ben, "/why/?still=over&only=no") == []


def test_decisions_about_which_somebody_had_a_worry_are_found(club: Club) -> None:
    club.decided("A boat")
    idea = club.vote("DJ Sam", days=None)
    club.does.raise_objection(club.act("Cara"), idea, "Too loud")
    club.cast(idea, Asha=YES, Ben=YES)
    club.does.close_voting(club.act("Asha"), idea)
    ben = club.enter("Ben")
    assert sorted(titles(ben, "/why/")) == ["A boat", "DJ Sam"]
    assert titles(ben, "/why/?worry=yes") == ["DJ Sam"]
    assert "Did somebody worry? There was a worry" in words(ben.get("/why/"))
    before = (club.clock.now - timedelta(days=1)).date()
    assert titles(ben, f"/why/?worry=yes&at={before}") == []


@pytest.mark.parametrize(
    "asked", ["way=magic", "size=4", "size=x", "still=perhaps", "step_in=no", "worry=no"]
)
def test_what_cannot_be_asked_for_is_not_understood(club: Club, asked: str) -> None:
    assert club.enter("Ben").get(f"/why/?{asked}").status_code == 400


def test_at_a_prompt_some_are_not_compared(told: Prompt) -> None:
    said = told.refused(
        "show", "decisions", "--stake", "1", "--at", "2026-06-01", "--compare", status=2
    )
    assert "With --compare all decisions are told" in said
