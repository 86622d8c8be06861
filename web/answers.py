"""What went wrong, as an answer: each kind of refusal is mapped to a page here and nowhere else."""

import sqlite3

from eventsourcing.persistence import PersistenceError
from flask import Flask, current_app, g, render_template, request
from flask_wtf.csrf import CSRFError
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from domain.errors import (
    LogBusy,
    LogFull,
    LogUnreadable,
    Malformed,
    NotEligible,
    NotFound,
    RuleBroken,
)
from web.asking import SIGNED_OUT

Answer = tuple[str, int]

TOLD = {400, 403, 404, 409, 410, 429, 500}
"""The answers that have words of their own in ``error.html``."""

STALE = "This page was open too long, or for somebody else. Nothing was saved. Please try again."
DISK_FULL = "There is no more room to write on this computer. Nothing was saved. Ask for help."
DISK_AWAY = "A file of this program cannot be read or written. Nothing was saved. Ask for help."
TOO_LONG = (
    "What you wrote is too long here. There is room for {:,} letters. Please make it shorter."
)
FULL, TOO_LARGE = 507, 413
SHORT = 2
"""Words that are written again sooner than they are copied."""


def map_errors(app: Flask) -> None:
    """Let every page answer in the same way when something is refused or breaks."""
    app.register_error_handler(RuleBroken, _refused)
    app.register_error_handler(ValidationError, _malformed)
    app.register_error_handler(CSRFError, _stale)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(LogUnreadable, _unreadable)
    for kind in (sqlite3.Error, PersistenceError, OSError):
        app.register_error_handler(kind, _storage)
    app.register_error_handler(500, _broken)


def _page(status: int, sentence: str = "") -> Answer:
    usual = 500 if status > 500 else 404 if status == 405 else 400  # noqa: PLR2004
    words = status if status in TOLD else usual
    kept = [] if status == TOO_LARGE else _written()
    return render_template("error.html", code=words, sentence=sentence, kept=kept), status


def _written() -> list[str]:
    """What somebody wrote and did not get through, to be copied; never what another site sent."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return []
    return [value for value in request.form.values() if len(value.split()) > SHORT]


def _refused(problem: RuleBroken) -> Answer:
    match problem:
        case NotEligible():
            status = 403
        case NotFound():
            status = 404
        case Malformed():
            status = 400
        case LogBusy():
            status = 503
        case LogFull():
            status = FULL
        case _:
            status = 409
    return _page(status, str(problem))


def _malformed(problem: ValidationError) -> Answer:
    too_long = (e["ctx"] for e in problem.errors() if e["type"] == "string_too_long")
    longest = next((about["max_length"] for about in too_long), None)
    return _page(400, TOO_LONG.format(longest) if longest else "")


def _stale(_: CSRFError) -> Answer:
    return _page(400, STALE) if g.viewer else _page(403, SIGNED_OUT)


def _http(problem: HTTPException) -> Answer | HTTPException:
    status = problem.code or 500
    if status < 400:  # noqa: PLR2004 -- a redirect is not a problem
        return problem
    ours = problem.description != type(problem).description
    return _page(status, (problem.description or "") if ours else "")


def _unreadable(problem: LogUnreadable) -> Answer:
    current_app.logger.error("%s", problem)
    return _plain(500, str(problem))


def _storage(problem: Exception) -> Answer:
    current_app.logger.error("%s", problem)
    if "full" in str(problem) or "No space left" in str(problem):
        return _plain(FULL, DISK_FULL)
    return _plain(500, DISK_AWAY)


def _broken(_: Exception) -> Answer:
    return _plain(500)


def _plain(status: int, sentence: str = "") -> Answer:
    """A page that looks nothing up, since looking things up is what has just failed."""
    g.viewer, g.committee = None, None
    return _page(status, sentence)
