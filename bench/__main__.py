"""``make bench``: every row of the table, measured now on this machine."""

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

from bench import history, pages, rebuild, votes
from bench.measure import Row

ROWS: dict[str, Callable[[Path, int], Row]] = {
    "http": pages.through_http,
    "in-process": votes.in_process,
    "ten-thousand": votes.at_ten_thousand,
    "rebuild": rebuild.rebuild,
    "import": history.import_history,
}


def main() -> None:
    """Measure the rows that were asked for, or all of them."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("row", nargs="*", default=list(ROWS), help=", ".join(ROWS))
    asked.add_argument("--rounds", type=int, default=7, help="pairs of blocks for each row")
    asked.add_argument("--folder", type=Path, help="where to write; a temporary folder if left out")
    given = asked.parse_args()
    print("Medians; a ratio is that of two blocks run one after the other.", flush=True)
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for name in given.row:
            print(_said(ROWS[name](Path(folder) / name, given.rounds)), flush=True)


def _said(row: Row) -> str:
    verdict = "kept" if row.keeps(row.ratio) else "missed"
    low, _, high = quantiles(row.ratios, n=4)
    return (
        f"\n{row.what}\n"
        f"    ours   {row.our_cost:>10,.1f} µs\n"
        f"    floor  {row.floor_cost:>10,.1f} µs  {row.floor}\n"
        f"    ratio  {row.ratio:>10.2f}     half of the pairs from {low:.2f} to {high:.2f}; "
        f"aim {row.aim}: {verdict}"
    )


if __name__ == "__main__":
    main()
