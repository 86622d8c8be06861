"""The ways in which a committee can begin: a few usual ones, and what each does to every seat."""

from collections.abc import Iterator

from domain.kinds import Seat
from domain.voting.rule import Method, Rule
from domain.voting.structure import Alike, RuleGame
from web.seen.explained import EXPLAINED
from web.seen.plans import Pick

USUAL = {
    method: Rule(method=method)
    for method in (Method.MAJORITY, Method.SUPERMAJORITY, Method.CONSENT, Method.CONSENSUS)
}
"""What most committees begin with. All other ways can be agreed on later."""

MEMBERS = 4
EXAMPLE = (Alike(Seat.MEMBER, MEMBERS), Alike(Seat.STAFF))
"""Nobody sits there yet. So this is told of four members and one person on the staff."""


def first_rules() -> list[Pick]:
    """Each way, and what it would do to four members and one person on the staff."""
    return [
        Pick(method.value, EXPLAINED[method].title, EXPLAINED[method].picture, _does(rule))
        for method, rule in USUAL.items()
    ]


def _does(rule: Rule) -> str:
    return " ".join(_told(RuleGame(rule, EXAMPLE)))


def _told(game: RuleGame) -> Iterator[str]:
    members, staff = game.on(Seat.MEMBER), game.on(Seat.STAFF)
    yield f"Members {'can' if game.can_pass(members) else 'cannot'} say yes without staff."
    if game.can_block(staff):
        yield "One person can stop an idea."
    else:
        few = next(few for few in range(1, MEMBERS + 1) if game.can_block((few, 0)))
        yield f"Staff cannot stop an idea alone. {few} people can."
