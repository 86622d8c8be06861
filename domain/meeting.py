"""A meeting: when it is, who was there, who ran it, and what was written down."""

from collections.abc import Collection
from datetime import datetime
from typing import assert_never
from uuid import UUID

from domain.act import Act
from domain.aggregate import Aggregate
from domain.errors import Malformed, NotEligible, NotOpen
from domain.events import (
    AttendanceNoted,
    DecidedElsewhereAnswered,
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
from domain.ids import CommitteeId, PersonId, StreamId
from domain.kinds import Capacity, Elsewhere, MeetingRole
from domain.sealed import Sealed
from domain.values import Apology, LocalMoment

MeetingEvent = (
    MeetingCalled
    | MeetingMoved
    | MeetingCancelled
    | ItemPlaced
    | MeetingOpened
    | AttendanceNoted
    | MeetingRoleHeld
    | NoteTaken
    | DecidedElsewhereAnswered
    | MinutesConfirmed
    | MeetingClosed
)


class Meeting(Aggregate):
    """One meeting of a committee, called beforehand or held at once."""

    STREAM = "meeting"
    WHAT = "meeting"
    committee: CommitteeId

    def __init__(self, stream: UUID) -> None:
        super().__init__(stream)
        self.on: LocalMoment | None = None
        self.closed_at: datetime | None = None
        self.is_opened = self.is_closed = self.is_cancelled = False
        self.items: set[StreamId] = set()
        self.attendance: tuple[tuple[PersonId, ...], tuple[Apology, ...]] | None = None
        self.roles: set[tuple[MeetingRole, PersonId]] = set()
        self.elsewhere: Elsewhere | None = None
        self.confirmed: dict[PersonId, tuple[Capacity, int]] = {}

    @classmethod
    def call(
        cls, act: Act, committee: CommitteeId, on: LocalMoment, place: Sealed | None = None
    ) -> "Meeting":
        """Say when a meeting will be, and where."""
        meeting = cls.begin(act)
        meeting.record(MeetingCalled, act, committee=committee, on=on, place=place)
        return meeting

    @classmethod
    def hold(cls, act: Act, committee: CommitteeId) -> "Meeting":
        """Begin a meeting that nobody had called."""
        meeting = cls.begin(act)
        meeting.record(MeetingOpened, act, committee=committee)
        return meeting

    # ---- Before it

    def move(self, act: Act, on: LocalMoment, place: Sealed | None = None) -> None:
        """Say that it is at another time or place; where no place is named, it stays there."""
        self._must_lie_ahead()
        if on != self.on or place is not None:
            self.record(MeetingMoved, act, on=on, place=place)

    def cancel(self, act: Act) -> None:
        """Say that it does not happen."""
        if self.is_cancelled:
            return
        self._must_lie_ahead()
        self.record(MeetingCancelled, act)

    def place_item(self, act: Act, item: StreamId) -> None:
        """Put something on the list of what it will talk about."""
        self._must_not_be_over()
        if item not in self.items:
            self.record(ItemPlaced, act, item=item)

    # ---- While it lasts

    def open(self, act: Act) -> None:
        """Begin it."""
        self._must_not_be_over()
        if not self.is_opened:
            self.record(MeetingOpened, act, committee=self.committee)

    def note_attendance(
        self, act: Act, present: Collection[PersonId], apologies: Collection[Apology] = ()
    ) -> None:
        """Say who is there, and who sent apologies. Said again, the last word holds."""
        self._must_be_going_on()
        here = tuple(dict.fromkeys(present))
        away = tuple({apology.person: apology for apology in apologies}.values())
        if {apology.person for apology in away} & set(here):
            raise Malformed("Nobody is there and sends apologies.")
        if (here, away) != self.attendance:
            self.record(AttendanceNoted, act, present=here, apologies=away)

    def hold_role(self, act: Act, person: PersonId, role: MeetingRole) -> None:
        """Say who runs it, writes the minutes, keeps the time; two people may share that."""
        self._must_be_going_on()
        if (role, person) in self.roles:
            return
        if self.attendance and person not in self.attendance[0] and not act.is_import:
            raise NotEligible("Only somebody who is there can do this.")
        self.record(MeetingRoleHeld, act, person=person, role=role)

    def answer_elsewhere(self, act: Act, answer: Elsewhere, words: Sealed | None = None) -> None:
        """Say whether anything was decided outside meetings since the last one."""
        self._must_be_going_on()
        if answer is not self.elsewhere or words is not None:
            self.record(DecidedElsewhereAnswered, act, answer=answer, words=words)

    def close(self, act: Act) -> None:
        """End it."""
        self._must_have_begun()
        if not self.is_closed:
            self.record(MeetingClosed, act)

    # ---- While it lasts, and afterwards

    def take_note(self, act: Act, words: Sealed, item: StreamId | None = None) -> None:
        """Write down what was said. What is written after it ended shows when that was."""
        self._must_have_begun()
        self.record(NoteTaken, act, item=item, words=words)

    def confirm_minutes(self, act: Act, person: PersonId, capacity: Capacity, seen_to: int) -> None:
        """Confirm what is written down so far: whoever ran it, and one other person."""
        self._must_have_begun()
        self._must_be_own(act, person)
        if seen_to < 1:
            raise Malformed("Say up to which entry of the log you have read.")
        before = self.confirmed.get(person)
        if before == (capacity, seen_to):
            return
        if before and before[0] is not capacity:
            raise NotEligible("You have confirmed these minutes. Somebody else confirms them too.")
        self.record(MinutesConfirmed, act, person=person, capacity=capacity, seen_to=seen_to)

    def was_run_by(self, person: PersonId) -> bool:
        """Whether this person ran the meeting."""
        return (MeetingRole.CHAIR, person) in self.roles

    # ---- What holds

    def _must_not_be_over(self) -> None:
        if self.is_cancelled:
            raise NotOpen("This meeting was cancelled. You can call another one.")
        if self.is_closed:
            raise NotOpen("This meeting is over.")

    def _must_lie_ahead(self) -> None:
        self._must_not_be_over()
        if self.is_opened:
            raise NotOpen("This meeting has begun.")

    def _must_have_begun(self) -> None:
        if not self.is_opened:
            raise NotOpen("This meeting has not begun.")

    def _must_be_going_on(self) -> None:
        self._must_not_be_over()
        self._must_have_begun()

    def when(self, event: MeetingEvent) -> None:
        match event:
            case MeetingCalled():
                self.committee, self.on = event.committee, event.on
            case MeetingMoved():
                self.on = event.on
            case MeetingCancelled():
                self.is_cancelled = True
            case ItemPlaced():
                self.items.add(event.item)
            case MeetingOpened():
                self.committee, self.is_opened = event.committee, True
            case AttendanceNoted():
                self.attendance = (event.present, event.apologies)
            case MeetingRoleHeld():
                self.roles.add((event.role, event.person))
            case DecidedElsewhereAnswered():
                self.elsewhere = event.answer
            case MinutesConfirmed():
                self.confirmed[event.person] = (event.capacity, event.seen_to)
            case MeetingClosed():
                self.is_closed, self.closed_at = True, event.occurred_at
            case NoteTaken():
                pass
            case _:
                assert_never(event)
