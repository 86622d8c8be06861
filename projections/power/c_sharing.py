"""C0 and C1: how many choices were made together, and by which route each was made."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum

from domain.events import DecisionReversed, DecisionTaken
from domain.kinds import Route, Seat
from domain.voting.answers import Choice
from domain.voting.count import count
from domain.voting.rule import Method
from domain.voting.tally import Result
from projections.power.decisions import Decision, decisions
from projections.power.evidence import Evidence, Fact
from projections.power.knowing import reached_in_time
from projections.power.measure import Card, Measure, Tier
from projections.power.rights import Rights
from projections.power.settings import Settings

TOGETHER = {
    *(Route.VOTE, Route.CONSENT, Route.CONSENSUS),
    *(Route.DELEGATED_MEMBER, Route.DELEGATED_JOINT),
}
FROM_ABOVE = {Route.STAFF_ALONE, Route.STEP_IN, Route.TRUSTEES, Route.UNDOCUMENTED}

C0 = Card(
    "C0",
    Tier.CORE,
    "How many choices did we really make together?",
    "Decisions for which all six are so: a shared route; a right that held; staff could not have "
    "passed it alone; four of five members with a vote had what there was to know in time, or it "
    "was urgent and agreed to afterwards; a reason was written down; nobody undid it past the "
    "committee.",
)
C1 = Card(
    "C1",
    Tier.CORE,
    "How was each choice made?",
    "Decisions by the route that was written down.",
)


class Needed(StrEnum):
    """What has to be so for a decision to be shared, in the order in which it is told."""

    ROUTE = "route"
    RIGHT = "right"
    NOT_STAFF_ALONE = "staff could not pass it alone"
    TIME = "time"
    REASON = "reason"
    STANDS = "not undone past the committee"


def failed(one: Decision, rights: Rights, settings: Settings) -> list[Needed]:
    """What is not so of a decision; nothing where it was shared."""
    holds = {
        Needed.ROUTE: _by_shared_route(one),
        Needed.RIGHT: rights.holds(one.taken),
        Needed.NOT_STAFF_ALONE: not staff_could_alone(one),
        Needed.TIME: _in_time(one, settings),
        Needed.REASON: one.has_reason,
        Needed.STANDS: not _undone_past_us(one),
    }
    return [needed for needed in Needed if not holds[needed]]


def shared(evidence: Evidence, settings: Settings) -> Measure:
    """C0, the shared-decision rate; its parts say which condition failed how often."""
    rights, taken = Rights(evidence), decisions(evidence)
    why = {one.taken.event_id: failed(one, rights, settings) for one in taken}
    so = [one.taken for one in taken if not why[one.taken.event_id]]
    missed = Counter(needed for found in why.values() for needed in found)
    parts = [(needed.value, missed[needed]) for needed in Needed if missed[needed]]
    weights = [int(one.stake) for one in taken if not why[one.taken.event_id]]
    parts += [("weight shared", sum(weights)), ("weight of all", sum(one.stake for one in taken))]
    behind: list[Fact] = [fact for one in taken for fact in one.around()]
    behind += [fact for one in taken for fact in rights.whole(one.taken)]
    sentence = f"We made {len(so)} of {len(taken)} choices really together."
    return C0.share(so, [one.taken for one in taken], sentence, behind, parts)


def routes(evidence: Evidence, settings: Settings) -> Measure:
    """C1, the route mix: all counts, in the order of the list of routes."""
    del settings
    taken = decisions(evidence)
    mix = Counter(one.route for one in taken)
    voted = [one.taken for one in taken if one.route in TOGETHER]
    parts = [(route.value, mix[route]) for route in Route if mix[route]]
    sentence = f"Of {len(taken)} choices, {len(voted)} were made by all or by those we chose."
    behind = [one.stream.events[0] for one in taken]
    return C1.share(voted, [one.taken for one in taken], sentence, behind, parts)


def _by_shared_route(one: Decision) -> bool:
    if one.route is not Route.URGENT:
        return one.route in TOGETHER
    return one.ratified is not None and one.refused is None


def staff_could_alone(one: Decision) -> bool:
    """Whether staff could have passed it, with everybody else who was there against it."""
    if one.opened is None:
        return bool(one.deciding_seats) and one.deciding_seats <= {Seat.STAFF}
    terms, voters = one.opened.terms, one.opened.electorate
    if terms.method not in (Method.MAJORITY, Method.SUPERMAJORITY):
        return False  # consent needs everybody; an order of several has no answer to force alone
    there = {ballot.voter for ballot in one.ballots}
    said = {
        voter.person: Choice.YES if voter.seat is Seat.STAFF else Choice.NO
        for voter in voters
        if voter.person in there or voter.seat is Seat.STAFF
    }
    passed = count(terms, electorate=voters, ballots=said, recused=one.taken.recused)
    return passed.outcome.result is Result.ADOPTED


def _in_time(one: Decision, settings: Settings) -> bool:
    if one.route is Route.URGENT:
        return one.ratified is not None
    return reached_in_time(one, settings)


def _undone_past_us(one: Decision) -> bool:
    """Whether it was reversed by staff, trustees or a step-in alone."""
    undone = one.stream.first(DecisionReversed)
    if undone is None:
        return False
    cited = one.evidence.known(undone.authority) if undone.authority else None
    return not isinstance(cited, DecisionTaken) or cited.route in FROM_ABOVE


def by_route(taken: list[Decision]) -> Iterator[tuple[Route, list[Decision]]]:
    """The decisions of each route that was used."""
    for route in Route:
        if found := [one for one in taken if one.route is route]:
            yield route, found


MEASURES = (shared, routes)
