"""``hands show rules``, ``mandates`` and ``step-ins``: what was agreed beforehand, and what not."""

from itertools import chain

import click

from domain.ids import CommitteeId
from domain.voting.say import rule_in_words
from projections.agreed_seen import AgreedRule, BenchmarkSeen, StepInSeen, came_of
from projections.differences import Difference
from web.services import now
from web.terminal import agreed_told, parts
from web.terminal.asked import Answer, Asked, question
from web.terminal.compare import compare_option, of_kinds, side_by_side
from web.terminal.mandate_facts import mandate
from web.terminal.parts import Facts
from web.terminal.provenance import Provenance
from web.terminal.refs import Refs

committee_option = click.option("--committee", help="The committee, by name or id.")


@click.command()
@committee_option
@compare_option
@question
def rules(asked: Asked, committee: str | None, *, compare: bool) -> Answer:
    """How a committee decides, and how it decided before."""
    refs, found = asked.refs, asked.refs.the_committee(committee)
    if compare:
        return side_by_side(
            asked, lambda: of_kinds(_differ(asked, found), "rule", "time", "benchmark")
        )
    agreed = asked.services.mandates.rules(found, *asked.stop)
    benchmarks = asked.services.mandates.benchmarks(found, *asked.stop)
    grounds = Provenance(asked)
    return Answer(
        lambda: {
            "committee": refs.of(found),
            "rules": [_rule(refs, one, grounds) for one in agreed],
            "agreed": [benchmark(one, grounds) for one in benchmarks],
        },
        lambda: chain(
            agreed_told.rules(asked.services.naming.name(found, *asked.stop), agreed, grounds),
            agreed_told.benchmarks(benchmarks, grounds),
        ),
    )


@click.command()
@committee_option
@compare_option
@question
def mandates(asked: Asked, committee: str | None, *, compare: bool) -> Answer:
    """Who may decide what alone, and who could before."""
    refs, found = asked.refs, asked.refs.the_committee(committee)
    if compare:
        return side_by_side(asked, lambda: of_kinds(_differ(asked, found), "mandate"))
    granted = asked.services.mandates.mandates(found, asked.moment, asked.known)
    grounds = Provenance(asked)
    return Answer(
        lambda: {
            "committee": refs.of(found),
            "mandates": [
                mandate(refs, one) | {"decided_by": grounds.facts(one.event)} for one in granted
            ],
        },
        lambda: agreed_told.mandates(
            refs, asked.services.naming.name(found, *asked.stop), granted, grounds
        ),
    )


@click.command("step-ins")
@committee_option
@compare_option
@question
def step_ins(asked: Asked, committee: str | None, *, compare: bool) -> Answer:
    """When staff stepped in, why, and what others found."""
    refs, found = asked.refs, asked.refs.the_committee(committee)
    if compare:
        return side_by_side(asked, lambda: of_kinds(_differ(asked, found), "step-in", "review"))
    applied = asked.services.mandates.step_ins(found, asked.moment, asked.known)
    return Answer(
        lambda: {
            "committee": refs.of(found),
            "step_ins": [step_in(refs, one) | _came_of(asked, one) for one in applied],
        },
        lambda: agreed_told.step_ins(
            asked.services.naming.name(found, *asked.stop),
            [(one, _came_of(asked, one)) for one in applied],
        ),
    )


def _came_of(asked: Asked, seen: StepInSeen) -> Facts:
    """What changed because of a step-in, and the ideas that may still change something."""
    services, refs = asked.services, asked.refs
    came = came_of(seen, services.decisions.because_of(seen.event, asked.moment, *asked.stop))
    entries = services.audit.told(map(services.governance.placed_event, came.changes))
    return {
        "led_to": [{"event": one.event, "sentence": one.sentence} for one in entries],
        "ideas": [{"proposal": refs.of(one.proposal), "title": one.title} for one in came.ideas],
    }


def _differ(asked: Asked, committee: CommitteeId) -> list[Difference]:
    return asked.services.differences.agreed(committee, now(), at=asked.at, known=asked.known)


def _rule(refs: Refs, seen: AgreedRule, grounds: Provenance) -> Facts:
    return {
        "rule": parts.rule(refs, seen.terms),
        "id": str(seen.rule),
        "in_words": rule_in_words(seen.terms),
        "domains": [one.value for one in seen.domains],
        "stakes": [one.value for one in seen.stakes],
        "since": parts.moment(seen.since),
        "until": parts.maybe_moment(seen.until),
        "in_force": seen.until is None,
        "authority": seen.authority,
        "decided_by": grounds.facts(seen.event),
    }


def benchmark(seen: BenchmarkSeen, grounds: Provenance) -> Facts:
    """What was agreed on for a measure of the audit, since when, and who decided it."""
    return {
        "metric": seen.metric,
        "benchmark": seen.benchmark.value,
        "value": None if seen.value is None else float(seen.value),
        "hours": seen.hours,
        "since": parts.moment(seen.since),
        "event": seen.event,
        "authority": seen.authority,
        "decided_by": grounds.facts(seen.event),
    }


def step_in(refs: Refs, seen: StepInSeen) -> Facts:
    """A step-in, and what became of it."""
    return {
        "step_in": refs.of(seen.step_in),
        "person": refs.maybe(seen.person),
        "name": seen.name,
        "grounds": seen.grounds.value,
        "reason": seen.reason,
        "less_restrictive_tried": seen.less_restrictive_tried,
        "touches": list(seen.touches),
        "began": parts.moment(seen.began),
        "ends": parts.maybe_moment(seen.ends),
        "lifted_at": parts.maybe_moment(seen.lifted_at),
        "in_force": seen.in_force,
        "told": [
            {"to": one.to.value, "format": one.format.value, "at": parts.moment(one.at)}
            for one in seen.told
        ],
        "told_late": seen.told_late,
        "reviews": [
            {
                "finding": one.finding.value,
                "reviewers": list(one.reviewers),
                "at": parts.moment(one.at),
                "led_to": list(one.led_to),
            }
            for one in seen.reviews
        ],
        "review_late": seen.review_late,
        "event": seen.event,
    }
