"""Votes on paper, by hand and with help, as the drawn pages show them."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import ASHA, BEN, FEW, FRIDAY5, HANA, JO
from tests.browser.design.invented.votes import FOODS

ASKED = "Should DJ Sam play in July?"
Drawn = dict[str, tuple[str, dict[str, Any]]]


def _slip(number: int, state: str, says: str, **more: Any) -> Thing:
    blank: dict[str, Any] = {"readers": [ASHA], "mine": False, "readings": [], "of": None}
    told = {**blank, "href": "slip.html", **more}
    return Thing(number=number, state=state, says=says, **told)


ALLOWS = ("yes", "no", "abstain", "objection")
READINGS = [
    Thing(by=ASHA, of=HANA, kind="yes", words="YES"),
    Thing(by=BEN, of=HANA, kind="no", words="NO"),
]
SLIPS = [
    _slip(1, "counts", "Two people read the same. It counts.", readers=[ASHA, BEN], of=JO),
    _slip(2, "waits", "One person has read it. It does not count yet."),
    _slip(3, "differs", "People read different things.", readings=READINGS, mine=True),
    _slip(4, "gone", "It counts no more."),
]


def _paper(**more: Any) -> Thing:
    blank: dict[str, Any] = {
        "proposal": "7",
        "question": ASKED,
        "is_open": True,
        "closes": FRIDAY5,
        "slips": SLIPS,
        "new": "slip.html",
        "missing": [HANA, BEN],
        "kind": "answer",
        "most": 0,
        "options": [],
        "allows": ALLOWS,
    }
    return Thing(**{**blank, **more})


def _one_slip(**more: Any) -> Thing:
    blank: dict[str, Any] = {"proposal": "7", "slip": "9", "number": 2, "question": ASKED}
    form = {"is_open": True, "mine": False, "voters": [HANA, BEN], "voter": "", "answer": ""}
    return Thing(
        allows=ALLOWS, **{**blank, **form, "kind": "answer", "most": 0, "options": [], **more}
    )


def _hands(**more: Any) -> Thing:
    fields = [Thing(name=name, typed="") for name in ("yes", "no", "abstain", "objection")]
    blank: dict[str, Any] = {"proposal": "7", "question": ASKED, "why_not": "", "may": 8}
    told = {"fields": fields, "counted": "", "others": [BEN, JO], "witness": ""}
    return Thing(**{**blank, **told, **more})


HELPED = Thing(proposal="7", question=ASKED, helpers=[JO, BEN], many=FEW)
FOR_HANA = Thing(
    proposal="7",
    question=ASKED,
    person=HANA,
    kind="answer",
    most=0,
    options=[],
    answer="",
    allows=ALLOWS,
)
WRONG = {"voter": "Pick whose vote it is.", "answer": "Pick what the slip says."}
BALLOTS: Drawn = {
    "paper": ("paper.html", {"paper": _paper()}),
    "paper_over": ("paper.html", {"paper": _paper(is_open=False, slips=SLIPS[:1])}),
    "slips": ("slips.html", {"paper": _paper()}),
    "slips_ranked": ("slips.html", {"paper": _paper(kind="rank", options=FOODS)}),
    "slip": ("slip.html", {"slip": _one_slip(), "wrong": {}}),
    "slip_wrong": ("slip.html", {"slip": _one_slip(), "wrong": WRONG}),
    "slip_ranked": ("slip.html", {"slip": _one_slip(kind="rank", options=FOODS), "wrong": {}}),
    "hands": ("hands.html", {"hands": _hands(), "wrong": {}}),
    "hands_again": (
        "hands.html",
        {"hands": _hands(counted="5 YES, 2 NO"), "wrong": {"yes": "Write a number, such as 5."}},
    ),
    "hands_not": (
        "hands.html",
        {"hands": _hands(why_not="Some people have voted with their names."), "wrong": {}},
    ),
    "ask_vote": (
        "ask_vote.html",
        {"asking": Thing(proposal="7", question=ASKED, people=[ASHA, BEN, JO])},
    ),
    "vote_for": ("vote_for.html", {"vote": FOR_HANA, "wrong": {}}),
    "helped": ("helped.html", {"helped": HELPED}),
}
"""Name -> template, and what it shows."""
