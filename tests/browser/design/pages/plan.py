"""THE PLAN: one night, all nights, and what is written there."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import CHIPS, CITABLE, JUNE, PEOPLE
from tests.browser.design.invented.plans import KINDS, LINES, OTHERS, plan
from tests.browser.design.invented.times import SINCE, times

WHO = Thing(plan="1", title="July club night", there=PEOPLE[:3], others=PEOPLE[3:], may_tell=True)

PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "plan": (
        "plan.html",
        {
            "who": None,
            "tell": None,
            "plan": plan(),
            "others": OTHERS,
            "times": times(),
            "changes": [],
        },
    ),
    "plan_past": (
        "plan.html",
        {
            "who": None,
            "tell": None,
            "plan": plan(sleeps=None, lines=LINES[:2]),
            "others": [],
            "times": times(past=True, late=True),
            "changes": SINCE,
        },
    ),
    "plan_moved": (
        "plan.html",
        {
            "who": None,
            "tell": None,
            "plan": plan(moved=Thing(on=JUNE, href="chain.html")),
            "others": [],
            "times": times(),
            "changes": [],
        },
    ),
    "plan_cancelled": (
        "plan.html",
        {
            "who": None,
            "tell": None,
            "plan": plan(cancelled=Thing(on=JUNE, href="chain.html")),
            "others": [],
            "times": times(),
            "changes": [],
        },
    ),
    "plan_none_then": (
        "plan.html",
        {
            "who": None,
            "tell": None,
            "plan": None,
            "others": [],
            "times": times(past=True),
            "changes": SINCE[:1],
        },
    ),
    "plans": (
        "plans.html",
        {
            "plans": Thing(
                ahead=OTHERS,
                over=OTHERS[:1],
                pager=Thing(before=None, after="#main", words="Page 1 of 2"),
            )
        },
    ),
    "plan_empty": (
        "plan.html",
        {"who": None, "tell": None, "plan": None, "others": [], "times": times(), "changes": []},
    ),
    "who": ("who.html", {"who": WHO, "wrong": {}}),
    "plan_over": (
        "plan.html",
        {
            "plan": plan(is_over=True, sleeps=None, who_does="There were 6 jobs. All were done."),
            "who": WHO,
            "tell": None,
            "others": OTHERS,
            "times": times(),
            "changes": [],
        },
    ),
    "new_plan": (
        "new_plan.html",
        {
            "said": Thing(title="", day=None, at=None, decision="7@1"),
            "citable": CITABLE,
            "wrong": {},
        },
    ),
    "new_line": (
        "new_line.html",
        {
            "plan": plan(),
            "said": Thing(line="1", label="Music", kind="music", words="DJ Sam", decision="7@1"),
            "kinds": KINDS,
            "lines": CHIPS,
            "citable": CITABLE,
            "wrong": {"words": "Write what we do."},
        },
    ),
    "drop": (
        "drop.html",
        {
            "drop": Thing(
                title="Take this line out?",
                what="Music: DJ Sam",
                yes="Take it out",
                action="#",
                back="plan.html",
            ),
            "said": Thing(decision=None),
            "citable": [],
            "wrong": {},
        },
    ),
}
