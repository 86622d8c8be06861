"""How a question is decided. A rule says it all, so that no later program has to guess."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StrictBool, ValidationInfo, field_validator

from domain.errors import Malformed
from domain.ids import OptionId, PersonId
from domain.kinds import Seat
from domain.voting.quorum import AtLeast, MoreThan, OverDefault, QuorumCondition
from domain.voting.stored import Ratio, Share, Stored, WholeNumber, unsaid


class Method(StrEnum):
    """The ways of counting that a rule can name."""

    MAJORITY = "majority"
    SUPERMAJORITY = "supermajority"
    DOUBLE_MAJORITY = "double_majority"
    CONSENT = "consent"
    CONSENSUS = "consensus"
    APPROVAL = "approval"
    SCORE = "score"
    DOTS = "dots"
    SCHULZE = "schulze"
    RANKED_PAIRS = "ranked_pairs"
    IRV = "irv"
    STV_SCOTTISH = "stv_scottish"
    STV_MEEK = "stv_meek"
    DEBIAN = "debian"
    DELEGATED = "delegated"


BUILT = frozenset({Method.MAJORITY, Method.SUPERMAJORITY, Method.CONSENT, Method.SCHULZE})
"""The methods that this program can count by."""

USUAL_THRESHOLD = {
    Method.MAJORITY: Fraction(1, 2),
    Method.SUPERMAJORITY: Fraction(2, 3),
    Method.DOUBLE_MAJORITY: Fraction(1, 2),
}
"""The methods that ask for a share of yes, and the share where a rule names none."""

YES_OR_NO = frozenset({*USUAL_THRESHOLD, Method.CONSENT, Method.CONSENSUS})
SCORED = frozenset({Method.SCORE, Method.DOTS})
APPROVED = frozenset({Method.APPROVAL})
RANKED = frozenset(Method) - YES_OR_NO - SCORED - APPROVED - {Method.DELEGATED}


class Base(StrEnum):
    """What a share of yes is a share of."""

    CAST = "cast"
    PRESENT = "present"
    ENTITLED = "entitled"
    SEATS = "seats"


class Tie(StrEnum):
    """What happens when the count itself cannot tell."""

    NOT_PASSED = "not_passed"
    DEFAULT_OPTION = "default_option"
    CHAIR = "chair"
    LOT = "lot"


def _number_of(seed: object) -> object:
    """Words become a number, their SHA-256: a rule lies in the log and may hold no free text."""
    if not isinstance(seed, str):
        return seed
    return int(seed) if seed.isdecimal() else int(hashlib.sha256(seed.encode()).hexdigest(), 16)


Seed = Annotated[WholeNumber, BeforeValidator(_number_of)]


class Rule(Stored):
    """How a question is decided.

    `threshold` is a share of what `base` names: more than it where `strict`, else at least it.
    `seats` is the fixed number for the base of that name. `majority` gives, for an option, the
    ratio over the default option that it has to exceed.
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
    double: tuple[Seat, ...] = Field(default=(), exclude_if=unsaid)
    weights: Mapping[Seat | PersonId, WholeNumber] = Field(default={}, exclude_if=unsaid)

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

    def weight_of(self, person: PersonId, seat: Seat) -> int:
        """How often a vote counts: as the rule says of the person, else of the seat, else once."""
        if not self.weights:
            return 1
        return self.weights.get(person, self.weights.get(seat, 1))

    def problems(self, options: Sequence[OptionId] | None = None) -> list[str]:
        """Why no vote can be held by this rule, as sentences; none when it is sound.

        With the options of a question, also whether the rule suits that question.
        """
        return [
            *self._method_problems(),
            *self._threshold_problems(),
            *(why for condition in self.quorum for why in _quorum_problems(condition, self.method)),
            *self._tie_problems(),
            *self._number_problems(),
            *(self._option_problems(options) if options is not None else ()),
        ]

    def check(self, options: Sequence[OptionId] | None = None) -> None:
        """Refuse a rule by which no vote can be held."""
        if problems := self.problems(options):
            raise Malformed(" ".join(problems))

    def _method_problems(self) -> Iterator[str]:
        if self.method not in BUILT:
            yield f"This program cannot count by {self.method.replace('_', ' ')} yet."
        if self.double and self.method is not Method.DOUBLE_MAJORITY:
            yield "Only a double majority names seats that must agree as well."
        if self.majority and self.method is not Method.DEBIAN:
            yield "Only a Debian count asks for ratios over the default option."

    def _threshold_problems(self) -> Iterator[str]:
        if self.threshold is None:
            return
        if self.method not in USUAL_THRESHOLD:
            yield f"A decision by {self.method.replace('_', ' ')} has no threshold."
        if self.threshold <= 0:
            yield "A threshold of nothing would let everything pass."
        if self.threshold > 1 or (self.threshold == 1 and self.strict):
            yield "Nobody can ever get more than all of the votes."
        if self.base is Base.SEATS and (self.seats is None or self.seats < 1):
            yield "A rule that counts seats has to say how many seats there are."

    def _tie_problems(self) -> Iterator[str]:
        if self.tie is Tie.LOT and self.seed is None:
            yield "A lot needs a seed, stated before the vote."
        if self.tie is Tie.DEFAULT_OPTION and self.method in YES_OR_NO:
            yield "A yes-or-no question has no default option to fall back on."
        elif self.tie is Tie.DEFAULT_OPTION and self.default_option is None:
            yield "The rule falls back on a default option and does not say which."
        if self.tie is Tie.DEFAULT_OPTION and self.seats_to_fill > 1:
            yield "One default option cannot fill several places."

    def _number_problems(self) -> Iterator[str]:
        if self.seats_to_fill < 1:
            yield "A vote has to fill at least one place."
        if self.seats_to_fill > 1 and self.method in YES_OR_NO:
            yield "A yes-or-no question cannot fill several places."
        if any(weight < 0 for weight in self.weights.values()):
            yield "No vote can weigh less than nothing."

    def _option_problems(self, options: Sequence[OptionId]) -> Iterator[str]:
        if self.method in YES_OR_NO and len(options) > 1:
            yield "A yes-or-no vote cannot choose between several options."
        if self.method not in YES_OR_NO and not options:
            yield "There are no options to choose from."
        if len(set(options)) < len(options):
            yield "An option is listed twice."
        if self.default_option is not None and self.default_option not in options:
            yield "The default option is not one of the options."


def _quorum_problems(condition: QuorumCondition, method: Method) -> Iterator[str]:
    match condition:
        case AtLeast(at_least=needed) if needed <= 0:
            yield "A quorum of nobody is no quorum."
        case AtLeast(at_least=Fraction() as needed) if needed > 1:
            yield "No more than all of them can take part."
        case MoreThan(more=more, than=than) if more == than:
            yield f"There can never be more {more} than {than}."
        case OverDefault() if method is not Method.DEBIAN:
            yield "A quorum has to say of whom: of all who may vote, or of a seat."
