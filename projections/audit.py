"""Who decided what, when, and by which right: from any change back to the votes behind it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from domain.errors import NotFound
from domain.events import EVENTS as ALL
from domain.events import Authorised, Event
from domain.mapper import seals_in
from domain.values import EventId
from projections.naming import Naming
from projections.read_model import ReadModel, Rows, on, question
from projections.sentences import ids_in, sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """One event of the log, as a sentence."""

    position: int
    leaf: int
    at: datetime
    to_the_day: bool
    recorded_at: datetime
    sentence: str
    topic: str
    stream: UUID
    event: EventId
    authority: EventId | None


class Audit(ReadModel):
    """Where every event stands in the log, and which right each change cites."""

    NAME = "audit"
    TABLES: ClassVar[dict[str, str]] = {
        "cites": "(position INTEGER PRIMARY KEY, event TEXT, authority TEXT, topic TEXT)",
    }
    INDEXES = ("cites_authority ON cites (authority, position)",)

    @on(*(kind for kind in ALL.values() if issubclass(kind, Authorised)))
    def cited(self, event: Authorised, position: int, rows: Rows) -> None:
        rows["cites"].append((position, event.event_id, event.authority, event.TOPIC))

    def log(self, after: int = 0, limit: int | None = None) -> list[Entry]:
        """The log from a position on, as sentences."""
        entries: list[Entry] = []
        for page in self.views.ledger.history(after, limit=min(limit or 2_000, 2_000)):
            entries += self.told(page)
            if limit is not None and len(entries) >= limit:
                return entries[:limit]
        return entries

    def story(self, stream: UUID) -> list[Entry]:
        """All that happened to one thing, in order."""
        return self.told(self.views.ledger.placed_events_of(stream))

    @question
    def changed_by(self, authority: EventId) -> list[Entry]:
        """What was done on the strength of this event."""
        return self._entries(
            "SELECT event FROM cites WHERE authority = ? ORDER BY position", authority
        )

    @question
    def without_authority(self, after: int = 0, limit: int | None = None) -> list[Entry]:
        """Changes that state no right, from a position on: the audit lists every one of them."""
        return self._entries(
            "SELECT event FROM cites WHERE authority IS NULL AND position > ? "
            "AND topic <> 'committee.committee-founded' ORDER BY position LIMIT ?",
            after,
            -1 if limit is None else limit,
        )

    @question
    def chain(self, event: EventId) -> list[Entry]:
        """From an event back along its rights: the change, the decision, the rule, the founding."""
        links: dict[EventId, tuple[int, Event]] = {}
        following: EventId | None = event
        with suppress(NotFound):
            while following is not None and following not in links:
                links[following] = self.views.ledger.placed_event(following)
                following = getattr(links[following][1], "authority", None)
        return self.told(list(links.values()))

    def _entries(self, query: str, *values: object) -> list[Entry]:
        ledger = self.views.ledger
        return self.told([ledger.placed_event(EventId(e)) for (e,) in self.rows(query, *values)])

    def told(self, events: list[tuple[int, Event]]) -> list[Entry]:
        """Events as sentences, with all names asked for at once."""
        names = self.views.of(Naming).names(set().union(*(ids_in(e) for _, e in events)))
        words = self.words(seal for _, event in events for seal in seals_in(event))
        return [
            Entry(
                position=position,
                leaf=position - 1,
                at=event.occurred_at,
                to_the_day=event.occurred_to == "day",
                recorded_at=event.recorded_at,
                sentence=sentence(event, names, words),
                topic=event.TOPIC,
                stream=event.originator_id,
                event=event.event_id,
                authority=getattr(event, "authority", None),
            )
            for position, event in events
        ]
