"""The statutes of step-ins: a ground, a reason, an end, and others who look at it."""

from datetime import timedelta
from typing import Any

import pytest

from domain.act import Act
from domain.application import Governance
from domain.committee import Committee
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen
from domain.events import Event, StepInApplied
from domain.ids import LineId, StreamId
from domain.kinds import Audience, Finding, Format, LineKind, Seat, StepInGround
from domain.values import event_id
from domain.voting.tally import Result
from tests.committee_facts import (
    EVE,
    IN_THREE_DAYS,
    STEP_IN,
    a_club_with_staff,
    ends,
    right,
    step_in_lifted,
    step_in_reviewed,
    step_in_told,
    stepped_in,
)
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DEV,
    EVENING,
    IDEA,
    JOB,
    MUSIC,
    NIGHT,
    NOON,
    OTHER_CLUB,
    SOME_WORDS,
    added,
    another_club,
    by,
    decided,
    dropped,
    imported,
    line_dropped,
    line_written,
    made,
    opened,
    planned,
    role_named,
    role_taken,
    seated,
)
from tests.scenario import NEW, Past, given

HARM, UPHELD = StepInGround.HARM, Finding.UPHELD
A_LINE = LineId(NEW)
CLUB_NIGHT = [*a_club_with_staff(EVE), planned()]
WITH_A_REASON = by(DEV, reason=SOME_WORDS)


# ---- Stepping in


def test_staff_step_in_on_a_ground_with_a_reason_and_an_end() -> None:
    given(*CLUB_NIGHT).when(
        Governance.step_in, WITH_A_REASON, CLUB, HARM, **ends(IN_THREE_DAYS)
    ).then(
        stepped_in(
            DEV,
            step_in=NEW,
            grounds=HARM,
            reason=SOME_WORDS,
            less_restrictive_tried=True,
            touches=(StreamId(NIGHT),),
            ends=IN_THREE_DAYS,
        )
    )


def test_a_step_in_has_a_reason() -> None:
    given(*CLUB_NIGHT).when(
        Governance.step_in, by(DEV), CLUB, HARM, **ends(IN_THREE_DAYS)
    ).then_refused(Malformed, saying="Say why you step in")


@pytest.mark.parametrize(
    ("differs", "saying"),
    [
        ({"less_restrictive_tried": None}, "something milder"),
        ({"touches": ()}, "what the step-in is about"),
        ({"ends": None}, "72 hours at most"),
        ({"ends": NOON}, "72 hours at most"),
        ({"ends": IN_THREE_DAYS + timedelta(minutes=1)}, "72 hours at most"),
    ],
)
def test_a_step_in_says_what_it_is_about_and_how_long(differs: dict[str, Any], saying: str) -> None:
    given(*CLUB_NIGHT).when(
        Governance.step_in, WITH_A_REASON, CLUB, HARM, **(ends(IN_THREE_DAYS) | differs)
    ).then_refused(Malformed, saying)


def test_a_step_in_has_one_of_three_grounds() -> None:
    given(*CLUB_NIGHT).when(
        Governance.step_in,
        WITH_A_REASON,
        CLUB,
        StepInGround.NOT_STATED,
        **ends(IN_THREE_DAYS),
    ).then_refused(Malformed, saying="harm, the law or safeguarding")


def test_only_staff_and_trustees_step_in_and_only_for_themselves() -> None:
    club = given(*CLUB_NIGHT, seated(EVE, Seat.TRUSTEE))
    ask = ends(IN_THREE_DAYS)
    club.when(Governance.step_in, by(BEN, reason=SOME_WORDS), CLUB, HARM, **ask).then_refused(
        NotEligible, saying="Only staff and trustees"
    )
    club.when(
        Governance.step_in, by(BEN, reason=SOME_WORDS), CLUB, HARM, person=DEV, **ask
    ).then_refused(NotEligible, saying="for themselves")
    club.when(Governance.step_in, by(EVE, reason=SOME_WORDS), CLUB, HARM, **ask).then(
        stepped_in(EVE)
    )


def test_a_step_in_is_about_something_of_this_committee() -> None:
    club = given(*CLUB_NIGHT, another_club())
    for stream, saying in ((OTHER_CLUB, "another committee"), (JOB, "no such")):
        ask = ends(IN_THREE_DAYS) | {"touches": (StreamId(stream),)}
        club.when(Governance.step_in, WITH_A_REASON, CLUB, HARM, **ask).then_refused(
            NotFound, saying
        )


def test_a_history_may_tell_of_a_step_in_without_a_reason() -> None:
    given(*CLUB_NIGHT).when(
        Governance.step_in, imported(DEV), CLUB, StepInGround.SAFEGUARDING
    ).then(
        stepped_in(
            DEV,
            grounds=StepInGround.SAFEGUARDING,
            less_restrictive_tried=None,
            touches=(),
            ends=None,
            reason=None,
        )
    )
    given(*CLUB_NIGHT).when(Governance.step_in, imported(), CLUB, HARM).then(
        stepped_in(DEV, actor=imported().actor, person=None)
    )


# ---- What it allows


def stepping_in(*more: Event, **terms: Any) -> tuple[Past, str]:
    """Dev has stepped in on the club night; more may have happened since."""
    past = [*CLUB_NIGHT, line_written(kind=LineKind.SAFETY), added(plan=NIGHT)]
    past += [stepped_in(**terms), *more]
    return given(*past), right(past, StepInApplied)


def test_whoever_stepped_in_changes_what_it_is_about() -> None:
    club, step_in = stepping_in()
    club.when(
        Governance.write_line, by(DEV), NIGHT, "Door", "Shut", line=MUSIC, authority=step_in
    ).then(line_written(MUSIC, actor=DEV, authority=step_in))
    club.when(Governance.drop_line, by(DEV), NIGHT, MUSIC, authority=step_in).then(
        line_dropped(MUSIC, authority=step_in)
    )


def test_a_step_in_about_a_plan_reaches_its_jobs() -> None:
    club, step_in = stepping_in()
    club.when(Governance.drop_task, by(DEV), JOB, authority=step_in).then(
        dropped(authority=step_in)
    )
    club, step_in = stepping_in(touches=(StreamId(JOB),))
    club.when(Governance.drop_task, by(DEV), JOB, authority=step_in).then(
        dropped(authority=step_in)
    )


def test_a_step_in_reaches_nothing_else() -> None:
    club, step_in = stepping_in(touches=(StreamId(JOB),))
    club.when(
        Governance.write_line, by(DEV), NIGHT, "Music", "None", authority=step_in
    ).then_refused(NoAuthority, saying="not about this")
    club.when(
        Governance.make_plan, by(DEV), CLUB, "A night of my own", authority=step_in
    ).then_refused(NoAuthority, saying="not about this")
    club.when(Governance.seat_person, by(DEV), CLUB, EVE, authority=step_in).then_refused(
        NoAuthority, saying="not about this"
    )


def test_nobody_else_acts_on_a_step_in() -> None:
    club, step_in = stepping_in()
    club.when(
        Governance.write_line, by(BEN), NIGHT, "Door", "Shut", authority=step_in
    ).then_refused(NoAuthority, saying="Only the person who stepped in")


def test_a_step_in_allows_nothing_once_it_is_over() -> None:
    ask: Any = (Governance.write_line, by(DEV, EVENING), NIGHT, "Door", "Shut")
    for club, step_in in (
        stepping_in(ends=EVENING),
        stepping_in(step_in_lifted()),
        stepping_in(ends=None),
    ):
        club.when(*ask, authority=step_in).then_refused(NoAuthority, saying="is over")
    club, step_in = stepping_in(ends=EVENING + timedelta(minutes=1))
    club.when(*ask, authority=step_in).then(line_written(A_LINE, authority=step_in))


def test_what_happened_before_a_step_in_is_told_as_it_was_by_a_history() -> None:
    club, step_in = stepping_in(step_in_lifted())
    club.when(Governance.write_line, imported(), NIGHT, "Door", "Shut", authority=step_in).then(
        line_written(A_LINE, authority=step_in)
    )


# ---- Told, lifted


def test_the_committee_is_told() -> None:
    club = given(*CLUB_NIGHT, stepped_in())
    club.when(
        Governance.tell_step_in, by(DEV), CLUB, STEP_IN, Audience.COMMITTEE, Format.SPOKEN
    ).then(step_in_told(Audience.COMMITTEE, format=Format.SPOKEN))
    club.when(Governance.tell_step_in, by(EVE), CLUB, STEP_IN).then_refused(
        NotEligible, saying="on this committee"
    )


def test_telling_the_same_twice_adds_nothing() -> None:
    given(*CLUB_NIGHT, stepped_in(), step_in_told()).when(
        Governance.tell_step_in, by(DEV), CLUB, STEP_IN
    ).then_nothing()


def test_a_step_in_is_ended_early_by_whoever_stepped_in_or_the_chair() -> None:
    club = given(*CLUB_NIGHT, role_named(), role_taken(ASHA), stepped_in())
    for person in (DEV, ASHA):
        club.when(Governance.lift_step_in, by(person), CLUB, STEP_IN).then(step_in_lifted(person))
    club.when(Governance.lift_step_in, by(BEN), CLUB, STEP_IN).then_refused(
        NotEligible, saying="or the chair"
    )


def test_a_step_in_ends_once() -> None:
    given(*CLUB_NIGHT, stepped_in(), step_in_lifted()).when(
        Governance.lift_step_in, by(DEV), CLUB, STEP_IN
    ).then_nothing()
    given(*CLUB_NIGHT, stepped_in(ends=NOON)).when(
        Governance.lift_step_in, by(DEV), CLUB, STEP_IN
    ).then_refused(NotOpen, saying="over already")


def test_there_is_no_such_step_in() -> None:
    club = given(*CLUB_NIGHT)
    club.when(Committee.lift_step_in, by(DEV), STEP_IN).then_refused(
        NotFound, saying="no such step-in"
    )
    club.when(Committee.review_step_in, by(BEN), STEP_IN, UPHELD, [BEN]).then_refused(
        NotFound, saying="no such step-in"
    )


# ---- Looked at


def test_others_look_at_a_step_in_and_one_of_them_is_from_outside() -> None:
    club = given(*CLUB_NIGHT, stepped_in())
    for person in (BEN, EVE):
        club.when(
            Governance.review_step_in, by(person), CLUB, STEP_IN, Finding.PARTLY, [BEN, EVE]
        ).then(step_in_reviewed(Finding.PARTLY, BEN, EVE, actor=person))
    club.when(Governance.review_step_in, by(BEN), CLUB, STEP_IN, UPHELD, [BEN, CARA]).then_refused(
        NotEligible, saying="from outside"
    )


def test_whoever_stepped_in_does_not_judge_it() -> None:
    club = given(*CLUB_NIGHT, stepped_in())
    for person, reviewers in ((DEV, [BEN, EVE]), (BEN, [BEN, DEV, EVE])):
        club.when(
            Governance.review_step_in, by(person), CLUB, STEP_IN, UPHELD, reviewers
        ).then_refused(NotEligible, saying="does not judge it")


def test_a_review_has_reviewers_and_a_finding() -> None:
    club = given(*CLUB_NIGHT, stepped_in())
    club.when(Governance.review_step_in, by(CARA), CLUB, STEP_IN, UPHELD, [EVE]).then_refused(
        NotEligible, saying="somebody who looked at it"
    )
    club.when(
        Governance.review_step_in, by(BEN), CLUB, STEP_IN, Finding.NOT_STATED, [BEN, EVE]
    ).then_refused(Malformed, saying="Say what you found")
    club.when(Governance.review_step_in, imported(), CLUB, STEP_IN, UPHELD).then(
        step_in_reviewed(UPHELD)
    )


def test_the_same_finding_twice_adds_nothing() -> None:
    given(*CLUB_NIGHT, stepped_in(), step_in_reviewed(UPHELD, BEN, EVE)).when(
        Governance.review_step_in, by(BEN), CLUB, STEP_IN, UPHELD, [BEN, EVE]
    ).then_nothing()


# ---- What it led to

STEPPED_IN = [*a_club_with_staff(EVE), stepped_in()]
GROUND = right(STEPPED_IN, StepInApplied)
A_CHANGE = event_id(NIGHT, 2)
LATER = NOON + timedelta(hours=2)


def changed(**named: Any) -> list[Event]:
    return [*STEPPED_IN, planned(), line_written(**named)]


def test_a_review_names_what_changed_because_of_it() -> None:
    given(*changed(at=LATER)).when(
        Governance.review_step_in, by(BEN), CLUB, STEP_IN, UPHELD, [BEN, EVE], [A_CHANGE, A_CHANGE]
    ).then(step_in_reviewed(UPHELD, BEN, EVE, actor=BEN, led_to=(A_CHANGE,)))


def test_a_review_that_names_more_is_another_one() -> None:
    past = [*changed(at=LATER), step_in_reviewed(UPHELD, BEN, EVE)]
    again = (by(BEN), CLUB, STEP_IN, UPHELD, [BEN, EVE])
    given(*past).when(Governance.review_step_in, *again).then_nothing()
    given(*past).when(Governance.review_step_in, *again, [A_CHANGE]).then(
        step_in_reviewed(UPHELD, BEN, EVE, actor=BEN, led_to=(A_CHANGE,))
    )


@pytest.mark.parametrize("act", [by(BEN), imported()])
def test_what_came_of_it_is_there_is_ours_and_came_after(act: Act) -> None:
    look = (Governance.review_step_in, act, CLUB, STEP_IN, UPHELD, [BEN, EVE])
    given(*changed()).when(*look, [event_id(NIGHT, 9)]).then_refused(NotFound, saying="no such")
    given(*STEPPED_IN, another_club()).when(*look, [event_id(OTHER_CLUB, 1)]).then_refused(
        NotFound, saying="Another committee changed that."
    )
    given(*changed(at=NOON - timedelta(days=1))).when(*look, [A_CHANGE]).then_refused(
        Malformed, saying="came before the step-in"
    )


def test_what_changed_nothing_did_not_come_of_it() -> None:
    look = (Governance.review_step_in, by(BEN), CLUB, STEP_IN, UPHELD, [BEN, EVE])
    idea = [*STEPPED_IN, made(), opened(), decided(Result.REJECTED)]
    for nothing in (1, 3):
        given(*idea).when(*look, [event_id(IDEA, nothing)]).then_refused(
            Malformed, saying="changed nothing"
        )
    given(*changed(authority=GROUND)).when(*look, [A_CHANGE]).then_refused(
        Malformed, saying="The step-in itself did that."
    )


def test_an_idea_comes_of_a_step_in_of_its_committee() -> None:
    given(*STEPPED_IN).when(
        Governance.make_proposal, by(BEN), CLUB, "Salt", because_of=[GROUND]
    ).then(made(because_of=(GROUND,)))
    for other in (event_id(CLUB, 1), event_id(NIGHT, 1)):
        given(*STEPPED_IN, planned()).when(
            Governance.make_proposal, by(BEN), CLUB, "Salt", because_of=[other]
        ).then_refused(NotFound, saying="not a step-in of this committee")
