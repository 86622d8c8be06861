"""A: can we trust this record? Gates, which must hold before any headline is told."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from domain.events import (
    Authorised,
    LineDropped,
    LineWritten,
    PlanCancelled,
    PlanMade,
    PlanMoved,
    RecordAttested,
    RecordDisputed,
    RecurrencePlanned,
    TaskAdded,
    TaskAmended,
    TaskDropped,
    TraceChecked,
)
from domain.kinds import Attestation, Seat
from projections.power.evidence import Evidence, Fact, noted_at
from projections.power.measure import Card, Measure, Tier
from projections.power.rights import Rights
from projections.power.settings import Settings

CHANGES = (
    *(LineWritten, LineDropped, PlanMade, PlanMoved, PlanCancelled, RecurrencePlanned),
    *(TaskAdded, TaskAmended, TaskDropped),
)
"""What alters a plan: these need a right."""

A1 = Card(
    "A1",
    Tier.GATE,
    "Does every change to the plan show who agreed it?",
    "We look at all changes to plans and jobs. A change counts if it names its right. That is a "
    "decision, a mandate or a step-in that held then. A right that was over does not count. Nor "
    "does one that nobody knows. Nor does what staff decided alone, or nobody knows how.",
    "CC27: act within powers",
)
A2 = Card(
    "A2",
    Tier.GATE,
    "Was it written down at the time, or much later?",
    "We look at all lines of which we know when they were written. Late is what was written down "
    "later than we agreed.",
    "CC48: prompt minutes",
)
A3 = Card(
    "A3",
    Tier.GATE,
    "Did people press the button or say it themselves?",
    "We look at all votes of members of which we know who pressed. A vote counts if they pressed "
    "it, or if somebody saw it.",
    "Mental Capacity Act 2005, section 1(3)",
)
A4 = Card(
    "A4",
    Tier.GATE,
    "Did members say this record is right?",
    "We look at all members who said something about it, or could have. Those count who said "
    "that all of it is here.",
    "CQC: people’s experience",
)
A5 = Card(
    "A5",
    Tier.GATE,
    "Did we check the record against receipts and bookings?",
    "We looked for receipts, bookings and the like. Those count that were found in the record.",
)
A6 = Card(
    "A6",
    Tier.GATE,
    "Has anybody changed the past?",
    "Whether the log fits the seal that others hold of it.",
)


def traced(evidence: Evidence, settings: Settings) -> Measure:
    """A1, the authority trace rate."""
    del settings
    rights = Rights(evidence)
    changes: list[Authorised] = [one for kind in CHANGES for one in evidence.of(kind)]
    right = [one for one in changes if rights.holds(one)]
    behind: list[Fact] = [*evidence.beginnings(changes)]
    for one in changes:
        behind += rights.whole(one)
    sentence = f"{len(right)} of {len(changes)} changes show who agreed them."
    return A1.share(right, changes, sentence, behind)


def on_time(evidence: Evidence, settings: Settings) -> Measure:
    """A2, the late-record rate."""
    every = [
        one
        for stream in evidence.streams.values()
        for one in stream.facts
        if evidence.window.holds(one.occurred_at)
    ]
    known = [one for one in every if noted_at(one)]
    late = [one for one in known if is_late(one, settings)]
    begun = evidence.beginnings(every)
    if every and not known:
        return A2.cannot("We do not know when this was written down.", [*every, *begun])
    sentence = f"{len(late)} of {len(known)} things were written down late."
    parts = _unknown("nobody said when", every, known)
    return A2.share(late, known, sentence, [*every, *begun] if parts else begun, parts)


def is_late(fact: Fact, settings: Settings) -> bool:
    """Whether it was written down late, as far as anybody said when that was."""
    noted = noted_at(fact)
    return noted is not None and noted - fact.occurred_at > settings.time("A2", fact.occurred_at)


def _unknown(words: str, every: Sequence[Fact], known: Sequence[Fact]) -> list[tuple[str, int]]:
    """How many could not be counted because something was not told of them."""
    return [(words, len(every) - len(known))] if len(every) > len(known) else []


def own_hand(evidence: Evidence, settings: Settings) -> Measure:
    """A3, the own-hand rate of members’ votes."""
    del settings
    every = chain.from_iterable(stream.ballots for stream in evidence.streams.values())
    votes = [one for one, seat in evidence.cast_as(every) if seat is Seat.MEMBER]
    known = [one for one in votes if one.is_own_hand or one.recorded_by is not None]
    own = [one for one in known if one.is_own_hand]
    behind: list[Fact] = [*evidence.seats.all, *evidence.beginnings(votes)]
    if len(known) < len(votes):
        behind += votes
    if votes and not known:
        return A3.cannot("We do not know who pressed when people voted.", behind)
    sentence = f"Members gave {len(own)} of {len(known)} votes themselves."
    return A3.share(own, known, sentence, behind, _unknown("nobody said who pressed", votes, known))


def attested(evidence: Evidence, settings: Settings) -> Measure:
    """A4, what members say of the record. The last word of each holds."""
    del settings
    seats = evidence.seats
    said = {
        one.person: one
        for one in evidence.of(RecordAttested)
        if seats.is_member(one.person, one.occurred_at)
    }
    complete = [one for one in said.values() if one.says is Attestation.COMPLETE]
    disputes = list(evidence.of(RecordDisputed))
    end = evidence.window.last or max((one.occurred_at for one in said.values()), default=None)
    members = seats.sat(Seat.MEMBER, end) if end else []
    n = max(len(members), len(said))
    if not said:
        return A4.cannot("Nobody has been asked yet whether this record is right.", seats.all)
    sentence = f"{len(complete)} of {n} members said that the record is complete."
    parts = [("said", len(said)), ("disputes", len(disputes))]
    among, behind = tuple(said.values()), [*seats.all, *disputes]
    counted = A4.counted_in(len(complete), n, sentence, among, behind, parts)
    return replace(counted, so=tuple(complete), among=among)


def reconciled(evidence: Evidence, settings: Settings) -> Measure:
    """A5, traces outside the log that were found in it."""
    del settings
    traces = list(evidence.of(TraceChecked))
    found = [one for one in traces if one.event is not None]
    sentence = f"{len(found)} of {len(traces)} receipts and the like are in the record."
    return A5.share(found, traces, sentence)


def sealed(evidence: Evidence, settings: Settings) -> Measure:
    """A6, the check of the chain: never assumed."""
    del evidence, settings
    return A6.cannot("This record is not sealed yet.")


MEASURES = (traced, on_time, own_hand, attested, reconciled, sealed)
