"""What we agreed on beforehand: by which times we count, and what we aim for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from flask import g, url_for

from domain.errors import NotFound
from domain.events import DecisionTaken
from domain.ids import CommitteeId
from domain.kinds import Benchmark
from projections.agreed_seen import BenchmarkSeen
from projections.power.guards import percent
from projections.power.settings import COUNTS_BY, Settings
from projections.wording import time_in_words
from web.seen.plans import Pick
from web.seen.rights import Rights
from web.services import services

HOUR = timedelta(hours=1)
USUAL = Settings()
NO_SUCH = "There is nothing like this to agree on."
AS_MANY_AS_WE_ARE = "heads"
EACH_COUNTS = "Each person counts the same."


@dataclass(frozen=True, slots=True)
class Thing:
    """Something to agree on: the measure it is for, its question, and what holds until then."""

    metric: str
    words: str
    picture: str
    usual: timedelta | Fraction | None

    @property
    def is_time(self) -> bool:
        """Whether it is a time, and no share."""
        return isinstance(self.usual, timedelta)


THINGS = (
    Thing("F2", "How long before a choice should we know about it?", "clock", USUAL.notice),
    Thing("F4", "How soon should we hear what came of it?", "talk", USUAL.told_within),
    Thing("C8", "How soon do we look at it when staff step in?", "safety", USUAL.review_within),
    Thing("A2", "How soon do we write things down?", "record", USUAL.late),
    Thing("A1", "How many changes must show who agreed?", "why", USUAL.traced),
    Thing("A4", "How many of us must say that the record is right?", "people", USUAL.attested),
    Thing("B1", "How many ideas should come from members?", "idea", None),
    Thing("C0", "How many choices should we make together?", "decided", None),
    Thing("G1", "How many meetings should members run?", "chair", None),
)
SHARES = tuple(Fraction(one, 10) for one in range(10, 4, -1))


@dataclass(frozen=True, slots=True)
class Agreed:
    """What holds for one of them. ``on``, ``decided``: days in words, or empty."""

    metric: str
    question: str
    picture: str
    holds: str
    on: str
    decided: str
    why: str
    change: str

    @property
    def told(self) -> str:
        """Since when, in sentences; nothing where we did not agree on it."""
        if not self.on:
            return ""
        return f"We agreed on this on {self.on}." + (
            f" We decided it on {self.decided}." if self.decided else ""
        )


def find(metric: str) -> Thing:
    """What can be agreed on for this measure."""
    found = next((one for one in THINGS if one.metric == metric), None)
    if found is None:
        raise NotFound(NO_SUCH)
    return found


def agreed(committee: CommitteeId) -> list[Agreed]:
    """Each with what holds now."""
    rights, adopted = Rights(), services().mandates.benchmarks(committee)
    by_key = {(one.metric, one.benchmark is Benchmark.TIME): one for one in adopted}
    return [_agreed(one, by_key.get((one.metric, one.is_time)), rights) for one in THINGS]


def agreed_for(committee: CommitteeId) -> Mapping[str, list[Agreed]]:
    """Measure -> what it counts by, and what we aim for; nothing that nobody agreed on."""
    found: dict[str, list[Agreed]] = defaultdict(list)
    for thing, one in zip(THINGS, agreed(committee), strict=True):
        if one.holds:
            for metric in _counting_by(thing):
                found[metric].append(one)
    return found


def shares(thing: Thing) -> list[Pick]:
    """What a share can be, the biggest first."""
    found = [Pick(str(one), _of_ten(one), "people") for one in SHARES]
    if thing.metric == "B1":
        found.append(Pick(AS_MANY_AS_WE_ARE, "As many as we are", "fair", EACH_COUNTS))
    return found


def _counting_by(thing: Thing) -> Iterator[str]:
    if not thing.is_time:
        yield thing.metric
    yield from (metric for metric, times in COUNTS_BY.items() if thing.metric in times)


def _agreed(thing: Thing, seen: BenchmarkSeen | None, rights: Rights) -> Agreed:
    right = rights.of(seen) if seen else None
    decided = right.occurred_at if isinstance(right, DecisionTaken) else None
    return Agreed(
        metric=thing.metric,
        question=thing.words,
        picture=thing.picture,
        holds=_adopted(seen) if seen else _usual(thing),
        on=g.clock.tell(seen.since, to_the_day=True).words if seen else "",
        decided=g.clock.tell(decided, to_the_day=True).words if decided else "",
        why=rights.href(seen) if seen else "",
        change=url_for("agreed.changing", metric=thing.metric),
    )


def _adopted(seen: BenchmarkSeen) -> str:
    if seen.hours is not None:
        return f"{time_in_words(seen.hours)}."
    if seen.value is not None:
        return f"{_of_ten(seen.value)}."
    return (
        "Half." if seen.benchmark is Benchmark.GROUP_PARITY else f"As many as we are. {EACH_COUNTS}"
    )


def _usual(thing: Thing) -> str:
    match thing.usual:
        case timedelta():
            return f"{time_in_words(thing.usual // HOUR)}."
        case Fraction():
            return f"{_of_ten(thing.usual)}."
        case None:
            return ""


def _of_ten(share: Fraction) -> str:
    """A share as so many of ten, where it is whole."""
    tenths = share * 10
    if share == 1:
        return "All"
    return f"{tenths.numerator} of 10" if tenths.denominator == 1 else percent(share)
