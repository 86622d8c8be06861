"""What was decided, and how it came to be: lists, stories, reasons and lines of the record."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import (
    BEN,
    FRIDAY5,
    HANA,
    JUNE,
    PEOPLE,
    RECORD,
    TALK,
    TUESDAY,
    when,
)

OPEN = [
    Thing(
        proposal="7",
        question="Should DJ Sam play in July?",
        by=BEN,
        picture="music",
        voting=True,
        closes=FRIDAY5,
        begins=None,
    ),
    Thing(
        proposal="8",
        question="A quiet room with soft light",
        by=HANA,
        picture=None,
        voting=False,
        closes=None,
        begins=None,
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
        rule="",
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
