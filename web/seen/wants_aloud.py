"""Writing down what somebody says aloud that they want."""

from dataclasses import dataclass, replace

from flask import g

from domain.ids import PersonId
from projections.seen import ProposalSeen
from projections.speaking import is_talked_of
from web.seen.hearing import is_asked, speaks_last, standing, wait
from web.seen.papers import OptionShown
from web.seen.people import Person, people
from web.seen.plans import Pick
from web.seen.wants import answers
from web.services import services

NOT_NOW = "We do not talk about this now. So there is nothing to write down."
WAITS = "You speak last here. So somebody else writes down what others say."
ALL_SAID = "Everyone has said it for themselves."


@dataclass(frozen=True, slots=True)
class AloudPage:
    """What ``wants_aloud.html`` shows; ``why_not`` where nothing can be written down now."""

    proposal: str
    question: str
    people: list[Person]
    answers: list[Pick | OptionShown]
    person: str
    answer: str
    why_not: str


def aloud_page(idea: ProposalSeen, who: str = "", answer: str = "") -> AloudPage:
    """Whose words can be written down: those who have not said it themselves, when it is theirs."""
    left = _whose(idea)
    return AloudPage(
        proposal=str(idea.proposal),
        question=idea.title,
        people=people(left),
        answers=[_with_picture(one) for one in answers(idea)],
        person=who,
        answer=answer,
        why_not=_why_not(idea, left),
    )


def _with_picture(one: Pick | OptionShown) -> Pick | OptionShown:
    if isinstance(one, OptionShown):
        return one
    picture = {"abstain": "unsure", "objection": "worry"}.get(one.picture, one.picture)
    return replace(one, picture=picture)


def _whose(idea: ProposalSeen) -> list[PersonId]:
    me: PersonId = g.viewer.person
    own_word = {one.person for one in standing(idea) if one.noted_by is None}
    return [
        one.person
        for one in services().directory.members(idea.committee)
        if is_asked(idea, one.person)
        and one.person not in (me, *own_word, *idea.stood_out)
        and wait(idea, one.person) is None
    ]


def _why_not(idea: ProposalSeen, left: list[PersonId]) -> str:
    if not is_talked_of(idea):
        return NOT_NOW
    if speaks_last(idea, g.viewer.person):
        return WAITS
    return "" if left else ALL_SAID
