"""What every stream shares: methods decide, ``when`` remembers."""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import datetime
from typing import Any, ClassVar, Self
from uuid import UUID

from domain.act import Act
from domain.errors import Malformed, NotEligible
from domain.events import Event
from domain.ids import PersonId


class Aggregate(ABC):
    """One stream of events, and what its rules need to know of them.

    Rules are checked in command methods only. ``when`` never refuses, reads a clock or looks
    anything up, so a history made under older rules always loads.
    """

    STREAM: ClassVar[str]
    """How the topics of this stream begin."""

    WHAT: ClassVar[str]
    """What a person calls such a thing, for the sentence that says there is none."""

    def __init__(self, stream: UUID) -> None:
        self.id = stream
        self.version = 0
        self.pending: list[Event] = []
        self.last_occurred_at: datetime | None = None

    @classmethod
    def begin(cls, act: Act) -> Self:
        """A stream to which nothing has happened yet, under a new id."""
        return cls(act.fresh())

    @abstractmethod
    def when(self, event: Any) -> None:
        """Remember what this event means for later decisions."""

    def record(self, fact: type[Event], act: Act, /, **fields: Any) -> None:
        """Make this fact the next of the stream."""
        told = act.fields(self._in_order(act))
        told.update(fields, originator_id=self.id, originator_version=self.version + 1)
        event = fact.model_validate(told)
        if act.told is not None:
            event = act.told.tell(event)
            self._must_fit_in(event.occurred_at)
        self.mutate(event)
        self.pending.append(event)

    def mutate(self, event: Event) -> None:
        """Take in one event, new or old."""
        self.when(event)
        self.version = event.originator_version
        self.last_occurred_at = event.occurred_at

    def replay(self, events: Iterable[Event]) -> Self:
        """Take in what the log holds of this stream."""
        for event in events:
            self.mutate(event)
        return self

    def collect(self) -> list[Event]:
        """Hand over what was recorded since the last time."""
        pending, self.pending = self.pending, []
        return pending

    def _must_be_own(self, act: Act, person: PersonId) -> None:
        """Nobody acts in another's name. Whoever pressed for them is in ``recorded_by``."""
        if act.actor != person and not act.is_import:
            raise NotEligible("People say this for themselves. Nobody can say it for them.")

    def _in_order(self, act: Act) -> datetime:
        """When the act happened, never before the last one here.

        A clock that was put back does not stop anybody from acting: what happens as it is recorded
        takes the time of the act before it. What is told later must fit in.
        """
        moment, last = act.happened_at, self.last_occurred_at
        if last is None or moment >= last:
            return moment
        if act.occurred_at is None:
            return last
        self._must_fit_in(moment)
        return moment

    def _must_fit_in(self, moment: datetime) -> None:
        last = self.last_occurred_at
        if last is not None and moment < last:
            raise Malformed(
                "This happened before the last thing that is recorded here "
                f"({last:%-d %B %Y, %H:%M}). Take all files of a history in together, or write "
                "down what was told wrong as a correction."
            )
