"""``hands show``: what the log says, asked from the read models."""

from collections.abc import Iterator
from pathlib import Path

import click

from projections.audit import Entry
from web.services import now
from web.terminal import facts, printing, tables
from web.terminal.asked import Answer, Asked, data_option, json_option, opened, question
from web.terminal.refusals import Refused

PAGE = 2_000

committee_option = click.option("--committee", help="The committee, by name or id.")


@click.group()
def show() -> None:
    """Show what the log says. Works while the server runs."""


@show.command()
@committee_option
@question
def members(asked: Asked, committee: str | None) -> Answer:
    """Who sits on a committee, and who holds which role."""
    directory, refs = asked.services.directory, asked.refs
    found = refs.the_committee(committee)
    group = next(one for one in directory.committees() if one.committee == found)
    seated = directory.members(found)
    return Answer(
        lambda: {
            "committee": refs.of(found),
            "at": asked.as_of(),
            "members": [facts.member(refs, one) for one in seated],
        },
        lambda: tables.members(group, seated),
    )


@show.command()
@committee_option
@question
def decisions(asked: Asked, committee: str | None) -> Answer:
    """What was decided, by which rule, with which count."""
    refs = asked.refs
    found = refs.committee(committee) if committee else None
    register = asked.services.decisions.register(found)
    return Answer(
        lambda: {"decisions": [facts.decision(refs, one) for one in register]},
        lambda: tables.decisions(refs, register),
    )


@show.command()
@click.argument("proposal")
@question
def proposal(asked: Asked, proposal: str) -> Answer:
    """One proposal, whole: its ballots, its worries, and all that happened to it."""
    services, refs = asked.services, asked.refs
    found = refs.proposal(proposal)
    seen = services.decisions.proposal(found, now())
    if seen is None:
        raise Refused(f"There is no proposal “{proposal}”.")
    story = services.audit.story(found)
    return Answer(
        lambda: facts.proposal(refs, seen, story),
        lambda: tables.proposal(
            refs,
            seen,
            services.naming.name(seen.committee),
            services.decisions.explanation(found),
            story,
        ),
    )


@show.command()
@click.argument("plan")
@question
def plan(asked: Asked, plan: str) -> Answer:
    """What holds for an occasion, each line with its reason."""
    services, refs = asked.services, asked.refs
    found = refs.plan(plan)
    seen = services.plans.plan(found)
    if seen is None:
        raise Refused(f"There is no plan “{plan}”.")
    why = [services.audit.chain(line.event) for line in seen.lines]
    jobs = services.tasks.on_plan(found)
    return Answer(
        lambda: facts.plan(refs, seen, why),
        lambda: tables.plan(seen, why, jobs),
    )


@show.command()
@committee_option
@click.option("--plan", help="Only those of this plan.")
@question
def tasks(asked: Asked, committee: str | None, plan: str | None) -> Answer:
    """Who holds what."""
    services, refs = asked.services, asked.refs
    group = refs.committee(committee) if committee else None
    occasion = refs.plan(plan) if plan else None
    found = services.tasks.on_plan(occasion) if occasion else services.tasks.tasks(group)
    seen = [one for one in found if group in (None, one.committee)]
    return Answer(
        lambda: {"tasks": [facts.task(refs, one, services.audit.story(one.task)) for one in seen]},
        lambda: tables.tasks(seen),
    )


@show.command()
@click.option("--after", default=0, type=click.IntRange(min=0), help="Only what comes after this.")
@click.option("--limit", type=click.IntRange(min=1), help="No more than so many.")
@data_option
@json_option
def log(data: Path | None, after: int, limit: int | None, *, as_json: bool) -> None:
    """Everything that was recorded, as sentences."""
    with opened(data) as services:

        def pages() -> Iterator[list[Entry]]:
            start, left = after, limit
            while found := services.audit.log(start, min(left or PAGE, PAGE)):
                yield found
                start = found[-1].position
                left = None if left is None else left - len(found)
                if left == 0:
                    return

        if as_json:
            entries = (facts.entry(one) for page in pages() for one in page)
            printing.answer_list("entries", entries)
            return
        for page in pages():
            printing.say(tables.history(page))
