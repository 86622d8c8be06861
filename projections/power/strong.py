"""How strong votes were by the rules, as a measure tells it."""

from dataclasses import dataclass
from fractions import Fraction

from domain.kinds import Seat


@dataclass(frozen=True, slots=True)
class SeatStrength:
    """One vote of a seat: Banzhaf's measure, its share of all, and Shapley and Shubik's index."""

    seat: Seat
    number: int
    banzhaf: Fraction
    share: Fraction
    shapley_shubik: Fraction


@dataclass(frozen=True, slots=True)
class Indices:
    """The votes that were the same game: by which strengths, and Coleman's power to act."""

    votes: int
    seats: tuple[SeatStrength, ...]
    to_act: Fraction
