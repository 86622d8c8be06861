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


def card(kind: str, question: str = "A quiet room", **more: Any) -> Thing:
    return Thing(kind=kind, proposal="7", question=question, href="#main", **more)


SHUT = Thing(id="5", name="Jo", why="Somebody could get hurt", on=TUESDAY)
ALONE = Thing(by=CAGIL, kind="with-me", words="Come with me")
OTHER_CARDS = [
    card("proxy", giver=CAGIL, closes=FRIDAY5),
    card("tie"),
    card("news", title="Your idea", heard="We put it off until July.", picture="idea", known="k"),
    card("news", title="You may do this alone now.", heard="", picture="take", known="m"),
    card("help", task="6", title="Bring the speakers", on=CLUB, ask=ALONE),
    card("paper", "Soup or cake?"),
    card("question", title="Which room is it?"),
    card("stand", "Who opens the door?"),
    card("mandate", title="Buy tape", heard="It ends in 10 days."),
    card("agree", on=FRIDAY5),
    card("again", on=TUESDAY),
    card("asked", title="Books", on=FRIDAY5),
    card("step-in", step_in=SHUT, heard="Nobody told us yet."),
    card("tell", step_in=SHUT),
    card("talk", title="Staff did most jobs", on=TUESDAY),
    card("right", title="May"),
    card("five"),
]
"""Whatever else can wait for somebody."""


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
