"""How a question is decided. A rule says it all, so that no later program has to guess."""

import hashlib
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictBool, ValidationInfo, field_validator

from domain.errors import Malformed
from domain.ids import OptionId, PersonId
from domain.kinds import Seat
from domain.voting.methods import (
    APPROVED,
    RANKED,
    SCORED,
    USUAL_DOTS,
    USUAL_POINTS,
    USUAL_THRESHOLD,
    YES_OR_NO,
    Base,
    Method,
    Tie,
)
from domain.voting.problems import of_question, of_rule
from domain.voting.quorum import QuorumCondition
from domain.voting.stored import Ratio, Share, WholeNumber, unsaid
from domain.voting.terms import Terms

__all__ = [
    "APPROVED",
    "RANKED",
    "SCORED",
    "USUAL_THRESHOLD",
    "YES_OR_NO",
    "Base",
    "Method",
    "Rule",
    "Tie",
]


def _number_of(seed: object) -> object:
    """Words become a number, their SHA-256: a rule lies in the log and may hold no free text."""
    if not isinstance(seed, str):
        return seed
    return int(seed) if seed.isdecimal() else int(hashlib.sha256(seed.encode()).hexdigest(), 16)


Seed = Annotated[WholeNumber, BeforeValidator(_number_of)]


class Rule(Terms):
    """How a question is decided.

    `threshold` is a share of what `base` names: more than it where `strict`, else at least it.
    `seats` is the fixed number for the base of that name. `majority` gives, for an option, the
    ratio over the default option that it has to exceed, and `over_default` that of all others;
    without a default option the last one of a question is it. `double` are seats each of which
    has to reach the same share by itself. `most_choices`, `most_points` and `dots` are the most
    that one ballot can say: so many options, so many points for each, so many dots together.
    """

    method: Method
    threshold: Share | None = Field(default=None, validate_default=True, exclude_if=unsaid)
    strict: StrictBool | None = Field(default=None, validate_default=True, exclude_if=unsaid)
    base: Base | None = Field(default=None, validate_default=True, exclude_if=unsaid)
    seats: WholeNumber | None = Field(default=None, exclude_if=unsaid)
    quorum: tuple[QuorumCondition, ...] = Field(default=(), exclude_if=unsaid)
    seats_to_fill: WholeNumber = 1
    tie: Tie = Tie.NOT_PASSED
    seed: Seed | None = Field(default=None, exclude_if=unsaid)
    default_option: OptionId | None = Field(default=None, exclude_if=unsaid)
    majority: Mapping[OptionId, Ratio] = Field(default={}, exclude_if=unsaid)
    over_default: Ratio | None = Field(default=None, exclude_if=unsaid)
    double: tuple[Seat, ...] = Field(default=(), exclude_if=unsaid)
    weights: Mapping[Seat | PersonId, WholeNumber] = Field(default={}, exclude_if=unsaid)
    most_choices: WholeNumber | None = Field(default=None, exclude_if=unsaid)
    most_points: WholeNumber | None = Field(default=None, exclude_if=unsaid)
    dots: WholeNumber | None = Field(default=None, exclude_if=unsaid)

    @field_validator("threshold", "strict", "base")
    @classmethod
    def _usual(cls, value: Any, info: ValidationInfo) -> Any:
        """A rule that leaves open how much of what is enough gets the usual when it is made."""
        method, threshold = info.data.get("method"), info.data.get("threshold")
        if value is not None or method not in USUAL_THRESHOLD:
            return value
        match info.field_name:
            case "threshold":
                return USUAL_THRESHOLD[method]
            case "strict":
                return threshold == Fraction(1, 2)
            case _:
                return Base.CAST

    @property
    def points_each(self) -> int:
        """The most points that one person can give to one option here."""
        return self.most_points or USUAL_POINTS

    @property
    def dots_each(self) -> int:
        """The dots that one person has here."""
        return self.dots or USUAL_DOTS

    @property
    def weighs(self) -> bool:
        """Whether some people have more votes here than others, or fewer."""
        return any(votes != 1 for votes in self.weights.values())

    def weight_of(self, person: PersonId, seat: Seat) -> int:
        """How often a vote counts: as the rule says of the person, else of the seat, else once."""
        if not self.weights:
            return 1
        return self.weights.get(person, self.weights.get(seat, 1))

    def problems(self, options: Sequence[OptionId] | None = None) -> list[str]:
        """Why no vote can be held by this rule, as sentences; none when it is sound.

        With the options of a question, also whether the rule suits that question.
        """
        asked = of_question(self, options) if options is not None else ()
        return [*of_rule(self), *asked]

    def check(self, options: Sequence[OptionId] | None = None) -> None:
        """Refuse a rule by which no vote can be held."""
        if problems := self.problems(options):
            raise Malformed(" ".join(problems))
