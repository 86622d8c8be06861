"""What happens in meetings, as sentences that can be read aloud."""

from domain.events import (
    AttendanceNoted,
    DecidedElsewhereAnswered,
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
from domain.kinds import Capacity, Elsewhere, MeetingRole
from projections.wording import Names, Telling, Words, listed, moment_in_words, quoted

DID = {
    MeetingRole.CHAIR: "ran the meeting",
    MeetingRole.MINUTES: "wrote down what was said in the meeting",
    MeetingRole.AGENDA: "made the list for the meeting",
    MeetingRole.TIME: "kept the time in the meeting",
    MeetingRole.ACCESS: "saw to it that everybody could take part in the meeting",
}
ELSEWHERE = {
    Elsewhere.YES: "Something was decided outside the meetings",
    Elsewhere.NO: "Nothing was decided outside the meetings",
    Elsewhere.NOT_SURE: "The meeting is not sure whether anything was decided outside it",
}
AS = {Capacity.CHAIR: ", who ran the meeting,", Capacity.OTHER: ""}


def _place(event: MeetingCalled | MeetingMoved, words: Words) -> str:
    return f", {words.get(event.place, '…')}" if event.place else ""


def _called(event: MeetingCalled, names: Names, words: Words) -> str:
    when = moment_in_words(event.on) + _place(event, words)
    return f"{names[event.actor]} called a meeting of {names[event.committee]} for {when}."


def _attended(event: AttendanceNoted, names: Names, _: Words) -> str:
    here = listed(names[person] for person in event.present) or "Nobody"
    away = listed(names[apology.person] for apology in event.apologies)
    verb = "were" if len(event.present) > 1 else "was"
    return f"{here} {verb} at the meeting{f', and {away} sent apologies' if away else ''}."


def _note(event: NoteTaken, names: Names, words: Words) -> str:
    about = f" about {quoted(names[event.item])}" if event.item else ""
    return f"It was written down{about}: {quoted(words.get(event.words, '…'))}"


def _elsewhere(event: DecidedElsewhereAnswered, _: Names, words: Words) -> str:
    more = f": {quoted(words.get(event.words, '…'))}" if event.words else "."
    return ELSEWHERE[event.answer] + more


MEETING_SENTENCES: dict[type[Event], Telling] = {
    MeetingCalled: _called,
    MeetingMoved: lambda e, _, w: f"The meeting is now for {moment_in_words(e.on)}{_place(e, w)}.",
    MeetingCancelled: lambda e, n, _: f"{n[e.actor]} cancelled the meeting.",
    ItemPlaced: lambda e, n, _: f"{n[e.actor]} put {quoted(n[e.item])} on the list of the meeting.",
    MeetingOpened: lambda e, n, _: f"A meeting of {n[e.committee]} began.",
    AttendanceNoted: _attended,
    MeetingRoleHeld: lambda e, n, _: f"{n[e.person]} {DID[e.role]}.",
    NoteTaken: _note,
    DecidedElsewhereAnswered: _elsewhere,
    MinutesConfirmed: lambda e, n, _: (
        f"{n[e.person]}{AS[e.capacity]} confirmed what was written down."
    ),
    MeetingClosed: lambda *_: "The meeting ended.",
}
