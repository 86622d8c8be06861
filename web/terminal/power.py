"""The power audit at a prompt: gates first, then each measure with its sentence, then warnings."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from itertools import chain

import click
from rich.console import RenderableType

from domain.ids import CommitteeId
from projections.power.evidence import Evidence, Window
from projections.power.gatherings import last_meetings
from projections.power.guards import BY_LUCK
from projections.power.measure import Measure
from projections.power.reading import facts
from projections.power.report import Report, report
from projections.power.strong import Indices
from projections.power.warnings import PowerWarning
from web.terminal import words
from web.terminal.agreed import benchmark
from web.terminal.agreed_told import benchmarks
from web.terminal.asked import Answer, Asked
from web.terminal.parts import Facts, moment
from web.terminal.printing import filled, heading, plain
from web.terminal.provenance import Provenance
from web.terminal.when import END_OF_DAY

WHICH = "There are several committees. Say which with --committee: {}."
NONE_YET = "There is no committee yet, so there is nothing to count."


def audit_power(
    asked: Asked,
    committee: CommitteeId | None,
    first: datetime | None,
    last: datetime | None,
    meetings: int | None = None,
) -> Answer:
    """Every measure of one committee, of what happened in a window, or since so many meetings."""
    if first and meetings:
        raise click.UsageError("Say --from or --meetings, not both.")
    about = committee or only_one(asked)
    window = window_of(asked, first, last)
    evidence = Evidence(facts(asked.services.governance, asked.upto), about, window)
    if meetings:
        evidence = evidence.since(last_meetings(evidence, meetings))
    found = report(evidence)
    agreed, grounds = asked.services.mandates.benchmarks(about, *asked.stop), Provenance(asked)
    return Answer(
        lambda: _facts(found) | {"agreed": [benchmark(one, grounds) for one in agreed]},
        lambda: chain(_told(found), benchmarks(agreed, grounds)),
    )


def window_of(asked: Asked, first: datetime | None, last: datetime | None) -> Window:
    """From one moment to another, and never past the stop that is asked about."""
    return Window(first, min(filter(None, (last, asked.at)), default=None))


def begin(day: datetime | None) -> datetime | None:
    """The first moment of a day."""
    return day and datetime.combine(day.date(), time.min, UTC)


def end(day: datetime | None) -> datetime | None:
    """The last moment of a day."""
    return day and datetime.combine(day.date(), END_OF_DAY, UTC)


def only_one(asked: Asked) -> CommitteeId:
    """The committee that is meant where there is no other."""
    every = asked.services.directory.committees(*asked.stop)
    if len(every) > 1:
        raise click.UsageError(WHICH.format(", ".join(one.name for one in every)))
    if not every:
        raise click.UsageError(NONE_YET)
    return CommitteeId(every[0].committee)


def _facts(found: Report) -> Facts:
    """One measure after the other: each names all that it rests on, which may be a whole log."""
    return {
        "headline": found.headline,
        "doubts": list(found.doubts),
        "gates": (_measure(one) for one in found.gates),
        "metrics": (_measure(one) for one in found.measures),
        "warnings": [_warning(one) for one in found.warnings],
    }


def _measure(one: Measure) -> Facts:
    return {
        "id": one.id,
        "tier": one.tier,
        "value": None if one.value is None else float(one.value),
        "k": one.k,
        "n": one.n,
        "guard": one.guard,
        "display": one.display,
        "interval": [one.interval.low, one.interval.high] if one.interval else None,
        "sentence": one.answer,
        "question": one.question,
        "parts": dict(one.parts),
        "exceptions": list(one.exceptions),
        "indices": [_indices(found) for found in one.indices],
        "event_ids": list(one.event_ids),
    }


def _indices(found: Indices) -> Facts:
    """As ``hands power`` tells them, of so many votes that were the same game."""
    return {
        "votes": found.votes,
        "players": [
            {
                "seat": seat.seat,
                "n": seat.number,
                "banzhaf": str(seat.banzhaf),
                "banzhaf_share": str(seat.share),
                "shapley_shubik": str(seat.shapley_shubik),
            }
            for seat in found.seats
        ],
        "power_to_act": str(found.to_act),
    }


def _warning(one: PowerWarning) -> Facts:
    return {
        "id": one.id,
        "since": moment(one.since),
        "sentence": one.sentence,
        "ask": one.ask,
        "event_ids": list(one.event_ids),
    }


def _told(found: Report) -> Iterator[RenderableType]:
    yield heading(found.headline)
    for doubt in found.doubts:
        yield plain(f"  {doubt}")
    yield plain("")
    yield from _part("Can we trust this record?", found.gates)
    yield from _part("Is power shared?", found.measures)
    if found.warnings:
        yield heading("Something to talk about")
        yield filled(
            ("", "", ""), ((one.id, words.day(one.since), one.sentence) for one in found.warnings)
        )
        yield plain("")
    if any(one.interval for one in (*found.gates, *found.measures)):
        yield plain(f"Between: {BY_LUCK}")


def _part(name: str, measures: Sequence[Measure]) -> Iterator[RenderableType]:
    yield filled(
        (name, "", "", ""), ((one.id, one.question, one.display, one.tier) for one in measures)
    )
    for one in measures:
        if one.parts:
            yield plain(f"  {one.id}: " + ", ".join(f"{what} {n}" for what, n in one.parts))
        for found in one.indices:
            yield plain(f"  {one.id}: {_strong(found)}")
    yield plain("")


def _strong(found: Indices) -> str:
    """How strong one vote of each seat was: by Banzhaf's measure, and by Shapley and Shubik's."""
    seats = (
        f"one vote of {seat.number} {seat.seat} {float(seat.banzhaf):.3f}"
        f" (Shapley-Shubik {float(seat.shapley_shubik):.3f})"
        for seat in found.seats
    )
    of = "1 vote" if found.votes == 1 else f"{found.votes} votes"
    return f"in {of}, {', '.join(seats)}; power to act {float(found.to_act):.3f}"
