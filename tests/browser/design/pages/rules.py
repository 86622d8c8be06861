"""Rules, and votes in which a rule leaves nobody to vote. All invented."""

from types import SimpleNamespace as Thing
from typing import Any

from tests.browser.design.invented.people import JUNE
from tests.browser.design.invented.results import result
from tests.browser.design.invented.votes import given, vote

ALL_OUT = "Everyone who can vote stays out of this one. Then we cannot decide it here."

PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    "rule": (
        "rule.html",
        {
            "page": Thing(
                rule=Thing(
                    first="More than half must say yes.",
                    more=["We count only YES and NO."],
                    picture="vote",
                    covers="",
                    since=JUNE,
                    until=None,
                    way=Thing(title="More than half say yes", href="#main"),
                ),
                goes=Thing(
                    steps=["You say yes, no or not sure.", "If more than half say yes, we do it."],
                    looks_like=["4 say yes and 3 say no. We do it."],
                ),
                lots=Thing(number="17", drawn=[]),
                effect=None,
                why="chain.html",
                is_now=True,
                id="1",
                usual="",
            )
        },
    ),
    "rule_for_some": (
        "rule.html",
        {
            "page": Thing(
                rule=Thing(
                    first="Someone must say yes, and nobody may have a worry left.",
                    more=[],
                    picture="worry",
                    covers="For things about money",
                    since=JUNE,
                    until=None,
                    way=Thing(title="Nobody has a worry left", href="#main"),
                ),
                goes=Thing(steps=["We talk about the idea."], looks_like=[]),
                lots=None,
                effect=None,
                why="chain.html",
                is_now=True,
                id="2",
                usual="More than half must say yes. We count only YES and NO.",
            )
        },
    ),
    "vote_all_out": (
        "vote.html",
        {
            "given": given(),
            "vote": vote(
                may=False,
                why_not="You stay out of this one.",
                stay_out=["Ben", "Hana"],
                voted=0,
                entitled=0,
                all_out=ALL_OUT,
            ),
            "wrong": {},
        },
    ),
    "result_rule": (
        "result.html",
        {
            "result": result(
                question="We decide like this from now on: Nobody has a worry left",
                picture=None,
                lines=[],
                tasks=[],
                is_of_rights=True,
                new_rule=Thing(
                    words="Someone must say yes, and nobody may have a worry left.",
                    waits=False,
                    now="",
                    only=[],
                    effect=None,
                    adopted=Thing(since=JUNE, until=None, href="rule.html"),
                ),
            ),
        },
    ),
    "result_nobody": (
        "result.html",
        {
            "result": result(
                outcome="none",
                sentence="Nobody could vote on this.",
                counts=[],
                tiles=[],
                stayed_out="Asha, Ben and Hana stayed out of it.",
                worries=[],
                lines=[],
                tasks=[],
                said_yes=False,
                nobody_could=True,
            ),
        },
    ),
}
