"""What a ballot can say. A choice lies in the log as one plain word, the others as an object."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from math import inf, isfinite
from typing import Annotated

from pydantic import Field, FiniteFloat

from domain.errors import Malformed
from domain.ids import OptionId
from domain.voting.rule import APPROVED, RANKED, SCORED, YES_OR_NO, Method, Rule
from domain.voting.stored import Stored, WholeNumber

NOT_PART = "An option on this ballot is not part of the question."
TWICE = "An option is on this ballot twice."


class Choice(StrEnum):
    """An answer to a yes-or-no question. An objection is neither yes nor no."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    OBJECTION = "objection"
    STAND_ASIDE = "stand_aside"


class Unlisted(StrEnum):
    """What a ranking says of the options it does not list: all last, or not compared at all."""

    LAST = "last"
    NO_OPINION = "no_opinion"


class Ranking(Stored):
    """Options from best to worst; those in one place are liked equally."""

    places: tuple[tuple[OptionId, ...], ...] = Field(
        validation_alias="ranking", serialization_alias="ranking"
    )
    unlisted: Unlisted = Unlisted.LAST


class Scores(Stored):
    """Points for options. An option without points has none."""

    scores: Mapping[OptionId, WholeNumber | FiniteFloat]

    def __hash__(self) -> int:
        return hash(frozenset(self.scores.items()))


class Approvals(Stored):
    """The options that are good enough, in no order."""

    options: tuple[OptionId, ...] = Field(
        validation_alias="approves", serialization_alias="approves"
    )


Answer = Annotated[
    Choice | Ranking | Scores | Approvals,
    Field(union_mode="left_to_right"),
]

_ASKED_FOR: Mapping[type, tuple[Collection[str], str]] = {
    Choice: (YES_OR_NO, "yes or no"),
    Ranking: (RANKED, "an order of the options"),
    Scores: (SCORED, "points for the options"),
    Approvals: (APPROVED, "the options that are good enough"),
}


def check_answer(
    answer: Answer, rule: Rule, options: Collection[OptionId], *, told: bool = True
) -> None:
    """Refuse an answer that does not fit the question.

    Where a rule leaves open how many points or dots somebody has, a history may have been `told`
    of any number; who votes here has as many as is usual.
    """
    check_kind(answer, rule)
    if isinstance(answer, Choice):
        return
    _check_named(answer, options)
    if isinstance(answer, Ranking) and not all(answer.places):
        raise Malformed("A place in the order is empty.")
    if isinstance(answer, Ranking) and rule.method is Method.STV_SCOTTISH:
        _check_own_places(answer)
    if isinstance(answer, Scores):
        _check_points(answer, rule, told=told)
    if isinstance(answer, Approvals) and len(answer.options) > (rule.most_choices or inf):
        raise Malformed(f"Choose {rule.most_choices} at the most.")


def _check_own_places(answer: Ranking) -> None:
    """Refuse a ballot that would go no further than to a place with several in it."""
    if any(len(place) > 1 for place in answer.places):
        raise Malformed("Give each one a number of its own. No two can share a place here.")


def _check_points(answer: Scores, rule: Rule, *, told: bool) -> None:
    """Refuse what is no number of points or dots, and more than the rule gives."""
    most = rule.most_points if told or rule.method is Method.DOTS else rule.points_each
    dots = rule.dots if told else rule.dots_each
    points = answer.scores.values()
    if not all(map(isfinite, points)):
        raise Malformed("Points have to be a number.")
    if any(number < 0 for number in points):
        raise Malformed("Points cannot be less than nothing.")
    if any(number > (most or inf) for number in points):
        raise Malformed(f"The most points for one option are {most}.")
    if rule.method is Method.DOTS:
        if any(number != int(number) for number in points):
            raise Malformed("A dot cannot be cut in parts.")
        if sum(points) > (dots or inf):
            raise Malformed(f"You have {dots} dots, and not more. Take some off again.")


def check_kind(answer: Answer, rule: Rule) -> None:
    """Refuse an answer of another kind than the rule counts."""
    methods, _ = _ASKED_FOR[type(answer)]
    if rule.method not in methods:
        raise Malformed(f"This question asks for {_asked_for(rule)}.")


def _asked_for(rule: Rule) -> str:
    wanted = (words for methods, words in _ASKED_FOR.values() if rule.method in methods)
    return next(wanted)


def _check_named(answer: Answer, options: Collection[OptionId]) -> None:
    named = Counter(_named(answer))
    if not named.keys() <= set(options):
        raise Malformed(NOT_PART)
    if any(times > 1 for times in named.values()):
        raise Malformed(TWICE)


def _named(answer: Answer) -> Iterable[OptionId]:
    match answer:
        case Ranking():
            return (option for place in answer.places for option in place)
        case Scores():
            return answer.scores.keys()
        case Approvals():
            return answer.options
        case Choice():
            return ()
