"""What must come out at a stop in time: what now comes out of a log that holds no more than that.

``LogOfThen`` is such a log. Each event keeps the position it has, and people keep the names that
they have now. ``told_late`` makes a log in which much was written down long after it happened.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, cast
from uuid import UUID

from domain.application import Governance
from domain.errors import NotFound
from domain.events import DetailsGiven, Event, PersonRegistered
from domain.ledger import Ledger
from domain.log import Envelope
from domain.mapper import seals_in
from domain.values import EventId
from projections.stops import Stop
from projections.views import Views
from web.services import READ_MODELS

LAGS, OFTEN = (0, 0, 1, 7, 30, 400), 0.1

Placed = list[tuple[int, Event]]


class LogOfThen:
    """A log, read only, as far as it counts at a stop.

    Read models are told of all people, whose names are the latest ones.
    """

    def __init__(self, ledger: Ledger, stop: Stop) -> None:
        self.vault = ledger.vault
        whole = [one for page in ledger.history() for one in page]
        self._told = [one for one in whole if counts(*one, stop)]
        self._placed = [one for one in whole if is_of_person(one[1]) or counts(*one, stop)]
        self._stands = {event.event_id: position for position, event in whole}
        self._streams: dict[UUID, Placed] = defaultdict(list)
        for position, event in self._told:
            self._streams[event.originator_id].append((position, event))

    def position(self) -> int:
        return self._placed[-1][0] if self._placed else 0

    def position_of(self, event: EventId) -> int | None:
        return self._stands.get(event)

    def since(self, after: int = 0, upto: int | None = None, limit: int = 0) -> Iterator[Any]:  # noqa: ARG002 -- as it is asked for
        return (one for one in self._placed if after < one[0] <= (upto or self.position()))

    def history(self, after: int = 0, upto: int | None = None, limit: int = 0) -> Iterator[Placed]:
        end = upto or self.position()
        yield [one for one in self._told if after < one[0] <= end][: limit or None]

    def placed_streams(self, after: int, upto: int) -> list[tuple[int, UUID]]:
        return [(at, event.originator_id) for at, event in self._placed if after < at <= upto]

    def last_of(self, streams: Sequence[UUID], before: int, limit: int) -> list[int]:
        ours = [at for at, event in self._placed if event.originator_id in streams and at < before]
        return ours[: -limit - 1 : -1]

    def placed_events_of(self, stream: UUID) -> Placed:
        return self._streams[stream]

    def naming(self, thing: UUID, upto: int | None = None) -> Iterator[tuple[int, Event]]:  # noqa: ARG002 -- as it is asked for
        named = (str(thing), f"{thing.hex}@")
        for position, event in self._told:
            said = event.model_dump_json()
            if any(name in said for name in named):
                yield position, event

    def events_of(self, stream: UUID) -> list[Event]:
        return [event for _, event in self._streams[stream]]

    def placed_event(self, name: EventId) -> tuple[int, Event]:
        for position, event in self._streams[UUID(name.partition("@")[0])]:
            if event.event_id == name:
                return position, event
        raise NotFound("There is no such entry in the log.")

    def event(self, name: EventId) -> Event:
        return self.placed_event(name)[1]


def counts(position: int, event: Event, stop: Stop) -> bool:
    """Whether this had happened, and was known."""
    is_known = stop.known is None or position <= stop.known
    return is_known and (stop.at is None or event.occurred_at <= stop.at)


def is_of_person(event: Event) -> bool:
    """Whether it is about what somebody is called."""
    return isinstance(event, PersonRegistered | DetailsGiven)


@contextmanager
def views_of_then(ledger: Ledger, stop: Stop) -> Iterator[Views]:
    """Read models that know no more than what counts at this stop."""
    with TemporaryDirectory() as folder:
        log = cast("Ledger", LogOfThen(ledger, stop))
        views = Views(Path(folder) / "views.db", log, READ_MODELS)
        try:
            yield views
        finally:
            views.close()


def asked_of(views: Views, ask: Callable[..., Any]) -> Callable[..., Any]:
    """The same question, put to other read models."""
    model = views.of(type(cast("Any", ask).__self__))
    return cast("Callable[..., Any]", getattr(model, ask.__name__))


def told_late(past: Placed, into: Governance, seed: int) -> None:
    """Write this past into an empty log: the same events, but each stream happened long before.

    How long before is different for each, and changes now and then; no stream runs backwards.
    """
    chance, lag, last = Random(seed), dict[UUID, timedelta](), dict[UUID, datetime]()  # noqa: S311
    moved = []
    for _, event in past:
        stream = event.originator_id
        if stream not in lag or chance.random() < OFTEN:
            lag[stream] = timedelta(hours=chance.choice(LAGS))
        at = event.occurred_at - lag[stream]
        last[stream] = at = max(at, last.get(stream, at))
        moved.append(event.model_copy(update={"occurred_at": at}))
    into.recorder.insert_events(
        [into.mapper.to_stored_event(event) for event in moved],
        envelopes=[Envelope(event.recorded_at, seals_in(event)) for event in moved],
    )
