"""Why no vote can be held by a rule: it contradicts itself, or nothing could ever pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from domain.kinds import Seat
from domain.voting.methods import (
    APPROVED,
    CHOOSE_ONE,
    USUAL_THRESHOLD,
    WEIGHED,
    YES_OR_NO,
    Base,
    Method,
    Tie,
)
from domain.voting.quorum import AtLeast, MoreThan, OverDefault, QuorumCondition
from domain.voting.terms import CountedIn, Early

if TYPE_CHECKING:
    from domain.ids import OptionId
    from domain.voting.rule import Rule


def of_rule(rule: Rule) -> Iterator[str]:
    """What is wrong with the rule, whatever the question and whoever may vote."""
    yield from _method_problems(rule)
    yield from _threshold_problems(rule)
    for condition in rule.quorum:
        yield from _quorum_problems(condition, rule.method)
    if _goes_in_a_circle(rule.quorum):
        yield "The quorum contradicts itself: of two seats, each needs more people than the other."
    yield from _tie_problems(rule)
    yield from _number_problems(rule)
    yield from _ballot_problems(rule)
    yield from rule.terms_problems(rule.quorum)
    yield from _terms_problems(rule)


def _method_problems(rule: Rule) -> Iterator[str]:
    if rule.double and rule.method is not Method.DOUBLE_MAJORITY:
        yield "Only a double majority names seats that must agree as well."
    if rule.method is Method.DOUBLE_MAJORITY and not rule.double:
        yield "A double majority has to name the seats that must agree as well."
    if (rule.majority or rule.over_default) and rule.method is not Method.DEBIAN:
        yield "Only a Debian count asks for ratios over the default option."
    if rule.over_default is not None and rule.over_default < 1:
        yield "What fewer people want than not could be chosen. Ask for a ratio of 1 or more."


def _threshold_problems(rule: Rule) -> Iterator[str]:
    if rule.threshold is None:
        return
    if rule.method not in USUAL_THRESHOLD:
        yield f"A decision by {rule.method.replace('_', ' ')} has no threshold."
    if rule.threshold <= 0:
        yield "A threshold of nothing would let everything pass."
    if rule.threshold > 1 or (rule.threshold == 1 and rule.strict):
        yield "Nobody can ever get more than all of the votes."
    if rule.base is Base.SEATS and (rule.seats is None or rule.seats < 1):
        yield "A rule that counts seats has to say how many seats there are."


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


def _goes_in_a_circle(quorum: Sequence[QuorumCondition]) -> bool:
    """Whether some seat would need more people than itself, by way of others."""
    fewer: dict[Seat, set[Seat]] = {}
    for one in quorum:
        if isinstance(one, MoreThan) and one.more != one.than:
            fewer.setdefault(one.more, set()).add(one.than)
    return any(seat in _below(seat, fewer) for seat in fewer)


def _below(seat: Seat, fewer: Mapping[Seat, set[Seat]]) -> set[Seat]:
    below, ahead = set[Seat](), [*fewer.get(seat, ())]
    while ahead:
        one = ahead.pop()
        if one not in below:
            below.add(one)
            ahead += fewer.get(one, ())
    return below


def _tie_problems(rule: Rule) -> Iterator[str]:
    if rule.tie is Tie.LOT and rule.seed is None:
        yield "A lot needs a seed, stated before the vote."
    if rule.tie is Tie.DEFAULT_OPTION and rule.method in YES_OR_NO:
        yield "A yes-or-no question has no default option to fall back on."
    elif rule.tie is Tie.DEFAULT_OPTION and rule.default_option is None:
        yield "The rule falls back on a default option and does not say which."
    if rule.tie is Tie.DEFAULT_OPTION and rule.seats_to_fill > 1:
        yield "One default option cannot fill several places."


def _number_problems(rule: Rule) -> Iterator[str]:
    if rule.seats_to_fill < 1:
        yield "A vote has to fill at least one place."
    if rule.seats_to_fill > 1 and rule.method in YES_OR_NO:
        yield "A yes-or-no question cannot fill several places."
    if rule.seats_to_fill > 1 and rule.method in CHOOSE_ONE:
        yield "This way of counting chooses one. For several places take another."
    if any(weight < 0 for weight in rule.weights.values()):
        yield "No vote can weigh less than nothing."
    if rule.weighs and rule.method not in WEIGHED:
        yield "Here one person can stop a thing, whoever it is. Give each person one vote."


def _ballot_problems(rule: Rule) -> Iterator[str]:
    for most, methods, what in (
        (rule.most_choices, APPROVED, "choices"),
        (rule.most_points, {Method.SCORE}, "points"),
        (rule.dots, {Method.DOTS}, "dots"),
    ):
        if most is not None and rule.method not in methods:
            yield f"Nobody has {what} to give by {rule.method.replace('_', ' ')}."
        elif most is not None and most < 1:
            yield f"With no {what} to give, nobody can say anything."


def _terms_problems(rule: Rule) -> Iterator[str]:
    """Terms that do not go with this way of counting."""
    if any(not rule.lets_vote(seat) for seat in rule.double):
        yield "The rule asks a seat to agree, and does not let it vote."
    if Early.CERTAIN in rule.early and rule.method not in USUAL_THRESHOLD:
        yield "Only where a share must say yes can the end be sure before all have voted."
    of_all = rule.base is Base.ENTITLED and rule.method in USUAL_THRESHOLD
    if CountedIn.BASE in rule.recused_in and not of_all:
        yield "Who stays out can only count in a share of all who may vote."


def of_question(rule: Rule, options: Sequence[OptionId]) -> Iterator[str]:
    """Why the rule does not suit a question with these options."""
    if rule.method in YES_OR_NO and len(options) > 1:
        yield "A yes-or-no vote cannot choose between several options."
    if rule.method not in YES_OR_NO and not options:
        yield "There are no options to choose from."
    elif rule.method not in YES_OR_NO and len(options) < rule.seats_to_fill:
        yield (
            f"There are {rule.seats_to_fill} places and only {len(options)} to choose from. "
            "Ask for fewer places, or find more."
        )
    if len(set(options)) < len(options):
        yield "An option is listed twice."
    if rule.default_option is not None and rule.default_option not in options:
        yield "The default option is not one of the options."
    if not set(rule.majority) <= set(options):
        yield "The rule asks for a ratio for an option that is not part of the question."
