"""A vote ready to be counted, and the count: what every method takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.ids import OptionId, PersonId
from domain.voting.answers import Answer
from domain.voting.electorate import Voter
from domain.voting.quorum import QuorumCondition
from domain.voting.rule import Rule
from domain.voting.tally import ChoiceTally, Outcome, RankedTally


@dataclass(frozen=True)
class Poll:
    """A vote ready to be counted.

    `voters` leaves out who is recused; `ballots` are of voters only. `attended` are the voters who
    were there or voted. `open_objections` is None where the ballots alone tell.
    """

    rule: Rule
    voters: tuple[Voter, ...]
    ballots: Mapping[PersonId, Answer]
    attended: frozenset[PersonId]
    recused: tuple[Voter, ...] = ()
    options: tuple[OptionId, ...] = ()
    open_objections: int | None = None
    chair_says: Answer | None = None

    @property
    def entitled(self) -> int:
        """The votes of all who may vote."""
        return sum(voter.weight for voter in self.voters)

    @property
    def silent(self) -> int:
        """The votes of those who may vote and did not."""
        return sum(voter.weight for voter in self.voters if voter.person not in self.ballots)

    @property
    def stood_back(self) -> int:
        """The votes of those who are recused."""
        return sum(voter.weight for voter in self.recused)


@dataclass(frozen=True)
class Missed:
    """A quorum that was not met: so many took part where `needed` had to."""

    condition: QuorumCondition
    took_part: int
    needed: int


@dataclass(frozen=True)
class Explanation:
    """The numbers for a plain sentence: `numerator` of `denominator`, where `needed` were enough.

    Yes-or-no: the votes for yes, of the rule's base. Ranked: the ballots, of all who may vote.
    """

    numerator: int
    denominator: int
    needed: int
    open_objections: int = 0
    missed: tuple[Missed, ...] = ()


@dataclass(frozen=True)
class Count:
    """A vote counted. `entitled` is the votes of all who may vote, those recused left out."""

    outcome: Outcome
    tally: ChoiceTally | RankedTally
    entitled: int
    explanation: Explanation
