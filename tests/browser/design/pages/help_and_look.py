"""Help, practice, and how the pages look."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import BEN, JO
from tests.browser.design.invented.votes import FOODS
from web.seen.practised import PRACTISED


def practice(**more: Any) -> Thing:
    does = {
        "yes": "I like pizza",
        "no": "I do not like pizza",
        "abstain": "I cannot pick yet",
        "objection": "We must talk first",
    }
    blank = {"answer": None, "counted": None, "changing": not more, "does": does}
    return Thing(**{**blank, "more": [*PRACTISED.values()], **more})


def practice_more(**more: Any) -> dict[str, Any]:
    blank = {"kind": "order", "options": FOODS, "most": 3, "counted": "", "again": "#main"}
    return {"practice": Thing(**{**blank, **more}), "wrong": {}}


PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "practice": ("practice.html", {"practice": practice()}),
    "practiced": ("practice.html", {"practice": practice(answer="yes", counted="YES")}),
    "practice_order": ("practice_more.html", practice_more()),
    "practice_dots": ("practice_more.html", practice_more(kind="dots")),
    "practiced_order": ("practice_more.html", practice_more(counted="Pizza, then Curry")),
    "help": ("help.html", {"help": Thing(people=[JO, BEN], phone="01234 567 890")}),
    "look": ("look.html", {"look": Thing(light="", size="", pictures="")}),
    "credits": ("credits.html", {}),
    "components": ("components.html", {}),
}
