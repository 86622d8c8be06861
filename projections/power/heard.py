"""What members said about a question before it was decided, what it changed, and who was told."""

from collections.abc import Iterator

from domain.events import (
    Event,
    ObjectionRaised,
    OutcomeTold,
    PaperShared,
    PositionVoiced,
    ProposalAmended,
    QuestionAsked,
)
from domain.kinds import Audience
from domain.values import Actor
from projections.power.ballots import Ballot
from projections.power.decisions import Decision
from projections.power.evidence import Fact
from projections.power.settings import Settings

HEARS = frozenset({Audience.COMMITTEE, Audience.PUBLIC})
"""Told to these, the members hear it too."""
INPUT = (PositionVoiced, QuestionAsked, ObjectionRaised)


def is_member(one: Decision, who: Actor | None, fact: Fact) -> bool:
    """Whether somebody sat as a member when this happened."""
    return one.evidence.seats.is_member(who, fact.occurred_at)


def input_of_members(one: Decision) -> list[Fact]:
    """What members had said or voted about it before it was decided, and that it was their idea."""
    return [*_words_of_members(one), *(fact for fact in one.answered if _is_members(one, fact))]


def _words_of_members(one: Decision) -> list[Event]:
    said: list[Event] = [fact for kind in INPUT for fact in one.stream.only(kind)]
    said += one.amendments
    if one.made and is_member(one, one.idea_by, one.made):
        said.append(one.made)
    return [fact for fact in said if _is_before(one, fact) and _is_members(one, fact)]


def _is_before(one: Decision, fact: Fact) -> bool:
    return fact.originator_version < one.taken.originator_version


def _is_members(one: Decision, fact: Fact) -> bool:
    return fact is one.made or is_member(one, _whose(fact), fact)


def _whose(fact: Fact) -> Actor | None:
    if isinstance(fact, Ballot):
        return fact.voter
    if isinstance(fact, PositionVoiced | QuestionAsked | ObjectionRaised):
        return fact.person
    return fact.actor


def changed_by_members(one: Decision) -> list[ProposalAmended]:
    """The changes of its words that name something a member had said."""
    said = {fact.event_id for fact in _words_of_members(one)} if one.amendments else set()
    return [o for o in one.amendments if said.intersection(o.because_of)]


def begun_by_members(one: Decision) -> bool:
    """Whether it was a member’s idea, or a member wrote it down."""
    made = one.made
    if made is None:
        return False
    return any(is_member(one, who, made) for who in (one.idea_by, made.drafted_by))


def options_by_members(one: Decision) -> bool:
    """Whether a member put one of its answers, or wrote or changed its words."""
    made = one.made
    if made is None:
        return False
    wrote: list[tuple[Actor | None, Fact]] = [(made.drafted_by or made.actor, made)]
    wrote += [(option.author, made) for option in made.options]
    for change in one.amendments:
        wrote.append((change.actor, change))
        wrote += [(option.author, change) for option in change.options or ()]
    return any(is_member(one, who, fact) for who, fact in wrote)


def told_members(one: Decision, settings: Settings) -> list[Event]:
    """How members were told of it: before, or soon enough after."""
    last = one.taken.occurred_at + settings.time("F4", one.taken.occurred_at)
    return [event for event in _told(one) if event.occurred_at <= last]


def _told(one: Decision) -> Iterator[Event]:
    for paper in one.stream.only(PaperShared):
        if not paper.to or any(is_member(one, who, paper) for who in paper.to):
            yield paper
    yield from (told for told in one.stream.only(OutcomeTold) if told.to in HEARS)
