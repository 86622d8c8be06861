"""``make bench``: every row of the table, measured now on this machine."""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import pages, rebuild, votes
from bench.measure import Row

ROWS: dict[str, Callable[[Path, int], Row]] = {
    "http": pages.through_http,
    "in-process": votes.in_process,
    "ten-thousand": votes.at_ten_thousand,
    "rebuild": rebuild.rebuild,
}


def main() -> None:
    """Measure the rows that were asked for, or all of them."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("row", nargs="*", default=list(ROWS), help=", ".join(ROWS))
    asked.add_argument("--rounds", type=int, default=7, help="pairs of blocks for each row")
    asked.add_argument("--folder", type=Path, help="where to write; a temporary folder if left out")
    given = asked.parse_args()
    table = _table()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for name in given.row:
            _add(table, ROWS[name](Path(folder) / name, given.rounds))
    Console().print(table)


def _table() -> Table:
    table = Table(title="Show of Hands beside its floors (medians; ratios pair by pair)")
    for heading in ("what", "floor", "floor µs", "ours µs", "ratio", "lowest–highest", "aim", ""):
        table.add_column(heading, overflow="fold")
    return table


def _add(table: Table, row: Row) -> None:
    table.add_row(
        row.what,
        row.floor,
        f"{row.floor_cost:,.1f}",
        f"{row.our_cost:,.1f}",
        f"{row.ratio:.2f}",
        f"{min(row.ratios):.2f}–{max(row.ratios):.2f}",
        row.aim,
        "kept" if row.keeps(row.ratio) else "missed",
    )


if __name__ == "__main__":
    main()
