"""A crowd that votes on one idea, and how its ballots are found again."""

from pathlib import Path
from typing import Any
from uuid import UUID

from domain.application import Governance
from domain.events import BallotCast, DecisionTaken, VotingClosed
from domain.ids import PersonId
from domain.voting.tally import ChoiceTally
from tests.domain.whole import must_be_whole
from tests.facts import IDEA, a_club, made, opened
from tests.scenario import governing, history, record


def person(number: int) -> PersonId:
    """The nth of the crowd."""
    return PersonId(UUID(int=0xC20D << 112 | number))


def crowd(folder: Path, number: int, **voting: Any) -> None:
    """A vote that so many people may take part in."""
    with governing(folder) as governance:
        electorate = [person(n) for n in range(number)]
        record(governance, [*a_club(), made(), opened(people=electorate, **voting)])


def ballots(governance: Governance) -> list[BallotCast]:
    """Every ballot there is, in the order of the log."""
    return [event for event in history(governance) if isinstance(event, BallotCast)]


def must_count_exactly(folder: Path, answered: int) -> None:
    """The vote is closed and decided once, and each vote that was answered is in it."""
    with governing(folder) as governance:
        events = governance.events_of(IDEA)
        kinds = [type(event) for event in events]
        end = kinds.index(VotingClosed)
        assert kinds[end:] == [VotingClosed, DecisionTaken]
        assert kinds.count(BallotCast) == answered
        decision = events[-1]
        assert isinstance(decision, DecisionTaken)
        assert isinstance(decision.tally, ChoiceTally)
        assert decision.tally.yes == answered
    must_be_whole(folder)
