"""What the tables hold of one idea, before anybody makes sense of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from domain.events import DecisionTaken, ProposalMade, VotingOpened
from domain.voting.rule import Rule
from projections.read_model import uid


class BallotRow(NamedTuple):
    """A ballot as it lies in its table; one without an answer took the voter's last one back."""

    proposal: bytes
    position: int
    voter: bytes
    answer: str | None
    reason: str | None
    recorded_by: bytes | None
    through: str
    recorded_at: int
    at: int


class StoodOutRow(NamedTuple):
    """Somebody who does not decide: recused, or no longer on the committee."""

    proposal: bytes
    position: int
    person: bytes
    how: str
    at: int


class ObjectionRow(NamedTuple):
    """A step in the life of a worry."""

    proposal: bytes
    position: int
    objection: bytes
    step: str
    person: bytes
    ground: str | None
    words: str | None
    at: int


class EndingRow(NamedTuple):
    """How the voting ended."""

    proposal: bytes
    position: int
    how: str
    at: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision, the question that it answers, and the rule that it was taken by."""

    made: ProposalMade
    decided: DecisionTaken
    position: int
    terms: Rule | None


@dataclass(frozen=True, slots=True)
class Told:
    """All that the tables hold of one idea."""

    made: ProposalMade
    opened: VotingOpened | None
    decided: Taken | None
    ballots: Sequence[BallotRow]
    stood_out: Sequence[StoodOutRow]
    objections: Sequence[ObjectionRow]
    endings: Sequence[EndingRow]

    def people(self, how: str) -> set[UUID]:
        """Who was recused, or left."""
        return {uid(row.person) for row in self.stood_out if row.how == how}
