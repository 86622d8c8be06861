"""A vote to practise on: it looks like a real one, and nothing of it is written to the log."""

from dataclasses import dataclass
from typing import Annotated, Literal

from flask import Blueprint, g, redirect, render_template, url_for
from pydantic import BaseModel, BeforeValidator
from werkzeug.wrappers import Response

from domain.voting.answers import Answer, Choice, check_answer
from projections.sentences import SAID
from web.asked_once import PRACTICE, note_answer
from web.ballots import Unfinished, answer_by
from web.forms import Mend, asked, form, mend
from web.seen.practised import MEALS, PRACTISED, Practised, as_text, from_text, more_page

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


class TriedMore(BaseModel):
    """What was said, as the address says it, and whether it is to be changed."""

    said: Annotated[Answer | None, BeforeValidator(from_text)] = None
    change: Literal["", "1"] = ""


@dataclass(frozen=True, slots=True)
class PracticePage:
    """What ``practice.html`` shows."""

    more: list[Practised]

    answer: str | None
    counted: str | None
    changing: bool
    does: dict[Choice, str]


@pages.get("/")
def show() -> str:
    tried = asked(Tried)
    answer = tried.answer
    changing = bool(tried.change) or answer is None
    said = SAID[answer] if answer else None
    page = PracticePage([*PRACTISED.values()], answer, said, changing, DOES)
    return render_template("practice.html", practice=page)


@pages.post("/")
def answer() -> Response:
    pressed = form(Press).answer
    _asked_already()
    return redirect(url_for(".show", answer=pressed), code=303)


@pages.get("/<any(order, picks, points, dots):kind>")
def show_more(kind: str) -> str:
    """A question with several answers, on the ballot paper that such a vote has."""
    tried = asked(TriedMore)
    if tried.said is not None:
        check_answer(tried.said, PRACTISED[kind].terms, MEALS, told=False)
    page = more_page(kind, tried.said, changing=tried.change == "1")
    return render_template("practice_more.html", practice=page, wrong={})


@pages.post("/<any(order, picks, points, dots):kind>")
def answer_more(kind: str) -> Response | Mend:
    """Read as a real ballot paper is read. What it says is told by the next address alone."""
    try:
        given = answer_by(PRACTISED[kind].terms, MEALS)
    except Unfinished as paper:
        return mend("practice_more.html", paper.wrong, practice=more_page(kind, None))
    _asked_already()
    return redirect(url_for(".show_more", kind=kind, said=as_text(given)), code=303)


@pages.post("/not-now")
def not_now() -> Response:
    """NOW does not ask again; it can still be tried from the page with help."""
    _asked_already()
    return redirect(url_for("now.show"), code=303)


def _asked_already() -> None:
    if g.viewer:
        note_answer(PRACTICE)
