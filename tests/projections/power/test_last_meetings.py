"""The last three meetings, or six: what they decided, and what was decided on the way to them."""

import pytest

from domain.ids import MeetingId
from projections.power.c_sharing import routes
from projections.power.evidence import Evidence
from projections.power.gatherings import last_meetings
from projections.power.settings import Settings
from tests.facts import CLUB, _id
from tests.meeting_facts import began
from tests.projections.power.stories import NAMES, told
from tests.projections.power.told import day, in_order, the_club


@pytest.mark.parametrize("story", NAMES)
def test_of_twelve_nights_the_last_three_made_ten_choices_and_the_last_six_twenty(
    story: str,
) -> None:
    """Three choices a night, and one more every third night: 3 × 3 + 1, 6 × 3 + 2, 12 × 3 + 4."""
    evidence = told(story).evidence

    def number(meetings: int) -> int | None:
        since = evidence.since(last_meetings(evidence, meetings))
        return routes(since, Settings()).n

    assert [number(meetings) for meetings in (3, 6, 12, 50)] == [10, 20, 40, 40]


def test_they_begin_on_the_day_after_the_meeting_before_them() -> None:
    days = (10, 20, 30, 40)
    met = [began(stream=MeetingId(_id(2000 + one)), committee=CLUB, at=day(one)) for one in days]
    evidence = Evidence(in_order([*the_club(), *met]), CLUB)
    assert last_meetings(evidence, 3) == day(11).replace(hour=0)
    assert last_meetings(evidence, 1) == day(31).replace(hour=0)
    assert last_meetings(evidence, 4) is None, "these are all that there were"
