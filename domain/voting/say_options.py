"""Rules and counts of questions with options, in short words."""

from collections.abc import Iterator
from fractions import Fraction

from domain.voting.poll import Count
from domain.voting.rule import Method, Rule
from domain.voting.say_weights import turnout_in_words
from domain.voting.tally import OptionTally

_DONE = {
    Method.APPROVAL: ("picked ideas", "pick", "picks"),
    Method.SCORE: ("gave points", "point", "points"),
    Method.DOTS: ("gave dots", "dot", "dots"),
}


def given_rule(rule: Rule) -> Iterator[str]:
    """How ideas are picked, or given points or dots."""
    match rule.method:
        case Method.APPROVAL if rule.most_choices == 1:
            yield "Everyone picks one idea."
        case Method.APPROVAL if rule.most_choices:
            yield f"Everyone picks up to {rule.most_choices} ideas."
        case Method.APPROVAL:
            yield "Everyone picks all the ideas that they like."
        case Method.SCORE:
            yield f"Everyone gives each idea 0 to {rule.points_each} points."
        case _:
            dots = "one dot" if rule.dots_each == 1 else f"{rule.dots_each} dots"
            yield f"Everyone has {dots} to put on ideas."
    _, _, many = _DONE[rule.method]
    if rule.seats_to_fill == 1:
        yield f"The idea with the most {many} is chosen."
    else:
        yield f"The {rule.seats_to_fill} ideas with the most {many} are chosen."


def given_count(rule: Rule, counted: Count) -> Iterator[str]:
    """How many gave something, and what was the most."""
    why, tally = counted.explanation, counted.tally
    did, one, many = _DONE[rule.method]
    yield turnout_in_words(rule, why, did)
    if isinstance(tally, OptionTally) and (most := max(tally.votes.values(), default=0)):
        yield f"The most was {amount(most)} {one if most == 1 else many}."


def amount(exact: int | Fraction) -> str:
    """A number of votes or points, as people write it."""
    return str(exact) if isinstance(exact, int) else f"{float(exact):.4g}"
