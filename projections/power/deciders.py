"""Which group decided: those who use the service, staff, both, or others."""

from enum import StrEnum

from domain.kinds import Route, Seat
from projections.power.decisions import Decision


class By(StrEnum):
    """Which group decided. Together: members, and others with them."""

    MEMBERS = "members"
    TOGETHER = "together"
    STAFF = "staff"
    OTHERS = "others"
    NOT_KNOWN = "not known"


OF_ROUTE = {
    Route.DELEGATED_MEMBER: By.MEMBERS,
    Route.DELEGATED_JOINT: By.TOGETHER,
    Route.DELEGATED_STAFF: By.STAFF,
    Route.STAFF_ALONE: By.STAFF,
    Route.TRUSTEES: By.OTHERS,
}
"""Routes that say it themselves; for the others it is those who took part."""
WITHOUT_US = frozenset({Route.STAFF_ALONE, Route.STEP_IN})
"""By these staff decide without the committee."""


def decided_by(one: Decision) -> By:
    """Which group decided this."""
    seats = one.deciding_seats
    if one.route in OF_ROUTE:
        return OF_ROUTE[one.route]
    if one.route is Route.STEP_IN:  # trustees can step in too
        return By.OTHERS if seats and Seat.STAFF not in seats else By.STAFF
    if Seat.MEMBER in seats:
        return By.MEMBERS if len(seats) == 1 else By.TOGETHER
    if seats:
        return By.STAFF if seats == {Seat.STAFF} else By.OTHERS
    return By.NOT_KNOWN if one.route in (Route.UNDOCUMENTED, Route.URGENT) else By.TOGETHER
