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
from web.seen.terms import may_end_early, quorum_so_far, stays_open_until, why_not_early

MORE = [(1, "One day more"), (3, "3 days more"), (7, "One week more")]


@dataclass(frozen=True, slots=True)
class ClosingPage:
    """What ``close_vote.html`` shows; ``ends`` where it closes by itself.

    ``stays`` is until when it has to stay open, where it has no end; ``early`` whether it may
    close ahead of its time all the same, and ``why_not_early`` what that hangs on.
    """

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
    quorum: list[str]
    stays: Moment | None
    early: bool
    why_not_early: str
    nobody_left: bool


def closing_page(idea: ProposalSeen) -> ClosingPage:
    """A vote that may be closed by hand, or be open for longer than was promised."""
    hands = hands_told(idea)
    timed = idea.stage is Stage.OPEN and idea.closes_at is not None
    stays = None if timed else stays_open_until(idea)
    early = (timed or stays is not None) and may_end_early(idea)
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
        quorum=list(quorum_so_far(idea)),
        stays=g.clock.tell(stays) if stays else None,
        early=early,
        why_not_early=why_not_early(idea),
        nobody_left=idea.stage is Stage.OPEN and not entitled(idea),
    )


def _later(idea: ProposalSeen) -> list[Pick]:
    """The value is the moment itself: pressed twice, it is still the same end, at the same hour.

    No end is offered that the rule of the vote does not let it have.
    """
    if idea.closes_at is None:
        return []
    ends_now = idea.closes_at.astimezone(g.clock.zone)
    ends = [(ends_now + timedelta(days=days), words) for days, words in MORE]
    most = idea.terms.most_days if idea.terms else None
    if most is not None and idea.opened_at is not None:
        last = idea.opened_at + timedelta(days=most)
        ends = [(at, words) for at, words in ends if at <= last]
    return [Pick(at.isoformat(), g.clock.tell_end(at).words, "clock", words) for at, words in ends]
