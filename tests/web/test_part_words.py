"""Every part of every measure is told in plain words, with its unit."""

import pytest

from domain.kinds import Domain, MeetingRole, Promise, Resolution, Route, Seat
from projections.power.breaches import Breach
from projections.power.ideas import Fate
from projections.power.judging import Needed
from projections.power.ratification import Agreed
from projections.power.steps import Step
from tests.projections.power.stories import NAMES, audited
from web.seen.part_words import known_words, part_number, part_words


@pytest.mark.parametrize("story", NAMES)
def test_every_part_that_a_story_counts_has_plain_words(story: str) -> None:
    said = audited(story)
    told = {(one.id, name) for one in (*said.gates, *said.measures) for name, _ in one.parts}
    assert len(told) > 80
    assert {part for part in told if known_words(*part) is None} == set()


@pytest.mark.parametrize(
    ("metric", "names"),
    [
        ("C0", [one.value for one in Needed]),
        ("C1", [one.value for one in Route]),
        ("C5", [f"not done: {one}" for one in Route]),
        ("C9", [f"by route: {one}" for one in (*Route, "not known")]),
        ("C10", [one.value for one in Agreed]),
        ("C11", [one.value for one in Breach]),
        ("C12", [f"promised: {one}" for one in Promise]),
        ("B1", [f"by {one}" for one in Seat]),
        ("B3", [f"{fate}, {seat}" for fate in Fate for seat in Seat]),
        ("B6", [f"together, {one}" for one in Domain if one is not Domain.NOT_STATED]),
        ("D4", [one.value for one in Resolution]),
        ("G1", [f"{role}, members" for role in MeetingRole]),
        ("TLAP", [one.value for one in Step]),
    ],
)
def test_what_no_story_tells_has_plain_words_too(metric: str, names: list[str]) -> None:
    assert [name for name in names if known_words(metric, name) is None] == []


def test_words_say_what_a_member_would_say() -> None:
    assert part_words("C0", "time") == "not enough time to read"
    assert part_words("B1", "by member, but staff wrote it down") == (
        "from members, but staff wrote them down"
    )
    assert part_words("C1", "staff_alone") == "staff alone"
    assert part_words("B6", "together, programme") == "decided together: music and more"


def test_what_nobody_has_put_in_plain_words_is_called_as_it_is() -> None:
    assert part_words("X9", "something new") == "something new"


def test_days_and_people_are_said_with_the_number() -> None:
    assert part_number("days to an answer, member", 1) == "1 day"
    assert part_number("days that the oldest waits", 12) == "12 days"
    assert part_number("chair, as if so many shared it", 4) == "4 people"
    assert part_number("said", 4) == "4"
