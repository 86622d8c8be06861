"""The statutes of meetings: called or held at once, attended, minuted, and confirmed by two."""

import pytest

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotFound, NotOpen
from domain.ids import StreamId
from domain.kinds import Capacity, Elsewhere, MeetingRole
from domain.meeting import Meeting
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DEV,
    JOB,
    SOME_WORDS,
    a_club,
    by,
    imported,
    left,
    made,
    registered,
)
from tests.meeting_facts import (
    MEETING,
    THE_IDEA,
    THURSDAY,
    TUESDAY,
    began,
    called,
    cancelled,
    confirmed,
    elsewhere,
    ended,
    held,
    moved,
    noted,
    placed_on_the_list,
    sorry,
    were_there,
)
from tests.scenario import given

RUNS_IT, WRITES = MeetingRole.CHAIR, MeetingRole.MINUTES
AS_CHAIR, AS_ANOTHER = Capacity.CHAIR, Capacity.OTHER


# ---- Before it


def test_anybody_on_the_committee_calls_a_meeting() -> None:
    club = given(*a_club())
    club.when(Governance.call_meeting, by(BEN), CLUB, TUESDAY, "The hall").then(
        called(actor=BEN, committee=CLUB, on=TUESDAY)
    )
    club.when(Governance.call_meeting, by(DEV), CLUB, TUESDAY).then_refused(
        NotEligible, saying="on this committee"
    )


def test_a_meeting_moves_to_another_time_or_place() -> None:
    given(called()).when(Meeting.move, by(ASHA), THURSDAY).then(moved(THURSDAY, place=None))
    given(called()).when(Meeting.move, by(ASHA), TUESDAY, SOME_WORDS).then(
        moved(TUESDAY, place=SOME_WORDS)
    )
    given(called()).when(Meeting.move, by(ASHA), TUESDAY).then_nothing()
    given(called(), moved(THURSDAY)).when(Meeting.move, by(ASHA), THURSDAY).then_nothing()


def test_a_meeting_is_cancelled_once() -> None:
    given(called()).when(Meeting.cancel, by(ASHA)).then(cancelled())
    given(called(), cancelled()).when(Meeting.cancel, by(ASHA)).then_nothing()


def test_what_has_begun_is_neither_moved_nor_cancelled() -> None:
    meeting = given(called(), began())
    meeting.when(Meeting.move, by(ASHA), THURSDAY).then_refused(NotOpen, saying="has begun")
    meeting.when(Meeting.cancel, by(ASHA)).then_refused(NotOpen, saying="has begun")


def test_nothing_more_happens_at_a_meeting_that_was_cancelled() -> None:
    meeting = given(called(), cancelled())
    for answer in (
        meeting.when(Meeting.move, by(ASHA), THURSDAY),
        meeting.when(Meeting.place_item, by(ASHA), THE_IDEA),
        meeting.when(Meeting.open, by(ASHA)),
        meeting.when(Meeting.note_attendance, by(ASHA), [ASHA]),
    ):
        answer.then_refused(NotOpen, saying="call another one")


def test_an_idea_is_put_on_the_list_of_a_meeting() -> None:
    club = given(*a_club(), made(), called())
    club.when(Governance.place_item, by(BEN), MEETING, THE_IDEA).then(placed_on_the_list(THE_IDEA))
    club.when(Governance.place_item, by(BEN), MEETING, StreamId(JOB)).then_refused(
        NotFound, saying="There is no such"
    )
    given(called(), placed_on_the_list()).when(
        Meeting.place_item, by(ASHA), THE_IDEA
    ).then_nothing()


# ---- While it lasts


def test_a_meeting_that_was_called_begins_once() -> None:
    given(*a_club(), called()).when(Governance.open_meeting, by(BEN), MEETING).then(
        began(actor=BEN, committee=CLUB)
    )
    given(called(), began()).when(Meeting.open, by(ASHA)).then_nothing()


def test_a_meeting_may_be_held_without_having_been_called() -> None:
    club = given(*a_club())
    club.when(Governance.hold_meeting, by(BEN), CLUB).then(began(actor=BEN, committee=CLUB))
    club.when(Governance.hold_meeting, by(DEV), CLUB).then_refused(
        NotEligible, saying="on this committee"
    )


def test_who_is_there_is_noted_once_the_meeting_has_begun() -> None:
    given(called()).when(Meeting.note_attendance, by(ASHA), [ASHA]).then_refused(
        NotOpen, saying="has not begun"
    )
    given(*a_club(), began()).when(
        Governance.note_attendance, by(ASHA), MEETING, [ASHA, BEN, ASHA], [sorry(CARA)]
    ).then(were_there(ASHA, BEN, apologies=[sorry(CARA)]))


def test_the_last_word_on_who_is_there_holds_until_the_end() -> None:
    meeting = given(began(), were_there(ASHA, BEN))
    meeting.when(Meeting.note_attendance, by(ASHA), [ASHA, BEN]).then_nothing()
    meeting.when(Meeting.note_attendance, by(ASHA), [ASHA, BEN, CARA]).then(
        were_there(ASHA, BEN, CARA)
    )
    given(began(), were_there(ASHA), ended()).when(
        Meeting.note_attendance, by(ASHA), [ASHA, BEN]
    ).then_refused(NotOpen, saying="is over")


def test_a_guest_may_be_there_if_the_log_knows_them() -> None:
    given(*a_club(), registered(DEV), began()).when(
        Governance.note_attendance, by(ASHA), MEETING, [ASHA, DEV]
    ).then(were_there(ASHA, DEV))
    given(*a_club(), began()).when(
        Governance.note_attendance, by(ASHA), MEETING, [ASHA, DEV]
    ).then_refused(NotFound, saying="no such person")


def test_nobody_is_there_and_sends_apologies() -> None:
    given(began()).when(Meeting.note_attendance, by(ASHA), [ASHA], [sorry(ASHA)]).then_refused(
        Malformed, saying="Nobody is there and sends apologies."
    )


def test_two_people_may_run_a_meeting_together() -> None:
    given(*a_club(), began(), held(RUNS_IT, ASHA)).when(
        Governance.hold_meeting_role, by(BEN), MEETING, RUNS_IT
    ).then(held(RUNS_IT, BEN, actor=BEN))
    given(began(), held(RUNS_IT, ASHA)).when(
        Meeting.hold_role, by(ASHA), ASHA, RUNS_IT
    ).then_nothing()
    given(began(), held(RUNS_IT, ASHA)).when(Meeting.hold_role, by(ASHA), ASHA, WRITES).then(
        held(WRITES, ASHA)
    )


def test_only_somebody_who_is_there_runs_a_meeting() -> None:
    meeting = given(began(), were_there(ASHA))
    meeting.when(Meeting.hold_role, by(ASHA), BEN, RUNS_IT).then_refused(
        NotEligible, saying="who is there"
    )
    meeting.when(Meeting.hold_role, imported(), BEN, RUNS_IT).then(held(RUNS_IT, BEN))


def test_the_meeting_says_whether_anything_was_decided_elsewhere() -> None:
    given(*a_club(), began()).when(
        Governance.answer_elsewhere, by(ASHA), MEETING, Elsewhere.YES, "The bar prices"
    ).then(elsewhere(Elsewhere.YES))
    meeting = given(began(), elsewhere(Elsewhere.NOT_SURE))
    meeting.when(Meeting.answer_elsewhere, by(ASHA), Elsewhere.NOT_SURE).then_nothing()
    meeting.when(Meeting.answer_elsewhere, by(ASHA), Elsewhere.NO).then(elsewhere(Elsewhere.NO))


def test_a_meeting_ends_once() -> None:
    given(*a_club(), began()).when(Governance.close_meeting, by(BEN), MEETING).then(
        ended(actor=BEN)
    )
    given(began(), ended()).when(Meeting.close, by(ASHA)).then_nothing()
    given(called()).when(Meeting.close, by(ASHA)).then_refused(NotOpen, saying="has not begun")


def test_what_is_over_does_not_begin_again() -> None:
    meeting = given(began(), ended())
    for answer in (
        meeting.when(Meeting.open, by(ASHA)),
        meeting.when(Meeting.place_item, by(ASHA), THE_IDEA),
        meeting.when(Meeting.hold_role, by(ASHA), ASHA, RUNS_IT),
        meeting.when(Meeting.answer_elsewhere, by(ASHA), Elsewhere.NO),
    ):
        answer.then_refused(NotOpen, saying="This meeting is over.")


# ---- Minutes


def test_what_was_said_is_written_down_during_the_meeting_or_afterwards() -> None:
    given(*a_club(), made(), began()).when(
        Governance.take_note, by(ASHA), MEETING, "We like it", THE_IDEA
    ).then(noted(item=THE_IDEA))
    given(began(), ended()).when(Meeting.take_note, by(ASHA), SOME_WORDS).then(noted(item=None))
    given(called()).when(Meeting.take_note, by(ASHA), SOME_WORDS).then_refused(
        NotOpen, saying="has not begun"
    )


def test_who_ran_the_meeting_and_one_other_confirm_the_minutes() -> None:
    club = given(*a_club(), began(), held(RUNS_IT, ASHA), ended())
    club.when(Governance.confirm_minutes, by(ASHA), MEETING, AS_CHAIR, 5).then(
        confirmed(ASHA, AS_CHAIR, seen_to=5)
    )
    club.when(Governance.confirm_minutes, by(BEN), MEETING, AS_ANOTHER, 5).then(
        confirmed(BEN, AS_ANOTHER, seen_to=5)
    )
    club.when(Governance.confirm_minutes, by(BEN), MEETING, AS_CHAIR, 5).then_refused(
        NotEligible, saying="who ran the meeting"
    )
    club.when(Governance.confirm_minutes, by(DEV), MEETING, AS_ANOTHER, 5).then_refused(
        NotEligible, saying="on this committee"
    )


def test_the_chair_confirms_minutes_even_of_a_meeting_that_nobody_is_said_to_have_run() -> None:
    given(*a_club(chair=ASHA), began()).when(
        Governance.confirm_minutes, by(ASHA), MEETING, AS_CHAIR, 3
    ).then(confirmed(ASHA, AS_CHAIR, seen_to=3))


def test_nobody_confirms_minutes_twice_over() -> None:
    meeting = given(began(), confirmed(ASHA, AS_CHAIR, seen_to=4))
    meeting.when(Meeting.confirm_minutes, by(ASHA), ASHA, AS_CHAIR, 4).then_nothing()
    meeting.when(Meeting.confirm_minutes, by(ASHA), ASHA, AS_ANOTHER, 4).then_refused(
        NotEligible, saying="Somebody else confirms them too."
    )
    meeting.when(Meeting.confirm_minutes, by(ASHA), ASHA, AS_CHAIR, 9).then(
        confirmed(ASHA, AS_CHAIR, seen_to=9)
    )


def test_minutes_are_confirmed_for_oneself_and_as_far_as_one_has_read() -> None:
    given(began()).when(Meeting.confirm_minutes, by(BEN), ASHA, AS_ANOTHER, 4).then_refused(
        NotEligible, saying="for themselves"
    )
    given(began()).when(Meeting.confirm_minutes, by(BEN), BEN, AS_ANOTHER, 0).then_refused(
        Malformed, saying="up to which entry"
    )
    given(*a_club(), began()).when(
        Governance.confirm_minutes, by(BEN), MEETING, AS_ANOTHER, 4000
    ).then_refused(Malformed, saying="not that long yet")
    given(called()).when(Meeting.confirm_minutes, by(BEN), BEN, AS_ANOTHER, 1).then_refused(
        NotOpen, saying="has not begun"
    )


# ---- Who may, and what is told from elsewhere


@pytest.mark.parametrize(
    ("command", "more"),
    [
        (Governance.move_meeting, [THURSDAY]),
        (Governance.cancel_meeting, []),
        (Governance.open_meeting, []),
        (Governance.note_attendance, [[ASHA]]),
        (Governance.hold_meeting_role, [RUNS_IT]),
        (Governance.take_note, ["Hello"]),
        (Governance.answer_elsewhere, [Elsewhere.NO]),
        (Governance.close_meeting, []),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_only_the_committee_acts_in_its_meetings(command: object, more: list[object]) -> None:
    assert callable(command)
    given(*a_club(), left(BEN), called()).when(command, by(BEN), MEETING, *more).then_refused(
        NotEligible, saying="on this committee"
    )


def test_a_history_kept_elsewhere_tells_of_a_meeting_as_it_went() -> None:
    given(*a_club()).when(Governance.hold_meeting, imported(), CLUB).then(began(committee=CLUB))
    given(*a_club(), began()).when(
        Governance.hold_meeting_role, imported(), MEETING, RUNS_IT, ASHA
    ).then(held(RUNS_IT, ASHA))


def test_there_is_no_such_meeting() -> None:
    given(*a_club()).when(Governance.open_meeting, by(BEN), MEETING).then_refused(
        NotFound, saying="There is no such meeting."
    )
