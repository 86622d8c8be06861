"""How the votes on a question were given: numbers, so that they can be told to everybody."""

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

from domain.events import (
    BallotCast,
    BallotWithdrawn,
    DecisionTaken,
    Event,
    HandsCounted,
    PersonRecused,
    ProposalAmended,
    VoterAdded,
    VotingClosed,
    VotingOpened,
)
from domain.ids import PersonId
from domain.kinds import Through


class Way(StrEnum):
    """How a vote was given. Each counts the same."""

    SCREEN = "on a screen"
    PAPER = "on paper"
    PROXY = "by somebody who was asked"
    HANDS = "by hand"
    NOT_STATED = "not stated"


Ways = tuple[tuple[Way, int], ...]
"""How many of the votes that count were given in each way; none of which there was none."""


def ways(told: Iterable[Event]) -> Ways:
    """Of the votes that count, from the events of one question."""
    given: dict[PersonId, Way] = {}
    voters, hands = set[PersonId](), 0
    for event in told:
        match event:
            case VotingOpened():
                voters = {voter.person for voter in event.electorate}
            case VoterAdded():
                voters.add(event.voter.person)
            case BallotCast():
                given[event.voter] = way_of(event)
            case BallotWithdrawn():
                given.pop(event.voter, None)
            case PersonRecused():
                voters.discard(event.person)
            case ProposalAmended(ballots_stand=False):
                given.clear()
            case HandsCounted():
                hands = sum(event.counts.said.values())
            case VotingClosed() | DecisionTaken():
                break
    counted = Counter(way for who, way in given.items() if who in voters)
    if hands and not counted:
        counted[Way.HANDS] = hands
    return tuple((way, counted[way]) for way in Way if counted[way])


def way_of(ballot: BallotCast) -> Way:
    """How one vote was given."""
    if ballot.slip is not None or ballot.through is Through.PAPER:
        return Way.PAPER
    if ballot.through is Through.IMPORT:
        return Way.NOT_STATED
    return Way.SCREEN if ballot.actor == ballot.voter else Way.PROXY
