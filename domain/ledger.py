"""How a command reaches the log: load, decide, write; and again when somebody else wrote first."""

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import lru_cache
from itertools import islice
from threading import RLock
from time import monotonic
from typing import ClassVar, TypeVar
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import IntegrityError

from domain.aggregate import Aggregate
from domain.errors import LogBusy, LogFull, NotFound, RuleBroken
from domain.events import Event
from domain.ids import ImportId
from domain.log import Envelope, LogRecorder, Row
from domain.mapper import EventMapper, seals_in
from domain.values import EventId, Source, place_of
from domain.vault import ImportedLine, Keepsakes, Reference, Vault

T = TypeVar("T")
A = TypeVar("A", bound=Aggregate)
B = TypeVar("B", bound=Aggregate)
E = TypeVar("E", bound=Event)

PATIENCE_SECONDS = 5.0
STREAMS_KEPT = 512
BATCH_EVENTS = 5_000
PAGE_EVENTS = 2_000

BUSY = "Many people are writing at once. Nothing was saved. Please try again."
FULL = "There is no room left on the disk. Nothing was saved. Ask for help with this computer."


class Desk:
    """The streams that one command looks at. What it changed on them is written together."""

    def __init__(self, load: Callable[[type[Aggregate], UUID], Aggregate]) -> None:
        self._load = load
        self.streams: dict[UUID, Aggregate] = {}
        self.begun: list[Aggregate] = []

    def get(self, kind: type[A], stream: UUID) -> A:
        """The stream with this id, or the sentence that there is none."""
        found = self.streams.get(stream)
        if isinstance(found, kind):
            return found
        found = found or self._load(kind, stream)
        if not isinstance(found, kind):
            raise NotFound(f"There is no such {kind.WHAT}.")
        self.streams[stream] = found
        return found

    def first_of(self, kind: type[A], other: type[B], stream: UUID) -> A | B:
        """The stream with this id, of whichever of two kinds it is."""
        with suppress(NotFound):
            return self.get(kind, stream)
        return self.get(other, stream)

    def add(self, stream: A) -> A:
        """A stream that begins with this command."""
        self.streams[stream.id] = stream
        self.begun.append(stream)
        return stream


class _Overtaken(Exception):
    """Another process wrote something that this command rested on."""


class Batch:
    """Commands whose events wait to be written together: how a history is taken in.

    Line by line: what a line's commands did stands once :meth:`line` says so. Until then
    :meth:`take_back` undoes it, so that a line that is refused leaves nothing half done.
    """

    def __init__(self, ledger: "Ledger", *, at_once: bool = False) -> None:
        self.at_once = at_once
        self.events: list[Event] = []
        self.kept = Keepsakes()
        self.flushed = 0
        self._ledger = ledger
        self._stands = (0, 0)

    @property
    def recorded(self) -> int:
        """How many events the commands in here have made so far."""
        return self.flushed + len(self.events)

    def refer(self, kind: str, scope: str, name: str, stream: UUID) -> None:
        """Keep what the file calls this."""
        self.kept.references.append(Reference(kind, scope, name, stream))

    def line(self, identity: bytes | None, run: ImportId, line: int) -> None:
        """Keep that this line was taken in. What its commands did stands from here on.

        A line that is told again by its event's own id has no other identity.
        """
        if identity is not None:
            self.kept.lines.append(ImportedLine(identity, run, line))
        if len(self.events) >= BATCH_EVENTS:
            self._ledger.flush(self)
        self._stands = len(self.events), len(self.kept.references)

    def take_back(self) -> None:
        """Undo what was done since the last line that stands."""
        events, references = self._stands
        undone = {event.originator_id for event in self.events[events:]}
        del self.events[events:], self.kept.references[references:]
        self._ledger.flush(self)
        self._ledger.forget(undone)
        self._stands = len(self.events), len(self.kept.references)


class Ledger(Application[UUID]):
    """The log, and the discipline of writing to it. It knows no committee and no rule.

    One lock lets one command at a time decide and write: SQLite has one writer in any case, and
    so two presses at once in this process never meet in the file. Another process is met there:
    the stream's next place is taken, or a stream that was looked at has moved on, and the command
    is run again on what the other one wrote.
    """

    env: ClassVar[dict[str, str]] = {
        "PERSISTENCE_MODULE": "domain.log:LogFactory",
        "MAPPER_TOPIC": "domain.mapper:EventMapper",
    }
    mapper: EventMapper
    recorder: LogRecorder

    def __init__(self, log: str, vault: Vault) -> None:
        super().__init__({"SQLITE_DBNAME": log})
        self.vault = vault
        self._lock = RLock()
        self._kept: OrderedDict[UUID, Aggregate] = OrderedDict()
        self._batch: Batch | None = None

    # ---- Writing

    def _do(self, work: Callable[[Desk], T]) -> T:
        """Run a command on a desk and write down what it changed, all of it or nothing.

        Whoever was overtaken by another process has the log to themselves the next time, or those
        who write without a pause would never let them in.
        """
        with self._lock:
            if self._batch is not None:
                return self._run(work)
            patience = monotonic() + PATIENCE_SECONDS
            once: Callable[[], AbstractContextManager[None]] = nullcontext
            while True:
                try:
                    with once():
                        return self._run(work)
                except _Overtaken:
                    if monotonic() > patience:
                        raise LogBusy(BUSY) from None
                    once = self._alone

    def _run(self, work: Callable[[Desk], T]) -> T:
        desk = Desk(self._stream)
        try:
            answer = work(desk)
        except RuleBroken:
            self._clear(desk)
            raise
        except BaseException:
            self.forget(desk.streams)
            raise
        if self._batch is not None:
            self._put_by(self._batch, desk)
        else:
            self._write(desk)
        return answer

    @contextmanager
    def _alone(self, words: AbstractContextManager[None] | None = None) -> Iterator[None]:
        """Nobody else writes meanwhile; what is written is kept when this ends, or none of it.

        ``words`` keeps back what goes to ``private.db``, until just before the log is kept.
        """
        try:
            with self.recorder.at_once(), words or nullcontext():
                yield
        except BaseException as problem:
            self._kept.clear()
            self.vault.take_back(self._is_recorded)
            if sentence := _in_words(problem):
                raise sentence from problem
            raise

    def _write(self, desk: Desk) -> None:
        """Write down what a command changed, if what it rested on still holds."""
        looked_at = {s.id: s.version for s in desk.streams.values() if not s.pending}
        events = [event for stream in desk.streams.values() for event in stream.collect()]
        try:
            if events:
                self._record_all(events, Keepsakes(), looked_at)
            else:
                self._must_be_up_to_date(looked_at)
        except IntegrityError:
            self.forget(desk.streams)
            raise _Overtaken from None
        except BaseException:
            self.forget(desk.streams)
            raise
        self._keep(desk)

    def _put_by(self, batch: Batch, desk: Desk) -> None:
        """What a command changed waits in a batch."""
        for stream in desk.streams.values():
            if stream.pending:
                batch.events += stream.collect()
        self._keep(desk)
        if not batch.at_once and len(batch.events) >= BATCH_EVENTS:
            self.flush(batch)

    def _record_all(
        self, events: Sequence[Event], kept: Keepsakes, looked_at: Mapping[UUID, int] | None = None
    ) -> None:
        """The words first, into ``private.db``; then the events. Never the other way round.

        ``looked_at`` are the streams that the command only read, and how far: what they say has to
        hold still while the events are written.
        """
        witness, seal = events[0].event_id, None
        envelopes = [Envelope(event.recorded_at, seals_in(event)) for event in events]
        for event, envelope in zip(events, envelopes, strict=True):
            if fresh := [one for one in envelope.seals if one.is_fresh]:
                if not kept.seals:
                    witness, seal = event.event_id, fresh[0]
                kept.seals += fresh
        try:
            if kept:
                self.vault.keep(kept, witness, seal)
            self.recorder.insert_events(
                [self.mapper.to_stored_event(event) for event in events],
                envelopes=envelopes,
                looked_at=looked_at or {},
            )
        except BaseException as problem:
            if kept and not self.recorder.is_at_once:
                self.vault.take_back(self._is_recorded)
            if sentence := _in_words(problem):
                raise sentence from problem
            raise

    @contextmanager
    def batch(self, *, at_once: bool = False) -> Iterator[Batch]:
        """Commands in here are written in large transactions, in order, under the same rules.

        With ``at_once`` it is one transaction: all of it is kept when it ends, or none of it.
        """
        with self._lock:
            self._batch = batch = Batch(self, at_once=at_once)
            try:
                with self._alone(self.vault.at_once()) if at_once else nullcontext():
                    yield batch
                    self.flush(batch)
            except BaseException:
                self._kept.clear()
                raise
            finally:
                self._batch = None

    def flush(self, batch: Batch) -> None:
        """Write what waits in a batch."""
        if batch.events:
            try:
                self._record_all(batch.events, batch.kept)
            except IntegrityError:
                raise LogBusy(BUSY) from None
            batch.flushed += len(batch.events)
            batch.events, batch.kept = [], Keepsakes()
        self._shelve()

    def sweep(self) -> int:
        """Forget words that a crash left without their event. For whoever holds the log alone."""
        return self.vault.sweep(self._is_recorded)

    def _is_recorded(self, witness: EventId, seal: str | None) -> bool:
        stream, version = place_of(witness)
        rows = self.recorder.select_events(stream, gt=version - 1, lte=version)
        return bool(rows) and (seal is None or seal.encode() in rows[0].state)

    def close(self) -> None:
        """Close the log. The vault belongs to whoever opened it."""
        self.recorder.close()
        super().close()

    # ---- Streams, kept in memory between commands

    def _stream(self, kind: type[Aggregate], stream: UUID) -> Aggregate:
        known = self._kept.get(stream)
        if known is not None:
            self._kept.move_to_end(stream)
            return known
        events = self.events_of(stream)
        if not events or not events[0].TOPIC.startswith(f"{kind.STREAM}."):
            raise NotFound(f"There is no such {kind.WHAT}.")
        self._kept[stream] = loaded = kind(stream).replay(events)
        return loaded

    def known(self, stream: UUID) -> Aggregate | None:
        """A stream as it lies in memory, if it does; it may be behind what others wrote."""
        return self._kept.get(stream)

    def _keep(self, desk: Desk) -> None:
        for stream in desk.begun:
            self._kept[stream.id] = stream
        if self._batch is None or not self._batch.events:
            self._shelve()

    def _shelve(self) -> None:
        """Let go of the streams that were asked for longest ago."""
        while len(self._kept) > STREAMS_KEPT:
            self._kept.popitem(last=False)

    def forget(self, streams: Iterable[UUID]) -> None:
        """Let go of these streams; whoever asks for one next loads it from the log."""
        for stream in streams:
            self._kept.pop(stream, None)

    def _clear(self, desk: Desk) -> None:
        """After a refusal: drop what was half decided.

        A refusal that rested on an old state, because another process wrote, is asked again.
        """
        batch = self._batch
        if batch and not batch.at_once and any(s.pending for s in desk.streams.values()):
            self.flush(batch)
        behind = False
        for stream in desk.streams.values():
            known = stream.version - len(stream.pending)
            if self._batch is None and self.recorder.last_version(stream.id) > known:
                behind = True
            elif not stream.pending:
                continue
            self._kept.pop(stream.id, None)
        if behind:
            raise _Overtaken

    def _must_be_up_to_date(self, looked_at: Mapping[UUID, int]) -> None:
        last = self.recorder.last_version
        if any(last(stream) > known for stream, known in looked_at.items()):
            raise _Overtaken

    # ---- Reading

    def current(self, kind: type[A], stream: UUID) -> A:
        """A stream as it stands, also with what waits in a batch; to be looked at only."""
        return self._do(lambda desk: desk.get(kind, stream))

    def version_of(self, stream: UUID) -> int:
        """How many events a stream has, also of those that wait in a batch; 0 where it has none."""
        known = self._kept.get(stream)
        return self.recorder.last_version(stream) if known is None else known.version

    def kind_of(self, stream: UUID) -> str | None:
        """What a stream is about, as its topics say: a person, a task."""
        if known := self._kept.get(stream):
            return known.STREAM
        first = self.recorder.select_events(stream, limit=1)
        return first[0].topic.partition(".")[0] if first else None

    def first_told_by(self, source: Source) -> EventId | None:
        """The first event that this line of an import became."""
        waiting = self._batch.events if self._batch else ()
        for event in waiting:
            if event.source == source:
                return event.event_id
        return self.recorder.select_told_by(source.model_dump_json())

    def position_of(self, event: EventId) -> int | None:
        """Where an event stands in the log, or will stand once its batch is written."""
        for number, waiting in enumerate(self._batch.events if self._batch else ()):
            if waiting.event_id == event:
                return self.recorder.next_position() + number
        return self.recorder.position_of(*place_of(event))

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

    def event_here(self, name: EventId) -> Event:
        """The same for whoever writes: what waits in their batch counts as well."""
        waiting = self._batch.events if self._batch else ()
        return next((one for one in waiting if one.event_id == name), None) or self.event(name)

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

    def position(self) -> int:
        """The number of the last event in the log; 0 while it is empty."""
        return self.recorder.end()

    def position_here(self) -> int:
        """The same for whoever writes: what waits in their batch counts as well."""
        with self._lock:
            if self._batch is None:
                return self.position()
            waiting = self._batch.recorded if self._batch.at_once else len(self._batch.events)
            return self.position() + waiting

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


@lru_cache(maxsize=STREAMS_KEPT)
def _id(stream: str) -> UUID:
    """The id of a stream, which many events in a row have in common."""
    return UUID(stream)


def _in_words(problem: BaseException) -> RuleBroken | None:
    """A full disk, or a file that others hold too long, as a sentence for a person."""
    code = getattr(problem.__cause__ or problem, "sqlite_errorcode", 0) & 0xFF
    match code:
        case sqlite3.SQLITE_FULL:
            return LogFull(FULL)
        case sqlite3.SQLITE_BUSY:
            return LogBusy(BUSY)
        case _:
            return None
