"""Ideas, and what people say of them: worries, and what it has to do with them."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import DEV, JUNE
from tests.browser.design.invented.votes import WORRIES


def an_idea(**more: Any) -> Thing:
    """What somebody writes about an idea."""
    blank = {
        "state": "write",
        "title": "",
        "text": "",
        "cost": "",
        "about": "music",
        "price": "£30",
        "answers": [],
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
