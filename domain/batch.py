"""Many commands written in few transactions: how a history is taken in."""

from collections.abc import Iterable
from typing import Protocol
from uuid import UUID

from domain.events import Event
from domain.ids import ImportId
from domain.vault import ImportedLine, Keepsakes, Reference

BATCH_EVENTS = 5_000


class Writing(Protocol):
    """Whoever writes a batch down: the ledger."""

    def flush(self, batch: "Batch") -> None: ...

    def forget(self, streams: Iterable[UUID]) -> None: ...


class Batch:
    """Commands whose events wait to be written together: how a history is taken in.

    Line by line: what a line's commands did stands once :meth:`line` says so. Until then
    :meth:`take_back` undoes it, so that a line that is refused leaves nothing half done.
    """

    def __init__(self, ledger: Writing, *, at_once: bool = False) -> None:
        self.at_once = at_once
        self.events: list[Event] = []
        self.kept = Keepsakes()
        self.flushed = 0
        self._ledger = ledger
        self._stands = (0, 0)

    @property
    def is_full(self) -> bool:
        """Whether so much waits that it is time to write."""
        return len(self.events) >= BATCH_EVENTS

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
        if self.is_full:
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
