"""Answers for scripts: the shapes that they may rely on."""

from collections.abc import Iterable
from dataclasses import replace

from projections.audit import Entry
from projections.directory import Member, RoleSeen
from projections.seen import (
    BallotSeen,
    DecisionSeen,
    ElectionSeen,
    ObjectionSeen,
    OptionSeen,
    ProposalSeen,
)
from web.terminal import parts
from web.terminal.mandate_facts import mandate_asked
from web.terminal.parts import Facts
from web.terminal.provenance import Provenance
from web.terminal.quiet import way_of
from web.terminal.refs import Refs


def member(refs: Refs, seen: Member, grounds: Provenance) -> Facts:
    """A person's seat and roles, each with whoever decided it."""
    return {
        "person": refs.of(seen.person),
        "name": seen.name,
        "seat": seen.seat.value,
        "voting": seen.voting,
        "since": parts.moment(seen.since),
        "term_ends": parts.day(seen.term_ends),
        "roles": list(seen.roles),
        "seat_label": seen.seat_label,
        "authority": seen.authority,
        "decided_by": grounds.facts(seen.event),
        "held": [
            {
                "role": one.name,
                "since": parts.moment(one.since),
                "term_ends": parts.day(one.term_ends),
                "authority": one.authority,
                "decided_by": grounds.facts(one.event),
            }
            for one in seen.held
        ],
    }


def role(refs: Refs, seen: RoleSeen) -> Facts:
    """A role: who has it, learns it, wants a turn at it, was asked to take it."""
    return {
        "role": seen.name,
        "holders": refs.every(seen.holders),
        "learning": refs.every(seen.learning),
        "rotation": refs.every(seen.rotation),
        "asked": [
            {
                "from": refs.of(one.giver),
                "to": refs.of(one.taker),
                "share": one.share,
                "since": parts.moment(one.at),
            }
            for one in seen.offers
        ],
    }


def decision(refs: Refs, seen: DecisionSeen, grounds: Provenance) -> Facts:
    """An entry of the register."""
    return {
        **grounds.in_short(seen),
        "entitled": seen.entitled,
        "decided_at": parts.moment(seen.decided_at),
        "authority": seen.authority,
        "review_on": parts.day(seen.review_on),
        "stated": stated(refs, seen),
        "differs": seen.differs,
        "reversed": seen.reversed,
        "decided_by": grounds.facts(seen.event),
    }


def stated(refs: Refs, seen: DecisionSeen) -> Facts | None:
    """What the source says itself, where it says anything."""
    said = (seen.stated_outcome, seen.stated_tally, seen.stated_words)
    if said == (None, None, None):
        return None
    outcome, tally, words = said
    return {
        "outcome": parts.outcome(refs, outcome) if outcome else None,
        "tally": parts.tally(refs, tally),
        "words": words,
    }


def proposal(
    refs: Refs,
    seen: ProposalSeen,
    story: Iterable[Entry],
    grounds: Provenance,
    *,
    hidden: bool = False,
) -> Facts:
    """One proposal, whole; what people answered is null as long as it is ``hidden``."""
    return {
        "proposal": refs.of(seen.proposal),
        "committee": refs.of(seen.committee),
        "title": seen.title,
        "text": seen.text,
        "options": [option(refs, one) for one in seen.options],
        "election": election(seen.election) if seen.election else None,
        "idea_by": refs.maybe(seen.idea_by),
        "because_of": list(seen.because_of),
        "made_at": parts.moment(seen.made_at),
        "stake": seen.stake,
        "stage": seen.stage.value,
        "rule": parts.rule(refs, seen.terms),
        **grounds.rules.by(seen).facts,
        "new_rule": parts.rule(refs, seen.new_rule),
        "new_mandate": mandate_asked(refs, seen.new_mandate),
        "ends_mandate": refs.maybe(seen.ends_mandate),
        "new_rule_for": parts.rule_for(seen.new_rule_for),
        "electorate": refs.every(seen.electorate),
        "weights": {refs.of(one.person): one.weight for one in seen.voters if one.weight != 1},
        "opened_at": parts.maybe_moment(seen.opened_at),
        "closes_at": parts.maybe_moment(seen.closes_at),
        "closed_at": parts.maybe_moment(seen.closed_at),
        "decision": decision(refs, seen.decision, grounds) if seen.decision else None,
        "objections": [_objection(refs, one) for one in seen.objections],
        "ballots": [_ballot(refs, one, hidden=hidden) for one in seen.ballots],
        "history": history(story),
    }


def option(refs: Refs, seen: OptionSeen) -> Facts:
    """An answer to choose from; of a person also who it is, and whether they want it."""
    told: Facts = {"option": refs.of(seen.option), "title": seen.title}
    if seen.candidate:
        told |= {"candidate": refs.of(seen.candidate), "stands": seen.stands}
    return told


def election(seen: ElectionSeen) -> Facts:
    """What people are chosen for, and how many."""
    return {
        "places": seen.places,
        "role": seen.called or None,
        "seat": seen.seat.value if seen.seat else None,
    }


def ballot(refs: Refs, seen: BallotSeen) -> Facts:
    """A ballot as it was cast, and whether it counts."""
    return {
        "voter": refs.of(seen.voter),
        "answer": parts.answer(refs, seen.answer),
        "at": parts.moment(seen.at),
        "recorded_at": parts.moment(seen.recorded_at),
        "recorded_by": refs.maybe(seen.recorded_by),
        "through": seen.through.value,
        "counted": seen.counted,
        "why_not": seen.why_not.value if seen.why_not else None,
        "slip": str(seen.slip) if seen.slip else None,
    }


def _ballot(refs: Refs, seen: BallotSeen, *, hidden: bool) -> Facts:
    """The same, as it is told to others than the voter."""
    through, by = way_of(seen)
    told = ballot(refs, replace(seen, through=through, recorded_by=by))
    return told | ({"answer": None} if hidden else {})


def _objection(refs: Refs, seen: ObjectionSeen) -> Facts:
    return {
        "objection": refs.of(seen.objection),
        "person": refs.of(seen.person) if seen.named else None,
        "named": seen.named,
        "ground": seen.ground.value,
        "text": seen.words,
        "raised_at": parts.moment(seen.raised_at),
        "answers": list(seen.answers),
        "better_words_at": [parts.moment(at) for at in seen.better],
        "how": seen.how.value if seen.how else None,
        "why": seen.ending,
        "resolved_at": parts.maybe_moment(seen.resolved_at),
    }


def entry(seen: Entry) -> Facts:
    """An entry of the log."""
    return {
        "position": seen.position,
        "leaf": seen.leaf,
        "at": parts.moment(seen.at),
        "recorded_at": parts.moment(seen.recorded_at),
        "sentence": seen.sentence,
        "topic": seen.topic,
        "stream": str(seen.stream),
        "event": seen.event,
        "authority": seen.authority,
    }


def history(story: Iterable[Entry]) -> list[Facts]:
    """All that happened to one thing."""
    return [
        {
            "at": parts.moment(seen.at),
            "event": seen.event,
            "sentence": seen.sentence,
            "position": seen.position,
        }
        for seen in story
    ]
