"""Over how many people something is spread, such as jobs, or turns at running the meeting."""

from collections.abc import Collection
from fractions import Fraction


def as_if_shared_by(held: Collection[Fraction | int]) -> Fraction | None:
    """As if so many people held it all evenly: the inverse of the sum of squared shares."""
    if not any(held):
        return None
    return Fraction(sum(held) ** 2) / sum(part * part for part in held)
