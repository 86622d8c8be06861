"""What can be written to the log: names and shapes for ever, and no words in the clear."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from enum import Enum
from fractions import Fraction
from pathlib import Path
from types import NoneType
from typing import Any, NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from eventsourcing.persistence import StoredEvent
from pydantic import AwareDatetime, BaseModel, StringConstraints, ValidationError

from domain.events import EVENTS, Authorised, BallotCast, Event, _all
from domain.mapper import seals_in
from domain.sealed import Sealed
from domain.values import EventRef, place_of
from domain.voting.answers import Approvals, Ranking, Scores
from tests.domain.record_examples import MAPPER, RECORDED, record
from tests.domain.shapes import fields_of, leaves
from tests.facts import ASHA, BEN, PIZZA, cast, offered, opened
from tests.scenario import STREAMS, placed

KINDS = pytest.mark.parametrize("kind", EVENTS.values(), ids=EVENTS)
FILES = sorted(RECORDED.glob("*.json"))
EXAMPLES = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)

NUMBERS_AND_DATES = (int, bool, float, Fraction, date, time, datetime, AwareDatetime)
NOT_WORDS = (UUID, Sealed, NoneType, Ellipsis, *NUMBERS_AND_DATES)


class Example(NamedTuple):
    """A row as some log out there holds it."""

    topic: str
    stream: str
    version: int
    state: str

    @classmethod
    def read(cls, path: Path) -> "Example":
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def row(self) -> StoredEvent:
        return StoredEvent(UUID(self.stream), self.version, self.topic, self.state.encode())


# ---- Names


@KINDS
def test_an_event_is_called_on_disk_by_its_stream_and_its_name_in_full(kind: type[Event]) -> None:
    stream, _, name = kind.TOPIC.partition(".")
    assert stream in {s.STREAM for s in STREAMS.values()}
    assert name == re.sub(r"(?<!^)([A-Z])", r"-\1", kind.__name__).lower()
    assert "TOPIC" in vars(kind)


def test_every_event_is_in_the_table_and_no_two_share_a_name() -> None:
    made_up_in_tests = {kind for kind in _all(Event) if kind.__module__.startswith("tests.")}
    named = [kind for kind in _all(Event) if kind not in {Authorised, *made_up_in_tests}]
    assert list(EVENTS.values()) == named
    assert len({kind.__name__ for kind in named}) == len(named)


@KINDS
def test_an_event_says_what_it_means(kind: type[Event]) -> None:
    assert kind.__doc__
    assert kind.__doc__.split("\n")[0].endswith(".")
    assert not re.search(r"Updated|Changed|Set$|Status|Data", kind.__name__)


# ---- Shapes


@KINDS
def test_an_event_is_frozen_and_closed_all_the_way_down(kind: type[Event]) -> None:
    for model in {kind, *_models(kind)}:
        assert model.model_config.get("frozen"), model
        assert model.model_config.get("extra") == "forbid", model


def _models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for _, shape in fields_of(kind):
        yield from _models_in(shape)


def _models_in(shape: Any) -> Iterator[type[BaseModel]]:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        yield shape
        yield from _models(shape)
    for part in getattr(shape, "__args__", ()):
        yield from _models_in(part)


def test_a_recorded_event_cannot_be_changed() -> None:
    event = cast(BEN)
    with pytest.raises(ValidationError, match="frozen"):
        event.voter = PIZZA  # type: ignore[misc, assignment]


@KINDS
def test_an_event_has_no_room_for_words(kind: type[Event]) -> None:
    for name, shape in fields_of(kind):
        for path, leaf, demands in leaves(shape, name):
            assert _is_no_word(leaf, demands), f"{kind.__name__}.{path} could hold words: {leaf}"


def _is_no_word(leaf: Any, demands: tuple[Any, ...]) -> bool:
    if leaf is str:
        return any(_leaves_no_room(demand) for demand in demands)
    is_choice = isinstance(leaf, str) or (isinstance(leaf, type) and issubclass(leaf, Enum))
    return is_choice or leaf in NOT_WORDS


def _leaves_no_room(demand: Any) -> bool:
    """A pattern that no sentence fits, or a look into the table of time zones."""
    if isinstance(demand, StringConstraints):
        pattern = str(demand.pattern)
        return (
            pattern.startswith("^") and pattern.endswith("$") and not re.search(r"[.\s]", pattern)
        )
    return getattr(getattr(demand, "func", None), "__name__", "") == "_known_zone"


def test_a_field_that_could_hold_words_is_found() -> None:
    class Loose(BaseModel):
        note: str | None
        notes: dict[str, Any]
        inner: "tuple[Loose, ...]" = ()

    found = [
        _is_no_word(leaf, demands)
        for _, leaf, demands in leaves(Loose.model_fields["note"].annotation, "note")
    ]
    assert False in found
    assert not all(_is_no_word(leaf, d) for _, leaf, d in leaves(dict[str, Any], "notes"))
    assert not _is_no_word(str, ())
    assert not _is_no_word(object, ())


@pytest.mark.parametrize("name", ["", "x@1", "0" * 32, f"{'0' * 32}@0", f"{'0' * 32}@1 or more"])
def test_an_event_is_named_by_its_stream_and_place_only(name: str) -> None:
    with pytest.raises(ValidationError):
        _Named.model_validate({"event": name})


class _Named(BaseModel):
    event: EventRef


def test_an_event_names_itself() -> None:
    (event,) = placed([cast(BEN)])
    assert place_of(event.event_id) == (event.originator_id, event.originator_version)


# ---- What logs out there hold


def test_every_event_has_a_recorded_example() -> None:
    assert {Example.read(path).topic for path in FILES} == set(EVENTS)
    assert {path.stem for path in FILES} >= set(EVENTS)


def test_no_example_is_ever_written_again(tmp_path: Path) -> None:
    first = record(tmp_path)
    assert {path.name for path in first} == {path.name for path in FILES}
    first[0].write_text("as it was released")
    first[1].unlink()
    assert record(tmp_path) == [first[1]]
    assert first[0].read_text() == "as it was released"


@EXAMPLES
def test_a_recorded_event_loads_and_is_the_same_byte_for_byte(path: Path) -> None:
    example = Example.read(path)
    event = MAPPER.to_domain_event(example.row())
    assert type(event) is EVENTS[example.topic]
    assert event.event_id == f"{example.stream}@{example.version}"
    if json.loads(example.state).get("event_version", 1) == type(event).VERSION:
        assert MAPPER.to_stored_event(event) == example.row()


@pytest.mark.parametrize("topic", EVENTS)
def test_no_field_is_left_out_of_the_examples(topic: str) -> None:
    """A field that came later stands in an example of its own; the older ones are as they were."""
    files = (path for path in FILES if f"{path.stem}.".startswith(f"{topic}."))
    events = [MAPPER.to_domain_event(Example.read(path).row()) for path in files]
    told = {"originator_id", "originator_version"}.union(*(e.model_fields_set for e in events))
    assert told == set(EVENTS[topic].model_fields)


@EXAMPLES
def test_a_recorded_event_has_no_words_in_the_clear(path: Path) -> None:
    for word in _words(json.loads(Example.read(path).state)):
        assert _KNOWN.fullmatch(word) or word in _CHOICES, word


def _words(stored: Any) -> Iterator[str]:
    if isinstance(stored, str):
        yield stored
    elif isinstance(stored, dict):
        for key, value in stored.items():
            # A key is the name of a field, or itself a choice or an id.
            yield from () if key.isidentifier() else (key,)
            yield from _words(value)
    elif isinstance(stored, list):
        for value in stored:
            yield from _words(value)


_KNOWN = re.compile(
    r"[0-9a-f]{64}"  # a seal
    r"|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"  # an id
    r"|[0-9a-f]{32}@[1-9]\d*"  # an event
    r"|\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z)?"  # a day or a moment
    r"|\d\d:\d\d:\d\d"  # a time of day
    r"|\d+/\d+"  # a share
    r"|[A-Z]{3}|[A-Z][a-z]+/[A-Z][a-z]+"  # a currency, a time zone
    r"|[A-Z][0-9]{1,2}w?"  # a measure or a warning
)


def _choices(kind: type[BaseModel]) -> Iterator[str]:
    for name, shape in fields_of(kind):
        for _, leaf, _ in leaves(shape, name):
            if isinstance(leaf, str):
                yield leaf
            elif isinstance(leaf, type) and issubclass(leaf, Enum):
                yield from (str(choice.value) for choice in leaf)


_CHOICES = {choice for kind in EVENTS.values() for choice in _choices(kind)}


@pytest.mark.parametrize(
    ("answer", "stored"),
    [
        (Ranking(places=((PIZZA,),)), {"ranking": [[str(PIZZA)]], "unlisted": "last"}),
        (Approvals(options=(PIZZA,)), {"approves": [str(PIZZA)]}),
        (Scores(scores={PIZZA: 3}), {"scores": {str(PIZZA): 3}}),
    ],
)
def test_an_answer_keeps_its_own_words_inside_an_event(answer: Any, stored: Any) -> None:
    event = cast(BEN, answer)
    row = MAPPER.to_stored_event(event)
    assert json.loads(row.state)["answer"] == stored
    loaded = MAPPER.to_domain_event(row)
    assert isinstance(loaded, BallotCast)
    assert loaded.answer == answer


@EXAMPLES
def test_every_seal_of_an_event_is_found(path: Path) -> None:
    example = Example.read(path)
    event = MAPPER.to_domain_event(example.row())
    in_the_bytes = re.findall(r'"([0-9a-f]{64})"', example.state)
    assert sorted(seals_in(event)) == sorted(in_the_bytes)


def test_a_moment_told_in_another_zone_is_kept_in_utc() -> None:
    told = datetime(2026, 7, 3, 19, 30, tzinfo=ZoneInfo("Europe/London"))
    for made in (opened(closes_at=told), offered(BEN, ASHA, answer_by=told)):
        kept = MAPPER.to_stored_event(made).state
        assert b"2026-07-03T18:30:00Z" in kept
        assert b"+01:00" not in kept
