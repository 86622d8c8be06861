"""How the committee decides."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import CITABLE

PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "new_rule": (
        "new_rule.html",
        {
            "said": Thing(rule="majority", decision=None),
            "rules": [Thing(value="majority", words="More than half say yes", picture="rule")],
            "citable": CITABLE,
            "wrong": {},
        },
    ),
}
