"""How a command reaches the log: load, decide, write; and again when somebody else wrote first."""

import sqlite3
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from threading import RLock
from time import monotonic
from typing import TypeVar
from uuid import UUID

from eventsourcing.persistence import IntegrityError

from domain.aggregate import Aggregate
from domain.batch import Batch
from domain.errors import LogBusy, LogFull, NotFound, RuleBroken
from domain.events import Event
from domain.log import Envelope
from domain.log_reader import LogReader
from domain.mapper import seals_in
from domain.values import EventId, Source, place_of
from domain.vault import Keepsakes, Vault

T = TypeVar("T")
A = TypeVar("A", bound=Aggregate)
B = TypeVar("B", bound=Aggregate)

PATIENCE_SECONDS = 5.0
STREAMS_KEPT = 512

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


class Ledger(LogReader):
    """The log, and the discipline of writing to it. It knows no committee and no rule.

    One lock lets one command at a time decide and write: SQLite has one writer in any case, and
    so two presses at once in this process never meet in the file. Another process is met there:
    the stream's next place is taken, or a stream that was looked at has moved on, and the command
    is run again on what the other one wrote.
    """

    def __init__(self, log: str, vault: Vault) -> None:
        super().__init__(log)
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
        if not batch.at_once and batch.is_full:
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

    # ---- Reading, also what lies in memory and what waits in a batch

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
        return super().position_of(event)

    def event_here(self, name: EventId) -> Event:
        """The same for whoever writes: what waits in their batch counts as well."""
        waiting = self._batch.events if self._batch else ()
        return next((one for one in waiting if one.event_id == name), None) or self.event(name)

    def position_here(self) -> int:
        """The same for whoever writes: what waits in their batch counts as well."""
        with self._lock:
            if self._batch is None:
                return self.position()
            waiting = self._batch.recorded if self._batch.at_once else len(self._batch.events)
            return self.position() + waiting


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
