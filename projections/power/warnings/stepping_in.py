"""W3 and W6: staff stepping in, and taking jobs over."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from domain.events import (
    StepInApplied,
    TakeoverAnswered,
    TaskAdded,
    TaskTakenOver,
)
from domain.kinds import Seat, TakeoverAnswer
from projections.power.evidence import Evidence, Fact
from projections.power.gatherings import last_told, nights, told_up_to
from projections.power.settings import Settings
from projections.power.stepping_in import step_ins
from projections.power.warnings.warning import PowerWarning

UNASKED, WITHIN_NIGHTS = 2, 2


def alone(evidence: Evidence, settings: Settings) -> Iterator[PowerWarning]:
    """W3: a step-in without a reason, or one that no other looked at in time."""
    for one in step_ins(evidence):
        if not isinstance(one.told, StepInApplied):
            continue
        at, behind = one.told.occurred_at, (one.told, *one.reviews)
        if not one.has_reason:
            sentence = "Staff stepped in, and nobody wrote down why."
            yield PowerWarning("W3", at, sentence, behind)
        within = settings.time("C8", at)
        due = at + within
        if not one.reviewed_within(within) and told_up_to(evidence) > due:
            last = last_told(evidence)  # so long nobody looked
            sentence = "Staff stepped in, and nobody looked at it in time."
            rest = (*evidence.beginnings([last]), last)
            yield PowerWarning("W3", due, sentence, (*behind, *rest))


def takeovers(evidence: Evidence, settings: Settings) -> Iterator[PowerWarning]:
    """W6: staff took over two jobs within two nights, and nobody had asked them to."""
    del settings
    found = sorted(_unasked(evidence), key=lambda one: one[0])
    days = [day for day, _ in nights(evidence)]
    held = False
    for (day, facts), (day_2, facts_2) in pairwise(found):
        near = _nights_between(days, day, day_2) < WITHIN_NIGHTS
        if near and not held:
            sentence = "Staff took over jobs twice, and nobody had asked them to."
            plans = [made for _, made in nights(evidence)]
            behind = (*facts, *facts_2, *plans, *evidence.seats.all)
            yield PowerWarning("W6", day_2, sentence, behind)
        held = near


def _unasked(evidence: Evidence) -> Iterator[tuple[datetime, list[Fact]]]:
    """Every takeover by staff that the holder did not ask for: its day, and its events."""
    of_plan = {made.originator_id: day for day, made in nights(evidence)}
    for stream, added in evidence.begun_by(TaskAdded):
        said = {one.taker: one for one in stream.only(TakeoverAnswered)}
        for one in stream.only(TaskTakenOver):
            answer = said.get(one.taker)
            taken = answer.answer is TakeoverAnswer.TAKEN if answer else one.asked is False
            by_staff = evidence.seats.seat(one.taker, one.occurred_at) is Seat.STAFF
            if taken and by_staff and evidence.window.holds(one.occurred_at):
                day = of_plan.get(added.plan) if added.plan else None
                yield day or one.occurred_at, [*stream.events]


def _nights_between(days: list[datetime], one: datetime, other: datetime) -> int:
    """How many nights later the other is; without nights, whole months of four weeks."""
    if one in days and other in days:
        return days.index(other) - days.index(one)
    return abs(other - one).days // 28
