"""``log.db``: what is written there stays, each event with its leaf."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from eventsourcing.persistence import IntegrityError, StoredEvent

from domain.application import Governance
from domain.log import Envelope
from domain.sealed import Sealed
from domain.transparency.leaf import leaf
from tests.facts import ASHA, BEN, CARA, CLUB, IDEA, MAJORITY, NOON, a_club, by, cast, made, opened
from tests.scenario import history, record

STREAM = UUID(int=0xA)


def stored(version: int, state: bytes = b"{}") -> StoredEvent:
    return StoredEvent(STREAM, version, "task.task-taken", state)


def envelopes(number: int) -> list[Envelope]:
    return [Envelope(NOON, ())] * number


@pytest.fixture
def rows(governance: Governance, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The file as another program sees it."""
    del governance
    with closing(sqlite3.connect(tmp_path / "log.db", isolation_level=None)) as connection:
        yield connection


@pytest.fixture
def club(governance: Governance) -> Governance:
    """A club that votes."""
    record(governance, [*a_club(), made(), opened()])
    governance.cast_ballot(by(BEN), IDEA, cast(BEN).answer)
    governance.raise_objection(by(CARA), IDEA, "The stairs are steep")
    return governance


# ---- Positions


def test_positions_are_dense_and_begin_with_one(club: Governance, rows: sqlite3.Connection) -> None:
    found = [position for (position,) in rows.execute("SELECT position FROM stored_events")]
    assert found == list(range(1, club.position() + 1))
    assert club.position() == len(history(club))


def test_an_act_that_was_refused_leaves_no_gap(governance: Governance) -> None:
    recorder = governance.recorder
    assert list(recorder.insert_events([stored(1), stored(2)], envelopes=envelopes(2))) == [1, 2]
    with pytest.raises(IntegrityError):
        recorder.insert_events([stored(3), stored(2)], envelopes=envelopes(2))
    assert list(recorder.insert_events([stored(3)], envelopes=envelopes(1))) == [3]


def test_the_log_is_read_in_the_order_of_its_positions_page_by_page(club: Governance) -> None:
    pages = list(club.history(limit=4))
    assert [len(page) for page in pages[:-1]] == [4] * (len(pages) - 1)
    numbered = [number for page in pages for number, _ in page]
    assert numbered == list(range(1, club.position() + 1))
    assert [number for page in club.history(after=3, upto=5) for number, _ in page] == [4, 5]


def test_the_log_can_be_asked_for_some_topics_only(club: Governance) -> None:
    found = club.recorder.select_notifications(
        None, 100, topics=("proposal.ballot-cast", "proposal.voting-opened")
    )
    assert [row.topic for row in found] == ["proposal.voting-opened", "proposal.ballot-cast"]
    assert [row.id for row in found] == sorted(row.id for row in found)


def test_a_stream_is_told_with_its_places_in_the_log(club: Governance) -> None:
    placed = club.placed_events_of(IDEA)
    assert [event.originator_version for _, event in placed] == [1, 2, 3, 4]
    for position, event in placed:
        assert club.placed_event(event.event_id) == (position, event)
        assert club.event(event.event_id) == event


# ---- Leaves


def test_each_event_has_one_leaf_numbered_from_nought(
    club: Governance, rows: sqlite3.Connection
) -> None:
    leaves = rows.execute("SELECT idx, leaf FROM tree_leaf ORDER BY idx").fetchall()
    assert [index for index, _ in leaves] == list(range(club.position()))
    for (_, found), event in zip(leaves, history(club), strict=True):
        envelope = json.loads(found)
        assert (envelope["stream"], envelope["ver"]) == (
            event.originator_id.hex,
            event.originator_version,
        )
        assert envelope["type"] == event.TOPIC
        assert datetime.fromisoformat(envelope["recorded"]) == event.recorded_at
        assert envelope["v"] == 1


def test_a_leaf_holds_the_hash_of_the_event_as_stored(
    club: Governance, rows: sqlite3.Connection
) -> None:
    del club
    both = rows.execute(
        "SELECT state, leaf FROM stored_events JOIN tree_leaf ON position = idx + 1"
    ).fetchall()
    assert both
    for state, found in both:
        assert json.loads(found)["body"] == f"sha256:{sha256(state).hexdigest()}"


def test_a_leaf_commits_to_the_words_by_their_seals(
    club: Governance, rows: sqlite3.Connection
) -> None:
    (state, found) = rows.execute(
        "SELECT state, leaf FROM stored_events JOIN tree_leaf ON position = idx + 1 "
        "WHERE topic = 'proposal.objection-raised'"
    ).fetchone()
    seal = json.loads(state)["words"]
    assert json.loads(found)["pii"] == [f"commit:{seal}"]
    assert club.vault.words([seal]) == {seal: "The stairs are steep"}


def test_a_leaf_is_canonical_json(club: Governance, rows: sqlite3.Connection) -> None:
    """RFC 8785 for text without special letters and for small whole numbers: what a leaf is of."""
    del club
    for (found,) in rows.execute("SELECT leaf FROM tree_leaf"):
        assert found.isascii()
        assert (
            found == json.dumps(json.loads(found), sort_keys=True, separators=(",", ":")).encode()
        )


def test_a_leaf_is_written_so() -> None:
    summer = datetime(2026, 7, 1, 20, 5, 7, 123, tzinfo=timezone(timedelta(hours=1)))
    seals = [Sealed("ab" * 32), Sealed("cd" * 32)]
    assert leaf(5, CLUB.hex, 3, "task.task-added", summer, b"{}", seals) == (
        b'{"body":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",'
        b'"idx":5,"pii":["commit:' + b"ab" * 32 + b'","commit:' + b"cd" * 32 + b'"],'
        b'"recorded":"2026-07-01T19:05:07.000123Z",'
        b'"stream":"c10b000000000000000000000000000a","type":"task.task-added","v":1,"ver":3}'
    )
    whole = leaf(0, CLUB.hex, 1, "task.task-added", NOON.astimezone(UTC), b"", [])
    assert json.loads(whole)["recorded"] == "2026-03-03T12:00:00.000000Z"


def test_events_and_leaves_are_written_together_or_not_at_all(
    governance: Governance, rows: sqlite3.Connection
) -> None:
    recorder = governance.recorder
    recorder.insert_events([stored(1)], envelopes=envelopes(1))
    for broken, told in (
        ([stored(2), stored(2)], envelopes(2)),
        ([stored(2), stored(3)], envelopes(1)),
        ([stored(2)], []),
    ):
        with pytest.raises((IntegrityError, ValueError)):
            recorder.insert_events(broken, envelopes=told)
    rows.execute("INSERT INTO tree_leaf VALUES (1, 'somebody else was here')")
    rows.execute(
        "CREATE TRIGGER no_leaf BEFORE INSERT ON tree_leaf BEGIN SELECT RAISE(ABORT, ''); END"
    )
    with pytest.raises(IntegrityError):
        recorder.insert_events([stored(2)], envelopes=envelopes(1))
    assert rows.execute("SELECT COUNT(*) FROM stored_events").fetchone() == (1,)


def test_what_is_appended_at_once_is_kept_at_its_end_and_seen_before_by_nobody_else(
    governance: Governance, rows: sqlite3.Connection
) -> None:
    recorder = governance.recorder
    with recorder.at_once():
        recorder.insert_events([stored(1)], envelopes=envelopes(1))
        assert [event.originator_version for event in recorder.select_events(STREAM)] == [1]
        with pytest.raises(IntegrityError):
            recorder.insert_events([stored(2), stored(1)], envelopes=envelopes(2))
        recorder.insert_events([stored(2), stored(3)], envelopes=envelopes(2))
        assert rows.execute("SELECT COUNT(*) FROM stored_events").fetchone() == (0,)
        newest = recorder.select_events(STREAM, desc=True, limit=1)
        assert [event.originator_version for event in newest] == [3]
        between = recorder.select_events(STREAM, gt=1, lte=2)
        assert [event.originator_version for event in between] == [2]
    assert rows.execute("SELECT position FROM stored_events").fetchall() == [(1,), (2,), (3,)]
    assert rows.execute("SELECT idx FROM tree_leaf").fetchall() == [(0,), (1,), (2,)]


def test_what_is_appended_at_once_and_fails_is_not_kept(governance: Governance) -> None:
    recorder = governance.recorder

    def fails() -> None:
        with recorder.at_once():
            recorder.insert_events([stored(1)], envelopes=envelopes(1))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fails()
    assert governance.position() == 0
    recorder.insert_events([stored(1)], envelopes=envelopes(1))
    assert governance.position() == 1


def test_what_was_looked_at_holds_still_while_it_is_written(governance: Governance) -> None:
    recorder = governance.recorder
    recorder.insert_events([stored(1)], envelopes=envelopes(1))
    new = [StoredEvent(UUID(int=0xB), 1, "task.task-taken", b"{}")]
    with pytest.raises(IntegrityError, match="moved on from version 0 to 1"):
        recorder.insert_events(new, envelopes=envelopes(1), looked_at={STREAM: 0})
    recorder.insert_events(new, envelopes=envelopes(1), looked_at={STREAM: 1})
    assert governance.position() == 2


# ---- For ever


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE stored_events SET state = '{}' WHERE position = 1",
        "DELETE FROM stored_events WHERE position = 1",
        "UPDATE tree_leaf SET leaf = '{}'",
        "DELETE FROM tree_leaf",
    ],
)
def test_what_is_written_is_never_changed(
    club: Governance, rows: sqlite3.Connection, change: str
) -> None:
    before = (history(club), rows.execute("SELECT * FROM tree_leaf").fetchall())
    with pytest.raises(sqlite3.IntegrityError, match=r"The log is never changed\."):
        rows.execute(change)
    assert (history(club), rows.execute("SELECT * FROM tree_leaf").fetchall()) == before


@pytest.mark.parametrize(
    "replace",
    [
        "REPLACE INTO stored_events VALUES (1, 'a', 1, 'b', '{}')",
        "REPLACE INTO tree_leaf VALUES (0, '{}')",
    ],
)
def test_our_own_connections_replace_nothing_either(governance: Governance, replace: str) -> None:
    recorder = governance.recorder
    recorder.insert_events([stored(1)], envelopes=envelopes(1))
    with (
        recorder.datastore.transaction(commit=True) as cursor,
        pytest.raises(sqlite3.IntegrityError, match=r"The log is never changed\."),
    ):
        cursor.execute(replace)


def test_what_is_recorded_survives_a_loss_of_power(governance: Governance) -> None:
    with governance.recorder.datastore.transaction(commit=False) as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone()[0] == "wal"
        cursor.execute("PRAGMA synchronous")
        assert cursor.fetchone()[0] == 2


def test_there_are_no_words_and_no_names_in_the_log(governance: Governance, tmp_path: Path) -> None:
    words = "Quetzalcoatl"
    person = governance.register_person(by(ASHA), words, ref=words)
    committee = governance.found_committee(by(person), words, MAJORITY, purpose=words)
    governance.seat_person(by(person), committee, person)
    proposal = governance.make_proposal(by(person), committee, words, text=words)
    governance.raise_objection(by(person, reason=Sealed.of(words)), proposal, words)
    governance.close()
    assert words.encode() in (tmp_path / "private.db").read_bytes()
    for file in tmp_path.glob("log.db*"):
        assert words.encode() not in file.read_bytes()
