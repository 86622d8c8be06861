"""Who had what there is to know, and since when."""

from datetime import datetime

from domain.ids import PersonId
from domain.kinds import Seat
from projections.power.decisions import Decision
from projections.power.settings import Settings


def first_had(one: Decision, person: PersonId, settings: Settings | None = None) -> datetime | None:
    """When somebody first had something about it to know; with settings: in a form for everybody.

    Where nothing was handed out, the words of the idea itself were there from the day it was put.
    """
    shared = [paper for paper in one.papers if not paper.to or person in paper.to]
    if settings is not None:
        shared = [paper for paper in shared if paper.format in settings.accessible]
    if shared:
        return min(paper.available_from for paper in shared)
    if one.papers or one.made is None:
        return None
    return one.made.occurred_at


def in_time(one: Decision, settings: Settings) -> tuple[int, int]:
    """How many members with a vote had it in time, in a form for everybody; and how many are."""
    at = one.taken.occurred_at
    members = one.evidence.seats.sat(Seat.MEMBER, at, voting=True)
    if not members:
        return 0, 0
    if any(paper.to for paper in one.papers):
        had = [first_had(one, member, settings) for member in members]
    else:  # what is for everybody reaches all at once
        had = [first_had(one, members[0], settings)] * len(members)
    early = sum(since is not None and at - since >= settings.notice for since in had)
    return early, len(members)


def reached_in_time(one: Decision, settings: Settings) -> bool:
    """Whether enough members with a vote had it early enough, in a form for everybody."""
    early, members = in_time(one, settings)
    return members > 0 and early >= settings.reached * members
