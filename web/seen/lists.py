"""Long lists: which part is shown, and where it goes on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Protocol, TypeVar

from pydantic import BaseModel, BeforeValidator, Field

from projections.searching import folded
from web.forms import short

T = TypeVar("T")


MANY = 30
"""So many people stand on one page. More are found by name, or page by page."""


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


class HasName(Protocol):
    """Somebody who is called something."""

    @property
    def name(self) -> str:
        """What they are called."""


Named = TypeVar("Named", bound=HasName)


class Part(BaseModel):
    """Which part of a long list."""

    page: Annotated[int, Field(ge=1, le=10_000)] = 1


class Whom(Part):
    """Which of many people: those whose name has these words, and which part of them."""

    words: Annotated[str, BeforeValidator(short)] = ""


@dataclass(frozen=True, slots=True)
class Many:
    """More people than stand on one page: what was looked for, how many were found, and the rest.

    ``number`` is nothing where there are so few that nobody has to look for one.
    """

    number: int | None
    words: str
    found: int
    all: str
    pager: Pager


def named(some: Sequence[Named], words: str) -> list[Named]:
    """Those whose name has all of these words."""
    wanted = folded(words).split()
    return [one for one in some if all(word in folded(one.name) for word in wanted)]


def part_of(
    some: Sequence[T], page: int, size: int, to: Callable[[int], str]
) -> tuple[list[T], Pager]:
    """One page of a list; the last, where it is not so long. ``to`` is the address of a page."""
    last = max(1, -(-len(some) // size))
    page = min(page, last)
    return list(some[(page - 1) * size :][:size]), Pager(
        before=to(page - 1) if page > 1 else None,
        after=to(page + 1) if page < last else None,
        words=f"Page {page} of {last}" if last > 1 else "",
    )


def some_of(
    everybody: Sequence[Named], whom: Whom, to: Callable[[str | None, int | None], str]
) -> tuple[list[Named], Many]:
    """The people to show, and how to get at the others. ``to`` is where words and page lead."""
    found = named(everybody, whom.words)
    shown, pager = part_of(found, whom.page, MANY, lambda page: to(whom.words or None, page))
    number = len(everybody) if len(everybody) > MANY else None
    return shown, Many(number, whom.words, len(found), to(None, None), pager)
