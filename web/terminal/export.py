"""``hands export``: the log goes out again, whole."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkstemp
from typing import IO

import click

from projections.export.history import history
from web.services import Services
from web.terminal.asked import data_option, opened
from web.terminal.printing import Bar, progress, warn

FORMATS = ["history"]
STEP = 1_000


@click.command("export")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="history", help="How it is written."
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; else it is printed.",
)
@data_option
def export(form: str, out: Path | None, data: Path | None) -> None:
    """Write down all that the log holds, names and words in the clear.

    It can be taken in again with “hands import”. Works while the server runs. It is the whole
    record: also how people vote whose rule tells that at the end only, and who helped them.
    """
    del form
    with opened(data) as services, progress("Writing") as bar:
        if out is None:
            entries = _write(services, sys.stdout.buffer, bar)
        else:
            with written_whole(out) as file:
                entries = _write(services, file, bar)
    if out is not None:
        warn(f"Wrote {entries:,} {'entry' if entries == 1 else 'entries'} to {out}.")


def _write(services: Services, to: IO[bytes], bar: Bar) -> int:
    """All that the log holds now; what is recorded meanwhile is left for the next time."""
    end = services.governance.position()
    for position, line in history(services.governance, upto=end):
        to.write(line)
        if position % STEP == 0 or position == end:
            bar(position, end)
    to.flush()
    return end


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file that only its owner can read, and that is there whole or not at all."""
    if path.exists() and not path.is_file():  # a pipe or a device is only written to
        with path.open("wb") as file:
            yield file
        return
    number, name = mkstemp(dir=path.parent, prefix=f".{path.name}.")
    part = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
