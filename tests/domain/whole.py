"""What must be true of the files whatever was done with them."""

import json
import re
import sqlite3
from collections import Counter
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from domain.aggregate import Aggregate
from domain.application import Governance
from domain.proposal import Proposal
from tests.facts import SOME_WORDS
from tests.scenario import STREAMS


def must_be_whole(folder: Path) -> None:
    """The log is dense, each event has its leaf, each seal its words, and no words are over."""
    with (
        closing(sqlite3.connect(folder / "log.db")) as log,
        closing(sqlite3.connect(folder / "private.db")) as private,
    ):
        for connection in (log, private):
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        events = log.execute("SELECT * FROM stored_events ORDER BY position").fetchall()
        leaves = log.execute("SELECT idx, leaf FROM tree_leaf ORDER BY idx").fetchall()
        words = {seal for (seal,) in private.execute("SELECT seal FROM sealed_text")}
    assert [index for index, _ in leaves] == list(range(len(events)))
    places: Counter[str] = Counter()
    seals: set[str] = {SOME_WORDS}
    for (position, stream, version, topic, state), (index, leaf) in zip(
        events, leaves, strict=True
    ):
        places[stream] += 1
        envelope = json.loads(leaf)
        assert (position, version) == (index + 1, places[stream])
        assert (envelope["stream"], envelope["ver"], envelope["type"]) == (stream, version, topic)
        assert (envelope["idx"], envelope["body"]) == (index, f"sha256:{sha256(state).hexdigest()}")
        seals |= set(re.findall(r'"([0-9a-f]{64})"', state.decode()))
    assert words | {SOME_WORDS} == seals


def must_be_served_as_recorded(governance: Governance) -> None:
    """Every stream in memory is what the log makes of it, as far as it has read."""
    for stream in served(governance):
        events = governance.events_of(stream.id)[: stream.version]
        rebuilt = STREAMS[type(stream).__name__](stream.id).replay(events)
        assert vars(rebuilt) == vars(stream)


def served(governance: Governance) -> list[Aggregate]:
    """The streams that lie in memory between two acts."""
    return list(governance._kept.values())  # noqa: SLF001 -- nobody else may look


def recorded(governance: Governance, proposal: UUID) -> Proposal:
    """A proposal as the log tells it."""
    return Proposal(proposal).replay(governance.events_of(proposal))
