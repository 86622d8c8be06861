"""How people reach the log: pages, commands typed at a prompt, and files taken in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from flask import Flask, Response
from flask_wtf import CSRFProtect

from web import (
    access,
    afterwards,
    agreed,
    asking,
    attesting,
    deciding,
    electing,
    enter,
    five,
    going,
    hands_up,
    helped,
    helping,
    interests,
    late,
    mandates,
    minutes,
    now,
    pages,
    paper,
    practice,
    presence,
    proposals,
    proxies,
    putting_off,
    rules,
    sharing,
    sizing,
    step_ins,
    talking,
    unchanged,
    voting,
    wanting,
    why,
)
from web.answers import map_errors
from web.asked_in_private import AskedInPrivate
from web.asked_once import AskedOnce
from web.guesses import Guesses
from web.once import Once
from web.scripts import apart, in_any_script
from web.seen.audits import Audits
from web.seen.offices import ByOffice
from web.seen.own_help import AMONG_US, SaidOtherwise
from web.seen.people import tint
from web.services import Services
from web.services import now as server_clock
from web.sessions import Sessions
from web.settings import BIGGEST_FORM, Settings
from web.signin import SignIn
from web.zipped import zipped

IDEAS = (
    *(proposals, electing, talking, voting, paper, hands_up, helped, proxies, interests, late),
    *(sizing, wanting),
)
"""One part of the pages, in several modules."""

PARTS = (
    *(enter, now, IDEAS[0], presence, helping, sharing, agreed, attesting, five, why),
    *(rules, deciding, afterwards, putting_off, step_ins, mandates, minutes),
    *(going, practice, pages),
)
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'; object-src 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def create_app(
    services: Services, settings: Settings, clock: Callable[[], datetime] = server_clock
) -> Flask:
    """The pages, on top of services that are open already."""
    app = Flask(__name__)
    links = SignIn(services.governance.vault)
    app.extensions.update(
        services=services,
        among_us=replace(services, views=SaidOtherwise(services.views, AMONG_US)),
        by_office=replace(services, views=ByOffice(services.views)),
        clock=clock,
        sign_in=links,
        asked_once=AskedOnce(services.governance.vault),
        asked_in_private=AskedInPrivate(services.governance.vault),
        once=Once(),
        guesses=Guesses(),
        audits=Audits(),
    )
    app.config.update(
        SECRET_KEY=links.signing_key(),
        SESSION_COOKIE_NAME="__Host-hands" if settings.secure_cookies else "hands",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        MAX_CONTENT_LENGTH=BIGGEST_FORM,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,  # no page sends a referrer; the token is what is checked
        ZONE=settings.zone,
        CURRENCY=settings.currency,
    )
    app.session_interface = Sessions(links)
    app.before_request(asking.arrive)
    app.before_request(unchanged.answer_unchanged)
    CSRFProtect(app)
    app.before_request(access.let_in)
    app.context_processor(asking.for_templates)
    app.context_processor(access.for_templates)
    app.add_template_filter(in_any_script)
    app.add_template_filter(apart)
    app.add_template_global(tint)
    app.after_request(zipped)  # the last of these is the first to be done
    app.after_request(unchanged.mark)
    app.after_request(_headers)
    map_errors(app)
    for part in PARTS:
        app.register_blueprint(part.pages)
    return app


def _headers(answer: Response) -> Response:
    answer.headers.update(HEADERS)
    if "Cache-Control" not in answer.headers:
        answer.headers["Cache-Control"] = "no-store"
    return answer
