"""NOW: what waits for somebody today."""

from typing import Any

from tests.browser.design.invented.now import now

PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "now": ("now.html", {"now": now()}),
    "now_empty": ("now.html", {"now": now(cards=[], waiting=0)}),
}
