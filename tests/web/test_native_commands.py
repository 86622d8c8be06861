"""Every event that there is can come in as a line."""

from typing import get_type_hints

from domain.events import EVENTS
from projections.export.keys import BRINGS, STREAMS, key_of, stream_of
from web.history.lines import Line
from web.history.native.commands import COMMANDS
from web.history.native.lines import NativeLine
from web.history.native.values import readers
from web.history.native.whose import OWN_WORD, THEMSELVES


def test_every_event_comes_about_by_a_command() -> None:
    assert COMMANDS.keys() == set(EVENTS.values())


def test_each_command_is_for_the_event_that_it_is_listed_under() -> None:
    for kind, command in COMMANDS.items():
        assert get_type_hints(command)["event"] is kind


def test_no_key_of_a_line_means_two_things() -> None:
    """``committee`` and ``note`` are an event's own where it has such a field."""
    shared = set(Line.model_fields) | set(NativeLine.model_fields)
    for kind in EVENTS.values():
        own = readers(kind).keys()
        assert own & shared <= {"committee", "note"}
        assert not own & {stream_of(kind.TOPIC)}
        assert stream_of(kind.TOPIC) in STREAMS


def test_the_fields_that_are_named_for_events_are_theirs() -> None:
    for kind, name in {**BRINGS, **OWN_WORD}.items():
        assert name == THEMSELVES or key_of(name) in readers(kind)
