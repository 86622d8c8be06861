"""I: what must be asked, not computed. People's own words, in private, group beside group.

A survey is closed with sums only, and these lie sealed; so each answer here is given the opened
sums beside the event that holds them.
"""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from fractions import Fraction

from domain.details import Sums
from domain.events import SurveyClosed
from domain.kinds import Seat
from projections.power.evidence import Evidence
from projections.power.groups import Group, gap
from projections.power.guards import PEOPLE
from projections.power.measure import NOTHING_YET, Card, Measure, Tier


class Said(StrEnum):
    """What somebody can answer to each of the five."""

    YES = "yes"
    SOMETIMES = "sometimes"
    NO = "no"
    RATHER_NOT = "don't want to say"


COUNTED = (
    "People were asked in private. We count who said yes, of all who answered. Sometimes is not "
    "a yes. Who does not want to say is left out. A group of fewer than five is never shown. Where "
    "all or nobody said yes, we leave one open. Else it would tell of each."
)
QUESTIONS = (
    "I can say no here",
    "My ideas change things",
    "I know what is going on",
    "I can get help that I choose",
    "We share the jobs fairly",
)
"""The five, in their order. Staff are asked the same."""
CARDS = tuple(
    Card(f"I{number}", Tier.CORE, words, COUNTED) for number, words in enumerate(QUESTIONS, start=1)
)
SIDE_BY_SIDE = "So many of each group said yes, in private."
ERASED = "What people said was taken out of the record."
TOO_FEW = "Too few people were asked to tell it without telling of each."


def key(card: Card, said: Said) -> str:
    """Under which name a survey keeps how many gave this answer to this question."""
    return f"{card.question}: {said}"


def last_survey(evidence: Evidence) -> SurveyClosed | None:
    """The last time that people were asked."""
    return max(evidence.of(SurveyClosed), key=lambda one: one.occurred_at, default=None)


def answers(closed: SurveyClosed, sums: Sums | None) -> tuple[Measure, ...]:
    """The five answers of one survey, in the order of its questions.

    ``sums`` are what it holds sealed; none where that was erased.
    """
    return tuple(_answer(card, closed, sums) for card in CARDS)


def _answer(card: Card, closed: SurveyClosed, sums: Sums | None) -> Measure:
    if sums is None:
        return card.cannot(ERASED, [closed])
    asked = [one for seat in Seat if (one := _group(card, seat, sums.get(seat, {}))).n]
    if not asked:
        return card.cannot(NOTHING_YET, [closed])
    told = tuple(one for one in asked if one.n >= PEOPLE)
    return _side_by_side(card, closed, told) if told else card.cannot(TOO_FEW, [closed])


def _side_by_side(card: Card, closed: SurveyClosed, told: tuple[Group, ...]) -> Measure:
    """The groups beside each other, and by how much they differ where that can be said."""
    asked = sum(one.n for one in told)
    measure = card.counted_in(None, asked, SIDE_BY_SIDE, [closed])
    between, share = gap(told), {one.seat: Fraction(one.k, one.n) for one in told}
    differ = share[Seat.MEMBER] - share[Seat.STAFF] if between else None
    return replace(measure, groups=told, interval=between, value=differ)


def _group(card: Card, seat: Seat, sums: Mapping[str, int]) -> Group:
    """How many of a group said yes; at its edges one is left open."""
    said = {one: sums.get(key(card, one), 0) for one in Said}
    yes, n = said[Said.YES], sum(many for one, many in said.items() if one is not Said.RATHER_NOT)
    edge = "at least " if yes >= n - 1 else "at most " if yes <= 1 else ""
    k = max(1, min(yes, n - 1)) if n >= PEOPLE else yes
    return Group(seat, k, n, (k, n - k), edge if n >= PEOPLE else "")
