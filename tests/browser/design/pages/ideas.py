"""Ideas, and what people say of them: worries, and what it has to do with them."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import BEN, DEV, HANA, JUNE
from tests.browser.design.invented.votes import WORRIES


def an_idea(**more: Any) -> Thing:
    """What somebody writes about an idea."""
    blank: dict[str, Any] = {
        "state": "write",
        "title": "",
        "text": "",
        "cost": "",
        "about": "music",
        "price": "£30",
        "answers": [],
        "options": [],
        "because_of": None,
        "written": {f"answer{number}": "" for number in range(1, 7)},
    }
    return Thing(**{**blank, **more})


ABOUTS = [
    Thing(value=words, words=words, picture=picture)
    for words, picture in [
        ("Money", "money"),
        ("Music and more", "music"),
        ("People", "people"),
        ("Being safe", "safety"),
        ("Places", "place"),
        ("Rules", "rule"),
        ("Who is in", "card"),
        ("Other things", "ask"),
    ]
]

SIZES = [
    Thing(value="1", words="Small", picture="hand", more="It is easy to change again."),
    Thing(value="2", words="Middle", picture="money", more="It takes money, people or time."),
    Thing(value="3", words="Big", picture="safety", more="It is about being safe, or our rules."),
]

WANTS = [
    Thing(value="yes", words="I want this", picture="yes"),
    Thing(value="no", words="I do not want this", picture="no"),
    Thing(value="abstain", words="I am not sure", picture="abstain"),
    Thing(value="objection", words="I have a worry", picture="objection"),
]
SAID = [
    Thing(person=DEV, answer="no", word="Does not want this", way=""),
    Thing(person=BEN, answer="objection", word="Has a worry", way="Asha wrote it down"),
]


def wants(**more: Any) -> Thing:
    """What people want before there is a vote, as whoever has not said it yet reads it."""
    usual: dict[str, Any] = {
        "proposal": "7",
        "question": "Should DJ Sam play in July?",
        "answers": WANTS,
        "mine": None,
        "may_say": True,
        "open": False,
        "wait": None,
        "last": "Staff",
        "nobody": False,
        "told": [],
        "not_told": "2 people said it so far. Say what you want first.",
        "may_note": True,
    }
    return Thing(**{**usual, **more})


PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "idea": ("idea.html", {"idea": an_idea(), "abouts": ABOUTS, "wrong": {}}),
    "idea_wrong": (
        "idea.html",
        {
            "abouts": ABOUTS,
            "idea": an_idea(),
            "wrong": {"title": "Write what your idea is."},
        },
    ),
    "idea_check": (
        "idea.html",
        {
            "abouts": ABOUTS,
            "idea": an_idea(state="check", title="A quiet room", text="Some of us need a rest."),
            "wrong": {},
        },
    ),
    "idea_sent": (
        "idea.html",
        {"idea": an_idea(state="sent", title="A quiet room"), "abouts": ABOUTS, "wrong": {}},
    ),
    "worries": (
        "worries.html",
        {
            "worries": Thing(
                proposal="7",
                question="DJ Sam?",
                told=WORRIES,
                may_raise=True,
                may_change=True,
                by_consent=False,
            ),
            "wrong": {},
        },
    ),
    "size": (
        "size.html",
        {
            "proposal": "7",
            "question": "Should DJ Sam play in July?",
            "sizes": SIZES,
            "abouts": ABOUTS,
            "said": {"size": "", "about": "Music and more"},
            "wrong": {},
        },
    ),
    "about_me": (
        "about_me.html",
        {
            "about": Thing(
                proposal="7",
                question="Should DJ Sam play in July?",
                told=[Thing(by="Ben", words="Sam is my brother.", on=JUNE)],
                out=[DEV],
                may_tell=True,
                may_stay_out=True,
                is_out=False,
            ),
            "said": Thing(words=""),
            "wrong": {},
        },
    ),
    "wants": ("wants.html", {"wants": wants(), "wrong": {}}),
    "wants_said": (
        "wants.html",
        {
            "wants": wants(
                mine=Thing(
                    value="yes", words="I want this", picture="", is_worry=False, noted_by="Asha"
                ),
                told=SAID,
                not_told="",
            ),
            "wrong": {},
        },
    ),
    "wants_wait": (
        "wants.html",
        {
            "wants": wants(
                may_say=False,
                wait=Thing(who="Staff", others=[BEN, HANA], until=JUNE),
                told=SAID,
                not_told="",
                may_note=False,
            ),
            "wrong": {},
        },
    ),
    "wants_aloud": (
        "wants_aloud.html",
        {
            "aloud": Thing(
                proposal="7",
                question="Should DJ Sam play in July?",
                people=[BEN, HANA, DEV],
                answers=[
                    Thing(value=one.value, words=one.words, picture=picture)
                    for one, picture in zip(WANTS, ["yes", "no", "unsure", "worry"], strict=True)
                ],
                person="",
                answer="",
                why_not="",
            ),
            "wrong": {"person": "Pick who said it."},
        },
    ),
}
