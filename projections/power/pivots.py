"""Who tipped a vote: whose answer, or whose answers together, the result hung on."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from domain.events import CastingVoteGiven
from domain.ids import PersonId
from domain.kinds import Seat
from domain.voting.answers import Answer, Choice
from domain.voting.rule import YES_OR_NO
from projections.power.ballots import Ballot
from projections.power.decisions import Decision, decisions
from projections.power.evidence import Evidence
from projections.power.games import Game, Kind, game_of


@dataclass(frozen=True)
class Vote:
    """A yes-or-no vote whose answers are known, and what they came to."""

    decision: Decision
    game: Game
    answers: Mapping[PersonId, Answer]
    chair: Answer | None = None

    def by_seat(self) -> dict[Seat, list[Ballot]]:
        """The ballots that tell the answers, of each group."""
        found: dict[Seat, list[Ballot]] = {}
        voters = self.game.voters
        for one, seat in self.decision.seated:
            if seat is not None and one.voter in voters:
                found.setdefault(seat, []).append(one)
        return found

    @cached_property
    def crowd(self) -> Counter[Kind]:
        """How many of each kind answered what."""
        return self.game.crowd(self.answers)

    @cached_property
    def carried(self) -> bool | None:
        """Whether it was carried."""
        return self.game.carries(self.crowd, self.chair)

    def tipped_alone(self) -> Counter[Seat]:
        """How many in each group would have turned the result by another answer of their own.

        Whoever is of the same kind could do the same, so one of them is asked. What was carried is
        turned only by going against it, and what was not by yes.
        """
        other = self.game.against if self.carried else Choice.YES
        found: Counter[Seat] = Counter()
        for kind, many in self.crowd.items():
            if kind.answer is not None and kind.answer is not other:
                moved = Counter({kind._replace(answer=other): 1})
                if self._turns(self.crowd - Counter({kind: 1}) + moved):
                    found[kind.seat] += many
        return found

    def tipped_by(self, seat: Seat) -> bool:
        """Whether it would have come out otherwise, had all of this group answered the other way.

        Whoever said neither yes nor no goes on saying so.
        """
        turned: Counter[Kind] = Counter()
        for kind, many in self.crowd.items():
            turned[self._other_way(kind) if kind.seat is seat else kind] += many
        return self._turns(turned)

    def _other_way(self, kind: Kind) -> Kind:
        if kind.answer is Choice.YES:
            return kind._replace(answer=self.game.against)
        if kind.answer in (Choice.NO, Choice.OBJECTION):
            return kind._replace(answer=Choice.YES)
        return kind

    def _turns(self, crowd: Counter[Kind]) -> bool:
        return crowd != self.crowd and self.game.carries(crowd, self.chair) != self.carried


def votes(evidence: Evidence) -> list[Vote]:
    """The yes-or-no votes of the window whose answers anybody may see."""
    return [vote for one in decisions(evidence) if (vote := _vote(one))]


def _vote(one: Decision) -> Vote | None:
    game = game_of(one)
    if game is None or one.opened is None or one.opened.secret:
        return None
    if game.terms.method not in YES_OR_NO:
        return None
    said = {o.voter: o.answer for o in one.ballots if o.voter in game.voters}
    broken = one.stream.last(CastingVoteGiven)
    return Vote(one, game, said, broken.answer if broken else None) if said else None
