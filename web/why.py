"""WHY: what we decided, how each thing came to be, and the whole record."""

from typing import Annotated
from uuid import UUID

from flask import Blueprint, redirect, render_template
from pydantic import BaseModel, Field
from werkzeug.wrappers import Response

from domain.errors import NotFound
from domain.values import EventId, event_id
from web.asking import committee
from web.forms import Position, asked
from web.proposals import find
from web.seen.beyond import beyond_page
from web.seen.chain import chain_page, person_page
from web.seen.decided import Which, why_page
from web.seen.record import address, record_page, without_page
from web.seen.since import why_changes
from web.seen.story import story_page
from web.seen.then import why_times
from web.seen.whole import whole_page
from web.services import services
from web.stops import asked_stop

pages = Blueprint("why", __name__, url_prefix="/why")


class Before(BaseModel):
    """From where in the log a list goes on backwards."""

    before: Position | None = None


class After(BaseModel):
    """From where in the log a list goes on."""

    after: Position = 0


class Part(BaseModel):
    """Which page of a list."""

    page: Annotated[int, Field(ge=1, le=10_000)] = 1


@pages.get("/")
def index() -> str:
    here, which, stop = committee(), asked(Which), asked_stop()
    return render_template(
        "why.html",
        why=why_page(here, which, stop),
        times=why_times(here, which, stop),
        changes=why_changes(here, which.words, stop),
    )


@pages.get("/<uuid:proposal>")
def story(proposal: UUID) -> str:
    """How one idea came to be decided, and what came of it."""
    return render_template("story.html", story=story_page(find(proposal)))


@pages.get("/<uuid:proposal>/whole")
def whole(proposal: UUID) -> str:
    """Every field of one decision, for those who check."""
    page = whole_page(find(proposal).proposal)
    if page is None:
        raise NotFound("This is not decided yet.")
    return render_template("whole.html", whole=page)


@pages.get("/record")
def record() -> str:
    return render_template("record.html", record=record_page(committee(), asked(Before).before))


@pages.get("/record/without-a-reason")
def without_authority() -> str:
    """Changes that do not say who decided them."""
    return render_template("without.html", without=without_page(committee(), asked(After).after))


@pages.get("/record/too-far")
def beyond() -> str:
    """What went beyond a right, by staff or by all of us."""
    return render_template("beyond.html", page=beyond_page(committee(), asked(Part).page))


@pages.get("/record/<uuid:stream>/<int:version>")
def entry(stream: UUID, version: int) -> str:
    """One event of the log, and the right it rests on, back to the founding."""
    event: EventId = event_id(stream, version)
    links = services().audit.who_decided(event).chain
    if not links:
        raise NotFound("There is no such line in the record.")
    return render_template("chain.html", chain=chain_page(links))


@pages.get("/people/<uuid:who>")
def person(who: UUID) -> str:
    """By which right somebody sits on the committee and has their roles."""
    seated = services().directory.members(committee())
    found = next((member for member in seated if member.person == who), None)
    if found is None:
        raise NotFound("This person is not on this committee.")
    return render_template("chain.html", chain=person_page(found))


@pages.get("/rule")
def rule() -> Response:
    """By which right the committee decides as it does."""
    found = services().directory.rule(committee())
    if found is None:
        raise NotFound("This committee has not agreed yet how it decides.")
    return redirect(address(found.event), code=303)
