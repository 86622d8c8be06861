"""A hand that presses twice sends a form twice. What begins something new is begun once.

A vote that is given twice is the same vote. An idea that is sent twice would be two; and what was
ended once cannot be ended again, which is no mistake of the hand.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from threading import Lock
from typing import ParamSpec, cast

from flask import current_app, g, redirect, request, session
from werkzeug.wrappers import Response

from web.sessions import Session

P = ParamSpec("P")
Page = Response | str | tuple[str, int]

AGAIN_SECONDS = 60
REMEMBERED = 500


class Once:
    """Where the last forms led to. One form at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._led_to: OrderedDict[bytes, tuple[float, str]] = OrderedDict()

    def press(self, form: bytes, now: float, act: Callable[[], Page]) -> Page:
        """Do it, unless this very form was sent a moment ago: then lead to the same place."""
        with self._lock:
            at, place = self._led_to.get(form, (0.0, ""))
            if place and now - at < AGAIN_SECONDS:
                return redirect(place, code=303)
            page = act()
            if isinstance(page, Response) and page.location:
                self._led_to[form] = (now, page.location)
                while len(self._led_to) > REMEMBERED:
                    self._led_to.popitem(last=False)
            return page


def once(view: Callable[P, Page]) -> Callable[P, Page]:
    """Mark the route of a form that begins something new."""

    @wraps(view)
    def pressed(*args: P.args, **kwargs: P.kwargs) -> Page:
        forms: Once = current_app.extensions["once"]
        return forms.press(_form(), g.clock.now.timestamp(), lambda: view(*args, **kwargs))

    return pressed


def _form() -> bytes:
    """Tells one form from another: its signature is dated, so the same page shown anew differs."""
    token = cast("Session", session).token
    fields = sorted(request.form.items(multi=True))
    return sha256(repr((token, request.path, fields)).encode("utf-8", "surrogatepass")).digest()
