"""Long lists: which part is shown, and where it goes on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chip:
    """A choice of which part of a list to see."""

    words: str
    picture: str
    href: str
    count: int | None
    current: bool


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a list goes on."""

    before: str | None
    after: str | None
    words: str
