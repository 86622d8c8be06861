"""JOBS: who does what, and giving, taking and asking for help."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.jobs import (
    BRIEF,
    CLEAN,
    DOOR,
    DRINK,
    GIVE,
    MUSIC,
    OFFER,
    TAXI,
    task,
)
from tests.browser.design.invented.people import ASHA, CITABLE, DEV, ELLA, RECORD
from tests.browser.design.invented.times import JOBS_SINCE, times
from tests.browser.design.invented.why import STORY

OLD_CLEAN = Thing(**{**vars(CLEAN), "may_take": False})
OLD_DRINK = task(5, "Sell the drinks", "drink", holders=[ASHA], asks=("Asha had asked Dev.",))
HELP_KINDS = [
    Thing(value=value, words=words, picture=picture, more=more)
    for value, words, picture, more in [
        ("do it with me", "Do it with me", "people", "Two of us do it."),
        ("tell me how", "Tell me how", "talk", "Then I can do it."),
        ("cannot come", "I cannot come", "cannot", "Someone else has to go."),
    ]
]
ASKS = Thing(by=DEV, kind="do it with me", words="Do it with me", mine=False, may_help=True)
ASKED = task(9, "Bring the speakers", "music", holders=[DEV], help=(ASKS,))
HELPED = task(10, "Drive the van", "taxi", holders=[DEV], helpers=(ELLA,))
ORDERS = [
    Thing(words="By time", picture="clock", href="#main", count=None, current=True),
    Thing(words="By person", picture="people", href="#main", count=None, current=False),
]


def jobs(**more: Any) -> Thing:
    blank = {
        "title": "Friday 3 July",
        "free": [CLEAN, TAXI],
        "held": [DOOR, DRINK, MUSIC, BRIEF],
        "by_person": [],
        "done": [task(8, "Book the hall", "place", holders=[ELLA])],
        "all_done": "#main",
        "number_done": 34,
        "chips": ORDERS,
        "pager": Thing(before=None, after="#main", words="Page 1 of 2"),
        "many": None,
        "action": "#main",
        "sought": {"by": "person"},
        "kept": {},
        "plan": None,
        "is_empty": False,
    }
    return Thing(**{**blank, **more})


PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "jobs": ("jobs.html", {"jobs": jobs(), "times": times(), "changes": []}),
    "jobs_past": (
        "jobs.html",
        {
            "jobs": jobs(free=[OLD_CLEAN], held=[OLD_DRINK], done=[]),
            "times": times(past=True),
            "changes": JOBS_SINCE,
        },
    ),
    "jobs_empty": (
        "jobs.html",
        {
            "jobs": jobs(free=[], held=[], done=[], pager=None, all_done=None, is_empty=True),
            "times": times(),
            "changes": [],
        },
    ),
    "give": ("give.html", {"give": Thing(**GIVE, to=None), "wrong": {}}),
    "give_check": ("give.html", {"give": Thing(**GIVE, to=DEV), "wrong": {}}),
    "offer": (
        "offer.html",
        {"offer": Thing(**OFFER), "viewer": Thing(name="Dev", photo=None, helper="Jo", look="")},
    ),
    "offer_mine": ("offer.html", {"offer": Thing(**{**OFFER, "mine": True})}),
    "offer_done": ("offer.html", {"offer": Thing(**{**OFFER, "mine": True, "state": "accepted"})}),
    "help_me": ("help_me.html", {"task": DOOR, "kinds": HELP_KINDS}),
    "jobs_help": (
        "jobs.html",
        {"jobs": jobs(held=[ASKED, HELPED]), "times": times(), "changes": []},
    ),
    "job": (
        "job.html",
        {
            "job": Thing(
                task=DOOR, steps=STORY.steps, gap="", why="chain.html", may_drop=True, record=RECORD
            )
        },
    ),
    "new_job": (
        "new_job.html",
        {
            "said": Thing(
                title="", plan=None, day=None, at=None, place="", people=1, decision="7@1"
            ),
            "plans": [Thing(value="1", words="Club night", picture="party", more="Friday 3 July")],
            "citable": CITABLE,
            "wrong": {},
        },
    ),
}
