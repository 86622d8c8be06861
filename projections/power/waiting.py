"""How long people waited, also where some wait still."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import NamedTuple

from domain.events import Event
from projections.power.guards import LIST_BELOW

HALF, CURVE_FROM = 0.5, 20
"""From so many on, those who wait still are reckoned in."""


class Wait(NamedTuple):
    """So many days; whether they are over, or go on, or ended without an answer."""

    days: float
    answered: bool


def wait(since: datetime, answer: Event | None, seen_until: datetime) -> Wait:
    """From a moment to what answered it, or as far as we can see."""
    until = answer.occurred_at if answer else max(seen_until, since)
    return Wait((until - since) / timedelta(days=1), answer is not None)


def typical(waits: Sequence[Wait]) -> float | None:
    """In how many days half of them had their answer; none where that cannot be said.

    Where some wait still this is the median of Kaplan and Meier (1958), if there are twenty or
    more; else the median of those that were answered.
    """
    over = [one.days for one in waits if one.answered]
    still = [one.days for one in waits if not one.answered]
    if still and len(waits) >= CURVE_FROM:
        return _from_curve(over, still)
    return median(over) if len(over) >= LIST_BELOW else None


def _from_curve(over: Sequence[float], still: Sequence[float]) -> float | None:
    from scipy.stats import CensoredData, ecdf  # noqa: PLC0415 -- as in guards.py

    if not over:
        return None
    left = ecdf(CensoredData(uncensored=over, right=still)).sf
    curve = zip(left.quantiles, left.probabilities, strict=True)
    return next((float(day) for day, share in curve if share <= HALF), None)
