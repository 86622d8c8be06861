"""Staff step in: they say so, the committee hears of it, it ends, and others look at it."""

from typing import Any, Literal
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from pydantic import AwareDatetime, BaseModel, TypeAdapter
from werkzeug.wrappers import Response

from domain.act import Act
from domain.errors import NotFound
from domain.ids import CommitteeId, PersonId, StepInId, StreamId
from domain.kinds import Audience, Finding, Format, StepInGround
from domain.sealed import Sealed
from domain.values import EventId, EventRef
from projections.agreed_seen import StepInSeen
from web.asking import act, committee
from web.forms import Maybe, Mend, Text, Words, asked, form, mend, missing, ticked
from web.once import once
from web.seen.since import step_ins_changes
from web.seen.step_in_forms import ANOTHER, review_page, step_in_choices
from web.seen.step_ins import find, may_step_in, step_in_page, step_ins_page
from web.seen.then import step_ins_times
from web.services import services
from web.stops import asked_stop

EVENTS_NAMED = TypeAdapter(list[EventRef])

pages = Blueprint("step_ins", __name__, url_prefix="/step-ins")


class NewStepIn(BaseModel):
    """What somebody did for safety, why, and until when."""

    grounds: Maybe[StepInGround] = None
    about: Maybe[UUID] = None
    did: Text = ""
    why: Text = ""
    smaller: Literal["", "yes", "no"] = ""
    tried: Text = ""
    ends: Maybe[AwareDatetime] = None

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.grounds, "grounds", "Pick why it could not wait."),
            (self.about, "about", "Pick what it is about."),
            (self.did, "did", "Write what you did."),
            (self.why, "why", "Write why."),
            (self.smaller, "smaller", "Say if you tried something smaller."),
            (self.smaller != "yes" or self.tried, "tried", "Write what you tried first."),
            (self.ends, "ends", "Pick when it ends."),
        )

    @property
    def reason(self) -> str:
        """What everybody will read."""
        first = f"First I tried this: {self.tried}" if self.smaller == "yes" else ""
        return in_a_row(self.did, self.why, first)


class Told(BaseModel):
    """Who heard of it, and how."""

    to: Audience = Audience.COMMITTEE
    how: Format = Format.NOT_STATED


class Found(BaseModel):
    """What others found, and who looked at it."""

    finding: Maybe[Finding] = None
    outside: Maybe[UUID | Literal["another"]] = None
    name: Words = ""
    saw: Text = ""
    change: Text = ""

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        someone = self.outside if self.outside != ANOTHER else self.name
        return missing(
            (self.finding, "finding", "Say if it was right."),
            (self.saw, "saw", "Write what you found."),
            (someone, "outside", "Say who from outside looked at it with you."),
        )


def in_a_row(*parts: str) -> str:
    """Several things that somebody wrote, as sentences one after the other."""
    said = [part.strip() for part in parts if part.strip()]
    return " ".join(one if one[-1] in ".!?…" else f"{one}." for one in said)


@pages.get("/")
def index() -> str:
    here, stop = committee(), asked_stop()
    return render_template(
        "step_ins.html",
        page=step_ins_page(here, stop),
        times=step_ins_times(here, stop),
        changes=step_ins_changes(here, stop),
    )


@pages.get("/new")
def new() -> str:
    return render_template("new_step_in.html", **_stepping(asked(NewStepIn)), wrong={})


@pages.post("/")
@once
def step_in() -> Response | Mend:
    here, said = committee(), form(NewStepIn)
    if said.wrong and may_step_in(here):
        return mend("new_step_in.html", said.wrong, **_stepping(said))
    made = services().governance.step_in(
        _because(said.reason),
        here,
        said.grounds or StepInGround.NOT_STATED,
        less_restrictive_tried=said.smaller == "yes",
        touches=[StreamId(said.about)] if said.about else [],
        ends=said.ends,
    )
    flash("You stepped in. Now tell the committee.")
    return redirect(url_for(".show", step_in=made), code=303)


@pages.get("/<uuid:step_in>")
def show(step_in: UUID) -> str:
    here = committee()
    return render_template("step_in.html", page=step_in_page(here, _find(here, step_in)))


@pages.post("/<uuid:step_in>/told")
@once
def tell(step_in: UUID) -> Response:
    said = form(Told)
    services().governance.tell_step_in(act(), committee(), StepInId(step_in), said.to, said.how)
    return _there(step_in, "We wrote down who heard of it.")


@pages.post("/<uuid:step_in>/over")
def lift(step_in: UUID) -> Response:
    services().governance.lift_step_in(act(), committee(), StepInId(step_in))
    return _there(step_in, "It is over now.")


@pages.get("/<uuid:step_in>/review")
def reviewing(step_in: UUID) -> str:
    return render_template("review.html", **_reviewing(step_in, asked(Found), _with()), wrong={})


@pages.post("/<uuid:step_in>/review")
@once
def review(step_in: UUID) -> Response | Mend:
    """The finding, and whoever is named as from outside: both are written, or neither."""
    said, others = form(Found), _with()
    if said.wrong:
        return mend("review.html", said.wrong, **_reviewing(step_in, said, others))
    here, press = committee(), _because(in_a_row(said.saw, said.change))
    with services().governance.batch(at_once=True):
        looked = [_me(press), *others, *_outsider(said)]
        services().governance.review_step_in(
            press,
            here,
            StepInId(step_in),
            said.finding or Finding.NOT_STATED,
            looked,
            _led_to(),
        )
    return _there(step_in, "Thank you. We wrote down what you found.")


def _led_to() -> list[EventId]:
    """The changes that were ticked; what names no entry is not understood."""
    return EVENTS_NAMED.validate_python(request.values.getlist("led_to"))


def _me(press: Act) -> PersonId:
    """Whoever presses looked at it too."""
    return PersonId(UUID(str(press.actor)))


def _with() -> list[PersonId]:
    """Those who were ticked."""
    return [PersonId(one) for one in ticked("with")]


def _outsider(said: Found) -> list[PersonId]:
    if said.outside == ANOTHER:
        return [services().governance.register_person(act(), said.name)]
    return [PersonId(said.outside)] if isinstance(said.outside, UUID) else []


def _because(words: str) -> Act:
    return act(Sealed.maybe(words))


def _find(here: CommitteeId, step_in: UUID) -> StepInSeen:
    seen = find(here, StepInId(step_in))
    if seen is None:
        raise NotFound("There is no such step-in.")
    return seen


def _stepping(said: NewStepIn) -> dict[str, Any]:
    here = committee()
    return {"said": said, "may": may_step_in(here), "picks": step_in_choices(here, said.about)}


def _reviewing(step_in: UUID, said: Found, others: list[PersonId]) -> dict[str, Any]:
    here = committee()
    page = review_page(here, _find(here, step_in))
    ticks = {"others": [str(one) for one in others], "led_to": request.values.getlist("led_to")}
    return {"said": said, "page": page, **ticks}


def _there(step_in: UUID, sentence: str) -> Response:
    flash(sentence)
    return redirect(url_for(".show", step_in=step_in), code=303)
