"""What was agreed beforehand: the thresholds and the benchmarks that the measures go by.

The numbers here are proposals, for a committee to change before the window begins; they are never
chosen after the numbers have been seen. Where none says otherwise they come from the audit's own
design, and have not been tested with committees.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
