"""Games from books, and slow ways to count them that go through every way to vote."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations, product

from domain.voting.weighted import Players, WeightedGame

Say = tuple[int, ...]
"""What each single player says: 0 is yes, the highest number no."""


def weighing(quota: int, *kinds: tuple[int, int]) -> WeightedGame:
    """So many players of each weight, who have to reach the quota."""
    players = tuple(Players(number, (weight,)) for number, weight in kinds)
    return WeightedGame(players, ((quota,),))


EEC_1958 = weighing(12, (3, 4), (2, 2), (1, 1))
SECURITY_COUNCIL = weighing(39, (5, 7), (10, 1))
"""Nine votes and no veto, as weights (Taylor and Zwicker, Simple Games, 1999)."""
NASSAU_1958 = weighing(16, (2, 9), (1, 7), (1, 3), (2, 1))
EU_15 = weighing(62, (4, 10), (1, 8), (4, 5), (2, 4), (3, 3), (1, 2))
EU_27_NICE = weighing(
    255, (4, 29), (2, 27), (1, 14), (1, 13), (5, 12), (3, 10), (5, 7), (5, 4), (1, 3)
)


def every(game: WeightedGame) -> list[tuple[int, ...]]:
    """The weights of each single player."""
    return [one.weights for one in game.players for _ in range(one.number)]


def wins(game: WeightedGame, says: Say) -> bool:
    """Whether those who say yes win, by adding their weights up."""
    for row in game.quotas:
        sums = [
            sum(weights[column] for weights, say in zip(every(game), says, strict=True) if not say)
            for column in range(len(row))
        ]
        if all(have >= needed for have, needed in zip(sums, row, strict=True)):
            return True
    return False


def slow_banzhaf(people: int, ways: int, passes: Callable[[Say], bool]) -> list[Fraction]:
    """Of all ways in which the others vote, those where one's yes and no end differently."""
    return [
        Fraction(
            sum(
                passes((*says[:who], 0, *says[who:]))
                and not passes((*says[:who], ways - 1, *says[who:]))
                for says in product(range(ways), repeat=people - 1)
            ),
            ways ** (people - 1),
        )
        for who in range(people)
    ]


def slow_orders(people: int, ways: int, passes: Callable[[Say], bool]) -> list[Fraction]:
    """Of all roll calls, those that each settles: every order, and every way to vote."""
    settles, calls = [0] * people, 0
    for order in permutations(range(people)):
        for says in product(range(ways), repeat=people):
            calls += 1
            settles[next(_settling(order, says, ways, passes))] += 1
    return [Fraction(many, calls) for many in settles]


def _settling(
    order: Sequence[int], says: Say, ways: int, passes: Callable[[Say], bool]
) -> Iterator[int]:
    for called in range(1, len(order) + 1):
        ends = {
            passes(tuple(say if who in order[:called] else left for who, say in enumerate(says)))
            for left in (0, ways - 1)
        }
        if len(ends) == 1:
            yield order[called - 1]
