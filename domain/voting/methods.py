"""The ways of counting that a rule can name, and what they have in common."""

from enum import StrEnum
from fractions import Fraction


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


USUAL_THRESHOLD = {
    Method.MAJORITY: Fraction(1, 2),
    Method.SUPERMAJORITY: Fraction(2, 3),
    Method.DOUBLE_MAJORITY: Fraction(1, 2),
}
"""The methods that ask for a share of yes, and the share where a rule names none."""

USUAL_POINTS, USUAL_DOTS = 5, 3
"""The most points for one option, and the dots of one person, where a rule names no number.

This is what people are offered who vote here. A history kept elsewhere may tell of more.
"""

YES_OR_NO = frozenset({*USUAL_THRESHOLD, Method.CONSENT, Method.CONSENSUS, Method.DELEGATED})
SCORED = frozenset({Method.SCORE, Method.DOTS})
APPROVED = frozenset({Method.APPROVAL})
RANKED = frozenset(Method) - YES_OR_NO - SCORED - APPROVED
WEIGHED = frozenset(Method) - {Method.CONSENT, Method.CONSENSUS, Method.DELEGATED}
"""The methods in which more votes count for more; in the others one person can stop a thing."""

CHOOSE_ONE = frozenset({Method.IRV, Method.DEBIAN})
"""The ranked methods that have a winner and no second."""


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
