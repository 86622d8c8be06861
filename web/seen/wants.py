"""What people want before there is a vote, as pages show it."""

from dataclasses import dataclass

from flask import g

from domain.ids import PersonId
from domain.kinds import Position
from domain.voting.say_terms import groups
from projections.seen import ProposalSeen, Stage
from projections.speaking import is_talked_of
from projections.talk_seen import PositionSeen
from web.access import may
from web.seen.discreetly import sees_names
from web.seen.hearing import (
    is_asked,
    is_shown_at_the_end,
    may_hear,
    may_speak,
    speaks_last,
    standing,
    terms_of,
    wait,
)
from web.seen.papers import OptionShown, options_of
from web.seen.people import Person, people, person
from web.seen.plans import Pick
from web.seen.terms import Wait

SAYS = {
    "yes": Position.FOR,
    "no": Position.AGAINST,
    "abstain": Position.NOT_SURE,
    "objection": Position.WORRIED,
}
"""The answers of the page: they look as those of the vote do."""
LOOKS = {position: value for value, position in SAYS.items()}
OWN_WORDS = {
    Position.FOR: "I want this",
    Position.AGAINST: "I do not want this",
    Position.NOT_SURE: "I am not sure",
    Position.WORRIED: "I have a worry",
}
NONE_OF_THESE = "I want none of these"
THEIR_WORDS = {
    Position.FOR: "Wants this",
    Position.AGAINST: "Does not want this",
    Position.NOT_SURE: "Not sure",
    Position.WORRIED: "Has a worry",
}
IN_THE_GROUP = "Who wants what stays in the group."
AT_THE_END = "What others want is shown at the end, with the votes."
FIRST_YOU = "Say what you want first. Then you see what others want."


@dataclass(frozen=True, slots=True)
class Tile:
    """What one person wants; ``way`` where somebody else wrote it down."""

    person: Person
    answer: str
    word: str
    way: str = ""


@dataclass(frozen=True, slots=True)
class Mine:
    """What this person wants, as they said it last."""

    value: str
    words: str
    picture: str
    is_worry: bool
    noted_by: str


@dataclass(frozen=True, slots=True)
class Wants:
    """What ``wants.html`` shows, and what an idea's own page takes from it."""

    proposal: str
    question: str
    answers: list[Pick | OptionShown]
    mine: Mine | None
    may_say: bool
    talks: bool
    open: bool
    wait: Wait | None
    last: str
    nobody: bool
    told: list[Tile]
    not_told: str
    may_note: bool


def wants(idea: ProposalSeen) -> Wants:
    """What this person can say of it and has said, and what they are told of others."""
    me: PersonId = g.viewer.person
    said = standing(idea)
    own = next((one for one in said if one.person == me), None)
    others = [one for one in said if one.person != me]
    told = others if sees_names() and may_hear(idea, me) else []
    talks = is_talked_of(idea)
    return Wants(
        proposal=str(idea.proposal),
        question=idea.title,
        answers=answers(idea),
        mine=_mine(own, idea) if own else None,
        may_say=may_speak(idea, me),
        talks=talks,
        open=idea.stage is Stage.OPEN,
        wait=_wait(idea, me) if talks and is_asked(idea, me) else None,
        last=_last(idea, me) if talks else "",
        nobody=sees_names() and not said,
        told=[_tile(one, idea) for one in told],
        not_told=_not_told(idea, others, told),
        may_note=talks and may("proposals.aloud") and not speaks_last(idea, me),
    )


def answers(idea: ProposalSeen) -> list[Pick | OptionShown]:
    """What somebody can say: for it or not; or for one of the answers, or for none."""
    if not idea.options:
        return [Pick(value, OWN_WORDS[said], value) for value, said in SAYS.items()]
    rest = (("no", NONE_OF_THESE), ("abstain", OWN_WORDS[Position.NOT_SURE]))
    worry = ("objection", OWN_WORDS[Position.WORRIED])
    return [
        *options_of(idea, None),
        *(Pick(value, words, value) for value, words in (*rest, worry)),
    ]


def _mine(own: PositionSeen, idea: ProposalSeen) -> Mine:
    none = idea.options and own.position is Position.AGAINST
    return Mine(
        value="option" if own.option else LOOKS[own.position],
        words=own.option_title or (NONE_OF_THESE if none else OWN_WORDS[own.position]),
        picture="first" if own.option else "",
        is_worry=own.position is Position.WORRIED,
        noted_by=own.noted_by or "",
    )


def _tile(one: PositionSeen, idea: ProposalSeen) -> Tile:
    way = f"{one.noted_by} wrote it down" if one.noted_by else ""
    if one.option and one.position is Position.FOR:
        return Tile(person(one.person), "option", one.option_title or "", way)
    none = idea.options and one.position is Position.AGAINST
    word = "Wants none of these" if none else THEIR_WORDS[one.position]
    return Tile(person(one.person), LOOKS[one.position], word, way)


def _wait(idea: ProposalSeen, me: PersonId) -> Wait | None:
    it = None if me in idea.stood_out else wait(idea, me)
    if it is None:
        return None
    who, until = groups(it.last).capitalize(), g.clock.tell(it.until) if it.until else None
    return Wait(who, people(it.others), until)


def _last(idea: ProposalSeen, me: PersonId) -> str:
    """Who says it after this person, such as "Staff"; empty where nobody waits for them."""
    terms = terms_of(idea)
    if terms is None or not terms.last or speaks_last(idea, me):
        return ""
    return groups(terms.last).capitalize()


def _not_told(idea: ProposalSeen, others: list[PositionSeen], told: list[PositionSeen]) -> str:
    """Why this person does not read what others want; empty where they do, or nobody has spoken."""
    if not sees_names():
        return IN_THE_GROUP
    if told or not others:
        return ""
    so_far = "1 person" if len(others) == 1 else f"{len(others)} people"
    return f"{so_far} said it so far. {AT_THE_END if is_shown_at_the_end(idea) else FIRST_YOU}"
