"""The decisions of each meeting: those that it made, and those of the days before it."""

from collections.abc import Iterator

from projections.power.decisions import Decision, decisions
from projections.power.evidence import Evidence
from projections.power.gatherings import by_then, moments


def by_meeting(evidence: Evidence) -> Iterator[tuple[int, list[Decision]]]:
    """Of every meeting that had any, which one it was, counted from nought, and its decisions.

    What was decided after the last one is told as if there were one more.
    """
    rest, met = decisions(evidence), moments(evidence)
    for number, day in enumerate(met):
        some = [one for one in rest if by_then(one.taken.occurred_at, day)]
        rest = rest[len(some) :]
        if some:
            yield number, some
    if rest:
        yield len(met), rest
