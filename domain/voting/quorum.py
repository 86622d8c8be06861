"""How many must take part before an answer counts: people, however much their votes weigh."""

from typing import Literal

from pydantic import FiniteFloat

from domain.kinds import Seat
from domain.voting.stored import NumberOrShare, Stored, WholeNumber

ENTITLED: Literal["entitled"] = "entitled"

PEOPLE: dict[str, str] = {
    Seat.MEMBER: "members",
    Seat.STAFF: "staff",
    Seat.TRUSTEE: "trustees",
    Seat.VOLUNTEER: "volunteers",
    Seat.OBSERVER: "observers",
    ENTITLED: "people",
}
"""What several people of a seat are called, and several of all who may vote."""


class AtLeast(Stored):
    """So many people, or such a share, have to take part: of all who may vote, or of one seat."""

    at_least: NumberOrShare
    of: Seat | Literal["entitled"]


class MoreThan(Stored):
    """More people of one seat have to take part than of another."""

    more: Seat
    than: Seat


class OverDefault(Stored):
    """An option needs more votes over the default option than this (only in a Debian count)."""

    at_least: WholeNumber | FiniteFloat


QuorumCondition = AtLeast | MoreThan | OverDefault
