"""A page that would come out as before is not made again.

What a page shows follows from its address, which may name a time in the past, from the log, what
is asked in private beside it, the session that asks, the program and the hour. An ETag is made of
these six; who sends it back, such
as a screen that looks every minute, is answered 304. Browsers keep no page of a person
(``no-store``), so that nothing is left when they sign out.
"""

import json
from hashlib import sha256
from importlib.metadata import version
from typing import cast

from flask import Response, g, request, session

from domain.ids import CommitteeId
from web.seen.five import private
from web.services import services
from web.sessions import Session

PROGRAM = version("show-of-hands")


def answer_unchanged() -> Response | None:
    """Short and empty, where the page is as the one who asks has it."""
    g.tag = _tag() if request.method == "GET" and g.get("viewer") else None
    if g.tag and request.if_none_match.contains_weak(g.tag):
        return Response(status=304)
    return None


def mark(answer: Response) -> Response:
    """Say by what this page can be told from a later one."""
    if g.get("tag") and answer.status_code in (200, 304):
        answer.set_etag(g.tag, weak=True)
    return answer


def _tag() -> str | None:
    """None where a sentence waits to be said once."""
    kept = cast("Session", session)
    if "_flashes" in kept:
        return None
    hour = g.clock.now.astimezone(g.clock.zone).strftime("%Y-%m-%dT%H")
    position = services().governance.position()
    parts = [request.full_path, position, _asked(), kept.token, dict(kept), PROGRAM, hour]
    return sha256(json.dumps(parts).encode()).hexdigest()[:32]


def _asked() -> str:
    """What is asked in private, and what was answered, of which the log says nothing."""
    here = g.viewer.committee
    return private().state(CommitteeId(here.committee), g.viewer.person) if here else ""
