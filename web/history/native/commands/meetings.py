"""How meetings come about, and what is written down of them."""

from collections.abc import Mapping

from domain import events
from domain.events import Event
from web.history.native.commands.of import Command, the_meeting
from web.history.native.telling import Telling


def called(it: Telling, event: events.MeetingCalled) -> None:
    it.does.call_meeting(it.act, event.committee, event.on, event.place or "")


def moved(it: Telling, event: events.MeetingMoved) -> None:
    it.does.move_meeting(it.act, the_meeting(event), event.on, event.place or "")


def cancelled(it: Telling, event: events.MeetingCancelled) -> None:
    it.does.cancel_meeting(it.act, the_meeting(event))


def item_placed(it: Telling, event: events.ItemPlaced) -> None:
    it.does.place_item(it.act, the_meeting(event), event.item)


def opened(it: Telling, event: events.MeetingOpened) -> None:
    """One that was called begins, or one that nobody had called."""
    if event.originator_version == 1:
        it.does.hold_meeting(it.act, event.committee)
    else:
        it.does.open_meeting(it.act, the_meeting(event))


def attendance_noted(it: Telling, event: events.AttendanceNoted) -> None:
    it.does.note_attendance(it.act, the_meeting(event), event.present, event.apologies)


def role_held(it: Telling, event: events.MeetingRoleHeld) -> None:
    it.does.hold_meeting_role(it.act, the_meeting(event), event.role, event.person)


def note_taken(it: Telling, event: events.NoteTaken) -> None:
    it.does.take_note(it.act, the_meeting(event), event.words, event.item)


def elsewhere_answered(it: Telling, event: events.DecidedElsewhereAnswered) -> None:
    it.does.answer_elsewhere(it.act, the_meeting(event), event.answer, event.words or "")


def minutes_confirmed(it: Telling, event: events.MinutesConfirmed) -> None:
    it.does.confirm_minutes(it.act, the_meeting(event), event.capacity, event.seen_to, event.person)


def closed(it: Telling, event: events.MeetingClosed) -> None:
    it.does.close_meeting(it.act, the_meeting(event))


COMMANDS: Mapping[type[Event], Command] = {
    events.MeetingCalled: called,
    events.MeetingMoved: moved,
    events.MeetingCancelled: cancelled,
    events.ItemPlaced: item_placed,
    events.MeetingOpened: opened,
    events.AttendanceNoted: attendance_noted,
    events.MeetingRoleHeld: role_held,
    events.NoteTaken: note_taken,
    events.DecidedElsewhereAnswered: elsewhere_answered,
    events.MinutesConfirmed: minutes_confirmed,
    events.MeetingClosed: closed,
}
