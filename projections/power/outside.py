"""What a measure may tell outside the committee: nothing of what few people did (G6)."""

from dataclasses import replace

from projections.power.guards import TOO_FEW_PEOPLE, may_be_told_outside
from projections.power.measure import Measure

ABOUT_THINGS = frozenset(
    {
        *("A1", "A2", "A5", "A6", "B6", "C0", "C0w", "C1", "C1w", "C2", "C10", "C11", "C12"),
        *("F4", "H2", "TLAP"),
    }
)
"""These tell of entries, decisions and rules. Whatever is not named here tells of people."""


def outside(measure: Measure) -> Measure:
    """A measure as it may be told there.

    One about things, such as decisions, may be told as it is. One about what people did only where
    five people or more are behind it, and five or more behind the rest; without what else was
    counted, and without its events, which name who did it.
    """
    if measure.id in ABOUT_THINGS:
        return measure
    told = tuple(one for one in measure.groups if may_be_told_outside(*one.people))
    kept = replace(measure, groups=told, parts=(), so=(), among=(), rests_on=())
    if measure.people is not None and may_be_told_outside(*measure.people):
        return kept
    if measure.k is None and told:
        return kept if told == measure.groups else _untold(kept)
    return replace(_untold(kept), sentence=TOO_FEW_PEOPLE, why_not=TOO_FEW_PEOPLE)


def _untold(measure: Measure) -> Measure:
    return replace(measure, k=None, n=None, value=None, interval=None, aim=None, aim_told="")
