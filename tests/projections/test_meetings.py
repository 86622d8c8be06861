"""Who was there, who ran it, what was decided in it, and who confirmed that."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from domain.application import Governance
from domain.events import Event
from domain.kinds import ApologyCause, Capacity, Elsewhere, MeetingRole
from domain.voting.tally import Outcome, Result
from projections.meetings import Meetings
from projections.meetings_seen import (
    ElsewhereSeen,
    MeetingSeen,
    Phase,
)
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DECISION,
    EVENING,
    IDEA,
    JOB,
    MORNING,
    NIGHT,
    NOON,
    a_club,
    added,
    by,
    cast,
    closed,
    decided,
    made,
    opened,
    planned,
    taken,
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
    noted,
    placed_on_the_list,
    sorry,
    were_there,
)
from tests.plan_facts import is_here
from tests.projections.reading import asked

RUNS_IT = MeetingRole.CHAIR
IN_IT: dict[str, Any] = {"meeting": MEETING}


def after(*past: Event) -> MeetingSeen:
    seen = asked([*a_club(), *past], Meetings, lambda model: model.meeting(MEETING))
    assert seen is not None
    return seen


def named(seen: tuple[Any, ...]) -> list[Any]:
    return [one.person for one in seen]


def test_there_is_no_such_meeting() -> None:
    assert asked(a_club(), Meetings, lambda model: model.meeting(MEETING)) is None


def test_a_meeting_is_when_and_where_it_was_moved_to() -> None:
    def gathering(governance: Governance) -> None:
        meeting = governance.call_meeting(by(ASHA), CLUB, TUESDAY, "The hall")
        governance.move_meeting(by(ASHA), meeting, THURSDAY)

    (seen,) = asked(a_club(), Meetings, lambda model: model.meetings(CLUB), gathering)
    assert (seen.on, seen.place, seen.phase) == (THURSDAY, "The hall", Phase.CALLED)


def test_a_meeting_begins_and_ends_or_is_cancelled() -> None:
    assert after(called(), began()).phase is Phase.OPEN
    assert after(called(), cancelled()).phase is Phase.CANCELLED
    over = after(began(at=MORNING), ended(at=NOON))
    assert (over.phase, over.began, over.ended, over.on) == (Phase.CLOSED, MORNING, NOON, None)


def test_the_last_word_on_who_was_there_holds() -> None:
    seen = after(began(), were_there(ASHA), were_there(ASHA, BEN, apologies=[sorry(CARA)]))
    assert named(seen.present) == [ASHA, BEN]
    assert [(one.person, one.cause) for one in seen.apologies] == [(CARA, ApologyCause.TRANSPORT)]
    assert seen.was_there(BEN)
    assert not seen.was_there(CARA)


def test_who_did_what_in_it() -> None:
    seen = after(began(), held(RUNS_IT, ASHA), held(RUNS_IT, BEN), held(MeetingRole.MINUTES, CARA))
    assert [(one.role, one.person) for one in seen.roles] == [
        (RUNS_IT, ASHA),
        (RUNS_IT, BEN),
        (MeetingRole.MINUTES, CARA),
    ]


def test_what_was_decided_in_it_and_nothing_else() -> None:
    vote = [made(), opened(), cast(BEN), closed(**IN_IT), decided(**IN_IT)]
    seen = after(*vote, began(), placed_on_the_list(THE_IDEA))
    assert [(one.proposal, one.outcome, one.event) for one in seen.decided] == [
        (IDEA, Outcome(result=Result.ADOPTED), DECISION)
    ]
    assert [one.item for one in seen.items] == [IDEA]
    elsewhere_decided = after(made(), opened(), cast(BEN), closed(), decided(), began())
    assert elsewhere_decided.decided == ()


def test_everything_else_that_was_done_in_it() -> None:
    past = [*a_club(), began(), planned(), added(), taken(BEN, **IN_IT), is_here(ASHA, **IN_IT)]
    found = asked(past, Meetings, lambda model: model.events_in(MEETING))
    assert found == [f"{JOB.hex}@2", f"{NIGHT.hex}@2"]


def test_what_was_written_down_and_what_only_afterwards() -> None:
    def minutes(governance: Governance) -> None:
        meeting = governance.hold_meeting(by(ASHA), CLUB)
        governance.take_note(by(ASHA), meeting, "We like pizza")
        governance.answer_elsewhere(by(ASHA), meeting, Elsewhere.YES, "The bar prices")
        governance.close_meeting(by(ASHA), meeting)
        governance.take_note(by(ASHA), meeting, "Ben said it")

    (seen,) = asked(a_club(), Meetings, lambda model: model.meetings(), minutes)
    assert [(note.words, note.is_late) for note in seen.notes] == [
        ("We like pizza", False),
        ("Ben said it", True),
    ]
    assert seen.elsewhere == ElsewhereSeen(Elsewhere.YES, "The bar prices")


def test_minutes_are_confirmed_by_who_ran_it_and_one_other_who_read_all_of_them() -> None:
    club = len(a_club())
    both = [
        confirmed(ASHA, Capacity.CHAIR, seen_to=club + 2),
        confirmed(BEN, Capacity.OTHER, seen_to=club + 2),
    ]
    assert after(began(), noted(), *both).is_confirmed
    assert not after(began(), noted(), both[0]).is_confirmed
    later = after(began(), noted(), *both, noted())
    assert [(one.person, one.is_older) for one in later.confirmed] == [(ASHA, True), (BEN, True)]
    assert not later.is_confirmed


def test_their_last_word_on_the_minutes_holds() -> None:
    seen = after(
        began(),
        confirmed(ASHA, Capacity.CHAIR, seen_to=1),
        confirmed(ASHA, Capacity.CHAIR, seen_to=99),
    )
    assert [(one.seen_to, one.is_older) for one in seen.confirmed] == [(99, False)]


def test_a_meeting_is_told_as_it_stood_and_as_it_was_known() -> None:
    past = [
        *a_club(),
        began(at=MORNING),
        were_there(ASHA, at=MORNING),
        were_there(ASHA, BEN, at=EVENING),
        elsewhere(Elsewhere.NO, at=EVENING),
    ]

    def ask(**when: Any) -> Callable[[Meetings], MeetingSeen | None]:
        return lambda model: model.meeting(MEETING, **when)

    then = asked(past, Meetings, ask(at=NOON))
    assert then
    assert (named(then.present), then.elsewhere) == ([ASHA], None)
    known = asked(past, Meetings, ask(known=len(past) - 1))
    assert known
    assert (named(known.present), known.elsewhere) == ([ASHA, BEN], None)
    assert asked(past, Meetings, ask(at=MORNING - timedelta(minutes=1))) is None


def test_meetings_are_listed_by_their_day_whoever_was_there() -> None:
    later = called(stream=IDEA, on=THURSDAY)
    past = [*a_club(), later, began(), were_there(ASHA)]
    days = asked(past, Meetings, lambda model: [one.meeting for one in model.meetings(CLUB)])
    assert days == [MEETING, IDEA]
    there = asked(past, Meetings, lambda model: [m.meeting for m in model.attended_by(ASHA, CLUB)])
    assert there == [MEETING]
