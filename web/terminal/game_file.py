"""GAME.json of ``hands power``: who plays, and what it takes to win."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import PydanticCustomError, from_json

from domain.errors import Malformed
from domain.kinds import Seat
from domain.voting.fits import Group, problems_among
from domain.voting.rule import Rule
from domain.voting.structure import Alike, RuleGame
from domain.voting.weighted import Players, WeightedGame
from web.history.why import why

Whole = Annotated[int, Field(strict=True, ge=0)]


class Player(BaseModel):
    """So many equal players."""

    model_config = ConfigDict(extra="forbid")

    seat: str = Field(min_length=1)
    n: Annotated[int, Field(strict=True, ge=1)] = 1
    weight: Whole | None = None
    weights: list[Whole] | None = None
    breaks_ties: bool = False


class GameTold(BaseModel):
    """What a file says of a game."""

    model_config = ConfigDict(extra="forbid")

    players: list[Player] = Field(min_length=1)
    rule: Rule | None = None
    quota: Whole | None = None
    quotas: list[list[Whole]] | None = None

    @model_validator(mode="after")
    def _one_way_to_win(self) -> "GameTold":
        if sum(one is not None for one in (self.rule, self.quota, self.quotas)) != 1:
            raise PydanticCustomError("one_way", "Say one of “rule”, “quota” and “quotas”.")
        return self


@dataclass(frozen=True)
class Told:
    """A game, and what the file calls those who play it."""

    game: RuleGame | WeightedGame
    seats: tuple[str, ...]
    numbers: tuple[int, ...]

    def count(self, seat: str) -> int:
        """How many sit there."""
        return sum(n for one, n in zip(self.seats, self.numbers, strict=True) if one == seat)


def read_game(file: Path) -> Told:
    """The game that a file holds. What is wrong with it is told as a sentence."""
    try:
        told = GameTold.model_validate(_object(file))
        game = _of_rule(told, told.rule) if told.rule else _of_weights(told)
    except ValidationError as problem:
        raise Malformed(f"{file.name}: {why(problem)}") from None
    except Malformed as problem:
        raise Malformed(f"{file.name}: {problem}") from None
    if problems := list(game.problems()) or list(_never(game)):
        raise Malformed(f"{file.name}: {' '.join(problems)}")
    seats, numbers = zip(*((one.seat, one.n) for one in told.players), strict=True)
    return Told(game, seats, numbers)


def _object(file: Path) -> Any:
    try:
        said = from_json(file.read_bytes(), allow_inf_nan=False)
    except ValueError as problem:
        raise Malformed(f"This is not JSON: {problem}.") from None
    if not isinstance(said, dict):
        raise Malformed("A game has to be one JSON object, in curly brackets.")
    return said


def _of_rule(told: GameTold, rule: Rule) -> RuleGame:
    chairs = [one for one in told.players if one.breaks_ties]
    if len(chairs) > 1 or any(one.n > 1 for one in chairs):
        raise Malformed("Only one single player can break ties.")
    return RuleGame(rule, tuple(_alike(one, rule) for one in told.players))


def _alike(one: Player, rule: Rule) -> Alike:
    if one.seat not in set(Seat):
        raise Malformed(f"“{one.seat}” is no seat. The seats are: {', '.join(Seat)}.")
    if one.weights is not None:
        raise Malformed("By a rule a player has one “weight”, and no “weights”.")
    seat = Seat(one.seat)
    weight = rule.weights.get(seat, 1) if one.weight is None else one.weight
    return Alike(seat, one.n, weight, one.breaks_ties)


def _never(game: RuleGame | WeightedGame) -> Iterator[str]:
    """Why nothing can ever pass by the rule of this game."""
    if isinstance(game, RuleGame):
        voting = [one for one in game.players if game.rule.lets_vote(one.seat)]
        groups = [Group(one.seat, one.number, one.weight) for one in voting]
        yield from problems_among(game.rule, groups)


def _of_weights(told: GameTold) -> WeightedGame:
    if any(one.breaks_ties for one in told.players):
        raise Malformed("Where a quota has to be reached there are no ties to break.")
    rows = told.quotas if told.quotas is not None else [[told.quota or 0]]
    players = tuple(Players(one.n, tuple(_weights(one))) for one in told.players)
    return WeightedGame(players, tuple(map(tuple, rows)))


def _weights(one: Player) -> list[int]:
    if one.weight is not None and one.weights is not None:
        raise Malformed(f"“{one.seat}” has a “weight” and “weights”. Say one of them.")
    if one.weights is not None:
        return one.weights
    return [1 if one.weight is None else one.weight]
