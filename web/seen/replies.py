"""What people say to a number or a warning, and who may: it stands beside it for everybody."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import g

from domain.ids import CommitteeId
from domain.kinds import Seat
from projections.honesty_seen import ReplySeen
from web.clock import Moment
from web.services import services

ABOUT_STAFF = frozenset(
    (
        *("B1", "B1w", "B7", "C0", "C0w", "C1", "C1w", "C5", "C6", "C8", "C9", "C11"),
        *("E1", "E3", "E5", "E8", "F1", "F4", "F5", "D5", "H2"),
    )
)
"""Figures that tell what staff did: often one person, who can answer."""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said to it."""

    by: str
    words: str
    on: Moment


def said(reply: ReplySeen) -> Said:
    """One reply, as a page shows it."""
    return Said(reply.by, reply.words, g.clock.tell(reply.at))


def replies_to(metric: str, all_: Sequence[ReplySeen]) -> list[Said]:
    """What people say to one figure, the last first."""
    return [said(one) for one in reversed(all_) if one.metric == metric]


def seat_here(committee: CommitteeId) -> Seat | None:
    """As what whoever reads this sits here."""
    standing = services().directory.standing(committee, g.viewer.person)
    return standing.seat if standing else None


def may_reply(committee: CommitteeId, metric: str) -> bool:
    """Warnings are for all who take part; a figure about staff is answered by staff."""
    seat = seat_here(committee)
    if metric.startswith("W"):
        return seat is not None and seat is not Seat.OBSERVER
    return metric in ABOUT_STAFF and seat is Seat.STAFF
