"""What was agreed beforehand to aim for, beside what came out. Counted by hand beside each."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import pytest

from domain.events import BenchmarkAdopted, Event
from domain.kinds import Benchmark, Seat
from domain.values import NEVER_AN_AIM
from projections.power.aims import agreed_beforehand, with_aims
from projections.power.b_ideas import agenda, success
from projections.power.evidence import Evidence, Window
from projections.power.measure import Measure
from projections.power.settings import Settings, adopted
from tests.committee_facts import benchmark_adopted
from tests.facts import CARA, CLUB, DEV, seated
from tests.projections.power.told import brought, day, in_order, the_club, voted_through

SPRING = Window(day(10), day(99))


def ideas(ours: int, theirs: int) -> list[Event]:
    """So many of members and so many of staff, from day 20 on."""
    both = ([CARA] * ours) + ([DEV] * theirs)
    return [brought(number, who) for number, who in enumerate(both, start=20)]


def aim(
    share: str, at: int = 5, benchmark: Benchmark = Benchmark.TARGET, **named: Any
) -> BenchmarkAdopted:
    more = {"value": Fraction(share), "at": day(at), **named}
    return benchmark_adopted(benchmark, **more)


def counted(*events: Event, window: Window = SPRING) -> Measure:
    """B1 with its aim."""
    evidence = Evidence(in_order([*the_club(), *events]), CLUB, window)
    (measure,) = with_aims([agenda(evidence, Settings())], evidence)
    return measure


def test_what_was_agreed_before_the_time_began_is_what_we_aim_for() -> None:
    """12 of 20, between 39 % and 78 % by luck: 30 % is less, 80 % more, 50 % not to be told."""
    twenty = ideas(12, 8)
    assert counted(*twenty).aim is None
    assert counted(*twenty, aim("3/10")).aim == Fraction(3, 10)
    assert counted(*twenty, aim("3/10")).aim_told == "We aim for 30 %. This is more."
    assert counted(*twenty, aim("4/5")).aim_told == "We aim for 80 %. This is less."
    half = counted(*twenty, aim("1/2"))
    assert half.answer == (
        "Members brought 12 of 20 ideas. We aim for 50 %. We cannot tell them apart."
    )


def test_what_was_agreed_with_the_numbers_in_sight_is_no_aim() -> None:
    assert counted(*ideas(12, 8), aim("3/10", at=10)).aim is None
    assert counted(*ideas(12, 8), aim("3/10", at=50)).aim is None
    again = counted(*ideas(12, 8), aim("3/10", at=3), aim("4/5", at=6), aim("1/2", at=50))
    assert again.aim == Fraction(4, 5)


def test_of_all_the_time_an_aim_comes_before_the_first_idea() -> None:
    assert counted(*ideas(12, 8), aim("3/10", at=5), window=Window()).aim is not None
    assert counted(*ideas(12, 8), aim("3/10", at=25), window=Window()).aim is None


def test_a_few_ideas_are_not_held_against_the_aim() -> None:
    """Seven of eight: the aim is told, and no more; three: not even that."""
    assert counted(*ideas(7, 1), aim("1/2")).aim_told == "We aim for 50 %."
    assert counted(*ideas(2, 1), aim("1/2")).aim is None


@pytest.mark.parametrize(
    ("benchmark", "share"),
    [(Benchmark.GROUP_PARITY, Fraction(1, 2)), (Benchmark.HEADCOUNT_PARITY, Fraction(6, 7))],
)
def test_an_even_share_goes_by_groups_or_by_heads(benchmark: Benchmark, share: Fraction) -> None:
    """Six members and one of staff; an onlooker does not count."""
    onlooker = seated(CARA, Seat.OBSERVER, at=day(120))
    agreed = aim("1", benchmark=benchmark, value=None)
    assert counted(*ideas(12, 8), agreed, onlooker).aim == share


def test_a_number_with_its_aim_rests_on_where_it_was_agreed() -> None:
    measure = counted(*ideas(12, 8), aim("1/2"))
    assert any(isinstance(one, BenchmarkAdopted) for one in measure.rests_on)


def test_nobody_aims_at_what_is_spoiled_by_aiming() -> None:
    assert {"B2", "C4", "C7", "C8", "D1", "E4", "E6"} == NEVER_AN_AIM
    log = in_order([*the_club(), *decided_ideas(), aim("1/2", metric="B2")])
    evidence = Evidence(log, CLUB, SPRING)
    (measure,) = with_aims([success(evidence, Settings())], evidence)
    assert (measure.n, measure.aim, measure.aim_told) == (12, None, "")


def decided_ideas() -> Iterable[Event]:
    return [event for number in range(20, 32) for event in voted_through(number)]


def test_a_threshold_that_was_agreed_beforehand_holds_for_the_gate() -> None:
    events = [*the_club(), *ideas(3, 3)]
    strict = [aim("19/20", metric="A1"), aim("1/5", metric="A4"), aim("1", metric="A1", at=50)]
    evidence = Evidence(in_order([*events, *strict]), CLUB, SPRING)
    found = adopted(agreed_beforehand(evidence))
    assert (found.traced, found.attested) == (Fraction(19, 20), Fraction(1, 5))
