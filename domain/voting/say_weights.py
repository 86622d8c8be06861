"""Rules by which some people have more votes than others, in short words."""

from collections.abc import Iterator

from domain.kinds import Seat
from domain.voting.poll import Explanation
from domain.voting.quorum import PEOPLE
from domain.voting.rule import Rule


def weights_in_words(rule: Rule) -> Iterator[str]:
    """How many votes the people of a seat have; those that single people have name nobody."""
    if rule.weighs:
        yield "Some people have more votes than others."
    for whose, votes in rule.weights.items():
        if isinstance(whose, Seat):
            yield f"The {PEOPLE[whose]} have {so_many(votes)} each."


def so_many(votes: int) -> str:
    """A number of votes, such as "one vote"."""
    return {0: "no vote", 1: "one vote"}.get(votes, f"{votes} votes")


def turnout_in_words(rule: Rule, why: Explanation, did: str) -> str:
    """How many of those who may vote "picked ideas"; or how many votes they have, of all."""
    if not rule.weighs:
        return f"{why.numerator or 'Nobody'} of {why.denominator} {did}."
    if not why.numerator:
        return f"Nobody with a vote {did}."
    return f"The people who {did} have {why.numerator} of {why.denominator} votes."
