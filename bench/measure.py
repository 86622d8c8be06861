"""Two pieces of work in turn, block by block, and the ratio of each pair.

Machines differ and are noisy, so a time by itself proves nothing. The floor is the least that does
the same on the same files in the same run; what counts is the median of the ratios.
"""

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from statistics import median
from time import perf_counter

Block = Callable[[], int]
"""A piece of work; it answers how many things it did."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``ratio`` is ours to the floor, as the aim counts it."""

    what: str
    floor: str
    floor_cost: float
    our_cost: float
    ratios: tuple[float, ...]
    aim: str
    keeps: Callable[[float], bool]
    unit: str = "µs"

    @property
    def ratio(self) -> float:
        """The median of the pairs."""
        return median(self.ratios)


def cost(block: Block) -> float:
    """Microseconds for each thing done."""
    gc.collect()
    begun = perf_counter()
    done = block()
    return (perf_counter() - begun) / done * 1e6


def in_turn(
    floor: Block, ours: Block, rounds: int, *, warm_up: int = 1
) -> list[tuple[float, float]]:
    """The cost of both, pair by pair, after one pair that is not counted."""
    pairs = [
        (cost(floor), cost(ours)) if turn % 2 else (cost(ours), cost(floor))[::-1]
        for turn in range(rounds + warm_up)
    ]
    return pairs[warm_up:]


def speed_row(what: str, floor: str, pairs: list[tuple[float, float]], at_least: float) -> Row:
    """A row whose ratio is our speed to the floor's: the larger the better."""
    ratios = tuple(f / o for f, o in pairs)
    return _row((what, floor, f"≥ {at_least}"), pairs, ratios, lambda ratio: ratio >= at_least)


def cost_row(what: str, floor: str, pairs: list[tuple[float, float]], at_most: float) -> Row:
    """A row whose ratio is our cost to the floor's: the smaller the better."""
    ratios = tuple(o / f for f, o in pairs)
    return _row((what, floor, f"≤ {at_most}"), pairs, ratios, lambda ratio: ratio <= at_most)


def plain_row(what: str, floor: str, pairs: list[tuple[float, float]]) -> Row:
    """A row that says what something costs beside the floor, and has no aim."""
    return replace(cost_row(what, floor, pairs, at_most=0), aim="")


def _row(
    words: tuple[str, str, str],
    pairs: list[tuple[float, float]],
    ratios: tuple[float, ...],
    keeps: Callable[[float], bool],
) -> Row:
    what, floor, aim = words
    floor_cost, our_cost = median(f for f, _ in pairs), median(o for _, o in pairs)
    return Row(what, floor, floor_cost, our_cost, ratios, aim, keeps)
