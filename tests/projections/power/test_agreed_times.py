"""Times that a committee agreed on: each counts for what happened after it, and only for that."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from domain.events import BenchmarkAdopted, Event
from domain.kinds import Benchmark, Finding, Through
from projections.power.evidence import Evidence
from projections.power.measure import Measure
from projections.power.report import EVERY, agreed_on, report, resting_on_times
from projections.power.settings import COUNTS_BY, Settings
from tests.committee_facts import benchmark_adopted, step_in_reviewed, stepped_in
from tests.facts import ASHA, BEN, CLUB
from tests.projections.power.stories import NAMES, told
from tests.projections.power.told import brought, day, in_order, the_club

TWO_DAYS = 48


def agreed(metric: str, hours: int, at: int, **named: Any) -> BenchmarkAdopted:
    terms = {"metric": metric, "value": None, "hours": hours, "at": day(at), **named}
    return benchmark_adopted(Benchmark.TIME, **terms)


def settings(*events: Event) -> Settings:
    return agreed_on(Evidence(in_order([*the_club(), *events]), CLUB))


def measured(name: str, *events: Event) -> Measure:
    found = report(Evidence(in_order([*the_club(), *events]), CLUB))
    return next(one for one in (*found.gates, *found.measures) if one.id == name)


def test_a_time_holds_from_when_it_was_agreed_on_until_the_next() -> None:
    found = settings(agreed("F2", TWO_DAYS, at=10), agreed("F2", 24, at=20))
    days = [found.time("F2", day(number)).days for number in (9, 10, 19, 20)]
    assert days == [5, 2, 2, 1]
    assert found.time("F4", day(20)) == timedelta(days=14), "of the others nothing was said"


def test_no_day_is_claimed_that_lies_before_it_was_written_down() -> None:
    backdated = agreed("F2", TWO_DAYS, at=10, recorded_at=day(30))
    found = settings(backdated)
    assert [found.time("F2", day(number)).days for number in (10, 29, 30)] == [5, 5, 2]
    elsewhere = agreed("F2", TWO_DAYS, at=10, recorded_at=day(30), through=Through.IMPORT)
    assert settings(elsewhere).time("F2", day(10)).days == 2


def late(number: int, days: int) -> Event:
    """An idea of a day that was written down so many days later."""
    return brought(number, recorded_at=day(number + days))


def lateness(*more: Event) -> int | None:
    """How many of twelve ideas came late; each was written down three days after its day."""
    return measured("A2", *(late(number, 3) for number in range(10, 22)), *more).k


def test_what_is_late_goes_by_the_time_of_its_day() -> None:
    """Twelve ideas, one a day from day 10 on. From day 16 on four days are soon enough."""
    assert lateness() == 12
    assert lateness(agreed("A2", 4 * 24, at=16)) == 6
    assert lateness(agreed("A2", 4 * 24, at=30)) == 12


def step_in(at: int) -> list[Event]:
    """Looked at by Asha and Ben after five days; something else is told much later."""
    looked = step_in_reviewed(Finding.UPHELD, ASHA, BEN, actor=ASHA, at=day(at + 5))
    return [stepped_in(at=day(at)), looked, brought(60)]


def looked_at(*more: Event) -> int:
    found = measured("C8", *step_in(20), *more)
    return dict(found.parts)["looked at in time"]


def test_a_step_in_is_looked_at_in_the_time_that_held_when_it_began() -> None:
    assert looked_at() == 1
    assert looked_at(agreed("C8", TWO_DAYS, at=10)) == 0
    assert looked_at(agreed("C8", TWO_DAYS, at=22)) == 1


def test_a_warning_goes_by_it_too_and_rests_on_it() -> None:
    """Five days were soon enough until the committee agreed on two."""

    def unreviewed(*more: Event) -> list[bool]:
        log = in_order([*the_club(), *step_in(20), *more])
        found = [one for one in report(Evidence(log, CLUB)).warnings if "in time" in one.sentence]
        return [any(isinstance(fact, BenchmarkAdopted) for fact in one.rests_on) for one in found]

    assert unreviewed() == []
    assert unreviewed(agreed("C8", TWO_DAYS, at=10)) == [True]


def hours_on(metric: str, middle: datetime) -> BenchmarkAdopted:
    """Something else than usual, from the middle of a story on."""
    usual = Settings().usual(metric)
    hours = round(usual / timedelta(hours=1)) * 3
    return benchmark_adopted(
        Benchmark.TIME, metric=metric, value=None, hours=hours, at=middle, recorded_at=middle
    )


@pytest.fixture(params=NAMES)
def with_times(request: pytest.FixtureRequest) -> Evidence:
    """A story in whose middle the committee agrees on other times."""
    facts, club, _ = told(request.param)
    middle = facts[len(facts) // 2].occurred_at
    versions = max(one.originator_version for one in facts if one.originator_id == club)
    adopted = [
        hours_on(metric, middle).model_copy(
            update={"originator_id": club, "originator_version": versions + number}
        )
        for number, metric in enumerate(("A2", "C8", "F2", "F4"), start=1)
    ]
    return Evidence([*facts, *adopted], club)


def test_every_number_comes_out_again_with_the_times_it_names_and_no_others(
    with_times: Evidence,
) -> None:
    """So no measure counts by a time of which it does not say so."""
    whole = agreed_on(with_times)
    everything = [fact for stream in with_times.streams.values() for fact in stream.facts]
    for counting in EVERY:
        first = resting_on_times(counting(with_times, whole), with_times)
        named = set(first.event_ids)
        alone = [one for one in everything if one.event_id in named]
        evidence = Evidence(alone, with_times.committee)
        again = counting(evidence, agreed_on(evidence))
        assert (again.k, again.n, again.parts) == (first.k, first.n, first.parts), first.id


def test_each_that_counts_by_a_time_is_a_measure_or_a_warning() -> None:
    everything, club, _ = told(NAMES[0])
    found = report(Evidence(everything, club))
    measures = {one.id for one in (*found.gates, *found.measures)}
    assert {one for one in COUNTS_BY if not one.startswith("W")} <= measures
