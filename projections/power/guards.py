"""What a small number may say: the guards under which every measure is shown.

A group of seven that decides forty times a year never has large numbers. So a number says how far
it can be trusted, and below that says less: first a list, then "7 of 9", and a percentage only from
twelve on, with the interval in which luck alone could have moved it.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from scipy.stats import binomtest

LIST_BELOW, RATE_FROM = 5, 12
CONFIDENCE = 0.95

BY_LUCK = "If we go on like this, how much could this number move by luck?"
"""What an interval says. The log holds nearly all that was recorded, so it is no sampling error."""
NO_DIFFERENCE = "We cannot tell a difference."


class Guard(StrEnum):
    """How much a number of things may say."""

    NOTHING = "nothing to count yet"
    LIST = "a list"
    K_OF_N = "k of n"
    RATE = "k of n, rate and interval"


@dataclass(frozen=True, slots=True)
class Interval:
    """Between what a share could lie by luck, from 0 to 1; of a difference, from −1 to 1."""

    low: float
    high: float

    @property
    def tells_nothing(self) -> bool:
        """Whether a difference could as well be none."""
        return self.low <= 0 <= self.high


def guard_of(n: int) -> Guard:
    """The guard for so many things."""
    if n == 0:
        return Guard.NOTHING
    if n < LIST_BELOW:
        return Guard.LIST
    return Guard.K_OF_N if n < RATE_FROM else Guard.RATE


def wilson(k: int, n: int) -> Interval:
    """The interval of Wilson (1927) for k of n, at 95 %."""
    found = binomtest(k, n).proportion_ci(CONFIDENCE, method="wilson")
    return Interval(float(found.low), float(found.high))


def newcombe(one: tuple[int, int], other: tuple[int, int]) -> Interval | None:
    """By how much two shares differ: the interval of Newcombe (1998), his method 10.

    Each is k of n. None where either is too small to be compared at all.
    """
    if min(one[1], other[1]) < RATE_FROM:
        return None
    (first, low, high), (second, low_2, high_2) = _spread(*one), _spread(*other)
    between = first - second
    down = ((first - low) ** 2 + (high_2 - second) ** 2) ** 0.5
    up = ((high - first) ** 2 + (second - low_2) ** 2) ** 0.5
    return Interval(between - down, between + up)


def _spread(k: int, n: int) -> tuple[float, float, float]:
    within = wilson(k, n)
    return k / n, within.low, within.high


def shown(k: int, n: int) -> str:
    """The number as it may be shown: nothing yet, a few, k of n, or k of n with its rate."""
    match guard_of(n):
        case Guard.NOTHING:
            return "nothing to count yet"
        case Guard.LIST:
            return f"{k} of {n}: too few to count, look at each"
        case Guard.K_OF_N:
            return f"{k} of {n}"
        case Guard.RATE:
            within = wilson(k, n)
            share = percent(Fraction(k, n))
            return f"{k} of {n}, {share} (between {percent(within.low)} and {percent(within.high)})"


def percent(share: Fraction | float) -> str:
    """A share of one as whole percent."""
    return f"{round(100 * share)} %"
