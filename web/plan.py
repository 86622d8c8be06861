"""PLAN: what happens, and by which decision each line says so."""

from datetime import date, time
from typing import Any
from uuid import UUID

from flask import Blueprint, current_app, flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from domain.errors import NotFound
from domain.ids import LineId, PlanId
from domain.kinds import LineKind
from domain.values import LocalMoment
from projections.plan import PlanSeen
from web.asking import act, belong, committee
from web.citing import NO_REASON, Citing, OnlyCiting
from web.forms import Maybe, Mend, Text, Words, asked, form, mend, missing
from web.once import once
from web.seen.alone import may_cite
from web.seen.lists import Part
from web.seen.plans import KINDS, Drop, around, line_chips, others, plan_page, plans_page
from web.seen.presence import not_told_yet, who_page
from web.seen.since import plan_changes
from web.seen.then import no_plan_times, plan_times
from web.services import services
from web.stops import AskedStop, asked_stop, now

pages = Blueprint("plan", __name__, url_prefix="/plan")


class NewPlan(Citing):
    """An occasion to plan."""

    title: Words = ""
    day: Maybe[date] = None
    at: Maybe[time] = None

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.title, "title", "Write what it is."),
            (self.decision, "decision", NO_REASON),
        )

    @property
    def on(self) -> LocalMoment | None:
        """When it is, on the clock of the people there."""
        zone = current_app.config["ZONE"]
        return LocalMoment(day=self.day, at=self.at, zone=zone) if self.day else None


class NewLine(Citing):
    """A line to write, or to write anew."""

    line: Maybe[UUID] = None
    label: Words = ""
    kind: LineKind = LineKind.NOT_STATED
    words: Text = ""

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.label, "label", "Write what this line is about."),
            (self.words, "words", "Write what we do."),
            (self.decision, "decision", NO_REASON),
        )


@pages.get("/")
def index() -> str:
    here, asked = committee(), asked_stop()
    plans = around(here, asked)
    if plans:
        return _page(find(plans[0].plan), plans, asked)
    return render_template(
        "plan.html", plan=None, others=[], times=no_plan_times(here, asked), changes=[]
    )


@pages.get("/<uuid:plan>")
def show(plan: UUID) -> str:
    seen, asked = find(plan), asked_stop()
    return _page(seen, around(seen.committee, asked), asked)


@pages.get("/all")
def every() -> str:
    return render_template("plans.html", plans=plans_page(committee(), asked(Part).page))


@pages.get("/new")
def new() -> str:
    said = asked(NewPlan)
    return render_template("new_plan.html", said=said, citable=may_cite(committee()), wrong={})


@pages.post("/")
@once
def make() -> Response | Mend:
    said = form(NewPlan)
    if said.wrong:
        return mend("new_plan.html", said.wrong, said=said, citable=may_cite(committee()))
    plan = services().governance.make_plan(
        act(), committee(), said.title, said.on, authority=said.decision
    )
    return redirect(url_for(".show", plan=plan), code=303)


@pages.get("/<uuid:plan>/lines/new")
def line(plan: UUID) -> str:
    seen, said = find(plan), asked(NewLine)
    return render_template("new_line.html", **_writing(seen, _written(seen, said)), wrong={})


@pages.post("/<uuid:plan>/lines")
@once
def write_line(plan: UUID) -> Response | Mend:
    said, seen = form(NewLine), find(plan)
    if said.wrong:
        return mend("new_line.html", said.wrong, **_writing(seen, said))
    services().governance.write_line(
        act(),
        PlanId(plan),
        said.label,
        said.words,
        line=LineId(said.line) if said.line else None,
        kind=said.kind,
        authority=said.decision,
    )
    return _back(plan, "It is in the plan.")


@pages.get("/<uuid:plan>/lines/<uuid:line>/out")
def leave_out(plan: UUID, line: UUID) -> str:
    return render_template("drop.html", **_dropping(find(plan), line, asked(OnlyCiting)), wrong={})


@pages.post("/<uuid:plan>/lines/<uuid:line>/out")
def drop_line(plan: UUID, line: UUID) -> Response | Mend:
    said, seen = form(OnlyCiting), find(plan)
    if said.wrong:
        return mend("drop.html", said.wrong, **_dropping(seen, line, said))
    services().governance.drop_line(act(), PlanId(plan), LineId(line), authority=said.decision)
    return _back(plan, "It is not in the plan any more.")


def find(plan: UUID) -> PlanSeen:
    """The plan, for somebody who sits on its committee."""
    seen = services().plans.plan(PlanId(plan))
    if seen is None:
        raise NotFound("There is no such plan.")
    belong(seen.committee)
    return seen


def _page(plan: PlanSeen, plans: list[PlanSeen], asked: AskedStop) -> str:
    """One occasion, as it is or as it was."""
    then = plan if asked.is_now else services().plans.plan(plan.plan, *asked.stop)
    return render_template(
        "plan.html",
        plan=plan_page(then, asked) if then else None,
        others=others(plans, plan),
        times=plan_times(plan, asked),
        changes=plan_changes(plan, asked),
        who=who_page(then, asked) if then else None,
        tell=not_told_yet(plans, plan) if asked.is_now else None,
    )


def _writing(plan: PlanSeen, said: NewLine) -> dict[str, Any]:
    """What the page needs on which a line is written."""
    chips = line_chips(plan, said.line, said.decision)
    shown = {"plan": plan_page(plan, now()), "lines": chips, "kinds": KINDS}
    return {"said": said, "citable": may_cite(plan.committee), **shown}


def _dropping(plan: PlanSeen, line: UUID, said: OnlyCiting) -> dict[str, Any]:
    """What the page needs on which a line is taken out."""
    old = next((one for one in plan.lines if one.line == line), None)
    if old is None:
        raise NotFound("There is no such line in this plan.")
    drop = Drop(
        title="Take this line out?",
        what=f"{old.label}: {old.value}",
        yes="Take it out",
        action=url_for(".drop_line", plan=plan.plan, line=line),
        back=url_for(".show", plan=plan.plan),
    )
    return {"drop": drop, "said": said, "citable": may_cite(plan.committee)}


def _written(plan: PlanSeen, said: NewLine) -> NewLine:
    """An old line with the words that it has now, to be written anew."""
    old = next((line for line in plan.lines if line.line == said.line), None)
    if old is None:
        return said
    return said.model_copy(update={"label": old.label, "kind": old.kind, "words": old.value})


def _back(plan: UUID, sentence: str) -> Response:
    flash(sentence)
    return redirect(url_for(".show", plan=plan), code=303)
