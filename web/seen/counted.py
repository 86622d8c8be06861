"""One measure as a page shows it: its number in words, its pictures, and the table beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from flask import url_for

from projections.power.guards import Guard, Interval, percent
from projections.power.measure import Measure, Tier
from web.seen.agreed import Agreed
from web.seen.part_words import GROUPS, part_number, part_words
from web.seen.pictured import Acted, Matrix, Strip, Way

MOST_DOTS = 60
COUNTED = {
    "A1": "changes",
    "A2": "lines",
    "A3": "votes",
    "A4": "members",
    "A5": "receipts and the like",
    "B1": "ideas",
    "B2": "ideas of members",
    "B3": "ideas of members",
    "B4": "choices",
    "B5": "ideas",
    "B6": "kinds of choices",
    "B7": "choices",
    "C0": "choices",
    "C1": "choices",
    "C2": "votes",
    "C3": "votes",
    "C4": "votes",
    "C5": "times",
    "C6": "votes",
    "C7": "choices",
    "C8": "times",
    "C9": "choices",
    "C10": "choices",
    "C11": "choices",
    "C12": "promises",
    "D1": "times",
    "D2": "votes",
    "D3": "votes",
    "D4": "worries",
    "D5": "questions and worries",
    "D6": "things",
    "E1": "jobs",
    "E3": "jobs",
    "E4": "offers",
    "E5": "jobs",
    "E6": "jobs",
    "E7": "jobs",
    "E8": "jobs",
    "E9": "people",
    "F1": "choices",
    "F2": "times",
    "F3": "times",
    "F4": "choices",
    "F5": "questions",
    "G1": "meetings",
    "H2": "choices",
    "TLAP": "choices",
}
"""What there are so many of. Where big things count for more, there is nothing to name."""

OF_ALL = {"C8": "all well done", "C2": "staff could do neither", "C11": "kept to it"}
"""What is so of the k, where the sentence tells of something else."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A share of a hundred, between what luck could have moved it, and whose it is."""

    share: float
    low: float
    high: float
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of the table: what, and how many in words."""

    what: str
    number: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One measure as a page shows it. ``dots``: so many of so many, where they can be drawn."""

    id: str
    question: str
    sentence: str
    is_context: bool
    dots: tuple[int, int] | None
    plots: list[Plot]
    rows: list[Cell]
    counted: str
    source: str
    events: str
    number: int
    strip: Strip | None = None
    matrix: Matrix | None = None
    ways: Sequence[Way] = ()
    timeline: Sequence[Acted] = ()
    agreed: Sequence[Agreed] = ()


def shown(one: Measure, span: str) -> Shown:
    """With all that the page needs."""
    return Shown(
        id=one.id,
        question=one.question,
        sentence=one.answer,
        is_context=one.tier is Tier.CONTEXT,
        dots=None if one.id == "C1" else _dots(one),
        plots=list(_plots(one)),
        rows=[] if one.why_not or one.guard is Guard.NOTHING else list(_rows(one)),
        counted=one.counted,
        source=one.source,
        events=url_for("sharing.events", metric=one.id, span=span),
        number=len(one.event_ids),
    )


def groups_of(one: Measure) -> tuple[list[Plot], list[Cell]]:
    """What each group did or said, drawn and in a table."""
    return list(_plots(one)), [
        Cell(GROUPS[it.seat], _of(it.k, it.n, it.interval, edge=it.edge)) for it in one.groups
    ]


def _dots(one: Measure) -> tuple[int, int] | None:
    if one.k is None or not one.n or one.unit or one.n > MOST_DOTS or one.guard is Guard.NOTHING:
        return None
    return one.k, one.n


def _plots(one: Measure) -> Iterator[Plot]:
    """The share of all, or of each group; a difference between groups is no share."""
    if one.groups:
        for group in one.groups:
            if group.interval:
                yield _plot(Fraction(group.k, group.n), group.interval, GROUPS[group.seat])
    elif one.interval is not None and one.value is not None and not one.unit:
        yield _plot(one.value, one.interval)


def _plot(share: Fraction | float, within: Interval, whose: str = "") -> Plot:
    tenths = [round(100 * float(one), 1) for one in (share, within.low, within.high)]
    return Plot(tenths[0], tenths[1], tenths[2], whose)


def _rows(one: Measure) -> Iterator[Cell]:
    yield from _in_all(one)
    for group in one.groups:
        yield Cell(GROUPS[group.seat], _of(group.k, group.n, group.interval, edge=group.edge))
    for name, number in () if one.id == "E3" else one.parts:  # its arrows have them
        yield Cell(part_words(one.id, name), part_number(name, number))


def _in_all(one: Measure) -> Iterator[Cell]:
    """The number itself, with its unit and its sign in words."""
    things, counted = f" {COUNTED[one.id]}" if one.id in COUNTED else "", one.n or 0
    if one.unit:
        yield Cell("What we looked at", f"{counted}{things}")
        if one.value is not None:
            yield Cell(OF_ALL.get(one.id, "How many"), _in_its_unit(one, float(one.value)))
    elif one.k is not None and one.n:
        yield Cell(
            OF_ALL.get(one.id, "How many"),
            _of(one.k, one.n, None if one.groups else one.interval, things),
        )
    elif one.value is not None and one.n and one.guard is not Guard.LIST and not one.groups:
        yield Cell(
            OF_ALL.get(one.id, "How many"), f"{float(one.value * one.n):g} of {one.n}{things}"
        )
    elif one.n:
        yield Cell(OF_ALL.get(one.id, "How many"), f"{counted}{things}")


def _of(k: int, n: int, within: Interval | None, things: str = "", edge: str = "") -> str:
    told = f"{edge}{k} of {n}{things}"
    if within is None:
        return told
    by_luck = f"by luck between {percent(within.low)} and {percent(within.high)}"
    return f"{told}, {percent(Fraction(k, n))}, {by_luck}".replace(" %", "\N{NO-BREAK SPACE}%")


def _in_its_unit(one: Measure, number: float) -> str:
    if one.id == "F1":
        return _lead(number)
    if one.id == "H2":
        return f"night {number:g}"
    return f"{number:.1f}".removesuffix(".0") + f" {one.unit}"


def _lead(days: float) -> str:
    """Who knew first, in words: a sign says nothing to most of us."""
    if days == 0:
        return "0 days: all knew at the same time"
    unit = "day" if abs(days) == 1 else "days"
    return f"{abs(days):g} {unit}: {'staff' if days > 0 else 'members'} knew first"
