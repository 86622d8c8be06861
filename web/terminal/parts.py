"""What answers for scripts are made of: times, rules, outcomes, counts and ballots."""

from datetime import date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.values import LocalMoment, RuleFor
from domain.voting.answers import Answer, Approvals, Choice, Ranking, Scores
from domain.voting.rule import Rule
from domain.voting.tally import (
    ChoiceTally,
    OptionTally,
    Outcome,
    RankedTally,
    Result,
    RoundTally,
    StatedTally,
    Tally,
)
from projections.audit import Entry
from web.terminal.refs import Called, Refs

Facts = dict[str, Any]


def moment(at: datetime) -> str:
    """A time with its offset."""
    return at.isoformat()


def maybe_moment(at: datetime | None) -> str | None:
    return None if at is None else moment(at)


def day(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


def local(on: LocalMoment | None) -> str | None:
    """A day, or a moment of it, as the people there read it."""
    if on is None or on.at is None:
        return None if on is None else on.day.isoformat()
    zone = ZoneInfo(on.zone) if on.zone else None
    return datetime.combine(on.day, on.at, zone).isoformat()


def link(entry: Entry) -> Facts:
    """One act of a chain."""
    return {
        "event": entry.event,
        "topic": entry.topic,
        "at": moment(entry.at),
        "sentence": entry.sentence,
        "position": entry.position,
    }


def rule(refs: Refs, terms: Rule | None) -> Facts | None:
    """A rule as history files write it."""
    if terms is None:
        return None
    said: Facts = terms.model_dump(mode="json")
    for key in ("majority", "weights"):
        if key in said:
            said[key] = {_name(refs, one): number for one, number in said[key].items()}
    if terms.default_option is not None:
        said["default_option"] = refs.of(terms.default_option)
    return said


def rule_for(asked: RuleFor | None) -> Facts | None:
    """The questions that a new rule would be for; none where it is for all of them."""
    return asked.model_dump(mode="json") if asked else None


def _name(refs: Refs, key: str) -> str:
    """An id by its name; what is no id, such as a seat, stays what it is."""
    try:
        return refs.of(UUID(key))
    except ValueError:
        return key


def outcome(refs: Called, came: Outcome) -> str | list[str]:
    """One word, or the option that was chosen; a list where several were."""
    if came.result is not Result.CHOSEN:
        return came.result.value
    chosen = refs.every(came.options)
    return chosen[0] if len(chosen) == 1 else chosen


def tally(refs: Called, counted: Tally | None) -> Facts | None:
    match counted:
        case None:
            return None
        case ChoiceTally():
            return counted.model_dump(mode="json")
        case StatedTally():
            return {
                refs.of(one) if isinstance(one, UUID) else str(one): number
                for one, number in counted.said.items()
            }
        case OptionTally():
            given = {refs.of(one): number(votes) for one, votes in counted.votes.items()}
            return given | {"silent": counted.silent, "recused": counted.recused}
        case RankedTally():
            rounds = [_round(refs, one) for one in counted.rounds]
            return {
                "ballots": counted.ballots,
                "order": [refs.every(place) for place in counted.order],
                **({"rounds": rounds} if rounds else {}),
                "pairwise": {
                    refs.of(one): {refs.of(other): n for other, n in row.items()}
                    for one, row in counted.pairwise.items()
                },
                "silent": counted.silent,
                "recused": counted.recused,
            }


def _round(refs: Called, one: RoundTally) -> Facts:
    """One round of a count: what each option had, and what came of it."""
    return {
        "votes": {refs.of(option): number(votes) for option, votes in one.votes.items()},
        "resting": number(one.resting),
        "needed": number(one.needed),
        "elected": refs.every(one.chosen),
        "by_default": refs.every(one.by_default),
        "passed_on": None if one.passed_on is None else refs.of(one.passed_on),
        "dropped": refs.every(one.out),
        "tied": refs.every(one.tied),
    }


def number(exact: int | Fraction) -> int | str:
    """A number without rounding: as a fraction in text where it is not whole."""
    whole = exact.denominator == 1
    return exact.numerator if whole else f"{exact.numerator}/{exact.denominator}"


def answer(refs: Refs, said: Answer) -> str | Facts:
    """What a ballot says, in the words of history files."""
    match said:
        case Choice():
            return said.value
        case Ranking():
            return {
                "ranking": [refs.every(place) for place in said.places],
                "unlisted": said.unlisted.value,
            }
        case Scores():
            return {"scores": {refs.of(one): points for one, points in said.scores.items()}}
        case Approvals():
            return {"approves": refs.every(said.options)}
