"""Events kept whole in a table, for matters of which a committee has few and a page shows all."""

from collections.abc import Iterable
from typing import Any

from domain.events import EVENTS, Event
from domain.ids import CommitteeId
from projections.read_model import ReadModel, moment
from projections.stops import Stop

COLUMNS = "(position INTEGER PRIMARY KEY, committee BLOB, topic TEXT, told TEXT, at INTEGER)"


def row_of(event: Event, position: int) -> tuple[Any, ...]:
    """An event as it lies in such a table."""
    told = event.model_dump_json()
    return (position, event.originator_id.bytes, event.TOPIC, told, moment(event))


def told_in(model: ReadModel, table: str, committee: CommitteeId, stop: Stop) -> list[Event]:
    """What had happened by a stop, oldest first."""
    found = model.rows(
        f"SELECT topic, told FROM {table} WHERE committee = ? AND at <= ? AND position <= ? "  # noqa: S608
        "ORDER BY at, position",
        committee.bytes,
        *stop.bounds,
    )
    return events_in(found)


def events_in(rows: Iterable[tuple[Any, ...]]) -> list[Event]:
    """The events of some rows of topic and told."""
    return [EVENTS[topic].model_validate_json(told) for topic, told in rows]
