"""What every command has in common: the data folder, which moment, and whether a script asks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click
from rich.console import RenderableType

from projections.stops import Stop
from web.services import Services, now
from web.settings import data_folder
from web.terminal import printing, when
from web.terminal.parts import moment
from web.terminal.refs import Refs

data_option = click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="The data folder; else $HANDS_DATA, else your own.",
)
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Answer with one JSON object, for scripts."
)


@contextmanager
def opened(data: Path | None, *, writing: bool = False) -> Iterator[Services]:
    """The services of a data folder, closed afterwards."""
    services = Services.open(data_folder(data), writing=writing)
    try:
        yield services
    finally:
        services.close()


def read_on(services: Services) -> None:
    """Let the read models read to the end of the log; whoever waits sees how far they are.

    After a large import this takes a while, once.
    """
    with printing.progress("Reading the log") as bar:
        services.views.catch_up(bar)


@dataclass(frozen=True)
class Answer:
    """What is asked for, in both forms; only the one that is wanted is made."""

    facts: Callable[[], dict[str, Any]]
    told: Callable[[], Iterator[RenderableType]]
    lead: str = "This"
    """What the line above it is about, where another time was asked for."""
    is_finding: bool = False
    """Whether something was found that people should look at: the command then ends with 1."""


@dataclass(frozen=True)
class Asked:
    """A question under way: of which moment, and of how much of the log."""

    services: Services
    refs: Refs
    at: datetime | None = None
    known: int | None = None
    upto: int = 0
    """Where the log ended when this was asked, or ``known``."""

    @property
    def moment(self) -> datetime:
        """The moment that is asked about."""
        return self.at or now()

    @property
    def stop(self) -> Stop:
        """Which time is asked about, as questions take it."""
        return Stop(self.at, self.known)

    def as_of(self) -> str | None:
        """When the last thing was recorded that an answer can know of."""
        last = self.services.audit.log(self.upto - 1, 1) if self.upto else []
        return moment(last[0].recorded_at) if last else None

    def echo(self) -> dict[str, Any]:
        """Which moment and which part of the log was asked about, where anybody said so."""
        asked = {"at": self.at and moment(self.at), "known": self.known}
        return {key: value for key, value in asked.items() if value is not None}


Ask = Callable[..., Answer]
Command = Callable[..., None]


def question(ask: Ask) -> Command:
    """A command that answers from one unmoving view of the log, also while others write."""

    def say(services: Services, asking: Callable[[], Answer], *, as_json: bool) -> Answer:
        def answer() -> tuple[Answer, dict[str, Any] | list[RenderableType]]:
            found = asking()
            return found, found.facts() if as_json else list(found.told())

        found, made = services.views.answer(answer)
        if isinstance(made, dict):
            printing.answer(made)
        else:
            printing.say(*made)
        return found

    return _command(ask, say)


def long_question(ask: Ask) -> Command:
    """A command whose answer may be too long to hold: it is made and printed piece by piece.

    It answers up to where the log ends when it begins; what others write meanwhile is left out.
    """

    def say(_: Services, asking: Callable[[], Answer], *, as_json: bool) -> Answer:
        found = asking()
        if as_json:
            printing.answer(found.facts())
        else:
            printing.say_each(found.told())
        return found

    return _command(ask, say)


def _command(ask: Ask, say: Callable[..., Answer]) -> Command:
    @data_option
    @json_option
    @when.at_option
    @when.known_option
    @wraps(ask)
    def command(
        data: Path | None,
        *,
        as_json: bool,
        at: datetime | None,
        known: datetime | int | None,
        **given: Any,
    ) -> None:
        with opened(data) as services:
            read_on(services)

            def asking() -> Answer:
                asked = _asked(services, at, known)
                return _headed(asked, ask(asked, **given))

            found = say(services, asking, as_json=as_json)
        if found.is_finding:
            raise click.exceptions.Exit(1)

    return command


def _asked(services: Services, at: datetime | None, known: datetime | int | None) -> Asked:
    end = services.governance.position()
    place = when.place_in_log(known, end, services.audit.known_at)
    return Asked(services, Refs(services), at, place, end if place is None else place)


def _headed(asked: Asked, answer: Answer) -> Answer:
    """The answer under the moment that it is about."""
    heading = when.in_words(answer.lead, *asked.stop)

    def told() -> Iterator[RenderableType]:
        if heading:
            yield printing.plain(heading)
            yield printing.plain("")
        yield from answer.told()

    return replace(answer, facts=lambda: asked.echo() | answer.facts(), told=told)
