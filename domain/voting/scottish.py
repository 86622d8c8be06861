"""Single transferable vote by the Scottish rules, over anything that can be ranked.

The Scottish Local Government Elections Order 2007 (SSI 2007/42), schedule 1, rules 45 to 52. Enough
is the number of ballots, shared by one more than the places to fill, and the next whole number
above that. Whoever has enough is chosen; what is more than enough is passed on by *all* ballots of
that candidate, each at its worth so far, times what is more, by all votes of the candidate, to five
decimal places and the rest ignored. Largest first; then whoever has fewest goes out, and those
ballots move on at their worth. Of equals, the latest round in which they differed decides, and only
then a lot (here: what the rule says of ties). When as many are left as places, they are chosen.

A ballot that has several candidates in its next place goes no further; if it is its first place it
does not count at all (rule 43). Candidates without a vote move nothing when they go, so among them
there is no tie, as long as all of them have to go.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Generic

from domain.voting.pairs import Ranked, T
from domain.voting.rounds import Pick, Picker, Round, Rounds, fewest, in_order

WHOLE = 100_000
"""One vote, in the smallest part that is counted."""


@dataclass(frozen=True)
class _Bundle(Generic[T]):
    """So many equal ballots: what comes next on them, and the worth of each."""

    rest: Sequence[Collection[T]]
    times: int
    worth: int


def scottish(
    options: Sequence[T], seats: int, ballots: Iterable[Ranked[T]], pick: Picker[T]
) -> Rounds[T]:
    """Counts the ballots."""
    count = _Count(options, seats, ballots, pick)
    while count.goes_on():
        pass
    return Rounds(tuple(count.rounds), count.open)


class _Count(Generic[T]):
    """Where the ballots lie, and the votes of each candidate in smallest parts."""

    def __init__(
        self, options: Sequence[T], seats: int, ballots: Iterable[Ranked[T]], pick: Picker[T]
    ) -> None:
        self.left, self.seats, self.pick = tuple(options), seats, pick
        self.piles: dict[T, list[_Bundle[T]]] = {option: [] for option in options}
        self.votes = dict.fromkeys(options, 0)
        self.rounds: list[Round[T]] = []
        self.open: tuple[T, ...] = ()
        self.chosen: tuple[T, ...] = ()
        for ballot in ballots:
            self._lay(_Bundle(ballot.places, ballot.times, WHOLE))
        self.all = sum(self.votes.values())
        self.enough = (self.all // WHOLE // (seats + 1) + 1) * WHOLE

    def _lay(self, bundle: _Bundle[T]) -> None:
        """Gives equal ballots to the next candidate on them who is still in it."""
        for at, place in enumerate(bundle.rest, 1):
            if len(place) > 1:
                return
            for one in place:
                if one in self.left:
                    self.votes[one] += bundle.times * bundle.worth
                    self.piles[one].append(_Bundle(bundle.rest[at:], bundle.times, bundle.worth))
                    return

    def goes_on(self) -> bool:
        """Tells one round; whether there is another."""
        self._tell()
        if len(self.chosen) >= self.seats or not self.left:
            return False
        over = [one for one in self.chosen if self.votes[one] > self.enough]
        return self._pass_on(over) if over else self._take_out()

    def _tell(self) -> None:
        votes = {one: Fraction(number, WHOLE) for one, number in self.votes.items()}
        enough = [one for one in self.left if self.votes[one] >= self.enough]
        few = [one for one in self.left if one not in enough]
        free = self.seats - len(self.chosen) - len(enough)
        by_default = in_order(few, votes) if len(few) <= free else ()
        new = in_order(enough, votes) + by_default
        self.chosen += new
        self.left = tuple(one for one in self.left if one not in new)
        resting = Fraction(self.all - sum(self.votes.values()), WHOLE)
        self.rounds.append(Round(votes, resting, Fraction(self.enough, WHOLE), new, by_default))

    def _pass_on(self, over: Sequence[T]) -> bool:
        most = max(self.votes[one] for one in over)
        giver = self._one_of([one for one in over if self.votes[one] == most], Pick.GIVER)
        if giver is None:
            return False
        self.rounds[-1] = replace(self.rounds[-1], passed_on=giver)
        total, self.votes[giver] = self.votes[giver], self.enough
        for bundle in self.piles.pop(giver):
            worth = (total - self.enough) * bundle.worth // total
            self._lay(replace(bundle, worth=worth))
        return True

    def _take_out(self) -> bool:
        least = fewest(self.left, self.rounds[-1].votes)
        all_go = len(self.left) - len(least) >= self.seats - len(self.chosen)
        nothing_moves = all_go and self.votes[least[0]] == 0
        gone = least[0] if nothing_moves else self._one_of(least, Pick.GOER)
        if gone is None:
            return False
        self.rounds[-1] = replace(self.rounds[-1], out=(gone,))
        self.left = tuple(one for one in self.left if one != gone)
        del self.votes[gone]
        for bundle in self.piles.pop(gone):
            self._lay(bundle)
        return True

    def _one_of(self, tied: Sequence[T], what: Pick) -> T | None:
        """The one whom an earlier round tells from the others, else the one who is picked."""
        for earlier in reversed(self.rounds[:-1]):
            best = max if what is Pick.GIVER else min
            bound = best(earlier.votes[one] for one in tied)
            tied = tuple(one for one in tied if earlier.votes[one] == bound)
        if len(tied) == 1:
            return tied[0]
        self.open = tuple(tied)
        picked = self.pick(tied, what)
        if picked is not None:
            self.open = ()
        self.rounds[-1] = replace(self.rounds[-1], tied=tuple(tied))
        return picked
