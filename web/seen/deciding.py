"""What was decided without a vote: the ways in which that can be, and what each asks for."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from flask import g

from domain.events import CommitteeFounded
from domain.ids import CommitteeId
from domain.kinds import Route, Seat
from domain.values import EventId
from domain.voting.rule import Method
from domain.voting.tally import Result
from projections.agreed_seen import AgreedRule
from projections.directory_seen import Member
from projections.meetings_seen import Phase
from projections.seen import OptionSeen, ProposalSeen
from web.seen.alone import may_cite
from web.seen.discreetly import sees_names
from web.seen.people import Person, may_run
from web.seen.plans import Pick
from web.services import services

Way = Literal["alone", "hurry", "together", "step-in", "trustees", "staff", "nobody"]
WAYS: dict[Way, tuple[str, str, str]] = {
    "alone": ("Some of us decided it alone", "take", "We had agreed that they may."),
    "hurry": ("It could not wait", "clock", "All of us say later if we agree."),
    "together": ("We talked until all were fine", "talk", "This is how we decide."),
    "step-in": ("I stepped in", "safety", "It was to keep people safe."),
    "trustees": ("The trustees decided it", "paper", "We write down what they said."),
    "staff": ("Staff decided it alone", "person", "We had not agreed to that."),
    "nobody": ("Nobody knows how", "unsure", "It was decided, and we write it down."),
}
WITH_DECIDERS, BY_A_RIGHT = ("alone", "hurry", "staff"), ("alone", "hurry", "step-in", "trustees")
BY_RULE = {Method.CONSENT: Route.CONSENT, Method.CONSENSUS: Route.CONSENSUS}
ALONE = {frozenset({True}): Route.DELEGATED_STAFF, frozenset({False}): Route.DELEGATED_MEMBER}
IN_TWO_WEEKS, A_FEW = timedelta(days=14), 10


@dataclass(frozen=True, slots=True)
class WithoutVotePage:
    """What ``without_vote.html`` and its forms ask."""

    proposal: str
    title: str
    options: list[Pick]
    ways: list[Pick]
    people: list[Person]
    rights: list[Pick]
    ratify_by: date
    meets: str
    asks_who: bool
    asks_right: bool


def without_vote_page(
    committee: CommitteeId, idea: ProposalSeen | None, way: Way | None
) -> WithoutVotePage:
    """The ways that are open to whoever looks; with one of them, what it needs."""
    meeting = _next_meeting(committee)
    return WithoutVotePage(
        proposal=str(idea.proposal) if idea else "",
        title=idea.title if idea else "",
        options=_answers(idea.options if idea else ()),
        ways=[Pick(one, *WAYS[one]) for one in _ways(committee)],
        people=_people(committee) if way in WITH_DECIDERS else [],
        rights=_rights(committee, way),
        ratify_by=meeting or g.clock.today + IN_TWO_WEEKS,
        meets=g.clock.tell_day(meeting).words if meeting else "",
        asks_who=way in WITH_DECIDERS and sees_names(),
        asks_right=way in BY_A_RIGHT,
    )


def route_of(committee: CommitteeId, way: Way, deciders: list[Seat]) -> Route:
    """How it was decided, as the log calls it."""
    match way:
        case "alone":
            staff = frozenset(seat is Seat.STAFF for seat in deciders)
            return ALONE.get(staff, Route.DELEGATED_JOINT)
        case "together":
            rule = _without_votes(committee)
            return BY_RULE[rule.terms.method] if rule else Route.CONSENSUS
        case "hurry":
            return Route.URGENT
        case "step-in":
            return Route.STEP_IN
        case "trustees":
            return Route.TRUSTEES
        case "staff":
            return Route.STAFF_ALONE
        case "nobody":
            return Route.UNDOCUMENTED


def rule_for(committee: CommitteeId) -> EventId | None:
    """The rule by which we all decide without a vote, where we have one."""
    found = _without_votes(committee)
    return found.event if found else None


def seats(committee: CommitteeId) -> dict[str, Seat]:
    """What each of us sits here as."""
    return {str(one.person): one.seat for one in _members(committee)}


def _ways(committee: CommitteeId) -> list[Way]:
    me = g.viewer.person
    hidden: set[Way] = set()
    if not (_without_votes(committee) and may_run(committee, me)):
        hidden.add("together")
    if not _rights(committee, "step-in"):
        hidden.add("step-in")
    if above(committee) is None:
        hidden.add("trustees")
    return [way for way in WAYS if way not in hidden]


def _without_votes(committee: CommitteeId) -> AgreedRule | None:
    rules = services().mandates.rules_in_force(committee)
    return next((one for one in rules if one.terms.method in BY_RULE), None)


def _rights(committee: CommitteeId, way: Way | None) -> list[Pick]:
    """What a decision of this kind may rest on."""
    match way:
        case "alone" | "hurry":
            return [one for one in may_cite(committee) if one.picture != WAYS["step-in"][1]]
        case "step-in":
            return [one for one in may_cite(committee) if one.picture == WAYS["step-in"][1]]
        case "trustees":
            over_us = above(committee)
            return _decided_there(over_us) if over_us else []
        case _:
            return []


def above(committee: CommitteeId) -> CommitteeId | None:
    """The committee that this one answers to."""
    every = services().directory.committees()
    seen = next(one for one in every if one.committee == committee)
    founded = services().governance.event(seen.event)
    return founded.answers_to if isinstance(founded, CommitteeFounded) else None


def _decided_there(above: CommitteeId) -> list[Pick]:
    """The latest things to which the committee above said yes."""
    yes = {Result.ADOPTED, Result.CHOSEN}
    found = services().decisions.latest(above, A_FEW, before=None, results=yes)
    days = [g.clock.tell(one.decided_at, to_the_day=True).words for one in found]
    return [
        Pick(one.event, one.title, "decided", f"They decided this on {day}.")
        for one, day in zip(found, days, strict=True)
    ]


def _answers(options: tuple[OptionSeen, ...]) -> list[Pick]:
    if options:
        return [Pick(str(one.option), one.title, "first") for one in options]
    return [Pick("yes", "Yes", "yes"), Pick("no", "No", "no")]


def _people(committee: CommitteeId) -> list[Person]:
    if not sees_names():
        return []
    return [Person(str(one.person), one.name) for one in _members(committee)]


def _members(committee: CommitteeId) -> list[Member]:
    return services().directory.members(committee)


def _next_meeting(committee: CommitteeId) -> date | None:
    waiting = services().meetings.waiting(committee)
    days = [one.on.day for one in waiting if one.on and one.phase is not Phase.OPEN]
    return next((day for day in sorted(days) if day >= g.clock.today), None)
