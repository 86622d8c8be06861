"""Numbers in which luck has no part, and questions that are never numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from projections.power.evidence import Fact
from projections.power.guards import Guard
from projections.power.measure import Card, Measure


def exact(  # noqa: PLR0913 -- a number is told with all of this
    card: Card,
    of: Sequence[Fact],
    among: Sequence[Fact],
    sentence: str,
    behind: Iterable[Fact] = (),
    parts: Iterable[tuple[str, int]] = (),
) -> Measure:
    """So many of so many: each of them is told, few or many, and no share is made of it."""
    counted = card.share(of, among, sentence, behind, parts)
    guard = Guard.K_OF_N if among else Guard.NOTHING
    return replace(counted, guard=guard, value=None, interval=None)


def flag(
    card: Card,
    among: Sequence[Fact],
    sentence: str,
    behind: Iterable[Fact] = (),
    parts: Iterable[tuple[str, int]] = (),
) -> Measure:
    """Something to talk about, with its counts and no number made of them."""
    return replace(exact(card, among, among, sentence, behind, parts), k=None)


def times(many: int) -> str:
    """How often, as people say it."""
    return "once" if many == 1 else f"{many} times"
