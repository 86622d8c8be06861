"""Who decided what, when, and by which right: from any change back to the votes behind it."""

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
        "cites": "event TEXT, authority TEXT, topic TEXT, position INTEGER",
    }
    INDEXES = ("cites_event ON cites (event)", "cites_authority ON cites (authority, position)")

    @on(*(kind for kind in ALL.values() if issubclass(kind, Authorised)))
    def cited(self, event: Authorised, position: int, rows: Rows) -> None:
        rows["cites"].append((event.event_id, event.authority, event.TOPIC, position))

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
        found = self.rows(
            "SELECT event FROM cites WHERE authority = ? ORDER BY position", authority
        )
        return [entry for (event,) in found for entry in self._entry(EventId(event))]

    @question
    def chain(self, event: EventId) -> list[Entry]:
        """From an event back along its rights: the change, the decision, the rule, the founding."""
        links: list[Entry] = []
        following: EventId | None = event
        while following is not None and following not in {link.event for link in links}:
            found = self._entry(following)
            links += found
            following = found[0].authority if found else None
        return links

    @question
    def without_authority(self) -> list[Entry]:
        """Changes that state no right: the audit lists every one of them."""
        found = self.rows(
            "SELECT event FROM cites WHERE authority IS NULL "
            "AND topic <> 'committee.committee-founded' ORDER BY position"
        )
        return [entry for (event,) in found for entry in self._entry(EventId(event))]

    def _entry(self, event: EventId) -> list[Entry]:
        try:
            return self.told([self.views.ledger.placed_event(event)])
        except NotFound:
            return []

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
