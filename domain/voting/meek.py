"""Single transferable vote by Meek's method, over anything that can be ranked.

I. D. Hill, B. A. Wichmann and D. R. Woodall, "Algorithm 123: Single transferable vote by Meek's
method", The Computer Journal 30 (1987), 277-281. Each candidate keeps a share of every vote that
comes by, and passes the rest on to the next on the ballot: all of it while still in it, nothing
once out. Enough is the votes that are with somebody, shared by one more than the places to fill.
Whoever has enough is chosen, and keeps a smaller share, until nobody chosen has more than enough.
Then whoever has fewest goes out, and all begins again with the shares as they are.

All is worked out in whole numbers of 10 to the minus fifteenth of a vote: what is kept of a ballot
is rounded down, shares and what is enough are rounded up. The shares count as settled when less
than 10 to the minus sixth of a vote is above enough. No smaller difference counts anywhere: whoever
is no further than that from the fewest votes has as few, and whoever has no more than that above
enough has not enough yet; so rounding alone never makes one of two equals the winner. Whoever has
so few that even all that is above enough would not help goes out sooner, which is certain to come
to the same (the paper's own shortcut).

Several candidates in one place each get what they would get on average if the voter had put them in
every order; the paper has no equal places.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import factorial
from typing import Generic

from domain.voting.pairs import Ranked, T
from domain.voting.rounds import Pick, Picker, Round, Rounds, in_order

WHOLE = 10**15
"""One vote, in the smallest part that is counted."""

SETTLED = 10**9
"""So little above enough is nothing: a millionth of a vote."""

Place = tuple[T, ...]
Ballots = Mapping[tuple[Place[T], ...], int]


def meek(
    options: Sequence[T], seats: int, ballots: Iterable[Ranked[T]], pick: Picker[T]
) -> Rounds[T]:
    """Counts the ballots."""
    count = _Count(options, seats, ballots, pick)
    while count.goes_on():
        pass
    return Rounds(tuple(count.rounds), count.open)


class _Pile(Generic[T]):
    """Ballots that are the same so far; what comes after is sorted when it is needed."""

    def __init__(self, ballots: Ballots[T]) -> None:
        self.times = sum(ballots.values())
        self._ballots = ballots
        self._next: dict[Place[T], _Pile[T]] | None = None

    def next(self) -> "dict[Place[T], _Pile[T]]":
        """The piles by the place that comes next."""
        if self._next is None:
            sorted_by: dict[Place[T], dict[tuple[Place[T], ...], int]] = {}
            for places, times in self._ballots.items():
                if places:
                    sorted_by.setdefault(places[0], {})[places[1:]] = times
            self._next = {place: _Pile(some) for place, some in sorted_by.items()}
        return self._next


def _without(
    ballots: Iterable[tuple[Sequence[Collection[T]], int]], left: Collection[T]
) -> Counter[tuple[Place[T], ...]]:
    """The same ballots with these candidates only."""
    found: Counter[tuple[Place[T], ...]] = Counter()
    for places, times in ballots:
        kept = (tuple([one for one in place if one in left]) for place in places)
        found[tuple([place for place in kept if place])] += times
    return found


class _Count(Generic[T]):
    """Who is still in it, what share of a vote each keeps, and the ballots with these only."""

    def __init__(
        self, options: Sequence[T], seats: int, ballots: Iterable[Ranked[T]], pick: Picker[T]
    ) -> None:
        self.left, self.seats, self.pick = tuple(options), seats, pick
        self.share = dict.fromkeys(options, WHOLE)
        self.ballots = _without(((ballot.places, ballot.times) for ballot in ballots), self.share)
        self.pile = _Pile(self.ballots)
        self.all = sum(times for places, times in self.ballots.items() if places) * WHOLE
        self.chosen: tuple[T, ...] = ()
        self.rounds: list[Round[T]] = []
        self.open: tuple[T, ...] = ()

    def goes_on(self) -> bool:
        """Works out one round and tells it; whether there is another."""
        while True:
            votes = dict.fromkeys(self.share, 0)
            self._spread(self.pile, WHOLE, votes)
            enough = sum(votes.values()) // (self.seats + 1) + 1
            above = sum(votes[one] - enough for one in self.chosen)
            if self._tell(votes, enough):
                return self._keep_less(votes, enough) and len(self.chosen) < self.seats
            if out := self._certain_to_go(votes, above):
                return self._take_out(out)
            if above < SETTLED or not self._keep_less(votes, enough):
                return self._last_goes(votes)

    def _spread(self, pile: _Pile[T], worth: int, votes: dict[T, int]) -> None:
        """Gives each candidate the share that they keep of every ballot that comes by."""
        for place, some in pile.next().items():
            kept = _kept(place, worth, self.share)
            for one, part in kept.items():
                votes[one] += part * some.times
            if rest := worth - sum(kept.values()):
                self._spread(some, rest, votes)

    def _tell(self, votes: Mapping[T, int], enough: int) -> bool:
        """Writes the round down if somebody is newly chosen, or else for what comes of it next."""
        number = {one: Fraction(parts, WHOLE) for one, parts in votes.items()}
        have = [one for one in self.left if votes[one] >= enough + SETTLED]
        few = [one for one in self.left if one not in have]
        free = self.seats - len(self.chosen) - len(have)
        by_default = in_order(few, number) if len(few) <= free else ()
        new = in_order(have, number) + by_default
        resting = Fraction(self.all - sum(votes.values()), WHOLE)
        self.told = Round(number, resting, Fraction(enough, WHOLE), new, by_default)
        if new:
            self.rounds.append(self.told)
        self.chosen += new
        self.left = tuple(one for one in self.left if one not in new)
        return bool(new)

    def _keep_less(self, votes: Mapping[T, int], enough: int) -> bool:
        """Lets those chosen keep just enough; whether that alters anything."""
        before = dict(self.share)
        for one in self.chosen:
            self.share[one] = min(WHOLE, -(-self.share[one] * enough // max(votes[one], 1)))
        return self.share != before

    def _last(self, votes: Mapping[T, int]) -> tuple[T, ...]:
        least = min(votes[one] for one in self.left)
        return tuple(one for one in self.left if votes[one] < least + SETTLED)

    def _certain_to_go(self, votes: Mapping[T, int], above: int) -> tuple[T, ...]:
        """Those whom all of their votes, and all that is above enough, could not save."""
        last = self._last(votes)
        others = [votes[one] for one in self.left if one not in last]
        most = sum(votes[one] for one in last) + max(above, 0)
        enough_left = len(others) >= max(1, self.seats - len(self.chosen))
        return last if enough_left and most + SETTLED < min(others) else ()

    def _last_goes(self, votes: Mapping[T, int]) -> bool:
        last = self._last(votes)
        gone = last[0] if len(last) == 1 else self.pick(last, Pick.GOER)
        if gone is not None:
            return self._take_out((gone,), last)
        self.open = last
        self.rounds.append(replace(self.told, tied=last))
        return False

    def _take_out(self, out: tuple[T, ...], last: tuple[T, ...] = ()) -> bool:
        tied = last or out
        self.rounds.append(replace(self.told, out=out, tied=tied if len(tied) > 1 else ()))
        self.left = tuple(one for one in self.left if one not in out)
        for one in out:
            del self.share[one]
        self.ballots = _without(self.ballots.items(), self.share)
        self.pile = _Pile(self.ballots)
        return True


def _kept(place: Place[T], worth: int, share: Mapping[T, int]) -> dict[T, int]:
    """What each candidate in one place keeps of a ballot: the average over all their orders."""
    if len(place) == 1:
        return {place[0]: worth * share[place[0]] // WHOLE}
    comes_by = {one: _comes_by([share[other] for other in place if other != one]) for one in place}
    return {one: int(worth * share[one] * part / WHOLE) for one, part in comes_by.items()}


def _comes_by(shares: Sequence[int]) -> Fraction:
    """How much comes by on average, over all orders with others who keep these shares.

    `passed[k]` is what is left after k of them, summed over all choices of these k.
    """
    none = Fraction(0)
    passed = [Fraction(1)]
    for share in shares:
        on = [part * (1 - Fraction(share, WHOLE)) for part in passed]
        passed = [a + b for a, b in zip([*passed, none], [none, *on], strict=True)]
    n = len(shares)
    orders = [factorial(k) * factorial(n - k) for k in range(n + 1)]
    return sum((p * w for p, w in zip(passed, orders, strict=True)), none) / factorial(n + 1)
