"""What every command has in common: the data folder, and whether a script is asking."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click
from rich.console import RenderableType

from web.services import Services
from web.settings import data_folder
from web.terminal import printing
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


@dataclass(frozen=True)
class Answer:
    """What is asked for, in both forms; only the one that is wanted is made."""

    facts: Callable[[], dict[str, Any]]
    told: Callable[[], Iterator[RenderableType]]


@dataclass(frozen=True)
class Asked:
    """A question under way."""

    services: Services
    refs: Refs

    def as_of(self) -> str | None:
        """When the last thing was recorded that an answer can know of."""
        last = self.services.audit.log(self.services.governance.position() - 1, 1)
        return moment(last[0].recorded_at) if last else None


def question(ask: Callable[..., Answer]) -> Callable[..., None]:
    """A command that answers from one unmoving view of the log, also while others write."""

    @data_option
    @json_option
    @wraps(ask)
    def command(data: Path | None, *, as_json: bool, **given: Any) -> None:
        with opened(data) as services:

            def answer() -> dict[str, Any] | list[RenderableType]:
                found = ask(Asked(services, Refs(services)), **given)
                return found.facts() if as_json else list(found.told())

            found = services.views.answer(answer)
        if isinstance(found, dict):
            printing.answer(found)
        else:
            printing.say(*found)

    return command
