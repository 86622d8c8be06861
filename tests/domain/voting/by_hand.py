"""Single transferable votes counted slowly, each paper taken in hand, and every tie both ways."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from itertools import permutations

from tests.domain.voting.profiles import Ballots

Paper = tuple[Sequence[Collection[str]], Decimal]
"""What is written on it from here on, and its worth."""

Piles = dict[str, list[Paper]]
Ends = set[frozenset[str]]


def scottish_by_hand(options: str, seats: int, cast: Ballots) -> Ends:
    """Whoever can be chosen by rules 45 to 52, one paper on the table after the other."""
    papers = [(list(b.places), Decimal(1)) for b in cast for _ in range(b.times)]
    valid = [paper for paper in papers if _next(paper, options)]
    piles: Piles = {one: [] for one in options}
    for paper in valid:
        _give(piles, paper, options)
    return _Table(piles, options, seats, len(valid) // (seats + 1) + 1).ends()


def _next(paper: Paper, left: str) -> str | None:
    for place in paper[0]:
        if len(place) > 1:
            return None
        if (one := "".join(place)) in left:
            return one
    return None


def _give(piles: Piles, paper: Paper, left: str) -> None:
    if to := _next(paper, left):
        at = [len(place) == 1 and to in place for place in paper[0]].index(True)
        piles[to].append((paper[0][at + 1 :], paper[1]))


@dataclass(frozen=True)
class _Table:
    """The papers by candidate; whoever passed on what was too much is left with just enough."""

    piles: Piles
    left: str
    seats: int
    quota: int
    elected: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    past: tuple[dict[str, Decimal], ...] = ()

    def held(self, one: str) -> Decimal:
        if one in self.done:
            return Decimal(self.quota)
        return sum((worth for _, worth in self.piles[one]), Decimal(0))

    def ends(self) -> Ends:
        now = {one: self.held(one) for one in self.piles}
        elected = (*self.elected, *(one for one in self.left if now[one] >= self.quota))
        left = "".join(one for one in self.left if one not in elected)
        if len(elected) + len(left) <= self.seats:
            return {frozenset([*elected, *left])}
        if len(elected) >= self.seats:
            return {frozenset(elected)}
        table = replace(self, left=left, elected=elected, past=(*self.past, now))
        over = {one: now[one] for one in elected if now[one] > self.quota}
        if over:
            most = table.latest({o for o in over if over[o] == max(over.values())}, 1)
            return set().union(*(table.passing_on(one) for one in most))
        least = min(now[one] for one in left)
        last = table.latest({one for one in left if now[one] == least}, -1)
        return set().union(*(table.without(one) for one in last))

    def latest(self, tied: set[str], sign: int) -> set[str]:
        for before in reversed(self.past):
            best = max(sign * before[one] for one in tied)
            tied = {one for one in tied if sign * before[one] == best}
        return tied

    def passing_on(self, giver: str) -> Ends:
        held = self.held(giver)
        piles = {one: list(pile) for one, pile in self.piles.items()}
        for rest, worth in self.piles[giver]:
            value = (held - self.quota) * worth / held
            value = value.quantize(Decimal("0.00001"), rounding=ROUND_DOWN)
            _give(piles, (rest, value), self.left)
        return replace(self, piles=piles, done=(*self.done, giver)).ends()

    def without(self, gone: str) -> Ends:
        left = self.left.replace(gone, "")
        piles = {one: list(pile) for one, pile in self.piles.items() if one != gone}
        for paper in self.piles[gone]:
            _give(piles, paper, left)
        return replace(self, piles=piles, left=left).ends()


def meek_by_hand(options: str, seats: int, cast: Ballots) -> Ends:
    """Whoever can be chosen by Meek's method, in floating numbers and without any shortcut."""
    return _meek(dict.fromkeys(options, 1.0), (), seats, cast)


def _meek(keep: dict[str, float], elected: tuple[str, ...], seats: int, cast: Ballots) -> Ends:
    keep, elected, held = _settled(keep, elected, seats, cast)
    left = [one for one in keep if one not in elected]
    if len(elected) >= seats:
        return {frozenset(elected)}
    if len(elected) + len(left) <= seats:
        return {frozenset([*elected, *left])}
    least = min(held[one] for one in left)
    last = [one for one in left if held[one] < least + 1e-6]
    return set().union(
        *(
            _meek({o: k for o, k in keep.items() if o != gone}, elected, seats, cast)
            for gone in last
        )
    )


def _settled(
    keep: dict[str, float], elected: tuple[str, ...], seats: int, cast: Ballots
) -> tuple[dict[str, float], tuple[str, ...], dict[str, float]]:
    """Everybody's share after so many turns that nothing alters any more."""
    held: dict[str, float] = {}
    for _ in range(600):
        held = _spread(keep, cast)
        quota = sum(held.values()) / (seats + 1)
        elected += tuple(o for o in keep if o not in elected and held[o] > quota + 1e-10)
        if len(elected) >= seats or all(held[o] - quota < 1e-9 for o in elected):
            break
        keep = {o: k * quota / held[o] if o in elected else k for o, k in keep.items()}
    return keep, elected, held


def _spread(keep: dict[str, float], cast: Ballots) -> dict[str, float]:
    held = dict.fromkeys(keep, 0.0)
    for ballot in cast:
        orders = _orders([tuple(place) for place in ballot.places])
        for order in orders:
            worth = ballot.times / len(orders)
            for one in order:
                held[one] = held.get(one, 0.0) + worth * keep.get(one, 0.0)
                worth *= 1 - keep.get(one, 0.0)
    return {one: held[one] for one in keep}


def _orders(places: Sequence[tuple[str, ...]]) -> list[list[str]]:
    if not places:
        return [[]]
    return [[*first, *rest] for first in permutations(places[0]) for rest in _orders(places[1:])]
