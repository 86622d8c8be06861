"""Which moment is asked about: how things stood then, and what the log knew then."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timezone
from typing import Any

import click

from web.services import now

DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})?")
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}")
END_OF_DAY = time(23, 59, 59)
HOW = "Write a day as 2026-05-20, or a moment as 2026-05-20T18:00+01:00."

Command = Callable[..., Any]


def at_option(command: Command) -> Command:
    """``--at``: how it stood then, by when things happened."""
    return click.option(
        "--at",
        metavar="WHEN",
        callback=lambda _, __, said: None if said is None else _moment(said),
        help="How it stood then: a moment, or the end of a day.",
    )(command)


def known_option(command: Command) -> Command:
    """``--known``: what the log knew then, by when it was recorded."""
    return click.option(
        "--known",
        metavar="WHEN|POSITION",
        callback=lambda _, __, said: None if said is None else _place(said),
        help="Only what was recorded by then, or up to this number in the log.",
    )(command)


def _place(said: str) -> datetime | int:
    return int(said) if said.isascii() and said.isdigit() else _moment(said)


def _moment(said: str) -> datetime:
    """The moment that is meant: a day means its end, and UTC unless it says otherwise."""
    try:
        if day := DAY.fullmatch(said):
            meant = datetime.combine(date.fromisoformat(day[1]), END_OF_DAY, _zone(day[2]))
            begins = meant.replace(hour=0, minute=0, second=0)
        else:
            meant = datetime.fromisoformat(said if MOMENT.match(said) else "")
            meant = begins = meant if meant.tzinfo else meant.replace(tzinfo=UTC)
    except ValueError:
        raise click.BadParameter(f"“{said}” is no day and no moment. {HOW}") from None
    if begins > now():
        raise click.BadParameter(f"{said} has not come yet. Ask about today, or a day before it.")
    return meant


def _zone(offset: str | None) -> timezone:
    """The zone of an offset such as +01:00."""
    if offset is None:
        return UTC
    zone = datetime.fromisoformat(f"2000-01-01T00:00{offset}").tzinfo
    assert isinstance(zone, timezone)  # noqa: S101 -- what an offset is read as
    return zone


def place_in_log(
    asked: datetime | int | None, end: int, by: Callable[[datetime], int]
) -> int | None:
    """The position up to which an answer may know; ``by`` tells that of a moment."""
    if isinstance(asked, datetime):
        return by(asked)
    if asked is not None and asked > end:
        raise click.BadParameter(
            f"The log ends at {end:,}. Ask for a number up to that.", param_hint="'--known'"
        )
    return asked


def in_words(lead: str, at: datetime | None, known: int | None) -> str | None:
    """What is asked about, to stand above an answer; nothing where it is now and everything."""
    told = []
    if at is not None:
        told.append(f"as it stood on {at.isoformat(' ', 'minutes').replace('+00:00', ' UTC')}")
    if known is not None:
        told.append(f"as the log told it up to number {known:,}")
    return f"{lead} is {', '.join(told)}." if told else None
