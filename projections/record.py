"""The record of one committee: what was written down about it and about all that belongs to it."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import ClassVar
from uuid import UUID

from domain.events import (
    CommitteeFounded,
    Event,
    MeetingCalled,
    MeetingOpened,
    PlanMade,
    ProposalMade,
    TaskAdded,
)
from domain.ids import CommitteeId
from projections.audit import Audit, Entry
from projections.read_model import ReadModel, Rows, on, question, uid
from projections.stops import Stop

A_FEW, MANY = 50, 500
LOOKED_THROUGH = 5_000
"""So many lines of the log are looked through, one by one, before the streams are asked instead."""

Belonging = MeetingCalled | MeetingOpened | PlanMade | ProposalMade | TaskAdded


class Record(ReadModel):
    """Which committee each stream belongs to. A person's stream belongs to none."""

    NAME = "record"
    TABLES: ClassVar[dict[str, str]] = {
        "home": "(stream BLOB PRIMARY KEY, committee BLOB) WITHOUT ROWID",
    }
    INDEXES = ("home_committee ON home (committee, stream)",)
    STATEMENTS: ClassVar[dict[str, str]] = {"home": "INSERT OR IGNORE INTO home VALUES (?, ?)"}

    @on(CommitteeFounded)
    def founded(self, event: CommitteeFounded, _: int, rows: Rows) -> None:
        rows["home"].append((event.originator_id.bytes, event.originator_id.bytes))

    @on(MeetingCalled, MeetingOpened, PlanMade, ProposalMade, TaskAdded)
    def begun(self, event: Belonging, _: int, rows: Rows) -> None:
        rows["home"].append((event.originator_id.bytes, event.committee.bytes))

    @question
    def home(self, stream: UUID) -> CommitteeId | None:
        """The committee to which this belongs, if it belongs to any."""
        found = self.row("SELECT committee FROM home WHERE stream = ?", stream.bytes)
        return CommitteeId(uid(found[0])) if found else None

    @question
    def lines(
        self,
        committee: CommitteeId,
        limit: int,
        before: int | None = None,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[Entry]:
        """The last lines of a committee's record, the newest first; or the last before a place."""
        stop, end = Stop(at, known), self.views.ledger.position() + 1
        end = end if before is None else min(before, end)
        audit, found = self.views.of(Audit), self._lines(committee, end, limit)
        told = (one for one in found if stop.counts(*one) and audit.tells(one[1]))
        return audit.told(islice(told, limit), stop)

    def _lines(self, committee: CommitteeId, end: int, limit: int) -> Iterator[tuple[int, Event]]:
        """Backwards through the log; where others have filled it, through this one's streams."""
        ledger, start = self.views.ledger, max(0, end - 1 - LOOKED_THROUGH)
        while end - 1 > start:
            from_here = max(start, end - 1 - A_FEW)
            some = ledger.placed_streams(from_here, end - 1)
            ours = {stream: self.home(stream) == committee for stream in {s for _, s in some}}
            for position, stream in reversed(some):
                if ours[stream]:
                    yield next(ledger.since(position - 1, limit=1))
            end = from_here + 1
        while start and (found := self._last(committee, end, limit)):
            for position in found:
                yield next(ledger.since(position - 1, limit=1))
            end = found[-1]

    def _last(self, committee: CommitteeId, end: int, limit: int) -> list[int]:
        query, found = "SELECT stream FROM home WHERE committee = ?", list[int]()
        streams = [uid(key) for (key,) in self.rows(query, committee.bytes)]
        for first in range(0, len(streams), MANY):
            found += self.views.ledger.last_of(streams[first : first + MANY], end, limit)
        return sorted(found, reverse=True)[:limit]
