"""Votes recorded in process, durable and with all rules checked; and their cost as they pile up."""

import sqlite3
from pathlib import Path

from bench.committee import Club
from bench.measure import Block, Row, cost, cost_row, in_turn, speed_row
from domain.ids import ProposalId

PEOPLE = 1_000
BLOCK = 100


def raw_sql(folder: Path) -> Block:
    """The floor: a vote row and an audit row in one durable commit, and no rule at all."""
    connection = sqlite3.connect(folder / "raw.db", isolation_level=None)
    connection.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE vote (proposal TEXT, voter TEXT, answer TEXT, at TEXT);"
        "CREATE TABLE audit (id INTEGER PRIMARY KEY, who TEXT, what TEXT, at TEXT, body TEXT);"
    )
    body = '{"proposal":"p","voter":"v","answer":"yes"}' * 4

    def block() -> int:
        for turn in range(BLOCK):
            connection.execute("BEGIN")
            connection.execute(
                "INSERT INTO vote VALUES (?, ?, ?, ?)", ("p", str(turn), "yes", "2026-01-01")
            )
            connection.execute(
                "INSERT INTO audit (who, what, at, body) VALUES (?, ?, ?, ?)",
                (str(turn), "vote", "2026-01-01", body),
            )
            connection.execute("COMMIT")
        return BLOCK

    return block


def in_process(folder: Path, rounds: int) -> list[Row]:
    """Votes through ``Governance``, one durable transaction each."""
    folder.mkdir(parents=True)
    club = Club.founded(folder / "club", PEOPLE)
    proposal, cast = club.question(), [0]

    def ours() -> int:
        cast[0] += club.votes(proposal, BLOCK, already=cast[0])
        return BLOCK

    pairs = in_turn(raw_sql(folder), ours, rounds * 8)
    floor = "one vote row and one audit row a commit, raw SQL"
    return [speed_row("a vote in process, durable, all rules checked", floor, pairs, at_least=0.8)]


def at_ten_thousand(folder: Path, rounds: int) -> list[Row]:
    """A vote on a proposal that has 10,000 already, beside one on a proposal that has ten."""
    club = Club.founded(folder, PEOPLE)
    busy, cast = club.question(), [10_000]
    with club.governance.batch():
        club.votes(busy, 10_000)

    def at_many() -> int:
        cast[0] += club.votes(busy, BLOCK, already=cast[0])
        return BLOCK

    fresh: list[ProposalId] = []

    def at_ten() -> int:
        for few in fresh:
            club.votes(few, 10, already=10)
        return BLOCK

    pairs = []
    for _ in range(rounds * 4):
        fresh = [club.question() for _ in range(BLOCK // 10)]
        for few in fresh:
            club.votes(few, 10)
        pairs.append((cost(at_ten), cost(at_many)))
    return [cost_row("a vote at 10,000 votes", "a vote at 10 votes", pairs, at_most=1.2)]
