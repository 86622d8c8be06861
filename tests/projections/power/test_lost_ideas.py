"""B3: ideas that are lost on the way. Counts worked out by hand beside each test."""

from datetime import date, datetime
from typing import Any

from domain.events import Event
from domain.ids import PlanId
from domain.values import LocalMoment, event_id
from projections.power.b_gate import lost
from projections.power.evidence import Evidence
from projections.power.settings import Settings
from projections.power.warnings.waiting import silent_ideas
from tests.facts import (
    ASHA,
    CLUB,
    DEV,
    decided,
    opened,
    planned,
    withdrawn,
)
from tests.meeting_facts import began
from tests.plan_facts import moved as plan_moved
from tests.projections.power.told import (
    brought,
    counted,
    day,
    idea,
    in_order,
    meeting,
    parts,
    the_club,
    voted_through,
)
from tests.proposal_facts import declined, deferred


def test_ideas_get_lost_in_four_ways() -> None:
    """Of Ben's eight: decided, kept off, put off, taken back, two without a word through three
    meetings, one in a vote, one put when one meeting was left. So 5 of 8.

    Dev's only one was kept off the list by Asha: 1 of 1.
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


def test_where_no_meeting_was_told_of_the_nights_stand_for_them() -> None:
    """Put on day 5: nights on days 6 and 8, and one far ahead that has not come yet."""
    ahead = [night(number, day(2), number) for number in (6, 8, 300)]
    seen_on_7 = [brought(5), brought(7)]
    assert counted(lost, *ahead, *seen_on_7).k == 0
    measure = counted(lost, *ahead, *seen_on_7, brought(9))
    assert (measure.k, measure.exceptions) == (1, (event_id(idea(7), 1), event_id(idea(9), 1)))
    moved = plan_moved(LocalMoment(day=day(40).date()), stream=plan(8), at=day(3))
    assert counted(lost, *ahead, moved, *seen_on_7, brought(9)).k == 0


def test_nights_that_are_still_to_come_warn_nobody_of_a_silent_idea() -> None:
    ahead = [brought(5), night(6, day(2), 6), night(300, day(2), 300)]
    assert not warned_of(*ahead)
    assert warned_of(*ahead, night(8, day(3), 8), brought(9, DEV))


def warned_of(*events: Event) -> bool:
    """Whether W10 is raised, and raised again by what it rests on alone."""
    log = in_order([*the_club(), *events])
    raised = list(silent_ideas(Evidence(log, CLUB), Settings()))
    for one in raised:
        names = {fact.event_id for fact in one.rests_on}
        alone = Evidence([event for event in log if event.event_id in names], CLUB)
        assert list(silent_ideas(alone, Settings())) == [one]
    return bool(raised)


def plan(number: int) -> PlanId:
    return PlanId(idea(300 + number))


def night(number: int, told: datetime, on: int) -> Event:
    """A club night that was planned on one day for another."""
    return planned(stream=plan(number), at=told, on=LocalMoment(day=day(on).date()))


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
