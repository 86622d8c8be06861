"""A vote that comes to its end: closed by hand, or by itself at a time that may be put off."""

from dataclasses import dataclass
from datetime import timedelta

from flask import g

from projections.seen import ProposalSeen, Stage
from web.clock import Moment
from web.seen.discreetly import sees_names
from web.seen.hands import hands_told
from web.seen.ideas import entitled, silent
from web.seen.paper import half_read
from web.seen.people import Person, people
from web.seen.plans import Pick
from web.seen.proxies import told

MORE = [(1, "One day more"), (3, "3 days more"), (7, "One week more")]


@dataclass(frozen=True, slots=True)
class ClosingPage:
    """What ``close_vote.html`` shows; ``ends`` where it closes by itself."""

    proposal: str
    question: str
    voted: int
    entitled: int
    missing: list[Person]
    half_read: int
    hands: str
    asked: list[str]
    ends: Moment | None
    later: list[Pick]


def closing_page(idea: ProposalSeen) -> ClosingPage:
    """A vote that may be closed by hand, or be open for longer than was promised."""
    hands = hands_told(idea)
    timed = idea.stage is Stage.OPEN and idea.closes_at is not None
    return ClosingPage(
        proposal=str(idea.proposal),
        question=idea.title,
        voted=len(idea.counted_ballots),
        entitled=len(entitled(idea)),
        missing=[] if hands else people(silent(idea)),
        half_read=half_read(idea) if sees_names() else 0,
        hands=hands,
        asked=told(idea),
        ends=g.clock.tell_end(idea.closes_at) if timed else None,
        later=_later(idea),
    )


def _later(idea: ProposalSeen) -> list[Pick]:
    """The value is the moment itself: pressed twice, it is still the same end, at the same hour."""
    if idea.closes_at is None:
        return []
    ends_now = idea.closes_at.astimezone(g.clock.zone)
    ends = [(ends_now + timedelta(days=days), words) for days, words in MORE]
    return [Pick(at.isoformat(), g.clock.tell_end(at).words, "clock", words) for at, words in ends]
