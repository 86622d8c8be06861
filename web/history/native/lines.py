"""A native line: what every one may say, and what is made of one."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

from pydantic import ConfigDict

from domain.events import EVENTS, Event
from domain.kinds import Precision
from web.history import lines
from web.history.lines import Name, Names, When

AN_ID = re.compile(r"[0-9a-f]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
AN_EVENT = re.compile(r"[0-9a-f]{32}@[1-9][0-9]{0,17}")

Called = tuple[str, str, str, UUID]
"""What a file calls something: its kind, the scope of the name, the name, and the id."""


@lru_cache(maxsize=100_000)
def id_in(text: str) -> UUID | None:
    """The id that stands there, if it is one: with dashes or without."""
    return UUID(text) if AN_ID.fullmatch(text) else None


class NativeLine(lines.Line):
    """What every native line may say; its event's own fields are beside that."""

    model_config = ConfigDict(extra="allow")
    precision: Precision | None = None
    called: Names | None = None
    during: Name | None = None
    recorded_at: When | None = None
    source: Any = None
    reason: Any = None

    @property
    def is_written_out(self) -> bool:
        """Whether a log wrote this line out, ids and all; else somebody wrote it by hand."""
        return self.id is not None and AN_EVENT.fullmatch(self.id) is not None


@dataclass(slots=True)
class Said:
    """A line, and the event that it says."""

    line: NativeLine
    number: int
    event: Event
    named: frozenset[str] | None
    """The fields that a line written by hand names; ``None`` for an event that was written out."""

    names: list[Called]
    """What the line calls what begins with it."""

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody wrote this line."""
        return self.named is not None


def is_written_out(said: Mapping[str, Any]) -> bool:
    """Whether a log wrote this line out: an event, under the id that it has there."""
    name = said.get("id")
    return isinstance(name, str) and said.get("kind") in EVENTS and bool(AN_EVENT.fullmatch(name))
