"""Finds a Chromium and starts it; where there is none, the tests that need one say so."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
NONE_HERE = "no Chromium: name one in HANDS_CHROMIUM, or put one in PATH"
FLAGS = ("--disable-background-networking", "--disable-quic", "--no-first-run", "--disable-gpu")


def find() -> str | None:
    """The program that HANDS_CHROMIUM names, or the first that lies in PATH."""
    named = os.environ.get("HANDS_CHROMIUM")
    found = (shutil.which(name) for name in ((named,) if named else NAMES))
    return next((path for path in found if path), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that makes no connection of its own."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    flags = [*FLAGS, *(["--no-sandbox"] if root else [])]
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=find(), args=flags)
        yield browser
        browser.close()
