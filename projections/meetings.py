"""Meetings: when, who was there, who ran them, what was decided, and who confirmed the minutes."""

from datetime import datetime
from typing import Any

from domain.events import (
    EVENTS,
)
from domain.ids import CommitteeId, MeetingId
from domain.mapper import seals_in
from domain.values import EventId
from projections.meeting_steps import MeetingSteps
from projections.meeting_told import Placed, meeting_seen
from projections.meetings_seen import (
    HeldSeen,
    MeetingSeen,
)
from projections.naming import Naming
from projections.read_model import question, seconds, uid, when
from projections.sentences import ids_in
from projections.stops import Stop

_HELD = (
    "SELECT meeting, at, to_the_day, (SELECT MAX(at) FROM meeting_step AS s "
    "WHERE s.meeting = h.meeting AND s.topic = 'meeting.meeting-closed' "
    "AND at <= ?2 AND position <= ?3) FROM meeting_held AS h WHERE committee = ?1"
)


LATELY = 30
"""Meetings that wait are looked for among so many that were called last."""

_WAITING = (
    "SELECT called FROM (SELECT meeting AS called FROM meeting WHERE committee = ?1 "
    "AND at <= ?2 AND position <= ?3 ORDER BY at DESC, position DESC LIMIT ?4) "
    "WHERE NOT EXISTS (SELECT 1 FROM meeting_step AS s WHERE s.meeting = called "
    "AND s.at <= ?2 AND s.position <= ?3 "
    "AND s.topic IN ('meeting.meeting-closed', 'meeting.meeting-cancelled'))"
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
        return meeting_seen(meeting, steps, decided, names, said)

    @question
    def waiting(
        self, committee: CommitteeId, at: datetime | None = None, known: int | None = None
    ) -> list[MeetingSeen]:
        """The meetings that were called, or go on now, in the order of the days they are for."""
        found = self.rows(_WAITING, committee.bytes, *Stop(at, known).bounds, LATELY)
        seen = (self.meeting(MeetingId(uid(key)), at, known) for (key,) in found)
        return sorted((one for one in seen if one is not None), key=_day_of)

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


def _day_of(seen: MeetingSeen) -> str:
    if seen.began:
        return seen.began.date().isoformat()
    return seen.on.day.isoformat() if seen.on else ""
