"""Is this record right? People say so month by month, and of each entry what is not right."""

from datetime import date
from typing import Literal
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.errors import NotFound
from domain.ids import DisputeId
from domain.kinds import Attestation
from domain.values import EventId, event_id
from web.asking import act, committee
from web.forms import Maybe, Mend, Text, form, mend, missing
from web.once import once
from web.seen.record import Line, address, line
from web.seen.right import RightPage, month_of, right_page
from web.services import services

pages = Blueprint("attesting", __name__, url_prefix="/why/right")


class Says(BaseModel):
    """What somebody says of a month, named by its first day."""

    first: date
    says: Attestation


class Words(BaseModel):
    """What is not right about an entry."""

    words: Text = ""


class Answer(Words):
    """Whether whoever disputes an entry is right, and what else there is to say."""

    upheld: Maybe[Literal["yes", "no"]] = None


@pages.get("/")
def show() -> str:
    return render_template("right.html", right=right_page(committee()), wrong={})


@pages.post("/")
def attest() -> Response:
    """The same twice is one; another word takes the place of the first."""
    said = form(Says)
    services().governance.attest_record(act(), committee(), month_of(said.first), said.says)
    flash("Thank you. We wrote down what you say.")
    return redirect(url_for(".show"), code=303)


@pages.get("/<uuid:stream>/<int:version>")
def disputing(stream: UUID, version: int) -> str:
    entry = _entry(event_id(stream, version))
    return render_template("not_right.html", entry=entry, words="", wrong={})


@pages.post("/<uuid:stream>/<int:version>")
@once
def dispute(stream: UUID, version: int) -> Response | Mend:
    """The entry stays as it is; what is said of it stands beside it."""
    said, about = form(Words), event_id(stream, version)
    wrong = missing((said.words, "words", "Write what is not right."))
    if wrong:
        return mend("not_right.html", wrong, entry=_entry(about), words=said.words)
    services().governance.dispute_record(act(), committee(), about, said.words)
    flash("Thank you. All of us can read it.")
    return redirect(address(about), code=303)


@pages.post("/disputes/<uuid:dispute>")
@once
def answer(dispute: UUID) -> Response | Mend:
    said, here = form(Answer), committee()
    wrong = missing((said.upheld, f"upheld-{dispute}", "Say if it is right."))
    if wrong:
        page: RightPage = right_page(here)
        return mend("right.html", wrong, right=page)
    services().governance.answer_dispute(
        act(), here, DisputeId(dispute), said.words, upheld=said.upheld == "yes"
    )
    flash("We wrote your answer down. Thank you.")
    return redirect(url_for(".show", _anchor=f"dispute-{dispute}"), code=303)


def _entry(about: EventId) -> Line:
    """The entry that this is about."""
    links = services().audit.who_decided(about).chain
    if not links:
        raise NotFound("There is no such line in the record.")
    return line(links[0])
