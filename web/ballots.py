"""What a ballot paper on a page says: an answer that was pressed, ticks, numbers or an order."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from flask import request
from pydantic import BaseModel, TypeAdapter, ValidationError

from domain.errors import Malformed
from domain.ids import OptionId
from domain.voting.answers import (
    NOT_PART,
    TWICE,
    Answer,
    Approvals,
    Choice,
    Ranking,
    Scores,
    check_answer,
)
from domain.voting.rule import APPROVED, SCORED, Method, Rule
from projections.seen import ProposalSeen
from web.forms import form, ticked

NUMBERS = TypeAdapter(dict[OptionId, int])
RANK, POINTS, PICK = "rank-", "points-", "pick"

NO_NUMBER = "Write a whole number, like 1, 2 or 3."
FROM_ONE = "The first number is 1. No number is less than that."

NOTHING = {
    "ranks": "Give your favourite number 1.",
    PICK: "Pick the ones that you like.",
    "points": "Give points to the ones that you like.",
    "dots": "Put your dots on the ones that you like.",
}


class Pressed(BaseModel):
    """One press: the answer, or the one of several that was picked."""

    answer: Choice | UUID


class Unfinished(Exception):
    """A ballot paper that has to be mended first: which part of it, and why."""

    def __init__(self, part: str, sentence: str = "") -> None:
        super().__init__(sentence or NOTHING[part])
        self.is_empty = not sentence
        self.wrong = {part: str(self)}


def pressed() -> Answer | None:
    """The answer, where one press says it all; it needs no look at what others have answered."""
    if "answer" not in request.form:
        return None
    given = form(Pressed).answer
    return given if isinstance(given, Choice) else Approvals(options=(OptionId(given),))


def answer_given(idea: ProposalSeen) -> Answer:
    """The ticks, numbers or order that were sent, as an answer to this question."""
    return answer_by(idea.terms, [one.option for one in idea.options])


def answer_by(terms: Rule | None, options: Sequence[OptionId]) -> Answer:
    """The same, to a question with these options that is decided by this rule.

    It says something, and gives no more than the rule lets one give.
    """
    part, answer = _as_sent(terms.method if terms else None)
    match answer:
        case Ranking(places=given) | Approvals(options=given) | Scores(scores=given) if not given:
            raise Unfinished(part)
    if terms is not None:
        _must_fit(terms, options, part, answer)
    return answer


def _as_sent(method: Method | None) -> tuple[str, Answer]:
    """What was sent, and which part of the ballot paper it is."""
    if method in APPROVED:
        return PICK, Approvals(options=tuple(map(OptionId, ticked(PICK))))
    if method in SCORED:
        part = "dots" if method is Method.DOTS else "points"
        return part, Scores(scores=_numbers(part, POINTS))
    return "ranks", _order()


def _numbers(part: str, prefix: str) -> dict[OptionId, int]:
    """The numbers given to options; none, and nothing at all, say the same."""
    sent = [(k.removeprefix(prefix), n) for k, n in _sent() if k.startswith(prefix) and n]
    given = dict(sent)
    if len(given) < len(sent):
        raise Unfinished(part, TWICE)
    try:
        return {option: n for option, n in NUMBERS.validate_python(given).items() if n}
    except ValidationError as problem:
        of_a_name = any(error["type"].startswith("uuid") for error in problem.errors())
        raise Unfinished(part, NOT_PART if of_a_name else NO_NUMBER) from None


def _sent() -> Iterable[tuple[str, str]]:
    """All that the form holds, and twice what it holds twice."""
    return request.form.items(multi=True)


def _order() -> Ranking:
    """The order that the numbers give, equal ones in one place."""
    ranks = _numbers("ranks", RANK)
    if any(number < 1 for number in ranks.values()):
        raise Unfinished("ranks", FROM_ONE)
    return Ranking(
        places=tuple(
            tuple(option for option, given in ranks.items() if given == number)
            for number in sorted(set(ranks.values()))
        )
    )


def _must_fit(terms: Rule, options: Sequence[OptionId], part: str, answer: Answer) -> None:
    try:
        check_answer(answer, terms, options, told=False)
    except Malformed as problem:
        raise Unfinished(part, str(problem)) from None
