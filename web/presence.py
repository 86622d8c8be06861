"""Who was there: said after an occasion by anybody who takes part, of themselves and of others."""

from uuid import UUID

from flask import flash, redirect, render_template, url_for
from werkzeug.wrappers import Response

from domain.errors import NotFound, NotOpen
from domain.ids import PersonId, PlanId
from domain.kinds import Presence
from web.asking import act
from web.forms import Mend, mend, ticked
from web.once import once
from web.plan import find, pages
from web.seen.presence import WhoPage, who_page
from web.services import services

STRANGER = "This person is not on this committee."
NOT_SAID = "Nobody said that this person was there."
NOT_YET = "Nobody was there yet. Look again when it is over."


@pages.get("/<uuid:plan>/who")
def who(plan: UUID) -> str:
    return render_template("who.html", who=_who(plan), wrong={})


@pages.post("/<uuid:plan>/who")
@once
def note_who(plan: UUID) -> Response | Mend:
    were, page = ticked("person"), _who(plan)
    if not were:
        return mend("who.html", {"person": "Pick who was there."}, who=page)
    if not {str(one) for one in were} <= {one.id for one in (*page.others, *page.there)}:
        raise NotFound(STRANGER)
    for one in dict.fromkeys(were):
        services().governance.note_presence(act(), PlanId(plan), Presence.HERE, PersonId(one))
    flash("We wrote down who was there.")
    return redirect(url_for(".show", plan=plan), code=303)


@pages.post("/<uuid:plan>/who/not")
@once
def note_away(plan: UUID) -> Response | Mend:
    """Somebody was not there after all: what was written stays, and this stands beside it."""
    were, page = ticked("away"), _who(plan)
    if not were:
        return mend("who.html", {"away": "Pick who was not there."}, who=page)
    if not {str(one) for one in were} <= {one.id for one in page.there}:
        raise NotFound(NOT_SAID)
    for one in dict.fromkeys(were):
        services().governance.note_presence(act(), PlanId(plan), Presence.AWAY, PersonId(one))
    flash("We put it right.")
    return redirect(url_for(".who", plan=plan), code=303)


def _who(plan: UUID) -> WhoPage:
    page = who_page(find(plan))
    if page is None:
        raise NotOpen(NOT_YET)
    return page
