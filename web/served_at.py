"""Where the pages of a data folder were served last: a line of text beside its files.

It is a convenience, so that a link made in another window leads there. It may be deleted at any
time, and whatever does not look like an address is passed over.
"""

import re
from contextlib import suppress
from pathlib import Path

FILE = "address"
_ADDRESS = re.compile(r"https?://[^\s/]{1,255}(?:/[^\s]{0,255})?")
_ANYWHERE = re.compile(r"^(https?://)(?:0\.0\.0\.0|\[::\])(?=[:/]|$)")


def remember(folder: Path, address: str) -> None:
    """Keep where people open the pages now. A server that listens everywhere is also here."""
    with suppress(OSError):
        (folder / FILE).write_text(_ANYWHERE.sub(r"\g<1>127.0.0.1", address) + "\n", "utf-8")


def last(folder: Path) -> str | None:
    """Where they were opened last, as far as anybody knows."""
    with suppress(OSError, UnicodeDecodeError):
        told = (folder / FILE).read_text("utf-8").strip()
        return told if _ADDRESS.fullmatch(told) else None
    return None
