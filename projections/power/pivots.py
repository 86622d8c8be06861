"""Who tipped a vote: whose answer, or whose answers together, the result hung on."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from domain.events import CastingVoteGiven
from domain.ids import PersonId
from domain.kinds import Seat
from domain.voting.answers import Answer, Choice
from domain.voting.rule import BUILT, YES_OR_NO
from projections.power.decisions import Decision, decisions
from projections.power.evidence import Ballot, Evidence
from projections.power.games import Game, game_of


@dataclass(frozen=True)
class Vote:
    """A yes-or-no vote whose answers are known, and what they came to."""

    decision: Decision
    game: Game
    answers: Mapping[PersonId, Answer]
    chair: Answer | None = None

    @property
    def ballots(self) -> list[Ballot]:
        """The ballots that tell the answers."""
        return [one for one in self.decision.ballots if one.voter in self.answers]

    @cached_property
    def carried(self) -> bool | None:
        """Whether it was carried."""
        return self.game.come_to(self.answers, self.chair)

    def tipped_alone(self) -> Counter[Seat]:
        """How many in each group would have turned the result by another answer of their own.

        Whoever has the same seat, weight and answer could do the same, so one of them is asked.
        """
        alike = Counter(self._kind(who) for who in self.answers)
        asked = {self._kind(who): who for who in self.answers}
        found: Counter[Seat] = Counter()
        for kind, who in asked.items():
            if any(self._turns({who: other}) for other in (Choice.YES, self.game.against)):
                found[self.game.voters[who].seat] += alike[kind]
        return found

    def tipped_by(self, seat: Seat) -> bool:
        """Whether it would have come out otherwise, had all of this group answered the other way.

        Whoever said neither yes nor no goes on saying so.
        """
        opposite: dict[Answer, Choice] = {Choice.YES: self.game.against}
        opposite |= {Choice.NO: Choice.YES, Choice.OBJECTION: Choice.YES}
        turned = {
            who: opposite[said]
            for who, said in self.answers.items()
            if self.game.voters[who].seat is seat and said in opposite
        }
        return self._turns(turned)

    def _turns(self, answers: Mapping[PersonId, Answer]) -> bool:
        return self.game.come_to({**self.answers, **answers}, self.chair) != self.carried

    def _kind(self, who: PersonId) -> tuple[Seat, int, Answer]:
        voter = self.game.voters[who]
        return voter.seat, voter.weight, self.answers[who]


def votes(evidence: Evidence) -> list[Vote]:
    """The yes-or-no votes of the window whose answers anybody may see."""
    return [vote for one in decisions(evidence) if (vote := _vote(one))]


def _vote(one: Decision) -> Vote | None:
    game = game_of(one)
    if game is None or one.opened is None or one.opened.secret:
        return None
    if game.terms.method not in BUILT & YES_OR_NO:
        return None
    said = {o.voter: o.answer for o in one.ballots if o.voter in game.voters}
    broken = one.stream.last(CastingVoteGiven)
    return Vote(one, game, said, broken.answer if broken else None) if said else None
