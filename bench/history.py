"""A history taken in, beside a bare loop that keeps its lines."""

import json
import sqlite3
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from bench.committee import NOW, TURNS
from bench.measure import Block, Row, cost_row, in_turn
from web.history.importer import take_in
from web.services import Services

PEOPLE = 150
VOTES = 330


def lines() -> Iterator[dict[str, Any]]:
    """About 50,000 lines: votes of a large committee, one after the other."""
    at = "2020-01-01"
    rule = {"method": "majority"}
    rule = {"method": "majority"}
    yield {"kind": "committee.founded", "at": at, "committee": "bench", "rule": rule}
    people = [f"Person {number}" for number in range(PEOPLE)]
    for person in people:
        yield {"kind": "person.joined", "at": at, "committee": "bench", "person": person}
    for vote in range(VOTES):
        about = {"at": at, "proposal": f"vote-{vote}"}
        yield {"kind": "proposal.opened", "committee": "bench", "title": "?"} | about
        for turn, person in enumerate(people):
            choice = TURNS[(turn + vote) % len(TURNS)].value
            yield {"kind": "ballot.cast", "person": person, "choice": choice} | about
        yield {"kind": "proposal.decided"} | about


def bare_loop(file: Path, folder: Path) -> Block:
    """The floor: ``json.loads`` each line, and insert them all in one durable transaction."""
    number = count()

    def block() -> int:
        connection = sqlite3.connect(folder / f"floor-{next(number)}.db")
        connection.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE line (id INTEGER PRIMARY KEY, kind TEXT, at TEXT, said TEXT);"
        )
        with connection, file.open(encoding="utf-8") as said:
            rows = ((row["kind"], row["at"], line) for line in said if (row := json.loads(line)))
            query = "INSERT INTO line (kind, at, said) VALUES (?, ?, ?)"
            done = connection.executemany(query, rows).rowcount
        connection.close()
        return done

    return block


def import_history(folder: Path, rounds: int) -> Row:
    """``hands import`` into an empty folder: checked, in order, once, by the rules."""
    folder.mkdir(parents=True)
    file, number = folder / "history.jsonl", count()
    file.write_text("".join(f"{json.dumps(line)}\n" for line in lines()), encoding="utf-8")

    def ours() -> int:
        services = Services.open(folder / f"data-{next(number)}")
        report = take_in(services, [file], NOW)
        services.close()
        return report.written

    pairs = in_turn(bare_loop(file, folder), ours, rounds)
    floor = "json.loads each line, executemany insert"
    return cost_row("a line of a history taken in, by the rules", floor, pairs, at_most=8)
