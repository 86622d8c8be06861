"""What a rule does to each seat's power: exact, since the rule itself is asked how each vote ends.

Everybody who may vote is taken to be there. This is about the rule and not about what people do.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from math import comb, prod
from uuid import UUID

from domain.errors import Malformed
from domain.ids import PersonId
from domain.kinds import Seat
from domain.voting.answers import Answer
from domain.voting.count import count
from domain.voting.electorate import Voter, a_voter
from domain.voting.quorum import OverDefault
from domain.voting.roll_call import State, strengths
from domain.voting.rule import Method, Rule
from domain.voting.sides import WANTED, Side, answer_of, options_of, sides_of
from domain.voting.strength import Strengths
from domain.voting.tally import Result

TOO_MANY = 200_000
"""Places at which a roll call can stand that take half a minute to go through."""


@dataclass(frozen=True)
class Alike:
    """So many people whose votes count the same. `breaks_ties`: the one who runs the meeting."""

    seat: Seat
    number: int = 1
    weight: int = 1
    breaks_ties: bool = False


Placed = tuple[Alike, int, Side | None]
"""Those who are alike, how many of them, and on which side; none is away."""


@dataclass(frozen=True)
class RuleGame:
    """A rule, and who may vote by it. Whoever is `away` may vote too, and says nothing."""

    rule: Rule
    players: tuple[Alike, ...]
    away: tuple[Alike, ...] = ()

    def problems(self) -> Iterator[str]:
        """Why it cannot be told what this rule does, as sentences; none where it can."""
        yield from self.rule.problems()
        if not any(one.number * one.weight for one in self.players):
            yield "A rule needs somebody who can vote by it."
        elif any(one.number < 1 or one.weight < 0 for one in self.players):
            yield "Name at least one person of each kind, and weights that are not below nothing."
        elif self.rule.method is Method.DELEGATED:
            yield "By this rule those decide who were asked to. There is no vote to count."
        elif self.steps > TOO_MANY:
            yield "These are too many people to be counted exactly."

    @property
    def is_known(self) -> bool:
        """Whether the program can tell what this rule lets anybody do."""
        return self.rule.method is not Method.DELEGATED

    @property
    def steps(self) -> int:
        """At how many places a roll call of all can stand: the time that strengths take."""
        ways = len(sides_of(self.rule))
        return prod(comb(one.number + ways, ways) for one in self.players)

    @property
    def can_ever_pass(self) -> bool:
        """Whether anything passes though all say yes."""
        return self.can_pass([one.number for one in self.players])

    def on(self, *seats: Seat) -> list[int]:
        """All who sit on these seats: how many of each who are alike."""
        return [one.number if one.seat in seats else 0 for one in self.players]

    def one(self, which: int) -> list[int]:
        """A single one of those at this place."""
        return [int(place == which) for place in range(len(self.players))]

    def can_pass(self, mine: Sequence[int]) -> bool:
        """Whether so many of each get what they want, if the others say no or stay away."""
        others = self._rest(mine)
        return self._weigh(mine) and all(
            self._ends([*self._all(mine, Side.FOR), *placed]) for placed in self._resist(others)
        )

    def can_block(self, mine: Sequence[int]) -> bool:
        """Whether so many of each stop what all others want, by their no or by staying away."""
        others = self._rest(mine)
        return self._weigh(mine) and not all(
            self._ends([*self._all(others, Side.FOR), *placed]) for placed in self._resist(mine)
        )

    def strengths(self) -> Strengths:
        """How strong one vote of each is, and how easily something is decided."""
        if problems := list(self.problems()):
            raise Malformed(" ".join(problems))
        return _strengths(self.rule.model_dump_json(), self.players, self.away)

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        return sides_of(self.rule)

    @cached_property
    def _enough_are_here(self) -> bool:
        """Whether the quorum is met when all are here who are not away."""
        return self.can_ever_pass

    def passes(self, state: State) -> bool:
        """How it ends; who is on one side votes as one, since a quorum alone counts heads."""
        if not self._enough_are_here:
            return False
        placed = (
            (one, some, side)
            for one, voted in zip(self.players, state, strict=True)
            for some, side in zip(voted, self.sides, strict=True)
        )
        return _carries(self._without_quorum, [_as_one(*each) for each in placed])

    def _ends(self, placed: Iterable[Placed]) -> bool:
        away = ((one, one.number, None) for one in self.away)
        return _carries(self.rule, [*placed, *away])

    def _rest(self, mine: Sequence[int]) -> list[int]:
        return [one.number - some for one, some in zip(self.players, mine, strict=True)]

    def _weigh(self, mine: Sequence[int]) -> bool:
        return any(some * one.weight for one, some in zip(self.players, mine, strict=True))

    def _all(self, some: Sequence[int], side: Side | None) -> list[Placed]:
        return [(one, many, side) for one, many in zip(self.players, some, strict=True)]

    def _resist(self, some: Sequence[int]) -> Iterator[list[Placed]]:
        """Every way in which those of each seat say no, or stay away, all of them alike."""
        seats = sorted({one.seat for one, many in zip(self.players, some, strict=True) if many})
        for sides in product((Side.AGAINST, None), repeat=len(seats)):
            on = dict(zip(seats, sides, strict=True))
            yield [(one, many, on.get(one.seat)) for one, many, _ in self._all(some, None)]

    @cached_property
    def _without_quorum(self) -> Rule:
        kept = tuple(one for one in self.rule.quorum if isinstance(one, OverDefault))
        return self.rule.model_copy(update={"quorum": kept})


@lru_cache(maxsize=1_000)
def _strengths(rule: str, players: tuple[Alike, ...], away: tuple[Alike, ...]) -> Strengths:
    """Worked out once: of the same rule, as JSON, and the same people the same always comes."""
    game = RuleGame(Rule.model_validate_json(rule), players, away)
    return strengths([one.number for one in players], len(game.sides), game.passes)


def _as_one(one: Alike, some: int, side: Side | None) -> Placed:
    """One voter with the votes of some who are on one side."""
    return Alike(one.seat, 1, one.weight * some, one.breaks_ties), min(some, 1), side


def _carries(rule: Rule, placed: Sequence[Placed]) -> bool:
    """Whether the vote says yes, or chooses what is wanted, where people stand like this."""
    said: dict[PersonId, Answer | None] = {}
    voters: list[Voter] = []
    chair: Answer | None = None
    for one, some, side in placed:
        answer = None if side is None else answer_of(rule, side)
        chair = answer if one.breaks_ties and some else chair
        for _ in range(some):
            voters.append(a_voter(_somebody(len(voters)), one.seat, one.weight))
            if side is not None:
                said[voters[-1].person] = answer
    return _wanted(rule, voters, said, chair)


def _wanted(
    rule: Rule,
    voters: Sequence[Voter],
    said: Mapping[PersonId, Answer | None],
    chair: Answer | None,
) -> bool:
    found = count(
        rule,
        electorate=voters,
        ballots={who: answer for who, answer in said.items() if answer is not None},
        options=options_of(rule),
        present=said.keys(),
        chair_says=chair,
    ).outcome
    return found.result is Result.ADOPTED or WANTED in found.options


@lru_cache(maxsize=10_000)
def _somebody(number: int) -> PersonId:
    return PersonId(UUID(int=number))
