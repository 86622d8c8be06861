"""Where the lines of a history come from, whatever the file looks like."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol


class Lines(Protocol):
    """The lines of a history, each under its place, in the order in which they happened."""

    @property
    def notes(self) -> Sequence["Note"]:
        """What there is to say before anything is taken in."""

    def where(self, place: int) -> tuple[Path, int]:
        """The file of a line, and its number there, from 1."""

    def read(self, place: int) -> dict[str, Any]:
        """What a line says."""

    def turn(self, place: int) -> int:
        """As which line, counted from 0, this one is taken."""

    @property
    def order(self) -> Sequence[int]:
        """The places of all lines, the first turn's first."""

    def __iter__(self) -> Iterator[int]:
        """The places of all lines."""

    def __len__(self) -> int:
        """How many there are."""


Reader = Callable[[Sequence[Path]], Lines]
"""Makes lines of files that are written in one way."""


class CannotRead(Exception):
    """A file is not written in the way it is said to be, with the sentence that says why."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(f"{path.name}: {sentence} Nothing was written.")


@dataclass(frozen=True, slots=True)
class Note:
    """Something that a reader has to say about a file."""

    file: Path
    line: int
    said: str


class Rows:
    """Lines that were made of another kind of file."""

    def __init__(self) -> None:
        self.notes: list[Note] = []
        self._rows: list[tuple[Path, int, dict[str, Any]]] = []

    def add(self, path: Path, number: int, said: dict[str, Any]) -> None:
        """A line, made of what stands on this line of the file."""
        self._rows.append((path, number, said))

    def in_order(self) -> "Rows":
        """The same by when things happened, and then as they were made."""
        self._rows.sort(key=lambda row: str(row[2]["at"]))
        return self

    def where(self, place: int) -> tuple[Path, int]:
        """The file that a line was made of, and the line there that tells it."""
        path, number, _ = self._rows[place]
        return path, number

    def read(self, place: int) -> dict[str, Any]:
        """What a line says."""
        return self._rows[place][2]

    def turn(self, place: int) -> int:
        """As which line, counted from 0, this one is taken."""
        return place

    @property
    def order(self) -> Sequence[int]:
        """The places of all lines, which lie in order already."""
        return range(len(self._rows))

    def __iter__(self) -> Iterator[int]:
        return iter(self.order)

    def __len__(self) -> int:
        return len(self._rows)
