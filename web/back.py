"""Where somebody was when they asked for help, or for bigger words: they come back to it."""

from typing import Annotated
from urllib.parse import urlsplit

from flask import current_app, g, request
from pydantic import BaseModel, StringConstraints
from werkzeug.exceptions import HTTPException

ASIDE = ("enter", "pages")
"""From the door nobody comes back: its addresses are secret. From a page aside, to where it was."""


class Back(BaseModel):
    """An address of this program, or nothing."""

    back: Annotated[str, StringConstraints(max_length=500)] = ""

    @property
    def to(self) -> str | None:
        """Where to go; never anywhere else than to one of our own pages."""
        at = urlsplit(self.back)
        if at.scheme or at.netloc or not at.path.startswith("/") or at.path.startswith("//"):
            return None
        try:
            endpoint, _ = current_app.url_map.bind("localhost").match(at.path, "GET")
        except HTTPException:
            return None
        return None if endpoint.partition(".")[0] in (*ASIDE, "static") else self.back


def here() -> str | None:
    """The page that is shown, to come back to; on a page aside, the one from which one came.

    Whoever sits nowhere would only be turned away there again.
    """
    if request.method != "GET" or request.endpoint is None:
        return None
    if request.blueprint in ASIDE:
        return asked_back()
    belongs = g.get("viewer") and g.viewer.committees
    return request.full_path.rstrip("?") if belongs else None


def asked_back() -> str | None:
    """Where this page's address says that one was."""
    return Back(back=request.args.get("back", "")[:500]).to
