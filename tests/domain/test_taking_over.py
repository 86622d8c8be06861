"""The statutes of doing another's job: never refused, never silent; and of learning and helping."""

import pytest

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotFound, NotOpen
from domain.events import Event
from domain.kinds import Help, TakeoverAnswer
from domain.task import Task
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    DEV,
    JOB,
    a_club,
    accepted,
    added,
    by,
    done,
    dropped,
    imported,
    laid_down,
    left,
    offer_withdrawn,
    offered,
    registered,
    taken,
)
from tests.plan_facts import (
    called_it,
    given_back,
    help_asked,
    helped,
    learning,
    passed_on,
    reopened,
    taken_over,
)
from tests.scenario import given

ASKED, SHARED, TAKEN = TakeoverAnswer.ASKED, TakeoverAnswer.SHARED, TakeoverAnswer.TAKEN
WITH_ME, TELL_ME = Help.DO_IT_WITH_ME, Help.TELL_ME_HOW


# ---- Taking it over


@pytest.mark.parametrize("asked", [True, False, None])
def test_taking_over_is_never_refused_to_somebody_on_the_committee(asked: bool | None) -> None:  # noqa: FBT001 -- pytest passes it by name
    given(*a_club(), added(), taken(ASHA)).when(
        Governance.take_over_task, by(BEN), JOB, ASHA, asked=asked
    ).then(taken_over(BEN, of=ASHA, asked=asked, actor=BEN))


def test_who_has_no_seat_takes_nothing_over() -> None:
    given(*a_club(), added(), taken(ASHA)).when(
        Governance.take_over_task, by(DEV), JOB, ASHA
    ).then_refused(NotEligible, saying="on this committee")


def test_nobody_takes_over_in_anothers_name() -> None:
    given(*a_club(), added(), taken(ASHA)).when(
        Governance.take_over_task, by(ASHA), JOB, ASHA, taker=BEN
    ).then_refused(NotEligible, saying="for themselves")


def test_who_took_a_job_over_has_it_and_who_had_it_has_not() -> None:
    job = given(added(), taken(ASHA), taken_over(BEN, of=ASHA))
    job.when(Task.lay_down, by(BEN), BEN).then(laid_down(BEN))
    job.when(Task.lay_down, by(ASHA), ASHA).then_refused(NotEligible, saying="who has this job")
    job.when(Task.take_over, by(BEN), ASHA, BEN).then_nothing()


def test_only_what_somebody_has_is_taken_over_from_them() -> None:
    given(added(), taken(ASHA)).when(Task.take_over, by(BEN), CARA, BEN).then_refused(
        NotEligible, saying="They do not have this job."
    )
    given(added(), taken(ASHA)).when(Task.take_over, by(ASHA), ASHA, ASHA).then_refused(
        Malformed, saying="from themselves"
    )


def test_offers_end_when_the_job_is_taken_over() -> None:
    given(
        added(people=2), taken(ASHA), taken(DEV), offered(ASHA, to=BEN), offered(DEV, to=CARA)
    ).when(Task.take_over, by(BEN), ASHA, BEN).then(
        taken_over(BEN, of=ASHA), offer_withdrawn(ASHA, to=BEN, actor=BEN)
    )
    given(added(people=2), taken(ASHA), taken(DEV), offered(DEV, to=BEN)).when(
        Task.take_over, by(BEN), ASHA, BEN
    ).then(taken_over(BEN, of=ASHA), offer_withdrawn(DEV, to=BEN, actor=BEN))


# ---- Saying what it was


@pytest.mark.parametrize("answer", TakeoverAnswer)
def test_whoever_had_the_job_says_what_it_was(answer: TakeoverAnswer) -> None:
    given(*a_club(), added(), taken(ASHA), taken_over(BEN, of=ASHA, asked=True)).when(
        Governance.answer_takeover, by(ASHA), JOB, BEN, answer
    ).then(called_it(answer, ASHA, of=BEN))


def test_their_last_word_holds() -> None:
    job = given(added(), taken(ASHA), taken_over(BEN, of=ASHA), called_it(SHARED, ASHA, of=BEN))
    job.when(Task.answer_takeover, by(ASHA), ASHA, BEN, SHARED).then_nothing()
    job.when(Task.answer_takeover, by(ASHA), ASHA, BEN, TAKEN).then(called_it(TAKEN, ASHA, of=BEN))


def test_nobody_else_says_what_it_was() -> None:
    job = given(added(), taken(ASHA), taken_over(BEN, of=ASHA))
    job.when(Task.answer_takeover, by(BEN), ASHA, BEN, ASKED).then_refused(
        NotEligible, saying="for themselves"
    )
    job.when(Task.answer_takeover, by(CARA), CARA, BEN, ASKED).then_refused(
        NotEligible, saying="whose job another person did"
    )


def test_they_may_say_so_when_the_job_is_over_and_when_they_have_left() -> None:
    given(*a_club(), added(), taken(ASHA), taken_over(BEN, of=ASHA), left(ASHA), done(BEN)).when(
        Governance.answer_takeover, by(ASHA), JOB, BEN, TAKEN
    ).then(called_it(TAKEN, ASHA, of=BEN))


def test_doing_anothers_job_without_a_word_is_theirs_to_answer_as_well() -> None:
    given(added(people=2), taken(ASHA), taken(CARA), done(BEN)).when(
        Task.answer_takeover, by(CARA), CARA, BEN, TAKEN
    ).then(called_it(TAKEN, CARA, of=BEN))


@pytest.mark.parametrize(
    "past",
    [[done(ASHA, BEN)], [done(ASHA)], [laid_down(ASHA), done(BEN)]],
    ids=["together", "alone", "nobody's"],
)
def test_what_a_holder_did_too_or_nobody_had_is_no_taking_over(past: list[Event]) -> None:
    given(added(), taken(ASHA), *past).when(
        Task.answer_takeover, by(ASHA), ASHA, BEN, TAKEN
    ).then_refused(NotEligible, saying="whose job another person did")


# ---- Giving it back


def test_a_job_that_was_taken_over_goes_back() -> None:
    job = given(*a_club(), added(), taken(ASHA), taken_over(BEN, of=ASHA), offered(BEN, to=CARA))
    job.when(Governance.return_task, by(BEN), JOB, ASHA).then(
        given_back(BEN, to=ASHA, actor=BEN), offer_withdrawn(BEN, to=CARA, actor=BEN)
    )
    given(added(), taken(ASHA), taken_over(BEN, of=ASHA), given_back(BEN, to=ASHA)).when(
        Task.lay_down, by(ASHA), ASHA
    ).then(laid_down(ASHA))


def test_who_had_the_job_may_take_it_back() -> None:
    given(*a_club(), added(), taken(ASHA), taken_over(BEN, of=ASHA)).when(
        Governance.return_task, by(ASHA), JOB, ASHA, BEN
    ).then(given_back(BEN, to=ASHA, actor=ASHA))


def test_nobody_else_gives_it_back() -> None:
    given(added(), taken(ASHA), taken_over(BEN, of=ASHA)).when(
        Task.return_to, by(CARA), BEN, ASHA
    ).then_refused(NotEligible, saying="One of the two people")


@pytest.mark.parametrize(
    "past",
    [
        [taken(BEN)],
        [taken(ASHA), offered(ASHA, to=BEN), accepted(BEN)],
        [taken(ASHA), taken_over(BEN, of=ASHA), given_back(BEN, to=ASHA), offered(ASHA, to=BEN)],
    ],
    ids=["taken", "accepted", "given back already"],
)
def test_what_was_not_taken_over_is_offered_not_given_back(past: list[Event]) -> None:
    given(added(), *past).when(Task.return_to, by(BEN), BEN, ASHA).then_refused(
        NotOpen, saying="Ask them to take it."
    )


def test_a_job_goes_back_only_to_somebody_on_the_committee() -> None:
    given(*a_club(), added(), taken(ASHA), taken_over(BEN, of=ASHA), left(ASHA)).when(
        Governance.return_task, by(BEN), JOB, ASHA
    ).then_refused(NotEligible, saying="on this committee")


def test_a_job_goes_back_from_whoever_has_it_still() -> None:
    given(added(), taken(ASHA), taken_over(BEN, of=ASHA), taken_over(CARA, of=BEN)).when(
        Task.return_to, by(BEN), BEN, ASHA
    ).then_refused(NotEligible, saying="who has this job")


# ---- A history that tells only the result


def test_a_history_kept_elsewhere_may_tell_only_that_a_job_passed_on() -> None:
    given(*a_club(), added(), taken(ASHA)).when(
        Governance.report_handover, imported(), JOB, [ASHA], [BEN, CARA]
    ).then(passed_on(ASHA, to=BEN, takers=(BEN, CARA)))
    after = given(added(), taken(ASHA), offered(ASHA, to=DEV), passed_on(ASHA, to=BEN))
    after.when(Task.lay_down, by(BEN), BEN).then(laid_down(BEN))
    after.when(Task.accept, by(DEV), DEV).then_refused(NotEligible, saying="who was asked")


def test_here_a_job_passes_on_by_two_acts_of_two_people() -> None:
    given(added(), taken(ASHA)).when(Task.report_handover, by(ASHA), [ASHA], [BEN]).then_refused(
        NotEligible, saying="another says yes"
    )


def test_what_nobody_had_was_not_handed_over() -> None:
    job = given(added(), taken(ASHA))
    job.when(Task.report_handover, imported(), [CARA], [BEN]).then_refused(
        NotEligible, saying="who has this job"
    )
    job.when(Task.report_handover, imported(), [ASHA], []).then_refused(
        Malformed, saying="from somebody to somebody"
    )


# ---- Learning it


def test_a_job_is_learned_beside_somebody_who_has_it() -> None:
    given(*a_club(), added(), taken(ASHA)).when(Governance.shadow_task, by(BEN), JOB).then(
        learning(BEN, actor=BEN)
    )
    given(added()).when(Task.shadow, by(BEN), BEN).then_refused(NotOpen, saying="You can take it.")
    given(added(), taken(BEN)).when(Task.shadow, by(BEN), BEN).then_refused(
        Malformed, saying="You have this job already."
    )
    given(added(), taken(ASHA), learning(BEN)).when(Task.shadow, by(BEN), BEN).then_nothing()
    given(added(), taken(ASHA)).when(Task.shadow, by(ASHA), BEN).then_refused(
        NotEligible, saying="for themselves"
    )


def test_who_has_learned_a_job_and_had_it_may_learn_it_anew() -> None:
    given(added(people=2), taken(ASHA), learning(BEN), taken(BEN), laid_down(BEN)).when(
        Task.shadow, by(BEN), BEN
    ).then(learning(BEN))


# ---- Help


def test_a_holder_asks_for_help() -> None:
    given(*a_club(), added(), taken(ASHA)).when(Governance.ask_help, by(ASHA), JOB, WITH_ME).then(
        help_asked(ASHA, WITH_ME)
    )
    job = given(added(), taken(ASHA), help_asked(ASHA, WITH_ME))
    job.when(Task.ask_help, by(ASHA), ASHA, WITH_ME).then_nothing()
    job.when(Task.ask_help, by(ASHA), ASHA, TELL_ME).then(help_asked(ASHA, TELL_ME))
    job.when(Task.ask_help, by(BEN), BEN, TELL_ME).then_refused(
        NotEligible, saying="who has this job"
    )


def test_the_helper_or_who_has_the_job_says_that_there_was_help() -> None:
    job = given(*a_club(), registered(DEV), added(), taken(ASHA), help_asked(ASHA, WITH_ME))
    job.when(Governance.give_help, by(BEN), JOB, kind=WITH_ME).then(helped(BEN, actor=BEN))
    job.when(Governance.give_help, by(ASHA), JOB, DEV, WITH_ME).then(helped(DEV, actor=ASHA))
    job.when(Governance.give_help, by(CARA), JOB, BEN, WITH_ME).then_refused(
        NotEligible, saying="The person who helped"
    )
    job.when(Governance.give_help, by(DEV), JOB).then_refused(
        NotEligible, saying="on this committee"
    )


def test_help_may_come_unasked_and_be_told_when_the_job_is_done() -> None:
    given(added(), taken(ASHA)).when(Task.give_help, by(BEN), BEN).then(
        helped(BEN, Help.NOT_STATED)
    )
    given(added(), taken(ASHA), done(ASHA)).when(Task.give_help, by(ASHA), BEN).then(
        helped(BEN, Help.NOT_STATED)
    )


def test_doing_a_job_alone_is_not_helping() -> None:
    for past in ([], [taken(BEN)]):
        given(added(), *past).when(Task.give_help, by(BEN), BEN).then_refused(
            Malformed, saying="not helping"
        )
    given(added()).when(Task.give_help, imported(), BEN).then(helped(BEN, Help.NOT_STATED))


def test_help_given_is_told_once_until_it_is_asked_for_again() -> None:
    once = [added(), taken(ASHA), help_asked(ASHA), helped(BEN)]
    given(*once).when(Task.give_help, by(BEN), BEN, WITH_ME).then_nothing()
    given(*once).when(Task.ask_help, by(ASHA), ASHA, WITH_ME).then(help_asked(ASHA))
    given(*once, help_asked(ASHA)).when(Task.give_help, by(BEN), BEN, WITH_ME).then(helped(BEN))


def test_who_gave_the_job_away_needs_no_help_with_it_any_more() -> None:
    given(
        added(),
        taken(ASHA),
        help_asked(ASHA),
        laid_down(ASHA),
        taken(BEN),
        laid_down(BEN),
        taken(ASHA),
    ).when(Task.ask_help, by(ASHA), ASHA, WITH_ME).then(help_asked(ASHA))


def test_there_is_no_such_job_to_take_over() -> None:
    given(*a_club()).when(Governance.take_over_task, by(BEN), JOB, ASHA).then_refused(
        NotFound, saying="There is no such job."
    )


def test_a_job_that_is_there_again_can_be_taken_over() -> None:
    given(added(), taken(ASHA), done(ASHA), reopened()).when(
        Task.take_over, by(BEN), ASHA, BEN
    ).then(taken_over(BEN, of=ASHA))
    given(added(), taken(ASHA), dropped()).when(Task.take_over, by(BEN), ASHA, BEN).then_refused(
        NotOpen, saying="This job is over."
    )
