"""What the log holds, as events: one, those of a stream, or all from a place on."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import ClassVar, TypeVar
from uuid import UUID

from eventsourcing.application import Application

from domain.errors import NotFound
from domain.events import Event
from domain.log import LogRecorder, Row
from domain.mapper import EventMapper
from domain.values import EventId, place_of

E = TypeVar("E", bound=Event)

PAGE_EVENTS = 2_000
STREAMS_IN_A_ROW = 512


class LogReader(Application[UUID]):
    """The log, for whoever asks what lies there. What waits to be written, it does not know."""

    env: ClassVar[dict[str, str]] = {
        "PERSISTENCE_MODULE": "domain.log:LogFactory",
        "MAPPER_TOPIC": "domain.mapper:EventMapper",
    }
    mapper: EventMapper
    recorder: LogRecorder

    def __init__(self, log: str) -> None:
        super().__init__({"SQLITE_DBNAME": log})

    # ---- One event, or those of one stream

    def events_of(self, stream: UUID) -> list[Event]:
        """Every event of one stream, in order."""
        return [self.mapper.to_domain_event(row) for row in self.recorder.select_events(stream)]

    def event(self, name: EventId) -> Event:
        """One event by its name."""
        stream, version = place_of(name)
        rows = self.recorder.select_events(stream, gt=version - 1, lte=version)
        if not rows:
            raise NotFound("There is no such entry in the log.")
        return self.mapper.to_domain_event(rows[0])

    def placed_event(self, name: EventId) -> tuple[int, Event]:
        """One event by its name, with its position in the log."""
        stream, version = place_of(name)
        found = self.recorder.select_placed(stream, version)
        if not found:
            raise NotFound("There is no such entry in the log.")
        return found[0].id, self.mapper.to_domain_event(found[0])

    def placed_events_of(self, stream: UUID) -> list[tuple[int, Event]]:
        """Every event of one stream, each with its position in the log."""
        rows = self.recorder.select_placed(stream)
        return [(row.id, self.mapper.to_domain_event(row)) for row in rows]

    def position_of(self, event: EventId) -> int | None:
        """Where an event stands in the log."""
        return self.recorder.position_of(*place_of(event))

    # ---- From a place on

    def position(self) -> int:
        """The number of the last event in the log; 0 while it is empty."""
        return self.recorder.end()

    def history(
        self, after: int = 0, upto: int | None = None, limit: int = PAGE_EVENTS
    ) -> Iterator[list[tuple[int, Event]]]:
        """The log from there on, in pages, each event with its position."""
        events = self.since(after, upto, limit)
        while page := list(islice(events, limit)):
            yield page

    def since(
        self, after: int = 0, upto: int | None = None, limit: int = PAGE_EVENTS
    ) -> Iterator[tuple[int, Event]]:
        """The log from there on, one event at a time: many at once are slow to tidy away after.

        ``limit`` is how many rows are fetched together.
        """
        for position, stream, version, topic, state in self.rows(upto, after, limit):
            yield position, self.mapper.event(_id(stream), version, topic, state)

    def rows(
        self, upto: int | None = None, after: int = 0, limit: int = PAGE_EVENTS
    ) -> Iterator[Row]:
        """The same as it lies there, for whoever needs only a part of each event."""
        while rows := self.recorder.select_rows(after, upto, limit):
            yield from rows
            after = rows[-1][0]

    def told_since(self, kind: type[E], event: EventId) -> list[E]:
        """The events of one kind that the log holds after this one."""
        rows = self.recorder.select_told(kind.TOPIC, self.position_of(event) or 0)
        told = (self.mapper.event(_id(row[1]), *row[2:]) for row in rows)
        return [one for one in told if isinstance(one, kind)]

    def placed_streams(self, after: int, upto: int) -> list[tuple[int, UUID]]:
        """Positions of the log, each with the stream whose event lies there."""
        return [
            (position, _id(stream))
            for position, stream in self.recorder.select_streams(after, upto)
        ]

    def last_of(self, streams: Sequence[UUID], before: int, limit: int) -> Sequence[int]:
        """The last positions before this one at which events of these streams lie."""
        return self.recorder.select_last_of(streams, before, limit)

    def naming(self, thing: UUID, upto: int | None = None) -> Iterator[tuple[int, Event]]:
        """Every event of this stream, and every other event that names it, in the log's order."""
        after = 0
        while rows := self.recorder.select_naming(thing, after, upto, PAGE_EVENTS):
            for position, stream, version, topic, state in rows:
                yield position, self.mapper.event(_id(stream), version, topic, state)
            after = rows[-1][0]


@lru_cache(maxsize=STREAMS_IN_A_ROW)
def _id(stream: str) -> UUID:
    """The id of a stream, which many events in a row have in common."""
    return UUID(stream)
