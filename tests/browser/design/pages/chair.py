"""What only the chair is shown: votes are opened, put off, added to and closed."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.now import CARDS, now
from tests.browser.design.invented.people import CITABLE, ELLA, FRIDAY5, HANA
from tests.browser.design.invented.votes import closing, opening

TERMS = (
    "More than half must say yes. We count only YES and NO. "
    "Staff speak and vote last. They speak when all others have. "
    "They vote when all others have. "
    "First, people have 3 days to read it."
)

PAGES: dict[str, tuple[str, dict[str, Any]]] = {
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
    "open_vote": ("open_vote.html", {"opening": opening(), "wrong": {}}),
    "open_vote_later": (
        "open_vote.html",
        {"opening": opening(opens=FRIDAY5, rule=TERMS), "wrong": {}},
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
}
