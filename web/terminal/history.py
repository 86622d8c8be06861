"""``hands import``: a committee's past, from a file."""

from pathlib import Path
from typing import Any

import click

from web.history import asyncapi
from web.history.importer import NotTaken, Remark, Report, take_in
from web.history.reading import Files
from web.history.sources import Reader
from web.services import now
from web.terminal.asked import data_option, json_option, opened
from web.terminal.printing import answer, progress, warn

SHOWN = 20
READERS: dict[str, Reader] = {"history": Files, "asyncapi": asyncapi.read}


@click.command("import")
@click.argument(
    "files",
    metavar="FILE…",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, readable=True, path_type=Path),
)
@click.option(
    "--format", "form", type=click.Choice([*READERS]), default="history", help="How it is written."
)
@click.option("--skip-bad", is_flag=True, help="Leave bad lines out, and take the good ones in.")
@data_option
@json_option
def import_history(
    files: tuple[Path, ...], form: str, data: Path | None, *, skip_bad: bool, as_json: bool
) -> None:
    """Take a committee's past in from files.

    Every line is checked first. If one is bad, nothing is written. Taking the same lines in again
    adds nothing.
    """
    with opened(data, writing=True) as services:
        try:
            with progress("Taking in") as bar:
                report = take_in(
                    services, files, now(), reader=READERS[form], skip_bad=skip_bad, progress=bar
                )
        except NotTaken as problem:
            report = problem.report
    is_refused = bool(report.bad) and not skip_bad
    if as_json:
        answer(_facts(report, several=len(files) > 1))
    else:
        _tell(report, several=len(files) > 1, is_refused=is_refused)
    if is_refused:
        raise click.exceptions.Exit(1)


def _facts(report: Report, *, several: bool) -> dict[str, Any]:
    """For scripts. Where several files are read, each remark names its own."""

    def where(one: Remark) -> dict[str, Any]:
        return {"file": str(one.file), "line": one.line} if several else {"line": one.line}

    return {
        "lines": report.lines,
        "written": report.written,
        "already": report.already,
        "warnings": [{**where(one), "why": one.why} for one in report.warnings],
        "bad": [{**where(one), "kind": one.kind, "why": one.why} for one in report.bad],
    }


def _tell(report: Report, *, several: bool, is_refused: bool) -> None:
    for one in report.warnings[:SHOWN]:
        warn(f"Note on {_where(one, several=several)}: {one.why}")
    if len(report.warnings) > SHOWN:
        warn(f"There are {len(report.warnings) - SHOWN:,} more notes; --json lists them all.")
    for one in report.bad:
        warn(f"Bad: {_where(one, several=several)}: {one.why}")
    if is_refused:
        warn(
            f"{_lines(len(report.bad), 'bad line')} of {report.lines:,}. Nothing was written. "
            "Mend the file, or leave bad lines out with --skip-bad."
        )
        return
    told = f"Took in {_lines(report.written)}."
    if report.already:
        told += f" {_lines(report.already)} had been taken in before."
    if report.bad:
        told += f" Left {_lines(len(report.bad), 'bad line')} out."
    if not report.lines:
        told = "There are no lines in this file. Nothing was written."
    click.echo(told)


def _where(one: Remark, *, several: bool) -> str:
    file = f"{one.file}, " if several else ""
    return f"{file}line {one.line}{f' ({one.kind})' if one.kind else ''}"


def _lines(number: int, what: str = "line") -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
