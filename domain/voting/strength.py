"""How strong one vote is by the rules alone, before anybody has said anything.

None of these numbers tells who has power: people may not use what a rule lets them do.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Strength:
    """How strong one single player is; so is each of the `number` who count the same.

    `banzhaf` (Penrose 1946, Banzhaf 1965): of all ways in which the others can vote, all equally
    likely, the share in which this one vote turns the result. `shapley_shubik` (1954): of all
    orders in which all can be called up to vote, the share in which it settles the result.
    """

    number: int
    banzhaf: Fraction
    shapley_shubik: Fraction


@dataclass(frozen=True)
class Strengths:
    """Every player's strength, and Coleman's power of the whole to act (1971).

    `to_act` is the share of all ways to vote in which something is decided.
    """

    each: tuple[Strength, ...]
    to_act: Fraction

    def share(self, one: Strength) -> Fraction:
        """The Banzhaf index: one player's part of what all have; nothing where nobody has any."""
        whole = sum((every.number * every.banzhaf for every in self.each), Fraction(0))
        return one.banzhaf / whole if whole else Fraction(0)

    @property
    def shares(self) -> Sequence[Fraction]:
        """The Banzhaf index of one player each, in the same order."""
        return [self.share(one) for one in self.each]
