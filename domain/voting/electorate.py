"""Who may vote on a question, fixed when voting opens."""

from pydantic import Field

from domain.ids import PersonId
from domain.kinds import Seat
from domain.voting.stored import Stored, WholeNumber


def _once(weight: object) -> bool:
    return weight == 1


class Voter(Stored):
    """A person who may vote, the seat they sit on, and how often their vote counts."""

    person: PersonId
    seat: Seat
    weight: WholeNumber = Field(default=1, ge=0, exclude_if=_once)
