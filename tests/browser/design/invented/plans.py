"""Invented nights, and the lines of their plans."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import CLUB, when


def line(label: str, kind: str, words: str, **more: Any) -> Thing:
    blank: dict[str, Any] = {"because": "", "review": None, "href": "chain.html"}
    return Thing(label=label, kind=kind, words=words, **{**blank, **more})


LINES = [
    line("When", "when", "7 to 10 in the evening"),
    line("Where", "where", "The hall on Mill Road"),
    line("Music", "music", "DJ Sam, from 8"),
    line("Food", "food", "Pizza for all"),
    line(
        "Money",
        "money",
        "£200 in all. £140 is spent.",
        because="Jo may spend up to £20 alone.",
    ),
    line("Safe", "safety", "Ben and Dev tell all how to be safe."),
]


def plan(**more: Any) -> Thing:
    blank: dict[str, Any] = {
        "id": "1",
        "title": "July club night",
        "on": CLUB,
        "day": "Friday",
        "number": "3",
        "month": "July",
        "sleeps": 30,
        "lines": LINES,
        "jobs": "jobs.html",
        "why": "chain.html",
        "moved": None,
        "cancelled": None,
        "is_over": False,
        "who_does": "There are 6 jobs. 2 jobs have nobody yet.",
    }
    return Thing(**{**blank, **more})


OTHERS = [
    Thing(
        id="2",
        title="August club night",
        on=when("Friday 7 August", "2026-08-07"),
        number="7",
        month="August",
    ),
    Thing(id="3", title="A trip", on=when("No day yet", ""), number="", month=""),
]
NEXT = Thing(plan="1", title="July club night", on=CLUB, sleeps=30)
KINDS = [
    Thing(value="music", words="Music", picture="music"),
    Thing(value="food", words="Food", picture="food"),
]
