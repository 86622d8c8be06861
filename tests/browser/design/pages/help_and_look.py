"""Help, practice, and how the pages look."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import BEN, JO


def practice(**more: Any) -> Thing:
    does = {
        "yes": "I like pizza",
        "no": "I do not like pizza",
        "abstain": "I cannot pick yet",
        "objection": "We must talk first",
    }
    blank = {"answer": None, "counted": None, "changing": not more, "does": does}
    return Thing(**{**blank, **more})


PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "practice": ("practice.html", {"practice": practice()}),
    "practiced": ("practice.html", {"practice": practice(answer="yes", counted="YES")}),
    "help": ("help.html", {"help": Thing(people=[JO, BEN], phone="01234 567 890")}),
    "look": ("look.html", {"look": Thing(light="", size="", pictures="")}),
    "credits": ("credits.html", {}),
    "components": ("components.html", {}),
}
