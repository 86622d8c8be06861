"""``hands show meetings``: when, who was there, who held which role, what was decided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import click
from rich.console import RenderableType

from domain.ids import ProposalId
from domain.kinds import ApologyCause, Capacity, MeetingRole
from domain.voting.tally import Outcome, Result
from projections.meetings_seen import MeetingSeen, Phase
from projections.wording import listed
from web.terminal import parts, words
from web.terminal.asked import Answer, Asked, question
from web.terminal.gone_by import NO_RULE, GoneBy, Rules
from web.terminal.parts import Facts
from web.terminal.printing import heading, indented, plain
from web.terminal.refs import Refs

PHASES = {
    Phase.CALLED: " is called",
    Phase.OPEN: " is under way",
    Phase.CLOSED: "",
    Phase.CANCELLED: " was cancelled",
}
ROLES = {
    MeetingRole.CHAIR: "Chair",
    MeetingRole.MINUTES: "Minutes",
    MeetingRole.AGENDA: "Agenda",
    MeetingRole.TIME: "Time",
    MeetingRole.ACCESS: "Access",
}

Names = Mapping[Any, str]
ByRule = Mapping[ProposalId, GoneBy]


@click.command()
@click.option("--committee", help="The committee, by name or id.")
@question
def meetings(asked: Asked, committee: str | None) -> Answer:
    """When people met, who was there, and what was decided."""
    services, refs = asked.services, asked.refs
    group = refs.committee(committee) if committee else None
    found = services.meetings.meetings(group, *asked.stop)
    rules = _rules(asked, found)

    def told() -> Iterator[RenderableType]:
        things = {one.committee for one in found}
        options = {option for one in found for it in one.decided for option in it.outcome.options}
        return _told(found, services.naming.names(things | options, *asked.stop), rules)

    return Answer(lambda: {"meetings": [meeting(refs, one, rules) for one in found]}, told)


def _rules(asked: Asked, found: Iterable[MeetingSeen]) -> ByRule:
    """By which rule each of these was decided."""
    rules, decisions = Rules(asked), asked.services.decisions
    ideas = (
        decisions.proposal(one.proposal, asked.moment, *asked.stop)
        for meeting in found
        for one in meeting.decided
    )
    return {idea.proposal: rules.by(idea.decision) for idea in ideas if idea and idea.decision}


# ---- For scripts


def meeting(refs: Refs, seen: MeetingSeen, rules: ByRule) -> Facts:
    """A meeting, and what happened in it."""
    return {
        "meeting": refs.of(seen.meeting),
        "committee": refs.of(seen.committee),
        "on": held_on(seen),
        "phase": seen.phase.value,
        "place": seen.place,
        "began": parts.maybe_moment(seen.began),
        "ended": parts.maybe_moment(seen.ended),
        "present": refs.every(one.person for one in seen.present),
        "apologies": [
            {"person": refs.of(one.person), "cause": one.cause.value} for one in seen.apologies
        ],
        "roles": [{"role": one.role.value, "person": refs.of(one.person)} for one in seen.roles],
        "items": [{"item": refs.of(one.item), "title": one.title} for one in seen.items],
        "decisions": [
            {
                "proposal": refs.of(one.proposal),
                "title": one.title,
                "outcome": parts.outcome(refs, one.outcome),
                "event": one.event,
                **rules.get(one.proposal, NO_RULE).facts,
            }
            for one in seen.decided
        ],
        "notes": [
            {
                "words": one.words,
                "item": refs.maybe(one.item.item) if one.item else None,
                "at": parts.moment(one.at),
                "late": one.is_late,
            }
            for one in seen.notes
        ],
        "decided_elsewhere": seen.elsewhere
        and {"answer": seen.elsewhere.answer.value, "words": seen.elsewhere.words},
        "confirmed": [
            {
                "person": refs.of(one.person),
                "capacity": one.capacity.value,
                "seen_to": one.seen_to,
                "at": parts.moment(one.at),
                "older": one.is_older,
            }
            for one in seen.confirmed
        ],
    }


def held_on(seen: MeetingSeen) -> str | None:
    """The day it was held; before that, when it is called for."""
    if seen.began is None:
        return parts.local(seen.on)
    return words.day(seen.began) if seen.to_the_day else parts.moment(seen.began)


# ---- For people


def _told(found: Sequence[MeetingSeen], names: Names, rules: ByRule) -> Iterator[RenderableType]:
    if not found:
        yield plain("There are no meetings yet.")
    for number, one in enumerate(found):
        if number:
            yield plain("")
        yield heading(f"{_day(one)}  {names[one.committee]}{PHASES[one.phase]}{_place(one)}")
        yield from map(indented, _course(one, names, rules))


def _day(seen: MeetingSeen) -> str:
    if seen.began:
        return words.when(seen.began, to_the_day=seen.to_the_day)
    return words.local(seen.on)


def _place(seen: MeetingSeen) -> str:
    return f", {seen.place}" if seen.place else ""


def _course(seen: MeetingSeen, names: Names, rules: ByRule) -> Iterator[str]:
    if seen.present:
        yield f"There: {listed(one.name for one in seen.present)}."
    if seen.apologies:
        yield f"Apologies: {listed(f'{one.name}{_cause(one.cause)}' for one in seen.apologies)}."
    for role, held in groupby(seen.roles, key=lambda one: one.role):
        yield f"{ROLES[role]}: {listed(one.name for one in held)}."
    if seen.items:
        yield f"On the list: {listed(f'“{one.title}”' for one in seen.items)}."
    for decided in seen.decided:
        by = rules.get(decided.proposal, NO_RULE).told
        came = f"Decided: “{decided.title}”: {_outcome(decided.outcome, names)}."
        yield f"{came} {by}" if by else came
    for note in seen.notes:
        yield f"Written down{' after the end' if note.is_late else ''}: {note.words}"
    if seen.elsewhere:
        said = f": {seen.elsewhere.words}" if seen.elsewhere.words else "."
        yield f"Anything decided elsewhere? {seen.elsewhere.answer.value.capitalize()}{said}"
    if seen.confirmed:
        told = (f"{one.name}{_as(one.capacity)}" for one in seen.confirmed if not one.is_older)
        yield f"Minutes confirmed by {listed(told) or 'nobody since they were last added to'}."


def _cause(cause: ApologyCause) -> str:
    return "" if cause is ApologyCause.NOT_STATED else f" ({cause.value})"


def _as(capacity: Capacity) -> str:
    return " (chair)" if capacity is Capacity.CHAIR else ""


def _outcome(came: Outcome, names: Names) -> str:
    if came.result is Result.CHOSEN:
        return listed(names[option] for option in came.options)
    return words.OUTCOMES[came.result]
