"""What a measure answers: a number under its guard, a sentence, and what it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from domain.values import EventId
from projections.power.evidence import Fact, names
from projections.power.groups import Group, told_gap
from projections.power.guards import (
    Guard,
    Interval,
    guard_of,
    percent,
    shown,
    wilson,
)
from projections.power.strong import Indices


class Tier(StrEnum):
    """What a measure may be used for."""

    GATE = "gate"
    """Must hold before any headline is told."""
    CORE = "core"
    CONTEXT = "context"
    """Never alone: it can look well where power is taken."""
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure of one window.

    ``k`` of ``n`` things are so; ``value`` is the share, or a number in ``unit``. ``parts`` are the
    counts behind it, by name. ``sentence`` asks the question that it answers, in easy words.
    ``why_not`` says why it cannot answer yet, where it cannot.
    """

    id: str
    tier: Tier
    question: str
    sentence: str
    rests_on: tuple[Fact, ...]
    k: int | None = None
    n: int | None = None
    value: Fraction | float | None = None
    unit: str = ""
    parts: tuple[tuple[str, int], ...] = ()
    so: tuple[Fact, ...] = ()
    """The k of the n; all others of the n are exceptions."""
    among: tuple[Fact, ...] = ()
    interval: Interval | None = None
    guard: Guard = Guard.NOTHING
    why_not: str = ""
    counted: str = ""
    source: str = ""
    """How it is counted, and by which standard or paper: from its card."""
    groups: tuple[Group, ...] = ()
    """The same of each group, where groups are set side by side."""
    indices: tuple[Indices, ...] = ()
    """How strong votes were by the rules, where a measure is about rules."""
    people: tuple[int, int] | None = None
    """How many people are behind the k, and behind the rest, where it tells of what people do."""
    aim: Fraction | None = None
    aim_told: str = ""
    """What was agreed beforehand to aim for, and how the number stands to it."""

    @property
    def event_ids(self) -> tuple[EventId, ...]:
        """The events from which alone the same number comes out again, each once."""
        return tuple(dict.fromkeys(names(self.rests_on)))

    @property
    def exceptions(self) -> tuple[EventId, ...]:
        """Where a measure says how many are so: those that are not, to be looked at one by one."""
        so = set(names(self.so))
        return tuple(name for name in names(self.among) if name not in so)

    @property
    def answer(self) -> str:
        """The sentence, what may be said of the difference between groups, and the aim."""
        gap = told_gap(self.groups) if self.groups else ""
        return " ".join(one for one in (self.sentence, gap, self.aim_told) if one)

    @property
    def display(self) -> str:
        """The number as it may be shown."""
        if self.why_not:
            return self.why_not
        if self.n is not None and self.k is not None and not self.unit:
            return shown(self.k, self.n, self.guard, by_luck=self.interval is not None)
        if self.k is None and self.groups:
            return ", ".join(f"{one.seat}: {one.display}" for one in self.groups)
        if self.guard is Guard.K_OF_N and not self.unit and self.value is not None and self.n:
            return f"{float(self.value * self.n):g} of {self.n}"
        if self.guard is Guard.LIST:
            return f"{self.n} of them: too few to count, look at each"
        if self.value is None and self.parts and not self.unit:
            return f"{self.n} in all"
        if self.value is None:
            return Guard.NOTHING.value
        number = float(self.value)
        return f"{round(number, 1):g} {self.unit}" if self.unit else percent(number)


@dataclass(frozen=True, slots=True)
class Card:
    """What a measure is, whatever the window: its id, tier, question, and how it is counted."""

    id: str
    tier: Tier
    question: str
    counted: str
    source: str = ""

    def share(
        self,
        of: Sequence[Fact],
        among: Sequence[Fact],
        sentence: str,
        behind: Iterable[Fact] = (),
        parts: Iterable[tuple[str, int]] = (),
    ) -> Measure:
        """So many of so many, with all that this rests on; what is not so is listed."""
        counted = self.counted_in(len(of), len(among), sentence, among, behind, parts)
        return replace(counted, so=tuple(of), among=tuple(among))

    def counted_in(  # noqa: PLR0913 -- a number is told with all of this
        self,
        k: int | None,
        n: int,
        sentence: str,
        among: Sequence[Fact],
        behind: Iterable[Fact] = (),
        parts: Iterable[tuple[str, int]] = (),
        things: int | None = None,
    ) -> Measure:
        """So many of so many where what is counted is no event of its own, such as pairs.

        Without ``k`` it is a table of its parts. ``things``: how many things k and n weigh.
        """
        guard = guard_of(n if things is None else things)
        so = None if k is None or guard in (Guard.NOTHING, Guard.LIST) else k
        by_luck = guard is Guard.RATE and things is None
        return replace(
            self._told(n, sentence, (*among, *behind), parts),
            k=k,
            value=None if so is None else Fraction(so, n),
            interval=wilson(so, n) if so is not None and by_luck else None,
            guard=guard,
        )

    def weighed(
        self,
        k: Fraction,
        n: int,
        sentence: str,
        among: Sequence[Fact],
        behind: Iterable[Fact] = (),
    ) -> Measure:
        """So many of so many where one thing can count in parts; without an interval then."""
        whole = int(k) if k.denominator == 1 else None
        guard = guard_of(n)
        found = self.counted_in(whole or 0, n, sentence, among, behind)
        share = k / n if n and guard is not Guard.LIST else None
        return replace(
            found, k=whole, value=share, interval=found.interval if whole is not None else None
        )

    def number(  # noqa: PLR0913 -- a number is told with all of this
        self,
        value: Fraction | float | None,
        unit: str,
        among: Sequence[Fact],
        sentence: str,
        behind: Iterable[Fact] = (),
        parts: Iterable[tuple[str, int]] = (),
    ) -> Measure:
        """A number in a unit, such as days, of so many things."""
        told = self._told(len(among), sentence, (*among, *behind), parts)
        small = told.guard in (Guard.NOTHING, Guard.LIST)
        return replace(told, value=None if small else value, unit=unit)

    def cannot(self, why: str, rests_on: Iterable[Fact] = ()) -> Measure:
        """What it answers where it cannot count."""
        return replace(self._told(0, NOTHING_YET, rests_on), sentence=why, why_not=why)

    def _told(
        self,
        n: int,
        sentence: str,
        rests_on: Iterable[Fact],
        parts: Iterable[tuple[str, int]] = (),
    ) -> Measure:
        """Of so many things, with what is the same of every measure."""
        return Measure(
            id=self.id,
            tier=self.tier,
            question=self.question,
            sentence=sentence if n else NOTHING_YET,
            rests_on=tuple(rests_on),
            n=n,
            parts=tuple(parts),
            guard=guard_of(n),
            counted=self.counted,
            source=self.source,
        )


def things(number: int, one: str, many: str = "") -> str:
    """So many of something, as people say it."""
    return f"{number} {one if number == 1 else many or one + 's'}"


NOTHING_YET = "There is nothing to count yet."
