"""WHY: what we decided, how each thing came to be, and the whole record."""

from typing import Literal
from uuid import UUID

from flask import Blueprint, redirect, render_template
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotFound
from domain.values import EventId, event_id
from web.asking import committee, must_be_signed_in
from web.forms import asked
from web.proposals import find
from web.seen.decided import why_page
from web.seen.record import address, record_page
from web.seen.story import chain_page, story_page
from web.services import services

pages = Blueprint("why", __name__, url_prefix="/why")
pages.before_request(must_be_signed_in)


class Which(BaseModel):
    """Which decisions, and from where in the log."""

    only: Literal["all", "yes", "no", "none"] = "all"
    before: int | None = None


class Page(BaseModel):
    """Which page of the record; the newest is the first."""

    page: int = 1


@pages.get("/")
def index() -> str:
    which = asked(Which)
    return render_template("why.html", why=why_page(committee(), which.only, which.before))


@pages.get("/<uuid:proposal>")
def story(proposal: UUID) -> str:
    """How one idea came to be decided, and what came of it."""
    return render_template("story.html", story=story_page(find(proposal)))


@pages.get("/record")
def record() -> str:
    committee()
    return render_template("record.html", record=record_page(asked(Page).page))


@pages.get("/record/<uuid:stream>/<int:version>")
def entry(stream: UUID, version: int) -> str:
    """One event of the log, and the right it rests on, back to the founding."""
    committee()
    event: EventId = event_id(stream, version)
    links = services().audit.chain(event)
    if not links:
        raise NotFound("There is no such line in the record.")
    return render_template("chain.html", chain=chain_page(links))


@pages.get("/rule")
def rule() -> Response:
    """By which right the committee decides as it does."""
    found = services().directory.rule(committee())
    if found is None:
        raise NotFound("This committee has not agreed yet how it decides.")
    return redirect(address(found.event), code=303)
