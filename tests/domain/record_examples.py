"""Records one stored example of every event that has none: python -m tests.domain.record_examples

What is recorded is never written again: it stands for all the logs out there. Run this after adding
an event class, look at the new file in `tests/domain/recorded/`, and commit it with the class.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from enum import Enum
from fractions import Fraction
from pathlib import Path
from types import NoneType
from typing import Any, NewType, get_args, get_origin
from uuid import NAMESPACE_OID, UUID, uuid5

from eventsourcing.persistence import JSONTranscoder
from pydantic import AwareDatetime, BaseModel

from domain.events import (
    EVENTS,
    BallotCast,
    BenchmarkAdopted,
    CastingVoteGiven,
    DecisionTaken,
    Event,
    LineWritten,
    MandateGranted,
    PlanMade,
    ProposalMade,
    RuleAdopted,
    StepInReviewed,
)
from domain.ids import CommitteeId, OptionId, PersonId, RoleId
from domain.kinds import Benchmark, Seat, Through
from domain.mapper import EventMapper
from domain.sealed import Sealed
from domain.values import CurrencyCode, EventRef, MandateHolder, MetricRef, ZoneName
from domain.voting.answers import Approvals, Choice, Ranking, Scores, Unlisted
from domain.voting.quorum import AtLeast, MoreThan
from domain.voting.rule import Base, Method, Rule, Tie
from domain.voting.stored import Share
from domain.voting.tally import ChoiceTally, Outcome, RankedTally, Result, StatedTally
from tests.domain.shapes import fields_of

MAPPER = EventMapper(JSONTranscoder())
RECORDED = Path(__file__).parent / "recorded"


def an_id(name: str) -> UUID:
    return uuid5(NAMESPACE_OID, f"show of hands, an example: {name}")


PIZZA, CURRY, SOUP = (OptionId(an_id(name)) for name in ("pizza", "curry", "soup"))
YES_OR_NO = ChoiceTally(yes=5, no=2, abstain=1, objection=1, stand_aside=1, silent=3, recused=1)
RANKED = RankedTally(
    ballots=3,
    pairwise={PIZZA: {CURRY: 2, SOUP: 3}, CURRY: {PIZZA: 1, SOUP: 2}, SOUP: {PIZZA: 0, CURRY: 1}},
    order=((PIZZA,), (CURRY, SOUP)),
    silent=1,
    recused=0,
)
STATED = StatedTally(said={Choice.YES: 5, PIZZA: 2, "silent": 1})

PLAIN: dict[Any, Any] = {
    EventRef: f"{an_id('another stream').hex}@12",
    CurrencyCode: "GBP",
    ZoneName: "Europe/London",
    MetricRef: "C0",
    MandateHolder: MandateHolder(person=PersonId(an_id("person"))),
    Share: Fraction(1, 2),
    Rule: Rule(method=Method.MAJORITY),
    ChoiceTally: YES_OR_NO,
    StatedTally: STATED,
    Outcome: Outcome(result=Result.ADOPTED),
    UUID: an_id("stream"),
    bool: True,
    int: 2,
    date: date(2026, 3, 3),
    time: time(19, 30),
    AwareDatetime: datetime(2026, 3, 3, 19, 5, tzinfo=UTC),
}

VARIANTS: dict[type[Event], Mapping[str, Mapping[str, Any]]] = {
    BenchmarkAdopted: {
        "time": {"metric": "A2", "benchmark": Benchmark.TIME, "value": None, "hours": 48},
    },
    BallotCast: {
        "on-paper": {"through": Through.PAPER},
        "worry": {"answer": Choice.OBJECTION},
        "ranking": {"answer": Ranking(places=((PIZZA,), (CURRY, SOUP)))},
        "ranking-no-opinion": {
            "answer": Ranking(places=((SOUP,),), unlisted=Unlisted.NO_OPINION),
        },
        "scores": {"answer": Scores(scores={PIZZA: 5, CURRY: 2.5, SOUP: -1})},
        "approvals": {"answer": Approvals(options=(PIZZA, SOUP))},
    },
    CastingVoteGiven: {
        "ranking": {"answer": Ranking(places=((CURRY,), (PIZZA,)))},
    },
    LineWritten: {
        "income": {"through": Through.TOLD},
    },
    MandateGranted: {
        "role": {"holder": MandateHolder(role=RoleId(an_id("role")))},
        "committee": {"holder": MandateHolder(committee=CommitteeId(an_id("committee")))},
    },
    PlanMade: {
        "like-another": {"through": Through.TOLD},
    },
    ProposalMade: {
        "about-a-decision": {"through": Through.TOLD},
        "new-rule": {"through": Through.TOLD},
        "new-rule-for-some": {"through": Through.TOLD},
        "election": {"through": Through.TOLD},
        "because-of-a-step-in": {"through": Through.TOLD},
        "new-mandate": {"through": Through.TOLD},
    },
    StepInReviewed: {
        "led-to": {"through": Through.TOLD},
    },
    RuleAdopted: {
        "quorum": {
            "terms": Rule(
                method=Method.SUPERMAJORITY,
                threshold=Fraction(3, 4),
                strict=True,
                base=Base.SEATS,
                seats=12,
                quorum=(
                    AtLeast(at_least=4, of="entitled"),
                    AtLeast(at_least=Fraction(1, 2), of=Seat.MEMBER),
                    MoreThan(more=Seat.MEMBER, than=Seat.STAFF),
                ),
                weights={Seat.TRUSTEE: 2, PersonId(an_id("person")): 3},
            )
        },
        "lot": {
            "terms": Rule(method=Method.SCHULZE, seats_to_fill=2, tie=Tie.LOT, seed=2**255 + 19)
        },
    },
    DecisionTaken: {
        "ranked": {
            "outcome": Outcome(result=Result.CHOSEN, options=(PIZZA,), ties=((PIZZA, CURRY),)),
            "tally": RANKED,
            "stated_tally": STATED,
        },
        "tied": {
            "outcome": Outcome(result=Result.UNDECIDED, ties=((Choice.YES, Choice.NO),)),
        },
    },
}


def example(shape: Any, name: str) -> Any:
    """A value of this type; what may be left out is there."""
    if shape in PLAIN:
        return PLAIN[shape]
    if shape is Sealed:
        return Sealed(an_id(name).hex + an_id(f"{name} again").hex)
    if isinstance(shape, NewType):
        return an_id(name)
    if isinstance(shape, type) and issubclass(shape, Enum):
        return next(iter(shape))
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return shape(**{field: example(inner, field) for field, inner in fields_of(shape)})
    first = next(part for part in get_args(shape) if part is not NoneType)
    if get_origin(shape) is tuple:
        return (example(first, name),)
    return example(first, name)


def examples(kind: type[Event]) -> Iterator[tuple[str, Event]]:
    """One event with every field there, and one for each variant that is worth it."""
    fields = {name: example(shape, name) for name, shape in fields_of(kind)}
    whole = kind(**{**fields, "originator_id": an_id(kind.TOPIC), "originator_version": 3})
    yield kind.TOPIC, whole
    for variant, differs in VARIANTS.get(kind, {}).items():
        yield f"{kind.TOPIC}.{variant}", whole.model_copy(update=dict(differs))


def record(folder: Path = RECORDED) -> list[Path]:
    """Write the files that are not there yet."""
    folder.mkdir(exist_ok=True)
    missing = [
        (path, event)
        for kind in EVENTS.values()
        for name, event in examples(kind)
        if not (path := folder / f"{name}.json").exists()
    ]
    for path, event in missing:
        stored = MAPPER.to_stored_event(event)
        row = {
            "topic": stored.topic,
            "stream": event.originator_id.hex,
            "version": stored.originator_version,
            "state": stored.state.decode(),
        }
        with path.open("x", encoding="utf-8") as file:
            file.write(json.dumps(row, indent=2, ensure_ascii=False) + "\n")
    return [path for path, _ in missing]


if __name__ == "__main__":
    sys.stdout.writelines(f"{path}\n" for path in record())
