"""The statutes of jobs: who takes them, who lays them down, and when they are over."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain.application import Governance
from domain.authority import Authority, Ground
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen
from domain.events import Event
from domain.kinds import Stake
from domain.task import Task
from domain.values import Due, LocalMoment
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DECISION,
    DEV,
    FOUNDING,
    JOB,
    NIGHT,
    OTHER_CLUB,
    SOME_WORDS,
    THE_PROGRAM,
    a_club,
    a_yes,
    added,
    by,
    done,
    dropped,
    imported,
    laid_down,
    left,
    offer_withdrawn,
    offered,
    planned,
    registered,
    taken,
)
from tests.plan_facts import APRIL, amended, cancelled, moved, not_done, reopened
from tests.scenario import given

BY_DECISION = Authority(CLUB, Ground.DECISION, DECISION)
OVER = pytest.mark.parametrize("end", [done(ASHA), not_done(), dropped()], ids=lambda e: e.TOPIC)


# ---- There is something to do


def test_a_job_is_added_as_the_committee_decided() -> None:
    given().when(
        Task.add, by(ASHA), CLUB, SOME_WORDS, BY_DECISION, people=2, stake=Stake.SMALL
    ).then(added(people=2, authority=DECISION, stake=Stake.SMALL, committee=CLUB))


def test_a_job_is_for_somebody() -> None:
    given().when(Task.add, by(ASHA), CLUB, SOME_WORDS, BY_DECISION, people=0).then_refused(
        Malformed, saying="one person or more"
    )


@pytest.mark.parametrize(
    "right",
    [Authority(CLUB, Ground.FOUNDING, FOUNDING), Authority(OTHER_CLUB, Ground.DECISION, DECISION)],
)
def test_no_other_right_is_enough_for_a_job(right: Authority) -> None:
    for answer in (
        given().when(Task.add, by(ASHA), CLUB, SOME_WORDS, right),
        given(added()).when(Task.drop, by(ASHA), right),
    ):
        answer.then_refused(NoAuthority, saying=" not ")


def test_anybody_on_the_committee_adds_a_job_that_was_decided() -> None:
    club = given(*a_club(), *a_yes(), planned())
    club.when(
        Governance.add_task, by(BEN), CLUB, "Bring the speakers", plan=NIGHT, authority=DECISION
    ).then(added(actor=BEN, plan=NIGHT, authority=DECISION, people=1))
    club.when(
        Governance.add_task, by(DEV), CLUB, "Bring the speakers", authority=DECISION
    ).then_refused(NotEligible, saying="on this committee")
    club.when(Governance.add_task, by(BEN), CLUB, "Bring the speakers").then_refused(
        NoAuthority, saying="Say which decision allows this."
    )


def test_a_job_belongs_to_a_plan_that_is_there() -> None:
    given(*a_club(), *a_yes()).when(
        Governance.add_task, by(BEN), CLUB, "Speakers", plan=NIGHT, authority=DECISION
    ).then_refused(NotFound, saying="There is no such plan.")


def test_a_job_is_told_anew_and_stays_with_whoever_has_it() -> None:
    club = given(*a_club(), *a_yes(), planned(), added(people=2, plan=NIGHT), taken(ASHA))
    club.when(Governance.amend_task, by(BEN), JOB, "Set up", people=1, authority=DECISION).then(
        amended(people=1, plan=None, authority=DECISION)
    )
    club.when(Governance.amend_task, by(BEN), JOB, "Set up").then_refused(
        NoAuthority, saying="Say which decision allows this."
    )
    given(added(people=2), taken(ASHA), amended(people=1)).when(
        Task.take, by(BEN), BEN
    ).then_refused(NotOpen, saying="Somebody has this job already.")
    given(added()).when(Task.amend, by(ASHA), SOME_WORDS, BY_DECISION, people=0).then_refused(
        Malformed, saying="one person or more"
    )


def test_a_job_moves_to_an_occasion_that_will_be() -> None:
    given(*a_club(), *a_yes(), planned(), cancelled(), added()).when(
        Governance.amend_task, by(BEN), JOB, "Set up", plan=NIGHT, authority=DECISION
    ).then_refused(NotOpen, saying="This was cancelled.")
    given(*a_club(), *a_yes(), planned(), added(plan=NIGHT), cancelled()).when(
        Governance.amend_task, by(BEN), JOB, "Tidy up", plan=NIGHT, authority=DECISION
    ).then(amended(plan=NIGHT))


# ---- Taking it


def test_anybody_on_the_committee_takes_a_free_job() -> None:
    club = given(*a_club(), added())
    club.when(Governance.take_task, by(BEN), JOB).then(taken(BEN, actor=BEN))
    club.when(Governance.take_task, by(DEV), JOB).then_refused(
        NotEligible, saying="on this committee"
    )


def test_who_left_takes_no_job() -> None:
    given(*a_club(), left(BEN), added()).when(Governance.take_task, by(BEN), JOB).then_refused(
        NotEligible, saying="on this committee"
    )


def test_nobody_takes_a_job_in_anothers_name() -> None:
    given(*a_club(), added()).when(Governance.take_task, by(ASHA), JOB, BEN).then_refused(
        NotEligible, saying="for themselves"
    )


def test_the_program_takes_no_job() -> None:
    given(*a_club(), added()).when(Governance.take_task, by(THE_PROGRAM), JOB).then_refused(
        NotEligible, saying="Only a person"
    )


def test_taking_a_job_twice_adds_nothing() -> None:
    given(added(), taken(BEN)).when(Task.take, by(BEN), BEN).then_nothing()


def test_a_job_that_somebody_has_is_asked_for_not_taken() -> None:
    given(added(), taken(ASHA)).when(Task.take, by(BEN), BEN).then_refused(
        NotOpen, saying="Ask them to give it to you."
    )


def test_a_job_for_two_is_shared() -> None:
    job = given(added(people=2), taken(ASHA))
    job.when(Task.take, by(BEN), BEN).then(taken(BEN))
    given(added(people=2), taken(ASHA), taken(BEN)).when(Task.take, by(CARA), CARA).then_refused(
        NotOpen, saying="Somebody has this job already."
    )


def test_a_history_kept_elsewhere_may_tell_of_more_holders() -> None:
    given(added(), taken(ASHA)).when(Task.take, imported(BEN), BEN).then(taken(BEN))


# ---- Laying it down


def test_a_holder_may_lay_the_job_down_and_then_it_is_free() -> None:
    given(added(), taken(ASHA)).when(Task.lay_down, by(ASHA), ASHA).then(laid_down(ASHA))
    given(added(), taken(ASHA), laid_down(ASHA)).when(Task.take, by(BEN), BEN).then(taken(BEN))


def test_only_a_holder_lays_a_job_down() -> None:
    given(added(), taken(ASHA)).when(Task.lay_down, by(BEN), BEN).then_refused(
        NotEligible, saying="who has this job"
    )


def test_nobody_lays_down_the_job_of_another() -> None:
    given(*a_club(), added(), taken(ASHA)).when(
        Governance.lay_down_task, by(BEN), JOB, ASHA
    ).then_refused(NotEligible, saying="for themselves")


def test_ones_own_offers_end_with_the_job_and_not_those_of_others() -> None:
    given(
        added(people=2), taken(ASHA), taken(BEN), offered(ASHA, to=CARA), offered(BEN, to=DEV)
    ).when(Task.lay_down, by(ASHA), ASHA).then(offer_withdrawn(ASHA, to=CARA), laid_down(ASHA))


# ---- The end of it


def test_a_holder_says_that_the_job_is_done_and_by_whom() -> None:
    job = given(*a_club(), added(people=2), taken(ASHA), taken(BEN), offered(ASHA, to=CARA))
    job.when(Governance.finish_task, by(ASHA), JOB).then(offer_withdrawn(ASHA, to=CARA), done(ASHA))
    job.when(Governance.finish_task, by(ASHA), JOB, [ASHA, BEN, ASHA]).then(
        offer_withdrawn(ASHA, to=CARA), done(ASHA, BEN)
    )


def test_who_did_it_is_told_as_it_was_whoever_had_the_job() -> None:
    job = given(*a_club(), registered(DEV), added(), taken(ASHA))
    job.when(Governance.finish_task, by(BEN), JOB).then(done(BEN, actor=BEN))
    job.when(Governance.finish_task, by(BEN), JOB, [ASHA]).then(done(ASHA, actor=BEN))
    job.when(Governance.finish_task, by(ASHA), JOB, [DEV]).then(done(DEV, actor=ASHA))
    given(*a_club(), added()).when(Governance.finish_task, by(BEN), JOB).then(done(BEN))


def test_only_the_committee_says_that_a_job_is_done_and_by_people_it_knows() -> None:
    given(*a_club(), registered(DEV), added(), taken(ASHA)).when(
        Governance.finish_task, by(DEV), JOB
    ).then_refused(NotEligible, saying="on this committee")
    given(*a_club(), added(), taken(ASHA)).when(
        Governance.finish_task, by(ASHA), JOB, [DEV]
    ).then_refused(NotFound, saying="no such person")


def test_a_history_kept_elsewhere_may_say_that_others_did_it() -> None:
    given(added()).when(Task.finish, imported(), [BEN]).then(done(BEN))
    given(added()).when(Governance.finish_task, imported(), JOB).then(done())


def test_a_job_is_dropped_by_a_decision() -> None:
    club = given(*a_club(), *a_yes(), added(), taken(ASHA), offered(ASHA, to=BEN))
    club.when(Governance.drop_task, by(CARA), JOB, authority=DECISION).then(
        offer_withdrawn(ASHA, to=BEN, actor=CARA), dropped(authority=DECISION)
    )
    club.when(Governance.drop_task, by(CARA), JOB).then_refused(
        NoAuthority, saying="Say which decision allows this."
    )


@OVER
def test_nothing_more_happens_to_a_job_that_is_over(end: Event) -> None:
    past = given(added(people=2), taken(ASHA), end)
    for answer in (
        past.when(Task.take, by(BEN), BEN),
        past.when(Task.lay_down, by(ASHA), ASHA),
        past.when(Task.offer, by(ASHA), ASHA, BEN),
        past.when(Task.accept, by(BEN), BEN),
        past.when(Task.finish, by(ASHA), [ASHA]),
        past.when(Task.drop, by(ASHA), BY_DECISION),
        past.when(Task.amend, by(ASHA), SOME_WORDS, BY_DECISION),
        past.when(Task.shadow, by(BEN), BEN),
        past.when(Task.take_over, by(BEN), ASHA, BEN),
        past.when(Task.return_to, by(ASHA), ASHA, BEN),
        past.when(Task.report_handover, imported(), [ASHA], [BEN]),
        past.when(Task.ask_help, by(ASHA), ASHA),
        past.when(Task.note_not_done, by(ASHA)),
    ):
        answer.then_refused(NotOpen, saying="This job is over.")
    past.when(Task.release, by(THE_PROGRAM), ASHA).then_nothing()


def test_the_time_is_over_and_the_job_was_not_done() -> None:
    on_the_night = Due(on=LocalMoment(day=date(2026, 3, 3), at=time(10), zone="Europe/London"))
    for due in (None, on_the_night):
        given(*a_club(), added(due=due), taken(ASHA), offered(ASHA, to=BEN)).when(
            Governance.note_task_not_done, by(CARA), JOB
        ).then(offer_withdrawn(ASHA, to=BEN, actor=CARA), not_done(actor=CARA))


@pytest.mark.parametrize("before", [None, 60])
def test_there_is_time_until_the_job_is_due(before: int | None) -> None:
    due = Due(before_plan=before)
    night = given(*a_club(), planned(on=APRIL), added(plan=NIGHT, due=due), taken(ASHA))
    early = APRIL.day - timedelta(days=1)
    night.when(
        Governance.note_task_not_done, by(ASHA, datetime.combine(early, time(23), UTC)), JOB
    ).then_refused(NotOpen, saying="There is still time for this job.")
    an_hour_before = datetime.combine(APRIL.day, time(17, 40), UTC)
    answer = night.when(Governance.note_task_not_done, by(ASHA, an_hour_before), JOB)
    if before:
        answer.then(not_done())
    else:
        answer.then_refused(NotOpen, saying="There is still time for this job.")
    given(planned(), added(due=due)).when(Task.note_not_done, imported(), APRIL).then(not_done())


def test_a_job_that_moves_with_its_occasion_is_due_later() -> None:
    given(*a_club(), planned(on=APRIL), moved(), added(plan=NIGHT, due=Due(before_plan=60))).when(
        Governance.note_task_not_done, by(ASHA, datetime(2026, 4, 20, tzinfo=UTC)), JOB
    ).then_refused(NotOpen, saying="There is still time for this job.")


def test_a_job_that_was_over_is_there_to_do_again() -> None:
    for end in (done(ASHA), not_done()):
        club = given(*a_club(), added(), taken(ASHA), end)
        club.when(Governance.reopen_task, by(BEN), JOB).then(reopened(actor=BEN))
        again = given(added(), taken(ASHA), end, reopened())
        again.when(Task.reopen, by(BEN)).then_nothing()
        again.when(Task.finish, by(ASHA), [ASHA]).then(done(ASHA))


def test_who_left_meanwhile_has_the_job_no_more_when_it_is_there_again() -> None:
    given(*a_club(), added(people=2), taken(ASHA), taken(BEN), done(ASHA, BEN), left(BEN)).when(
        Governance.reopen_task, by(ASHA), JOB
    ).then(reopened(), laid_down(BEN, actor=THE_PROGRAM))


def test_what_the_committee_dropped_does_not_come_back_by_itself() -> None:
    given(added(), dropped()).when(Task.reopen, by(ASHA)).then_refused(
        NoAuthority, saying="If it is needed, add it anew."
    )


def test_who_leaves_the_committee_is_released() -> None:
    given(
        added(people=2), taken(ASHA), taken(BEN), offered(ASHA, to=CARA), offered(BEN, to=DEV)
    ).when(Task.release, by(THE_PROGRAM), ASHA).then(
        offer_withdrawn(ASHA, to=CARA, actor=THE_PROGRAM), laid_down(ASHA, actor=THE_PROGRAM)
    )


def test_there_is_no_such_job() -> None:
    given(*a_club()).when(Governance.take_task, by(BEN), JOB).then_refused(
        NotFound, saying="There is no such job."
    )
