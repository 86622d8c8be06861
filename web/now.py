"""NOW: what is happening, and whose turn it is."""

from typing import Annotated

from flask import Blueprint, g, redirect, render_template, url_for
from pydantic import BaseModel, Field
from werkzeug.wrappers import Response

from web.asking import committee
from web.forms import asked
from web.seen.turn import now_page

pages = Blueprint("now", __name__)


class Listed(BaseModel):
    """Which part of all that waits; without it, the first few things."""

    all: Annotated[int, Field(ge=1, le=10_000)] | None = None


@pages.get("/")
def show() -> Response | str:
    if g.viewer.must_choose:
        return redirect(url_for("people.committees"), code=303)
    return render_template("now.html", now=now_page(committee(), asked(Listed).all))
