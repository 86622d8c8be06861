"""Stops in time: how it stood at a moment, of what the log held up to a position.

There are two axes. ``at`` goes by when things happened, ``known`` by how far the log had come. What
happened on 3 March and was written down on 9 March is seen by whoever asks how it stood on 5 March,
and not by whoever asks for that as it was known on 6 March. A stop without either is now.

Rows count at a stop if ``at <= ? AND position <= ?``, its :attr:`Stop.bounds`. Within one stream
time never runs backwards, so the last position is also what happened last.
"""

from datetime import datetime
from typing import NamedTuple

from domain.events import Event
from projections.read_model import seconds

LAST = 2**63 - 1
"""Later than every moment and every position."""


class Stop(NamedTuple):
    """One place on both axes, as each question takes it: ``at`` and ``known``."""

    at: datetime | None = None
    known: int | None = None

    @property
    def is_now(self) -> bool:
        """Whether everything counts, so that lists of what is open now may answer."""
        return self.at is None and self.known is None

    @property
    def bounds(self) -> tuple[int, int]:
        """The last moment and the last position that count, as they lie in tables."""
        return (
            LAST if self.at is None else seconds(self.at),
            LAST if self.known is None else self.known,
        )

    def counts(self, position: int, event: Event) -> bool:
        """Whether this had happened, and was known."""
        moment, place = self.bounds
        return seconds(event.occurred_at) <= moment and position <= place


NOW = Stop()
