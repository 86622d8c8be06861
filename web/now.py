"""NOW: what is happening, and whose turn it is."""

from flask import Blueprint, g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from web.asking import committee
from web.seen.turn import now_page

pages = Blueprint("now", __name__)


@pages.get("/")
def show() -> Response | str:
    if g.viewer.must_choose:
        return redirect(url_for("people.committees"), code=303)
    return render_template("now.html", now=now_page(committee(), all_of_it="all" in request.args))
