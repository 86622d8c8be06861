"""JOBS: who does what, and how a job passes from one person to another."""

from datetime import date, time
from typing import Any, Literal
from uuid import UUID

from flask import Blueprint, current_app, flash, g, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotFound
from domain.ids import PersonId, PlanId, TaskId
from domain.values import Due, LocalMoment
from projections.tasks import TaskSeen
from web.asking import act, belong, committee
from web.citing import NO_REASON, Citing, OnlyCiting
from web.forms import Maybe, Mend, Text, Words, asked, form, mend, missing
from web.once import once
from web.plan import find
from web.seen.alone import may_cite
from web.seen.job_lists import Which, jobs_page
from web.seen.jobs import give_page, offer_page
from web.seen.lists import Whom
from web.seen.plans import Drop, coming
from web.seen.since import jobs_changes
from web.seen.story import job_page
from web.seen.then import jobs_times
from web.services import services
from web.stops import asked_stop

pages = Blueprint("jobs", __name__, url_prefix="/jobs")


class To(Whom):
    """Who was picked to be asked, of those who were looked for."""

    to: UUID | None = None


class Offer(BaseModel):
    """Who is asked, and whether to take the job or to share it."""

    taker: UUID
    share: Literal["", "yes"] = ""
    note: Text = ""


class Taker(BaseModel):
    """Who was asked."""

    taker: UUID


class AboutWhom(BaseModel):
    """Whose offer to look at; without it, one's own."""

    taker: UUID | None = None


class NewJob(Citing):
    """Something to do."""

    title: Words = ""
    plan: Maybe[UUID] = None
    day: Maybe[date] = None
    at: Maybe[time] = None
    place: Words = ""
    people: int = 1

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.title, "title", "Write what the job is."),
            (self.day or not self.at, "day", "Pick the day for this time."),
            (self.decision, "decision", NO_REASON),
        )

    @property
    def due(self) -> Due | None:
        """When it is to be done."""
        zone = current_app.config["ZONE"]
        return Due(on=LocalMoment(day=self.day, at=self.at, zone=zone)) if self.day else None


@pages.get("/")
def index() -> str:
    which, stop = asked(Which), asked_stop()
    plan = find(which.plan) if which.plan else None
    here = plan.committee if plan else committee()
    return render_template(
        "jobs.html",
        jobs=jobs_page(here, plan, which, stop),
        times=jobs_times(here, plan, which, stop),
        changes=jobs_changes(here, plan, stop),
    )


@pages.get("/new")
def new() -> str:
    return render_template("new_job.html", **_adding(asked(NewJob)), wrong={})


@pages.post("/")
@once
def add() -> Response | Mend:
    said = _on_the_day(form(NewJob))
    if said.wrong:
        return mend("new_job.html", said.wrong, **_adding(said))
    task = services().governance.add_task(
        act(),
        committee(),
        said.title,
        plan=PlanId(said.plan) if said.plan else None,
        due=said.due,
        place=said.place,
        people=said.people,
        authority=said.decision,
    )
    flash("It is a job now.")
    return redirect(url_for(".index", plan=said.plan) + f"#task-{task}", code=303)


@pages.get("/<uuid:task>")
def show(task: UUID) -> str:
    """Why we have this job, and how it passed from one person to another."""
    return render_template("job.html", job=job_page(find_task(task)))


@pages.get("/<uuid:task>/not-needed")
def not_needed(task: UUID) -> str:
    return render_template("drop.html", **_dropping(find_task(task), asked(OnlyCiting)), wrong={})


@pages.post("/<uuid:task>/not-needed")
def drop(task: UUID) -> Response | Mend:
    said = form(OnlyCiting)
    if said.wrong:
        return mend("drop.html", said.wrong, **_dropping(find_task(task), said))
    services().governance.drop_task(act(), TaskId(task), authority=said.decision)
    return to_list(task, "We do not need this job any more.")


@pages.post("/<uuid:task>/take")
def take(task: UUID) -> Response:
    services().governance.take_task(act(), TaskId(task))
    return to_list(task, "You do this now. Thank you!")


@pages.post("/<uuid:task>/lay-down")
@once
def lay_down(task: UUID) -> Response:
    services().governance.lay_down_task(act(), TaskId(task))
    return to_list(task, "You do not have this job any more. That is fine.")


@pages.post("/<uuid:task>/done")
@once
def finish(task: UUID) -> Response:
    services().governance.finish_task(act(), TaskId(task), _holders(task))
    return to_list(task, "It is done. Thank you!")


@pages.get("/<uuid:task>/give")
def give(task: UUID) -> str:
    said = asked(To)
    return render_template("give.html", give=give_page(find_task(task), said.to, said), wrong={})


@pages.post("/<uuid:task>/offers")
def offer_handover(task: UUID) -> Response:
    said = form(Offer)
    services().governance.offer_handover(
        act(), TaskId(task), PersonId(said.taker), said.note, share=said.share == "yes"
    )
    return redirect(url_for(".offer", task=task, taker=said.taker), code=303)


@pages.get("/<uuid:task>/offer")
def offer(task: UUID) -> str:
    seen = offer_page(find_task(task), asked(AboutWhom).taker)
    if seen is None:
        raise NotFound("Nobody asks you to do this job.")
    return render_template("offer.html", offer=seen)


@pages.post("/<uuid:task>/accept")
@once
def accept_handover(task: UUID) -> Response:
    services().governance.accept_handover(act(), TaskId(task))
    return redirect(url_for(".offer", task=task, taker=g.viewer.person), code=303)


@pages.post("/<uuid:task>/decline")
@once
def decline_handover(task: UUID) -> Response:
    services().governance.decline_handover(act(), TaskId(task))
    return redirect(url_for(".offer", task=task, taker=g.viewer.person), code=303)


@pages.post("/<uuid:task>/take-back")
@once
def take_back(task: UUID) -> Response:
    services().governance.withdraw_handover(act(), TaskId(task), PersonId(form(Taker).taker))
    return to_list(task, "You took it back. It is your job.")


def _on_the_day(said: NewJob) -> NewJob:
    """A time alone is a time on the day of the plan."""
    plan = find(said.plan) if said.plan and said.at and not said.day else None
    return said.model_copy(update={"day": plan.on.day}) if plan and plan.on else said


def _adding(said: NewJob) -> dict[str, Any]:
    here = committee()
    return {"said": said, "plans": coming(here), "citable": may_cite(here)}


def _dropping(task: TaskSeen, said: OnlyCiting) -> dict[str, Any]:
    drop = Drop(
        title="We do not need this job?",
        what=task.title,
        yes="We do not need it",
        action=url_for(".drop", task=task.task),
        back=url_for(".show", task=task.task),
    )
    return {"drop": drop, "said": said, "citable": may_cite(task.committee)}


def find_task(task: UUID) -> TaskSeen:
    """The job, for somebody who sits on its committee."""
    seen = services().tasks.task(TaskId(task))
    if seen is None:
        raise NotFound("There is no such job.")
    belong(seen.committee)
    return seen


def _holders(task: UUID) -> list[PersonId]:
    """Those who have the job now did it, if one of them says that it is done."""
    holders = [holder.person for holder in find_task(task).holders]
    return holders if g.viewer.person in holders else [g.viewer.person]


def to_list(task: UUID, sentence: str) -> Response:
    """Back to the jobs, among which somebody pressed, with a sentence on top."""
    flash(sentence)
    return redirect(url_for(".index", **asked(Which).kept) + f"#task-{task}", code=303)
