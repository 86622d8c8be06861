"""Who is in the committee, and who comes and goes."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import ASHA, BEN, CITABLE, FEW, FRIDAY5, PEOPLE

PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "going": (
        "going.html",
        {"person": BEN, "said": Thing(decision=None), "citable": CITABLE, "wrong": {}},
    ),
    "person": (
        "person.html",
        {
            "person": Thing(
                **{**vars(BEN), "seat": "member", "voting": True, "roles": ["treasurer"]},
                is_chair=False,
                is_me=False,
            ),
            "may_chair": True,
        },
    ),
    "people": (
        "people.html",
        {
            "people": Thing(
                many=FEW,
                seated=[
                    Thing(
                        id=p.id,
                        name=p.name,
                        photo=None,
                        seat="member",
                        voting=True,
                        is_chair=p is ASHA,
                        roles=["treasurer"] if p is BEN else [],
                        is_me=p is ASHA,
                    )
                    for p in PEOPLE
                ],
                rule="More than half say yes.",
                may_add=True,
                may_chair=True,
                seats=[Thing(value="member", words="Member", picture="person")],
            ),
            "wrong": {},
        },
    ),
    "link": (
        "link.html",
        {"person": BEN, "link": "https://club.example/enter/invented", "until": FRIDAY5},
    ),
    "sure": (
        "sure.html",
        {
            "sure": Thing(
                title="Leave the committee?",
                text=["You lose your vote here."],
                picture="sign-out",
                yes="Yes, I leave",
                action="#",
                back="people.html",
            )
        },
    ),
}
