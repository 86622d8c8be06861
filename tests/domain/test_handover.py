"""The statutes of handing over: a job passes by two acts of two people."""

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotOpen
from domain.task import Task
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    DEV,
    EVENING,
    JOB,
    SOME_WORDS,
    a_club,
    accepted,
    added,
    by,
    declined,
    imported,
    laid_down,
    left,
    offer_withdrawn,
    offered,
    taken,
)
from tests.scenario import given

# ---- Giving it to somebody


def test_a_holder_asks_somebody_to_take_the_job_over() -> None:
    given(added(), taken(ASHA)).when(
        Task.offer, by(ASHA), ASHA, BEN, note=SOME_WORDS, answer_by=EVENING
    ).then(offered(ASHA, to=BEN, share=False, note=SOME_WORDS, answer_by=EVENING))


def test_only_a_holder_hands_a_job_over() -> None:
    given(added(), taken(ASHA)).when(Task.offer, by(BEN), BEN, CARA).then_refused(
        NotEligible, saying="who has this job"
    )


def test_nobody_hands_over_the_job_of_another() -> None:
    given(*a_club(), added(), taken(ASHA)).when(
        Governance.offer_handover, by(BEN), JOB, CARA, giver=ASHA
    ).then_refused(NotEligible, saying="for themselves")


def test_a_job_goes_to_somebody_on_the_committee() -> None:
    club = given(*a_club(), added(), taken(ASHA))
    club.when(Governance.offer_handover, by(ASHA), JOB, BEN, "Please").then(offered(ASHA, to=BEN))
    club.when(Governance.offer_handover, by(ASHA), JOB, DEV).then_refused(
        NotEligible, saying="on this committee"
    )


def test_who_has_the_job_is_not_asked_to_take_it() -> None:
    given(added(), taken(ASHA)).when(Task.offer, by(ASHA), ASHA, ASHA).then_refused(
        Malformed, saying="They have this job already."
    )


def test_asking_the_same_person_twice_adds_nothing() -> None:
    given(added(), taken(ASHA), offered(ASHA, to=BEN)).when(
        Task.offer, by(ASHA), ASHA, BEN
    ).then_nothing()


def test_two_people_do_not_ask_the_same_person_at_once() -> None:
    given(added(people=2), taken(ASHA), taken(BEN), offered(ASHA, to=CARA)).when(
        Task.offer, by(BEN), BEN, CARA
    ).then_refused(NotOpen, saying="Wait for their answer.")


# ---- Answering


def test_an_accepted_handover_moves_the_job() -> None:
    given(*a_club(), added(), taken(ASHA), offered(ASHA, to=BEN)).when(
        Governance.accept_handover, by(BEN), JOB
    ).then(accepted(BEN, of=ASHA))
    moved = given(added(), taken(ASHA), offered(ASHA, to=BEN), accepted(BEN, of=ASHA))
    moved.when(Task.offer, by(BEN), BEN, CARA).then(offered(BEN, to=CARA))
    moved.when(Task.offer, by(ASHA), ASHA, CARA).then_refused(
        NotEligible, saying="who has this job"
    )


def test_a_shared_job_stays_with_its_giver_too() -> None:
    shared = given(added(), taken(ASHA), offered(ASHA, to=BEN, share=True), accepted(BEN))
    shared.when(Task.lay_down, by(ASHA), ASHA).then(laid_down(ASHA))
    shared.when(Task.lay_down, by(BEN), BEN).then(laid_down(BEN))


def test_only_who_was_asked_answers() -> None:
    job = given(*a_club(), added(), taken(ASHA), offered(ASHA, to=BEN))
    for answer in (Governance.accept_handover, Governance.decline_handover):
        job.when(answer, by(CARA), JOB).then_refused(NotEligible, saying="who was asked")
        job.when(answer, by(CARA), JOB, BEN).then_refused(NotEligible, saying="for themselves")


def test_an_offer_is_answered_once() -> None:
    for first in (accepted(BEN), declined(BEN), offer_withdrawn(ASHA, to=BEN)):
        past = given(added(), taken(ASHA), offered(ASHA, to=BEN), first)
        for answer in (Task.accept, Task.decline):
            past.when(answer, by(BEN), BEN).then_refused(NotEligible, saying="only once")


def test_a_source_that_names_another_giver_is_not_believed() -> None:
    asked = given(added(), taken(ASHA), offered(ASHA, to=BEN))
    for answer in (Task.accept, Task.decline):
        asked.when(answer, imported(BEN), BEN, CARA).then_refused(
            NotEligible, saying="Somebody else has asked them."
        )
    asked.when(Task.accept, imported(BEN), BEN, ASHA).then(accepted(BEN, of=ASHA))


def test_who_left_accepts_nothing() -> None:
    given(*a_club(), added(), taken(ASHA), offered(ASHA, to=BEN), left(BEN)).when(
        Governance.accept_handover, by(BEN), JOB
    ).then_refused(NotEligible, saying="on this committee")


def test_nobody_else_is_asked_once_somebody_said_yes() -> None:
    given(
        added(people=2),
        taken(ASHA),
        taken(DEV),
        offered(ASHA, to=BEN),
        offered(ASHA, to=CARA),
    ).when(Task.accept, by(BEN), BEN).then(
        accepted(BEN, of=ASHA), offer_withdrawn(ASHA, to=CARA, actor=BEN)
    )


def test_who_shares_a_job_may_ask_others_still() -> None:
    given(added(), taken(ASHA), offered(ASHA, to=BEN, share=True), offered(ASHA, to=CARA)).when(
        Task.accept, by(BEN), BEN
    ).then(accepted(BEN))


def test_a_handover_is_declined_without_a_reason() -> None:
    given(*a_club(), added(), taken(ASHA), offered(ASHA, to=BEN)).when(
        Governance.decline_handover, by(BEN), JOB
    ).then(declined(BEN, of=ASHA, reason=None))


def test_a_declined_handover_leaves_the_job_where_it_was() -> None:
    past = given(added(), taken(ASHA), offered(ASHA, to=BEN), declined(BEN))
    past.when(Task.offer, by(ASHA), ASHA, CARA).then(offered(ASHA, to=CARA))
    past.when(Task.offer, by(ASHA), ASHA, BEN).then(offered(ASHA, to=BEN))


def test_an_offer_to_share_that_was_declined_does_not_outlive_its_answer() -> None:
    given(
        added(),
        taken(ASHA),
        offered(ASHA, to=BEN, share=True),
        declined(BEN),
        offered(ASHA, to=BEN),
        accepted(BEN),
    ).when(Task.lay_down, by(ASHA), ASHA).then_refused(NotEligible, saying="who has this job")


def test_an_offer_is_taken_back_before_it_is_answered() -> None:
    job = given(*a_club(), added(), taken(ASHA), offered(ASHA, to=BEN))
    job.when(Governance.withdraw_handover, by(ASHA), JOB, BEN).then(offer_withdrawn(ASHA, to=BEN))
    job.when(Governance.withdraw_handover, by(CARA), JOB, BEN).then_refused(
        NotOpen, saying="answered already, or never asked"
    )
    given(added(), taken(ASHA), offered(ASHA, to=BEN)).when(
        Task.withdraw_offer, by(BEN), ASHA, BEN
    ).then_refused(NotEligible, saying="for themselves")
