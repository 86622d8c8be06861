"""``make bench``: the rows of the table, measured now on this machine.

Without names the quick rows are measured, which takes some minutes; with ``--scale`` those that
need a million events, which takes half an hour and some gigabytes.
"""

import argparse
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import quantiles

from bench import asked, history, large, pages, power, ranked, rebuild, shown, votes
from bench.measure import Row

Measure = Callable[[Path, int], list[Row]]

QUICK: dict[str, Measure] = {
    "http": pages.through_http,
    "in-process": votes.in_process,
    "ten-thousand": votes.at_ten_thousand,
    "asked": asked.who_decided,
    "unchanged": shown.unchanged,
    "shown": shown.pages,
    "rebuild-few": partial(rebuild.rebuild, events=1_000),
    "rebuild": rebuild.rebuild,
    "audit": power.audit,
    "import-few": partial(history.import_history, number=1_000),
    "import": history.import_history,
}
SCALE: dict[str, Measure] = {
    "pages-many": large.pages,
    "rebuild-many": partial(rebuild.rebuild, events=1_000_000, warm_up=0),
    "audit-many": partial(power.audit, events=1_000_000, warm_up=0),
    "ranked": ranked.million,
    "import-many": partial(history.import_history, number=1_000_000, warm_up=0),
}


def main() -> None:
    """Measure the rows that were asked for."""
    asked_for = argparse.ArgumentParser(description=__doc__)
    asked_for.add_argument("row", nargs="*", help=", ".join(QUICK | SCALE))
    asked_for.add_argument("--scale", action="store_true", help="the rows with a million events")
    asked_for.add_argument("--rounds", type=int, help="pairs of blocks for each row: 7, or 3")
    asked_for.add_argument("--folder", type=Path, help="where to write; else a temporary folder")
    given = asked_for.parse_args()
    rows = given.row or (SCALE if given.scale else QUICK)
    print("Medians; a ratio is that of two blocks run one after the other.", flush=True)
    for name in rows:
        rounds = given.rounds or (3 if name in SCALE else 7)
        with tempfile.TemporaryDirectory(dir=given.folder) as folder:
            for row in (QUICK | SCALE)[name](Path(folder) / name, rounds):
                print(_said(row), flush=True)


def _said(row: Row) -> str:
    verdict = f"aim {row.aim}: {'kept' if row.keeps(row.ratio) else 'missed'}"
    low, _, high = quantiles(row.ratios, n=4) if len(row.ratios) > 1 else row.ratios * 3
    return (
        f"\n{row.what}\n"
        f"    ours   {row.our_cost:>11,.1f} {row.unit}\n"
        f"    floor  {row.floor_cost:>11,.1f} {row.unit}  {row.floor}\n"
        f"    ratio  {row.ratio:>11.2f}     half of the pairs from {low:.2f} to {high:.2f}; "
        f"{verdict if row.aim else 'no aim'}"
    )


if __name__ == "__main__":
    main()
