"""``hands show``: what the log says, asked from the read models."""

from collections.abc import Iterable
from functools import partial

import click

from domain.ids import CommitteeId, PlanId, ProposalId
from domain.kinds import Route, Stake
from projections.differences import Difference
from projections.narrowing import Narrow
from projections.whole import whole
from web.services import now
from web.terminal import facts, occasion_facts, register_told, tables, talk_facts
from web.terminal.asked import Answer, Asked, long_question, question
from web.terminal.compare import compare_option, in_each, of_things, side_by_side
from web.terminal.pages import log_pages, register_pages
from web.terminal.parts import Facts
from web.terminal.provenance import Provenance
from web.terminal.quiet import Quiet, help_in_all, without_slips
from web.terminal.refusals import Refused
from web.terminal.speaking import speaks_last

committee_option = click.option("--committee", help="The committee, by name or id.")


@click.group()
def show() -> None:
    """Show what the log says. Works while the server runs.

    Each can be asked of another time: --at tells how it stood then, --known what the log knew then.
    A day is written as 2026-05-20 and means its end, a moment as 2026-05-20T18:00+01:00.
    """


@show.command()
@committee_option
@compare_option
@question
def members(asked: Asked, committee: str | None, *, compare: bool) -> Answer:
    """Who sits on a committee, and who holds which role."""
    directory, refs = asked.services.directory, asked.refs
    found = refs.the_committee(committee)
    if compare:
        return side_by_side(
            asked,
            lambda: asked.services.differences.directory(found, at=asked.at, known=asked.known),
        )
    group = next(one for one in directory.committees() if one.committee == found)
    seated, roles = directory.members(found, *asked.stop), directory.roles(found, *asked.stop)
    grounds = Provenance(asked)
    people = {one for role in roles for one in (*role.learning, *role.rotation)}
    people |= {one for role in roles for offer in role.offers for one in (offer.giver, offer.taker)}
    return Answer(
        lambda: {
            "committee": refs.of(found),
            "at": asked.echo().get("at", asked.as_of()),
            "members": [facts.member(refs, one, grounds) for one in seated],
            "roles": [facts.role(refs, one) for one in roles],
        },
        lambda: tables.members(group, seated, roles, asked.services.naming.names(people)),
    )


@show.command()
@committee_option
@click.option(
    "--route",
    type=click.Choice([one.value for one in Route]),
    multiple=True,
    help="Only those decided in this way.",
)
@click.option("--stake", type=click.IntRange(1, 3), help="Only those of this size: 1, 2 or 3.")
@click.option("--holds/--undone", default=None, help="Only those that still hold, or do not.")
@click.option("--step-in", is_flag=True, help="Only those on which staff stepped in.")
@click.option("--worry", is_flag=True, help="Only those about which somebody had a worry.")
@compare_option
@long_question
def decisions(  # noqa: PLR0913 -- what can be asked for
    asked: Asked,
    committee: str | None,
    route: tuple[str, ...],
    stake: int | None,
    *,
    holds: bool | None,
    step_in: bool,
    worry: bool,
    compare: bool,
) -> Answer:
    """What was decided, by which rule, with which count."""
    refs = asked.refs
    found = refs.committee(committee) if committee else None
    narrow = Narrow(
        frozenset(map(Route, route)),
        Stake(stake) if stake else None,
        holds,
        step_in or None,
        worry or None,
    )
    if compare and narrow:
        raise click.UsageError("With --compare all decisions are told, not only some of them.")
    if compare:
        return side_by_side(asked, lambda: in_each(asked, found, partial(_ideas_differ, asked)))
    grounds = Provenance(asked)
    return Answer(
        lambda: {
            "decisions": (
                facts.decision(refs, one, grounds) | _record(asked, one.proposal)
                for page in register_pages(asked, found, narrow)
                for one in page
            )
        },
        lambda: register_told.decisions(
            refs,
            register_pages(asked, found, narrow),
            grounds,
            lambda one: asked.services.talk.afterwards(one, asked.moment, asked.known),
        ),
    )


def _record(asked: Asked, proposal: ProposalId) -> Facts:
    seen = whole(asked.services.views, proposal, asked.moment, *asked.stop)
    return {**talk_facts.standing(seen), "record": talk_facts.record(asked.refs, seen)}


def _ideas_differ(asked: Asked, committee: CommitteeId) -> list[Difference]:
    return asked.services.differences.decisions(committee, now(), at=asked.at, known=asked.known)


@show.command()
@click.argument("proposal")
@compare_option
@question
def proposal(asked: Asked, proposal: str, *, compare: bool) -> Answer:
    """One proposal, whole: its ballots, its worries, and all that happened to it.

    Where its rule tells votes at the end only, they are not told before.
    """
    services, refs = asked.services, asked.refs
    found = refs.proposal(proposal)
    idea = services.decisions.proposal(found, now())
    if compare and idea:
        home = idea.committee
        return side_by_side(asked, lambda: of_things(_ideas_differ(asked, home), [found]))
    seen = services.decisions.proposal(found, asked.moment, *asked.stop)
    if seen is None:
        raise Refused(f"There was no proposal “{proposal}” then.")
    grounds, hidden = Provenance(asked), idea is not None and idea.hides_votes
    story = grounds.quiet.story(services.audit.story(found, *asked.stop))
    said = services.talk.about(found, *asked.stop)
    unsaid = idea is not None and grounds.quiet.tells_at_the_end(idea)
    talk, waits = without_slips(said, hidden=hidden, unsaid=unsaid), speaks_last(asked, seen, said)
    return Answer(
        lambda: {
            **facts.proposal(refs, seen, story, grounds, hidden=hidden),
            **_record(asked, found),
            "speaks_last": talk_facts.speaks_last(refs, waits),
            "talk": talk_facts.talk(refs, talk) | {"support": help_in_all(seen, talk)},
            "afterwards": talk_facts.afterwards(
                refs, services.talk.afterwards(found, asked.moment, asked.known)
            ),
        },
        lambda: tables.proposal(
            refs,
            seen,
            services.naming.name(seen.committee, *asked.stop),
            services.decisions.explanation(found, *asked.stop),
            story,
            services.talk.afterwards(found, asked.moment, asked.known),
            grounds,
            hidden=hidden,
            waits=waits,
        ),
    )


@show.command()
@click.argument("plan")
@compare_option
@question
def plan(asked: Asked, plan: str, *, compare: bool) -> Answer:
    """What holds for an occasion, each line with its reason."""
    services, refs = asked.services, asked.refs
    found = refs.plan(plan)
    if compare:
        differ = services.differences.plan
        return side_by_side(asked, lambda: differ(found, at=asked.at, known=asked.known))
    seen = services.plans.plan(found, *asked.stop)
    if seen is None:
        raise Refused(f"There was no plan “{plan}” then.")
    grounds = Provenance(asked)
    return Answer(
        lambda: occasion_facts.plan(
            refs, seen, services.plans.presence(found, *asked.stop), grounds
        ),
        lambda: tables.plan(
            seen,
            [grounds.of(line.event) for line in seen.lines],
            grounds,
            services.tasks.on_plan(found, *asked.stop),
        ),
    )


@show.command()
@committee_option
@click.option("--plan", help="Only those of this plan.")
@compare_option
@question
def tasks(asked: Asked, committee: str | None, plan: str | None, *, compare: bool) -> Answer:
    """Who holds what."""
    services, refs = asked.services, asked.refs
    group = refs.committee(committee) if committee else None
    occasion = refs.plan(plan) if plan else None
    if compare:
        return side_by_side(asked, lambda: _tasks_differ(asked, group, occasion))
    if occasion:
        found = services.tasks.on_plan(occasion, *asked.stop)
    else:
        found = services.tasks.tasks(group, *asked.stop)
    seen = [one for one in found if group in (None, one.committee)]
    grounds = Provenance(asked)
    return Answer(
        lambda: {
            "tasks": [
                occasion_facts.task(refs, one, services.audit.story(one.task, *asked.stop), grounds)
                for one in seen
            ]
        },
        lambda: tables.tasks(seen),
    )


def _tasks_differ(
    asked: Asked, committee: CommitteeId | None, plan: PlanId | None
) -> Iterable[Difference]:
    tasks = asked.services.tasks

    def differ(group: CommitteeId) -> list[Difference]:
        return asked.services.differences.tasks(group, at=asked.at, known=asked.known)

    found = in_each(asked, committee, differ)
    if plan is None:
        return found
    seen = (*tasks.on_plan(plan), *tasks.on_plan(plan, *asked.stop))
    return of_things(found, (one.task for one in seen))


@show.command()
@click.option("--after", default=0, type=click.IntRange(min=0), help="Only what comes after this.")
@click.option("--limit", type=click.IntRange(min=1), help="No more than so many.")
@long_question
def log(asked: Asked, after: int, limit: int | None) -> Answer:
    """Everything that was recorded, as sentences."""
    pages, quiet = log_pages(asked, after, limit), Quiet(asked.services)
    return Answer(
        lambda: {"entries": (facts.entry(quiet.told(one)) for page in pages for one in page)},
        lambda: (tables.history(map(quiet.told, page)) for page in pages),
    )
