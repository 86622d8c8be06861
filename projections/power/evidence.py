"""What happened, sorted for the measures: one pass over events, by stream and kind.

Nothing is judged here. A stream keeps its events as they were told; a ballot, of which there may be
a million, is kept as the little that measures need of it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TypeVar, cast
from uuid import UUID

from domain.events import (
    AdjustmentAsked,
    AdjustmentMade,
    BallotCast,
    BallotWithdrawn,
    CommitteeFounded,
    Event,
    MeetingCalled,
    MeetingOpened,
    PersonSeated,
    PlanMade,
    ProposalMade,
    TaskAdded,
)
from domain.ids import CommitteeId
from domain.kinds import Seat, Through
from domain.values import EventId, event_ids
from projections.at_rest import collector_at_rest
from projections.power.ballots import Ballot, ballot
from projections.power.seats import Seats

E = TypeVar("E", bound=Event)
T = TypeVar("T")


Fact = Event | Ballot
"""What a measure can rest on."""


@dataclass
class Stream:
    """All that was told of one thing: a proposal, a job, a plan, a meeting, a person."""

    id: UUID
    events: list[Event] = field(default_factory=list)
    ballots: list[Ballot] = field(default_factory=list)
    _by_kind: dict[type[Event], list[Event]] = field(default_factory=lambda: defaultdict(list))

    def add(self, event: Event) -> None:
        """Take one more event of this stream, in the order of the log."""
        self.events.append(event)
        self._by_kind[type(event)].append(event)

    def only(self, kind: type[E]) -> Sequence[E]:
        """Its events of one kind."""
        return cast("Sequence[E]", self._by_kind.get(kind, ()))

    @property
    def kinds(self) -> Iterable[type[Event]]:
        """Of which kinds something was told."""
        return self._by_kind

    def first(self, kind: type[E]) -> E | None:
        """The first of this kind."""
        return next(iter(self.only(kind)), None)

    def last(self, kind: type[E]) -> E | None:
        """The last of this kind, which holds."""
        return next(reversed(self.only(kind)), None)

    def standing(self) -> list[Ballot]:
        """The last answer of each voter who did not take it back."""
        last = {one.voter: one for one in self.ballots}
        if not self.only(BallotWithdrawn):
            return [*last.values()]
        back = {one.voter: one.originator_version for one in self.only(BallotWithdrawn)}
        return [one for one in last.values() if one.originator_version > back.get(one.voter, -1)]

    @property
    def is_of_a_person(self) -> bool:
        """Whether it tells of somebody and not of a thing of the committee."""
        return bool(self.events) and isinstance(self.events[0], AdjustmentAsked | AdjustmentMade)

    @property
    def facts(self) -> list[Fact]:
        """Everything told of it."""
        return [*self.events, *self.ballots]


@dataclass(frozen=True, slots=True)
class Window:
    """From one moment up to another, by when things happened; open on the side that is none."""

    first: datetime | None = None
    last: datetime | None = None

    def holds(self, moment: datetime) -> bool:
        """Whether this moment lies in it."""
        return (self.first is None or self.first <= moment) and (
            self.last is None or moment <= self.last
        )


EVER = Window()


class Evidence:
    """What was told of one committee, up to the end of a window.

    What lies before the window stays: who sat where, and by which right, is known from there.
    """

    def __init__(
        self, events: Iterable[Fact], committee: CommitteeId, window: Window = EVER
    ) -> None:
        self.committee, self.window = committee, window
        self.streams: dict[UUID, Stream] = {}
        self._found: dict[object, object] = {}
        with collector_at_rest():
            for event in events:
                self._add(event)
            self._leave_out_strangers()

    def of(self, kind: type[E]) -> Iterator[E]:
        """Every event of this kind that lies in the window."""
        holds = self.window.holds
        return (event for event in self.ever(kind) if holds(event.occurred_at))

    def ever(self, kind: type[E]) -> Iterator[E]:
        """Every event of this kind up to the end of the window."""
        return (event for stream in self.having(kind) for event in stream.only(kind))

    def having(self, kind: type[E]) -> Sequence[Stream]:
        """Every stream in which this kind was told, in the order in which they began."""
        return self.once(_by_kind).get(kind, ())

    def begun_by(self, kind: type[E]) -> Iterator[tuple[Stream, E]]:
        """Every stream that begins with this kind, with its beginning."""
        for stream in self.having(kind):
            yield stream, stream.only(kind)[0]

    def ever_since(self) -> "Evidence":
        """The same without a beginning: also what happened before the window."""
        return self.since(None)

    def since(self, first: datetime | None) -> "Evidence":
        """The same in a window that begins elsewhere."""
        other = Evidence((), self.committee, Window(first, self.window.last))
        other.streams = self.streams
        return other

    @cached_property
    def seats(self) -> Seats:
        """Who sat where, and when."""
        stream = self.streams.get(self.committee)
        return Seats(stream.events if stream else [])

    def cast_as(self, ballots: Iterable[Ballot]) -> Iterator[tuple[Ballot, Seat | None]]:
        """Those of these ballots that lie in the window, each with the seat of its voter then."""
        for at, some in groupby(ballots, _MOMENT):  # mostly they come moment by moment
            if self.window.holds(at):
                seated = self.seats.seated(at)
                for one in some:
                    sitting = seated.get(one.voter)
                    yield one, sitting.seat if sitting else None

    def beginnings(self, facts: Iterable[Fact]) -> list[Event]:
        """The first event of each of their streams, which says whose they are.

        What is told of people says so nowhere: they are of the committee where they have a seat.
        """
        some = dict.fromkeys(key for key, _ in groupby(facts, _STREAM))  # mostly stream by stream
        found = [stream for key in some if (stream := self.streams[key]).events]
        people = {stream.id for stream in found if stream.is_of_a_person}
        seated = [one for one in self.ever(PersonSeated) if one.person in people] if people else []
        return [*(stream.events[0] for stream in found), *seated]

    def known(self, name: EventId) -> Event | None:
        """The event of this name, if it was told of this committee."""
        stream, _, version = name.partition("@")
        told = self.streams.get(UUID(stream))
        if told is None:
            return None
        return next((e for e in told.events if e.originator_version == int(version)), None)

    def once(self, find: Callable[["Evidence"], T]) -> T:
        """What many measures ask for, found once."""
        if find not in self._found:
            self._found[find] = find(self)
        return cast("T", self._found[find])

    def _add(self, event: Fact) -> None:
        if self.window.last is not None and event.occurred_at > self.window.last:
            return
        stream = self.streams.get(event.originator_id)
        if isinstance(event, Ballot | BallotCast):
            if stream is not None:
                stream.ballots.append(event if isinstance(event, Ballot) else ballot(event))
        elif self._is_ours(event):
            if stream is None:
                stream = self.streams[event.originator_id] = Stream(event.originator_id)
            stream.add(event)

    def _leave_out_strangers(self) -> None:
        """What people need who never sat here is another committee's."""
        seated = {one.person for one in self.ever(PersonSeated)}
        kept = self.streams.items()
        strange = [who for who, one in kept if one.is_of_a_person and who not in seated]
        for who in strange:
            del self.streams[who]
        self._found.clear()

    def _is_ours(self, event: Event) -> bool:
        """Streams are of the committee that their first event names; people are of everybody."""
        if isinstance(event, CommitteeFounded) or event.originator_id == self.committee:
            return event.originator_id == self.committee
        if isinstance(event, HOMES):
            return event.committee == self.committee
        if isinstance(event, AdjustmentAsked | AdjustmentMade):
            return True
        return event.originator_id in self.streams


def _by_kind(evidence: Evidence) -> dict[type[Event], list[Stream]]:
    found: dict[type[Event], list[Stream]] = defaultdict(list)
    for stream in evidence.streams.values():
        for kind in stream.kinds:
            found[kind].append(stream)
    return dict(found)


_STREAM, _MOMENT = attrgetter("originator_id"), attrgetter("occurred_at")
HOMES = (ProposalMade, PlanMade, TaskAdded, MeetingCalled, MeetingOpened)


def names(facts: Iterable[Fact]) -> Iterator[EventId]:
    """What these are called; mostly they come stream by stream."""
    for stream, some in groupby(facts, _STREAM):
        yield from event_ids(stream, (fact.originator_version for fact in some))


def noted_at(fact: Fact) -> datetime | None:
    """When it was first written down: here, or in the source that it comes from, if that says so.

    The day on which a history was taken in here says nothing about when others wrote it down.
    """
    if fact.noted_at is not None or fact.through is Through.IMPORT:
        return fact.noted_at
    return fact.recorded_at
