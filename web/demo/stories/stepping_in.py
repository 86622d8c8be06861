"""How a step-in of staff is told: with a reason, in time and looked at; or with none of that."""

from datetime import datetime, timedelta
from functools import partial

from domain.ids import StreamId
from domain.kinds import Audience, Format, LineKind, StepInGround
from web.demo.people import OUTSIDE, STAFF
from web.demo.stories.dates import at, night
from web.demo.stories.script import Night, StepIn
from web.demo.stories.teller import Pen, Teller

REVIEWERS = ("Asha", "Cara", OUTSIDE)
WRITTEN_LATER = 5
ENDS_AFTER = timedelta(hours=24)


def tell(teller: Teller, it: Night, step_in: StepIn) -> None:
    """Put a step-in into the diary. One without a reason the program refuses: staff kept it."""
    day = night(it.number)
    noted = None if step_in.why else at(day, "21:00", days=WRITTEN_LATER)
    pen = Pen(teller, noted, it.number)
    pen.on(at(day, "16:00"), partial(_step_in, teller, pen, it, step_in))
    if step_in.why:
        teller.on(at(day, "17:00"), partial(_tell, teller, it))
    if step_in.reviewed is not None:
        then = at(day, "18:00", days=step_in.reviewed)
        teller.on(then, partial(_review, teller, it, step_in))


def _step_in(teller: Teller, pen: Pen, it: Night, step_in: StepIn, when: datetime) -> None:
    plan, has_reason = teller.plans[it.number], bool(step_in.why)
    applied = teller.does.step_in(
        pen.act(STAFF, when, step_in.why),
        teller.committee,
        StepInGround.SAFEGUARDING if has_reason else StepInGround.NOT_STATED,
        less_restrictive_tried=True if has_reason else None,
        touches=[StreamId(plan)],
        ends=when + ENDS_AFTER if has_reason else None,
    )
    teller.step_ins[it.number] = applied
    teller.does.write_line(
        pen.act(STAFF, when + timedelta(minutes=5)),
        plan,
        step_in.label,
        step_in.words,
        kind=LineKind.SAFETY if has_reason else LineKind.NOT_STATED,
        authority=teller.does.grant_of(teller.committee, applied),
    )


def _tell(teller: Teller, it: Night, when: datetime) -> None:
    act, applied = teller.act(STAFF, when), teller.step_ins[it.number]
    teller.does.tell_step_in(act, teller.committee, applied, Audience.COMMITTEE, Format.EASY_READ)


def _review(teller: Teller, it: Night, step_in: StepIn, when: datetime) -> None:
    reviewers = [teller.people[name] for name in REVIEWERS]
    act = teller.act(REVIEWERS[0], when, "We asked everybody who was there.")
    applied = teller.step_ins[it.number]
    teller.does.review_step_in(act, teller.committee, applied, step_in.finding, reviewers)
