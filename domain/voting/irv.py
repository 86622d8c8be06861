"""Instant-runoff, over anything that can be ranked.

Each ballot counts for the option it puts first. Whoever has more than half of the votes that are
with somebody is chosen; else whoever has fewest goes out, and those votes go to the next option on
each ballot. A ballot with several options in its first place is shared between them in equal parts,
exactly. Options that a ballot leaves out never get it. Of several with the fewest votes, all go at
once where all their votes together are fewer than anybody else's: then who goes first is the same.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Generic

from domain.voting.pairs import Ranked, T
from domain.voting.rounds import Pick, Picker, Round, Rounds, fewest, go_together


def irv(options: Sequence[T], ballots: Iterable[Ranked[T]], pick: Picker[T]) -> Rounds[T]:
    """Counts the ballots."""
    runoff = _Runoff(options, ballots)
    rounds: list[Round[T]] = []
    while True:
        found = runoff.round()
        if found.chosen:
            return Rounds((*rounds, found))
        last = fewest(runoff.left, found.votes)
        out = runoff.who_goes(last, found, pick)
        rounds.append(replace(found, out=out, tied=last if len(last) > 1 else ()))
        if not out:
            return Rounds(tuple(rounds), last)
        runoff.take_out(out)


class _Runoff(Generic[T]):
    """Who is still in it, and the ballots by their first place with what comes after it."""

    def __init__(self, options: Sequence[T], ballots: Iterable[Ranked[T]]) -> None:
        self.left = tuple(options)
        self.resting = 0
        self.heads: dict[tuple[T, ...], list[tuple[Sequence[Collection[T]], int]]] = {}
        for ballot in ballots:
            self._lay(ballot.places, ballot.times)

    def _lay(self, places: Sequence[Collection[T]], times: int) -> None:
        """Puts equal ballots where they count now."""
        for at, place in enumerate(places):
            if first := tuple(one for one in place if one in self.left):
                self.heads.setdefault(first, []).append((places[at:], times))
                return
        self.resting += times

    def round(self) -> Round[T]:
        votes = dict.fromkeys(self.left, Fraction(0))
        for first, ballots in self.heads.items():
            share = Fraction(sum(times for _, times in ballots), len(first))
            for one in first:
                votes[one] += share
        half = sum(votes.values(), Fraction(0)) / 2
        chosen = tuple(one for one in self.left if votes[one] > half or len(self.left) == 1)
        return Round(votes, Fraction(self.resting), half, chosen)

    def who_goes(self, last: tuple[T, ...], found: Round[T], pick: Picker[T]) -> tuple[T, ...]:
        others = [one for one in self.left if one not in last]
        if len(last) == 1 or (others and go_together(last, others, found.votes)):
            return last
        gone = pick(last, Pick.GOER)
        return () if gone is None else (gone,)

    def take_out(self, gone: Collection[T]) -> None:
        self.left = tuple(one for one in self.left if one not in gone)
        for first in [place for place in self.heads if any(one in gone for one in place)]:
            for places, times in self.heads.pop(first):
                self._lay(places, times)
