"""Where one press on “Why?” leads: to the story of a decision, or to whatever else allowed it."""

from typing import Protocol

from flask import url_for

from domain.events import DecisionTaken, Event
from domain.values import EventId
from web.seen.chain import NOBODY_WROTE
from web.seen.record import address
from web.services import services


class Changed(Protocol):
    """Something that an event brought about, by a right or by none."""

    @property
    def event(self) -> EventId:
        """What brought it about."""

    @property
    def authority(self) -> EventId | None:
        """What allowed that."""


class Rights:
    """The rights that the things of one page cite; each is looked up once."""

    def __init__(self) -> None:
        self._found: dict[EventId, tuple[int, Event]] = {}

    def href(self, thing: Changed) -> str:
        """Where it says who decided this."""
        right = self.of(thing)
        if isinstance(right, DecisionTaken):
            return url_for("why.story", proposal=right.originator_id)
        return address(thing.event)

    def because(self, thing: Changed) -> str:
        """The right in a sentence, where it is not a decision of its own to look at."""
        right = self._right(thing)
        if right is None:
            return NOBODY_WROTE
        if isinstance(right[1], DecisionTaken):
            return ""
        return services().audit.told([right])[0].sentence

    def of(self, thing: Changed) -> Event | None:
        """The right itself, or none."""
        right = self._right(thing)
        return right[1] if right else None

    def _right(self, thing: Changed) -> tuple[int, Event] | None:
        cited = thing.authority
        if cited is None:
            return None
        if cited not in self._found:
            self._found[cited] = services().governance.placed_event(cited)
        return self._found[cited]
