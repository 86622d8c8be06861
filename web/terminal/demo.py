"""``hands demo``: the club's twelve nights, into a log or as a history file."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from projections.export.history import history
from web import demo as story
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
@data_option
@json_option
def demo(out: Path | None, data: Path | None, *, as_json: bool) -> None:
    """Tell the story of an invented club: twelve nights in a year.

    Into a folder that has no log yet, or as a history file.
    """
    if out and data:
        raise click.UsageError("Say where it goes: --data for a log, or --out for a file.")
    written = _as_a_file(out) if out else _into_the_log(data)
    if as_json:
        answer({"written": written})
        return
    click.echo(f"{story.MARK} Wrote {written:,} entries.")
    if out:
        click.echo(f"This takes them in: hands import {out}")


def _into_the_log(data: Path | None) -> int:
    with opened(data, writing=True) as services:
        if services.governance.position():
            raise Refused(
                "There is a log in this folder already, and a demonstration does not go beside "
                "what really happened. Name a new folder with --data."
            )
        story.fill(services.governance, now())
        return services.governance.position()


def _as_a_file(out: Path) -> int:
    with _a_log_for_now() as services, written_whole(out) as file:
        file.write(f"# {story.MARK}\n".encode())
        for _, line in history(services.governance):
            file.write(line)
        return services.governance.position()


@contextmanager
def _a_log_for_now() -> Iterator[Services]:
    """The story in a log that is gone when the block ends."""
    with TemporaryDirectory() as folder:
        services = Services.open(Path(folder))
        try:
            story.fill(services.governance, now())
            yield services
        finally:
            services.close()
