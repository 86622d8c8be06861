"""What people are told when the disk is full, or others write without a pause."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from eventsourcing.persistence import StoredEvent

from domain import ledger
from domain.application import Governance
from domain.errors import LogBusy, LogFull
from domain.log import Envelope
from tests.facts import (
    BEN,
    CARA,
    IDEA,
    NO,
    NOON,
    YES,
    a_club,
    by,
    cast,
    made,
    opened,
)
from tests.scenario import Answer, governing, history, record


@pytest.fixture
def club(governance: Governance) -> Governance:
    """A club that votes on one idea."""
    record(governance, [*a_club(), made(), opened()])
    return governance


def since(governance: Governance, position: int) -> Answer:
    return Answer(history(governance, position))


# ---- A full disk


@pytest.mark.parametrize("words", ["", "x" * 50_000], ids=["log.db", "private.db"])
def test_a_full_disk_is_said_so_and_nothing_is_half_done(
    club: Governance, tmp_path: Path, words: str
) -> None:
    club.cast_ballot(by(BEN), IDEA, YES)
    connections = [club.vault.database.connection, *_writers(club)]
    for connection in connections:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
    position, sentence = _until_full(club, words)
    assert sentence.startswith("There is no room left on the disk. Nothing was saved.")
    assert club.position() == position
    with closing(sqlite3.connect(tmp_path / "log.db")) as rows:
        assert rows.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (leaves,) = rows.execute("SELECT COUNT(*) FROM tree_leaf").fetchone()
        assert leaves == position
    for connection in connections:
        connection.execute("PRAGMA max_page_count = 1000000")
    club.raise_objection(by(CARA), IDEA, "There is room again")
    assert club.position() == position + 1
    with closing(sqlite3.connect(tmp_path / "private.db")) as rows:
        assert rows.execute("SELECT words FROM sealed_text").fetchall() == [
            ("There is room again",)
        ]


def _until_full(club: Governance, words: str) -> tuple[int, str]:
    """Vote until the disk is full; how many events there were before the last try."""
    for turn in range(1000):
        position = club.position()
        try:
            if words:
                club.raise_objection(by(BEN), IDEA, words)
            club.cast_ballot(by(BEN), IDEA, (YES, NO)[turn % 2])
        except LogFull as problem:
            return position, str(problem)
    raise AssertionError("the disk never filled up")


def _writers(governance: Governance) -> list[sqlite3.Connection]:
    writer = governance.recorder._writer  # noqa: SLF001
    assert writer is not None
    return [writer]


# ---- Patience


def test_who_never_gets_a_turn_is_told_so_after_five_seconds(
    club: Governance, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(100))
    monkeypatch.setattr(ledger, "monotonic", lambda: float(next(clock)))
    tries: list[int] = []
    write = club.recorder.insert_events

    def somebody_is_always_faster(events: list[StoredEvent], **kwargs: object) -> object:
        tries.append(len(tries))
        faster = [
            StoredEvent(e.originator_id, e.originator_version, e.topic, e.state) for e in events
        ]
        write(faster, envelopes=[Envelope(NOON, ())] * len(faster))
        return write(events, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(club.recorder, "insert_events", somebody_is_always_faster)
    with pytest.raises(LogBusy, match=r"Nothing was saved\. Please try again\."):
        club.raise_objection(by(BEN), IDEA)
    assert len(tries) == 6
    assert ledger.PATIENCE_SECONDS == 5


def test_a_log_that_somebody_else_holds_is_waited_for_and_then_said_so(
    tmp_path: Path, governance: Governance, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(governance, [*a_club(), made(), opened()])
    monkeypatch.setattr("domain.log.SQLITE3_DEFAULT_LOCK_TIMEOUT", 0.05)
    with governing(tmp_path) as waiting, closing(_hold(tmp_path / "log.db")) as holder:
        with pytest.raises(LogBusy, match="Many people are writing at once"):
            waiting.cast_ballot(by(BEN), IDEA, YES)
        holder.execute("ROLLBACK")
        waiting.cast_ballot(by(BEN), IDEA, YES)
    since(governance, governance.position() - 1).then(cast(BEN, YES))


def _hold(path: Path) -> sqlite3.Connection:
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    return holder
