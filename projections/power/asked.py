"""What waits for an answer: every question and worry once, and what answers it."""

from collections.abc import Iterator

from domain.events import (
    ObjectionAnswered,
    ObjectionRaised,
    ObjectionResolved,
    QuestionAnswered,
    QuestionAsked,
)
from projections.power.evidence import Stream

Waiting = QuestionAsked | ObjectionRaised
Answering = QuestionAnswered | ObjectionAnswered | ObjectionResolved


def first_told(stream: Stream) -> list[Waiting]:
    """Each once: a worry may be told again in better words."""
    worries = {one.objection: one for one in reversed(stream.only(ObjectionRaised))}
    return [*stream.only(QuestionAsked), *reversed(worries.values())]


def answers_to(stream: Stream, asked: Waiting) -> Iterator[Answering]:
    """All that answers it, or ends it."""
    if isinstance(asked, QuestionAsked):
        said = stream.only(QuestionAnswered)
        yield from (one for one in said if one.question == asked.question)
        return
    ends: list[ObjectionAnswered | ObjectionResolved] = [*stream.only(ObjectionAnswered)]
    ends += stream.only(ObjectionResolved)
    yield from (one for one in ends if one.objection == asked.objection)
