"""A history file, line by line: what each says, when it happened, and what tells it again."""

import re
import unicodedata
from array import array
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json

from domain.events import EVENTS
from web.history.moments import moment
from web.history.names import BadLine
from web.history.said_once import must_say_once
from web.history.sources import Note

LONGEST_LINE = 10_000_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LINE_END = re.compile(rb"\r\n|\r|\n")
_SAYS = re.compile(rb"\s*[^\s#]")
_NEVER = 2**62
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class _Text:
    """One file as it lies in memory, in one piece, and where its lines begin and end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.held = path.read_bytes()
        begin = len(_BYTE_ORDER_MARK) if self.held.startswith(_BYTE_ORDER_MARK) else 0
        self.begins, self.ends = array("q", [begin]), array("q")
        for end in _LINE_END.finditer(self.held, begin):
            self.ends.append(end.start())
            self.begins.append(end.end())
        self.ends.append(len(self.held))

    def __len__(self) -> int:
        return len(self.begins)

    def said(self) -> Iterator[tuple[int, int, bool]]:
        """The lines that are neither empty nor a remark: number, when, and whether native."""
        says = _SAYS.match
        for number, (begin, end) in enumerate(zip(self.begins, self.ends, strict=True)):
            if says(self.held, begin, end):
                yield number, *_happened(self, begin, end)

    def read(self, number: int) -> dict[str, Any]:
        """What a line says, counted from 0."""
        return self.between(self.begins[number], self.ends[number])

    def between(self, begin: int, end: int) -> dict[str, Any]:
        """What stands there; a line that is too long is not even copied."""
        if end - begin > LONGEST_LINE:
            raise BadLine(
                f"This line is {end - begin:,} bytes long, and {LONGEST_LINE:,} are the most. "
                "Leave long texts out of the history."
            )
        return understood(self.held[begin:end])


class Files:
    """The lines of one or several files, in the order in which they happened."""

    notes: Sequence[Note] = ()

    def __init__(self, paths: Sequence[Path]) -> None:
        self._texts: list[_Text] = []
        self._starts: list[int] = []
        """Where each file begins among the lines."""
        lines = 0
        for path in paths:
            self._texts.append(_Text(path))
            self._starts.append(lines)
            lines += len(self._texts[-1])
        self.order = self._sorted()

    def _sorted(self) -> Sequence[int]:
        """Which lines say something, by when it happened and then as they stand.

        A native line has its turn by then as well, but never before a native line above it.
        """
        at, said, latest = array("q"), array("q"), -_NEVER
        for start, text in zip(self._starts, self._texts, strict=True):
            for number, happened, is_native in text.said():
                if is_native and happened != _NEVER:
                    latest = max(latest, happened)
                said.append(start + number)
                at.append(latest if is_native else happened)
        in_order = all(map(int.__le__, at, islice(at, 1, None)))
        return said if in_order else [said[n] for n in sorted(range(len(at)), key=at.__getitem__)]

    def where(self, place: int) -> tuple[Path, int]:
        """The file of a line, and its number there, from 1."""
        file = bisect(self._starts, place) - 1
        return self._texts[file].path, place - self._starts[file] + 1

    def read(self, place: int) -> dict[str, Any]:
        """What a line says, as an object."""
        file = bisect(self._starts, place) - 1
        return self._texts[file].read(place - self._starts[file])

    @cached_property
    def _turns(self) -> dict[int, int]:
        return {place: turn for turn, place in enumerate(self.order)}

    def turn(self, place: int) -> int:
        """As which line, counted from 0, this one is taken."""
        return self._turns[place]

    def __iter__(self) -> Iterator[int]:
        return iter(self.order)

    def __len__(self) -> int:
        return len(self.order)


def _happened(text: _Text, begin: int, end: int) -> tuple[int, bool]:
    """When, for putting lines in order, and whether it is native.

    A line that does not tell when is met last, and refused.
    """
    is_native = False
    try:
        said = text.between(begin, end)
        is_native = said.get("kind") in EVENTS
        return _microseconds(said["at"]), is_native
    except (BadLine, KeyError, TypeError, ValueError):
        return _NEVER, is_native


@lru_cache(maxsize=100_000)
def _microseconds(said: str) -> int:
    return (moment(said).at - _EPOCH) // timedelta(microseconds=1)


def understood(line: bytes) -> dict[str, Any]:
    """The object that a line holds, or the sentence that says why it is none."""
    try:
        text = line if line.isascii() else _one_spelling(line)
        said = from_json(text, allow_inf_nan=False)
    except UnicodeDecodeError:
        raise BadLine("This line is not in UTF-8. Save the file as UTF-8.") from None
    except ValueError as problem:
        if b"\0" in line:
            raise BadLine("This line is not in UTF-8. Save the file as UTF-8.") from None
        raise BadLine(f"This line is not JSON: {problem}.") from None
    if not isinstance(said, dict):
        raise BadLine("A line has to be one JSON object, in curly brackets.")
    must_say_once(text, said)
    return said


def _one_spelling(line: bytes) -> bytes:
    """An é is the same letter whether it is written in one piece or in two."""
    return unicodedata.normalize("NFC", line.decode()).encode()


def identity_of(name: str) -> bytes:
    """What tells a line again that says its own ``id``."""
    return sha256(b"id\0" + name.encode()).digest()


def content(said: dict[str, Any]) -> bytes:
    """What tells any other line again: the SHA-256 of its canonical JSON."""
    return sha256(to_json(_in_order(said))).digest()


def _in_order(said: Any) -> Any:
    """The same with the keys of every object in order."""
    if isinstance(said, dict):
        return {
            key: one if isinstance(one := said[key], str) else _in_order(one)
            for key in sorted(said)
        }
    return [_in_order(one) for one in said] if isinstance(said, list) else said
