"""When an occasion is, whether it happens and comes back, what it is like, and who is there."""

from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

from domain.events import Event
from domain.ids import LineId, PlanId
from domain.kinds import Presence, Rhythm
from projections.plan import Plans, PlanSeen
from tests.facts import (
    ASHA,
    BEN,
    CLUB,
    DECISION,
    EVENING,
    MORNING,
    MUSIC,
    NIGHT,
    NOON,
    a_club,
    line_written,
    planned,
)
from tests.plan_facts import APRIL, LAST_NIGHT, MAY, cancelled, comes_back, is_here, moved
from tests.projections.reading import asked


def night(*past: Event) -> PlanSeen:
    seen = asked([*a_club(), *past], Plans, lambda model: model.plan(NIGHT))
    assert seen is not None
    return seen


def test_an_occasion_is_when_it_was_moved_to_and_by_which_right() -> None:
    assert night(planned(on=APRIL)).moved is None
    seen = night(planned(on=APRIL), moved(MAY, at=NOON))
    assert seen.on == MAY
    assert seen.moved
    assert (seen.moved.at, seen.moved.event, seen.moved.authority) == (
        NOON,
        f"{NIGHT.hex}@2",
        DECISION,
    )


def test_an_occasion_that_was_cancelled_says_since_when_and_by_which_right() -> None:
    seen = night(planned(on=APRIL), cancelled(at=NOON))
    assert seen.cancelled
    assert (seen.cancelled.at, seen.cancelled.authority) == (NOON, DECISION)
    assert asked([planned(), cancelled()], Plans, lambda model: model.is_cancelled(NIGHT))
    assert not asked([planned()], Plans, lambda model: model.is_cancelled(NIGHT))


def test_an_occasion_comes_back_as_was_said_last() -> None:
    until = date(2026, 12, 31)
    seen = night(planned(on=APRIL), comes_back(), comes_back(Rhythm.WEEKLY, until=until))
    assert seen.recurs
    assert (seen.recurs.rhythm, seen.recurs.until) == (Rhythm.WEEKLY, until)


def test_an_occasion_says_what_it_is_like() -> None:
    seen = night(planned(like=LAST_NIGHT, template=LAST_NIGHT))
    assert (seen.like, seen.template) == (LAST_NIGHT, LAST_NIGHT)
    assert night(planned()).like is None


def test_occasions_are_listed_by_the_day_they_are_on_now() -> None:
    past = [*a_club(), planned(on=APRIL), planned(stream=LAST_NIGHT, on=MAY)]

    def days(*more: Event) -> list[object]:
        return asked([*past, *more], Plans, lambda m: [seen.plan for seen in m.plans(CLUB)])

    assert days() == [NIGHT, LAST_NIGHT]
    after = moved(APRIL.model_copy(update={"day": date(2026, 6, 1)}))
    assert days(after) == [LAST_NIGHT, NIGHT]


def test_what_lies_ahead_and_what_is_over_goes_by_the_day_it_is_on_now() -> None:
    past = [*a_club(), planned(on=APRIL), planned(stream=LAST_NIGHT), moved(MAY)]
    today = date(2026, 4, 20)
    ahead = asked(past, Plans, lambda model: model.ahead(CLUB, today))
    assert [seen.plan for seen in ahead] == [NIGHT, LAST_NIGHT]
    over = asked(past, Plans, lambda model: model.past(CLUB, date(2026, 5, 7), 5))
    assert [seen.plan for seen in over] == [NIGHT]
    assert asked(past, Plans, lambda model: model.past(CLUB, today, 5)) == []


def test_who_is_there_and_who_went_home() -> None:
    past = [
        *a_club(),
        planned(),
        is_here(BEN, at=MORNING),
        is_here(ASHA, at=NOON),
        is_here(BEN, Presence.GONE, at=EVENING),
    ]
    seen = asked(past, Plans, lambda model: model.presence(NIGHT))
    assert [(one.person, one.presence, one.since) for one in seen] == [
        (BEN, Presence.GONE, EVENING),
        (ASHA, Presence.HERE, NOON),
    ]


# ---- As it stood, and as it was known


def test_what_was_told_late_holds_from_when_it_happened_but_was_not_known_before() -> None:
    third, fifth, ninth = (datetime(2026, 3, day, 9, tzinfo=UTC) for day in (3, 5, 9))
    late = line_written(at=third, recorded_at=ninth)
    past = [*a_club(), planned(at=third), late]
    sixth = len(past) - 1

    def lines(**stop: Any) -> list[LineId]:
        seen = asked(past, Plans, lambda model: model.plan(NIGHT, **stop))
        return [line.line for line in seen.lines] if seen else []

    assert lines(at=fifth) == lines(at=third) == lines() == [MUSIC]
    assert lines(known=sixth) == lines(at=fifth, known=sixth) == []
    assert lines(at=third - timedelta(minutes=1)) == []


def test_plans_are_listed_by_the_day_they_were_on_then() -> None:
    june = APRIL.model_copy(update={"day": date(2026, 6, 1)})
    past = [
        *a_club(),
        planned(on=APRIL),
        planned(stream=LAST_NIGHT, on=MAY, at=NOON),
        moved(june, at=EVENING),
    ]

    def days(**stop: Any) -> list[PlanId]:
        return asked(past, Plans, lambda m: [seen.plan for seen in m.plans(CLUB, **stop)])

    assert days() == days(at=EVENING) == [LAST_NIGHT, NIGHT]
    assert days(at=NOON) == days(known=len(past) - 1) == [NIGHT, LAST_NIGHT]
    assert days(at=MORNING) == [NIGHT]
    today = date(2026, 5, 20)
    ask = partial(asked, past, Plans)
    assert [seen.plan for seen in ask(lambda m: m.past(CLUB, today, 5, at=NOON))] == [
        LAST_NIGHT,
        NIGHT,
    ]
    assert ask(lambda m: m.ahead(CLUB, today, known=len(past) - 1)) == []
