"""What was agreed beforehand: the thresholds and the benchmarks that the measures go by.

The numbers here are proposals, for a committee to change before the window begins; they are never
chosen after the numbers have been seen. Where none says otherwise they come from the audit's own
design, and have not been tested with committees.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction

from domain.events import BenchmarkAdopted
from domain.kinds import Benchmark, Format


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
    benchmarks: Mapping[str, tuple[Benchmark, Fraction | None]] = field(default_factory=dict)
    """Measure -> what the committee adopted as its benchmark, and the target where it is one."""


def adopted(events: list[BenchmarkAdopted], settings: Settings | None = None) -> Settings:
    """The settings with what a committee adopted; of several for one measure the last holds."""
    base = settings or Settings()
    found = {one.metric: (one.benchmark, _share(one)) for one in events}
    return Settings(
        **{name: getattr(base, name) for name in base.__dataclass_fields__ if name != "benchmarks"},
        benchmarks={**base.benchmarks, **found},
    )


def _share(event: BenchmarkAdopted) -> Fraction | None:
    return None if event.value is None else Fraction(event.value)
