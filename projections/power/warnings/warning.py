"""A warning: which rule, since when it held, what was seen, and what it rests on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.values import EventId
from projections.power.evidence import Evidence, Fact
from projections.power.settings import Settings

ASK = "This may be fine. Talk about it: what happened, and what do we want?"


@dataclass(frozen=True, slots=True)
class PowerWarning:
    """Something to talk about."""

    id: str
    since: datetime
    sentence: str
    rests_on: tuple[Fact, ...]
    ask: str = ASK

    @property
    def event_ids(self) -> tuple[EventId, ...]:
        """The events from which alone the same warning comes out again, each once."""
        return tuple(dict.fromkeys(fact.event_id for fact in self.rests_on))


Rule = Callable[[Evidence, Settings], Iterator[PowerWarning]]
"""Everything that one rule finds, a pure function as a measure is."""
