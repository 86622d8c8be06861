"""Is power shared? The audit as five questions, each number open to its events in one press."""

from datetime import date
from typing import Annotated

from flask import Blueprint, flash, redirect, render_template
from pydantic import BaseModel, Field
from werkzeug.wrappers import Response

from web.asking import act, committee
from web.forms import Maybe, Mend, Text, asked, form, mend, missing
from web.once import once
from web.seen.audits import Span
from web.seen.saying import must_be_theirs, saying_page
from web.seen.sharing import events_page, question_page, sharing_page, warning_events_page
from web.seen.warned import warnings_page
from web.services import services

pages = Blueprint("sharing", __name__, url_prefix="/why/sharing")


class Which(BaseModel):
    """Which time is asked about; of something to talk about, its day."""

    span: Span = "all"
    day: Maybe[date] = None
    page: Annotated[int, Field(ge=1, le=2**31)] = 1


class Reply(BaseModel):
    """What somebody says to it."""

    words: Text = ""


@pages.get("/")
def index() -> str:
    return render_template("sharing.html", sharing=sharing_page(committee(), asked(Which).span))


@pages.get("/<key>")
def question(key: str) -> str:
    page = question_page(committee(), key, asked(Which).span)
    return render_template("sharing_question.html", sharing=page)


@pages.get("/talk")
def warnings() -> str:
    """Everything that is worth talking about, the newest first."""
    return render_template("sharing_talk.html", talk=warnings_page(committee(), asked(Which).page))


@pages.get("/numbers/<metric>")
def events(metric: str) -> str:
    """What one number rests on, or something to talk about."""
    here, which = committee(), asked(Which)
    if which.day:
        page = warning_events_page(here, metric, which.day, which.page)
    else:
        page = events_page(here, metric, which.span, which.page)
    return render_template("sharing_events.html", sharing=page)


@pages.get("/say/<metric>")
def saying(metric: str) -> str:
    which = asked(Which)
    page = saying_page(committee(), metric, which.day, which.span)
    return render_template("sharing_say.html", saying=page, words="", wrong={})


@pages.post("/say/<metric>")
@once
def say(metric: str) -> Response | Mend:
    """An answer: it stands beside the number for everybody."""
    here, which, said = committee(), asked(Which), form(Reply)
    page = saying_page(here, metric, which.day, which.span)
    must_be_theirs(page)
    wrong = missing((said.words, "words", "Write what you want to say."))
    if wrong:
        return mend("sharing_say.html", wrong, saying=page, words=said.words)
    services().governance.give_reply(act(), here, metric, page.period, said.words)
    flash("Thank you. All of us can read it here.")
    return redirect(page.action, code=303)
