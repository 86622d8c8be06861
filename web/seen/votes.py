"""How many votes people have, where a rule gives some of them more than others."""

from collections.abc import Iterator
from dataclasses import dataclass

from domain.ids import PersonId
from domain.kinds import Seat
from domain.voting.rule import Rule
from domain.voting.say_weights import so_many, weights_in_words
from domain.voting.tally import ChoiceTally, Tally
from projections.seen import ProposalSeen
from web.seen.discreetly import sees_names
from web.seen.people import people


@dataclass(frozen=True, slots=True)
class Votes:
    """How much the answer of whoever asks counts, where they vote; and whose counts how much."""

    mine: str
    each: list[str]


def votes_of(idea: ProposalSeen, me: PersonId) -> Votes | None:
    """How many votes each has in this vote; none where each has one, or it has not begun."""
    if idea.terms is None or not idea.terms.weighs:
        return None
    mine = next((voter.weight for voter in idea.voters if voter.person == me), None)
    told = "" if mine is None else f"Your answer counts as {so_many(mine)}."
    return Votes(told, [*weights_in_words(idea.terms), *_of_single_people(idea.terms)])


def _of_single_people(terms: Rule) -> Iterator[str]:
    """The votes of those whom the rule names, for whoever may read names."""
    named = [] if not sees_names() else [who for who in terms.weights if not isinstance(who, Seat)]
    for who, person in zip(named, people(named), strict=True):
        yield f"{person.name} has {so_many(terms.weights[who])}."


def in_votes(terms: Rule | None, tally: Tally | None) -> str:
    """How many votes for each answer, beside how many people gave it.

    Both together can tell how a group voted, so nobody reads this who reads no names.
    """
    if terms is None or not terms.weighs or not isinstance(tally, ChoiceTally) or not sees_names():
        return ""
    said = {"YES": tally.yes, "NO": tally.no, "NOT SURE": tally.abstain}
    counted = [f"{number} {answer}" for answer, number in said.items() if number]
    return f"In votes: {', '.join(counted)}." if counted else ""
