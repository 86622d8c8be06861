"""Who did what another one had, who learns and helps: seen with the job, and told to its holder."""

from collections.abc import Sequence

import pytest

from domain.application import Governance
from domain.events import Event
from domain.kinds import Help, TakeoverAnswer
from projections.plan import Plans
from projections.tasks import Status, Tasks, TaskSeen
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    DECISION,
    DEV,
    JOB,
    NIGHT,
    a_club,
    a_yes,
    accepted,
    added,
    by,
    done,
    dropped,
    laid_down,
    offered,
    planned,
    taken,
)
from tests.plan_facts import (
    LAST_NIGHT,
    amended,
    called_it,
    cancelled,
    given_back,
    help_asked,
    helped,
    learning,
    not_done,
    passed_on,
    reopened,
    taken_over,
)
from tests.projections.reading import asked

TAKEN, SHARED = TakeoverAnswer.TAKEN, TakeoverAnswer.SHARED


def job(*past: Event) -> TaskSeen:
    everything = [*a_club(), *past]
    seen = asked(everything, Tasks, lambda model: model.task(JOB), beside=[Plans])
    assert seen is not None
    return seen


def to_answer(who: object, *past: Event) -> list[object]:
    ask = asked(
        [*a_club(), *past],
        Tasks,
        lambda model: model.to_answer(who),  # type: ignore[arg-type]
        beside=[Plans],
    )
    return [seen.task for seen in ask]


def holders(seen: TaskSeen) -> set[object]:
    return {holder.person for holder in seen.holders}


# ---- Who has it


@pytest.mark.parametrize(
    ("past", "who"),
    [
        ([taken(ASHA), taken_over(BEN, of=ASHA)], {BEN}),
        ([taken(ASHA), taken_over(BEN, of=ASHA), given_back(BEN, to=ASHA)], {ASHA}),
        ([taken(ASHA), passed_on(ASHA, to=BEN, takers=(BEN, CARA))], {BEN, CARA}),
        ([taken(ASHA), taken(BEN), passed_on(ASHA, to=CARA, givers=(ASHA, BEN))], {CARA}),
        ([taken(ASHA), offered(ASHA, to=BEN, share=True), accepted(BEN)], {ASHA, BEN}),
        ([taken(ASHA), done(ASHA), reopened()], {ASHA}),
    ],
    ids=["taken over", "given back", "to two", "from two", "shared", "reopened"],
)
def test_who_has_the_job(past: Sequence[Event], who: set[object]) -> None:
    assert holders(job(added(people=2), *past)) == who


def test_an_offer_that_events_have_overtaken_waits_no_more() -> None:
    seen = job(added(), taken(ASHA), offered(ASHA, to=DEV), passed_on(ASHA, to=BEN))
    assert seen.offers == ()


@pytest.mark.parametrize(
    ("past", "status"),
    [
        ([not_done()], Status.NOT_DONE),
        ([done(ASHA)], Status.DONE),
        ([dropped()], Status.DROPPED),
        ([not_done(), reopened()], Status.HELD),
        ([done(ASHA), reopened(), laid_down(ASHA)], Status.FREE),
    ],
    ids=["not done", "done", "dropped", "reopened", "free again"],
)
def test_how_it_stands(past: Sequence[Event], status: Status) -> None:
    assert job(added(), taken(ASHA), *past).status is status


# ---- Taking over


def test_a_taking_over_is_seen_with_what_whoever_had_it_says() -> None:
    past = [added(), taken(ASHA), taken_over(BEN, of=ASHA, asked=False)]
    (told,) = job(*past).takeovers
    assert (told.giver.person, told.taker.person) == (ASHA, BEN)
    assert (told.is_told, told.asked, told.answer, told.is_returned) == (True, False, None, False)
    (told,) = job(*past, called_it(TAKEN, ASHA, of=BEN), given_back(BEN, to=ASHA)).takeovers
    assert (told.answer, told.is_returned) == (TAKEN, True)


def test_whoever_had_the_job_is_told_until_they_have_answered() -> None:
    past = [added(), taken(ASHA), taken_over(BEN, of=ASHA)]
    assert to_answer(ASHA, *past) == [JOB]
    assert to_answer(BEN, *past) == []
    assert to_answer(ASHA, *past, done(BEN)) == [JOB]
    assert to_answer(ASHA, *past, called_it(SHARED, ASHA, of=BEN)) == []


def test_what_others_did_without_a_word_is_told_as_well() -> None:
    past = [added(people=2), taken(ASHA), taken(CARA), done(BEN)]
    seen = job(*past)
    assert {(it.giver.person, it.taker.person, it.is_told) for it in seen.takeovers} == {
        (ASHA, BEN, False),
        (CARA, BEN, False),
    }
    assert to_answer(CARA, *past, called_it(TAKEN, ASHA, of=BEN)) == [JOB]
    assert to_answer(ASHA, *past, called_it(TAKEN, ASHA, of=BEN)) == []


@pytest.mark.parametrize(
    "past",
    [[taken(ASHA), done(ASHA, BEN)], [done(BEN)], [taken(ASHA), done()], [taken(ASHA), dropped()]],
    ids=["together", "nobody's", "by nobody", "dropped"],
)
def test_what_a_holder_did_too_or_nobody_had_is_no_taking_over(past: Sequence[Event]) -> None:
    assert job(added(), *past).takeovers == ()


def test_each_taking_over_has_its_own_answer() -> None:
    seen = job(
        added(),
        taken(ASHA),
        taken_over(BEN, of=ASHA),
        called_it(SHARED, ASHA, of=BEN),
        given_back(BEN, to=ASHA),
        taken_over(BEN, of=ASHA),
    )
    assert [(it.answer, it.is_returned) for it in seen.takeovers] == [(SHARED, True), (None, False)]


# ---- Learning and helping


def test_who_learns_the_job_until_they_have_it() -> None:
    past = [added(people=2), taken(ASHA), learning(BEN)]
    assert [who.person for who in job(*past).learners] == [BEN]
    assert job(*past, taken(BEN)).learners == ()


def test_help_is_wanted_until_it_comes() -> None:
    wanted = [added(), taken(ASHA), help_asked(ASHA, Help.TELL_ME_HOW), help_asked(ASHA)]
    assert [step.kind for step in job(*wanted).help_wanted] == [
        Help.TELL_ME_HOW,
        Help.DO_IT_WITH_ME,
    ]
    after = job(*wanted, helped(BEN, Help.DO_IT_WITH_ME))
    assert [step.kind for step in after.help_wanted] == [Help.TELL_ME_HOW]
    assert [(step.person.person, step.kind) for step in after.help_given] == [
        (BEN, Help.DO_IT_WITH_ME)
    ]
    assert job(*wanted, helped(BEN, Help.NOT_STATED)).help_wanted == ()
    assert job(*wanted, laid_down(ASHA)).help_wanted == ()


# ---- What it is


def test_a_job_is_what_was_said_last() -> None:
    def amend(governance: Governance) -> None:
        governance.amend_task(by(BEN), JOB, "Tidy up", people=3, place="Bar", authority=DECISION)

    past = [*a_club(), *a_yes(), added(), taken(ASHA)]
    seen = asked(past, Tasks, lambda model: model.task(JOB), amend, beside=[Plans])
    assert seen
    assert (seen.title, seen.people, seen.place) == ("Tidy up", 3, "Bar")
    assert holders(seen) == {ASHA}


def test_a_job_is_listed_with_the_occasion_that_it_is_on_now() -> None:
    past = [*a_club(), planned(), planned(stream=LAST_NIGHT), added(plan=NIGHT)]

    def on(plan: object, *more: Event) -> list[object]:
        ask = asked([*past, *more], Tasks, lambda model: model.on_plan(plan), beside=[Plans])  # type: ignore[arg-type]
        return [seen.task for seen in ask]

    assert on(NIGHT) == [JOB]
    assert on(NIGHT, amended(plan=LAST_NIGHT)) == []
    assert on(LAST_NIGHT, amended(plan=LAST_NIGHT)) == [JOB]


def test_a_job_on_an_occasion_that_was_cancelled_stays_and_says_so() -> None:
    past = [planned(), added(plan=NIGHT), taken(ASHA)]
    assert not job(*past).plan_is_cancelled
    seen = job(*past, cancelled())
    assert seen.plan_is_cancelled
    assert (seen.status, holders(seen)) == (Status.HELD, {ASHA})
