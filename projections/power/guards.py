"""What a small number may say: the guards under which every measure is shown.

A group of seven that decides forty times a year never has large numbers. So a number says how far
it can be trusted, and below that says less: first a list, then "7 of 9", and a percentage only from
twelve on, with the interval in which luck alone could have moved it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

LIST_BELOW, RATE_FROM = 5, 12
CONFIDENCE = 0.95
DECISIONS_FOR_CHANGE, MEETINGS_FOR_CHANGE = 24, 8
PEOPLE = 5
"""Outside the committee nothing is told of fewer people than these."""

BY_LUCK = "If we go on like this, how much could this number move by luck?"
"""What an interval says. The log holds nearly all that was recorded, so it is no sampling error."""
NO_DIFFERENCE = "We cannot tell a difference."
TOO_FEW_TO_COMPARE = "There are too few to compare."
TOO_FEW_PEOPLE = "There are too few people to tell this outside the group."


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
    from scipy.stats import binomtest  # noqa: PLC0415 -- takes a second, which most commands spare

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


def enough_for_change(decisions: int, meetings: int) -> bool:
    """Whether a change over time may be told at all (G5).

    Decisions of one meeting hang together, so it takes many meetings, not only many decisions.
    """
    return decisions >= DECISIONS_FOR_CHANGE and meetings >= MEETINGS_FOR_CHANGE


def may_be_told_outside(people: int, rest: int) -> bool:
    """Whether so many people may be told apart from the rest, outside the committee (G6).

    Neither they nor the rest may be few. Nor may they be all or none: that would tell of each.
    """
    return min(people, rest) >= PEOPLE


def told_outside(cells: Mapping[str, int]) -> dict[str, int | None]:
    """A table of people as it may be told outside the committee (G6): none where it may not.

    A cell that is hidden must not come out by subtraction: so no cell is hidden alone, and those
    hidden are never few together.
    """
    hidden = {name for name, people in cells.items() if people < PEOPLE or len(cells) == 1}
    for name in sorted(cells.keys() - hidden, key=lambda name: cells[name]):
        together = sum(cells[one] for one in hidden)
        if not hidden or together >= PEOPLE:
            break
        hidden.add(name)
    return {name: None if name in hidden else people for name, people in cells.items()}


def _spread(k: int, n: int) -> tuple[float, float, float]:
    within = wilson(k, n)
    return k / n, within.low, within.high


def shown(k: int, n: int, guard: Guard | None = None, *, by_luck: bool = True) -> str:
    """The number as it may be shown: nothing yet, a few, k of n, or k of n with its rate.

    ``guard``: where k and n weigh things, the guard for how many things they weigh; such a number
    has no interval (``by_luck``).
    """
    match guard or guard_of(n):
        case Guard.NOTHING:
            return "nothing to count yet"
        case Guard.LIST:
            return f"{k} of {n}: too few to count, look at each"
        case Guard.K_OF_N:
            return f"{k} of {n}"
        case Guard.RATE:
            share = percent(Fraction(k, n))
            if not by_luck:
                return f"{k} of {n}, {share}"
            within = wilson(k, n)
            return f"{k} of {n}, {share} (between {percent(within.low)} and {percent(within.high)})"


def percent(share: Fraction | float) -> str:
    """A share of one as whole percent."""
    return f"{round(100 * share)} %"
