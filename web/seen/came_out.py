"""The numbers of a vote, as its result page tells them."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from domain.ids import OptionId
from domain.voting.answers import Choice, Ranking
from domain.voting.rule import Method
from domain.voting.say_options import amount
from domain.voting.tally import ChoiceTally, OptionTally, RankedTally, Tally
from projections.seen import DecisionSeen, OptionSeen, ProposalSeen
from web.seen.papers import said_in_words

GIVEN: dict[Method | None, tuple[str, str]] = {
    Method.APPROVAL: ("pick", "picks"),
    Method.SCORE: ("point", "points"),
    Method.DOTS: ("dot", "dots"),
}


@dataclass(frozen=True, slots=True)
class Number:
    """How many people gave one answer."""

    answer: str
    people: int
    words: str = ""


def counts_of(idea: ProposalSeen, missing: int) -> list[Number]:
    """How many people gave each answer to yes or no, and how many none."""
    given = Counter(b.answer for b in idea.counted_ballots if isinstance(b.answer, Choice))
    counts = [Number(choice.value, given[choice]) for choice in Choice if given[choice]]
    return [*counts, Number("none", missing)] if missing else counts


def hands_of(tally: Tally | None) -> list[Number]:
    """How many hands went up for each answer, and how many did not go up at all."""
    if not isinstance(tally, ChoiceTally):
        return []
    counts = [Number(choice.value, getattr(tally, choice.value)) for choice in Choice]
    return [one for one in (*counts, Number("none", tally.silent)) if one.people]


def order_of(decision: DecisionSeen, options: tuple[OptionSeen, ...]) -> list[str]:
    """The answers from best to last, with what they were given where that was counted."""
    match decision.tally:
        case OptionTally() as tally:
            what = GIVEN.get(decision.terms.method if decision.terms else None, ("", ""))
            return [_place(place, tally.votes[place[0]], what, options) for place in tally.order]
        case RankedTally(order=order):
            return [said_in_words(Ranking(places=(place,)), options) for place in order]
        case _:
            return []


def _place(
    place: tuple[OptionId, ...],
    given: int | Fraction,
    what: tuple[str, str],
    options: tuple[OptionSeen, ...],
) -> str:
    """The answers that share a place, with what each of them was given."""
    names = said_in_words(Ranking(places=(place,)), options)
    each = " each" if len(place) > 1 else ""
    return f"{names}: {amount(given)} {what[given != 1]}".strip() + each


def tied(decision: DecisionSeen, options: tuple[OptionSeen, ...]) -> list[str]:
    """The answers that came out the same where it mattered."""
    titles = {option.option: option.title for option in options}
    return [
        " and ".join(titles[one] for one in tie if not isinstance(one, Choice))
        for tie in decision.outcome.ties
        if not any(isinstance(one, Choice) for one in tie)
    ]
