"""Answers for scripts: the shapes that they may rely on."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from domain.values import LocalMoment
from domain.voting.answers import Answer, Approvals, Choice, Ranking, Scores
from domain.voting.rule import Rule
from domain.voting.tally import ChoiceTally, Outcome, RankedTally, Result, StatedTally, Tally
from projections.audit import Entry
from projections.directory import Member
from projections.plan import PlanSeen
from projections.seen import BallotSeen, DecisionSeen, ObjectionSeen, ProposalSeen
from projections.tasks import TaskSeen
from web.terminal.refs import Refs

Facts = dict[str, Any]


def member(refs: Refs, seen: Member) -> Facts:
    """A person's seat and roles."""
    return {
        "person": refs.of(seen.person),
        "name": seen.name,
        "seat": seen.seat.value,
        "voting": seen.voting,
        "since": moment(seen.since),
        "term_ends": _day(seen.term_ends),
        "roles": list(seen.roles),
    }


def decision(refs: Refs, seen: DecisionSeen) -> Facts:
    """An entry of the register."""
    return {
        "proposal": refs.of(seen.proposal),
        "title": seen.title,
        "outcome": _outcome(refs, seen.outcome),
        "route": seen.route.value,
        "rule": rule(refs, seen.terms),
        "tally": _tally(refs, seen.tally),
        "entitled": seen.entitled,
        "decided_at": moment(seen.decided_at),
        "authority": seen.authority,
        "review_on": _day(seen.review_on),
        "stated": _stated(refs, seen),
        "differs": seen.differs,
    }


def _stated(refs: Refs, seen: DecisionSeen) -> Facts | None:
    """What the source says itself, where it says anything."""
    said = (seen.stated_outcome, seen.stated_tally, seen.stated_words)
    if said == (None, None, None):
        return None
    outcome, tally, words = said
    return {
        "outcome": _outcome(refs, outcome) if outcome else None,
        "tally": _tally(refs, tally),
        "words": words,
    }


def proposal(refs: Refs, seen: ProposalSeen, story: Iterable[Entry]) -> Facts:
    """One proposal, whole."""
    return {
        "proposal": refs.of(seen.proposal),
        "committee": refs.of(seen.committee),
        "title": seen.title,
        "text": seen.text,
        "options": [{"option": refs.of(o.option), "title": o.title} for o in seen.options],
        "idea_by": refs.maybe(seen.idea_by),
        "made_at": moment(seen.made_at),
        "stake": seen.stake,
        "stage": seen.stage.value,
        "rule": rule(refs, seen.terms),
        "electorate": refs.every(seen.electorate),
        "opened_at": _moment(seen.opened_at),
        "closes_at": _moment(seen.closes_at),
        "closed_at": _moment(seen.closed_at),
        "decision": decision(refs, seen.decision) if seen.decision else None,
        "objections": [_objection(refs, one) for one in seen.objections],
        "ballots": [_ballot(refs, one) for one in seen.ballots],
        "history": history(story),
    }


def _ballot(refs: Refs, seen: BallotSeen) -> Facts:
    return {
        "voter": refs.of(seen.voter),
        "answer": answer(refs, seen.answer),
        "at": moment(seen.at),
        "recorded_at": moment(seen.recorded_at),
        "recorded_by": refs.maybe(seen.recorded_by),
        "through": seen.through.value,
        "counted": seen.counted,
        "why_not": seen.why_not.value if seen.why_not else None,
    }


def _objection(refs: Refs, seen: ObjectionSeen) -> Facts:
    return {
        "objection": refs.of(seen.objection),
        "person": refs.of(seen.person),
        "ground": seen.ground.value,
        "text": seen.words,
        "raised_at": moment(seen.raised_at),
        "answers": list(seen.answers),
        "how": seen.how.value if seen.how else None,
        "resolved_at": _moment(seen.resolved_at),
    }


def plan(refs: Refs, seen: PlanSeen, why: Iterable[Iterable[Entry]]) -> Facts:
    """A plan, each line with the events that it rests on."""
    return {
        "plan": refs.of(seen.plan),
        "on": local(seen.on),
        "lines": [
            {
                "line": line.label,
                "value": line.value,
                "authority": line.authority,
                "why": [entry.sentence for entry in chain],
            }
            for line, chain in zip(seen.lines, why, strict=True)
        ],
    }


def task(refs: Refs, seen: TaskSeen, story: Iterable[Entry]) -> Facts:
    """A task, who holds it, and how that came."""
    return {
        "task": refs.of(seen.task),
        "title": seen.title,
        "holders": refs.every(holder.person for holder in seen.holders),
        "status": seen.status.value,
        "due": local(seen.on),
        "plan": refs.maybe(seen.plan),
        "authority": seen.authority,
        "history": history(story),
    }


def entry(seen: Entry) -> Facts:
    """An entry of the log."""
    return {
        "position": seen.position,
        "leaf": seen.leaf,
        "at": moment(seen.at),
        "recorded_at": moment(seen.recorded_at),
        "sentence": seen.sentence,
        "topic": seen.topic,
        "stream": str(seen.stream),
    }


def history(story: Iterable[Entry]) -> list[Facts]:
    """All that happened to one thing."""
    return [
        {
            "at": moment(seen.at),
            "event": seen.event,
            "sentence": seen.sentence,
            "position": seen.position,
        }
        for seen in story
    ]


# ---- Parts


def moment(at: datetime) -> str:
    """A time with its offset."""
    return at.isoformat()


def _moment(at: datetime | None) -> str | None:
    return None if at is None else moment(at)


def _day(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


def local(on: LocalMoment | None) -> str | None:
    """A day, or a moment of it, as the people there read it."""
    if on is None or on.at is None:
        return None if on is None else on.day.isoformat()
    zone = ZoneInfo(on.zone) if on.zone else None
    return datetime.combine(on.day, on.at, zone).isoformat()


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


def _name(refs: Refs, key: str) -> str:
    """An id by its name; what is no id, such as a seat, stays what it is."""
    try:
        return refs.of(UUID(key))
    except ValueError:
        return key


def _outcome(refs: Refs, outcome: Outcome) -> str | list[str]:
    """One word, or the option that was chosen; a list where several were."""
    if outcome.result is not Result.CHOSEN:
        return outcome.result.value
    chosen = refs.every(outcome.options)
    return chosen[0] if len(chosen) == 1 else chosen


def _tally(refs: Refs, tally: Tally | None) -> Facts | None:
    match tally:
        case None:
            return None
        case ChoiceTally():
            return tally.model_dump(mode="json")
        case StatedTally():
            return {
                refs.of(one) if isinstance(one, UUID) else str(one): number
                for one, number in tally.said.items()
            }
        case RankedTally():
            return {
                "ballots": tally.ballots,
                "order": [refs.every(place) for place in tally.order],
                "pairwise": {
                    refs.of(one): {refs.of(other): n for other, n in row.items()}
                    for one, row in tally.pairwise.items()
                },
                "silent": tally.silent,
                "recused": tally.recused,
            }


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
