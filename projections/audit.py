"""Who decided what, when, and by which right: from any change back to the votes behind it."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, get_args
from uuid import UUID

from domain.errors import NotFound
from domain.events import EVENTS as ALL
from domain.events import (
    Authorised,
    CommitteeFounded,
    DecisionTaken,
    Event,
    PlanMade,
    ProposalMade,
    RoleHandoverAccepted,
    RoleHandoverReported,
    TaskAdded,
    TaskAmended,
)
from domain.ids import CommitteeId, PersonId, ProposalId
from domain.mapper import seals_in
from domain.task import Task
from domain.values import EventId
from projections.decisions import Decisions
from projections.directory import Directory
from projections.naming import Naming
from projections.read_model import ReadModel, Rows, moment, on, question
from projections.seen import BallotSeen, DecisionSeen
from projections.sentences import ids_in, sentence
from projections.stops import NOW, Stop

Placed = tuple[int, Event]
Begun = ProposalMade | TaskAdded | PlanMade
BEGIN = get_args(Begun)


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


@dataclass(frozen=True, slots=True)
class WhoDecided:
    """What a change rests on, link by link, with the decision nearest to it and its ballots.

    There is no decision where nobody took one, and there are no ballots where nobody cast any.
    """

    chain: tuple[Entry, ...]
    decision: DecisionSeen | None
    ballots: tuple[BallotSeen, ...]


class Audit(ReadModel):
    """Where every event stands in the log, and which right each change cites."""

    NAME = "audit"
    VERSION = 2
    TABLES: ClassVar[dict[str, str]] = {
        "belongs": "(stream BLOB PRIMARY KEY, committee BLOB) WITHOUT ROWID",
        "cites": (
            "(position INTEGER PRIMARY KEY, committee BLOB, event TEXT, authority TEXT, at INTEGER)"
        ),
    }
    INDEXES = (
        "cites_authority ON cites (authority, position)",
        "cites_none ON cites (committee, position, at) WHERE authority IS NULL",
    )
    STATEMENTS: ClassVar[dict[str, str]] = {
        "cites": (
            "INSERT INTO cites SELECT ?1, COALESCE((SELECT committee FROM belongs "
            "WHERE stream = ?2), ?2), ?3, ?4, ?5"
        ),
    }

    @on(*BEGIN)
    def begun(self, event: Begun, position: int, rows: Rows) -> None:
        if event.originator_version == 1:
            rows["belongs"].append((event.originator_id.bytes, event.committee.bytes))
        if isinstance(event, Authorised):
            self.cited(event, position, rows)

    @on(*(kind for kind in ALL.values() if issubclass(kind, Authorised) and kind not in BEGIN))
    def cited(self, event: Authorised, position: int, rows: Rows) -> None:
        """A founding that cites nothing is where rights begin, and no gap."""
        if isinstance(event, CommitteeFounded) and event.authority is None:
            return
        stream = event.originator_id.bytes
        rows["cites"].append((position, stream, event.event_id, event.authority, moment(event)))

    def log(
        self,
        after: int = 0,
        limit: int | None = None,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[Entry]:
        """The log from a position on, as sentences."""
        entries: list[Entry] = []
        stop = Stop(at, known)
        for page in self.views.ledger.history(after, known, limit=min(limit or 2_000, 2_000)):
            entries += self.told([one for one in page if stop.counts(*one)], stop)
            if limit is not None and len(entries) >= limit:
                return entries[:limit]
        return entries

    def story(
        self, stream: UUID, at: datetime | None = None, known: int | None = None
    ) -> list[Entry]:
        """All that happened to one thing, in order."""
        stop = Stop(at, known)
        placed = self.views.ledger.placed_events_of(stream)
        return self.told([one for one in placed if stop.counts(*one)], stop)

    @question
    def known_at(self, moment: datetime) -> int:
        """The last position that was recorded by then; 0 where nothing was.

        The server's clock goes forward, so the log is cut in two until one entry is left.
        """
        ledger = self.views.ledger
        before, after = 0, ledger.position() + 1
        while after - before > 1:
            middle = (before + after) // 2
            _, event = next(ledger.since(middle - 1, limit=1))
            is_known = int(event.recorded_at.timestamp()) <= int(moment.timestamp())
            before, after = (middle, after) if is_known else (before, middle)
        return before

    @question
    def changed_by(
        self, authority: EventId, at: datetime | None = None, known: int | None = None
    ) -> list[Entry]:
        """What was done on the strength of this event."""
        return self._entries(
            Stop(at, known),
            "SELECT event FROM cites WHERE authority = ? AND at <= ? AND position <= ? "
            "ORDER BY position",
            authority,
            *Stop(at, known).bounds,
        )

    @question
    def changes_since(
        self,
        committee: CommitteeId,
        since: EventId,
        limit: int,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[Entry]:
        """The last changes of a committee that were written down after this, the newest first.

        What was done on the strength of this itself is not among them.
        """
        return self._entries(
            Stop(at, known),
            "SELECT event FROM cites WHERE position > ? AND committee = ? AND authority IS NOT ? "
            "AND at <= ? AND position <= ? ORDER BY position DESC LIMIT ?",
            self.views.ledger.position_of(since) or 0,
            committee.bytes,
            since,
            *Stop(at, known).bounds,
            limit,
        )

    @question
    def without_authority(
        self,
        after: int = 0,
        limit: int | None = None,
        committee: CommitteeId | None = None,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[Entry]:
        """Changes that state no right, of one committee or all, so many from a position on."""
        of_one = "" if committee is None else "AND committee = ? "
        which = () if committee is None else (committee.bytes,)
        return self._entries(
            Stop(at, known),
            f"SELECT event FROM cites WHERE authority IS NULL {of_one}AND position > ? "  # noqa: S608
            "AND at <= ? AND position <= ? ORDER BY position LIMIT ?",
            *which,
            after,
            *Stop(at, known).bounds,
            -1 if limit is None else limit,
        )

    @question
    def chain(self, event: EventId) -> list[Entry]:
        """From an event back along its rights: the change, the decision, the rule, the founding."""
        return self.told(self._links(event, _cited))

    @question
    def rests_on(self, event: EventId) -> list[Entry]:
        """The same, also of what needs no right of its own and rests on what it is part of.

        A step of a job rests on the job, a role that was handed over on how its giver had it.
        """
        return self.told(self._links(event, self._rests_on))

    @question
    def who_decided(self, event: EventId) -> WhoDecided:
        """What a change, a holding, a rule or a decision rests on, and whose votes decided it."""
        links = self._links(event, self._rests_on)
        decided = next((one for one in links if isinstance(one[1], DecisionTaken)), None)
        if decided is None:
            return WhoDecided(tuple(self.told(links)), None, ())
        position, taken = decided
        idea = self.views.of(Decisions).proposal(
            ProposalId(taken.originator_id), taken.occurred_at, known=position
        )
        return WhoDecided(
            chain=tuple(self.told(links)),
            decision=idea.decision if idea else None,
            ballots=idea.counted_ballots if idea else (),
        )

    def _links(
        self, event: EventId, rests_on: Callable[[int, Event], EventId | None]
    ) -> list[Placed]:
        links: dict[EventId, Placed] = {}
        following: EventId | None = event
        with suppress(NotFound):
            while following is not None and following not in links:
                links[following] = self.views.ledger.placed_event(following)
                following = rests_on(*links[following])
        return list(links.values())

    def _rests_on(self, position: int, event: Event) -> EventId | None:
        """What allows this: the right that it cites, or else what it is a part of."""
        match event:
            case Authorised():
                return event.authority
            case RoleHandoverAccepted(giver=giver):
                return self._had(event, giver, position)
            case RoleHandoverReported(givers=[giver, *_]):
                return self._had(event, giver, position)
            case _ if event.TOPIC.startswith(f"{Task.STREAM}."):
                return self._settled(event)
            case _:
                return None

    def _had(
        self,
        event: RoleHandoverAccepted | RoleHandoverReported,
        giver: PersonId,
        position: int,
    ) -> EventId | None:
        committee = CommitteeId(event.originator_id)
        return self.views.of(Directory).gave(committee, event.role, giver, known=position - 1)

    def _settled(self, step: Event) -> EventId | None:
        """The event that said last what there is to do."""
        before = self.views.ledger.events_of(step.originator_id)[: step.originator_version]
        said = [event for event in before if isinstance(event, TaskAdded | TaskAmended)]
        return said[-1].event_id if said else None

    def _entries(self, stop: Stop, query: str, *values: object) -> list[Entry]:
        ledger = self.views.ledger
        found = [ledger.placed_event(EventId(event)) for (event,) in self.rows(query, *values)]
        return self.told(found, stop)

    def tells(self, event: Event) -> bool:
        """Whether this is told at all. Here everything is; a page may leave out what is private."""
        return isinstance(event, Event)

    def told(self, events: Iterable[Placed], stop: Stop = NOW) -> list[Entry]:
        """Events as sentences, with all names asked for at once."""
        placed = [one for one in events if self.tells(one[1])]
        things = set().union(*(ids_in(event) for _, event in placed))
        names = self.views.of(Naming).names(things, *stop)
        words = self.words(seal for _, event in placed for seal in seals_in(event))
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
                authority=_cited(position, event),
            )
            for position, event in placed
        ]


def _cited(_: int, event: Event) -> EventId | None:
    return event.authority if isinstance(event, Authorised) else None
