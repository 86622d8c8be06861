"""What people ask about an idea, what is answered, and what better words can answer to."""

from dataclasses import dataclass

from flask import g

from projections.seen import ProposalSeen, Stage
from projections.talk_seen import QuestionSeen
from web.clock import Moment
from web.seen.people import Person, person
from web.seen.plans import Pick
from web.services import services

AS_SHOWN = 60
"""So many letters of a question are enough to know which it is."""


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """One answer to a question, and who gave it."""

    by: str
    words: str


@dataclass(frozen=True, slots=True)
class QuestionTold:
    """A question with every answer to it."""

    id: str
    by: Person
    words: str
    on: Moment
    answers: list[AnswerTold]


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    """What ``questions.html`` shows."""

    proposal: str
    question: str
    told: list[QuestionTold]
    may_ask: bool


def questions_page(idea: ProposalSeen) -> QuestionsPage:
    """Everything that was asked about an idea, what nobody has answered yet coming first."""
    asked = services().talk.about(idea.proposal).questions
    return QuestionsPage(
        proposal=str(idea.proposal),
        question=idea.title,
        told=[_told(one) for one in sorted(asked, key=lambda one: bool(one.answers))],
        may_ask=idea.stage not in (Stage.WITHDRAWN, Stage.DECLINED),
    )


def because_of(idea: ProposalSeen) -> list[Pick]:
    """What somebody said about an idea that new words can answer to: worries and questions."""
    worries = [
        Pick(str(one.objection), f"{one.name} had a worry", "worry", _short(one.words or ""))
        for one in idea.objections
    ]
    asked = services().talk.about(idea.proposal).questions
    questions = [
        Pick(one.asked.event, f"{one.asked.by} asked", "ask", _short(one.asked.words or "…"))
        for one in asked
    ]
    return [*worries, *questions]


def _told(one: QuestionSeen) -> QuestionTold:
    return QuestionTold(
        id=str(one.question),
        by=person(one.person),
        words=one.asked.words or "…",
        on=g.clock.tell(one.asked.at),
        answers=[AnswerTold(said.by, said.words or "…") for said in one.answers],
    )


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= AS_SHOWN else f"{line[:AS_SHOWN]} …"
