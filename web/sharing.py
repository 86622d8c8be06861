"""Is power shared? The audit as five questions, each number open to its events in one press."""

from typing import Annotated

from flask import Blueprint, render_template
from pydantic import BaseModel, Field

from web.asking import committee
from web.forms import asked
from web.seen.audits import Span
from web.seen.sharing import events_page, question_page, sharing_page

pages = Blueprint("sharing", __name__, url_prefix="/why/sharing")


class Which(BaseModel):
    """Which time is asked about."""

    span: Span = "all"


class Events(Which):
    """And which page of the events."""

    page: Annotated[int, Field(ge=1, le=2**31)] = 1


@pages.get("/")
def index() -> str:
    return render_template("sharing.html", sharing=sharing_page(committee(), asked(Which).span))


@pages.get("/<key>")
def question(key: str) -> str:
    page = question_page(committee(), key, asked(Which).span)
    return render_template("sharing_question.html", sharing=page)


@pages.get("/numbers/<metric>")
def events(metric: str) -> str:
    """What one number rests on."""
    which = asked(Events)
    page = events_page(committee(), metric, which.span, which.page)
    return render_template("sharing_events.html", sharing=page)
