"""What a committee agreed beforehand to be measured by, beside what came out.

Agreed beforehand means before the window begins; of all the time, before the first idea, plan, job
or meeting. What was agreed later, with the numbers in sight, counts from the next window on.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from domain.events import BenchmarkAdopted
from domain.kinds import Benchmark, Seat
from domain.values import NEVER_AN_AIM
from projections.power.evidence import Evidence
from projections.power.guards import percent
from projections.power.measure import Measure
from projections.power.settings import holds_from


def agreed_beforehand(evidence: Evidence) -> list[BenchmarkAdopted]:
    """What was agreed before anything that is counted happened, in the order of time."""
    began = evidence.window.first or _first_done(evidence)
    told = sorted(evidence.ever(BenchmarkAdopted), key=holds_from)
    return [one for one in told if began is None or holds_from(one) < began]


def with_aims(measures: Iterable[Measure], evidence: Evidence) -> list[Measure]:
    """These measures, each with what was agreed to aim for."""
    shares = (one for one in agreed_beforehand(evidence) if one.benchmark is not Benchmark.TIME)
    agreed = {one.metric: one for one in shares}
    return [
        _with_aim(one, agreed[one.id], evidence)
        if one.id in agreed and one.id not in NEVER_AN_AIM
        else one
        for one in measures
    ]


def _with_aim(measure: Measure, agreed: BenchmarkAdopted, evidence: Evidence) -> Measure:
    aim = _share(agreed, evidence)
    if aim is None or measure.value is None or measure.unit:
        return measure
    rests_on = (*measure.rests_on, agreed, *evidence.seats.all)
    return replace(measure, aim=aim, aim_told=_told(measure, aim), rests_on=rests_on)


def _share(agreed: BenchmarkAdopted, evidence: Evidence) -> Fraction | None:
    """The share to aim for: the even one by heads or by groups, or the one that was agreed."""
    match agreed.benchmark:
        case Benchmark.GROUP_PARITY:
            return Fraction(1, 2)
        case Benchmark.TARGET:
            return None if agreed.value is None else Fraction(agreed.value)
        case Benchmark.HEADCOUNT_PARITY:
            members, people = headcount(evidence, evidence.window.last or agreed.occurred_at)
            return Fraction(members, people) if people else None
        case Benchmark.TIME:
            return None


def headcount(evidence: Evidence, at: datetime) -> tuple[int, int]:
    """How many members sat here, and how many people; who only looks on does not count."""
    sitting = {
        seat: len(evidence.seats.sat(seat, at)) for seat in Seat if seat is not Seat.OBSERVER
    }
    return sitting[Seat.MEMBER], sum(sitting.values())


def _told(measure: Measure, aim: Fraction) -> str:
    """The aim, and whether it is sure that it was missed or passed."""
    words, within = f"We aim for {percent(aim)}.", measure.interval
    if within is None:
        return words
    if within.high < aim:
        return f"{words} This is less."
    return f"{words} This is more." if within.low > aim else f"{words} We cannot tell them apart."


def _first_done(evidence: Evidence) -> datetime | None:
    streams = (one for key, one in evidence.streams.items() if key != evidence.committee)
    return min((one.events[0].occurred_at for one in streams if one.events), default=None)
