"""Which pages are of one kind, so that a walk looks at a few of each and not at all of them."""

from urllib.parse import parse_qsl, urlsplit

from flask import Flask
from werkzeug.exceptions import HTTPException

MOST_ASKED = 2
"""An address that asks for more at once shows fewer of the same things, each known by then."""


def kind_of(app: Flask, path: str) -> str:
    """Its route, and what is asked in the address. Nothing where no walk goes."""
    at = urlsplit(path)
    asked = sorted(name for name, _ in parse_qsl(at.query))
    route = "" if at.netloc else route_of(app, path, "GET")
    if route in ("", "static") or len(asked) > MOST_ASKED:
        return ""
    return f"{route}?{','.join(asked)}"


def route_of(app: Flask, path: str, method: str) -> str:
    """What answers at this address; nothing if nothing does."""
    router = app.url_map.bind("localhost")
    try:
        return str(router.match(urlsplit(path).path, method)[0])
    except HTTPException:
        return ""
