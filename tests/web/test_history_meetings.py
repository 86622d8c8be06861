"""What lines about meetings become, and lines that happened in one."""

from typing import Any

from domain.events import (
    AttendanceNoted,
    BallotCast,
    DecisionTaken,
    MeetingClosed,
    MeetingOpened,
    MeetingRoleHeld,
    PersonRegistered,
)
from domain.kinds import MeetingRole, Precision
from domain.values import Apology
from tests.web.past import (
    A_YES,
    CLUB,
    NOON,
    UNKNOWN,
    Past,
    Said,
    became,
    cast,
    decided,
    founded,
    joined,
    kinds,
    line,
    listed,
    opened,
)


def held(meeting: str = "may", committee: str = "club", **more: Any) -> Said:
    more = {"present": ["asha", "ben"]} | more
    return line("meeting.held", committee=committee, meeting=meeting, **more)


def test_a_meeting_is_told_from_its_beginning_to_its_end(past: Past) -> None:
    events = became(
        past,
        held(apologies=["cara"], chaired_by="asha", minutes_by=["ben", "asha"], reason="Monthly"),
    )
    asha, ben, cara = (past.ref("person", name) for name in ("asha", "ben", "cara"))
    assert kinds(events) == listed(
        MeetingOpened, AttendanceNoted, MeetingRoleHeld, MeetingRoleHeld, MeetingRoleHeld,
        MeetingClosed)  # fmt: skip
    assert {event.originator_id for event in events} == {past.ref("meeting", "may")}
    assert {(event.occurred_at, event.occurred_to) for event in events} == {(NOON, Precision.DAY)}
    assert {event.actor for event in events} == {UNKNOWN}
    assert {event.meeting for event in events} == {None}
    assert events[0].committee == past.ref("committee", "club")
    assert (events[1].present, events[1].apologies) == ((asha, ben), (Apology(person=cara),))
    assert [(event.role, event.person) for event in events[2:5]] == [
        (MeetingRole.CHAIR, asha), (MeetingRole.MINUTES, ben), (MeetingRole.MINUTES, asha),
    ]  # fmt: skip


def test_of_a_meeting_no_more_may_be_known_than_who_was_there(past: Past) -> None:
    events = became(past, held())
    assert kinds(events) == listed(MeetingOpened, AttendanceNoted, MeetingClosed)


def test_somebody_unknown_may_have_been_there(past: Past) -> None:
    past.take(*CLUB)
    report = past.take(held(present=["asha", "zoe"]))
    assert [one.why for one in report.warnings] == [
        "“zoe” was not known yet. They are known from here on, without a seat."
    ]
    assert past.said(past.events(PersonRegistered)[-1].ref) == "zoe"


def test_nobody_is_there_and_sends_apologies(past: Past) -> None:
    assert past.why(*CLUB, held(apologies=["ben"])) == (
        "“ben” is among those present and among the apologies."
    )


def test_a_meeting_needs_a_new_name(past: Past) -> None:
    assert "There is a meeting “may” already" in past.why(*CLUB, held(), held(present=["cara"]))


def test_every_line_may_name_the_meeting_it_happened_in(past: Past) -> None:
    past.take(*CLUB, held(), opened(meeting="may"), cast("asha", meeting="may"))
    past.take(decided(meeting="may"))
    meeting = past.ref("meeting", "may")
    (ballot,), (decision,) = past.events(BallotCast), past.events(DecisionTaken)
    assert (ballot.meeting, decision.meeting) == (meeting, meeting)
    (seen,) = past.services.meetings.meetings()
    assert [one.title for one in seen.decided] == ["About dj"]


def test_a_meeting_has_to_be_known_before_something_happens_in_it(past: Past) -> None:
    report = past.take(*A_YES, opened("pizza", meeting="may"), held(at="2026-05-09"))
    assert report.bad[0].why == "The meeting “may” begins on line 10, and that happened later."


def test_an_unknown_meeting_is_an_error(past: Past) -> None:
    assert past.why(*CLUB, held(), opened(meeting="mai")) == (
        "There is no meeting “mai”. Names like it: “may”."
    )


def test_of_two_meetings_of_one_name_the_lines_own_committees_is_meant(past: Past) -> None:
    two = (founded("board"), joined("eve", "board"), *CLUB, held(), held(committee="board"))
    past.take(*two, opened(meeting="may"))
    vote = past.events()[-1]
    club = {event.committee: event.originator_id for event in past.events(MeetingOpened)}
    assert vote.meeting == club[past.ref("committee", "club")]
    assert past.why(cast("ben", meeting="may")) == (
        "Two committees have a meeting “may”. Say which with “committee”."
    )
    assert not past.take(cast("ben", meeting="may", committee="club")).bad


def test_a_committee_may_act_in_the_meeting_of_another(past: Past) -> None:
    past.take(founded("board"), joined("eve", "board"), *CLUB, held("joint", "board"))
    assert not past.take(opened(meeting="joint")).bad
    assert past.events()[-1].meeting == past.ref("meeting", "joint")
