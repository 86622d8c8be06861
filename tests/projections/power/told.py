"""A small club for the measures: six members, and Dev as staff. Its events are told in order."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from domain.events import Event
from domain.ids import MeetingId, PersonId, ProposalId
from domain.kinds import Seat
from domain.values import Actor
from domain.voting.tally import Result
from projections.power.evidence import EVER, Evidence, Window
from projections.power.measure import Measure
from projections.power.settings import Settings
from tests.facts import ASHA, BEN, CARA, CLUB, DEV, _id, decided, founded, made, seated

FAY, GUS, HAL = (PersonId(_id(n)) for n in (6, 7, 8))
EVE = PersonId(_id(9))
"""Somebody who does not sit here."""
MEMBERS = (ASHA, BEN, CARA, FAY, GUS, HAL)
NEW_YEAR = datetime(2026, 1, 1, 12, 0, tzinfo=UTC)

Counting = Callable[[Evidence, Settings], Measure]


def day(number: int) -> datetime:
    """Noon of so many days after new year."""
    return NEW_YEAR + timedelta(days=number)


def idea(number: int) -> ProposalId:
    return ProposalId(_id(1000 + number))


def meeting(number: int) -> MeetingId:
    return MeetingId(_id(2000 + number))


def the_club() -> list[Event]:
    """Founded on new year, with six members and one of staff."""
    members = [seated(one, at=NEW_YEAR) for one in MEMBERS]
    return [founded(at=NEW_YEAR), *members, seated(DEV, Seat.STAFF, at=NEW_YEAR)]


def in_order(events: Iterable[Event]) -> list[Event]:
    """Each at its place in its stream, as a log would have it."""
    places: Counter[UUID] = Counter()
    told = []
    for event in events:
        places[event.originator_id] += 1
        told.append(event.model_copy(update={"originator_version": places[event.originator_id]}))
    return told


def counted(
    counting: Counting, *events: Event, window: Window = EVER, settings: Settings | None = None
) -> Measure:
    """What a measure says of the club. From the events it rests on alone it says the same."""
    log, agreed = in_order([*the_club(), *events]), settings or Settings()
    measure = counting(Evidence(log, CLUB, window), agreed)
    behind = [event for event in log if event.event_id in measure.event_ids]
    again = counting(Evidence(behind, CLUB, window), agreed)
    assert said(again) == said(measure)
    return measure


def said(measure: Measure) -> tuple[object, ...]:
    """The number, whatever it rests on."""
    return (
        *(measure.k, measure.n, measure.value, measure.parts, measure.interval),
        *(measure.groups, measure.people, measure.exceptions, measure.display, measure.sentence),
    )


def brought(number: int, by: Actor = BEN, **named: Any) -> Event:
    """An idea, put on the day of its number."""
    return made(by, **{"stream": idea(number), "at": day(number), **named})


def voted_through(
    number: int, by: PersonId = BEN, result: Result = Result.ADOPTED, **named: Any
) -> list[Event]:
    """An idea of somebody, and the yes of the group on the next day."""
    then = {"stream": idea(number), "at": day(number + 1)}
    return [brought(number, by), decided(result, **{**then, **named})]


def parts(measure: Measure) -> dict[str, int]:
    return dict(measure.parts)
