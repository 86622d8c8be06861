"""H: whether the way of deciding changed, and around which night."""

from collections.abc import Sequence
from itertools import accumulate
from math import log
from random import Random

from domain.kinds import Route
from projections.power.by_meeting import by_meeting
from projections.power.deciders import WITHOUT_US
from projections.power.decisions import Decision
from projections.power.evidence import Evidence
from projections.power.gatherings import meetings
from projections.power.guards import enough_for_change
from projections.power.measure import Card, Measure, Tier
from projections.power.settings import Settings

SURE, TURNS, SEED = 0.01, 1_999, 1_848
"""p below this; so many ways of putting the meetings in another order; where these begin."""

Meeting = tuple[int, int]
"""Decisions by staff without the committee, and all decisions, up to one meeting."""

H2 = Card(
    "H2",
    Tier.APPENDIX,
    "Did something change?",
    "We look for the night from which on staff alone decide more, or less. Could luck do as much? "
    "We put the nights in another order many times. Each keeps all its choices. Then we see how "
    "often such a change comes up. We say so only if it hardly ever does. That is from 24 choices "
    "in 8 nights on, with p below .01.",
    "change point by likelihood ratio, with a permutation of clusters",
)


def change(evidence: Evidence, settings: Settings) -> Measure:
    """H2, the night around which staff began to decide more, or less, without the others."""
    del settings
    met = [(night, some) for night, every in by_meeting(evidence) if (some := _told(every))]
    taken = [some for _, some in met]
    counts = [_counts(some) for some in taken]
    number = sum(n for _, n in counts)
    facts = [one.taken for some in taken for one in some]
    begun = [one.stream.events[0] for some in taken for one in some]
    behind = [*begun, *meetings(evidence)]
    if not enough_for_change(number, len(counts)):
        return H2.cannot("There is too little to tell a change from luck.", [*facts, *behind])
    place, chance = change_point(counts)
    if chance >= SURE:
        return H2.cannot("We see no change that luck could not make.", [*facts, *behind])
    night, _ = met[place]
    sentence = f"Something changed around night {night + 1}."
    return H2.number(night + 1, "is the night", facts, sentence, behind)


def _told(every: Sequence[Decision]) -> list[Decision]:
    """Of how it was decided something is known: what is not says nothing about who decides."""
    return [one for one in every if one.route is not Route.UNDOCUMENTED]


def change_point(counts: Sequence[Meeting]) -> tuple[int, float]:
    """From which place on the share changed most, and how likely luck does as much."""
    place, most = best_split(counts)
    if most == 0:
        return place, 1.0
    turn, order = Random(SEED), list(counts)  # noqa: S311 -- repeatable, and no secret
    as_much = 0
    for _ in range(TURNS):
        turn.shuffle(order)
        as_much += best_split(order)[1] >= most - 1e-9
    return place, (as_much + 1) / (TURNS + 1)


def best_split(counts: Sequence[Meeting]) -> tuple[int, float]:
    """Where one share before and another after fit best, by how much better than one for all."""
    ks = [0, *accumulate(k for k, _ in counts)]
    ns = [0, *accumulate(n for _, n in counts)]
    whole = _fit(ks[-1], ns[-1])
    found = [
        (_fit(ks[at], ns[at]) + _fit(ks[-1] - ks[at], ns[-1] - ns[at]) - whole, -at)
        for at in range(1, len(counts))
    ]
    most, place = max(found, default=(0.0, 0))
    return -place, most


def _fit(k: int, n: int) -> float:
    """The log-likelihood of k of n by its own share."""
    return sum(x * log(x / n) for x in (k, n - k) if x)


def _counts(taken: Sequence[Decision]) -> Meeting:
    return sum(one.route in WITHOUT_US for one in taken), len(taken)


MEASURES = (change,)
