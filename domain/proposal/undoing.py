"""Which way of deciding may end what was decided in which other way: the same, or a higher one.

*"Revoke only by same-or-higher route, never silent"* (Show of Hands, power-audit.md, section 7).
"""

from enum import IntEnum

from domain.authority import Authority, Ground
from domain.errors import NoAuthority
from domain.ids import CommitteeId
from domain.kinds import Route


class Height(IntEnum):
    """Of two ways of deciding, the one in which more people have a say stands higher."""

    NOBODY_KNOWS = 0
    STAFF_ALONE = 1
    SOME = 2
    MEMBERS_WITH_STAFF = 3
    THE_COMMITTEE = 4
    ABOVE = 5


HEIGHTS = {
    Route.UNDOCUMENTED: Height.NOBODY_KNOWS,
    Route.STAFF_ALONE: Height.STAFF_ALONE,
    Route.DELEGATED_STAFF: Height.SOME,
    Route.DELEGATED_MEMBER: Height.SOME,
    Route.URGENT: Height.SOME,
    Route.DELEGATED_JOINT: Height.MEMBERS_WITH_STAFF,
    Route.VOTE: Height.THE_COMMITTEE,
    Route.CONSENT: Height.THE_COMMITTEE,
    Route.CONSENSUS: Height.THE_COMMITTEE,
    Route.STEP_IN: Height.THE_COMMITTEE,
    Route.TRUSTEES: Height.ABOVE,
}
"""A step-in keeps people safe, so no single person ends what it decided."""

TOO_LOW = {
    Height.STAFF_ALONE: "Only staff, those who may decide this alone, or all of us can change it.",
    Height.SOME: "Only those who may decide this alone, or all of us, can change it.",
    Height.MEMBERS_WITH_STAFF: "Members and staff decided this together. So they, or all of us, "
    "have to change it.",
    Height.THE_COMMITTEE: "The committee itself has to decide this first.",
    Height.ABOVE: "The trustees decided this. Only they can change it. Ask them.",
}


def height_of(route: Route, *, is_ratified: bool | None) -> Height:
    """How high a decision stands. One in a hurry is the committee's own once it agreed."""
    if route is Route.URGENT and is_ratified:
        return Height.THE_COMMITTEE
    return HEIGHTS[route]


def must_reach(by: Authority, route: Route, height: Height, committee: CommitteeId) -> None:
    """Refuse to end a decision of this height by one that stands lower, or by no decision.

    Among those who decide for the others, each may only end what was decided in the same way.
    """
    if by.ground is Ground.NONE_STATED:
        return
    if by.ground not in (Ground.DECISION, Ground.ALONE):
        raise NoAuthority(TOO_LOW[Height.THE_COMMITTEE])
    reached = _reached(by, committee)
    same = reached is height and (height > Height.SOME or by.route is route)
    if reached is Height.NOBODY_KNOWS or not (reached > height or same):
        raise NoAuthority(TOO_LOW[max(height, Height.STAFF_ALONE)])


def _reached(by: Authority, committee: CommitteeId) -> Height:
    if by.committee != committee:
        return Height.ABOVE
    if by.ground is Ground.DECISION:
        return Height.ABOVE if by.route is Route.TRUSTEES else Height.THE_COMMITTEE
    return HEIGHTS[by.route] if by.route else Height.NOBODY_KNOWS
