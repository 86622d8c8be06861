"""The log as a history file: every event a line, in the order of the log, words in the clear.

What comes out can be taken in again, into an empty folder or into this one, and nothing is lost but
the salts of the words. It is written in one walk, page by page, however long the log is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic_core import from_json, to_json

from domain.details import OBJECTS
from domain.events import Event, MinutesConfirmed, ProposalAmended, ProposalMade
from domain.kinds import Precision
from domain.ledger import Ledger
from domain.mapper import seals_in
from domain.values import EventId
from projections.export.keys import COMMON, DURING, begins, key_of, stream_of

Words = Mapping[str, str]
Called = Mapping[UUID, Sequence[str]]
Said = dict[str, Any]

_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_SEAL_LENGTH, _ID_LENGTH, _NOON = 64, 36, (12, 0, 0, 0)


def history(ledger: Ledger, upto: int | None = None) -> Iterator[tuple[int, bytes]]:
    """The lines of a history file, each with the position of its event."""
    for page in ledger.history(upto=upto):
        events = [event for _, event in page]
        words = ledger.vault.words(seal for event in events for seal in seals_in(event))
        called = ledger.vault.called([one for event in events for one in _named(event)])
        for position, event in page:
            yield position, to_json(_line(ledger, event, words, called)) + b"\n"


def _named(event: Event) -> Iterator[UUID]:
    """What a line may say the file's name of."""
    if begun := begins(event):
        yield begun
    if isinstance(event, ProposalMade | ProposalAmended):
        for option in event.options or ():
            yield option.option


def _line(ledger: Ledger, event: Event, words: Words, called: Called) -> Said:
    said = line(event, words, called)
    if isinstance(event, MinutesConfirmed) and (seen := _event_at(ledger, event.seen_to)):
        said["seen_to"] = seen
    return said


def _event_at(ledger: Ledger, position: int) -> EventId | None:
    """A position is this log's own, so the event there is named instead."""
    found = next(ledger.since(position - 1, upto=position, limit=1), None)
    return found and found[1].event_id


def line(event: Event, words: Words, called: Called | None = None) -> Said:
    """An event as a line: what it is about, its own fields, and what every event has."""
    fields = event.__pydantic_serializer__.to_python(event, mode="json", exclude_none=True)
    told = _Telling(words, called or {})
    stream, begun = stream_of(event.TOPIC), begins(event)
    said: Said = {"kind": event.TOPIC, "at": _at(event), "id": event.event_id}
    if event.occurred_to is Precision.DAY and len(said["at"]) > len("2026-03-03"):
        said["precision"] = "day"
    said[stream] = event.originator_id.hex
    if begun in told.called:
        said["called"] = _one_or_many(told.called[begun])
    said["actor"] = told.tell(fields["actor"])
    for name, value in fields.items():
        if name not in COMMON:
            said[key_of(name)] = told.object(value) if name in OBJECTS else told.tell(value)
    for name in ("authority", "reason", "through", "recorded_by", "witness", "meeting"):
        if name in fields:
            said[DURING if name == stream else name] = told.tell(fields[name])
    if event.noted_at is not None:
        said["noted"] = moment(event.noted_at)
    said["recorded_at"] = moment(event.recorded_at)
    if event.source is not None:
        said["source"] = told.tell(fields["source"])
    return said


def moment(at: datetime) -> str:
    """A time in UTC."""
    return at.isoformat().replace("+00:00", "Z")


def _at(event: Event) -> str:
    """When it happened; where only the day is known, the day, which stands for its noon."""
    at = event.occurred_at
    noon = (at.hour, at.minute, at.second, at.microsecond) == _NOON
    if event.occurred_to is Precision.DAY and noon:
        return at.date().isoformat()
    return moment(at)


def _one_or_many(names: Sequence[str]) -> str | list[str]:
    return names[0] if len(names) == 1 else list(names)


class _Telling:
    """Turns what an event holds into what a line says: seals into words, ids as they are named."""

    def __init__(self, words: Words, called: Called) -> None:
        self.words = words
        self.called = called

    def tell(self, value: Any) -> Any:
        match value:
            case str():
                return self._text(value)
            case list():
                return [self.tell(one) for one in value]
            case dict():
                said = {self._key(key): self.tell(one) for key, one in value.items()}
                return self._with_name(said) if "option" in said else said
            case _:
                return value

    def object(self, seal: str) -> Any:
        """Words that are an object themselves."""
        words = self._text(seal)
        return from_json(words) if isinstance(words, str) else words

    def _text(self, text: str) -> Any:
        if len(text) == _ID_LENGTH and _ID.fullmatch(text):
            return text.replace("-", "")
        if len(text) != _SEAL_LENGTH:
            return text
        words = self.words.get(text)
        return {"seal": text} if words is None else words

    def _key(self, key: str) -> str:
        return key.replace("-", "") if len(key) == _ID_LENGTH and _ID.fullmatch(key) else key

    def _with_name(self, option: Said) -> Said:
        names = self.called.get(UUID(option["option"]))
        return {**option, "called": _one_or_many(names)} if names else option
