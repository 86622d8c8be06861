"""What may be chosen when a vote is opened."""

from dataclasses import dataclass

from flask import g

from domain.voting.nearest import nearest, suits
from domain.voting.say import rule_in_words
from projections.seen import ProposalSeen
from web.seen.people import Person, people
from web.seen.plans import Pick
from web.services import services

BY_HAND = "by hand"
NO_RULE = "We have no rule yet for a choice between answers. First we vote on such a rule."
EVENING, AFTERNOON = 20, 17


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is picked before anybody pressed."""

    closes: str


@dataclass(frozen=True, slots=True)
class OpeningPage:
    """What ``open_vote.html`` shows."""

    proposal: str
    question: str
    closings: list[Pick]
    rule: str
    chosen: Chosen
    voters: list[Person]
    lacks: str = ""


def opening_page(idea: ProposalSeen) -> OpeningPage:
    """The vote as it would begin now."""
    rule = nearest(
        services().mandates.rules_in_force(idea.committee),
        idea.about,
        idea.stake,
        len(idea.options),
    )
    lacks = rule is None or (bool(idea.options) and not suits(rule.terms, len(idea.options)))
    members = services().directory.members(idea.committee)
    closings = _closings()
    return OpeningPage(
        proposal=str(idea.proposal),
        question=idea.title,
        closings=closings,
        rule=rule_in_words(rule.terms) if rule else "",
        lacks=NO_RULE if lacks else "",
        chosen=Chosen(closings[-3].value),
        voters=people(member.person for member in members if member.voting),
    )


def _closings() -> list[Pick]:
    """The value is the moment itself: it stays what was read, however long the page is open."""
    days = [
        (0, EVENING, "Today"),
        (3, AFTERNOON, "3 days to vote"),
        (7, AFTERNOON, "One week to vote"),
    ]
    ends = [(g.clock.at(day, hour), more) for day, hour, more in days]
    return [
        *(
            Pick(at.isoformat(), g.clock.tell(at).words, "clock", more)
            for at, more in ends
            if at > g.clock.now
        ),
        Pick(BY_HAND, "When we close it", "stop", "Who runs the meeting closes it"),
    ]
