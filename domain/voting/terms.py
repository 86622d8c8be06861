"""By whom, in which order and for how long a vote is held, whatever way it is counted."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from pydantic import Field, StrictBool

from domain.kinds import Seat, Shown
from domain.voting.quorum import PEOPLE, AtLeast, MoreThan, QuorumCondition
from domain.voting.stored import Share, Stored, WholeNumber, unsaid

MOST_DAYS = 3650
"""Ten years. Whoever writes a longer time has mistyped."""


class Early(StrEnum):
    """What has to be so before a vote may end ahead of its time."""

    ALL_VOTED = "all_voted"
    CERTAIN = "certain"
    """No vote still to come could change what comes of it, if those that were given stand."""


class CountedIn(StrEnum):
    """Where whoever is recused is still one of those who may vote."""

    BASE = "base"
    QUORUM = "quorum"


class Terms(Stored):
    """What a rule says of a vote beside how it is counted. What it leaves unsaid is not asked for.

    `voters` are the seats that may vote; none named is all who have a vote. Those who sit on a seat
    of `last` wait until all others have voted, or until the `last_part` of the time, a share of it,
    has begun; before the vote, until all others have said what they want or the days to read are
    over. A day is 24 hours. Where votes are `shown` at closing, nobody reads before the end how
    others vote, or what they want. `recused_in` says where people who are recused still count as
    people who may vote, though never as people who take part.
    """

    voters: tuple[Seat, ...] = Field(default=(), exclude_if=unsaid)
    secret: StrictBool | None = Field(default=None, exclude_if=unsaid)
    last: tuple[Seat, ...] = Field(default=(), exclude_if=unsaid)
    last_part: Share | None = Field(default=None, exclude_if=unsaid)
    days_to_read: WholeNumber | None = Field(default=None, exclude_if=unsaid)
    least_days: WholeNumber | None = Field(default=None, exclude_if=unsaid)
    most_days: WholeNumber | None = Field(default=None, exclude_if=unsaid)
    early: tuple[Early, ...] = Field(default=(), exclude_if=unsaid)
    proxies: StrictBool | None = Field(default=None, exclude_if=unsaid)
    recused_in: tuple[CountedIn, ...] = Field(default=(), exclude_if=unsaid)
    shown: Shown | None = Field(default=None, exclude_if=unsaid)

    def lets_vote(self, seat: Seat) -> bool:
        """Whether whoever sits there may vote, if they have a vote at all."""
        return not self.voters or seat in self.voters

    def terms_problems(self, quorum: Sequence[QuorumCondition]) -> Iterator[str]:
        """Why no vote can be held on these terms, and with this quorum, as sentences."""
        if self.secret:
            yield "This program cannot hold a secret vote yet. Leave that out of the rule."
        yield from self._voter_problems()
        yield from self._quorum_problems(quorum)
        yield from self._last_problems()
        yield from self._time_problems()

    def _voter_problems(self) -> Iterator[str]:
        for name, seats in (("may vote", self.voters), ("vote last", self.last)):
            if len(set(seats)) < len(seats):
                yield f"The rule names a seat twice among those who {name}."

    def _quorum_problems(self, quorum: Sequence[QuorumCondition]) -> Iterator[str]:
        for seat in dict.fromkeys(_asked_for(quorum)):
            if not self.lets_vote(seat):
                yield f"The rule asks for {PEOPLE[seat]} to take part, and they may not vote."

    def _last_problems(self) -> Iterator[str]:
        if self.last_part is not None and not self.last:
            yield "The rule keeps the last part of a vote for somebody. It has to say for whom."
        if self.last_part is not None and not 0 < self.last_part < 1:
            yield "The last part of a vote is more than none of it, and less than all of it."
        for seat in dict.fromkeys(self.last):
            if not self.lets_vote(seat):
                yield f"The rule lets {PEOPLE[seat]} vote last, and they may not vote."
        if self.last and set(self.voters or Seat) <= set(self.last):
            yield "If everybody votes last, nobody can begin."

    def _time_problems(self) -> Iterator[str]:
        said = (self.days_to_read, self.least_days, self.most_days)
        if any(days is not None and not 0 <= days <= MOST_DAYS for days in said):
            yield f"Days are a number from 0 to {MOST_DAYS}."
        if self.most_days == 0:
            yield "A vote that is open for no time at all is no vote."
        elif self.most_days is not None and self.most_days < (self.least_days or 0):
            yield "The most days that a vote is open cannot be fewer than the least."


def _asked_for(quorum: Sequence[QuorumCondition]) -> Iterator[Seat]:
    """The seats of which somebody has to take part."""
    for condition in quorum:
        match condition:
            case AtLeast(of=Seat() as seat) | MoreThan(more=seat):
                yield seat
