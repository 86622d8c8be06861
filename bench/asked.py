"""Who decided what, and how it stood on a date, over 100,000 votes.

Beside it the same asked of what many programs have: one audit table with an index on what it is
about, each row with its moment, who, what, and the rest as JSON; and the people by their names.
"""

import json
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from bench.committee import NOW, Club
from bench.measure import Row, cost_row, in_turn
from domain.act import Act
from domain.ids import ProposalId
from domain.values import EventId
from web.services import Services

PEOPLE = 200
QUESTIONS = 500
ASKED = 25
"""So many of the questions are asked about in one block."""

Asked = list[tuple[ProposalId, EventId]]


def who_decided(folder: Path, rounds: int) -> list[Row]:
    """Both questions, of one log and one table."""
    asked = _history(folder)
    services = Services.open(folder)
    services.views.catch_up()
    table = _audit_table(folder)
    middle = NOW + timedelta(hours=1)

    def ours() -> int:
        return sum(len(services.audit.who_decided(event).ballots) > 0 for _, event in asked)

    def floor() -> int:
        return sum(len(_answers(table, of)) > 0 for of, _ in asked)

    def ours_then() -> int:
        return sum(services.decisions.proposal(of, NOW, at=middle) is not None for of, _ in asked)

    def floor_then() -> int:
        return sum(len(_answers(table, of, middle.isoformat())) > 0 for of, _ in asked)

    votes, same = f"{PEOPLE * QUESTIONS:,} votes", "the same of an audit table with an index"
    rows = [
        cost_row(f"who decided what, {votes}", same, in_turn(floor, ours, rounds), at_most=1.0),
        cost_row(
            f"how it stood on a date, {votes}",
            same,
            in_turn(floor_then, ours_then, rounds),
            at_most=1.0,
        ),
    ]
    table.close()
    services.close()
    return rows


def _history(folder: Path) -> Asked:
    """Every question is open for some hours; of every so many, one is asked about."""
    club = Club.founded(folder, PEOPLE)
    governance, asked = club.governance, []
    with governance.batch():
        for number in range(QUESTIONS):
            proposal = club.question()
            for part in range(4):
                at = NOW + part * timedelta(minutes=45)
                club.votes(proposal, PEOPLE // 4, already=part * PEOPLE // 4, at=at)
            chair = Act.now(club.people[0], NOW + timedelta(hours=3))
            governance.close_voting(chair, proposal)
            if number % (QUESTIONS // ASKED) == 0:
                asked.append((proposal, governance.authority_of(proposal)))
    club.close()
    return asked


def _audit_table(folder: Path) -> sqlite3.Connection:
    """One row for each thing that happened."""
    table = sqlite3.connect(folder / "audit.db")
    table.executescript(
        "PRAGMA journal_mode=WAL;"
        "CREATE TABLE audit (id INTEGER PRIMARY KEY, at TEXT, who TEXT, what TEXT, about TEXT,"
        " body TEXT);"
        "CREATE INDEX audit_about ON audit (about, id);"
        "CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT);"
    )
    with sqlite3.connect(folder / "log.db") as log, table:
        query = "SELECT topic, originator_id, state FROM stored_events ORDER BY position"
        table.executemany(
            "INSERT INTO audit (at, who, what, about, body) VALUES (?, ?, ?, ?, ?)",
            (
                (said["occurred_at"].replace("Z", "+00:00"), said["actor"], topic, about, state)
                for topic, about, state in log.execute(query)
                if (said := json.loads(state))
            ),
        )
        query = "SELECT originator_id FROM stored_events WHERE topic = 'person.person-registered'"
        people = enumerate(UUID(person) for (person,) in log.execute(query))
        names = ((str(person), f"P{number}") for number, person in people)
        table.executemany("INSERT INTO person VALUES (?, ?)", names)
    return table


def _answers(table: sqlite3.Connection, of: ProposalId, at: str = "9") -> dict[str, Any]:
    """The last answer of each voter, and what was decided."""
    found: dict[str, Any] = {}
    query = (
        "SELECT name, what, at, body FROM audit LEFT JOIN person ON person.id = who "
        "WHERE about = ? AND at <= ? ORDER BY audit.id"
    )
    for who, what, when, body in table.execute(query, (of.hex, at)):
        said = json.loads(body)
        match what:
            case "proposal.ballot-cast":
                found[said["voter"]] = (who, when, said["answer"])
            case "proposal.ballot-withdrawn":
                found.pop(said["voter"], None)
            case "proposal.decision-taken":
                found["outcome"] = said["outcome"]
    return found
