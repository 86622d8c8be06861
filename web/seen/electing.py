"""Choosing people: who can be chosen, who wants it, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flask import g

from domain.ids import CommitteeId, PersonId
from domain.voting.rule import Rule
from domain.voting.say import rule_in_words
from domain.voting.say_people import of_people
from domain.voting.tally import Result
from projections.directory_seen import Member
from projections.seen import DecisionSeen, ElectionSeen, OptionSeen, ProposalSeen, Stage
from web.access import may
from web.seen.people import Person, may_run, people
from web.services import services

RUNS = "run the meeting"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who can be chosen; whether they said that they want it."""

    person: Person
    stands: bool
    says: str
    may_drop: bool


@dataclass(frozen=True, slots=True)
class Election:
    """What ``vote.html`` says of an election beside the vote."""

    what: str
    candidates: list[Candidate]
    not_yet: list[Person]
    too_few: str
    unopposed: str
    ask_me: bool
    i_stand: bool
    may_stand: bool
    may_name: bool
    on_list: bool


@dataclass(frozen=True, slots=True)
class Then:
    """Who waits for what they were chosen for, who has it now; who has it too, and who left."""

    waits: list[Person] = field(default_factory=list)
    has: list[Person] = field(default_factory=list)
    too: list[Person] = field(default_factory=list)
    gone: list[Person] = field(default_factory=list)
    may_fill: bool = False


@dataclass(frozen=True, slots=True)
class Elected:
    """What ``result.html`` says of it: who got which place, and what can be done now."""

    people: list[Person]
    places: str
    what: str
    then: Then


def rule_told(idea: ProposalSeen, terms: Rule) -> str:
    """How it is decided, in words that speak of people where people are chosen."""
    words = rule_in_words(terms)
    return of_people(words) if idea.is_of_people else words


def candidate(option: OptionSeen) -> Person | None:
    """Whoever this answer is, if it is a person."""
    return Person(str(option.candidate), option.title) if option.candidate else None


def election(idea: ProposalSeen) -> Election | None:
    """Who can be chosen, and what whoever looks can do about it; none for other ideas."""
    if idea.election is None:
        return None
    me, waits = g.viewer.person, idea.stage is Stage.MADE
    mine = next((one for one in idea.options if one.candidate == me), None)
    runs = waits and (me in (idea.made_by, idea.idea_by) or may_run(idea.committee, me))
    places, number = idea.election.places, len(idea.options)
    return Election(
        what=_what(idea.election),
        candidates=[_candidate(one, runs=runs) for one in idea.options if one.candidate],
        not_yet=[one for o in idea.options if not o.stands and (one := candidate(o))],
        too_few=_too_few(places, number),
        unopposed=_unopposed(places) if number == places else "",
        ask_me=waits and mine is not None and not mine.stands and may("proposals.stand"),
        i_stand=waits and mine is not None and mine.stands,
        may_stand=waits and mine is None and _could_stand(idea, me),
        may_name=runs and may("proposals.naming") and bool(others(idea)),
        on_list=mine is not None,
    )


def _candidate(option: OptionSeen, *, runs: bool) -> Candidate:
    person = candidate(option) or Person("", option.title)
    says = "wants to do it" if option.stands else "has not said yet"
    return Candidate(
        person, option.stands, says, may_drop=runs and option.candidate != g.viewer.person
    )


def _what(seen: ElectionSeen) -> str:
    """How many we pick, such as "We pick 2 people."."""
    return f"We pick {'1 person' if seen.places == 1 else f'{seen.places} people'}."


def _too_few(places: int, number: int) -> str:
    if number >= places:
        return ""
    some = {0: "Nobody is", 1: "Only 1 person is"}.get(number, f"Only {number} people are")
    return f"{some} on the list. We need {places}."


def _unopposed(places: int) -> str:
    if places == 1:
        return "Only one person is on the list. They get the place when we have voted."
    there = f"There are {places} places and {places} people."
    return f"{there} All of them get a place when we have voted."


def _could_stand(idea: ProposalSeen, me: PersonId) -> bool:
    return may("proposals.stand") and any(one.person == me for one in _able(idea))


def _able(idea: ProposalSeen) -> list[Member]:
    """Those on the committee who can get what people are chosen for."""
    members = services().directory.members(idea.committee)
    if idea.election and idea.election.seat:
        return [one for one in members if one.seat is not idea.election.seat]
    return members


def others(idea: ProposalSeen) -> list[Person]:
    """Who could be asked as well."""
    there = {one.candidate for one in idea.options}
    return people(one.person for one in _able(idea) if one.person not in there)


# ---- What came of it


def elected(idea: ProposalSeen, decision: DecisionSeen) -> Elected | None:
    """Who was chosen for what, and what is still to be done about it; none for other ideas."""
    if not idea.is_of_people:
        return None
    by = {one.option: one for one in idea.options}
    chosen = [by[one] for one in decision.outcome.options if one in by]
    return Elected(
        people=[one for o in chosen if (one := candidate(o))],
        places=_places(idea, decision, len(chosen)),
        what=_what(idea.election) if idea.election else "",
        then=_then(idea, decision, {o.candidate: one for o in chosen if (one := candidate(o))}),
    )


def _places(idea: ProposalSeen, decision: DecisionSeen, filled: int) -> str:
    places = (
        idea.election.places
        if idea.election
        else decision.terms.seats_to_fill
        if decision.terms
        else filled
    )
    if places == 1:
        return "The place is filled." if filled else "Nobody has the place yet."
    return f"{filled or 'None'} of {places} places {'is' if filled == 1 else 'are'} filled."


def _then(
    idea: ProposalSeen, decision: DecisionSeen, picked: Mapping[PersonId | None, Person]
) -> Then:
    seen = idea.election
    if seen is None or decision.outcome.result is not Result.CHOSEN or decision.reversed:
        return Then()
    members = {one.person: one.seat for one in services().directory.members(idea.committee)}
    chosen = [who for who in picked if who]
    if seen.seat:
        has = [who for who in chosen if members.get(who) is seen.seat]
        gone, too = list[PersonId](), list[PersonId]()
    else:
        holders = _holders(idea.committee, seen)
        has = [who for who in chosen if who in holders]
        gone = [who for who in chosen if who not in members]
        too = [who for who in holders if has and who not in chosen]
    waits = [who for who in chosen if who not in (*has, *gone)]
    may_fill = bool(waits) and may("proposals.fill_places")
    waiting, having, left = ([picked[who] for who in some] for some in (waits, has, gone))
    return Then(waiting, having, people(too), left, may_fill)


def _holders(here: CommitteeId, seen: ElectionSeen) -> tuple[PersonId, ...]:
    found = (one.holders for one in services().directory.roles(here) if one.role == seen.role)
    return next(found, ())
