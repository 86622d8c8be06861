"""NOW: what is happening, and whose turn it is."""

from typing import Annotated

from flask import Blueprint, g, redirect, render_template, url_for
from pydantic import BaseModel, Field, StringConstraints
from werkzeug.wrappers import Response

from web.asked_once import note_answer
from web.asking import committee
from web.forms import asked, form
from web.seen.turn import now_page

pages = Blueprint("now", __name__)


class Listed(BaseModel):
    """Which part of all that waits; without it, the first few things."""

    all: Annotated[int, Field(ge=1, le=10_000)] | None = None


class Known(BaseModel):
    """Which news somebody knows now, as its card names it."""

    what: Annotated[str, StringConstraints(pattern=r"^news [0-9a-f@]{32,60}(over)?$")]


@pages.post("/known")
def known() -> Response:
    """It need not be told them again. Nothing of it is written to the log."""
    note_answer(form(Known).what)
    return redirect(url_for(".show"), code=303)


@pages.get("/")
def show() -> Response | str:
    if g.viewer.must_choose:
        return redirect(url_for("people.committees"), code=303)
    return render_template("now.html", now=now_page(committee(), asked(Listed).all))
