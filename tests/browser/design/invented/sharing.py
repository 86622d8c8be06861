"""Invented numbers about who decides, with each picture that can stand beside one."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import JUNE, TALK, TUESDAY

SPANS = [
    Thing(words="All the time", picture="clock", href="#main", count=None, current=True),
    Thing(words="The last 3 meetings", picture="clock", href="#main", count=None, current=False),
]
SAID = [Thing(by="Jo", words="I was asked to. I forgot to write it down.", on=JUNE)]
ROUTES = {
    "vote": "by a vote",
    "delegated_member": "a member, as agreed",
    "staff_alone": "staff alone",
}
SQUARES = [
    Thing(route=route, how=how, title=f"Choice {number}", on=TALK, href="#main")
    for number, (route, how) in enumerate(ROUTES.items(), start=1)
]
STRIP = Thing(nights=[Thing(words="6 May", squares=SQUARES)], legend=[*ROUTES.items()], left_out=4)
MATRIX = Thing(
    across=["members decided", "both decided", "staff decided"],
    rows=[("Members began it", [3, 9, 0]), ("Staff began it", [0, 7, 21])],
    beside=2,
)
WAYS = [
    Thing(giver="members", taker="staff", number=18, words="nobody asked them", dashed=True),
    Thing(giver="staff", taker="members", number=2, words="given and taken", dashed=False),
]
MARKS = [
    Thing(letter="S", words="Staff stepped in", day=0, on=JUNE),
    Thing(letter="L", words="We looked at it", day=9, on=JUNE),
]
TIMELINE = [
    Thing(
        on=JUNE,
        reason=True,
        marks=MARKS,
        told=JUNE,
        over=JUNE,
        looked_at=JUNE,
        found="Some of it was right",
        href="#main",
    )
]
AGREED = Thing(
    metric="F2",
    question="How long before a choice should we know about it?",
    picture="clock",
    holds="2 days.",
    on="4 June",
    told="We agreed on this on 4 June. We decided it on 3 June.",
    why="chain.html",
    change="agree.html",
)
STARTS = Thing(
    metric="B1",
    question="How many ideas should come from members?",
    picture="idea",
    holds="",
    on="",
    told="We have not agreed on this.",
    why="",
    change="agree.html",
)


def measure(name: str, question: str, **more: Any) -> Thing:
    """One number, with a picture of dots, an interval and a table beside it."""
    blank: dict[str, Any] = {
        "sentence": "We made 10 of 40 choices really together.",
        "counted": "Choices of which all six are so, of all choices.",
        "source": "TLAP",
        "is_context": False,
        "dots": (10, 40),
        "plots": [Thing(share=25.0, low=14.2, high=40.2, whose="")],
        "rows": [
            Thing(what="How many", number="10 of 40 choices"),
            Thing(what="no reason was given", number="30"),
        ],
        "events": "#main",
        "number": 60,
        "strip": None,
        "matrix": None,
        "ways": (),
        "timeline": (),
        "agreed": (),
    }
    return Thing(**{"id": name, "question": question, **blank, **more})


NOT_DRAWN: dict[str, Any] = {"dots": None, "plots": []}
MEASURES = [
    measure("C0", "How many choices did we really make together?", agreed=[AGREED]),
    measure("C1", "How was each choice made?", **NOT_DRAWN, strip=STRIP),
    measure("B7", "Who started it, and who decided it?", **NOT_DRAWN, matrix=MATRIX),
    measure("E5", "Did staff step in before being asked?", **NOT_DRAWN, ways=WAYS),
    measure("C8", "When staff stepped in, did they say why?", **NOT_DRAWN, timeline=TIMELINE),
    measure("C4", "Did members agree with what came of it?", is_context=True),
    measure("B2", "Do members’ ideas get a yes?", is_context=True, number=0),
]


def answered(key: str, words: str, picture: str, **more: Any) -> Thing:
    blank = {"answer": "We made 10 of 40 choices really together.", "measures": MEASURES}
    return Thing(key=key, words=words, picture=picture, **{**blank, **more})


DECIDING = answered("deciding", "Who decides?", "decided")
RECORD_ASKED = answered("record", "Can we trust this record?", "record", measures=MEASURES[:1])
WARNED = [
    Thing(
        id="W3",
        on=TUESDAY,
        sentences=("Staff stepped in, and nobody looked at it in time.",),
        ask="This may be fine. Talk about it: what happened, and what do we want?",
        replies=SAID,
        href="sharing_say.html",
        events="sharing_events.html",
    )
]
DISPUTES = [
    Thing(
        id="1",
        by="Ben",
        words="It was Cara, and not me.",
        on=JUNE,
        href="chain.html",
        answer="",
        upheld=None,
        answered_by="",
        may_answer=True,
    ),
    Thing(
        id="2",
        by="Dev",
        words="We said eight.",
        on=TUESDAY,
        href="story.html",
        answer="It was seven.",
        upheld=True,
        answered_by="Asha",
        may_answer=False,
    ),
]
