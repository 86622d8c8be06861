"""A history file, line by line: what each says, when it happened, and what tells it again."""

import unicodedata
from array import array
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from pydantic_core import from_json, to_json

from web.history.moments import moment
from web.history.names import BadLine
from web.history.sources import Note

LONGEST_LINE = 10_000_000
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_NEVER = 2**62
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Files:
    """The lines of one or several files, in the order in which they happened."""

    notes: Sequence[Note] = ()

    def __init__(self, paths: Sequence[Path]) -> None:
        self._lines: list[bytes] = []
        self._paths = paths
        self._starts: list[int] = []
        """Where each file begins among the lines."""
        for path in paths:
            self._starts.append(len(self._lines))
            self._lines += path.read_bytes().removeprefix(_BYTE_ORDER_MARK).splitlines()
        self.order = self._sorted()

    def _sorted(self) -> Sequence[int]:
        """Which lines say something, by when it happened and then as they stand."""
        at, said = array("q"), array("q")
        for place, line in enumerate(self._lines):
            if line.strip() and not line.lstrip().startswith(b"#"):
                said.append(place)
                at.append(_happened(line))
        in_order = all(map(int.__le__, at, at[1:]))
        return said if in_order else [said[n] for n in sorted(range(len(at)), key=at.__getitem__)]

    def where(self, place: int) -> tuple[Path, int]:
        """The file of a line, and its number there, from 1."""
        file = bisect(self._starts, place) - 1
        return self._paths[file], place - self._starts[file] + 1

    def read(self, place: int) -> dict[str, Any]:
        """What a line says, as an object."""
        return understood(self._lines[place])

    def turn(self, place: int) -> int:
        """As which line, counted from 0, this one is taken."""
        return self.order.index(place)

    def __iter__(self) -> Iterator[int]:
        return iter(self.order)

    def __len__(self) -> int:
        return len(self.order)


def _happened(line: bytes) -> int:
    """When, for putting lines in order; a line that does not tell is met last, and refused."""
    try:
        at = moment(understood(line)["at"]).at
    except (BadLine, KeyError, TypeError, ValueError):
        return _NEVER
    return int((at - _EPOCH).total_seconds() * 1_000_000)


def understood(line: bytes) -> dict[str, Any]:
    """The object that a line holds, or the sentence that says why it is none."""
    if len(line) > LONGEST_LINE:
        raise BadLine(
            f"This line is {len(line):,} bytes long, and {LONGEST_LINE:,} are the most. "
            "Leave long texts out of the history."
        )
    try:
        said = from_json(_one_spelling(line), allow_inf_nan=False)
    except UnicodeDecodeError:
        raise BadLine("This line is not in UTF-8. Save the file as UTF-8.") from None
    except ValueError as problem:
        raise BadLine(f"This line is not JSON: {problem}.") from None
    if not isinstance(said, dict):
        raise BadLine("A line has to be one JSON object, in curly brackets.")
    return said


def _one_spelling(line: bytes) -> bytes | str:
    """An é is the same letter whether it is written in one piece or in two."""
    return line if line.isascii() else unicodedata.normalize("NFC", line.decode())


def identity_of(said: dict[str, Any]) -> bytes:
    """What tells a line again: its own ``id``, else the SHA-256 of its canonical JSON."""
    name = said.get("id")
    return sha256(b"id\0" + name.encode()).digest() if isinstance(name, str) else content(said)


def content(said: dict[str, Any]) -> bytes:
    """The SHA-256 of a line's canonical JSON."""
    return sha256(to_json(_in_order(said))).digest()


def _in_order(said: Any) -> Any:
    """The same with the keys of every object in order."""
    if isinstance(said, dict):
        return {
            key: one if isinstance(one := said[key], str) else _in_order(one)
            for key in sorted(said)
        }
    return [_in_order(one) for one in said] if isinstance(said, list) else said
