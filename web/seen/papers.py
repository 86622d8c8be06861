"""What stands on a ballot paper: how one votes, on what, and what one has given so far."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from domain.ids import OptionId
from domain.voting.answers import Answer, Approvals, Choice, Ranking, Scores
from domain.voting.rule import RANKED, Method, Rule
from projections.plan import in_words
from projections.seen import BallotSeen, OptionSeen, ProposalSeen
from projections.sentences import SAID
from web.seen.people import Person
from web.seen.pictures import picture_for

ALLOWS = ("yes", "no", "abstain", "objection")

Kind = Literal["answer", "choose", "pick", "points", "dots", "rank"]
"""How one votes: with one press, of yes and no or of several; by ticks, points, dots, an order."""

STOPS_NOTHING = {"no": "This does not stop it", "objection": "This stops it"}


@dataclass(frozen=True, slots=True)
class OptionShown:
    """One answer of several, and the number that this person gave it: 1 for what they picked."""

    value: str
    words: str
    rank: float | None
    more: str = ""
    picture: str | None = None
    person: Person | None = None
    """Who it is, where people are chosen: their face stands in place of a picture."""
    at: int | None = None
    """Its place on the paper, from 0: without face and picture, it goes by a letter."""


def shown(words: str, at: int) -> OptionShown:
    """One answer before anybody has voted on it."""
    return OptionShown("", words, None, picture=picture_for(None, words), at=at)


def said_in_words(answer: Answer, options: tuple[OptionSeen, ...]) -> str:
    """What a ballot says."""
    titles = {option.option: option.title for option in options}
    match answer:
        case Choice():
            return SAID[answer]
        case Ranking(places=places):
            return ", then ".join(" and ".join(titles[one] for one in place) for place in places)
        case Approvals(options=picked):
            return ", ".join(titles[one] for one in picked) or "none of them"
        case Scores(scores=scores):
            given = [f"{n:g} for {titles[one]}" for one, n in scores.items() if n]
            return ", ".join(given) or "nothing for any of them"


def value_of(answer: Answer) -> str:
    """What an answer is drawn as: its own picture, or that of an option."""
    return answer.value if isinstance(answer, Choice) else "option"


def method_of(idea: ProposalSeen) -> Method | None:
    """How it is counted, once that is settled."""
    return idea.terms.method if idea.terms else None


def picked_in(answer: Answer | None) -> str:
    """The one answer that a ballot paper says; none where it says several."""
    match answer:
        case Choice():
            return answer.value
        case Approvals(options=(one,)):
            return str(one)
        case _:
            return ""


def kind_of(idea: ProposalSeen) -> Kind:
    """How one votes on this."""
    match method_of(idea):
        case Method.APPROVAL:
            return "choose" if most_of(idea.terms) == 1 else "pick"
        case Method.SCORE:
            return "points"
        case Method.DOTS:
            return "dots"
        case method:
            return "rank" if method in RANKED else "answer"


def most_of(terms: Rule | None) -> int:
    """The most that one can give: picks, points for each, or dots; 0 where there is no such."""
    match terms.method if terms else None:
        case Method.APPROVAL:
            return (terms.most_choices if terms else 0) or 0
        case Method.SCORE:
            return terms.points_each if terms else 0
        case Method.DOTS:
            return terms.dots_each if terms else 0
        case _:
            return 0


def allows(idea: ProposalSeen) -> tuple[str, ...]:
    """The answers of yes and no; whoever has to be able to live with it may also stand aside."""
    aside = ("stand_aside",) if method_of(idea) in (Method.CONSENT, Method.CONSENSUS) else ()
    return (*ALLOWS[:3], *aside, *ALLOWS[3:])


def ballot_form(idea: ProposalSeen, answer: Answer | None = None) -> tuple[Kind, list[OptionShown]]:
    """How this question is answered, and its options with the numbers that an answer gives them."""
    return kind_of(idea), options_with(idea.options, answer)


def options_with(options: Iterable[OptionSeen], answer: Answer | None) -> list[OptionShown]:
    """Options with the numbers that an answer gives them."""
    given = _given(answer) if answer else {}
    return told_apart([_option(one, at, given.get(one.option)) for at, one in enumerate(options)])


def told_apart(options: list[OptionShown]) -> list[OptionShown]:
    """A picture that two answers share tells neither: both go by their letters."""
    drawn = Counter(one.picture for one in options)
    return [replace(one, picture=None) if drawn[one.picture] > 1 else one for one in options]


def options_of(idea: ProposalSeen, mine: BallotSeen | None) -> list[OptionShown]:
    """Each option, with what this person has given it so far."""
    return ballot_form(idea, mine.answer if mine else None)[1]


def _given(answer: Answer) -> Mapping[OptionId, float]:
    """The number that an answer gives to each option."""
    match answer:
        case Ranking(places=places):
            return {one: number for number, place in enumerate(places, 1) for one in place}
        case Approvals(options=picked):
            return dict.fromkeys(picked, 1)
        case Scores(scores=scores):
            return scores
        case _:
            return {}


def _option(option: OptionSeen, at: int, rank: float | None) -> OptionShown:
    price = f"It costs {in_words(option.amount)}." if option.amount else ""
    if option.candidate:
        face = Person(str(option.candidate), option.title)
        return OptionShown(str(option.option), face.name, rank, price, person=face)
    picture = picture_for(option.picture, option.title)
    return OptionShown(str(option.option), option.title, rank, price, picture, at=at)
