"""How strong one vote was by the rule and the people who were there: exact, from the rule itself.

This is about the rule. It says nothing of what people did with it.
"""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from domain.kinds import Seat
from domain.voting.rule import Rule
from domain.voting.structure import Alike, RuleGame
from projections.power.games import Game
from projections.power.strong import Indices, SeatStrength

TOO_MANY = 20_000
"""At so many places of a roll call one game takes a second; larger ones are left out."""


Players = tuple[Alike, ...]


def indices(games: Iterable[Game]) -> tuple[Indices, ...]:
    """The strengths of each different game, the most frequent first; without what is not known."""
    counted = Counter(_asked(game) for game in games)
    told = ((votes, _strengths(*asked)) for asked, votes in counted.most_common())
    return tuple(Indices(votes, *found) for votes, found in told if found)


def _asked(game: Game) -> tuple[str, Players, Players]:
    """What the strengths hang on."""
    here = Counter[tuple[Seat, int]]()
    away = Counter[tuple[Seat, int]]()
    for who, voter in game.voters.items():
        (here if who in game.here else away)[voter.seat, voter.weight] += 1
    return game.terms.model_dump_json(), _players(here, game.chairs), _players(away)


def _players(people: Counter[tuple[Seat, int]], chairs: frozenset[Seat] = frozenset()) -> Players:
    """Those who are alike; where one person breaks ties, they stand by themselves."""
    chair = next((one for one in sorted(people) if one[0] in chairs), None)
    others = people - Counter([chair] if chair else [])
    apart = [Alike(chair[0], 1, chair[1], breaks_ties=True)] if chair else []
    return (*(Alike(seat, many, weight) for (seat, weight), many in sorted(others.items())), *apart)


@lru_cache(maxsize=1_000)
def _strengths(
    rule: str, here: Players, away: Players
) -> tuple[tuple[SeatStrength, ...], Fraction] | None:
    game = RuleGame(Rule.model_validate_json(rule), here, away)
    if not here or not game.is_known or game.steps > TOO_MANY or list(game.problems()):
        return None
    found = game.strengths()
    seats = (
        SeatStrength(player.seat, one.number, one.banzhaf, share, one.shapley_shubik)
        for player, one, share in zip(here, found.each, found.shares, strict=True)
    )
    return tuple(seats), found.to_act
