"""What waits for somebody today."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import CAGIL, CLUB, FRIDAY5, PHOTO, TUESDAY
from tests.browser.design.invented.plans import NEXT

CARDS = [
    Thing(
        kind="vote",
        proposal="7",
        question="Should DJ Sam play in July?",
        picture=PHOTO,
        closes=FRIDAY5,
        changed=False,
    ),
    Thing(kind="offer", task="6", title="Bring the speakers", giver=CAGIL, on=CLUB),
    Thing(
        kind="task",
        task="1",
        title="Open the door, 7 to 8",
        plan="July club night",
        on=CLUB,
        helpers=(),
    ),
]


def now(**more: Any) -> Thing:
    blank: dict[str, Any] = {
        "today": TUESDAY,
        "cards": CARDS,
        "waiting": 5,
        "opening": [],
        "pager": None,
        "closing": [],
        "more_closing": 0,
        "next": NEXT,
        "offer_practice": False,
        "may_step_in": False,
        "alone": False,
        "meeting": None,
    }
    return Thing(**{**blank, **more})
