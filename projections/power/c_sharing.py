"""C0 and C1: how many choices were made together, and by which route each was made."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from domain.events import DecisionTaken
from domain.kinds import Route
from projections.power.decisions import Decision, decisions
from projections.power.evidence import Evidence
from projections.power.judging import TOGETHER, Judged, Needed, judge
from projections.power.measure import Card, Measure, Tier
from projections.power.settings import Settings

C0 = Card(
    "C0",
    Tier.CORE,
    "How many choices did we really make together?",
    "We count a choice as made together if six things are so. One: all of us made it, or those "
    "we chose. Two: they had the right to. Three: staff could not have said yes alone. We look at "
    "who was there. Four: most members knew about it in time, in an easy form. Most is four of "
    "five who could vote. If it was in a hurry, we said yes later. Five: somebody wrote down why. "
    "Six: nobody undid it without us. Did nobody hand out a paper? Then the words of the idea "
    "count. An idea can have parts. If all parts were made together, they count as one choice. If "
    "not, each part that was not counts. A vote with too few people is no choice.",
)
C0W = Card(
    "C0w",
    Tier.CORE,
    "How many of the big choices did we really make together?",
    "We count as before, but a bigger choice counts for more. It counts two or three times. "
    "How big it is was said before we decided. Where nobody said, it counts once.",
)
C1 = Card(
    "C1",
    Tier.CORE,
    "How was each choice made?",
    "We count the choices by how each was made. We go by what was written down then.",
)
C1W = Card(
    "C1w",
    Tier.CORE,
    "How was each big choice made?",
    "We count as before, but a bigger choice counts for more. It counts two or three times.",
)


def shared(evidence: Evidence, settings: Settings) -> Measure:
    """C0, the shared-decision rate; its parts say which condition failed how often."""
    by = judge(evidence, settings)
    choices = by.choices()
    so, missed = _shared(choices), Counter(needed for one in choices for needed in one.failed)
    parts = [(needed.value, missed[needed]) for needed in Needed if missed[needed]]
    parts += _weights(choices)
    sentence = f"We made {len(so)} of {len(choices)} choices really together."
    return C0.share(so, [one.taken for one in choices], sentence, by.behind(), parts)


def shared_by_weight(evidence: Evidence, settings: Settings) -> Measure:
    """C0w, the same by stake."""
    by = judge(evidence, settings)
    choices = by.choices()
    weights = {one.taken.event_id: one.weight for one in choices}
    among = [one.taken for one in choices]
    so, of_all = sum(weights[one.event_id] for one in _shared(choices)), sum(weights.values())
    sentence = f"Counted by how big they were, {so} of {of_all} were shared."
    parts = [("choices", len(choices))]
    found = C0W.counted_in(so, of_all, sentence, among, by.behind(), parts, len(choices))
    return replace(found, so=tuple(_shared(choices)), among=tuple(among))


def routes(evidence: Evidence, settings: Settings) -> Measure:
    """C1, the route mix: all counts, in the order of the list of routes."""
    del settings
    taken = decisions(evidence)
    mix = Counter(one.route for one in taken)
    parts = [(route.value, mix[route]) for route in Route if mix[route]]
    voted = _together(taken)
    sentence = f"All of us, or those we chose, made {len(voted)} of {len(taken)} choices."
    if unknown := mix[Route.UNDOCUMENTED]:
        sentence += f" Of {unknown} nobody wrote down how."
    behind = [one.stream.events[0] for one in taken]
    return C1.share(voted, [one.taken for one in taken], sentence, behind, parts)


def routes_by_weight(evidence: Evidence, settings: Settings) -> Measure:
    """C1w, the same by stake."""
    del settings
    taken, weight = decisions(evidence), Counter[Route]()
    for one in taken:
        weight[one.route] += int(one.stake)
    so, of_all = sum(weight[route] for route in TOGETHER), weight.total()
    parts = [(route.value, weight[route]) for route in Route if weight[route]]
    sentence = f"By size, we or those we chose made {so} of {of_all}."
    among, behind = [one.taken for one in taken], [f for o in taken for f in o.stream.events]
    found = C1W.counted_in(so, of_all, sentence, among, behind, parts, len(taken))
    return replace(found, so=tuple(_together(taken)), among=tuple(among))


def _together(taken: Iterable[Decision]) -> list[DecisionTaken]:
    return [one.taken for one in taken if one.route in TOGETHER]


def _shared(choices: Iterable[Judged]) -> list[DecisionTaken]:
    return [one.taken for one in choices if not one.failed]


def _weights(choices: Iterable[Judged]) -> list[tuple[str, int]]:
    told = list(choices)
    so = sum(one.weight for one in told if not one.failed)
    return [("weight shared", so), ("weight of all", sum(one.weight for one in told))]


MEASURES = (shared, shared_by_weight, routes, routes_by_weight)
