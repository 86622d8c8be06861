"""The one time that staff stepped in: why, who was told, what others found."""

from datetime import datetime

from domain.ids import StreamId
from domain.kinds import Audience, Finding, Format, LineKind, StepInGround
from web.demo.club import Club, Line, minutes
from web.demo.dates import Day
from web.demo.people import OUTSIDE, STAFF

NIGHT = 7
WHY = (
    "The side door is our fire door, and builders have put sand in front of it. "
    "In a fire forty people could not get out."
)
LINE = Line("Safe", LineKind.SAFETY, "The side door is shut. 30 guests at most tonight.")
REVIEWERS = ("Asha", "Cara", OUTSIDE)
FOUND = (
    "It was right to let fewer people in. It was not right that we heard it from the guests. "
    "Asha was five minutes away."
)


def tell(club: Club) -> None:
    """Put the step-in into the diary, from the afternoon of the night to its review."""
    night = Day(NIGHT, 0)
    club.on(night, 16, lambda at: _step_in(club, at), 30)
    club.on(night, 19, lambda at: _tell(club, Audience.COMMITTEE, Format.SPOKEN, at), 30)
    club.on(night.later(1), 9, lambda at: _lift(club, at), 30)
    club.on(night.later(1), 11, lambda at: _tell(club, Audience.TRUSTEES, Format.LETTER, at))
    club.on(night.later(1), 12, lambda at: _tell(club, Audience.COMMITTEE, Format.EASY_READ, at))
    club.on(Day(NIGHT + 1, 24), 21, lambda at: _review(club, at), 15)


def _step_in(club: Club, at: datetime) -> None:
    club.step_in = club.does.step_in(
        club.act(STAFF, at, WHY),
        club.committee,
        StepInGround.HARM,
        less_restrictive_tried=True,
        touches=[StreamId(club.plans[NIGHT])],
        ends=club.dates.at(Day(NIGHT, -1), 12),
    )
    granted = club.does.grant_of(club.committee, club.step_in)
    club.write(NIGHT, LINE, STAFF, at + minutes(5), granted)


def _tell(club: Club, to: Audience, how: Format, at: datetime) -> None:
    club.does.tell_step_in(club.act(STAFF, at), club.committee, club.step_in, to, how)


def _lift(club: Club, at: datetime) -> None:
    act = club.act(STAFF, at, "The builders took the sand away.")
    club.does.lift_step_in(act, club.committee, club.step_in)


def _review(club: Club, at: datetime) -> None:
    reviewers = [club.people[name] for name in REVIEWERS]
    act = club.act(REVIEWERS[0], at, FOUND)
    club.does.review_step_in(act, club.committee, club.step_in, Finding.PARTLY, reviewers)
