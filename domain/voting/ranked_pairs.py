"""Ranked votes by ranked pairs, over anything that can be ranked.

T. N. Tideman, "Independence of clones as a criterion for voting rules", Social Choice and Welfare
4 (1987), 185-206. The wins of one option over another are taken from the strongest to the weakest;
each is kept unless it would close a circle with those kept before. A win is as strong as the votes
for it, and of two with as many, the one with fewer votes against it is stronger.

Wins that are equally strong can be taken in any order, and may come to other ends. Whoever comes
first in one of these orders shares the first place: so no option is favoured by its name, and
putting a winner higher never harms it. Which they are is found without trying every order: an order
of the options can come of it where for each win of a later option over an earlier one, there is a
chain of wins at least as strong that leads down from the earlier to the later (T. M. Zavist and
T. N. Tideman, "Complete independence of clones in the ranked pairs rule", Social Choice and Welfare
6 (1989), 167-173).
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from domain.voting.pairs import Matrix, Ranked, T, among, pairwise, places_by, smith, wins

Strength = tuple[int, int]
"""The votes for a win, and those against it as a negative number: the larger the stronger."""

NOTHING: Strength = (0, 0)

AT_MOST = 5_000
"""So many beginnings of orders are looked at; after that, whoever may be first shares the place."""


@dataclass(frozen=True)
class Win(Generic[T]):
    """One option above another on most of the ballots that compare them; kept, or left out."""

    winner: T
    loser: T
    votes: int
    against: int
    kept: bool = True


@dataclass(frozen=True)
class Pairs(Generic[T]):
    """Every option against every other. `order` goes from the best place to the last.

    `wins` go from the strongest to the weakest, those equally strong in one order of many.
    """

    pairwise: Mapping[T, Mapping[T, int]]
    wins: tuple[Win[T], ...]
    order: tuple[tuple[T, ...], ...]


def ranked_pairs(options: Sequence[T], ballots: Iterable[Ranked[T]]) -> Pairs[T]:
    """Counts the ballots."""
    votes = pairwise(options, ballots)
    order = pair_order(votes)
    return Pairs(votes, kept_and_left(votes, order), order)


def pair_order(votes: Matrix[T]) -> tuple[tuple[T, ...], ...]:
    """First those that can come first, then the same of the rest."""
    return places_by(votes, lambda left: _can_be_first(among(votes, left)))


def kept_and_left(votes: Matrix[T], order: Collection[Collection[T]]) -> tuple[Win[T], ...]:
    """Each win, strongest first and of equals those that suit the order; with what became of it."""
    place = {option: at for at, group in enumerate(order) for option in group}
    found = [Win(a, b, votes[a][b], votes[b][a]) for a, b in wins(votes)]
    found.sort(key=lambda w: (-w.votes, w.against, place[w.winner] > place[w.loser]))
    below: dict[T, set[T]] = {option: set() for option in votes}
    told = []
    for win in found:
        kept = win.winner not in below[win.loser]
        told.append(win if kept else Win(win.winner, win.loser, win.votes, win.against, kept=False))
        if kept:
            _keep(below, win)
    return tuple(told)


def _keep(below: Mapping[T, set[T]], win: Win[T]) -> None:
    under = {win.loser, *below[win.loser]}
    for option, reach in below.items():
        if option == win.winner or win.winner in reach:
            reach.update(under)


def _can_be_first(votes: Matrix[T]) -> list[T]:
    """The options that come first in an order that can come of it."""
    some = smith(votes)
    strength = {
        (a, b): (votes[a][b], -votes[b][a]) for a, b in wins(votes) if a in some and b in some
    }
    orders = _Orders(some, strength)
    return [first for first in some if orders.can_begin(first)] if strength else some


class _Orders(Generic[T]):
    """The orders of some options that can come of their wins."""

    def __init__(self, options: Sequence[T], strength: Mapping[tuple[T, T], Strength]) -> None:
        self.options = options
        self.strength = strength
        self.at_most = _widest(options, strength)
        self.known: dict[frozenset[tuple[tuple[T, T], Strength]], bool] = {}

    def can_begin(self, first: T) -> bool:
        """Whether one of them begins with this option."""
        others = [option for option in self.options if option != first]
        return self._hopeful((first,), others) and self._goes_on((first,), {})

    def _goes_on(self, order: tuple[T, ...], chains: Mapping[tuple[T, T], Strength]) -> bool:
        """Whether options so far in this order, with their strongest chains down, can be ended."""
        left = [option for option in self.options if option not in order]
        key = frozenset({*chains.items(), *(((one, one), NOTHING) for one in order)})
        if key not in self.known:
            if len(self.known) > AT_MOST:
                return True
            self.known[key] = self._hopeful(order, left) and self._ends(order, left, chains)
        return self.known[key]

    def _ends(
        self, order: tuple[T, ...], left: Sequence[T], chains: Mapping[tuple[T, T], Strength]
    ) -> bool:
        return not left or any(
            self._goes_on((*order, option), {**chains, **down})
            for option in left
            if (down := self._chains_to(option, order, chains)) is not None
        )

    def _hopeful(self, order: Iterable[T], left: Iterable[T]) -> bool:
        return all(
            self.at_most.get((one, other), NOTHING) >= self.strength.get((other, one), NOTHING)
            for one in order
            for other in left
        )

    def _chains_to(
        self, option: T, order: Sequence[T], chains: Mapping[tuple[T, T], Strength]
    ) -> dict[tuple[T, T], Strength] | None:
        """The strongest chain to the next option from each before; None if a win outdoes it."""
        down: dict[tuple[T, T], Strength] = {}
        for one in reversed(order):
            ways = [
                min(chains[one, via], down[via, option])
                for via in order
                if (one, via) in chains and (via, option) in down
            ]
            best = max([*ways, self.strength.get((one, option), NOTHING)])
            if best < self.strength.get((option, one), NOTHING):
                return None
            if best > NOTHING:
                down[one, option] = best
        return down


def _widest(
    options: Sequence[T], strength: Mapping[tuple[T, T], Strength]
) -> dict[tuple[T, T], Strength]:
    """The strongest chain between each two options, whatever the order."""
    chains = dict(strength)
    for via in options:
        for one in options:
            for other in options:
                if (one, via) in chains and (via, other) in chains and one != other:
                    detour = min(chains[one, via], chains[via, other])
                    chains[one, other] = max(chains.get((one, other), NOTHING), detour)
    return chains
