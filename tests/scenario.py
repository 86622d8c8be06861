"""Given what happened, when somebody does one thing, then this follows, or one refusal.

``given`` takes facts in the order in which they happened. ``when`` takes a command: of a stream
(``Task.offer``), which then sees its own past only, or of the whole program
(``Governance.offer_handover``), which sees all of it on disk. ``then`` compares what
the test named.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from inspect import ismethod
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self, TypeVar
from uuid import UUID

from domain.aggregate import Aggregate
from domain.application import Governance
from domain.committee import Committee
from domain.errors import RuleBroken
from domain.events import Event
from domain.log import Envelope
from domain.mapper import seals_in
from domain.meeting import Meeting
from domain.person import Person
from domain.plan import Plan
from domain.proposal import Proposal
from domain.task import Task
from domain.vault import Vault

E = TypeVar("E", bound=Event)

NEW: Any = UUID(int=0)
"""Stands, in what is expected, for an id that the command has made up."""

STREAMS: dict[str, type[Aggregate]] = {
    kind.__name__: kind for kind in (Person, Committee, Proposal, Plan, Task, Meeting)
}


@contextmanager
def governing(folder: Path) -> Iterator[Governance]:
    """The program on the files in this folder."""
    governance = Governance(str(folder / "log.db"), Vault(str(folder / "private.db")))
    try:
        yield governance
    finally:
        governance.close()
        governance.vault.close()


def placed(events: Iterable[E]) -> Iterator[E]:
    """Each event at the next place of its stream."""
    last: Counter[UUID] = Counter()
    for event in events:
        last[event.originator_id] += 1
        yield event.model_copy(update={"originator_version": last[event.originator_id]})


def record(governance: Governance, events: Sequence[Event]) -> None:
    """Put the past into an empty log."""
    past = list(placed(events))
    if not past:
        return
    governance.recorder.insert_events(
        [governance.mapper.to_stored_event(event) for event in past],
        envelopes=[Envelope(event.recorded_at, seals_in(event)) for event in past],
    )


def history(governance: Governance, after: int = 0) -> list[Event]:
    """All that is recorded from there on."""
    return [event for page in governance.history(after) for _, event in page]


def stream_of(command: Callable[..., object]) -> type[Aggregate] | None:
    """The kind of stream whose command this is; ``None`` for one of the whole program."""
    begun, name = getattr(command, "__self__", None), command.__name__
    return next(
        (kind for kind in STREAMS.values() if kind is begun or getattr(kind, name, 0) is command),
        None,
    )


@dataclass(frozen=True)
class Answer:
    """What followed a command: events, or a refusal and nothing else."""

    events: Sequence[Event]
    refusal: RuleBroken | None = None

    def then(self, *expected: Event) -> Self:
        """These events followed, in this order, with what the test named of each."""
        if self.refusal:
            raise AssertionError(f"Refused: {self.refusal}") from self.refusal
        return self.then_although_refused(*expected)

    def then_although_refused(self, *expected: Event) -> Self:
        """These events followed, such as the end of a vote at its deadline, refused or not."""
        assert list(map(type, self.events)) == list(map(type, expected))
        for mine, theirs in zip(expected, self.events, strict=True):
            named = mine.model_fields_set - {"originator_version"}
            known = {name for name in named if getattr(mine, name) != NEW}
            assert {n: getattr(theirs, n) for n in known} == {n: getattr(mine, n) for n in known}
        return self

    def at(self, moment: datetime) -> None:
        """All of it happened at this moment."""
        assert {event.occurred_at for event in self.events} == {moment}

    def then_nothing(self) -> None:
        """Nothing followed, since it was so already."""
        self.then()

    def then_refused(self, kind: type[RuleBroken], saying: str) -> None:
        """The command was refused, in a sentence for people, and nothing followed."""
        assert not self.events
        assert type(self.refusal) is kind, self.refusal
        sentence = str(self.refusal)
        assert saying in sentence
        assert sentence[0].isupper()
        assert sentence.endswith((".", "?"))


@dataclass(frozen=True)
class Past:
    """What happened so far."""

    events: Sequence[Event]

    def when(self, command: Callable[..., object], *args: object, **named: object) -> Answer:
        """Somebody does this now."""
        kind = stream_of(command)
        ask = self._log if kind is None else self._begin if ismethod(command) else self._stream
        return ask(command, *args, **named)

    def _stream(self, command: Callable[..., object], *args: object, **named: object) -> Answer:
        kind = stream_of(command)
        assert kind
        past = [event for event in self.events if event.TOPIC.startswith(f"{kind.STREAM}.")]
        stream = kind(past[0].originator_id).replay(past)
        try:
            command(stream, *args, **named)
        except RuleBroken as refusal:
            return Answer((), refusal)
        return Answer(stream.collect())

    def _begin(self, command: Callable[..., object], *args: object, **named: object) -> Answer:
        try:
            stream = command(*args, **named)
        except RuleBroken as refusal:
            return Answer((), refusal)
        assert isinstance(stream, Aggregate)
        return Answer(stream.collect())

    def _log(self, command: Callable[..., object], *args: object, **named: object) -> Answer:
        with TemporaryDirectory() as folder, governing(Path(folder)) as governance:
            record(governance, self.events)
            refusal = None
            try:
                command(governance, *args, **named)
            except RuleBroken as problem:
                refusal = problem
            return Answer(history(governance, after=len(self.events)), refusal)


def given(*events: Event) -> Past:
    """Begin with what happened before."""
    return Past(list(placed(events)))
