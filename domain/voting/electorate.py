"""Who may vote on a question, fixed when voting opens."""

from functools import lru_cache

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


@lru_cache(maxsize=10_000)
def a_voter(person: PersonId, seat: Seat, weight: int) -> Voter:
    """This voter; the same people may vote on one question after the other."""
    return Voter(person=person, seat=seat, weight=weight)
