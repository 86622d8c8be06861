"""Invented jobs: free, taken, given and asked for."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import ASHA, BEN, CAGIL, CLUB, DEV, FEW, PEOPLE, when


def task(number: int, title: str, picture: str, **more: Any) -> Thing:
    blank: dict[str, Any] = {
        "id": str(number),
        "title": title,
        "picture": picture,
        "on": CLUB,
        "place": "",
        "holders": [],
        "room": 0,
        "mine": False,
        "offered": [],
        "asked_by": None,
        "may_take": False,
        "may_give": False,
        "may_lay_down": False,
        "may_finish": False,
        "asks": (),
        "help": (),
        "helpers": (),
    }
    return Thing(**{**blank, **more})


DOOR = task(
    1,
    "Open the door, 7 to 8",
    "door",
    holders=[ASHA],
    place="at the hall",
    mine=True,
    may_give=True,
    may_lay_down=True,
    may_finish=True,
)
BRIEF = task(2, "Tell all how to be safe", "safety", holders=[BEN, DEV], room=1, may_take=True)
CLEAN = task(3, "Clear up after the club", "clean", may_take=True)
TAXI = task(4, "Call when a taxi does not come", "taxi", may_take=True)
DRINK = task(5, "Sell the drinks", "drink", holders=[ASHA], offered=[DEV], mine=True)
MUSIC = task(6, "Bring the speakers", "music", holders=[CAGIL], asked_by=CAGIL)
GIVE = {"task": DOOR, "people": PEOPLE[1:8], "many": FEW, "alone": True}
OFFER = {
    "task": DRINK,
    "giver": ASHA,
    "taker": DEV,
    "note": "I am away that night.",
    "share": False,
    "answer_by": when("Wednesday 1 July", "2026-07-01"),
    "state": "asked",
    "mine": False,
}
