"""Invented ideas and votes, until they close."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import BEN, FRIDAY5, HANA, JUNE, PEOPLE, PHOTO
from web.seen.beside import Beside

BY_RULE = Thing(
    short="More than half must say yes.",
    sentences=["More than half must say yes.", "We count only YES and NO.", "Staff vote last."],
    since=JUNE,
    href="why.html",
    about="",
)


def vote(**more: Any) -> Thing:
    blank: dict[str, Any] = {
        "proposal": "7",
        "question": "Should DJ Sam play in July?",
        "by": BEN,
        "text": ["DJ Sam plays pop and dance music."],
        "more": [],
        "picture": PHOTO,
        "cost": "£80",
        "left": "£200",
        "good": ["Many of us like to dance.", "DJ Sam came before and was kind."],
        "worries": [Thing(words="It was too loud last time.", by=HANA)],
        "kind": "answer",
        "does": {"yes": "I want DJ Sam", "no": "I do not want DJ Sam"},
        "options": [],
        "most": 0,
        "new_rule": None,
        "votes": None,
        "new_mandate": None,
        "end_of_mandate": None,
        "election": None,
        "allows": ["yes", "no", "abstain", "objection"],
        "counted": None,
        "answer": None,
        "changing": False,
        "open": True,
        "may": True,
        "may_stay_out": True,
        "why_not": "",
        "closes": FRIDAY5,
        "begins": None,
        "voted": 5,
        "entitled": 8,
        "symbol": "vote",
        "secret": False,
        "ask_worry": False,
        "ask_help": False,
        "asked": 0,
        "may_change": False,
        "may_extend": False,
        "mine": False,
        "may_open": False,
        "may_close": False,
        "may_withdraw": False,
        "may_worry": True,
        "wait": None,
        "last": "",
        "stay_out": [],
        "interests": [],
        "may_add": False,
        "may_break": False,
        "by_rule": BY_RULE,
        "all_out": "",
        "stays_out": False,
    }
    return Thing(**{**blank, **more})


def given(**more: Any) -> Thing:
    """How votes are given beside one's own screen."""
    blank: dict[str, Any] = {"hands": "", "readers": [], "ask_paper": False, "may_read": False}
    proxies = Thing(told=[], asked=None, others=[], may_ask=False)
    return Thing(**{**blank, "half_read": 0, "may_count": False, "proxies": proxies, **more})


BESIDE = Beside(None, None, None, [], may_decide=False, may_put_off=False, may_ask_others=False)
"""Nothing stands beside an idea."""

FOODS = [
    Thing(value="pizza", words="Pizza", more="£60 for all", picture="food", rank=1),
    Thing(
        value="chips",
        words="Chips from Çağıl’s uncle",
        more="£45 for all",
        picture="party",
        rank=None,
    ),
    Thing(value="own", words="Bring your own", more="Costs nothing", picture="give", rank=2),
]
CLOSINGS = [
    Thing(value="today", words="Today at 8 in the evening", picture="clock", more=""),
    Thing(value="friday", words="Friday 6 June at 5", picture="clock", more="3 days to vote"),
    Thing(value="week", words="Tuesday 10 June at 5", picture="clock", more="One week to vote"),
]


def worried(mine: bool = False, **more: Any) -> Thing:  # noqa: FBT001, FBT002 -- invented
    blank: dict[str, Any] = {"id": "1", "words": "", "by": HANA, "ground": "", "answers": []}
    blank |= {"better": [], "ending": "open", "why": "", "on": None}
    ways = ("take_back",) if mine else ("changed", "talked", "go_on", "must_say")
    ends = {way: way in ways for way in ("take_back", "changed", "talked", "go_on", "must_say")}
    return Thing(it=Thing(**{**blank, **more}), is_mine=mine, ends=Thing(**ends, some=True))


WORRIES = [
    worried(words="Too loud.", ground=" about being safe", answers=["We turn it down."]),
    worried(id="2", mine=True, by=None, words="It costs a lot.", better=[JUNE]),
    worried(id="3", by=BEN, ending="overruled", why="We try it once.", on=JUNE),
]


NOW = Thing(value="", words="Now", picture="vote", more="")


def opening(**more: Any) -> Thing:
    blank: dict[str, Any] = {
        "proposal": "8",
        "question": "A quiet room with soft light",
        "closings": CLOSINGS,
        "openings": [NOW, *CLOSINGS],
        "rule": "More than half must say yes. We count only YES and NO.",
        "chosen": Thing(closes="friday", opens=""),
        "voters": PEOPLE[:8],
        "not_yet": [],
        "opens": None,
        "how_long": "",
        "size": None,
        "lacks_rule": False,
        "lacks_size": False,
    }
    return Thing(**{**blank, **more})


def closing(**more: Any) -> Thing:
    blank: dict[str, Any] = {
        "proposal": "7",
        "question": "Should DJ Sam play in July?",
        "voted": 7,
        "entitled": 8,
        "missing": [HANA],
        "ends": None,
        "later": [],
        "quorum": [],
        "stays": None,
        "early": False,
        "why_not_early": "",
        "nobody_left": False,
        "half_read": 0,
        "hands": "",
        "asked": [],
    }
    return Thing(**{**blank, **more})
