"""People are picked for a job: who is asked, the vote, and what came of it."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import ASHA, BEN, CAGIL, DEV, ELLA, PEOPLE
from tests.browser.design.invented.results import result
from tests.browser.design.invented.votes import given, vote

WHAT = "We pick 2 people."
WHO = "Who will do this job: looks after the money?"
SEATS = ["Member", "Staff", "Trustee", "Volunteer", "Looks on"]


def stands(person: Thing, **more: Any) -> Thing:
    return Thing(
        **{"person": person, "stands": True, "says": "wants to do it", "may_drop": False, **more}
    )


def election(**more: Any) -> Thing:
    """Asha asked three people; one has not said yet."""
    blank: dict[str, Any] = {
        "what": WHAT,
        "candidates": [
            stands(BEN),
            stands(CAGIL),
            stands(DEV, stands=False, says="has not said yet", may_drop=True),
        ],
        "not_yet": [DEV],
        "too_few": "",
        "unopposed": "",
        "ask_me": False,
        "i_stand": False,
        "may_stand": True,
        "may_name": True,
        "on_list": False,
    }
    return Thing(**{**blank, **more})


def an_election(**more: Any) -> Thing:
    blank: dict[str, Any] = {
        "question": WHO,
        "by": ASHA,
        "text": [],
        "picture": None,
        "symbol": "people",
    }
    return vote(**{**blank, "cost": "", "good": [], "worries": [], "election": election(), **more})


def choosing(*, seat: bool) -> dict[str, Any]:
    jobs = [
        Thing(value="chair", words="Run the meeting", picture="jobs"),
        Thing(value="new", words="Another job", picture="write"),
    ]
    seats = [Thing(value=words, words=words, picture="person") for words in SEATS]
    page = Thing(seat=seat, jobs=jobs, seats=seats, people=PEOPLE)
    sits = Thing(value="Member")
    said = Thing(job="new", called="", sits=sits, number="1", names=[], text="")
    return {"page": page, "said": said, "picked": [BEN.id], "wrong": {}}


PICKED = [
    Thing(value=one.id, words=one.name, person=one, rank=None, more="") for one in (BEN, CAGIL, DEV)
]
THEN = Thing(waits=[ELLA, BEN], has=[], too=[], gone=[], may_fill=True)
THERE = Thing(waits=[], has=[ELLA, BEN], too=[ASHA], gone=[], may_fill=False)


def elected(then: Thing) -> Thing:
    picked = Thing(people=[ELLA, BEN], places="2 of 2 places are filled.", what=WHAT, then=then)
    order = ["Ella: 6 picks", "Ben: 5 picks", "Dev: 2 picks"]
    plain: dict[str, Any] = {
        "picture": None,
        "cost": "",
        "counts": [],
        "worries": [],
        "lines": [],
        "tasks": [],
    }
    sentence = "7 of 8 picked people. The most was 6 picks."
    rule = "Everyone picks all the people that they like."
    return result(
        question=WHO,
        outcome="chosen",
        chosen=["Ella", "Ben"],
        elected=picked,
        order=order,
        tiles=[],
        sentence=sentence,
        rule=rule,
        **plain,
    )


PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "choose_people": ("choose_people.html", choosing(seat=False)),
    "choose_people_seat": ("choose_people.html", choosing(seat=True)),
    "choose_people_wrong": (
        "choose_people.html",
        choosing(seat=False) | {"wrong": {"person": "There are 2 places. Find 2 people or more."}},
    ),
    "name_people": (
        "name_people.html",
        {
            "idea": Thing(proposal="7", title=WHO),
            "election": election(),
            "people": [ELLA, *PEOPLE[5:]],
            "wrong": {},
        },
    ),
    "vote_who": ("vote.html", {"vote": an_election(open=False), "given": given(), "wrong": {}}),
    "vote_who_me": (
        "vote.html",
        {
            "vote": an_election(open=False, election=election(ask_me=True, may_stand=False)),
            "given": given(),
            "wrong": {},
        },
    ),
    "vote_people": (
        "vote.html",
        {
            "vote": an_election(kind="pick", options=PICKED, election=election(on_list=True)),
            "given": given(),
            "wrong": {},
        },
    ),
    "vote_people_order": (
        "vote.html",
        {"vote": an_election(kind="rank", options=PICKED), "given": given(), "wrong": {}},
    ),
    "result_people": ("result.html", {"result": elected(THEN)}),
    "result_people_there": ("result.html", {"result": elected(THERE)}),
}
