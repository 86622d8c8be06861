"""What may be chosen when a vote is opened, and why it may not open yet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import g

from domain.kinds import Stake
from domain.proposal.electing import NOT_FOR_PEOPLE
from domain.voting.electorate import Voter
from domain.voting.fits import problems_with
from domain.voting.nearest import nearest, suits
from domain.voting.rule import Method, Rule
from domain.voting.turns import read_by
from projections.seen import ProposalSeen
from projections.speaking import readable_since
from web.clock import Moment
from web.seen.electing import rule_told
from web.seen.people import Person, people
from web.seen.plans import Pick
from web.seen.sizes import size_of
from web.seen.terms import ALL_OUT, how_long, rule_for
from web.services import services

BY_HAND = "by hand"
NO_CHOICE = "We have no rule yet for a choice between answers. First we vote on such a rule."
NO_SIZE = "How we decide this hangs on how big it is. First say how big it is."
MORNING, AFTERNOON, EVENING = 9, 17, 20
NO_RULE = "We have not said yet how we decide."
NOT_ASKED = "Some on the list have not said yet if they want this."


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is picked before anybody pressed."""

    closes: str
    opens: str = ""


@dataclass(frozen=True, slots=True)
class OpeningPage:
    """What ``open_vote.html`` shows. Where ``not_yet`` says why, it cannot be opened now."""

    proposal: str
    question: str
    closings: list[Pick]
    openings: list[Pick]
    rule: str
    chosen: Chosen
    voters: list[Person]
    not_yet: list[str]
    opens: Moment | None
    how_long: str
    size: Pick | None = None

    @property
    def lacks_rule(self) -> bool:
        """Whether no rule of ours says how such a question is decided."""
        return any(one in self.not_yet for one in (NO_RULE, NO_CHOICE))

    @property
    def lacks_size(self) -> bool:
        """Whether somebody has to say first how big it is."""
        return NO_SIZE in self.not_yet


def opening_page(idea: ProposalSeen) -> OpeningPage:
    """The vote as it would begin now."""
    rule = rule_for(idea)
    terms = rule.terms if rule else None
    voters = _voters(idea, terms) if terms else []
    closings = _closings(terms)
    opens = _readable(idea, terms) if terms else None
    return OpeningPage(
        proposal=str(idea.proposal),
        question=idea.title,
        closings=closings,
        openings=_openings(),
        rule=rule_told(idea, terms) if terms else "",
        chosen=Chosen(_usual(closings)),
        voters=people(voter.person for voter in voters),
        not_yet=list(_not_yet(idea, terms, voters)),
        opens=g.clock.tell(opens) if opens else None,
        how_long=how_long(terms) if terms else "",
        size=size_of(idea),
    )


def _voters(idea: ProposalSeen, terms: Rule) -> list[Voter]:
    return [
        Voter(person=one.person, seat=one.seat, weight=terms.weight_of(one.person, one.seat))
        for one in services().directory.members(idea.committee)
        if one.voting and terms.lets_vote(one.seat)
    ]


def _not_yet(idea: ProposalSeen, terms: Rule | None, voters: list[Voter]) -> Iterator[str]:
    if terms is None:
        yield NO_RULE
        return
    if (idea.options or idea.election) and not suits(terms, max(len(idea.options), 1)):
        yield NO_SIZE if _hangs_on_size(idea) else NO_CHOICE
        return
    if idea.election and terms.method is Method.DEBIAN:
        yield NOT_FOR_PEOPLE
    if idea.election and not all(option.stands for option in idea.options):
        yield NOT_ASKED
    options = [option.option for option in idea.options]
    yield from terms.problems(options) or problems_with(terms, voters)
    if voters and all(voter.person in idea.stood_out for voter in voters):
        yield ALL_OUT


def _hangs_on_size(idea: ProposalSeen) -> bool:
    """Whether a rule of ours would suit it, once somebody said how big it is."""
    rules, answers = services().mandates.rules_in_force(idea.committee), max(len(idea.options), 1)
    found = [nearest(rules, idea.about, stake, answers) for stake in Stake]
    return idea.stake is None and any(one and suits(one.terms, answers) for one in found)


def _readable(idea: ProposalSeen, terms: Rule) -> datetime | None:
    """When people have had the time to read it that the rule gives them, if that lies ahead."""
    opens = read_by(terms, readable_since(idea, services().talk.about(idea.proposal)))
    return opens if opens and opens > g.clock.now else None


def _openings() -> list[Pick]:
    """Now, or one of the next mornings; the value is the moment itself."""
    mornings = (g.clock.at(day, MORNING) for day in (1, 2, 3, 7))
    later = [Pick(at.isoformat(), g.clock.tell(at).words, "clock") for at in mornings]
    return [Pick("", "Now", "vote"), *later]


def _closings(terms: Rule | None) -> list[Pick]:
    """The value is the moment itself: it stays what was read, however long the page is open."""
    least, most = (terms.least_days, terms.most_days) if terms else (None, None)
    days = [(0, EVENING, "Today"), *((d, AFTERNOON, _to_vote(d)) for d in _days(least, most))]
    ends = [(g.clock.at(day, hour), more) for day, hour, more in days]
    first = g.clock.now + timedelta(days=least or 0)
    last = g.clock.now + timedelta(days=most) if most else None
    picks = [
        Pick(at.isoformat(), g.clock.tell(at).words, "clock", more)
        for at, more in ends
        if at > g.clock.now and at >= first and (last is None or at <= last)
    ]
    if last and not picks:
        picks = [Pick(last.isoformat(), g.clock.tell(last).words, "clock", _to_vote(most or 0))]
    by_hand = Pick(BY_HAND, "When we close it", "stop", "The person who runs the meeting closes it")
    return picks if last else [*picks, by_hand]


def _days(least: int | None, most: int | None) -> list[int]:
    """The usual ones, and the first and the last that the rule lets a vote end on."""
    asked = (
        {3, 7} | ({least, least + 1} if least else set()) | ({most - 1, most} if most else set())
    )
    return sorted(day for day in asked if day > 0)


def _to_vote(days: int) -> str:
    return {1: "One day to vote", 7: "One week to vote"}.get(days, f"{days} days to vote")


def _usual(closings: list[Pick]) -> str:
    """Three days, where they may be had."""
    usual = next((pick for pick in closings if pick.more == "3 days to vote"), closings[0])
    return usual.value
