"""A club to look at: invented people who run a club night together, from a year ago until today.

A new member of staff felt that everything was hers. A year later the jobs are shared.

Everything is written through the same commands as everything else, dated in the year before, and
in one transaction. What happened stands apart from how it is told: :mod:`first_half`,
:mod:`second_half` and :mod:`waiting` have the ideas, :mod:`rota` the jobs, :mod:`minutes` the
meetings; :mod:`turns`, :mod:`stepping_in` and :mod:`looking_back` tell what happened once.
"""

from datetime import datetime

from domain.application import Governance
from domain.ids import PersonId
from web.demo import (
    first_half,
    ideas_told,
    jobs,
    looking_back,
    meetings,
    minutes,
    second_half,
    stepping_in,
    turns,
    waiting,
)
from web.demo.club import Club
from web.demo.dates import NIGHTS
from web.demo.people import CLUB, LOOKING_ON, MARK

__all__ = ["MARK", "fill"]


def fill(governance: Governance, now: datetime) -> list[tuple[str, PersonId]]:
    """Write the demonstration into an empty log; its people, the chair first."""
    with governance.batch(at_once=True) as batch:
        club = Club(governance, now, batch)
        _tell(club)
        club.live()
    return [(name, club.people[name]) for name in (*CLUB, *LOOKING_ON)]


def _tell(club: Club) -> None:
    turns.tell(club)
    for idea in (*first_half.IDEAS, *second_half.IDEAS, *waiting.IDEAS):
        ideas_told.tell(club, idea)
    for night in range(1, NIGHTS + 1):
        jobs.tell(club, night)
    jobs.tell_of_helping(club)
    jobs.tell_of_taking_over(club)
    for talk in minutes.MEETINGS:
        meetings.tell(club, talk)
    meetings.tell_of_next(club)
    stepping_in.tell(club)
    looking_back.tell(club)
