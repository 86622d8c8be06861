"""The ladder of co-production. Each step stands beside what was recorded, worked out by hand."""

from datetime import timedelta
from typing import Any

import pytest

from domain.events import (
    AttendanceNoted,
    DecisionReviewed,
    Event,
    MeetingOpened,
    OutcomeTold,
    PlanMade,
    ProposalAmended,
    TaskAdded,
    TaskTaken,
)
from domain.ids import PersonId, PlanId, TaskId
from domain.kinds import Audience, NotAPerson, Position, Review, Route
from domain.values import EventId, Option, event_id
from domain.voting.tally import Result
from projections.power.evidence import EVER, Window
from projections.power.measure import Tier
from projections.power.steps import CREDIT, NOT_MARKS, Step, steps
from tests.facts import ASHA, BEN, CLUB, DEV, NO, PIZZA, SOME_WORDS, YES, _id
from tests.projections.power.choosing import RULES, alone, decision, paper, told, voiced, voted
from tests.projections.power.told import counted, day, idea, meeting, parts

JOB, PLAN = TaskId(_id(90)), PlanId(_id(91))


def step(*events: Event, window: Window = EVER) -> Step:
    """The step of the one choice that these tell of."""
    measure = counted(steps, RULES, *events, window=window)
    ((found, many),) = measure.parts
    assert many == 1
    return Step(found)


def job(right: EventId, *people: PersonId, plan: PlanId | None = None) -> list[Event]:
    """A job that comes of a decision, and who took it."""
    added = told(TaskAdded, JOB, day(8), committee=CLUB, title=SOME_WORDS, plan=plan)
    cited = added.model_copy(update={"authority": right})
    return [cited, *(told(TaskTaken, JOB, day(9), person=who, actor=who) for who in people)]


def reviewed(by: PersonId | NotAPerson = ASHA, **named: Any) -> Event:
    return told(DecisionReviewed, idea(1), day(40), actor=by, finding=Review.KEEP, **named)


OURS = voted(1)
"""Ben’s idea, in Ben’s words, decided together."""
IT = decision(1, *OURS)
STAFFS = voted(1, put={"actor": DEV})
"""The same, put and written by Dev."""


def test_members_began_it_do_a_job_of_it_and_looked_again() -> None:
    assert step(*OURS, *job(IT, ASHA), reviewed()) is Step.CO_PRODUCTION
    assert step(*OURS, *job(IT, ASHA, DEV), reviewed(NotAPerson.COMMITTEE)) is Step.CO_PRODUCTION


@pytest.mark.parametrize(
    "events",
    [
        [*OURS, *job(IT, ASHA)],  # nobody looked at it again
        [*OURS, *job(IT, ASHA), reviewed(DEV)],  # only staff did
        [*OURS, reviewed()],  # no job is known
        [*OURS, *job(event_id(CLUB, 9), ASHA), reviewed()],  # the job comes of something else
        [*STAFFS, *job(IT, ASHA), reviewed()],  # staff began it and wrote it
        [*voted(1, reason=None), *job(IT, ASHA), reviewed()],  # it was not shared
    ],
)
def test_where_one_of_these_is_missing_not_enough_is_recorded(events: list[Event]) -> None:
    assert step(*events) is Step.NOT_ENOUGH


def test_a_job_of_the_plan_that_was_decided_on_is_a_job_of_it() -> None:
    night = told(PlanMade, PLAN, day(8), committee=CLUB, title=SOME_WORDS)
    plan = night.model_copy(update={"authority": IT})
    of_the_plan = job(event_id(CLUB, 9), ASHA, plan=PLAN)
    assert step(*OURS, plan, *of_the_plan, reviewed()) is Step.CO_PRODUCTION


def test_members_who_were_at_the_meeting_looked_at_it_again_too() -> None:
    at = meeting(1)
    there = [
        told(MeetingOpened, at, day(40), committee=CLUB),
        told(AttendanceNoted, at, day(40), present=(ASHA, DEV)),
    ]
    events = [*OURS, *job(IT, ASHA), *there, reviewed(DEV, meeting=at)]
    assert step(*events) is Step.CO_PRODUCTION


def test_members_wrote_part_of_it_and_only_staff_do_the_jobs() -> None:
    assert step(*OURS, *job(IT, DEV)) is Step.CO_DESIGN
    option = Option(option=PIZZA, title=SOME_WORDS, author=ASHA)
    put = STAFFS[0].model_copy(update={"options": (option,)})
    assert step(put, *STAFFS[1:], *job(IT, DEV)) is Step.CO_DESIGN
    assert step(*STAFFS, *job(IT, DEV)) is Step.NOT_ENOUGH


# ---- What others decided


def by_dev(*before: Event, after: timedelta = timedelta(days=3)) -> list[Event]:
    """What Dev decided alone on day 4, after these."""
    put, decided = alone(1, at=day(1) + after)
    return [put, *before, decided]


WISH = voiced(1, ASHA, Position.WORRIED)


def amended(*because: EventId, by: PersonId = DEV) -> Event:
    return told(ProposalAmended, idea(1), day(2), actor=by, because_of=because)


SAID_SO = event_id(idea(1), 2)
"""What was said right after the idea was put."""


def told_on(number: int, to: Audience = Audience.COMMITTEE) -> Event:
    return told(OutcomeTold, idea(1), day(number), actor=DEV, to=to)


@pytest.mark.parametrize(
    ("events", "found"),
    [
        (by_dev(WISH, amended(SAID_SO)), Step.ENGAGEMENT),
        (by_dev(WISH, amended()), Step.CONSULTATION),  # the change names nothing
        (by_dev(WISH), Step.CONSULTATION),
        (by_dev(voiced(1, DEV, Position.FOR)), Step.NOT_TOLD),  # staff are no members
        (by_dev(paper(1, day(2))), Step.INFORMING),
        (by_dev(paper(1, day(2), DEV)), Step.NOT_TOLD),
        ([*by_dev(), told_on(18)], Step.INFORMING),  # fourteen days after day 4
        ([*by_dev(), told_on(19)], Step.NOT_TOLD),
        ([*by_dev(), told_on(5, Audience.TRUSTEES)], Step.NOT_TOLD),
        (by_dev(), Step.NOT_TOLD),
    ],
)
def test_others_decided(events: list[Event], found: Step) -> None:
    assert step(*events) is found


def test_a_change_by_members_of_what_staff_decide_is_designing_with_them() -> None:
    # Asha was worried and wrote new words for it, and staff do the job.
    changed = by_dev(WISH, amended(SAID_SO, by=ASHA))
    right = decision(1, *changed)
    assert step(*changed, *job(right, DEV)) is Step.CO_DESIGN
    assert step(*changed) is Step.ENGAGEMENT


def test_there_is_still_time_to_tell_people() -> None:
    soon, later = Window(None, day(10)), Window(None, day(18))
    assert step(*by_dev(), window=soon) is Step.NOT_ENOUGH
    assert step(*by_dev(), window=later) is Step.NOT_TOLD


def test_what_nobody_knows_how_it_was_decided_has_no_step() -> None:

    nobody = alone(1, Route.UNDOCUMENTED, actor=NotAPerson.UNKNOWN, deciders=())
    assert step(*nobody) is Step.NOT_ENOUGH


def test_choices_are_spread_over_the_steps_and_no_mark_is_made_of_them() -> None:
    # Two by staff alone of which nobody was told, one that members had a word on, one vote.
    events = [
        *alone(20),
        *alone(30),
        *by_dev(WISH),
        *voted(40, {ASHA: YES, BEN: NO}, Result.REJECTED, put={"actor": DEV}),
    ]
    measure = counted(steps, RULES, *events)
    assert parts(measure) == {"consultation": 1, "not told": 2, "not enough recorded": 1}
    assert (measure.k, measure.n, measure.value) == (None, 4, None)
    assert measure.sentence == NOT_MARKS
    assert NOT_MARKS == "These steps describe single choices. They are not marks."
    assert (measure.tier, measure.source) == (Tier.CONTEXT, CREDIT)
    assert not {"coercion", "educating"} & {one.value for one in Step}
