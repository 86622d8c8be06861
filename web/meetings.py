"""Meetings: when we meet, who is there, what we say and decide, and whether that is right."""

from datetime import date, time
from typing import Any
from uuid import UUID

from flask import Blueprint, current_app, flash, g, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotFound
from domain.ids import MeetingId, StreamId
from domain.kinds import Capacity
from domain.values import LocalMoment
from projections.meetings_seen import MeetingSeen
from web.asking import act, belong, committee
from web.forms import Maybe, Mend, Position, SecondPress, Words, asked, form, mend, missing
from web.once import once
from web.seen.lists import Part
from web.seen.meetings import meeting_page, meetings_page
from web.seen.then import meetings_times
from web.seen.things import pickable
from web.services import services
from web.stops import asked_stop

pages = Blueprint("meetings", __name__, url_prefix="/meetings")


class WhenWhere(BaseModel):
    """When and where we meet."""

    day: Maybe[date] = None
    at: Maybe[time] = None
    place: Words = ""

    def wrong_on(self, today: date) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.day, "day", "Pick the day."),
            (self.day is None or self.day >= today, "day", "Pick today or a day to come."),
        )

    @property
    def on(self) -> LocalMoment:
        """The day, and the time if one was fixed, on the clock of the people there."""
        zone = current_app.config["ZONE"]
        return LocalMoment(day=self.day or g.clock.today, at=self.at, zone=zone)


class Item(BaseModel):
    """Something to talk about."""

    item: Maybe[UUID] = None

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing((self.item, "item", "Pick what we should talk about."))


class Right(BaseModel):
    """As what somebody says that it is right, and how far they have read."""

    capacity: Capacity
    seen_to: Position


# ---- Before it


@pages.get("/")
def index() -> str:
    here, stop = committee(), asked_stop()
    return render_template(
        "meetings.html",
        page=meetings_page(here, asked(Part).page, stop),
        times=meetings_times(here, stop),
    )


@pages.get("/new")
def new() -> str:
    return render_template("new_meeting.html", said=asked(WhenWhere), move=None, wrong={})


@pages.post("/")
@once
def call() -> Response | Mend:
    here, said = committee(), form(WhenWhere)
    if wrong := said.wrong_on(g.clock.today):
        return mend("new_meeting.html", wrong, said=said, move=None)
    made = services().governance.call_meeting(act(), here, said.on, said.place)
    return to_meeting(made, "Everybody can see now when we meet.")


@pages.post("/now")
@once
def meet_now() -> Response:
    """A meeting that nobody had called begins."""
    made = services().governance.hold_meeting(act(), committee())
    return redirect(url_for(".who", meeting=made), code=303)


@pages.get("/<uuid:meeting>")
def show(meeting: UUID) -> str:
    return render_template("meeting.html", page=meeting_page(find(meeting)))


@pages.get("/<uuid:meeting>/move")
def moving(meeting: UUID) -> str:
    seen = find(meeting)
    said = WhenWhere(place=seen.place or "")
    if seen.on:
        said = said.model_copy(update={"day": seen.on.day, "at": seen.on.at})
    return render_template("new_meeting.html", said=said, move=meeting, wrong={})


@pages.post("/<uuid:meeting>/move")
@once
def move(meeting: UUID) -> Response | Mend:
    find(meeting)
    said = form(WhenWhere)
    if wrong := said.wrong_on(g.clock.today):
        return mend("new_meeting.html", wrong, said=said, move=meeting)
    services().governance.move_meeting(act(), MeetingId(meeting), said.on, said.place)
    return to_meeting(meeting, "We meet at another time or place now.")


@pages.post("/<uuid:meeting>/cancel")
def cancel(meeting: UUID) -> Response:
    form(SecondPress)
    services().governance.cancel_meeting(act(), MeetingId(meeting))
    return to_meeting(meeting, "This meeting does not happen.")


@pages.get("/<uuid:meeting>/list")
def item(meeting: UUID) -> str:
    return render_template("meeting_item.html", **_placing(meeting, asked(Item)), wrong={})


@pages.post("/<uuid:meeting>/list")
def place_item(meeting: UUID) -> Response | Mend:
    said = form(Item)
    if said.item is None:
        return mend("meeting_item.html", said.wrong, **_placing(meeting, said))
    services().governance.place_item(act(), MeetingId(meeting), StreamId(said.item))
    return to_meeting(meeting, "It is on the list now.")


# ---- Afterwards


@pages.post("/<uuid:meeting>/right")
def confirm(meeting: UUID) -> Response:
    """Somebody who was there says that what is written down is right."""
    said = form(Right)
    services().governance.confirm_minutes(
        act(), MeetingId(meeting), said.capacity, said.seen_to, g.viewer.person
    )
    return to_meeting(meeting, "Thank you. You said that this is right.")


def find(meeting: UUID) -> MeetingSeen:
    """A meeting of the committee for which somebody is here."""
    seen = services().meetings.meeting(MeetingId(meeting))
    if seen is None:
        raise NotFound("There is no such meeting.")
    belong(seen.committee)
    return seen


def _placing(meeting: UUID, said: Item) -> dict[str, Any]:
    seen = find(meeting)
    on_it = {str(one.item) for one in seen.items}
    picks = [one for one in pickable(seen.committee, said.item) if one.value not in on_it]
    return {"meeting": meeting, "said": said, "picks": picks}


def to_meeting(meeting: UUID, sentence: str) -> Response:
    flash(sentence)
    return redirect(url_for(".show", meeting=meeting), code=303)
