"""Who asked whom to vote for them, as a page shows it."""

from dataclasses import dataclass

from flask import g, url_for

from domain.errors import NotEligible
from domain.ids import PersonId
from projections.seen import ProposalSeen, Stage
from projections.talk_seen import ProxySeen
from web.access import may
from web.seen.ideas import entitled
from web.seen.papers import (
    OptionShown,
    allows,
    ballot_form,
    most_of,
    picked_in,
    said_in_words,
)
from web.seen.people import Person, people
from web.services import services

NOT_ASKED = "This person did not ask you to vote for them."


@dataclass(frozen=True, slots=True)
class ForOther:
    """Somebody who asked this person to vote for them, and what was voted so far."""

    person: Person
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Proxies:
    """What ``vote.html`` says of it: what all may read, and what is one's own."""

    told: list[str]
    """Who else asked whom."""
    asked: Person | None
    others: list[ForOther]
    may_ask: bool


@dataclass(frozen=True, slots=True)
class AskingPage:
    """What ``ask_vote.html`` shows."""

    proposal: str
    question: str
    people: list[Person]


@dataclass(frozen=True, slots=True)
class ForPage:
    """What ``vote_for.html`` shows; the ballot paper is as in ``slip.html``."""

    proposal: str
    question: str
    person: Person
    kind: str
    most: int
    options: list[OptionShown]
    answer: str
    allows: tuple[str, ...]


def holding(idea: ProposalSeen) -> list[ProxySeen]:
    """Who asked whom, as it stands now."""
    return [one for one in services().talk.about(idea.proposal).proxies if one.holds]


def told(idea: ProposalSeen) -> list[str]:
    """The same in sentences, for every page of the vote."""
    return [_in_words(one) for one in holding(idea)]


def proxies(idea: ProposalSeen, *, by_hand: bool) -> Proxies:
    """For whoever is asking; where hands were counted, nobody can be asked any more."""
    me: PersonId = g.viewer.person
    held, mine = holding(idea), idea.ballot_of(me)
    asked = next((one.by for one in held if one.of == me), None)
    lets = bool(idea.terms and idea.terms.proxies) and may("proposals.asking_another")
    free = mine is None and asked is None and all(one.by != me for one in held)
    return Proxies(
        told=[_in_words(one) for one in held if me not in (one.of, one.by)],
        asked=people([asked])[0] if asked else None,
        others=[_other(idea, one.of) for one in held if one.by == me and may_vote_for(idea, one)],
        may_ask=lets and free and not by_hand and idea.may_vote(me),
    )


def may_vote_for(idea: ProposalSeen, one: ProxySeen) -> bool:
    """Whether whoever was asked can vote: not where the other has voted themselves."""
    theirs = idea.ballot_of(one.of)
    return idea.stage is Stage.OPEN and (theirs is None or theirs.recorded_by == one.by)


def asking_page(idea: ProposalSeen) -> AskingPage:
    """Everybody who votes here and has asked nobody themselves."""
    me, away = g.viewer.person, {one.of for one in holding(idea)}
    others = [who for who in entitled(idea) if who != me and who not in away]
    return AskingPage(str(idea.proposal), idea.title, people(others))


def for_page(idea: ProposalSeen, voter: PersonId) -> ForPage:
    """The ballot paper of somebody who asked."""
    if not any(one.of == voter and one.by == g.viewer.person for one in holding(idea)):
        raise NotEligible(NOT_ASKED)
    theirs = idea.ballot_of(voter)
    answer = theirs.answer if theirs else None
    kind, options = ballot_form(idea, answer)
    return ForPage(
        proposal=str(idea.proposal),
        question=idea.title,
        person=people([voter])[0],
        kind=kind,
        most=most_of(idea.terms),
        options=options,
        answer=picked_in(answer),
        allows=allows(idea),
    )


def _in_words(one: ProxySeen) -> str:
    return f"{one.voter} asked {one.to} to vote for them."


def _other(idea: ProposalSeen, voter: PersonId) -> ForOther:
    theirs = idea.ballot_of(voter)
    return ForOther(
        people([voter])[0],
        said_in_words(theirs.answer, idea.options) if theirs else "",
        url_for("proposals.voting_for", proposal=idea.proposal, voter=voter),
    )
