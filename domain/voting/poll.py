"""A vote ready to be counted, and the count: what every method takes and gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from uuid import UUID

from domain.ids import OptionId, PersonId
from domain.kinds import Seat
from domain.voting.answers import Answer
from domain.voting.electorate import Voter
from domain.voting.quorum import QuorumCondition
from domain.voting.rule import Rule
from domain.voting.tally import ChoiceTally, OptionTally, Outcome, RankedTally


@dataclass(frozen=True)
class Poll:
    """A vote ready to be counted.

    `voters` leaves out who is recused; `ballots` are of voters only. `attended` are the voters who
    were there or voted. `open_objections` is None where the ballots alone tell. `folded` says of a
    voter who stands for several equal ones how many they are, and `names` what a lot calls an
    option that has another name than its id. `beyond` is why the mandate does not cover this.
    """

    rule: Rule
    voters: tuple[Voter, ...]
    ballots: Mapping[PersonId, Answer]
    attended: frozenset[PersonId]
    recused: tuple[Voter, ...] = ()
    options: tuple[OptionId, ...] = ()
    open_objections: int | None = None
    chair_says: Answer | None = None
    folded: Mapping[PersonId, int] = field(default_factory=dict)
    names: Mapping[UUID, str] = field(default_factory=dict)
    beyond: str | None = None

    def people(self, voter: Voter) -> int:
        """How many people a voter stands for: one, unless equal ballots are folded."""
        return self.folded.get(voter.person, 1)

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
class Within:
    """What the people of one seat said, where they have to agree as well."""

    seat: Seat
    yes: int
    base: int
    needed: int

    @property
    def agree(self) -> bool:
        """Whether they reached the share by themselves."""
        return self.yes >= self.needed


@dataclass(frozen=True)
class Explanation:
    """The numbers for a plain sentence: `numerator` of `denominator`, where `needed` were enough.

    Yes-or-no: the votes for yes, of the rule's base. Options: the ballots, of all who may vote.
    `stood_aside` and `objected` are told where all have to be able to live with it.
    """

    numerator: int
    denominator: int
    needed: int
    open_objections: int = 0
    missed: tuple[Missed, ...] = ()
    stood_aside: tuple[PersonId, ...] = ()
    objected: tuple[PersonId, ...] = ()
    within: tuple[Within, ...] = ()
    beyond: str | None = None


@dataclass(frozen=True)
class Round:
    """One step of a count: what each option had, and what that led to.

    `votes` may be parts of votes where votes move on. `needed` is what was enough, where the
    method has such a number. `tied` are those that the numbers could not tell apart. `why` is a
    sentence for everybody, which names no option.
    """

    votes: Mapping[OptionId, int | Fraction]
    why: str
    needed: int | Fraction | None = None
    elected: tuple[OptionId, ...] = ()
    dropped: tuple[OptionId, ...] = ()
    tied: tuple[OptionId, ...] = ()


@dataclass(frozen=True)
class Count:
    """A vote counted. `entitled` is the votes of all who may vote, those recused left out.

    `rounds` are its steps, first to last; a yes-or-no question has none.
    """

    outcome: Outcome
    tally: ChoiceTally | OptionTally | RankedTally
    entitled: int
    explanation: Explanation
    rounds: tuple[Round, ...] = ()
