"""Invented people and matters, so that the pages can be looked at. Nobody here exists."""

from types import SimpleNamespace as Thing
from typing import Any

from web.seen.beside import Beside
from web.seen.holding import Holding


def when(words: str, iso: str) -> Thing:
    return Thing(words=words, iso=iso)


PHOTO = "photo.svg"
PEOPLE = [
    Thing(id=str(number), name=name, photo=None, says=f"{name} is here on Fridays.")
    for number, name in enumerate(
        ["Asha", "Ben", "Çağıl", "Dev", "Ella", "Femi", "Gus", "Hana", "Jo"]
    )
]
ASHA, BEN, CAGIL, DEV, ELLA, FEMI, GUS, HANA, JO = PEOPLE
TUESDAY = when("Tuesday 3 June", "2026-06-03")
FRIDAY5 = when("Friday 6 June at 5", "2026-06-06T17:00")
CLUB = when("Friday 3 July, 7 to 10", "2026-07-03T19:00")
TALK = when("6 May", "2026-05-06")
JUNE = when("4 June", "2026-06-04")
COMMITTEE = Thing(name="Club night")
VIEWER = Thing(name="Asha", photo=None, helper=None, look="")
RECORD = [
    Thing(position=31, topic="proposal.proposal-made", leaf=30, on=TALK),
    Thing(position=38, topic="proposal.voting-opened", leaf=37, on=TUESDAY),
    Thing(position=47, topic="proposal.decision-taken", leaf=46, on=JUNE),
    Thing(position=48, topic="plan.line-written", leaf=None, on=JUNE),
]


def task(number: int, title: str, picture: str, **more: Any) -> Thing:
    blank: dict[str, Any] = {
        "id": str(number),
        "title": title,
        "picture": picture,
        "on": CLUB,
        "place": "",
        "holders": [],
        "room": 0,
        "mine": False,
        "offered": [],
        "asked_by": None,
        "may_take": False,
        "may_give": False,
        "may_lay_down": False,
        "may_finish": False,
        "asks": (),
        "help": (),
        "helpers": (),
    }
    return Thing(**{**blank, **more})


DOOR = task(
    1,
    "Open the door, 7 to 8",
    "door",
    holders=[ASHA],
    place="at the hall",
    mine=True,
    may_give=True,
    may_lay_down=True,
    may_finish=True,
)
BRIEF = task(2, "Tell all how to be safe", "safety", holders=[BEN, DEV], room=1, may_take=True)
CLEAN = task(3, "Clear up after the club", "clean", may_take=True)
TAXI = task(4, "Call when a taxi does not come", "taxi", may_take=True)
DRINK = task(5, "Sell the drinks", "drink", holders=[ASHA], offered=[DEV], mine=True)
MUSIC = task(6, "Bring the speakers", "music", holders=[CAGIL], asked_by=CAGIL)


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
        "allows": ["yes", "no", "abstain", "objection"],
        "counted": None,
        "answer": None,
        "changing": False,
        "open": True,
        "may": True,
        "may_stay_out": True,
        "why_not": "",
        "closes": FRIDAY5,
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
        "may_add": False,
        "may_break": False,
    }
    return Thing(**{**blank, **more})


def given(**more: Any) -> Thing:
    """How votes are given beside one's own screen."""
    blank: dict[str, Any] = {"hands": "", "readers": [], "ask_paper": False, "may_read": False}
    proxies = Thing(told=[], asked=None, others=[], may_ask=False)
    return Thing(**{**blank, "half_read": 0, "may_count": False, "proxies": proxies, **more})


BESIDE = Beside(None, None, None, [], may_decide=False, may_put_off=False, may_ask_others=False)
"""Nothing stands beside an idea."""

HOLDING = Holding(
    state="",
    words="",
    more="",
    who=[],
    right="",
    replaces=[],
    replaced_by=[],
    reasons=[],
    reviews=[],
    review_on="",
    is_due=False,
    told=[],
    confirmed=[],
    may_agree=False,
    may_change=False,
    may_look=False,
    may_give_reason=False,
    may_confirm=False,
    may_tell=False,
    asked="",
)
"""Nothing more is told of a decision."""

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


def result(**more: Any) -> Thing:
    tiles = [Thing(person=p, answer="yes", word=None) for p in PEOPLE[:7]]
    blank: dict[str, Any] = {
        "proposal": "7",
        "question": "Should DJ Sam play in July?",
        "outcome": "yes",
        "chosen": "",
        "sentence": "More than half had to say yes: 7 of 8 did.",
        "cost": "£80",
        "picture": PHOTO,
        "on": JUNE,
        "counts": [Thing(answer="yes", people=7, words=""), Thing(answer="no", people=1, words="")],
        "tiles": [*tiles, Thing(person=HANA, answer="no", word=None)],
        "order": [],
        "new_rule": None,
        "ties": [],
        "counting": Thing(rounds=[], pairs=[]),
        "tiles_hidden": "",
        "interests": [],
        "stayed_out": "",
        "helped": "",
        "ways": "",
        "on_paper": False,
        "rule": "More than half had to say yes.",
        "how": "",
        "reason": "",
        "worries": [
            Thing(
                by=HANA,
                words="It was too loud last time.",
                ground=" about being safe",
                answers=["We put the speakers lower."],
                better=[JUNE],
                ending="integrated",
                why="",
                on=JUNE,
            )
        ],
        "lines": [Thing(label="Music", kind="music", words="DJ Sam, from 8", plan="1")],
        "tasks": [
            Thing(task="9", title="Ask DJ Sam", holders=[BEN], by=when("3 July", "2026-07-03"))
        ],
        "is_over": False,
        "record": RECORD,
        "said_yes": True,
        "decision": "7@1",
        "plan": "1",
    }
    return Thing(**{**blank, **more})


ROUNDS = [
    Thing(
        standings=[
            Thing(idea="Pizza", votes="4 votes", became=""),
            Thing(idea="Chips", votes="3 votes", became=""),
            Thing(idea="Bring your own", votes="1 vote", became="out"),
        ],
        words=["No idea has more than half of the votes.", "The idea with the fewest goes out."],
    ),
    Thing(
        standings=[
            Thing(idea="Pizza", votes="5 votes", became="chosen"),
            Thing(idea="Chips", votes="3 votes", became=""),
        ],
        words=["One idea has more than half of the votes.", "It is chosen."],
    ),
]
PAIRS = [
    Thing(better="Pizza", votes=5, other="Chips", against=3, left_out=False),
    Thing(better="Chips", votes=6, other="Bring your own", against=2, left_out=False),
    Thing(better="Bring your own", votes=4, other="Pizza", against=3, left_out=True),
]


def line(label: str, kind: str, words: str, **more: Any) -> Thing:
    blank: dict[str, Any] = {
        "because": "",
        "href": "chain.html",
    }
    return Thing(label=label, kind=kind, words=words, **{**blank, **more})


LINES = [
    line("When", "when", "7 to 10 in the evening"),
    line("Where", "where", "The hall on Mill Road"),
    line("Music", "music", "DJ Sam, from 8"),
    line("Food", "food", "Pizza for all"),
    line(
        "Money",
        "money",
        "£200 in all. £140 is spent.",
        because="Jo may spend up to £20 alone.",
    ),
    line("Safe", "safety", "Ben and Dev tell all how to be safe."),
]


def plan(**more: Any) -> Thing:
    blank: dict[str, Any] = {
        "id": "1",
        "title": "July club night",
        "on": CLUB,
        "day": "Friday",
        "number": "3",
        "month": "July",
        "sleeps": 30,
        "lines": LINES,
        "jobs": "jobs.html",
        "why": "chain.html",
        "moved": None,
        "cancelled": None,
        "is_over": False,
        "who_does": "There are 6 jobs. 2 jobs have nobody yet.",
    }
    return Thing(**{**blank, **more})


OTHERS = [
    Thing(
        id="2",
        title="August club night",
        on=when("Friday 7 August", "2026-08-07"),
        number="7",
        month="August",
    ),
    Thing(id="3", title="A trip", on=when("No day yet", ""), number="", month=""),
]
CARDS = [
    Thing(
        kind="vote",
        proposal="7",
        question="Should DJ Sam play in July?",
        picture=PHOTO,
        closes=FRIDAY5,
        changed=False,
    ),
    Thing(kind="offer", task="6", title="Bring the speakers", giver=CAGIL, on=CLUB),
    Thing(
        kind="task",
        task="1",
        title="Open the door, 7 to 8",
        plan="July club night",
        on=CLUB,
        helpers=(),
    ),
]
NEXT = Thing(plan="1", title="July club night", on=CLUB, sleeps=30)
CHIPS = [
    Thing(words="All", picture="decided", href="#main", count=12, current=True),
    Thing(words="Money", picture="money", href="#main", count=3, current=False),
    Thing(words="Music", picture="music", href="#main", count=4, current=False),
    Thing(words="People", picture="people", href="#main", count=2, current=False),
    Thing(words="Safe", picture="safety", href="#main", count=3, current=False),
]
OPEN = [
    Thing(
        proposal="7",
        question="Should DJ Sam play in July?",
        by=BEN,
        picture="music",
        voting=True,
        closes=FRIDAY5,
    ),
    Thing(
        proposal="8",
        question="A quiet room with soft light",
        by=HANA,
        picture=None,
        voting=False,
        closes=None,
    ),
]


def decided(sentence: str, picture: str, outcome: str, word: str, how: str) -> Thing:
    return Thing(
        proposal="7",
        sentence=sentence,
        picture=picture,
        outcome=outcome,
        word=word,
        on=JUNE,
        how=how,
        now="",
    )


DECIDED = [
    decided("DJ Sam will play in July.", "music", "yes", "YES", "7 people said yes."),
    decided("We will eat pizza.", "food", "chosen", "Pizza", "5 people picked it."),
    decided("We do not buy new lights.", "money", "no", "NO", "6 people said no."),
    decided("The club starts at 6.", "clock", "none", "Not yet", "Too few people voted."),
    decided("Jo bought tape for £6.", "money", "yes", "YES", "Jo may spend up to £20 alone."),
]


def step(  # noqa: PLR0913 - a step shows many things
    sentence: str,
    picture: str,
    on: Thing,
    kind: str = "",
    href: str = "",
    link: str = "",
    **more: Any,
) -> Thing:
    blank = {"asked": "", "more": "", "tiles": []}
    shown = {"sentence": sentence, "picture": picture, "on": on, "kind": kind}
    return Thing(**shown, href=href, link=link, **{**blank, **more})


STORY = Thing(
    title="DJ Sam plays in July",
    proposal="7",
    decided=True,
    why="chain.html",
    then=[
        Thing(words="The plan", on=None, picture="plan", href="plan.html", current=False),
        Thing(words="Who did what", on=None, picture="jobs", href="jobs.html", current=False),
    ],
    record=RECORD,
    more=[],
    steps=[
        step(
            "Ben had an idea: DJ Sam in July.",
            "idea",
            when("1 May", "2026-05-01"),
            "",
            "vote.html",
            "See the idea",
        ),
        step("We talked about it. 6 people were there.", "talk", TALK),
        step("Hana had a worry: too loud.", "worry", TUESDAY, "objection"),
        step(
            "We said: the speakers go lower. Hana is happy now.", "decided", TUESDAY, "integrated"
        ),
        step(
            "We voted. 7 said yes and 1 said no.", "vote", JUNE, "", "result.html", "See the votes"
        ),
        step("We decided YES.", "yes", JUNE, "yes"),
    ],
    came=[
        step("The plan now says: DJ Sam, from 8.", "plan", JUNE, "", "plan.html", "See the plan"),
        step("Ben took the job to ask DJ Sam.", "jobs", JUNE, "", "jobs.html", "See the job"),
    ],
)
ALLOWED = "Why was this allowed?"
TILES = [Thing(person=p, answer="no" if p is HANA else "yes", word=None) for p in PEOPLE[:8]]


def reason(title: str, *, gap: bool = False) -> Thing:
    """Why something could be done, back to the founding, or to where the record has a hole."""
    first = step(
        "The plan now says: DJ Sam, from 8.", "plan", JUNE, "", "plan.html", "See the plan"
    )
    then = [
        step(
            "We decided YES.",
            "decided",
            JUNE,
            "yes",
            "result.html",
            "See what we decided",
            asked=ALLOWED,
            more="More than half had to say yes: 7 of 8 did.",
            tiles=TILES,
        ),
        step("We agreed how we decide.", "rule", TALK, asked=ALLOWED),
        step("Asha began the club night.", "people", TALK, asked=ALLOWED),
    ]
    end = "Nobody wrote down who decided this." if gap else "This is where the committee began."
    steps = [first] if gap else [first, *then]
    picture = "unsure" if gap else "party"
    return Thing(title=title, steps=steps, end=end, picture=picture, gap=gap, href="")


ENTRIES = [
    Thing(
        position=49,
        sentence="Ben took the job: ask DJ Sam.",
        picture="take",
        on=JUNE,
        topic="task.task-taken",
        leaf=48,
        href="jobs.html",
    ),
    Thing(
        position=48,
        sentence="The plan says: Music. DJ Sam, from 8.",
        picture="plan",
        on=JUNE,
        topic="plan.line-written",
        leaf=47,
        href="plan.html",
    ),
    Thing(
        position=47,
        sentence="We decided YES: DJ Sam in July.",
        picture="decided",
        on=JUNE,
        topic="proposal.decision-taken",
        leaf=46,
        href="result.html",
    ),
    Thing(
        position=46,
        sentence="Hana voted.",
        picture="vote",
        on=TUESDAY,
        topic="proposal.ballot-cast",
        leaf=None,
        href=None,
    ),
]
CLOSINGS = [
    Thing(value="today", words="Today at 8 in the evening", picture="clock", more=""),
    Thing(value="friday", words="Friday 6 June at 5", picture="clock", more="3 days to vote"),
    Thing(value="week", words="Tuesday 10 June at 5", picture="clock", more="One week to vote"),
]
CITABLE = [
    Thing(value="7@1", words="DJ Sam plays", picture="decided", more="We decided this on 4 June."),
    Thing(value="8@1", words="We eat pizza", picture="decided", more="We decided this on 2 June."),
]
KINDS = [
    Thing(value="music", words="Music", picture="music"),
    Thing(value="food", words="Food", picture="food"),
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


def opening(**more: Any) -> Thing:
    blank: dict[str, Any] = {
        "proposal": "8",
        "question": "A quiet room with soft light",
        "closings": CLOSINGS,
        "rule": "More than half must say yes. We count only YES and NO.",
        "chosen": Thing(closes="friday"),
        "voters": PEOPLE[:8],
        "not_yet": [],
        "opens": None,
        "how_long": "",
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


def now(**more: Any) -> Thing:
    blank: dict[str, Any] = {
        "today": TUESDAY,
        "cards": CARDS,
        "waiting": 5,
        "opening": [],
        "pager": None,
        "closing": [],
        "more_closing": 0,
        "next": NEXT,
        "offer_practice": False,
        "may_step_in": False,
        "alone": False,
        "meeting": None,
    }
    return Thing(**{**blank, **more})


NO_MORE = Thing(before=None, after=None, words="")
FEW = Thing(number=None, words="", found=8, all="#main", pager=NO_MORE)
GIVE = {"task": DOOR, "people": PEOPLE[1:8], "many": FEW, "alone": True}
OFFER = {
    "task": DRINK,
    "giver": ASHA,
    "taker": DEV,
    "note": "I am away that night.",
    "share": False,
    "answer_by": when("Wednesday 1 July", "2026-07-01"),
    "state": "asked",
    "mine": False,
}
