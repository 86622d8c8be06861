"""A vote to practise on: it looks like a real one, and nothing of it is written to the log."""

from dataclasses import dataclass
from typing import Literal

from flask import Blueprint, g, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.voting.answers import Choice
from projections.sentences import SAID
from web.asked_once import PRACTICE, note_answer
from web.forms import asked, form

pages = Blueprint("practice", __name__, url_prefix="/practice")

DOES = {
    Choice.YES: "I like pizza",
    Choice.NO: "I do not like pizza",
    Choice.ABSTAIN: "I cannot pick yet",
    Choice.OBJECTION: "We must talk first",
}


class Tried(BaseModel):
    """What was pressed, as the address says it, and whether it is to be changed."""

    answer: Choice | None = None
    change: Literal["", "1"] = ""


class Press(BaseModel):
    """One press: the answer."""

    answer: Choice


@dataclass(frozen=True, slots=True)
class PracticePage:
    """What ``practice.html`` shows."""

    answer: str | None
    counted: str | None
    changing: bool
    does: dict[Choice, str]


@pages.get("/")
def show() -> str:
    tried = asked(Tried)
    answer = tried.answer
    changing = bool(tried.change) or answer is None
    page = PracticePage(answer, SAID[answer] if answer else None, changing, DOES)
    return render_template("practice.html", practice=page)


@pages.post("/")
def answer() -> Response:
    pressed = form(Press).answer
    _asked_already()
    return redirect(url_for(".show", answer=pressed), code=303)


@pages.post("/not-now")
def not_now() -> Response:
    """NOW does not ask again; it can still be tried from the page with help."""
    _asked_already()
    return redirect(url_for("now.show"), code=303)


def _asked_already() -> None:
    if g.viewer:
        note_answer(PRACTICE)
