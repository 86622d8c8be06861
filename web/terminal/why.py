"""``hands show why``: who decided something, back to the ballots; and what it allowed since."""

import re
from collections.abc import Iterator, Sequence

import click
from rich.console import RenderableType

from domain.events import DecisionTaken, VotingOpened
from domain.ids import PlanId, ProposalId
from domain.values import EventId
from projections.audit import Entry, WhoDecided
from projections.seen import DecisionSeen
from web.terminal import parts, tables, words
from web.terminal.asked import Answer, Asked, question
from web.terminal.printing import filled, heading, plain
from web.terminal.provenance import Provenance
from web.terminal.refs import MANDATE, PLAN, PROPOSAL
from web.terminal.refusals import Refused
from web.terminal.whole import every_mandate

EVENT = re.compile(r"[0-9a-f]{32}@[1-9]\d*")


@click.command()
@click.argument("thing")
@question
def why(asked: Asked, thing: str) -> Answer:
    """Who decided something, back to the ballots.

    THING is a proposal, a plan, a task or a mandate; or an entry of the log, by its number or its
    event's name.
    """
    event, grounds = _event(asked, thing), Provenance(asked)
    allowed = asked.services.audit.changed_by(event, *asked.stop)
    found: WhoDecided = grounds.of(event)
    if not found.chain:
        raise Refused("There is no such entry in the log.")
    return Answer(
        lambda: {
            "event": event,
            "authority": found.chain[0].authority,
            "decided_by": grounds.facts(event),
            "allows": [parts.link(one) for one in allowed],
        },
        lambda: _told(asked, found, allowed, grounds),
    )


def _event(asked: Asked, said: str) -> EventId:
    """The entry that is meant: one by its own name or number, or the last on what is named."""
    if EVENT.fullmatch(said):
        return EventId(said)
    if said.isdigit() and not asked.refs.is_known(said):
        return _numbered(asked, int(said))
    services, (kind, thing) = asked.services, asked.refs.anything(said)
    if kind == PLAN and (plan := services.plans.plan(PlanId(thing))):
        return plan.event
    if kind == MANDATE:
        return next(one.event for one in every_mandate(asked) if one.mandate == thing)
    if kind == PROPOSAL:
        return _last_step(asked, ProposalId(thing))
    return services.audit.story(thing)[0].event


def _numbered(asked: Asked, position: int) -> EventId:
    found = asked.services.audit.log(position - 1, 1) if position else []
    if not found:
        raise Refused(f"There is no entry {position} in the log. It ends at {asked.upto:,}.")
    return found[0].event


def _last_step(asked: Asked, proposal: ProposalId) -> EventId:
    """The decision; before there is one, the opening of the vote or the idea itself."""
    story = asked.services.audit.story(proposal, *asked.stop)
    for topic in (DecisionTaken.TOPIC, VotingOpened.TOPIC):
        for entry in reversed(story):
            if entry.topic == topic:
                return entry.event
    return story[0].event


def _told(
    asked: Asked, found: WhoDecided, allowed: Sequence[Entry], grounds: Provenance
) -> Iterator[RenderableType]:
    yield heading(found.chain[0].sentence)
    yield tables.history(found.chain)
    if words.lacks_right(found.chain[-1]):
        yield plain(words.NO_RIGHT)
    if found.decision:
        yield plain("")
        yield heading(f"Votes on “{found.decision.title}”")
        if for_one := grounds.rules.by(found.decision).for_one:
            yield plain(for_one)
        yield from _votes(asked, found, found.decision)
    if allowed:
        yield plain("")
        yield heading("What was done on the strength of it")
        yield tables.history(allowed)


def _votes(asked: Asked, found: WhoDecided, decision: DecisionSeen) -> Iterator[RenderableType]:
    if not found.ballots:
        yield plain("There are no votes that count.")
        return
    idea = asked.services.decisions.proposal(decision.proposal, asked.moment)
    titles = {one.option: one.title for one in idea.options} if idea else {}
    rows = ((one.name, words.answer(one.answer, titles)) for one in found.ballots)
    yield filled(("Voter", "Answer"), rows)
