"""A history taken in, beside a bare loop that keeps its lines."""

import json
import sqlite3
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

from bench.committee import NOW, TURNS
from bench.measure import Block, Row, cost_row, in_turn
from web.history.importer import take_in
from web.services import Services

PEOPLE = 150


def lines(number: int) -> Iterator[dict[str, Any]]:
    """So many lines: votes of a large committee, one after the other."""
    return islice(_lines(), number)


def _lines() -> Iterator[dict[str, Any]]:
    at = "2020-01-01"
    rule = {"method": "majority"}
    yield {"kind": "committee.founded", "at": at, "committee": "bench", "rule": rule}
    people = [f"Person {number}" for number in range(PEOPLE)]
    for person in people:
        yield {"kind": "person.joined", "at": at, "committee": "bench", "person": person}
    for vote in count():
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


def import_history(folder: Path, rounds: int, number: int = 50_000, warm_up: int = 1) -> list[Row]:
    """``hands import`` into an empty folder: checked, in order, once, by the rules."""
    folder.mkdir(parents=True)
    file, turn = folder / "history.jsonl", count()
    with file.open("w", encoding="utf-8") as written:
        written.writelines(f"{json.dumps(line)}\n" for line in lines(number))

    def ours() -> int:
        services = Services.open(folder / f"data-{next(turn)}")
        report = take_in(services, [file], NOW)
        services.close()
        return report.written

    pairs = in_turn(bare_loop(file, folder), ours, rounds, warm_up=warm_up)
    floor = "json.loads each line, executemany insert"
    what = f"a line of {number:,} taken in, by the rules"
    return [cost_row(what, floor, pairs, at_most=8)]
