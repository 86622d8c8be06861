"""How votes are given beside one's own screen, as far as one person sees and may do it."""

from dataclasses import dataclass

from flask import g

from domain.ids import PersonId
from projections.seen import BallotSeen, ProposalSeen, Stage
from projections.talk_seen import SlipSeen
from web.access import may
from web.seen.hands import hands_told, why_not
from web.seen.paper import half_read
from web.seen.people import Person, may_run, people
from web.seen.proxies import Proxies, proxies
from web.services import services


@dataclass(frozen=True, slots=True)
class Given:
    """What ``vote.html`` says of paper and hands.

    ``readers`` have read the slip on which one's own vote stands. ``ask_paper``: the voter has not
    said yet whether they read it right. ``half_read`` slips do not count yet.
    """

    hands: str
    readers: list[Person]
    ask_paper: bool
    may_read: bool
    half_read: int
    may_count: bool
    proxies: Proxies


def given(idea: ProposalSeen) -> Given:
    """For whoever is asking."""
    me: PersonId = g.viewer.person
    is_open, runs = idea.stage is Stage.OPEN, may_run(idea.committee, me)
    hands = hands_told(idea)
    slip = slip_behind(idea, idea.ballot_of(me))
    readers = [one.by for one in slip.readings if one.holds] if slip else []
    waiting = half_read(idea) if is_open and may("proposals.paper") else 0
    return Given(
        hands=hands,
        readers=people(who for who in readers if who != me),
        ask_paper=bool(slip) and is_open and me not in readers,
        may_read=is_open and not hands and may("proposals.paper") and (runs or waiting > 0),
        half_read=waiting,
        may_count=runs and is_open and may("proposals.hands") and not why_not(idea),
        proxies=proxies(idea, by_hand=bool(hands)),
    )


def slip_behind(idea: ProposalSeen, ballot: BallotSeen | None) -> SlipSeen | None:
    """The slip on which this vote stands, if it stands on one."""
    if ballot is None or ballot.slip is None:
        return None
    slips = services().talk.about(idea.proposal).slips
    return next((one for one in slips if one.slip == ballot.slip), None)


def asks_about_paper(idea: ProposalSeen, me: PersonId) -> bool:
    """Whether others wrote a vote on paper down for this person, who has not looked at it yet."""
    slip = slip_behind(idea, idea.ballot_of(me))
    return slip is not None and all(one.by != me for one in slip.readings)
