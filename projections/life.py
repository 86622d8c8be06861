"""What everything that names one person comes to: seats, roles, tasks, votes, ideas, words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from domain.events import (
    AttendanceNoted,
    BallotCast,
    BallotWithdrawn,
    DisputeAnswered,
    Event,
    InterestDeclared,
    MeetingRoleHeld,
    ObjectionAnswered,
    ObjectionRaised,
    PersonLeft,
    PersonRemoved,
    PersonSeated,
    PositionVoiced,
    ProposalMade,
    QuestionAnswered,
    QuestionAsked,
    RecordAttested,
    RecordDisputed,
    ReferralAnswered,
    ReplyGiven,
    RoleHandoverAccepted,
    RoleHandoverOffered,
    RoleHandoverReported,
    RoleLaidDown,
    RoleTaken,
    RoleTakenAway,
    TermFixed,
    UnderstandingVoiced,
)
from domain.ids import MeetingId, PersonId, ProposalId, TaskId
from domain.mapper import seals_in
from domain.sealed import Sealed
from domain.task import Task
from projections.audit import Entry
from projections.helped import as_told_to
from projections.holdings import Holdings
from projections.people_seen import LifeSeen, SaidSeen
from projections.sentences import ids_in

HAS_OR_HAD = (
    PersonSeated,
    PersonLeft,
    PersonRemoved,
    TermFixed,
    RoleTaken,
    RoleLaidDown,
    RoleTakenAway,
    RoleHandoverOffered,
    RoleHandoverAccepted,
    RoleHandoverReported,
)
SAID_BY_PERSON = (
    PositionVoiced,
    UnderstandingVoiced,
    QuestionAsked,
    InterestDeclared,
    ObjectionRaised,
    RecordAttested,
)
SAID_BY_ACTOR = (
    QuestionAnswered,
    ObjectionAnswered,
    ReferralAnswered,
    RecordDisputed,
    DisputeAnswered,
    ReplyGiven,
)
ONE, SEVERAL = ("person", "giver", "taker"), ("by", "givers", "takers")


@dataclass
class Life:
    """Takes up, event by event in the log's order, what is worth more than its sentence.

    Only events that say something about a seat or a role are kept; electorates are long.
    """

    person: PersonId
    held: list[tuple[Entry, Event]] = field(default_factory=list)
    tasks: dict[TaskId, list[Entry]] = field(default_factory=dict)
    voted_on: dict[ProposalId, None] = field(default_factory=dict)
    proposed: dict[ProposalId, None] = field(default_factory=dict)
    meetings: dict[MeetingId, None] = field(default_factory=dict)
    said: list[tuple[UUID, list[Sealed], Entry]] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)

    def take(self, event: Event, entry: Entry) -> None:
        """One event further."""
        self.entries.append(as_told_to(self.person, event, entry))
        stream = event.originator_id
        if isinstance(event, HAS_OR_HAD):
            self.held.append((entry, event))
        elif isinstance(event, ProposalMade) and self._made(event):
            self.proposed[ProposalId(stream)] = None
        elif isinstance(event, BallotCast | BallotWithdrawn) and event.voter == self.person:
            self.voted_on[ProposalId(stream)] = None
        elif isinstance(event, AttendanceNoted | MeetingRoleHeld) and self._was_there(event):
            self.meetings[MeetingId(stream)] = None
        elif event.TOPIC.startswith(f"{Task.STREAM}.") and self._is_about(event):
            self.tasks.setdefault(TaskId(stream), []).append(entry)
        elif self._says(event):
            self.said.append((stream, seals_in(event), entry))

    def things(self) -> set[UUID]:
        """What the seats and roles are of."""
        return set().union(*(ids_in(event) for _, event in self.held))

    def seals(self) -> list[Sealed]:
        """The seals of what they said."""
        return [seal for _, seals, _ in self.said for seal in seals]

    def seen(self, names: Mapping[Any, str], words: Mapping[str, str]) -> LifeSeen:
        """All of it, with names and words filled in."""
        holdings = Holdings(self.person, names)
        for _, event in sorted(self.held, key=lambda one: _when(one[0])):
            holdings.take(event)
        return LifeSeen(
            seats=tuple(holdings.seats),
            roles=tuple(holdings.roles),
            tasks={task: _in_order(steps) for task, steps in self.tasks.items()},
            voted_on=tuple(self.voted_on),
            proposed=tuple(self.proposed),
            meetings=tuple(self.meetings),
            said=tuple(
                SaidSeen(about, tuple(dict.fromkeys(words.get(seal, "…") for seal in seals)), entry)
                for about, seals, entry in sorted(self.said, key=lambda one: _when(one[2]))
            ),
            entries=_in_order(self.entries),
        )

    def _made(self, event: ProposalMade) -> bool:
        return self.person in (event.idea_by, event.drafted_by, event.actor)

    def _was_there(self, event: AttendanceNoted | MeetingRoleHeld) -> bool:
        if isinstance(event, MeetingRoleHeld):
            return event.person == self.person
        return self.person in {*event.present, *(one.person for one in event.apologies)}

    def _is_about(self, event: Event) -> bool:
        """Whether they have to do with a task beyond having written it down."""
        named = [getattr(event, name, None) for name in (*ONE, *SEVERAL)]
        return any(self.person == one or self.person in _tuple(one) for one in named)

    def _says(self, event: Event) -> bool:
        if isinstance(event, SAID_BY_PERSON):
            return event.person == self.person
        return isinstance(event, SAID_BY_ACTOR) and event.actor == self.person


def _tuple(value: object) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else ()


def _when(entry: Entry) -> tuple[datetime, int]:
    return entry.at, entry.position


def _in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """As it happened; what is dated alike, as it was written down."""
    return tuple(sorted(entries, key=_when))
