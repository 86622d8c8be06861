"""Pages as a server sends them: made anew, beside files; and unchanged, beside the style sheet."""

from pathlib import Path

from bench.measure import Block, Row, cost_row, in_turn, plain_row
from bench.screen import Screen, serving
from bench.years import FEW, Years

SHOWN = ("NOW", "an open vote", "PLAN", "JOBS", "WHY")
LOOKS = 5
"""So often a page is looked at in one block: in a short one, less other work gets in the way."""


def unchanged(folder: Path, rounds: int) -> list[Row]:
    """A page that is asked for with the ETag it had, beside a static file."""
    years = Years.of(folder, FEW)
    page, file = years.pages["PLAN"], "/static/hands.css"
    with years.served() as screen:
        screen.get(page)  # a session has its forgery token only once it was shown a form
        tag = screen.get(page).tag

        def ours() -> int:
            return sum(screen.get(page, **{"If-None-Match": tag}).status == 304 for _ in range(25))

        def floor() -> int:
            return sum(screen.get(file).status == 200 for _ in range(25))

        pairs = in_turn(floor, ours, rounds * 12)
    what = "an unchanged page, asked for with its ETag"
    return [cost_row(what, "a static file by the same server", pairs, at_most=1.5)]


def pages(folder: Path, rounds: int) -> list[Row]:
    """Pages that are made anew each time, beside files with the same in them."""
    years, files = Years.of(folder / "years", FEW), folder / "files"
    files.mkdir()
    rows = []
    with years.served() as ours, serving("files", files) as floor:
        for number, name in enumerate(SHOWN):
            page = years.pages[name]
            (files / f"{number}.html").write_bytes(ours.get(page).page)
            blocks = _looks(floor, f"/static/{number}.html"), _looks(ours, page)
            pairs = in_turn(*blocks, rounds * 12)
            rows.append(plain_row(f"{name}, made anew,", "the same as a file, same server", pairs))
    return rows


def _looks(screen: Screen, page: str) -> Block:
    def block() -> int:
        if any(screen.get(page).status != 200 for _ in range(LOOKS)):
            raise RuntimeError(f"{page} was not answered.")
        return LOOKS

    return block
