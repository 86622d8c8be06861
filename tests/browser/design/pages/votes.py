"""Votes and their results, in each way that people answer. All invented."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.ballots import BALLOTS
from tests.browser.design.invented.people import ASHA, BEN, FRIDAY5, HANA, PEOPLE
from tests.browser.design.invented.results import PAIRS, ROUNDS, result
from tests.browser.design.invented.votes import FOODS, given, vote

PLAIN = {"given": given()}


def a_choice(kind: str, most: int, says: str, wrong: dict[str, str]) -> tuple[str, dict[str, Any]]:
    """A vote on what to eat, by picks, points or dots."""
    asked = "What do we eat in July?"
    it = vote(
        kind=kind, question=asked, options=FOODS, most=most, picture=None, text=[says], cost=None
    )
    return "vote.html", {**PLAIN, "vote": it, "wrong": wrong}


PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "vote": ("vote.html", {**PLAIN, "vote": vote(), "wrong": {}}),
    "vote_plain": (
        "vote.html",
        {
            **PLAIN,
            "vote": vote(picture=None, secret=True, worries=[], good=[]),
            "wrong": {},
        },
    ),
    "vote_counted": (
        "vote.html",
        {
            **PLAIN,
            "vote": vote(counted="YES", answer="yes", ask_help=True, voted=6),
            "wrong": {},
        },
    ),
    "vote_worry": (
        "vote.html",
        {
            **PLAIN,
            "vote": vote(counted="I have a worry", answer="objection", ask_worry=True),
            "wrong": {},
        },
    ),
    "vote_choose": (
        "vote.html",
        {
            **PLAIN,
            "vote": vote(
                kind="choose",
                question="What do we eat in July?",
                options=FOODS,
                picture=None,
                text=["We have one favourite meal."],
                cost=None,
            ),
            "wrong": {},
        },
    ),
    "vote_again": (
        "vote.html",
        {**PLAIN, "vote": vote(counted="YES", answer="yes", changing=True), "wrong": {}},
    ),
    "vote_rank": (
        "vote.html",
        {
            **PLAIN,
            "vote": vote(
                kind="rank",
                question="What do we eat in July?",
                options=FOODS,
                picture=None,
                text=["We count the favourites."],
                cost=None,
            ),
            "wrong": {"rank-pizza": "Two have the same number. Give each its own."},
        },
    ),
    "vote_pick": a_choice("pick", 0, "We count what many of us like.", {}),
    "vote_points": a_choice("points", 5, "We add the points up.", {}),
    "vote_dots": a_choice(
        "dots",
        3,
        "We add the dots up.",
        {"dots": "You have 3 dots, and not more. Take some off again."},
    ),
    "vote_soon": (
        "vote.html",
        {**PLAIN, "vote": vote(open=False, entitled=0), "wrong": {}},
    ),
    "vote_on_paper": (
        "vote.html",
        {
            "given": given(readers=[ASHA, BEN], ask_paper=True),
            "vote": vote(counted="YES", answer="yes"),
            "wrong": {},
        },
    ),
    "vote_by_hand": (
        "vote.html",
        {"given": given(hands="5 YES, 2 NO"), "vote": vote(), "wrong": {}},
    ),
    "vote_chair": (
        "vote.html",
        {
            "given": given(may_read=True, may_count=True, half_read=2),
            "vote": vote(may_close=True),
            "wrong": {},
        },
    ),
    **BALLOTS,
    "result": ("result.html", {"result": result()}),
    "result_no": (
        "result.html",
        {
            "result": result(
                outcome="no",
                sentence="We do not buy new lights.",
                picture=None,
                question="Should we buy new lights?",
                tiles=[],
                tiles_hidden="This was a secret vote. So we show no names.",
                lines=[],
                tasks=[],
                worries=[],
                counts=[
                    Thing(answer="no", people=6, words=""),
                    Thing(answer="abstain", people=1, words=""),
                    Thing(answer="none", people=1, words=""),
                ],
                reason="We need the money for pizza.",
            )
        },
    ),
    "result_none": (
        "result.html",
        {
            "result": result(
                outcome="none",
                sentence="Too few people voted. We ask again.",
                picture=None,
                lines=[],
                tasks=[],
                tiles=[],
                worries=[
                    Thing(
                        by=None,
                        words="It is too late for my bus.",
                        ground="",
                        answers=[],
                        better=[],
                        why="",
                        ending="open",
                        on=None,
                    )
                ],
                rule="Half of us had to vote.",
            )
        },
    ),
    "result_chosen": (
        "result.html",
        {
            "result": result(
                outcome="chosen",
                chosen=["Pizza"],
                sentence="We will eat pizza in July.",
                question="What do we eat in July?",
                picture=None,
                worries=[],
                counts=[
                    Thing(answer="option", people=5, words="pizza"),
                    Thing(answer="option", people=3, words="chips"),
                ],
                tiles=[
                    Thing(person=p, answer="option", word="Pizza" if n < 5 else "Chips")
                    for n, p in enumerate(PEOPLE[:8])
                ],
            )
        },
    ),
    "result_in_rounds": (
        "result.html",
        {
            "result": result(
                outcome="chosen",
                chosen=["Pizza"],
                sentence="8 of 8 put the ideas in order. We counted 2 times.",
                question="What do we eat in July?",
                picture=None,
                worries=[],
                counts=[],
                order=["Pizza", "Chips", "Bring your own"],
                counting=Thing(rounds=ROUNDS, pairs=[], people=False),
                tiles=[],
            )
        },
    ),
    "result_by_pairs": (
        "result.html",
        {
            "result": result(
                outcome="chosen",
                chosen=["Pizza"],
                sentence="8 of 8 put the ideas in order.",
                question="What do we eat in July?",
                picture=None,
                worries=[],
                counts=[],
                order=["Pizza", "Chips", "Bring your own"],
                counting=Thing(rounds=[], pairs=PAIRS, people=False),
                tiles=[],
            )
        },
    ),
    "vote_wait": (
        "vote.html",
        {
            "vote": vote(
                wait=Thing(who="Staff", others=[BEN, HANA], until=FRIDAY5),
                stay_out=["Dev"],
                interests=[Thing(by="Ben", words="Sam is my brother.", on=None)],
            ),
            "given": given(),
            "wrong": {},
        },
    ),
}
