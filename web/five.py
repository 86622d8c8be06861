"""Five questions asked of people, in private; and how each group scores its own way of working."""

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotOpen
from domain.ids import CommitteeId
from domain.kinds import SelfAssessmentTool
from projections.power.i_asked import CARDS
from web.asking import act, committee
from web.forms import Maybe, Mend, Words, form, mend, missing
from web.once import once
from web.seen.five import (
    ANSWERS,
    chosen,
    five_page,
    private,
    read,
    scores_page,
    seats_now,
)
from web.seen.replies import seat_here
from web.services import services

pages = Blueprint("five", __name__, url_prefix="/why/five")
FIRST_CLOSE = "The answers of the last time are not written down yet. Close it first."
NOT_NOW = "Nobody is asked now. The person who runs the meeting can begin."


class Score(BaseModel):
    """Which question of which paper, and the score, as somebody wrote them."""

    tool: Maybe[SelfAssessmentTool] = None
    item: Words = ""
    score: Words = ""

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        return missing(
            (self.tool, "tool", "Pick whose questions they are."),
            (_is_number(self.item) and int(self.item), "item", "Write the number of the question."),
            (_is_number(self.score), "score", "Write your score as a number."),
        )


def _is_number(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) < 4  # noqa: PLR2004 -- to 999


@pages.get("/")
def show() -> str:
    return render_template("five.html", five=five_page(committee()))


@pages.post("/begin")
def begin() -> Response:
    here = committee()
    if private().is_counted(here):
        raise NotOpen(FIRST_CLOSE)
    private().begin(here, g.clock.now)
    flash("We ask everybody now.")
    return redirect(url_for(".show"), code=303)


@pages.get("/answer")
def asking() -> str:
    said = chosen(_going_on())
    return render_template("five_ask.html", cards=CARDS, answers=ANSWERS, said=said, wrong={})


@pages.post("/answer")
def answer() -> Response | Mend:
    """Kept in private until it is closed; another answer takes the place of the first."""
    here, said = _going_on(), read(request.form)
    if not said:
        wrong = {"question-0": "Pick an answer to at least one."}
        return mend("five_ask.html", wrong, cards=CARDS, answers=ANSWERS, said={})
    private().say(here, g.viewer.person, said)
    flash("Thank you. Nobody sees what you said.")
    return redirect(url_for(".show"), code=303)


@pages.post("/close")
@once
def close() -> Response:
    """The sums are written down where enough people answered, and every answer is deleted."""
    here = committee()
    if not private().is_counted(here):
        _going_on()
    sums = private().count(here, seats_now(here))
    if sums:
        services().governance.close_survey(act(), here, sums)
    private().forget(here)
    flash("We counted the answers." if sums else "Too few people answered. We kept nothing.")
    return redirect(url_for(".show"), code=303)


@pages.get("/scores")
def scores() -> str:
    return render_template("scores.html", page=scores_page(committee()), said=Score(), wrong={})


@pages.post("/scores")
@once
def score() -> Response | Mend:
    here, said = committee(), form(Score)
    seat = seat_here(here)
    if said.wrong or said.tool is None or seat is None:
        return mend("scores.html", said.wrong, page=scores_page(here), said=said)
    item, number = int(said.item), int(said.score)
    services().governance.give_self_assessment(act(), here, said.tool, item, seat, number)
    flash("We wrote down your score.")
    return redirect(url_for(".scores"), code=303)


def _going_on() -> CommitteeId:
    here = committee()
    if not private().is_on(here):
        raise NotOpen(NOT_NOW)
    return here
