"""How a meeting is told: called, held, written down, confirmed by two."""

from datetime import datetime

from domain.ids import MeetingId, StreamId
from domain.kinds import Capacity, MeetingRole
from domain.values import Apology
from web.demo.club import Club, minutes
from web.demo.dates import TODAY, Day
from web.demo.minutes import Talk
from web.demo.people import CLUB

PLACE = "The small room of the hall"
CALLED_BEFORE = 3
CALLED, NEXT = Day(TODAY, 1), Day(TODAY, -6)


def tell(club: Club, talk: Talk) -> None:
    """Put a meeting into the diary."""
    club.on(talk.day.later(-CALLED_BEFORE), 20, lambda at: _call(club, talk, at))
    club.on(talk.day, 20, lambda at: _hold(club, talk, at))
    club.on(talk.day.later(1), 12, lambda at: _confirm(club, talk, at))


def tell_of_next(club: Club) -> None:
    """Put into the diary that the next meeting was called, and what it will talk about."""
    club.on(CALLED, 20, lambda at: _call_next(club, at), 30)


def _call_next(club: Club, at: datetime) -> None:
    on = club.dates.here(NEXT, 20)
    meeting = club.does.call_meeting(club.act(club.chair, at), club.committee, on, PLACE)
    about = StreamId(club.ideas["quiz"])
    club.does.place_item(club.act(club.chair, at + minutes(5)), meeting, about)


def _call(club: Club, talk: Talk, at: datetime) -> None:
    on = club.dates.here(talk.day, 20)
    act = club.act(club.chair, at)
    club.meetings[talk.night] = club.does.call_meeting(act, club.committee, on, PLACE)


def _hold(club: Club, talk: Talk, at: datetime) -> None:
    meeting, does = club.meetings[talk.night], club.does
    does.open_meeting(club.act(club.chair, at), meeting)
    _who_is_there(club, talk, meeting, at + minutes(5))
    for late, (words, idea) in enumerate(talk.said):
        item = StreamId(club.ideas[idea]) if idea else None
        then = at + minutes(15 + 10 * late)
        does.take_note(club.act(talk.writer, then), meeting, words, item)
    end = club.act(club.chair, at + minutes(60))
    does.answer_elsewhere(end, meeting, talk.elsewhere, talk.elsewhere_words)
    does.close_meeting(end, meeting)


def _who_is_there(club: Club, talk: Talk, meeting: MeetingId, at: datetime) -> None:
    act, writer = club.act(club.chair, at), club.act(talk.writer, at)
    here = [club.people[name] for name in CLUB if name not in talk.away]
    away = [Apology(person=club.people[name], cause=why) for name, why in talk.away.items()]
    club.does.note_attendance(act, meeting, here, away)
    club.does.hold_meeting_role(act, meeting, MeetingRole.CHAIR)
    club.does.hold_meeting_role(writer, meeting, MeetingRole.MINUTES)


def _confirm(club: Club, talk: Talk, at: datetime) -> None:
    """The chair confirms, and somebody else who was there and did not write."""
    seen = club.does.position_here()
    others = [name for name in CLUB if name not in (club.chair, talk.writer, *talk.away)]
    other = others[talk.night % len(others)]
    meeting = club.meetings[talk.night]
    club.does.confirm_minutes(club.act(club.chair, at), meeting, Capacity.CHAIR, seen)
    then = club.act(other, at + minutes(90))
    club.does.confirm_minutes(then, meeting, Capacity.OTHER, seen)
