"""What people may do alone, how we decide, and each way to decide. All invented."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import (
    ASHA,
    BEN,
    CAGIL,
    DEV,
    JO,
    JUNE,
    PEOPLE,
    RECORD,
    TALK,
)
from tests.browser.design.invented.results import result
from tests.browser.design.invented.times import SINCE, times
from tests.browser.design.invented.votes import given, vote


def pick(value: str, words: str, picture: str) -> Thing:
    return Thing(value=value, words=words, picture=picture, more="")


ABOUT = [
    pick("money", "Money", "money"),
    pick("people", "People", "people"),
    pick("safety", "Being safe", "safety"),
    pick("programme", "Music and more", "music"),
]
EACH = [pick("decision", "Each time", "first"), pick("month", "Each month", "plan")]


def mandate(who: Thing, words: str, **more: Any) -> Thing:
    blank: dict[str, Any] = {
        "id": "1",
        "who": who.name,
        "person": who,
        "words": words,
        "about": ABOUT[:1],
        "ask_us": [],
        "not_theirs": [],
        "version": 1,
        "limit": "Up to £20 each month.",
        "until": "Until Sunday 4 October.",
        "is_mine": False,
        "in_force": True,
        "begins_later": False,
        "ends_soon": "",
        "href": "chain.html",
    }
    return Thing(**{**blank, **more})


TAPE = mandate(JO, "Small things like tape and batteries.")
STAMPS = mandate(BEN, "Stamps and paper.", limit="", ends_soon="It ends in 10 days.")
FLOWERS = mandate(
    CAGIL,
    "Flowers for the tables.",
    in_force=False,
    begins_later=True,
    until="It begins on Friday 3 July.",
)
OVER = mandate(DEV, "Sweets.", in_force=False, until="We ended it on Tuesday 3 June.", version=3)


def alone(*, past: bool = False, **more: Any) -> tuple[str, dict[str, Any]]:
    shown: dict[str, Any] = {"mine": [], "others": [], "ahead": [], "over": []}
    page = Thing(**{**shown, **more})
    return "alone.html", {"page": page, "times": times(past=past), "changes": SINCE}


def one(it: Thing, **more: Any) -> tuple[str, dict[str, Any]]:
    blank: dict[str, Any] = {"older": None, "newer": None, "did": [], "record": RECORD}
    return "mandate.html", {"page": Thing(it=it, **{**blank, **more})}


WANTED = Thing(
    who="Jo",
    person=JO,
    words="Small things like tape and batteries.",
    about=ABOUT[:1],
    ask_us=ABOUT[1:2],
    not_theirs=ABOUT[2:3],
    limit="Up to £20 each month.",
    until="Until Sunday 4 October.",
    old=None,
    waits=False,
    too_late="",
)
TOO_LATE = "The last day for this has passed. Make it an idea again."


def asked(new: Thing | None, end: Thing | None = None) -> tuple[str, dict[str, Any]]:
    shown = vote(new_mandate=new, end_of_mandate=end, picture=None, text=[], cost=None, does={})
    shown.question = "Somebody does this alone: Small things like tape and batteries"
    return "vote.html", {"given": given(), "vote": shown, "wrong": {}}


def said_yes(**more: Any) -> tuple[str, dict[str, Any]]:
    shown = result(picture=None, lines=[], tasks=[], worries=[], cost="", is_of_rights=True, **more)
    shown.question = "Somebody does this alone: Small things like tape and batteries"
    return "result.html", {"result": shown}


def new(old: Thing | None, wrong: dict[str, str]) -> tuple[str, dict[str, Any]]:
    said = Thing(holder="2", words="", money="", per="month", starts=None, expires=None, why="")
    roles = [pick("chair", "Whoever runs the meeting", "chair")]
    return "new_mandate.html", {
        "said": said,
        "ways": Thing(alone=["money"], agree=["safety"], refer=[]),
        "old": old,
        "grants": Thing(people=PEOPLE[:6], roles=roles, about=ABOUT, per=EACH),
        "wrong": wrong,
    }


WRONG = {"holder": "Pick who may do this.", "about": "Pick what it is about."}
STEPS = Thing(
    title="Share out your dots",
    picture="first",
    steps=["You put your dots next to the ideas you like.", "The idea with the most dots wins."],
    good_for="It is good for a long list.",
    take_care="Use it to make a list short.",
    looks_like=["You have 3 dots. You put 2 on music and 1 on food."],
)
POWERS = [
    Thing(who="6 members", picture="person", can=["Together they can stop an idea."], dots=5),
    Thing(who="1 trustee", picture="paper", can=["They cannot stop an idea."], dots=2),
]
EFFECT = Thing(says="Some votes are stronger than others.", powers=POWERS, most=5)
MORE = [
    Thing(
        name="last",
        asks="Who votes last?",
        picks=[pick("all", "All can vote at any time", "hand"), pick("staff", "Staff", "card")],
        picked="staff",
        now=pick("staff", "Staff", "card"),
    )
]


def way(**more: Any) -> tuple[str, dict[str, Any]]:
    blank: dict[str, Any] = {
        "method": "dots",
        "way": STEPS,
        "picked": {},
        "more": MORE,
        "says_more": False,
        "finer": "",
        "words": "Everyone has 3 dots to put on ideas.",
        "effect": EFFECT,
        "may_ask": True,
        "is_ours": False,
        "about": "",
        "only": [],
    }
    return "way.html", {"page": Thing(**{**blank, **more}), "wrong": {}}


LONG = [
    f"{words}." for words in ("We count only YES and NO", "Staff vote last", "It can end early")
]


def rule(**more: Any) -> Thing:
    blank: dict[str, Any] = {
        "words": "More than half must say yes.",
        "first": "More than half must say yes.",
        "more": LONG[:1],
        "picture": "vote",
        "covers": "",
        "since": JUNE,
        "until": None,
        "href": "rule.html",
        "way": Thing(title="More than half say yes", picture="vote", href="way.html"),
    }
    return Thing(**{**blank, **more})


OURS = rule()
FINE = rule(covers="For things about places", more=[*LONG, "At least 4 people must take part."])
BEFORE = rule(since=TALK, until=JUNE)
A_WAY = Thing(title="Share out your dots", picture="first", href="way.html")

PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "alone": alone(mine=[STAMPS], others=[TAPE], ahead=[FLOWERS], over=[OVER]),
    "alone_nothing": alone(),
    "alone_past": alone(past=True, others=[TAPE]),
    "mandate": one(STAMPS),
    "mandate_of_others": one(mandate(ASHA, "Ring the hall.", ask_us=ABOUT[1:3]), older=TAPE),
    "would_do": asked(WANTED),
    "would_go_on": asked(Thing(**{**vars(WANTED), "old": TAPE, "ask_us": [], "not_theirs": []})),
    "would_end": asked(None, Thing(it=TAPE, waits=False)),
    "said_yes_to_it": said_yes(new_mandate=Thing(**{**vars(WANTED), "waits": True})),
    "said_yes_too_late": said_yes(
        new_mandate=Thing(**{**vars(WANTED), "waits": True, "too_late": TOO_LATE})
    ),
    "said_yes_and_done": said_yes(new_mandate=WANTED, grants="mandate.html"),
    "said_it_ends": said_yes(end_of_mandate=Thing(it=TAPE, waits=True)),
    "mandate_later": one(FLOWERS),
    "mandate_over": one(OVER, newer=TAPE),
    "new_mandate": new(None, {}),
    "new_mandate_wrong": new(None, WRONG),
    "new_mandate_renewed": new(TAPE, {}),
    "way": way(),
    "way_ours": way(is_ours=True, finer="Staff vote last."),
    "way_more": way(says_more=True, picked={"last": "staff"}, effect=None),
    "rules": (
        "rules.html",
        {"page": Thing(now=[OURS, FINE], before=[BEFORE], for_all=[A_WAY], of_many=[A_WAY])},
    ),
}
