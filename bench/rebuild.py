"""All read models rebuilt from the log, beside a bare loop over its rows."""

import json
import sqlite3
from pathlib import Path

from bench.committee import NOW, Club
from bench.measure import Block, Row, cost_row, in_turn
from domain.act import Act
from projections.views import Views
from web.services import READ_MODELS

PEOPLE = 190


def history(folder: Path, events: int) -> Club:
    """About so many events: questions, ballots and decisions."""
    club = Club.founded(folder, PEOPLE)
    chair = Act.now(club.people[0], NOW)
    with club.governance.batch() as batch:
        while batch.recorded < events:
            proposal = club.question()
            club.votes(proposal, PEOPLE)
            club.governance.close_voting(chair, proposal)
    return club


def bare_loop(log: Path) -> Block:
    """The floor: select the rows, ``json.loads`` each state."""

    def block() -> int:
        rows = 0
        with sqlite3.connect(log) as connection:
            query = "SELECT position, topic, state FROM stored_events ORDER BY position"
            for _, _, state in connection.execute(query):
                json.loads(state)
                rows += 1
        return rows

    return block


def rebuild(folder: Path, rounds: int, events: int = 100_000, warm_up: int = 1) -> list[Row]:
    """Delete ``views.db`` and read the whole log."""
    club = history(folder, events)
    views = Views(folder / "views.db", club.governance, READ_MODELS)
    pairs = in_turn(bare_loop(folder / "log.db"), views.rebuild, rounds, warm_up=warm_up)
    what = f"rebuild of {club.governance.position():,} events, each"
    views.close()
    club.close()
    return [cost_row(what, "select the rows, json.loads each", pairs, at_most=4)]
