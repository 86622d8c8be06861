"""What went further than people may go, staff or all of us, as a page shows it."""

from dataclasses import dataclass

from flask import url_for

from domain.ids import CommitteeId
from projections.power.beyond import Beyond
from projections.power.breaches import Breach
from web.seen.audits import audit_of
from web.seen.lists import Pager, part_of
from web.seen.record import Line, line
from web.services import services

A_PAGE = 10
WHOSE = {
    "the committee": "All of us went too far",
    "staff": "Staff went too far",
    "members": "A member went too far",
    "others": "Somebody went too far",
}
WAYS = {
    Breach.NO_RIGHT: "Nobody had said that they may.",
    Breach.OUT_OF_TIME: "They could not do it at that time.",
    Breach.NOT_THEIRS: "Somebody else could do it, and not they.",
    Breach.OUT_OF_SCOPE: "What they may do is about other things.",
    Breach.OVER_LIMIT: "It was too much money.",
}


@dataclass(frozen=True, slots=True)
class TooFar:
    """One thing that went too far: whose it was, in which ways, and its line in the record."""

    whose: str
    ways: list[str]
    line: Line


@dataclass(frozen=True, slots=True)
class BeyondPage:
    """What ``beyond.html`` shows."""

    found: list[TooFar]
    many: int
    pager: Pager


def beyond_page(committee: CommitteeId, page: int) -> BeyondPage:
    """All of it, the newest first."""
    every = audit_of(committee, "all").beyond
    shown, pager = part_of(
        list(reversed(every)), page, A_PAGE, lambda at: url_for("why.beyond", page=at)
    )
    return BeyondPage([_told(one) for one in shown], len(every), pager)


def _told(one: Beyond) -> TooFar:
    placed = services().governance.placed_event(one.event.event_id)
    (entry,) = services().audit.told([placed])
    return TooFar(WHOSE[one.whose], [WAYS[way] for way in one.ways], line(entry))
