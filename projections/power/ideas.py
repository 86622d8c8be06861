"""One idea, from the day it was put: whose it was, how big, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from domain.events import (
    DecisionTaken,
    Event,
    ProposalDeclined,
    ProposalDeferred,
    ProposalMade,
    ProposalWithdrawn,
    StakeJudged,
    VotingOpened,
)
from domain.kinds import NotAPerson, Seat, Stake
from domain.values import Actor
from projections.power.evidence import Evidence, Stream
from projections.power.gatherings import meetings, moments

SILENT_AFTER = 2
"""After so many meetings without a word, nobody has taken an idea up."""


class Fate(StrEnum):
    """What became of an idea."""

    DECIDED = "decided"
    DECLINED = "kept off the list"
    DEFERRED = "put off"
    WITHDRAWN = "taken back"
    SILENT = "no answer after two meetings"
    OPEN = "still open"


LOST = frozenset({Fate.DECLINED, Fate.DEFERRED, Fate.WITHDRAWN, Fate.SILENT})
"""These never came to a vote."""


@dataclass(frozen=True)
class Idea:
    """What was put, and when people came together."""

    stream: Stream
    made: ProposalMade
    evidence: Evidence
    met: Sequence[datetime]

    @property
    def by(self) -> Actor:
        """Whose idea it was; where that is not told, who put it."""
        return self.made.idea_by or self.made.actor

    @property
    def is_of_somebody(self) -> bool:
        """Whether it is told whose it was."""
        return self.by is not NotAPerson.UNKNOWN

    @cached_property
    def begun_in(self) -> Seat | None:
        """In which group it began."""
        return self.evidence.seats.seat(self.by, self.made.occurred_at)

    @property
    def drafted_in(self) -> Seat | None:
        """In which group it was written down."""
        return self.evidence.seats.seat(
            self.made.drafted_by or self.made.actor, self.made.occurred_at
        )

    @property
    def said_stake(self) -> Stake | None:
        """How much hangs on it, as it was said before it was decided; else with the decision."""
        judged, taken = self.stream.last(StakeJudged), self.stream.last(DecisionTaken)
        before = (judged and judged.stake) or self.made.stake
        return before or (taken and taken.stake) or None

    @property
    def stake(self) -> Stake:
        """The same; the least where nobody said."""
        return self.said_stake or Stake.SMALL

    @property
    def meetings_since(self) -> int:
        """How often people came together after it was put."""
        return sum(moment > self.made.occurred_at for moment in self.met)

    @cached_property
    def fate(self) -> Fate:
        """What became of it until now."""
        said = self.stream
        for kind, fate in _ENDS.items():
            if said.last(kind) is not None:
                return fate
        put_off, opened = said.last(ProposalDeferred), said.last(VotingOpened)
        if put_off and (opened is None or opened.occurred_at < put_off.occurred_at):
            return Fate.DEFERRED
        silent = opened is None and self.meetings_since >= SILENT_AFTER
        return Fate.SILENT if silent else Fate.OPEN

    @property
    def answer(self) -> Event | None:
        """That it was decided, or kept off the list."""
        return self.stream.last(DecisionTaken) or self.stream.last(ProposalDeclined)

    def sizes(self) -> list[Event]:
        """What tells how much hangs on it."""
        found: list[Event | None] = [self.stream.last(StakeJudged), self.stream.last(DecisionTaken)]
        return [self.made, *(one for one in found if one is not None)]

    def steps(self) -> list[Event]:
        """What tells of its fate, besides the meetings."""
        return [self.made, *_steps(self.stream)]


_ENDS: dict[type[Event], Fate] = {
    DecisionTaken: Fate.DECIDED,
    ProposalDeclined: Fate.DECLINED,
    ProposalWithdrawn: Fate.WITHDRAWN,
}
_STEPS: tuple[type[Event], ...] = (*_ENDS, ProposalDeferred, VotingOpened)


def _steps(stream: Stream) -> list[Event]:
    found = [stream.last(kind) for kind in _STEPS]
    return [one for one in found if one is not None]


def ideas(evidence: Evidence) -> list[Idea]:
    """Every idea that was put in the window, in the order of time."""
    return evidence.once(_in_order)


def seen_until(evidence: Evidence) -> datetime | None:
    """How far we see what became of ideas: to the end of the window, or the last that was told."""
    begun = evidence.begun_by(ProposalMade)
    told = [one for stream, made in begun for one in (made, *_steps(stream))]
    last = [one.occurred_at for one in (*told, *meetings(evidence))]
    return evidence.window.last or max(last, default=None)


def _in_order(evidence: Evidence) -> list[Idea]:
    until = evidence.once(seen_until)
    met = [one for one in moments(evidence) if until and one <= until]
    found = [
        Idea(stream, made, evidence, met)
        for stream, made in evidence.begun_by(ProposalMade)
        if evidence.window.holds(made.occurred_at)
    ]
    return sorted(found, key=lambda one: one.made.occurred_at)
