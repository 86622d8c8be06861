"""``hands audit``: is power shared; and what people have to look at themselves."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain

import click
from rich.console import RenderableType

from domain.ids import CommitteeId
from projections.audit import Entry
from projections.power.evidence import Window
from projections.seen import DecisionSeen
from web.terminal import breaches as beyond
from web.terminal import facts, parts, power, register_told, tables, words
from web.terminal.asked import Answer, Asked, question
from web.terminal.pages import register_pages, uncited_pages
from web.terminal.parts import Facts
from web.terminal.printing import filled, heading, plain
from web.terminal.refs import Refs

DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.option("--differences", is_flag=True, help="Where a source and its own ballots disagree.")
@click.option("--without-authority", is_flag=True, help="Changes that state no right.")
@click.option("--breaches", is_flag=True, help="What went beyond what people may do.")
@click.option("--committee", help="The committee, by name or id; else all of them.")
@click.option("--from", "first", type=DAY, metavar="DAY", help="Count what happened since then.")
@click.option("--to", "last", type=DAY, metavar="DAY", help="Count what happened up to then.")
@click.option(
    "--meetings", type=click.IntRange(min=1), metavar="N", help="Count the last N meetings."
)
@question
def audit(  # noqa: PLR0913 -- what can be asked for
    asked: Asked,
    committee: str | None,
    first: datetime | None,
    last: datetime | None,
    meetings: int | None,
    *,
    differences: bool,
    without_authority: bool,
    breaches: bool,
) -> Answer:
    """Say whether power is shared, or list what people have to look at themselves.

    With --differences, --without-authority or --breaches it ends with 1 if anything is found.
    """
    refs = asked.refs
    found = refs.committee(committee) if committee else None
    if breaches:
        return _breaches(asked, found, power.window_of(asked, power.begin(first), power.end(last)))
    if not differences and not without_authority:
        return power.audit_power(asked, found, power.begin(first), power.end(last), meetings)
    differ = _differing(asked, found) if differences else []
    uncited = [*chain(*uncited_pages(asked, found))] if without_authority else []

    def in_json() -> Facts:
        told: Facts = {}
        if differences:
            told["differences"] = [_difference(refs, one) for one in differ]
        if without_authority:
            told["without_authority"] = [facts.entry(one) for one in uncited]
        return told

    def told() -> Iterator[RenderableType]:
        if differences:
            yield from _differences(asked, differ)
        if differences and without_authority:
            yield plain("")
        if without_authority:
            yield from _without_authority(uncited)

    return Answer(in_json, told, is_finding=bool(differ or uncited))


def _breaches(asked: Asked, committee: CommitteeId | None, window: Window) -> Answer:
    found = beyond.breaches(asked, committee or power.only_one(asked), window)
    return Answer(
        lambda: {"breaches": beyond.in_json(asked, found)},
        lambda: beyond.told(asked, found),
        is_finding=bool(found),
    )


def _differing(asked: Asked, committee: CommitteeId | None) -> list[DecisionSeen]:
    """The decisions about which a source says something else, found page by page."""
    return [one for page in register_pages(asked, committee) for one in page if one.differs]


def _difference(refs: Refs, seen: DecisionSeen) -> Facts:
    return {
        "proposal": refs.of(seen.proposal),
        "title": seen.title,
        "stated": facts.stated(refs, seen),
        "counted": {
            "outcome": parts.outcome(refs, seen.outcome),
            "tally": parts.tally(refs, seen.tally),
        },
        "decided_at": parts.moment(seen.decided_at),
        "event": seen.event,
    }


def _differences(asked: Asked, found: Sequence[DecisionSeen]) -> Iterator[RenderableType]:
    if not found:
        yield plain("No source says anything else than its ballots come to.")
        return
    refs = asked.refs
    yield filled(
        ("Decided", "Name", "Question", "The source says", "Its ballots come to"),
        (
            (
                words.day(one.decided_at),
                refs.of(one.proposal),
                one.title,
                register_told.statement(refs, one),
                f"{words.outcome(one)} ({words.tally(refs, one.tally)})",
            )
            for one in found
        ),
    )
    yield plain("")
    yield heading("Why")
    for one in found:
        why = asked.services.decisions.explanation(one.proposal, *asked.stop)
        yield plain(f"{one.title}: {why or 'There are no ballots that count.'}")


def _without_authority(found: Sequence[Entry]) -> Iterator[RenderableType]:
    if not found:
        yield plain("Every change states by which right it was made.")
        return
    yield tables.history(found)
    yield plain("")
    state = "states" if len(found) == 1 else "state"
    yield plain(f"{words.number(len(found), 'change')} {state} no right.")
