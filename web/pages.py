"""What every visitor can see: help, how it looks, credits, and whether the program is well."""

from typing import Literal

from flask import Blueprint, flash, g, redirect, render_template, session, url_for
from pydantic import BaseModel
from werkzeug.wrappers import Response

from web.asking import LOOKS
from web.back import Back
from web.forms import form
from web.seen.help import help_page
from web.services import services

pages = Blueprint("pages", __name__)


class Look(BaseModel):
    """Light or dark, how big the words are, with or without the small pictures."""

    light: Literal["", "day", "night"] = ""
    size: Literal["", "big", "bigger"] = ""
    pictures: Literal["", "no-pictures"] = ""


@pages.get("/help")
def help() -> str:  # noqa: A001 -- what the page is called
    return render_template("help.html", help=help_page())


@pages.get("/look")
def look() -> str:
    kept = {kind: session[kind] for kind in LOOKS if kind in session}
    return render_template("look.html", look=Look(**kept))


@pages.post("/look")
def set_look() -> Response:
    session.update(form(Look).model_dump())
    flash("We keep it like this.")
    home = url_for("now.show" if g.viewer and g.viewer.committee else ".look")
    return redirect(form(Back).to or home, code=303)


@pages.get("/credits")
def credits() -> str:  # noqa: A001 -- what the page is called
    return render_template("credits.html")


@pages.get("/health")
def health() -> Response:
    """Whether the log can be read, for whoever watches over the program."""
    position = services().governance.position()
    return Response(f"ok {position}\n", mimetype="text/plain")
