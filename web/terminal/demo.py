"""``hands demo``: the club's twelve nights, or another story, into a log or a history file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from domain.application import Governance
from projections.export.history import history
from web import demo as club
from web.demo.stories import STORIES, fill
from web.services import Services, now
from web.terminal.asked import data_option, json_option, opened
from web.terminal.export import written_whole
from web.terminal.printing import answer
from web.terminal.refusals import Refused


@click.command()
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a history file instead, which “hands import” takes in.",
)
@click.option(
    "--story",
    type=click.Choice([*STORIES]),
    help="One of four stories that tell the measures of power apart.",
)
@data_option
@json_option
def demo(out: Path | None, data: Path | None, story: str | None, *, as_json: bool) -> None:
    """Tell the story of an invented club: twelve nights in a year.

    Into a folder that has no log yet, or as a history file. Without --story it is a year that ends
    today, with much to press; each --story is of the same forty choices, made in other ways.
    """
    if out and data:
        raise click.UsageError("Say where it goes: --data for a log, or --out for a file.")
    written = _as_a_file(out, story) if out else _into_the_log(data, story)
    if as_json:
        answer({"written": written})
        return
    click.echo(f"{club.MARK} Wrote {written:,} entries.")
    if out:
        click.echo(f"This takes them in: hands import {out}")


def _tell(governance: Governance, story: str | None) -> None:
    if story is None:
        club.fill(governance, now())
    else:
        fill(governance, STORIES[story])


def _into_the_log(data: Path | None, story: str | None) -> int:
    with opened(data, writing=True) as services:
        if services.governance.position():
            raise Refused(
                "There is a log in this folder already, and a demonstration does not go beside "
                "what really happened. Name a new folder with --data."
            )
        _tell(services.governance, story)
        return services.governance.position()


def _as_a_file(out: Path, story: str | None) -> int:
    with _a_log_for_now(story) as services, written_whole(out) as file:
        file.write(f"# {club.MARK}\n".encode())
        for _, line in history(services.governance):
            file.write(line)
        return services.governance.position()


@contextmanager
def _a_log_for_now(story: str | None) -> Iterator[Services]:
    """The story in a log that is gone when the block ends."""
    with TemporaryDirectory() as folder:
        services = Services.open(Path(folder))
        try:
            _tell(services.governance, story)
            yield services
        finally:
            services.close()
