"""Coming in and going out, and what is refused."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import ASHA
from web.seen.first_rules import first_rules

PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "hello": ("hello.html", {"viewer": None}),
    "first": (
        "first.html",
        {
            "viewer": None,
            "card": "invented",
            "said": None,
            "rules": first_rules(),
            "wrong": {"name": "Write your name."},
        },
    ),
    "enter": ("enter.html", {"viewer": None, "person": ASHA, "card": "invented"}),
    "left": ("left.html", {"viewer": None}),
    "choose": (
        "choose.html",
        {
            "committees": [
                Thing(committee="1", name="Club night"),
                Thing(committee="2", name="Books"),
            ]
        },
    ),
    "error_403": (
        "error.html",
        {"code": 403, "sentence": "Only a holder can give a job to someone.", "kept": []},
    ),
    "error_404": (
        "error.html",
        {"code": 404, "sentence": "", "kept": ["Many of us like to dance."]},
    ),
    "error_500": ("error.html", {"code": 500, "sentence": "", "viewer": None, "kept": []}),
}
