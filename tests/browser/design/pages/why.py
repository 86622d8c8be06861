"""WHY: what was decided, who allowed it, and the record."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import CHIPS, JUNE, RECORD
from tests.browser.design.invented.times import JOBS_SINCE, SINCE, times
from tests.browser.design.invented.why import DECIDED, ENTRIES, OPEN, STORY, reason


def why(**more: Any) -> Thing:
    blank = {
        "only": "all",
        "lists": [("How did it come out?", CHIPS), ("What is it about?", CHIPS)],
        "chosen": ["Yes", "Money"],
        "words": "",
        "found": 0,
        "action": "#main",
        "kept": {"only": "all"},
        "all": "#main",
        "open": OPEN,
        "all_open": "#main",
        "number_open": 12,
        "decided": DECIDED,
        "since": 3,
        "pager": Thing(before=None, after=None, words=""),
    }
    return Thing(**{**blank, **more})


PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "why": (
        "why.html",
        {
            "why": why(pager=Thing(before=None, after="#main", words="1 to 10 of 27")),
            "times": times(),
            "changes": [],
        },
    ),
    "why_past": (
        "why.html",
        {
            "why": why(decided=DECIDED[:2], words="pizza", found=4),
            "times": times(past=True),
            "changes": [*SINCE, *JOBS_SINCE, *SINCE],
        },
    ),
    "chain": (
        "chain.html",
        {
            "chain": Thing(
                title="Who decided this?",
                reasons=[reason("")],
                record=RECORD,
                disputes=[
                    Thing(
                        by="Ben", words="It was Cara, and not me.", on=JUNE, answer="", upheld=None
                    )
                ],
                not_right="right.html",
            )
        },
    ),
    "chain_person": (
        "chain.html",
        {
            "chain": Thing(
                title="Why is Asha here?",
                reasons=[reason("Asha sits here"), reason("Asha runs the meeting", gap=True)],
                record=RECORD,
                disputes=[],
                not_right="",
            )
        },
    ),
    "beyond": (
        "beyond.html",
        {
            "page": Thing(
                found=[
                    Thing(whose="Staff went too far", ways=["It was too much money."], line=one)
                    for one in ENTRIES
                ],
                many=2,
                pager=Thing(before=None, after=None, words=""),
            )
        },
    ),
    "without": (
        "without.html",
        {"without": Thing(entries=ENTRIES, pager=Thing(before=None, after="#main", words=""))},
    ),
    "without_none": (
        "without.html",
        {"without": Thing(entries=[], pager=Thing(before=None, after=None, words=""))},
    ),
    "story": ("story.html", {"story": STORY}),
    "record": (
        "record.html",
        {
            "record": Thing(
                size=49,
                entries=ENTRIES,
                pager=Thing(before="#main", after="#main", words="Page 2 of 5"),
            )
        },
    ),
}
