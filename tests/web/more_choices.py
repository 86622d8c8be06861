"""One question between several ideas in each way of counting: open once, and once over."""

from typing import Any
from uuid import uuid4

from domain.ids import OptionId, ProposalId
from domain.kinds import Domain
from domain.voting.answers import Answer, Approvals, Ranking, Scores
from domain.voting.methods import APPROVED, SCORED, Method
from tests.web.more_votes import There

TRIPS = ("The sea", "The zoo", "The fair", "The park")
LIKED = {
    "Asha": (1, 0, 2),
    "Ben": (0, 1, 2),
    "Cara": (1, 0, 3),
    "Dev": (2, 1, 0),
    "Ella": (0, 3, 1),
    "Femi": (3, 0, 2),
    "Jo": (0, 2, 1),
}
"""What each of them likes best, second best and third best, by its place among the trips."""
SO_FAR = ("Dev", "Ella")
"""Who has voted where the vote is still open."""
WAYS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("Where do we go in July?", {"method": "approval"}),
    ("Where do we go in August?", {"method": "approval", "most_choices": 1}),
    ("Where do we go in autumn?", {"method": "score", "most_points": 5}),
    ("Where do we go in winter?", {"method": "dots", "dots": 3}),
    ("Where do we go in spring?", {"method": "schulze"}),
    ("Where do we go next year?", {"method": "ranked_pairs"}),
    ("Where do we go by bus?", {"method": "irv"}),
    ("Which two trips do we make?", {"method": "stv_scottish", "seats_to_fill": 2}),
    ("Which two walks do we make?", {"method": "stv_meek", "seats_to_fill": 2}),
)


def hold_choices(there: There) -> None:
    """By each rule in turn; the one that was adopted last holds for questions still to come."""
    for title, terms in WAYS:
        there.rule(Domain.PEOPLE, **terms)
        _ask(there, title, Method(terms["method"]), 4, SO_FAR)
        over = _ask(there, f"Last time: {title}", Method(terms["method"]), 0, tuple(LIKED))
        there.does.close_voting(there.chair, over)


def _ask(
    there: There, title: str, method: Method, days: int, voters: tuple[str, ...]
) -> ProposalId:
    options = {OptionId(uuid4()): words for words in TRIPS}
    asked = there.ask(title, Domain.PEOPLE, days, options=options)
    for name in voters:
        liked = [[*options][place] for place in LIKED[name]]
        there.does.cast_ballot(there.act(name), asked, _answer(method, liked))
    return asked


def _answer(method: Method, liked: list[OptionId]) -> Answer:
    """What somebody says who likes these, the first one most."""
    if method in APPROVED:
        return Approvals(options=(liked[0],))
    if method in SCORED:
        return Scores(scores=dict(zip(liked, (2, 1), strict=False)))
    return Ranking(places=tuple((one,) for one in liked))
