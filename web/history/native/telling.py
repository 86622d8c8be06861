"""What a command makes of lines is held against what the lines say, event by event."""

from collections.abc import Callable, Container
from functools import cache
from uuid import UUID

from pydantic_core import to_json

from domain.act import Act
from domain.application import Governance
from domain.events import Event
from projections.export.history import line
from projections.export.keys import COMMON, begins, key_of
from web.history.names import BadLine
from web.history.native.known import Known
from web.history.native.lines import Said
from web.history.native.same import fresh_words

Ahead = Callable[[int], Said | None]
"""The line so many places further on, if it was recorded by the same act."""


class NotSo(BadLine):
    """A line does not say what the rules make of it. ``place`` counts from the line under way."""

    def __init__(self, place: int, sentence: str) -> None:
        super().__init__(sentence)
        self.place = place


class Telling:
    """One command that is to bring about what one line says, or several in a row."""

    def __init__(self, known: Known, said: Said, ahead: Ahead) -> None:
        self.known = known
        self.taking = known.taking
        self.does: Governance = known.taking.governance
        self.said = said
        self.told = 0
        """How many of the lines have come true."""
        self.brought: set[UUID] = set()
        """The ids of what has begun."""
        self._ahead = ahead

    @property
    def act(self) -> Act:
        """The act that the line tells. It is not kept: what refers to itself is slow to forget."""
        return _act(self.said.event, self)

    @property
    def is_by_hand(self) -> bool:
        """Whether somebody wrote this line, and the program adds what it adds by itself."""
        return self.said.is_by_hand

    def names_field(self, name: str) -> bool:
        """Whether the line says this itself."""
        return self.said.named is None or name in self.said.named

    def following(self) -> Event | None:
        """What the next line says, if the same act recorded it."""
        said = None if self.is_by_hand else self._ahead(1)
        return said.event if said else None

    # ---- What the rules ask while the command runs

    def fresh(self, taken: Container[object]) -> UUID:
        """The id of what begins with the line."""
        name: UUID = begins(self.said.event)
        if name in taken or self.known.has_begun(name):
            raise NotSo(0, "The id of what begins here belongs to something else already.")
        self.brought.add(name)
        return name

    def must_have_told(self) -> None:
        """Refuse what the rules have made nothing of."""
        if not self.told:
            raise NotSo(0, "This adds nothing: it was so already.")

    def tell(self, made: Event) -> Event:
        """The event as the line says it, if that is what the rules have made."""
        if self.is_by_hand:
            return self._tell_by_hand(made)
        said = self._ahead(self.told) if self.told else self.said
        if said is None:
            raise NotSo(self.told - 1, f"With this comes a “{made.TOPIC}”: its line is missing.")
        _must_be_so(self.told, made, said)
        self.told += 1
        return said.event

    def _tell_by_hand(self, made: Event) -> Event:
        """What the line names has to be so; the program may add more to it."""
        if not self.told and type(made) is type(self.said.event):
            _must_be_so(0, made, self.said)
            self.told = 1
        return made


def _act(event: Event, told: Telling) -> Act:
    return Act(
        event.actor,
        event.recorded_at,
        event.occurred_at,
        event.occurred_to,
        event.noted_at,
        event.recorded_by,
        event.through,
        event.witness,
        event.meeting,
        event.source,
        event.reason,
        told,
    )


@cache
def _own_fields(kind: type[Event]) -> tuple[str, ...]:
    """What the rules decide about an event, beyond who told it when."""
    return (*(name for name in kind.model_fields if name not in COMMON), "authority")


def _must_be_so(place: int, made: Event, said: Said) -> None:
    event, named = said.event, said.named
    if type(made) is not type(event):
        raise NotSo(place, f"What comes here by the rules is “{made.TOPIC}”.")
    if named is None and made.event_id != event.event_id:
        raise NotSo(place, f"By the rules this is “{made.event_id}”.")
    ours, theirs = made.__dict__, event.__dict__
    for name in _own_fields(type(event)):
        if ours.get(name) != theirs.get(name) and (named is None or name in named):
            raise NotSo(place, _difference(name, made, event))


def _difference(name: str, made: Event, said: Event) -> str:
    ours, theirs = (_told(name, event) for event in (made, said))
    return f"{key_of(name)}: by the rules this is {ours}, and the line says {theirs}."


def _told(name: str, event: Event) -> str:
    value = line(event, fresh_words(event)).get(key_of(name))
    return "nothing" if value is None else to_json(value).decode()
