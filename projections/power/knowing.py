"""Who had what there is to know, and since when."""

from datetime import datetime

from domain.events import ProposalMade
from domain.ids import PersonId
from domain.kinds import Seat, Through
from projections.power.decisions import Decision
from projections.power.settings import Settings


def first_had(one: Decision, person: PersonId, settings: Settings | None = None) -> datetime | None:
    """When somebody first had something about it to know; with settings: in a form for everybody.

    Where nothing was handed out to anybody, the words of the idea itself were there from the day
    they were put; not before they were written down, whatever day is claimed.
    """
    shared = [paper for paper in one.papers if not paper.to or person in paper.to]
    if settings is not None:
        shared = [paper for paper in shared if paper.format in settings.accessible]
    if shared:
        return min(paper.available_from for paper in shared)
    if one.papers or one.made is None:
        return None
    return put_in_words(one.made)


def put_in_words(made: ProposalMade) -> datetime:
    """Since when people could read an idea: here when it was recorded, elsewhere as told."""
    if made.through is Through.IMPORT:
        return made.noted_at or made.occurred_at
    return max(made.occurred_at, made.recorded_at)


def in_time(one: Decision, settings: Settings) -> tuple[int, int]:
    """How many members with a vote had it in time, in a form for everybody; and how many are."""
    at = one.taken.occurred_at
    members = voting_members(one)
    if not members:
        return 0, 0
    asked = members if any(paper.to for paper in one.papers) else members[:1]
    had = (first_had(one, member, settings) for member in asked)
    notice = settings.time("F2", at)
    early = sum(since is not None and at - since >= notice for since in had)
    if len(asked) < len(members):  # what is for everybody reaches all at once
        early *= len(members)
    return early, len(members)


def reached_in_time(one: Decision, settings: Settings) -> bool:
    """Whether enough members with a vote had it early enough, in a form for everybody."""
    early, members = in_time(one, settings)
    return members > 0 and early >= settings.reached * members


def voting_members(one: Decision) -> list[PersonId]:
    """The members who could vote on it, or had a vote at the time; not who stayed out of it."""
    if one.voters:
        return [who for who, voter in one.voters.items() if voter.seat is Seat.MEMBER]
    sat = one.evidence.seats.sat(Seat.MEMBER, one.taken.occurred_at, voting=True)
    return [who for who in sat if who not in one.recused]
