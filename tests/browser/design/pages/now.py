"""NOW: what waits for somebody today."""

from typing import Any

from tests.browser.design.invented.now import CARDS, OTHER_CARDS, now

PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "now": ("now.html", {"now": now()}),
    "now_all": ("now.html", {"now": now(cards=[*CARDS, *OTHER_CARDS], waiting=20)}),
    "now_news": ("now.html", {"now": now(cards=OTHER_CARDS[2:4], waiting=2)}),
    "now_empty": ("now.html", {"now": now(cards=[], waiting=0)}),
}
