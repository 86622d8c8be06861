"""Meetings: when, who was there, who ran them, what was decided, and who confirmed the minutes."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from domain.events import (
    EVENTS,
    AttendanceNoted,
    DecidedElsewhereAnswered,
    DecisionTaken,
    Event,
    ItemPlaced,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingMoved,
    MeetingOpened,
    MeetingRoleHeld,
    MinutesConfirmed,
    NoteTaken,
)
from domain.ids import CommitteeId, MeetingId, ProposalId, StreamId
from domain.kinds import Precision
from domain.mapper import seals_in
from domain.values import EventId
from projections.meeting_steps import MeetingSteps
from projections.meetings_seen import (
    ApologySeen,
    ConfirmedSeen,
    DecidedSeen,
    ElsewhereSeen,
    HeldSeen,
    ItemSeen,
    MeetingSeen,
    NoteSeen,
    Phase,
    RoleSeen,
    SomebodySeen,
)
from projections.naming import Naming
from projections.read_model import question, seconds, uid, when
from projections.sentences import ids_in
from projections.stops import Stop

E = TypeVar("E", bound=Event)
Names = Mapping[Any, str]
Words = Mapping[str, str]
Placed = Sequence[tuple[int, Event]]


_HELD = (
    "SELECT meeting, at, to_the_day, (SELECT MAX(at) FROM meeting_step AS s "
    "WHERE s.meeting = h.meeting AND s.topic = 'meeting.meeting-closed' "
    "AND at <= ?2 AND position <= ?3) FROM meeting_held AS h WHERE committee = ?1"
)


class Meetings(MeetingSteps):
    """Meetings, and what happened in them."""

    @question
    def meetings(
        self,
        committee: CommitteeId | None = None,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[MeetingSeen]:
        """The meetings of a committee, or of all, in the order of the days they are for."""
        query, of = "SELECT meeting FROM meeting ORDER BY at, position", list[bytes]()
        if committee is not None:
            query = "SELECT meeting FROM meeting WHERE committee = ? ORDER BY at, position"
            of = [committee.bytes]
        found = self.rows(query, *of)
        seen = (self.meeting(MeetingId(uid(key)), at, known) for (key,) in found)
        return sorted((one for one in seen if one is not None), key=_day_of)

    @question
    def meeting(
        self, meeting: MeetingId, at: datetime | None = None, known: int | None = None
    ) -> MeetingSeen | None:
        """One meeting."""
        stop = Stop(at, known)
        steps = self._told("meeting_step", meeting, stop)
        if not steps:
            return None
        decided = self._told("in_meeting", meeting, stop)
        events = [event for _, event in (*steps, *decided)]
        names = self.views.of(Naming).names(set().union(*map(ids_in, events)), *stop)
        said = self.words(seal for event in events for seal in seals_in(event))
        return _seen(meeting, steps, decided, names, said)

    @question
    def held(
        self,
        committee: CommitteeId,
        limit: int,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[HeldSeen]:
        """When a committee met: the last times, the newest first."""
        found = self.rows(
            f"{_HELD} AND at <= ?2 AND position <= ?3 ORDER BY at DESC, position DESC LIMIT ?4",
            committee.bytes,
            *Stop(at, known).bounds,
            limit,
        )
        return [_one_held(*row) for row in found]

    @question
    def held_after(
        self,
        committee: CommitteeId,
        moment: datetime,
        at: datetime | None = None,
        known: int | None = None,
    ) -> HeldSeen | None:
        """The first time that a committee met later than this."""
        query = f"{_HELD} AND at <= ?2 AND position <= ?3 AND at > ?4 ORDER BY at, position LIMIT 1"
        found = self.row(query, committee.bytes, *Stop(at, known).bounds, seconds(moment))
        return _one_held(*found) if found else None

    @question
    def attended_by(
        self,
        person: Any,
        committee: CommitteeId | None = None,
        at: datetime | None = None,
        known: int | None = None,
    ) -> list[MeetingSeen]:
        """The meetings at which this person was."""
        return [seen for seen in self.meetings(committee, at, known) if seen.was_there(person)]

    @question
    def events_in(
        self, meeting: MeetingId, at: datetime | None = None, known: int | None = None
    ) -> list[EventId]:
        """Everything else that was done in a meeting, in the order in which it was recorded."""
        found = self.rows(
            "SELECT event FROM in_meeting WHERE meeting = ? AND at <= ? AND position <= ? "
            "ORDER BY position",
            meeting.bytes,
            *Stop(at, known).bounds,
        )
        return [EventId(event) for (event,) in found]

    def _told(self, table: str, meeting: MeetingId, stop: Stop) -> Placed:
        found = self.rows(
            f"SELECT position, topic, told FROM {table} WHERE meeting = ? AND at <= ? "  # noqa: S608
            "AND position <= ? AND told IS NOT NULL ORDER BY position",
            meeting.bytes,
            *stop.bounds,
        )
        return [(place, EVENTS[topic].model_validate_json(told)) for place, topic, told in found]


def _one_held(meeting: bytes, began: int, to_the_day: int, ended: int | None) -> HeldSeen:
    over = when(ended) if ended is not None else None
    return HeldSeen(MeetingId(uid(meeting)), when(began), over, bool(to_the_day))


def _seen(
    meeting: MeetingId, steps: Placed, decided: Placed, names: Names, said: Words
) -> MeetingSeen:
    began, ended = _last(MeetingOpened, steps), _last(MeetingClosed, steps)
    called, cancelled = _last(MeetingCalled, steps), _last(MeetingCancelled, steps)
    moved = [event for _, event in steps if isinstance(event, MeetingCalled | MeetingMoved)]
    places = [event.place for event in moved if event.place]
    attended = _last(AttendanceNoted, steps)
    elsewhere = _last(DecidedElsewhereAnswered, steps)
    return MeetingSeen(
        meeting=meeting,
        committee=next(it.committee for it in (called, began) if it is not None),
        phase=_phase(began, ended, cancelled),
        on=moved[-1].on if moved else None,
        place=said.get(places[-1], "…") if places else None,
        began=began.occurred_at if began else None,
        ended=ended.occurred_at if ended else None,
        to_the_day=began is not None and began.occurred_to is Precision.DAY,
        items=tuple(_item(event.item, names) for event in _all(ItemPlaced, steps)),
        present=tuple(SomebodySeen(p, names[p]) for p in (attended.present if attended else ())),
        apologies=tuple(
            ApologySeen(apology.person, names[apology.person], apology.cause)
            for apology in (attended.apologies if attended else ())
        ),
        roles=tuple(
            RoleSeen(event.role, event.person, names[event.person])
            for event in _all(MeetingRoleHeld, steps)
        ),
        notes=tuple(_notes(steps, names, said)),
        elsewhere=_elsewhere(elsewhere, said) if elsewhere else None,
        decided=tuple(_decided(decided, names)),
        confirmed=tuple(_confirmed(steps, decided, names)),
    )


def _phase(began: object, ended: object, cancelled: object) -> Phase:
    if cancelled:
        return Phase.CANCELLED
    if ended:
        return Phase.CLOSED
    return Phase.OPEN if began else Phase.CALLED


def _notes(steps: Placed, names: Names, said: Words) -> Iterable[NoteSeen]:
    is_late = False
    for position, event in steps:
        is_late |= isinstance(event, MeetingClosed)
        if isinstance(event, NoteTaken):
            item = _item(event.item, names) if event.item else None
            words = said.get(event.words, "…")
            yield NoteSeen(words, item, event.occurred_at, is_late, position)


def _decided(placed: Placed, names: Names) -> Iterable[DecidedSeen]:
    for position, event in placed:
        if isinstance(event, DecisionTaken):
            proposal = ProposalId(event.originator_id)
            yield DecidedSeen(proposal, names[proposal], event.outcome, event.event_id, position)


def _confirmed(steps: Placed, decided: Placed, names: Names) -> Iterable[ConfirmedSeen]:
    """Each person's last word; it is older than what was written down after what they had seen."""
    written = [
        p for p, e in (*steps, *decided) if not isinstance(e, MinutesConfirmed | MeetingClosed)
    ]
    last = {event.person: event for event in _all(MinutesConfirmed, steps)}
    for person, event in last.items():
        yield ConfirmedSeen(
            person=person,
            name=names[person],
            capacity=event.capacity,
            seen_to=event.seen_to,
            at=event.occurred_at,
            is_older=any(position > event.seen_to for position in written),
        )


def _elsewhere(event: DecidedElsewhereAnswered, said: Words) -> ElsewhereSeen:
    return ElsewhereSeen(event.answer, said.get(event.words) if event.words else None)


def _item(item: StreamId, names: Names) -> ItemSeen:
    return ItemSeen(item, names[item])


def _all(kind: type[E], steps: Placed) -> list[E]:
    return [event for _, event in steps if isinstance(event, kind)]


def _last(kind: type[E], steps: Placed) -> E | None:
    return next(reversed(_all(kind, steps)), None)


def _day_of(seen: MeetingSeen) -> str:
    if seen.began:
        return seen.began.date().isoformat()
    return seen.on.day.isoformat() if seen.on else ""
