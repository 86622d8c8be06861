"""Ideas, and what people say of them: worries, and what it has to do with them."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import DEV, JUNE
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
}
