"""Lines about meetings."""

from domain.kinds import MeetingRole
from domain.values import Apology
from web.history import lines, names
from web.history.names import BadLine
from web.history.taking import Taking


def held(it: Taking, line: lines.MeetingHeld) -> None:
    """A meeting from its beginning to its end; a source tells of it once it is over."""
    committee = it.committee(line.committee)
    scope = it.new(names.MEETING, committee.hex, line.meeting)
    present, away = it.people(line, line.present), it.people(line, line.apologies)
    if both := [name for name in line.apologies if name in line.present]:
        raise BadLine(f"“{both[0]}” is among those present and among the apologies.")
    act = it.act(line.model_copy(update={"meeting": None}))
    meeting = it.governance.hold_meeting(act, committee)
    it.names.add(names.MEETING, scope, line.meeting, meeting)
    apologies = [Apology(person=person) for person in away]
    it.governance.note_attendance(act, meeting, present, apologies)
    for role, people in (
        (MeetingRole.CHAIR, line.chaired_by),
        (MeetingRole.MINUTES, line.minutes_by),
    ):
        for person in it.people(line, people):
            it.governance.hold_meeting_role(act, meeting, role, person)
    it.governance.close_meeting(act, meeting)
