"""What the program notes while it runs holds no name, no address of a person and no secret."""

import logging
import re
from copy import copy
from traceback import format_tb
from types import TracebackType

SECRET = re.compile(r"/enter/[^\s\"']+")
Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Tells where in the program something broke; what it was about may be somebody's words."""

    def format(self, record: logging.LogRecord) -> str:
        ours = copy(record)
        ours.exc_text = None  # what somebody else has made of it
        return SECRET.sub("/enter/…", super().format(ours))

    def formatException(self, ei: Raised) -> str:  # noqa: N802 -- the library's name
        kind, _, at = ei
        name = kind.__name__ if kind else "Nothing"
        return "".join([*format_tb(at), name])


def note_discreetly() -> None:
    """Let everything that is noted go through this, to the terminal."""
    notes = logging.StreamHandler()
    notes.setFormatter(Discreet("%(asctime)s %(message)s"))
    logging.basicConfig(handlers=[notes], level=logging.INFO)
    logging.getLogger("waitress").setLevel(logging.ERROR)  # “queue depth” is for its makers
