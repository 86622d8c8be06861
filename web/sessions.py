"""Sessions that live in ``private.db``: a cookie carries a random token and nothing else.

A visitor who is not signed in gets one only when there is something to keep. Signing in makes a
new token; ending a session, here or from anywhere else, signs that screen out with its next press.
"""

import sqlite3
from datetime import datetime
from hashlib import sha256
from typing import Any, cast
from uuid import UUID

from flask import Flask, current_app, session
from flask.sessions import SessionInterface, SessionMixin
from flask.wrappers import Request, Response
from flask_wtf.csrf import generate_csrf
from werkzeug.datastructures import CallbackDict

from domain.ids import PersonId
from web.signin import SESSION_LASTS, SignIn

CAME_IN = "came in"
TWICE_SECONDS = 60


class Session(CallbackDict[str, Any], SessionMixin):
    """What is kept for one screen, and for whom."""

    problem: sqlite3.Error | None = None
    """Why no session could be looked up; the page then says so."""

    def __init__(self, token: str | None, person: PersonId | None, held: dict[str, Any]) -> None:
        super().__init__(held, lambda _: setattr(self, "modified", True))
        self.token = token
        self.person = person
        self.modified = False
        self.begun = False
        """Whether the cookie has to be given out with this answer."""


class Sessions(SessionInterface):
    """Finds the session of a request, and keeps what changed."""

    def __init__(self, sign_in: SignIn) -> None:
        self.sign_in = sign_in

    def open_session(self, app: Flask, request: Request) -> Session:
        token, nobody = request.cookies.get(self.get_cookie_name(app)), Session(None, None, {})
        try:
            found = self.sign_in.find(token, clock(app)) if token else None
        except sqlite3.Error as problem:  # there is no page yet that could say it
            nobody.problem = problem
            return nobody
        return Session(token, *found) if found else nobody

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        kept = cast("Session", session)
        if kept.modified and (kept.token or kept):
            if kept.token is None:
                kept.token, kept.begun = self.sign_in.begin(clock(app)), True
            self.sign_in.keep(kept.token, dict(kept))
        if kept.begun and kept.token:
            self._give_cookie(app, kept, response)

    def _give_cookie(self, app: Flask, kept: Session, response: Response) -> None:
        response.set_cookie(
            self.get_cookie_name(app),
            kept.token or "",
            max_age=SESSION_LASTS if kept.person else None,
            secure=self.get_cookie_secure(app),
            httponly=True,
            samesite="Lax",
        )


def clock(app: Flask) -> datetime:
    """The time by this application's clock."""
    moment: datetime = app.extensions["clock"]()
    return moment


def sign_in(person: PersonId, card: str) -> None:
    """From here on this screen is this person's, under a new token.

    The visit before it stays for a little while: a hand that presses twice sends the form again
    before the new cookie has arrived, and would be told that the link was used.
    """
    kept, links = _here()
    now = clock(current_app)
    if kept.token and kept.person:
        links.end(kept.token)
    elif kept.token:
        links.keep(kept.token, {**kept, CAME_IN: [_digest(card), person.hex, now.timestamp()]})
    kept.clear()
    kept.token, kept.person, kept.begun = links.begin(now, person), person, True
    generate_csrf()


def just_came_in(card: str) -> PersonId | None:
    """Who came in at this screen with this link, a moment ago."""
    kept, _ = _here()
    digest, person, at = kept.get(CAME_IN, ("", "", 0))
    fresh = clock(current_app).timestamp() - at < TWICE_SECONDS
    return PersonId(UUID(person)) if digest == _digest(card) and fresh else None


def sign_out() -> None:
    """End the session at this screen."""
    kept, links = _here()
    if kept.token:
        links.end(kept.token)
    kept.clear()
    kept.token = kept.person = None
    kept.modified = False


def _digest(card: str) -> str:
    return sha256(card.encode()).hexdigest()


def _here() -> tuple[Session, SignIn]:
    kept = cast("Session", session._get_current_object())  # type: ignore[attr-defined]  # noqa: SLF001
    return kept, cast("SignIn", current_app.extensions["sign_in"])
