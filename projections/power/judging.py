"""When a decision was shared: six conditions, all of which have to be so.

One of them is met easily. That all six are met at once is hard to bring about for show.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID

from domain.events import DecisionReversed, DecisionTaken, ProposalMade
from domain.kinds import Route, Seat
from domain.values import EventId
from projections.power.breaches import Breaches
from projections.power.decisions import (
    Decision,
    around,
    decision_of,
    decisions,
    ever,
)
from projections.power.evidence import Evidence, Fact, Stream
from projections.power.games import behind_chairs, game_of
from projections.power.knowing import reached_in_time
from projections.power.ratification import Agreed, agreed, agreeing
from projections.power.rights import Rights
from projections.power.settings import Settings
from projections.power.spending import BY_ALL

TOGETHER = BY_ALL | {Route.DELEGATED_MEMBER, Route.DELEGATED_JOINT}


class Needed(StrEnum):
    """What has to be so for a decision to be shared, in the order in which it is told."""

    ROUTE = "route"
    RIGHT = "right"
    NOT_STAFF_ALONE = "staff could not pass it alone"
    TIME = "time"
    REASON = "reason"
    STANDS = "not undone past the committee"


@dataclass(frozen=True)
class Judged:
    """A decision, and what was not so of it: nothing where it was shared."""

    decision: Decision
    failed: tuple[Needed, ...]
    weight: int

    @property
    def taken(self) -> DecisionTaken:
        """The event that tells of it."""
        return self.decision.taken


class Judge:
    """Holds decisions against the six conditions."""

    def __init__(self, evidence: Evidence, settings: Settings) -> None:
        self.settings = settings
        self._failed: dict[EventId, tuple[Needed, ...]] = {}
        self._rights, self._breaches = evidence.once(Rights), evidence.once(Breaches)
        self._taken = decisions(evidence)
        self._replacing: dict[EventId, list[Decision]] = defaultdict(list)
        for one in ever(evidence):
            if one.taken.replaces and one.said_yes:
                self._replacing[one.taken.replaces].append(one)

    def failed(self, one: Decision) -> tuple[Needed, ...]:
        """What is not so of a decision."""
        name = one.taken.event_id
        if name not in self._failed:
            self._failed[name] = self._found_missing(one)
        return self._failed[name]

    def _found_missing(self, one: Decision) -> tuple[Needed, ...]:
        holds = {
            Needed.ROUTE: _by_shared_route(one),
            Needed.RIGHT: self._rights.holds(one.taken) and not self._breaches.of(one),
            Needed.NOT_STAFF_ALONE: not staff_could_alone(one),
            Needed.TIME: _in_time(one, self.settings),
            Needed.REASON: one.has_reason,
            Needed.STANDS: not self._is_undone_past_us(one),
        }
        return tuple(needed for needed in Needed if not holds[needed])

    def judged(self) -> list[Judged]:
        """Every decision of the window, one by one."""
        return [Judged(one, self.failed(one), int(one.stake)) for one in self._taken]

    def choices(self) -> list[Judged]:
        """The same, where parts of one idea that were all shared count as one choice.

        Parts that were not shared count one by one: neither cutting a choice into many nor
        lumping many into one makes the share look better.
        """
        parts: dict[UUID, list[Judged]] = defaultdict(list)
        for one in self.judged():
            parts[_line_up(one.decision)[-1].id].append(one)
        return [choice for found in parts.values() for choice in _as_one(found)]

    def behind(self, taken: Iterable[Decision] | None = None) -> list[Fact]:
        """All that this rests on: of these decisions, or of all in the window."""
        told = self._taken if taken is None else list(taken)
        agreed_by = [by for one in told if (by := agreeing(one))]
        undone_by = [by for one in told for by in self._undone_by(one) if by]
        whole = [*told, *agreed_by, *undone_by]
        above = [up.events[0] for one in told for up in _line_up(one)]
        return [*around(whole), *above, *behind_chairs(whole), *self._breaches.behind(told)]

    def _is_undone_past_us(self, one: Decision) -> bool:
        """Whether anything else than a decision of all undid it, or one by its own route."""
        own = {one.route} & TOGETHER
        return any(by is None or by.route not in BY_ALL | own for by in self._undone_by(one))

    def _undone_by(self, one: Decision) -> list[Decision | None]:
        """The decisions that ended it or took its place; none where that names no decision."""
        ended = one.stream.only(DecisionReversed)
        cited = [self._rights.cited(undone) for undone in ended]
        found = [
            decision_of(one.evidence, it) if isinstance(it, DecisionTaken) else None for it in cited
        ]
        return [*found, *self._replacing[one.taken.event_id]]


def judge(evidence: Evidence, settings: Settings) -> Judge:
    """The judge by these settings, who looks at each decision once."""
    kept = evidence.once(_judges)
    found = next((one for one in kept if one.settings == settings), None)
    if found is None:
        found = Judge(evidence, settings)
        kept.append(found)
    return found


def _judges(evidence: Evidence) -> list[Judge]:
    del evidence
    return []


def staff_could_alone(one: Decision) -> bool:
    """Whether staff could have passed it, or nobody can show that they could not.

    What was decided in a hurry stands by whoever agreed to it afterwards.
    """
    by = agreeing(one) if one.route is Route.URGENT else None
    one = by or one
    game = game_of(one) if one.route in BY_ALL else None
    if game is None:
        return one.deciding_seats == {Seat.STAFF}
    return game.can_pass(Seat.STAFF) is not False


def _by_shared_route(one: Decision) -> bool:
    if one.route is Route.URGENT:
        return agreed(one) is Agreed.IN_TIME
    return one.route in TOGETHER


def _in_time(one: Decision, settings: Settings) -> bool:
    if one.route is Route.URGENT:
        return agreed(one) is Agreed.IN_TIME
    return reached_in_time(one, settings)


def _line_up(one: Decision) -> list[Stream]:
    """The idea, what it is a part of, and so on up to the whole."""
    found, made = [one.stream], one.made
    while made and made.part_of and (up := one.evidence.streams.get(made.part_of)):
        if up in found:
            break
        found.append(up)
        made = up.first(ProposalMade)
    return found


def _as_one(parts: Sequence[Judged]) -> Iterator[Judged]:
    """One choice, as big as its biggest part, if all were shared; else those that were not."""
    missed = [one for one in parts if one.failed]
    if missed:
        yield from missed
    else:
        yield replace(parts[0], weight=max(one.weight for one in parts))
