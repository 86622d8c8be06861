"""One thing that waits for somebody, as NOW shows it."""

from dataclasses import dataclass
from typing import Literal

from web.clock import Moment
from web.seen.helping import Asked
from web.seen.people import Person
from web.seen.step_in_brief import Brief


@dataclass(frozen=True, slots=True)
class Card:
    """One thing that waits for this person."""

    kind: Literal[
        "vote",
        "offer",
        "help",
        "question",
        "task",
        "step-in",
        "tell",
        "talk",
        "right",
        "five",
        "agree",
        "again",
        "asked",
        "stand",
        "paper",
        "mandate",
        "proxy",
        "tie",
        "news",
    ]
    proposal: str | None = None
    question: str = ""
    closes: Moment | None = None
    task: str | None = None
    title: str = ""
    giver: Person | None = None
    plan: str = ""
    on: Moment | None = None
    ask: Asked | None = None
    helpers: tuple[Person, ...] = ()
    picture: str | None = None
    changed: bool = False
    step_in: Brief | None = None
    heard: str = ""
    href: str = ""
    known: str = ""
