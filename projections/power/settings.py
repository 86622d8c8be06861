"""What was agreed beforehand: the thresholds and the benchmarks that the measures go by.

The numbers here are proposals, for a committee to change before the window begins; they are never
chosen after the numbers have been seen. Where none says otherwise they come from the audit's own
design, and have not been tested with committees.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from fractions import Fraction

from domain.events import BenchmarkAdopted
from domain.kinds import Benchmark, Format
from projections.power.evidence import Evidence, noted_at

COUNTS_BY: Mapping[str, frozenset[str]] = {
    "A2": frozenset({"A2"}),
    **dict.fromkeys(("C0", "C0w", "B6", "E7", "F2"), frozenset({"F2"})),
    **dict.fromkeys(("C12", "F4"), frozenset({"F4"})),
    **dict.fromkeys(("C8", "W3"), frozenset({"C8"})),
    "TLAP": frozenset({"F2", "F4"}),
    "W8": frozenset({"A2"}),
}
"""Measure or warning -> the measures whose agreed times it counts by."""


@dataclass(frozen=True, slots=True)
class AgreedTime:
    """A time that a committee agreed on for one measure, and since when it holds."""

    metric: str
    since: datetime
    time: timedelta


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds of the measures, and what the committee means to be measured by."""

    late: timedelta = timedelta(hours=48)
    """What is written down later than this after it happened is late (A2)."""
    notice: timedelta = timedelta(days=5)
    """How long before a decision people should have had what there is to know (C0, F2)."""
    told_within: timedelta = timedelta(days=14)
    """How soon people should hear what came of it (F4)."""
    review_within: timedelta = timedelta(days=14)
    """How soon a step-in should be looked at by others (C8, W3)."""
    reached: Fraction = Fraction(4, 5)
    """Of the members with a vote, so many should have had it in time (C0)."""
    traced: Fraction = Fraction(9, 10)
    """So many changes have to name a right that holds, or there is no headline (A1)."""
    attested: Fraction = Fraction(3, 5)
    """So many members have to say that the record is complete, or there is no headline (A4)."""
    accessible: frozenset[Format] = frozenset(
        {Format.EASY_READ, Format.SPOKEN, Format.PICTURES, Format.VIDEO}
    )
    """In which forms what there is to know can be taken in by everybody."""
    times: tuple[AgreedTime, ...] = ()
    """What the committee agreed on instead, in the order of time: each from then on."""

    def time(self, metric: str, at: datetime) -> timedelta:
        """The time by which this measure counts what happened at a moment."""
        for one in reversed(self.times):
            if one.metric == metric and one.since <= at:
                return one.time
        return self.usual(metric)

    def usual(self, metric: str) -> timedelta:
        """The time that holds where a committee agreed on none."""
        match metric:
            case "A2":
                return self.late
            case "F2":
                return self.notice
            case "F4":
                return self.told_within
            case "C8":
                return self.review_within
            case _:
                raise KeyError(metric)


def holds_from(agreed: BenchmarkAdopted) -> datetime:
    """Since when it holds: not before it was written down, whatever day is claimed."""
    return max(agreed.occurred_at, noted_at(agreed) or agreed.occurred_at)


def with_times(events: Iterable[BenchmarkAdopted], settings: Settings | None = None) -> Settings:
    """The settings with the times that a committee adopted, each for what happened after that."""
    found = [
        AgreedTime(one.metric, holds_from(one), timedelta(hours=one.hours))
        for one in events
        if one.benchmark is Benchmark.TIME and one.hours
    ]
    times = tuple(sorted(found, key=lambda one: one.since))
    return replace(settings or Settings(), times=times)


def adopted(events: Iterable[BenchmarkAdopted], settings: Settings | None = None) -> Settings:
    """The settings with the thresholds of gates that a committee adopted; the last holds."""
    agreed = settings or Settings()
    for one in events:
        if one.benchmark is not Benchmark.TARGET or one.value is None:
            continue
        if one.metric == "A1":
            agreed = replace(agreed, traced=Fraction(one.value))
        elif one.metric == "A4":
            agreed = replace(agreed, attested=Fraction(one.value))
    return agreed


def times_of(metric: str, evidence: Evidence) -> Iterator[BenchmarkAdopted]:
    """Where the committee agreed on the times that this measure or warning counts by."""
    if by := COUNTS_BY.get(metric):
        told = evidence.ever(BenchmarkAdopted)
        yield from (one for one in told if one.benchmark is Benchmark.TIME and one.metric in by)
