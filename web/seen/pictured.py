"""The pictures of the audit: a strip of choices, a matrix, arrows, and a line for each step-in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import g, url_for

from domain.events import StepInApplied, StepInLifted, StepInTold
from domain.kinds import Audience, Route
from projections.power.measure import Measure
from projections.power.stepping_in import StepIn
from projections.power.strip import Night
from web.clock import Moment
from web.seen.part_words import ROUTES
from web.seen.step_in_brief import FOUND, KIND
from web.services import services

MOST_SQUARES = 60
ACROSS = ("members decided", "both decided", "staff decided")
DOWN = ("members began", "staff began")
"""How B7 names its rows and columns."""
TWO_WEEKS = 14


@dataclass(frozen=True, slots=True)
class Square:
    """One choice."""

    route: Route
    how: str
    title: str
    on: Moment
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """The choices of one night."""

    words: str
    squares: list[Square]


@dataclass(frozen=True, slots=True)
class Strip:
    """The last choices in order of time, and what their shapes mean."""

    nights: list[Row]
    legend: list[tuple[Route, str]]
    left_out: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who began it by who decided it; ``beside`` are those that fit in no cell."""

    across: list[str]
    rows: list[tuple[str, list[int]]]
    beside: int


@dataclass(frozen=True, slots=True)
class Way:
    """So many things that went from one group to another; ``dashed``: unasked."""

    giver: str
    taker: str
    number: int
    words: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What happened so many days after a step-in began; more than two weeks stand at the end."""

    letter: str
    words: str
    day: float
    on: Moment


@dataclass(frozen=True, slots=True)
class Acted:
    """One step-in on its line of two weeks."""

    on: Moment
    reason: bool
    marks: list[Mark]
    told: Moment | None
    over: Moment | None
    looked_at: Moment | None
    found: str
    href: str


def strip_of(nights: Sequence[Night]) -> Strip | None:
    """The squares, the last sixty where there are more."""
    every = [(night, square) for night in nights for square in night.squares]
    last = every[-MOST_SQUARES:]
    if not last:
        return None
    titles = services().naming.names([square.proposal for _, square in last])
    rows: dict[int, Row] = {}
    for night, one in last:
        row = rows.setdefault(id(night), Row(_night(night), []))
        row.squares.append(
            Square(
                route=one.route,
                how=ROUTES[one.route],
                title=titles[one.proposal],
                on=g.clock.tell_day(one.at.astimezone(g.clock.zone).date()),
                href=url_for("why.story", proposal=one.proposal),
            )
        )
    used = {square.route for _, square in last}
    legend = [(route, ROUTES[route]) for route in Route if route in used]
    return Strip([*rows.values()], legend, len(every) - len(last))


def _night(night: Night) -> str:
    """Its day, as short as on a calendar."""
    day = night.begins.astimezone(g.clock.zone)
    return f"{day.day} {day:%b}" + ("" if day.year == g.clock.today.year else f" {day.year}")


def matrix_of(one: Measure) -> Matrix:
    """The six cells of B7."""
    counts = dict(one.parts)
    rows = [(f"{who} it".capitalize(), [counts[f"{who}, {by}"] for by in ACROSS]) for who in DOWN]
    return Matrix([*ACROSS], rows, counts["not in this table"])


def handovers_of(one: Measure) -> list[Way]:
    """Which way jobs were given, by the parts of E3."""
    ways = [(name.partition(" to "), number) for name, number in one.parts]
    return [Way(giver, taker, many, "given and taken") for (giver, _, taker), many in ways]


def takeovers_of(one: Measure) -> list[Way]:
    """What staff took over from members (E5): when asked, and without."""
    asked, number = one.k or 0, one.n or 0
    ways = [
        Way("members", "staff", asked, "staff were asked"),
        Way("members", "staff", number - asked, "nobody asked them", dashed=True),
    ]
    return [way for way in ways if way.number]


def timeline_of(step_ins: Sequence[StepIn]) -> list[Acted]:
    """Each step-in: told, over, looked at, and after how long."""
    return [_acted(one) for one in step_ins]


def _acted(one: StepIn) -> Acted:
    began, moments = one.told.occurred_at, _moments(one)
    marks = [Mark("S", "Staff stepped in", 0, g.clock.tell(began))]
    marks += [
        Mark(letter, words, min((at - began).total_seconds() / 86_400, TWO_WEEKS), g.clock.tell(at))
        for letter, words in LETTERS.items()
        if (at := moments[letter]) is not None
    ]
    told, over, looked_at = (
        g.clock.tell(at) if (at := moments[letter]) else None for letter in LETTERS
    )
    return Acted(
        on=g.clock.tell(began),
        reason=one.has_reason,
        marks=marks,
        told=told,
        over=over,
        looked_at=looked_at,
        found=FOUND[one.finding][0] if one.finding in KIND else "",
        href=_where(one),
    )


LETTERS = {"T": "They told us", "E": "It ended", "L": "We looked at it"}


def _moments(one: StepIn) -> Mapping[str, datetime | None]:
    """When the committee was told, when it was over, and when others looked at it."""
    told = one.told
    if not isinstance(told, StepInApplied):
        return dict.fromkeys(LETTERS)
    heard = [
        e.occurred_at
        for e in one.stream.only(StepInTold)
        if e.step_in == told.step_in and e.to in (Audience.COMMITTEE, Audience.PUBLIC)
    ]
    lifted = [e.occurred_at for e in one.stream.only(StepInLifted) if e.step_in == told.step_in]
    over = min([*lifted, *([told.ends] if told.ends else [])], default=None)
    looked = [review.occurred_at for review in one.reviews]
    return {"T": min(heard, default=None), "E": over, "L": min(looked, default=None)}


def _where(one: StepIn) -> str:
    if isinstance(one.told, StepInApplied):
        return url_for("step_ins.show", step_in=one.told.step_in)
    return url_for("why.story", proposal=one.stream.id)
