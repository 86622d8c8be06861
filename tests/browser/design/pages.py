"""Every page once or more: its name here, its template, and what it shows. All invented."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design import pages_sharing, pages_votes
from tests.browser.design.invented import (
    ASHA,
    BEN,
    BRIEF,
    CARDS,
    CHIPS,
    CITABLE,
    CLEAN,
    DECIDED,
    DEV,
    DOOR,
    DRINK,
    ELLA,
    ENTRIES,
    FEW,
    FRIDAY5,
    GIVE,
    HANA,
    JO,
    JUNE,
    KINDS,
    LINES,
    MUSIC,
    OFFER,
    OPEN,
    OTHERS,
    PEOPLE,
    RECORD,
    STORY,
    TAXI,
    WORRIES,
    closing,
    given,
    now,
    opening,
    plan,
    reason,
    task,
    vote,
)
from tests.browser.design.invented_times import JOBS_SINCE, SINCE, times

OLD_CLEAN = Thing(**{**vars(CLEAN), "may_take": False})
OLD_DRINK = task(5, "Sell the drinks", "drink", holders=[ASHA], asks=("Asha had asked Dev.",))
HELP_KINDS = [
    Thing(value=value, words=words, picture=picture, more=more)
    for value, words, picture, more in [
        ("do it with me", "Do it with me", "people", "Two of us do it."),
        ("tell me how", "Tell me how", "talk", "Then I can do it."),
        ("cannot come", "I cannot come", "cannot", "Someone else has to go."),
    ]
]
ASKS = Thing(by=DEV, kind="do it with me", words="Do it with me", mine=False, may_help=True)
ASKED = task(9, "Bring the speakers", "music", holders=[DEV], help=(ASKS,))
HELPED = task(10, "Drive the van", "taxi", holders=[DEV], helpers=(ELLA,))
WHO = Thing(plan="1", title="July club night", there=PEOPLE[:3], others=PEOPLE[3:], may_tell=True)
TERMS = (
    "More than half must say yes. We count only YES and NO. "
    "Staff speak and vote last. They wait until all others have voted. "
    "First, people have 3 days to read it."
)
ORDERS = [
    Thing(words="By time", picture="clock", href="#main", count=None, current=True),
    Thing(words="By person", picture="people", href="#main", count=None, current=False),
]


def an_idea(**more: Any) -> Thing:
    """What somebody writes about an idea."""
    blank = {
        "state": "write",
        "title": "",
        "text": "",
        "cost": "",
        "about": "music",
        "price": "£30",
        "answers": [],
        "written": {f"answer{number}": "" for number in range(1, 7)},
    }
    return Thing(**{**blank, **more})


def jobs(**more: Any) -> Thing:
    blank = {
        "title": "Friday 3 July",
        "free": [CLEAN, TAXI],
        "held": [DOOR, DRINK, MUSIC, BRIEF],
        "by_person": [],
        "done": [task(8, "Book the hall", "place", holders=[ELLA])],
        "all_done": "#main",
        "number_done": 34,
        "chips": ORDERS,
        "pager": Thing(before=None, after="#main", words="Page 1 of 2"),
        "many": None,
        "action": "#main",
        "sought": {"by": "person"},
        "kept": {},
        "plan": None,
        "is_empty": False,
    }
    return Thing(**{**blank, **more})


ABOUTS = [
    Thing(value=words, words=words, picture=picture)
    for words, picture in [
        ("Money", "money"),
        ("Music and more", "music"),
        ("People", "people"),
        ("Being safe", "safety"),
        ("Places", "place"),
        ("Rules", "rule"),
        ("Who is in", "card"),
        ("Other things", "ask"),
    ]
]


def practice(**more: Any) -> Thing:
    does = {
        "yes": "I like pizza",
        "no": "I do not like pizza",
        "abstain": "I cannot pick yet",
        "objection": "We must talk first",
    }
    blank = {"answer": None, "counted": None, "changing": not more, "does": does}
    return Thing(**{**blank, **more})


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


# page -> template, context
PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "hello": ("hello.html", {"viewer": None}),
    "first": (
        "first.html",
        {"viewer": None, "card": "invented", "said": None, "wrong": {"name": "Write your name."}},
    ),
    "enter": ("enter.html", {"viewer": None, "person": ASHA, "card": "invented"}),
    "left": ("left.html", {"viewer": None}),
    "error_403": (
        "error.html",
        {"code": 403, "sentence": "Only a holder can give a job to someone.", "kept": []},
    ),
    "error_404": (
        "error.html",
        {"code": 404, "sentence": "", "kept": ["Many of us like to dance."]},
    ),
    "error_500": ("error.html", {"code": 500, "sentence": "", "viewer": None, "kept": []}),
    "now": ("now.html", {"now": now()}),
    "now_empty": ("now.html", {"now": now(cards=[], waiting=0)}),
    "now_chair": (
        "now.html",
        {
            "now": now(
                cards=CARDS[:1],
                waiting=1,
                closing=[
                    Thing(proposal="7", question="Should DJ Sam play in July?", voted=7, entitled=8)
                ],
            )
        },
    ),
    **pages_votes.PAGES,
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
    "jobs": ("jobs.html", {"jobs": jobs(), "times": times(), "changes": []}),
    "jobs_past": (
        "jobs.html",
        {
            "jobs": jobs(free=[OLD_CLEAN], held=[OLD_DRINK], done=[]),
            "times": times(past=True),
            "changes": JOBS_SINCE,
        },
    ),
    "jobs_empty": (
        "jobs.html",
        {
            "jobs": jobs(free=[], held=[], done=[], pager=None, all_done=None, is_empty=True),
            "times": times(),
            "changes": [],
        },
    ),
    "give": ("give.html", {"give": Thing(**GIVE, to=None), "wrong": {}}),
    "give_check": ("give.html", {"give": Thing(**GIVE, to=DEV), "wrong": {}}),
    "offer": (
        "offer.html",
        {"offer": Thing(**OFFER), "viewer": Thing(name="Dev", photo=None, helper="Jo", look="")},
    ),
    "offer_mine": ("offer.html", {"offer": Thing(**{**OFFER, "mine": True})}),
    "offer_done": ("offer.html", {"offer": Thing(**{**OFFER, "mine": True, "state": "accepted"})}),
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
    "practice": ("practice.html", {"practice": practice()}),
    "practiced": ("practice.html", {"practice": practice(answer="yes", counted="YES")}),
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
    "help_me": ("help_me.html", {"task": DOOR, "kinds": HELP_KINDS}),
    "jobs_help": (
        "jobs.html",
        {"jobs": jobs(held=[ASKED, HELPED]), "times": times(), "changes": []},
    ),
    "job": (
        "job.html",
        {
            "job": Thing(
                task=DOOR, steps=STORY.steps, gap="", why="chain.html", may_drop=True, record=RECORD
            )
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
    "idea": ("idea.html", {"idea": an_idea(), "abouts": ABOUTS, "wrong": {}}),
    "idea_wrong": (
        "idea.html",
        {
            "abouts": ABOUTS,
            "idea": an_idea(),
            "wrong": {"title": "Write what your idea is."},
        },
    ),
    "idea_check": (
        "idea.html",
        {
            "abouts": ABOUTS,
            "idea": an_idea(state="check", title="A quiet room", text="Some of us need a rest."),
            "wrong": {},
        },
    ),
    "idea_sent": (
        "idea.html",
        {"idea": an_idea(state="sent", title="A quiet room"), "abouts": ABOUTS, "wrong": {}},
    ),
    "open_vote": ("open_vote.html", {"opening": opening(), "wrong": {}}),
    "open_vote_later": (
        "open_vote.html",
        {"opening": opening(opens=FRIDAY5, rule=TERMS), "wrong": {}},
    ),
    "vote_wait": (
        "vote.html",
        {
            "vote": vote(
                wait=Thing(who="Staff", others=[BEN, HANA], until=FRIDAY5),
                stay_out=["Dev"],
            ),
            "given": given(),
            "wrong": {},
        },
    ),
    "about_me": (
        "about_me.html",
        {
            "about": Thing(
                proposal="7",
                question="Should DJ Sam play in July?",
                told=[Thing(by="Ben", words="Sam is my brother.", on=JUNE)],
                out=[DEV],
                may_tell=True,
                may_stay_out=True,
                is_out=False,
            ),
            "said": Thing(words=""),
            "wrong": {},
        },
    ),
    "add_voter": (
        "add_voter.html",
        {
            "join": Thing(
                proposal="7",
                question="Should DJ Sam play in July?",
                people=[HANA, ELLA],
                citable=CITABLE,
            ),
            "said": Thing(person=None, decision=""),
            "wrong": {},
        },
    ),
    "break_tie": (
        "break_tie.html",
        {
            "tie": Thing(
                proposal="7",
                question="Should DJ Sam play in July?",
                sentence="More than half had to say yes: 4 of the 8 who said yes or no did.",
                tied=[Thing(value="yes", words="Yes"), Thing(value="no", words="No")],
                may=True,
                why_not="",
            ),
        },
    ),
    "close_vote": ("close_vote.html", {"meeting": None, "closing": closing()}),
    "close_vote_early": (
        "close_vote.html",
        {
            "meeting": None,
            "closing": closing(
                missing=[],
                ends=FRIDAY5,
                early=True,
                quorum=["At least 4 members must take part. They did."],
            ),
        },
    ),
    "more_time": (
        "close_vote.html",
        {
            "meeting": None,
            "closing": closing(
                ends=FRIDAY5,
                later=[
                    Thing(value=str(days), words=words, picture="clock", more=more)
                    for days, words, more in [
                        (1, "Saturday 7 June at 5", "One day more"),
                        (3, "Monday 9 June at 5", "3 days more"),
                        (7, "Friday 13 June at 5", "One week more"),
                    ]
                ],
            ),
        },
    ),
    "worries": (
        "worries.html",
        {
            "worries": Thing(
                proposal="7",
                question="DJ Sam?",
                told=WORRIES,
                may_raise=True,
                may_change=True,
                by_consent=False,
            ),
            "wrong": {},
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
    "going": (
        "going.html",
        {"person": BEN, "said": Thing(decision=None), "citable": CITABLE, "wrong": {}},
    ),
    "new_rule": (
        "new_rule.html",
        {
            "said": Thing(rule="majority", decision=None),
            "rules": [Thing(value="majority", words="More than half say yes", picture="rule")],
            "citable": CITABLE,
            "wrong": {},
        },
    ),
    "new_job": (
        "new_job.html",
        {
            "said": Thing(
                title="", plan=None, day=None, at=None, place="", people=1, decision="7@1"
            ),
            "plans": [Thing(value="1", words="Club night", picture="party", more="Friday 3 July")],
            "citable": CITABLE,
            "wrong": {},
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
    "choose": (
        "choose.html",
        {
            "committees": [
                Thing(committee="1", name="Club night"),
                Thing(committee="2", name="Books"),
            ]
        },
    ),
    "help": ("help.html", {"help": Thing(people=[JO, BEN], phone="01234 567 890")}),
    "look": ("look.html", {"look": Thing(light="", size="", pictures="")}),
    "credits": ("credits.html", {}),
    "components": ("components.html", {}),
    **pages_sharing.PAGES,
}
