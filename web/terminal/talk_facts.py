"""What was said beside the votes, and what became of a decision, for scripts.

There are many small shapes of these, so each is told field by field as the read model has it.
"""

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from domain.voting.answers import Approvals, Choice, Ranking, Scores
from domain.voting.rule import Rule
from domain.voting.tally import ChoiceTally, OptionTally, Outcome, RankedTally, StatedTally
from projections.speaking import SpeakingSeen
from projections.talk_seen import AfterwardsSeen, TalkSeen
from projections.whole_seen import WholeSeen
from web.terminal import parts
from web.terminal.parts import Facts
from web.terminal.refs import Refs


def talk(refs: Refs, seen: TalkSeen) -> Facts:
    """Papers, questions, positions and all else that was said about one idea; not who had help."""
    told = _whole(refs, replace(seen, support=()))
    return told | {"support": None}


def speaks_last(refs: Refs, seen: SpeakingSeen | None) -> Facts | None:
    """Who speaks last here and still waits: for whom, and until when at most."""
    return _whole(refs, seen) if seen else None


def afterwards(refs: Refs, seen: AfterwardsSeen) -> Facts:
    """Whether the decision holds, and what was said and done about it since."""
    weighed = {what: list(said) for what, said in seen.weighed}
    return {"holds": seen.holds, **_whole(refs, seen), "weighed": weighed}


def record(refs: Refs, seen: WholeSeen | None) -> Facts | None:
    """Every field of a decision; null is what was not written down."""
    if seen is None:
        return None
    told = _whole(refs, seen) | {"is_confirmed": seen.is_confirmed}
    return {name: None if value == [] else value for name, value in told.items()}


def standing(seen: WholeSeen | None) -> Facts:
    """Whether all agreed to what was decided in a hurry; what it replaced, and what replaced it."""
    agreed = seen.agreed if seen else None
    before = (seen.supersedes, *seen.ended) if seen else ()
    return {
        "ratify_by": agreed.until.isoformat() if agreed else None,
        "ratified": agreed.ratified if agreed else None,
        "lapsed": agreed.lapsed if agreed else False,
        "look_again_on": seen.review_on.isoformat() if seen and seen.review_on else None,
        "replaces": [one.event for one in before if one],
        "replaced_by": [one.event for one in seen.superseded_by] if seen else [],
    }


def _whole(refs: Refs, seen: TalkSeen | AfterwardsSeen | WholeSeen | SpeakingSeen) -> Facts:
    told = {one.name: _said(refs, getattr(seen, one.name)) for one in fields(seen)}
    told.pop("proposal", None)
    return told


def _said(refs: Refs, value: object) -> Any:
    match value:
        case Choice() | Ranking() | Scores() | Approvals():
            return parts.answer(refs, value)
        case StatedTally() | ChoiceTally() | OptionTally() | RankedTally():
            return parts.tally(refs, value)
        case Rule():
            return parts.rule(refs, value)
        case Outcome():
            return parts.outcome(refs, value)
        case BaseModel():
            return value.model_dump(mode="json")
        case UUID():
            return refs.of(value)
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case tuple():
            return [_said(refs, one) for one in value]
        case _ if is_dataclass(value):
            return {one.name: _said(refs, getattr(value, one.name)) for one in fields(value)}
        case _:
            return value
