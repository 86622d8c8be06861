"""B3: ideas that are lost on the way. Counts worked out by hand beside each test."""

from datetime import date
from typing import Any

from projections.power.b_gate import lost
from tests.facts import (
    ASHA,
    DEV,
    decided,
    opened,
    withdrawn,
)
from tests.meeting_facts import began
from tests.projections.power.told import (
    brought,
    counted,
    day,
    idea,
    meeting,
    parts,
    voted_through,
)
from tests.proposal_facts import declined, deferred


def test_ideas_get_lost_in_four_ways() -> None:
    """Of Ben's seven: decided, kept off, put off, taken back, silent, one meeting only, in a vote.

    So 4 of 7. Dev's only one was kept off the list by Asha: 1 of 1.
    """
    at: dict[str, Any] = {"at": day(20)}
    measure = counted(
        lost,
        *voted_through(1),
        *(brought(number) for number in (2, 3, 4, 5, 6, 7)),
        declined(stream=idea(2), actor=DEV, **at),
        deferred(date(2026, 4, 1), stream=idea(3), **at),
        withdrawn(stream=idea(4), **at),
        opened(stream=idea(7), **at),
        brought(8, DEV),
        declined(stream=idea(8), actor=ASHA, **at),
        brought(12),
        began(stream=meeting(1), at=day(10)),
        began(stream=meeting(2), at=day(11)),
        began(stream=meeting(3), at=day(13)),
    )
    # 5 and 6 waited through three meetings, 12 through one
    assert (measure.k, measure.n) == (5, 8)
    told = parts(measure)
    assert {name: many for name, many in told.items() if name.endswith(", member")} == {
        "decided, member": 1,
        "kept off the list, member": 1,
        "put off, member": 1,
        "taken back, member": 1,
        "no answer after two meetings, member": 2,
        "still open, member": 2,
    }
    assert told["kept off the list, staff"] == told["kept off the list by staff"] == 1
    assert [(one.k, one.n) for one in measure.groups] == [(5, 8), (1, 1)]


def test_an_idea_that_was_put_off_and_came_up_again_is_not_lost() -> None:
    again = [deferred(stream=idea(1), at=day(2)), opened(stream=idea(1), at=day(9))]
    assert counted(lost, brought(1), *again).k == 0
    assert counted(lost, brought(1), *reversed(again)).k == 0
    later = [opened(stream=idea(1), at=day(2)), deferred(stream=idea(1), at=day(9))]
    assert counted(lost, brought(1), *later).k == 1


def test_a_meeting_before_the_idea_does_not_make_it_silent() -> None:
    before = [began(stream=meeting(n), at=day(n)) for n in (1, 2, 3)]
    assert counted(lost, brought(2), *before).k == 0
    assert counted(lost, brought(1), *before).k == 1


def test_the_days_to_an_answer_are_those_of_the_middle_idea() -> None:
    """Five of members: after 1, 1, 3, 8 and 9 days. Staff had too few to say."""
    ideas = [brought(number) for number in range(5)]
    ends = [
        decided(stream=idea(number), at=day(number + days))
        for number, days in enumerate((1, 9, 3, 1, 8))
    ]
    measure = counted(lost, *ideas, *ends, *voted_through(9, DEV))
    assert parts(measure)["days to an answer, member"] == 3
    assert "days to an answer, staff" not in parts(measure)
