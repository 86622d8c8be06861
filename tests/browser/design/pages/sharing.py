"""Is power shared, what people are asked, and whether the record is right."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import CITABLE, JUNE, NO_MORE
from tests.browser.design.invented.sharing import (
    AGREED,
    DECIDING,
    DISPUTES,
    MEASURES,
    RECORD_ASKED,
    SAID,
    SPANS,
    STARTS,
    WARNED,
    answered,
)
from tests.browser.design.invented.why import ENTRIES


def sharing(**more: Any) -> Thing:
    blank = {
        "headline": "We made 10 of 40 choices really together.",
        "doubts": (),
        "questions": [answered("ideas", "Who has ideas?", "idea"), DECIDING],
        "record": RECORD_ASKED,
        "talk": WARNED,
        "spans": SPANS,
        "span": "all",
    }
    return Thing(**{**blank, **more})


def asked(of: Thing, **more: Any) -> Thing:
    blank = {"replies": {"E5": SAID, "C8": []}, "may_reply": True, "spans": SPANS, "span": "all"}
    return Thing(asked=of, **{**blank, **more})


def saying(**more: Any) -> Thing:
    blank = {
        "over": "Something to talk about",
        "title": ["Staff stepped in, and nobody looked at it in time."],
        "ask": "This may be fine. Talk about it: what happened, and what do we want?",
        "on": JUNE,
        "replies": SAID,
        "may": True,
        "field": "What do we say?",
        "action": "#main",
        "back": "sharing_talk.html",
        "events": "sharing_events.html",
    }
    return Thing(**{**blank, **more})


def five(**more: Any) -> Thing:
    heard = Thing(
        question="I can say no here",
        answer="Members: at least 4 of 5.",
        plots=MEASURES[0].plots,
        rows=MEASURES[0].rows,
    )
    blank = {
        "is_on": True,
        "is_counted": False,
        "has_answered": False,
        "how_many": 3,
        "heard": [heard],
        "on": JUNE,
        "href": "chain.html",
    }
    return Thing(**{**blank, **more})


def right(**more: Any) -> Thing:
    blank = {
        "month": "May",
        "first": "2026-05-01",
        "choices": [Thing(title="DJ Sam plays", on=JUNE, href="story.html")],
        "more": 3,
        "said": "",
        "may": True,
        "disputes": DISPUTES,
    }
    return Thing(**{**blank, **more})


ANSWERS = [
    Thing(value="yes", words="Yes", picture="yes"),
    Thing(value="rather not", words="I do not want to say", picture="secret"),
]
SCORED = [Thing(tool="Our own questions", item=3, scores=["2", "5"], apart="3")]
TOOLS = [Thing(value="own", words="Our own questions", picture="paper")]
UNSCORED = Thing(tool=None, item="", score="")
A_TIME = Thing(metric="F2", words=AGREED.question, is_time=True)
A_SHARE = Thing(metric="B1", words=STARTS.question, is_time=False)
SHARES = [
    Thing(value="1/2", words="5 of 10", picture="people", more=""),
    Thing(
        value="heads",
        words="As many as we are",
        picture="fair",
        more="Each person counts the same.",
    ),
]


def agreeing(thing: Thing, now: Thing, **wrong: str) -> dict[str, Any]:
    said = Thing(days="0" if wrong else "", share="", decision=None)
    given = {"thing": thing, "now": now, "said": said, "shares": SHARES, "wrong": wrong}
    return {**given, "citable": CITABLE}


def scores(scored: list[Thing], **wrong: str) -> dict[str, Any]:
    page = Thing(groups=["members", "staff"], scored=scored, mine="members", tools=TOOLS)
    return {"page": page, "said": UNSCORED, "wrong": wrong}


# page -> template, context
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "sharing": ("sharing.html", {"sharing": sharing()}),
    "sharing_doubts": (
        "sharing.html",
        {
            "sharing": sharing(
                headline="We cannot say yet, and here is why.",
                doubts=("This record is not sealed yet.",),
                talk=[],
            )
        },
    ),
    "sharing_question": ("sharing_question.html", {"sharing": asked(DECIDING)}),
    "sharing_question_record": (
        "sharing_question.html",
        {"sharing": asked(RECORD_ASKED, may_reply=False)},
    ),
    "sharing_talk": ("sharing_talk.html", {"talk": Thing(things=WARNED, pager=NO_MORE)}),
    "sharing_talk_none": ("sharing_talk.html", {"talk": Thing(things=[], pager=NO_MORE)}),
    "sharing_events": (
        "sharing_events.html",
        {
            "sharing": Thing(
                question="How was each choice made?",
                sentence="We voted on 16 of 40 choices.",
                number=40,
                back="sharing_question.html",
                entries=ENTRIES,
                pager=Thing(before=None, after="#main", words="1 to 10 of 40"),
            )
        },
    ),
    "sharing_say": ("sharing_say.html", {"saying": saying(), "words": "", "wrong": {}}),
    "sharing_say_wrong": (
        "sharing_say.html",
        {
            "saying": saying(on=None, ask="", replies=[]),
            "words": "",
            "wrong": {"words": "Write what you want to say."},
        },
    ),
    "agreed": ("agreed.html", {"agreed": [AGREED, STARTS]}),
    "agree": ("agree.html", agreeing(A_TIME, AGREED)),
    "agree_share": ("agree.html", agreeing(A_SHARE, STARTS)),
    "agree_wrong": (
        "agree.html",
        agreeing(A_TIME, AGREED, days="Write a number of days, from 1 to 366."),
    ),
    "five": ("five.html", {"five": five()}),
    "five_none": ("five.html", {"five": five(is_on=False, heard=[], on=None, href="")}),
    "five_counted": ("five.html", {"five": five(is_on=False, is_counted=True)}),
    "five_ask": (
        "five_ask.html",
        {
            "cards": [
                Thing(question="I can say no here"),
                Thing(question="My ideas change things"),
            ],
            "answers": ANSWERS,
            "said": {0: "yes"},
            "wrong": {"question-0": "Pick an answer to at least one."},
        },
    ),
    "scores": ("scores.html", scores(SCORED)),
    "scores_wrong": ("scores.html", scores([], tool="Pick whose questions they are.")),
    "right": ("right.html", {"right": right(), "wrong": {}}),
    "right_said": (
        "right.html",
        {"right": right(said="You said: it is right.", choices=[], disputes=[]), "wrong": {}},
    ),
    "not_right": (
        "not_right.html",
        {"entry": ENTRIES[0], "words": "", "wrong": {"words": "Write what is not right."}},
    ),
}
