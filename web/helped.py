"""Help with a vote: asked after it, and never needed. It is told to the voter alone."""

from typing import Literal
from uuid import UUID

from flask import flash, g, redirect, render_template, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from domain.ids import PersonId
from domain.kinds import Support
from web.asked_once import about_help, note_answer
from web.asking import act
from web.forms import Maybe, asked, form
from web.proposals import find, pages
from web.seen.help import helped_page
from web.seen.lists import Whom
from web.services import services

Said = Maybe[Literal["yes", "no"]]
MEANS = {"yes": True, "no": False, None: None}


class Help(BaseModel):
    """Whether somebody helped the person who voted, who, and how. All of it can be left out."""

    kind: Literal["none", Support.READ, Support.EXPLAINED, Support.PRESSED]
    supporter: Maybe[UUID] = None
    chosen: Said = None
    read_back: Said = None


@pages.get("/<uuid:proposal>/help")
def helped(proposal: UUID) -> str:
    return render_template("helped.html", helped=helped_page(find(proposal), asked(Whom)))


@pages.post("/<uuid:proposal>/help")
def note_support(proposal: UUID) -> Response:
    """That nobody helped is how it is for most; nothing is written down about it."""
    said, idea = form(Help), find(proposal)
    if said.kind != "none":
        services().governance.note_support(
            act(),
            idea.proposal,
            g.viewer.person,
            PersonId(said.supporter) if said.supporter else None,
            Support(said.kind),
            chosen_by_voter=MEANS[said.chosen],
            read_back=MEANS[said.read_back],
        )
    note_answer(about_help(idea.proposal))
    flash("Thank you. Your vote counts.")
    return redirect(url_for("now.show"), code=303)
