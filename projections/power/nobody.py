"""What cannot be said of a group in which nobody sits as a member.

“Members had 0 of 97 jobs” would be true of a board on which only trustees sit, and mislead.
"""

from collections.abc import Iterable
from dataclasses import replace

from domain.events import PersonSeated
from domain.kinds import Seat
from projections.power.evidence import Evidence
from projections.power.guards import Guard
from projections.power.measure import Measure

OF_MEMBERS = frozenset(
    {
        *("A3", "B1", "B1w", "B2", "B3", "B4", "B5", "B6", "B7", "C3", "C4", "C5", "C6"),
        *("D1", "D2", "D3", "D4", "D6", "E1", "E3", "E5", "E7", "E8", "F1", "F2", "F3", "F5", "G1"),
    }
)
"""These ask what members did, had or knew."""
NOBODY = "Nobody sits here as a member."


def where_members_sit(measures: Iterable[Measure], evidence: Evidence) -> list[Measure]:
    """These measures; where no member ever sat here, those about members say only that."""
    if any(told.seat is Seat.MEMBER for told in evidence.ever(PersonSeated)):
        return [*measures]
    return [_of_nobody(one, evidence) if one.id in OF_MEMBERS else one for one in measures]


def _of_nobody(measure: Measure, evidence: Evidence) -> Measure:
    said = replace(measure, sentence=NOBODY, why_not=NOBODY, rests_on=(*evidence.seats.all,))
    bare = replace(said, k=None, n=0, value=None, interval=None, guard=Guard.NOTHING)
    return replace(bare, parts=(), so=(), among=(), groups=(), people=None)
