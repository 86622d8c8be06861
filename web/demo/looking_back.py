"""What they said about the record, and what became of decisions."""

from datetime import datetime
from functools import partial

from domain.kinds import Audience, Capacity, Format, Review
from web.demo.club import Club, minutes
from web.demo.dates import Day
from web.demo.people import STAFF


def tell(club: Club) -> None:
    """Put into the diary what was looked at again."""
    club.on(Day(2, 25), 11, lambda at: _dispute(club, at))
    club.on(Day(2, 25), 15, lambda at: _answer_dispute(club, at))
    club.on(Day(9, 24), 21, lambda at: _review(club, "big", Review.CHANGE, at), 15)
    club.on(Day(10, 24), 21, lambda at: _review(club, "photos", Review.KEEP, at), 15)
    club.on(Day(10, 12), 18, lambda at: _give_reason(club, at))
    club.on(Day(11, 18), 18, lambda at: _take_band_back(club, at))
    for key, by, day in (("share", "Dev", Day(2, 14)), ("ring", "Ben", Day(8, 13))):
        club.on(day, 12, partial(_confirm_and_tell, club, key, by))


def _dispute(club: Club, at: datetime) -> None:
    job = club.jobs[1, "songs"]
    club.does.flush(club.batch)
    told = club.does.events_of(job)[-1].event_id
    words = "There was a list. It was in my coat, and nobody asked me."
    club.disputed = club.does.dispute_record(club.act("Dev", at), club.committee, told, words)


def _answer_dispute(club: Club, at: datetime) -> None:
    act, words = club.act(STAFF, at), "Dev is right. I did not ask him. I am sorry."
    club.does.answer_dispute(act, club.committee, club.disputed, words, upheld=True)


def _review(club: Club, key: str, finding: Review, at: datetime) -> None:
    come_true = [club.worries[key]] if finding is Review.CHANGE else []
    act, made = club.act(club.chair, at), club.ideas[key]
    club.does.review_decision(act, made, finding, come_true=come_true)


def _give_reason(club: Club, at: datetime) -> None:
    words = "Some guests have £5 for the whole evening. We want them to have a drink as well."
    club.does.give_reason(club.act(club.chair, at), club.ideas["ticket"], words)


def _take_band_back(club: Club, at: datetime) -> None:
    act = club.act("Dev", at, "The drums do not fit through the door. We measured.")
    club.does.withdraw_proposal(act, club.ideas["band"])


def _confirm_and_tell(club: Club, key: str, other: str, at: datetime) -> None:
    made = club.ideas[key]
    club.does.confirm_decision(club.act(club.chair, at), made, capacity=Capacity.CHAIR)
    club.does.confirm_decision(club.act(other, at + minutes(20)), made)
    then = club.act(club.chair, at + minutes(30))
    club.does.tell_outcome(then, made, Audience.COMMITTEE, Format.PICTURES)
