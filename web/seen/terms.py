"""What the rule of a vote asks beside the count: who waits, how long it lasts, its end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from flask import g

from domain.ids import PersonId
from domain.voting.certain import is_certain
from domain.voting.electorate import Voter
from domain.voting.nearest import nearest
from domain.voting.rule import Rule
from domain.voting.say import condition_in_words
from domain.voting.say_terms import days, groups
from domain.voting.terms import Early
from domain.voting.turns import last_part_begins, those_before
from projections.agreed_seen import AgreedRule
from projections.seen import ProposalSeen, Stage
from web.clock import Moment
from web.seen.people import Person, people
from web.services import services

ALL_OUT = "Everyone who can vote stays out of this one. Then we cannot decide it here."


@dataclass(frozen=True, slots=True)
class Wait:
    """Why somebody who votes last cannot vote yet, for whom they wait, and until when at most."""

    who: str
    others: list[Person]
    until: Moment | None


def rule_for(idea: ProposalSeen) -> AgreedRule | None:
    """The rule by which a vote on this idea would be held now: the one that is most for it."""
    rules = services().mandates.rules_in_force(idea.committee)
    if idea.election is None:
        return nearest(rules, idea.about, idea.stake, len(idea.options))
    found = nearest(rules, idea.about, idea.stake, max(len(idea.options), 1))
    places = {"seats_to_fill": idea.election.places}
    return found and replace(found, terms=found.terms.model_copy(update=places))


# ---- While a vote is open


def wait_of(idea: ProposalSeen, me: PersonId) -> Wait | None:
    """Why this person has to let others vote first; none where they need not."""
    seat = next((voter.seat for voter in idea.voters if voter.person == me), None)
    if idea.stage is not Stage.OPEN or idea.terms is None or seat not in idea.terms.last:
        return None
    begins = idea.opened_at and last_part_begins(idea.terms, idea.opened_at, idea.closes_at)
    voted = {ballot.voter for ballot in idea.counted_ballots}
    before = those_before(idea.terms, can_vote(idea))
    others = [voter.person for voter in before if voter.person not in voted]
    if not others or (begins and g.clock.now >= begins):
        return None
    who = groups(idea.terms.last).capitalize()
    return Wait(who, people(others), g.clock.tell(begins) if begins else None)


def last_ones(idea: ProposalSeen, me: PersonId) -> str:
    """Who votes after this person, such as "Staff"; empty where nobody waits for them."""
    if idea.terms is None or not idea.terms.last:
        return ""
    seat = next((voter.seat for voter in idea.voters if voter.person == me), None)
    return "" if seat in idea.terms.last else groups(idea.terms.last).capitalize()


def can_vote(idea: ProposalSeen) -> list[Voter]:
    """Those who may vote, or have voted before they left."""
    voted = {ballot.voter for ballot in idea.counted_ballots}
    return [
        voter
        for voter in idea.voters
        if voter.person not in idea.stood_out or voter.person in voted
    ]


# ---- Its end


def may_end_early(idea: ProposalSeen) -> bool:
    """Whether the rule lets this vote end now, ahead of its time."""
    if idea.terms is None:
        return False
    answers = {ballot.voter: ballot.answer for ballot in idea.counted_ballots}
    voters = can_vote(idea)
    early = idea.terms.early
    if Early.ALL_VOTED in early and all(voter.person in answers for voter in voters):
        return True
    return Early.CERTAIN in early and is_certain(idea.terms, voters, answers)


def why_not_early(idea: ProposalSeen) -> str:
    """What has to be so before it may end ahead of its time; empty where it may not at all."""
    early = idea.terms.early if idea.terms else ()
    if Early.CERTAIN in early:
        return "It can close early when more votes cannot change what we decide. Not yet."
    if early:
        return "It can close early when all have voted. Not yet."
    return ""


def stays_open_until(idea: ProposalSeen) -> datetime | None:
    """Until when a vote without an end has to stay open, if that is still ahead."""
    if idea.terms is None or idea.opened_at is None or not idea.terms.least_days:
        return None
    until = idea.opened_at + timedelta(days=idea.terms.least_days)
    return until if until > g.clock.now else None


def quorum_so_far(idea: ProposalSeen) -> Iterator[str]:
    """Whether enough people took part, condition by condition."""
    counted = services().decisions.so_far(idea.proposal) if idea.terms else None
    if counted is None or idea.terms is None or not idea.terms.quorum:
        return
    missed = {one.condition: one for one in counted.explanation.missed}
    for condition in idea.terms.quorum:
        words = f"{condition_in_words(condition)} must take part."
        if condition in missed:
            yield f"{words} Not yet: {missed[condition].took_part or 'nobody'} did so far."
        else:
            yield f"{words} They did."


def how_long(terms: Rule) -> str:
    """How long a vote by this rule is open, for whoever picks its end; empty where it is free."""
    least, most = terms.least_days, terms.most_days
    if least and most:
        return f"Our rule: it is open for {least} to {days(most)}."
    if least:
        return f"Our rule: it is open for {days(least)} or more."
    return f"Our rule: it is open for {days(most)} at most." if most else ""
