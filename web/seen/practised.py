"""Votes to practise on in which one puts ideas in order, picks them, or gives points or dots."""

from dataclasses import dataclass
from uuid import NAMESPACE_OID, uuid5

from flask import url_for
from pydantic import TypeAdapter

from domain.ids import OptionId
from domain.voting.answers import Answer
from domain.voting.rule import Method, Rule
from projections.seen import OptionSeen
from web.seen.papers import OptionShown, most_of, options_with, said_in_words

ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
FOOD = tuple(
    OptionSeen(OptionId(uuid5(NAMESPACE_OID, f"to practise on: {words}")), words)
    for words in ("Pizza", "Curry", "Soup")
)
MEALS = [one.option for one in FOOD]


@dataclass(frozen=True, slots=True)
class Practised:
    """One kind of ballot paper, and what a button that leads to it says."""

    kind: str
    terms: Rule
    words: str


PRACTISED = {
    one.kind: one
    for one in (
        Practised("order", Rule(method=Method.SCHULZE), "Put in order"),
        Practised("picks", Rule(method=Method.APPROVAL), "Pick some"),
        Practised("points", Rule(method=Method.SCORE), "Give points"),
        Practised("dots", Rule(method=Method.DOTS), "Share out dots"),
    )
}


@dataclass(frozen=True, slots=True)
class MorePage:
    """What ``practice_more.html`` shows."""

    kind: str
    options: list[OptionShown]
    most: int
    counted: str
    again: str


def more_page(kind: str, said: Answer | None, *, changing: bool = False) -> MorePage:
    """The ballot paper, empty or as it was filled in; or what it said."""
    text = as_text(said) if said else None
    return MorePage(
        kind=kind,
        options=options_with(FOOD, said),
        most=most_of(PRACTISED[kind].terms),
        counted=said_in_words(said, FOOD) if said and not changing else "",
        again=url_for("practice.show_more", kind=kind, said=text, change=1),
    )


def as_text(said: Answer) -> str:
    """An answer as it stands in an address: nothing of it is kept anywhere else."""
    return ANSWER.dump_json(said).decode()


def from_text(said: object) -> object:
    """The answer that stands in an address."""
    return ANSWER.validate_json(said) if isinstance(said, str) else said
