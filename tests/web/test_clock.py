from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from domain.values import LocalMoment
from web.clock import UNTIL_CLOSED, Clock, Moment

SUMMER = datetime(2026, 7, 3, 16, 0, tzinfo=UTC)
LONDON = Clock(SUMMER, ZoneInfo("Europe/London"))


@pytest.mark.parametrize(
    ("hour", "minute", "words"),
    [
        (16, 0, "Friday 3 July at 5"),
        (18, 30, "Friday 3 July at 7:30"),
        (8, 0, "Friday 3 July at 9 in the morning"),
        (8, 5, "Friday 3 July at 9:05 in the morning"),
        (11, 0, "Friday 3 July at noon"),
        (11, 1, "Friday 3 July at 12:01"),
        (23, 0, "Saturday 4 July at midnight"),
        (23, 20, "Saturday 4 July at 12:20 in the morning"),
    ],
)
def test_a_moment_is_said_as_people_there_say_it(hour: int, minute: int, words: str) -> None:
    assert LONDON.tell(datetime(2026, 7, 3, hour, minute, tzinfo=UTC)).words == words


def test_a_machine_reads_the_same_moment_with_its_offset() -> None:
    assert LONDON.tell(SUMMER).iso == "2026-07-03T17:00+01:00"
    assert LONDON.tell(SUMMER, to_the_day=True) == Moment("Friday 3 July", "2026-07-03")


def test_another_year_is_said() -> None:
    assert LONDON.tell_day(date(2019, 1, 2)).words == "Wednesday 2 January 2019"


def test_where_people_live_decides_which_day_it_is() -> None:
    late = datetime(2026, 7, 3, 23, 30, tzinfo=UTC)
    assert Clock(late, ZoneInfo("Europe/London")).today == date(2026, 7, 4)
    assert Clock(late, ZoneInfo("America/New_York")).today == date(2026, 7, 3)
    other = late.astimezone(timezone(timedelta(hours=9)))
    assert LONDON.tell(other) == LONDON.tell(late)


def test_a_local_moment_is_said_as_it_was_fixed() -> None:
    on = LocalMoment(day=date(2026, 7, 3), at=time(19), zone="America/New_York")
    assert LONDON.tell_local(on) == Moment("Friday 3 July at 7", "2026-07-03T19:00")
    assert LONDON.tell_local(LocalMoment(day=date(2026, 7, 3))).words == "Friday 3 July"


def test_a_full_hour_ahead_is_one_on_the_clock_there() -> None:
    before_the_change = Clock(datetime(2026, 10, 24, 9, tzinfo=UTC), LONDON.zone)
    assert before_the_change.at(0, 17) == datetime(2026, 10, 24, 16, tzinfo=UTC)
    assert before_the_change.at(1, 17) == datetime(2026, 10, 25, 17, tzinfo=UTC)


@pytest.mark.parametrize(("day", "nights"), [(3, 0), (4, 1), (31, 28), (2, None)])
def test_nights_until_then_are_counted_in_sleeps(day: int, nights: int | None) -> None:
    assert LONDON.sleeps(date(2026, 7, day)) == nights


def test_a_vote_without_a_promised_end_says_who_ends_it() -> None:
    assert LONDON.tell_end(None) is UNTIL_CLOSED
    assert LONDON.tell_end(SUMMER).words == "Friday 3 July at 5"
