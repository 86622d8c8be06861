"""Choices of the small club, told shortly: a question, a vote, and what came of it.

The club adopted its rule as its ninth event, so :data:`RULES` comes first in every story.
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from uuid import UUID

from domain.events import Event, MandateGranted, MandateRevoked, PaperShared, PositionVoiced
from domain.ids import MandateId, PaperId, PersonId
from domain.kinds import Format, Position, Route, Seat
from domain.values import EventId, MandateHolder, event_id
from domain.voting.answers import Answer
from domain.voting.electorate import Voter
from domain.voting.rule import Rule
from domain.voting.tally import Result
from tests.facts import (
    CLUB,
    DEV,
    MAJORITY,
    SOME_WORDS,
    YES,
    _fact,
    _id,
    cast,
    closed,
    decided,
    opened,
    rule_adopted,
)
from tests.projections.power.told import MEMBERS, NEW_YEAR, brought, day, idea

E = TypeVar("E", bound=Event)

RULES = rule_adopted(MAJORITY, at=NEW_YEAR)
RIGHT = event_id(CLUB, 9)
"""The rule that the club adopted."""
ALL_YES: Mapping[PersonId, Answer] = dict.fromkeys((*MEMBERS, DEV), YES)
VOTERS = (*(Voter(person=one, seat=Seat.MEMBER) for one in MEMBERS),)
ALL = (*VOTERS, Voter(person=DEV, seat=Seat.STAFF))


def told(kind: type[E], stream: UUID, at: datetime, **named: Any) -> E:
    """Something that happened, of which the test names what matters."""
    return _fact(kind, stream, {}, {"at": at, **named})


def paper(number: int, at: datetime, *to: PersonId, how: Format = Format.EASY_READ) -> Event:
    """Something about an idea was handed out; to everybody if nobody is named."""
    what = {"paper": PaperId(_id(3000 + number)), "content": SOME_WORDS, "available_from": at}
    return told(PaperShared, idea(number), at, format=how, to=to, **what)


def voted(  # noqa: PLR0913 -- a vote is told with all of this
    number: int,
    said: Mapping[PersonId, Answer] = ALL_YES,
    result: Result = Result.ADOPTED,
    *,
    after: float = 6,
    terms: Rule = MAJORITY,
    electorate: tuple[Voter, ...] = ALL,
    put: Mapping[str, Any] | None = None,
    before: tuple[Event, ...] = (),
    shown: Mapping[str, Any] | None = None,
    **named: Any,
) -> list[Event]:
    """An idea put on the day of its number, and voted on six days later, with a reason.

    ``put``: more about the idea; ``before``: what happened before the vote.
    """
    at, it = day(number) + timedelta(days=after), idea(number)
    then = {"authority": RIGHT, "reason": SOME_WORDS, **named}
    return [
        brought(number, **(put or {})),
        *before,
        opened(terms, stream=it, at=at, electorate=electorate, authority=RIGHT, **(shown or {})),
        *(cast(who, answer, stream=it, at=at) for who, answer in said.items()),
        closed(stream=it, at=at),
        decided(result, stream=it, at=at, **then),
    ]


def alone(number: int, route: Route = Route.STAFF_ALONE, **named: Any) -> list[Event]:
    """An idea of staff that staff decided at once, without a vote."""
    usual = {"actor": DEV, "deciders": (DEV,), "stream": idea(number), "at": day(number)}
    return [brought(number, DEV), decided(Result.ADOPTED, **{**usual, "route": route, **named})]


def decision(number: int, *events: Event) -> EventId:
    """The name of the decision on an idea, if these are all the events of it in a story."""
    own = [one for one in events if one.originator_id == idea(number)]
    kinds = [type(one).__name__ for one in own]
    return event_id(idea(number), kinds.index("DecisionTaken") + 1)


def voiced(number: int, who: PersonId, position: Position, at: datetime | None = None) -> Event:
    when = at or day(number)
    return told(PositionVoiced, idea(number), when, actor=who, person=who, position=position)


MAY, ANOTHER = MandateId(_id(70)), MandateId(_id(71))


def mandate(
    to: PersonId | MandateHolder, at: datetime = NEW_YEAR, name: MandateId = MAY, **named: Any
) -> MandateGranted:
    """Somebody may decide some things alone. First after the rule, it is the club’s tenth event."""
    holder = to if isinstance(to, MandateHolder) else MandateHolder(person=to)
    usual = {"holder": holder, "words": SOME_WORDS, "authority": RIGHT}
    return told(MandateGranted, CLUB, at, **{**usual, "mandate": name, **named})


TENTH = event_id(CLUB, 10)


def revoked(at: datetime, name: MandateId = MAY) -> Event:
    return told(MandateRevoked, CLUB, at, mandate=name, authority=RIGHT)


def the_day(number: int) -> date:
    """The date of a day after new year."""
    return day(number).date()
