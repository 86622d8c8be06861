"""Events on their way to the disk and back."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from eventsourcing.persistence import JSONTranscoder, StoredEvent

from domain import events
from domain.errors import LogUnreadable
from domain.events import Event
from domain.mapper import EventMapper
from tests.facts import ASHA, BEN, NOON, cast, taken

MAPPER = EventMapper(JSONTranscoder())


class TeaMade(Event):
    """Somebody made tea. Made up here, and in its third version."""

    TOPIC = "kitchen.tea-made"
    VERSION = 3
    cups: int
    sugar: int

    @classmethod
    def upcast(cls, version: int, state: dict[str, Any]) -> None:
        match version:
            case 1:
                state["cups"] = state.pop("mugs")
            case 2:
                state["sugar"] = 0


@pytest.fixture(autouse=True)
def _kitchen() -> Iterator[None]:
    """The kitchen's events are known while these tests run, and at no other time."""
    events.EVENTS[TeaMade.TOPIC] = TeaMade
    yield
    del events.EVENTS[TeaMade.TOPIC]


def row(state: object, topic: str = TeaMade.TOPIC) -> StoredEvent:
    stored = state if isinstance(state, bytes) else json.dumps(state).encode()
    return StoredEvent(UUID(int=7), 4, topic, stored)


def told(**fields: object) -> dict[str, object]:
    when = "2026-03-03T12:00:00Z"
    envelope = {"recorded_at": when, "occurred_at": when, "occurred_to": "minute"}
    return {**envelope, "actor": str(ASHA), "through": "own screen", **fields}


def tea(cups: int = 2, sugar: int = 1) -> TeaMade:
    return TeaMade.model_validate(
        told(cups=cups, sugar=sugar, originator_id=UUID(int=7), originator_version=4)
    )


def test_what_is_not_stated_is_left_out_of_the_file() -> None:
    state = json.loads(MAPPER.to_stored_event(taken(BEN)).state)
    assert state.keys() == {
        "recorded_at",
        "occurred_at",
        "occurred_to",
        "actor",
        "through",
        "person",
    }


def test_stream_and_place_lie_in_their_own_columns() -> None:
    event = tea()
    stored = MAPPER.to_stored_event(event)
    assert (stored.originator_id, stored.originator_version) == (UUID(int=7), 4)
    assert b"originator" not in stored.state
    assert MAPPER.to_domain_event(stored) == event


def test_only_our_events_are_written() -> None:
    with pytest.raises(TypeError, match="not an event of this log"):
        MAPPER.to_stored_event("a note")  # type: ignore[arg-type]


def test_a_later_version_says_which_it_is() -> None:
    assert json.loads(MAPPER.to_stored_event(tea()).state)["event_version"] == 3
    assert b"event_version" not in MAPPER.to_stored_event(cast(BEN)).state


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        (told(mugs=5), tea(cups=5, sugar=0)),
        (told(event_version=2, cups=4), tea(cups=4, sugar=0)),
        (told(event_version=3, cups=3, sugar=2), tea(cups=3, sugar=2)),
    ],
    ids=["first", "second", "third"],
)
def test_an_event_of_any_version_is_read_as_one_of_today(
    stored: dict[str, object], meant: TeaMade
) -> None:
    assert MAPPER.to_domain_event(row(stored)) == meant


def test_reading_does_not_depend_on_the_moment_of_reading() -> None:
    first = MAPPER.to_domain_event(row(told(mugs=5)))
    assert first.recorded_at == NOON
    assert MAPPER.to_domain_event(row(told(mugs=5))) == first


def test_a_topic_that_nobody_knows_is_said_so() -> None:
    with pytest.raises(LogUnreadable) as refusal:
        MAPPER.to_domain_event(row({}, "os.system"))
    sentence = str(refusal.value)
    assert sentence.startswith("The log holds an event that this program cannot read: os.system")
    assert f"({UUID(int=7)}@4)" in sentence
    assert sentence.endswith("Use the newest version of the program, and keep the file safe.")


@pytest.mark.parametrize(
    "state",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'"tea"',
        b"null",
        told(event_version=4, cups=1, sugar=1),
        told(event_version="new", cups=1, sugar=1),
        told(event_version=1),
        told(event_version=3, cups="many", sugar=1),
        told(event_version=3, cups=1, sugar=1, note="for Ben"),
        {"event_version": 3, "cups": 1, "sugar": 1},
    ],
    ids=str,
)
def test_a_broken_state_is_said_so(state: object) -> None:
    with pytest.raises(LogUnreadable, match=r"kitchen\.tea-made"):
        MAPPER.to_domain_event(row(state))


@pytest.mark.parametrize(
    "state", [b"", b"[]", told(), told(person=str(BEN), event_version=2)], ids=str
)
def test_a_broken_state_of_a_first_version_is_said_so(state: object) -> None:
    with pytest.raises(LogUnreadable, match=r"task\.task-taken"):
        MAPPER.to_domain_event(row(state, "task.task-taken"))


def test_a_version_without_a_way_on_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(TeaMade, "upcast")
    with pytest.raises(LogUnreadable, match="no way on from version 1"):
        MAPPER.to_domain_event(row(told(mugs=5)))
