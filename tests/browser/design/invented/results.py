"""What came of invented votes, and what else is told of a decision."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import BEN, HANA, JUNE, PEOPLE, PHOTO, RECORD, when
from tests.browser.design.invented.votes import BY_RULE
from web.seen.holding import Holding

HOLDING = Holding(
    state="",
    words="",
    more="",
    who=[],
    right="",
    replaces=[],
    replaced_by=[],
    reasons=[],
    reviews=[],
    review_on="",
    is_due=False,
    told=[],
    confirmed=[],
    may_agree=False,
    may_change=False,
    may_look=False,
    may_give_reason=False,
    may_confirm=False,
    may_tell=False,
    asked="",
)
"""Nothing more is told of a decision."""


def result(**more: Any) -> Thing:
    tiles = [Thing(person=p, answer="yes", word=None) for p in PEOPLE[:7]]
    blank: dict[str, Any] = {
        "proposal": "7",
        "question": "Should DJ Sam play in July?",
        "outcome": "yes",
        "chosen": "",
        "sentence": "More than half had to say yes: 7 of 8 did.",
        "cost": "£80",
        "picture": PHOTO,
        "on": JUNE,
        "counts": [Thing(answer="yes", people=7, words=""), Thing(answer="no", people=1, words="")],
        "tiles": [*tiles, Thing(person=HANA, answer="no", word=None)],
        "order": [],
        "new_rule": None,
        "is_of_rights": False,
        "in_votes": "",
        "weighs": False,
        "new_mandate": None,
        "end_of_mandate": None,
        "grants": "",
        "elected": None,
        "ties": [],
        "counting": Thing(rounds=[], pairs=[], people=False),
        "tiles_hidden": "",
        "interests": [],
        "stayed_out": "",
        "helped": "",
        "ways": "",
        "on_paper": False,
        "by_rule": BY_RULE,
        "nobody_could": False,
        "rule": "More than half had to say yes.",
        "how": "",
        "reason": "",
        "worries": [
            Thing(
                by=HANA,
                words="It was too loud last time.",
                ground=" about being safe",
                answers=["We put the speakers lower."],
                better=[JUNE],
                ending="integrated",
                why="",
                on=JUNE,
            )
        ],
        "lines": [Thing(label="Music", kind="music", words="DJ Sam, from 8", plan="1")],
        "tasks": [
            Thing(task="9", title="Ask DJ Sam", holders=[BEN], by=when("3 July", "2026-07-03"))
        ],
        "is_over": False,
        "lots": None,
        "record": RECORD,
        "said_yes": True,
        "decision": "7@1",
        "plan": "1",
    }
    return Thing(**{**blank, **more})


ROUNDS = [
    Thing(
        standings=[
            Thing(idea="Pizza", votes="4 votes", became=""),
            Thing(idea="Chips", votes="3 votes", became=""),
            Thing(idea="Bring your own", votes="1 vote", became="out"),
        ],
        words=["No idea has more than half of the votes.", "The idea with the fewest goes out."],
    ),
    Thing(
        standings=[
            Thing(idea="Pizza", votes="5 votes", became="chosen"),
            Thing(idea="Chips", votes="3 votes", became=""),
        ],
        words=["One idea has more than half of the votes.", "It is chosen."],
    ),
]
PAIRS = [
    Thing(better="Pizza", votes=5, other="Chips", against=3, left_out=False),
    Thing(better="Chips", votes=6, other="Bring your own", against=2, left_out=False),
    Thing(better="Bring your own", votes=4, other="Pizza", against=3, left_out=True),
]
