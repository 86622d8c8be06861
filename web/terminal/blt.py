"""Ballots in a BLT file: ``hands count RULE.json BALLOTS.blt``.

The form is that of I. D. Hill, B. A. Wichmann and D. R. Woodall, Algorithm 123: Single Transferable
Vote by Meek's Method, The Computer Journal 30 (1987), with what OpenSTV added: notes from # to the
end of a line, = between equal ranks, and - for a rank that was left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from domain.errors import Malformed

TOKEN = re.compile(r'#.*|"[^"]*"|[^\s"#]+')
Places = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Blt:
    """How many places there are, who can be chosen and has not withdrawn, and every ballot.

    A ballot is the line where it stands, how many were just the same, and names in places.
    """

    places: int
    names: tuple[str, ...]
    ballots: tuple[tuple[int, int, Places], ...]


@dataclass(frozen=True, slots=True)
class _Token:
    line: int
    said: str


class _Reader:
    """Goes through the words of a file, and says in which line something is wrong."""

    def __init__(self, file: Path, tokens: list[_Token]) -> None:
        self.file, self.tokens, self.at = file, tokens, 0

    def wrong(self, why: str, line: int | None = None) -> Malformed:
        last = self.tokens[min(self.at, len(self.tokens)) - 1].line if self.tokens else 1
        return Malformed(f"{self.file.name}, line {line or last}: {why}")

    def peek(self) -> str:
        return self.tokens[self.at].said if self.at < len(self.tokens) else ""

    def take(self, what: str) -> _Token:
        if self.at >= len(self.tokens):
            raise self.wrong(f"The file ends too soon. Here {what} has to stand.")
        self.at += 1
        return self.tokens[self.at - 1]

    def number(self, what: str) -> int:
        token = self.take(what)
        if not re.fullmatch(r"[0-9]{1,9}", token.said):
            raise self.wrong(f"“{token.said}” is no whole number. Here {what} has to stand.")
        return int(token.said)


def read_blt(file: Path) -> Blt:
    """What a BLT file holds; refused with a sentence where it cannot be read."""
    reader = _Reader(file, [*_tokens(file)])
    many = reader.number("how many people can be chosen")
    places = reader.number("how many places there are")
    gone = {*_withdrawn(reader, many)}
    found = [*_ballots(reader, many)]
    names = [_name(reader, number) for number in range(1, many + 1)]
    if len(reader.tokens) - reader.at > 1 and not all(
        token.said.startswith('"') for token in reader.tokens[reader.at :]
    ):
        raise reader.wrong("After the names only a title can stand, in quotation marks.")
    stay = {number: name for number, name in enumerate(names, 1) if number not in gone}
    ballots = tuple((line, times, _called(said, stay)) for line, times, said in found)
    return Blt(places, tuple(stay.values()), ballots)


def _tokens(file: Path) -> Iterator[_Token]:
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Malformed(f"{file.name} is not written in UTF-8. Save it again as UTF-8.") from None
    for number, line in enumerate(text.splitlines(), 1):
        for found in TOKEN.findall(line):
            if not found.startswith("#"):
                yield _Token(number, found)


def _withdrawn(reader: _Reader, many: int) -> Iterator[int]:
    while re.fullmatch(r"-[0-9]+", reader.peek()):
        number = int(reader.take("a number").said[1:])
        if not 1 <= number <= many:
            raise reader.wrong(f"Nobody has the number {number}. There are {many} people.")
        yield number


Said = list[tuple[int, ...]]


def _ballots(reader: _Reader, many: int) -> Iterator[tuple[int, int, Said]]:
    """Each begins with how many there are of it and ends with 0 on the same line; then one 0."""
    while times := reader.number("how many ballots are just the same, or 0 after the last one"):
        line, said = reader.tokens[reader.at - 1].line, Said()
        while True:
            token = reader.take("0 at the end of a ballot")
            if token.line != line:
                raise reader.wrong("This ballot has to end with 0.", line)
            if token.said == "0":
                break
            if token.said != "-":
                said.append(_same(reader, token.said, many))
        yield line, times, said


def _same(reader: _Reader, said: str, many: int) -> tuple[int, ...]:
    """The numbers that share a rank."""
    numbers = said.split("=")
    for one in numbers:
        if not re.fullmatch(r"[0-9]{1,9}", one) or not 1 <= int(one) <= many:
            raise reader.wrong(f"“{one}” is not the number of anybody. They go from 1 to {many}.")
    return tuple(map(int, numbers))


def _name(reader: _Reader, number: int) -> str:
    name = reader.take(f"the name of number {number}").said.strip('"').strip()
    if not name:
        raise reader.wrong(f"Number {number} has no name.")
    return name


def _called(said: Said, stay: dict[int, str]) -> Places:
    """The places by name, without those who withdrew."""
    places = (tuple(stay[number] for number in place if number in stay) for place in said)
    return tuple(place for place in places if place)
