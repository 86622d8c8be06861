"""The audit of power over a whole log, beside a bare loop over its rows."""

from pathlib import Path

from bench.measure import Row, cost_row, in_turn
from bench.rebuild import bare_loop, history
from projections.power.evidence import Evidence
from projections.power.reading import facts
from projections.power.report import report


def audit(folder: Path, rounds: int, events: int = 50_000, warm_up: int = 1) -> list[Row]:
    """Read the whole log, and count every measure of it."""
    club = history(folder, events)
    position = club.governance.position()

    def ours() -> int:
        report(Evidence(facts(club.governance), club.committee))
        return position

    pairs = in_turn(bare_loop(folder / "log.db"), ours, rounds, warm_up=warm_up)
    club.close()
    what = f"the audit of power over {position:,} events, each"
    return [cost_row(what, "select the rows, json.loads each", pairs, at_most=5)]
