"""The log, read for the measures: once from front to back, ballots as the little that is needed.

A log may hold a million ballots; making a full event of each would take longer than all else.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter
from pydantic_core import from_json

from domain.events import (
    BallotCast,
    DetailsGiven,
    Event,
    PersonRegistered,
    PreferencesGiven,
    VotingOpened,
)
from domain.ids import PersonId
from domain.kinds import NotAPerson, Seat, Through
from domain.ledger import Ledger
from domain.values import Actor
from domain.voting.answers import Answer, Choice
from domain.voting.electorate import Voter, a_voter
from projections.power.ballots import Ballot
from projections.power.evidence import Fact

NOT_NEEDED = frozenset(kind.TOPIC for kind in (PersonRegistered, DetailsGiven, PreferencesGiven))
"""Nothing is counted of a person."""
_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
_CHOICES: dict[str, Answer] = {choice.value: choice for choice in Choice}
_THROUGH = {through.value: through for through in Through}
_NOBODY = {one.value: one for one in NotAPerson}


def facts(ledger: Ledger, upto: int | None = None) -> Iterator[Fact]:
    """Everything up to a position that measures can rest on, in the order of the log."""
    for _, stream, version, topic, state in ledger.rows(upto):
        if topic == BallotCast.TOPIC:
            yield _ballot(_id(stream), version, from_json(state))
        elif topic == VotingOpened.TOPIC:
            yield _opened(ledger, _id(stream), version, from_json(state))
        elif topic not in NOT_NEEDED:
            yield ledger.mapper.event(_id(stream), version, topic, state)


def _ballot(stream: UUID, version: int, told: dict[str, Any]) -> Ballot:
    by, witness = told.get("recorded_by"), told.get("witness")
    return Ballot(
        stream,
        version,
        _person(told["voter"]),
        _answer(told["answer"]),
        _moment(told["occurred_at"]),
        _moment(told["recorded_at"]),
        _moment(told["noted_at"]) if "noted_at" in told else None,
        _actor(told["actor"]),
        _person(by) if by else None,
        _person(witness) if witness else None,
        _THROUGH[told["through"]],
    )


def _opened(ledger: Ledger, stream: UUID, version: int, told: dict[str, Any]) -> Event:
    """The opening of a vote, with its electorate read beside: the same people come each time."""
    voters = told.pop("electorate")
    state = json.dumps(told | {"electorate": []}).encode()
    event = ledger.mapper.event(stream, version, VotingOpened.TOPIC, state)
    event.__dict__["electorate"] = tuple(
        _voter(one["person"], one["seat"], one.get("weight", 1)) for one in voters
    )
    return event


@lru_cache(maxsize=10_000)
def _voter(person: str, seat: str, weight: int) -> Voter:
    return a_voter(_person(person), Seat(seat), weight)


def _answer(told: Any) -> Answer:
    return _CHOICES[told] if isinstance(told, str) else _ANSWER.validate_python(told)


def _actor(told: str) -> Actor:
    return _NOBODY.get(told) or _person(told)


@lru_cache(maxsize=100_000)
def _id(told: str) -> UUID:
    return UUID(told)


@lru_cache(maxsize=100_000)
def _person(told: str) -> PersonId:
    return PersonId(UUID(told))


@lru_cache(maxsize=10_000)
def _moment(told: str) -> datetime:
    """Votes of one evening have their moments in common; those of an import always."""
    return datetime.fromisoformat(told)
