"""B3: whether ideas get lost before the meeting."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from domain.events import ProposalDeclined
from domain.kinds import Seat
from projections.power.evidence import Evidence, Fact
from projections.power.gatherings import meetings
from projections.power.groups import groups, people_behind
from projections.power.guards import LIST_BELOW
from projections.power.ideas import LOST, Fate, Idea, ideas, seen_until
from projections.power.measure import Card, Measure, Tier
from projections.power.settings import Settings
from projections.power.waiting import typical, wait

B3 = Card(
    "B3",
    Tier.CORE,
    "Do ideas get lost before the meeting?",
    "We count the ideas of members that got lost. Some were kept off the list. Some were put off "
    "or taken back. Some got no word for two meetings. We count them of all ideas of members. The "
    "days run until it was decided or kept off. What nobody wrote down we cannot see.",
    "Bachrach and Baratz 1962",
)


def lost(evidence: Evidence, settings: Settings) -> Measure:
    """B3, the agenda gate: what of each group's ideas was lost on the way."""
    del settings
    every, met = ideas(evidence), meetings(evidence)
    ours = [one for one in every if one.begun_in is Seat.MEMBER]
    gone = [one for one in ours if one.fate in LOST]
    side_by_side = groups(
        {
            seat: [(one.by, one.fate in LOST) for one in every if one.begun_in is seat]
            for seat in Seat
        }
    )
    steps: list[Fact] = [fact for one in every for fact in one.steps()]
    measure = B3.share(
        [one.made for one in gone],
        [one.made for one in ours],
        f"{len(gone)} of {len(ours)} ideas of members were lost.",
        [*steps, *met, *evidence.seats.all],
        [*_fates(every), *_by_whom(ours), *_days(every, evidence.once(seen_until))],
    )
    people = people_behind((one.by, one.fate in LOST) for one in ours)
    return replace(measure, groups=side_by_side, people=people)


def _fates(every: Sequence[Idea]) -> Iterator[tuple[str, int]]:
    """What became of the ideas of members, and of those of staff."""
    for seat in (Seat.MEMBER, Seat.STAFF):
        found = Counter(one.fate for one in every if one.begun_in is seat)
        yield from ((f"{fate}, {seat}", found[fate]) for fate in Fate if found[fate])


def _by_whom(ours: Sequence[Idea]) -> Iterator[tuple[str, int]]:
    """Who kept members' ideas off the list."""
    found = Counter(_seat_of_whoever_declined(one) for one in ours if one.fate is Fate.DECLINED)
    for seat, many in found.items():
        yield f"kept off the list by {seat or 'people who do not sit here'}", many


def _seat_of_whoever_declined(one: Idea) -> Seat | None:
    said = one.stream.last(ProposalDeclined)
    return one.evidence.seats.seat(said.actor, said.occurred_at) if said else None


def _days(every: Sequence[Idea], until: datetime | None) -> Iterator[tuple[str, int]]:
    """After how many days half the ideas of a group had their answer; whole days."""
    for seat in (Seat.MEMBER, Seat.STAFF):
        theirs = [one for one in every if one.begun_in is seat]
        if until is None or len(theirs) < LIST_BELOW:
            continue
        days = typical([wait(one.made.occurred_at, one.answer, until) for one in theirs])
        if days is not None:
            yield f"days to an answer, {seat}", round(days)


MEASURES = (lost,)
