"""Answers for people: tables and sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from rich.console import RenderableType
from rich.table import Table

from domain.kinds import Domain
from domain.voting.say import rule_in_words
from domain.voting.say_people import of_people
from domain.voting.say_terms import groups
from projections.audit import Entry, WhoDecided
from projections.committee_sentences import mandate_in_words
from projections.directory import CommitteeSeen, Member, RoleSeen
from projections.plan import PlanSeen, in_words
from projections.rule_for import things
from projections.seen import ProposalSeen, Stage
from projections.speaking import SpeakingSeen
from projections.talk_seen import AfterwardsSeen
from projections.tasks import TaskSeen
from projections.wording import listed, one_stop, quoted
from web.seen.lots import lots_drawn
from web.terminal import register_told, words
from web.terminal.counted import how_counted
from web.terminal.printing import heading, indented, plain, row, table
from web.terminal.provenance import Provenance
from web.terminal.quiet import AT_THE_END
from web.terminal.refs import Refs

Names = Mapping[Any, str]


def members(
    group: CommitteeSeen, seated: Sequence[Member], roles: Iterable[RoleSeen], names: Names
) -> Iterator[RenderableType]:
    """Who sits on a committee, and who learns a role, wants a turn at it or was asked."""
    yield heading(group.name)
    if not seated:
        yield plain("Nobody sits here.")
        return
    shown = table("Name", "Seat", "Votes", "Since", "Until", "Roles")
    for one in seated:
        votes = "yes" if one.voting else "no"
        held = ", ".join(one.roles)
        row(shown, one.name, one.seat, votes, words.day(one.since), one.term_ends, held)
    yield shown
    if others := [said for one in roles for said in _beside_role(one, names)]:
        yield plain("")
        yield from map(plain, others)


def _beside_role(role: RoleSeen, names: Names) -> Iterator[str]:
    for one in role.learning:
        yield f"{names[one]} is learning to be {role.name}."
    for one in role.rotation:
        yield f"{names[one]} wants a turn as {role.name}."
    for offer in role.offers:
        how = "share being" if offer.share else "become"
        yield f"{names[offer.giver]} asked {names[offer.taker]} to {how} {role.name}."


def proposal(  # noqa: PLR0913 -- all that is told of one
    refs: Refs,
    seen: ProposalSeen,
    group: str,
    why: str,
    story: Sequence[Entry],
    after: AfterwardsSeen,
    grounds: Provenance,
    *,
    hidden: bool = False,
    waits: SpeakingSeen | None = None,
) -> Iterator[RenderableType]:
    """One proposal, whole; not what people answer, as long as that is ``hidden``."""
    yield heading(seen.title)
    if seen.text:
        yield plain(seen.text)
    about = table("", "")
    about.show_header = False
    row(about, "Name", refs.of(seen.proposal))
    row(about, "Committee", group)
    row(about, "Stage", seen.stage)
    for what, said in _of_idea(seen, grounds):
        row(about, what, said)
    if seen.election:
        row(about, "Places", words.election(seen.election))
    for option in seen.options:
        row(about, "Option", words.option(option))
    by = grounds.rules.by(seen.decision or seen)
    if by.terms:
        row(about, "Rule", of_people(by.in_words) if seen.is_of_people else by.in_words)
        row(about, "Agreed", by.agreed)
    if waits:
        others = listed(grounds.names(waits.others))
        row(about, f"{groups(waits.last).capitalize()} wait for", others)
    if seen.terms:
        row(about, "Voters", len(seen.electorate))
    if seen.closes_at:
        row(about, "Closes", f"{words.when(seen.closes_at)} UTC")
    if seen.decision:
        row(about, "Outcome", words.outcome(seen.decision))
        row(about, "How", words.route(seen.decision.route))
        if seen.decision.deciders:
            row(about, "Decided by", listed(grounds.names(seen.decision.deciders)))
        if not by.terms:
            row(about, "By which right", grounds.right_of(seen.decision) or words.NO_RIGHT)
        if lots := lots_drawn(seen, seen.decision):
            told = "; ".join(
                f"{lot.answer}: {lot.code[:8]}… of “{lot.mixed}”" for lot in lots.drawn
            )
            row(about, "Lots", f"By SHA-256, the smallest first. {told}")
        if not after.holds:
            row(about, "Holds", "no longer")
        for what, told in register_told.standing(refs, after):
            row(about, what, told)
        for what, told in (
            (
                "Count in votes" if _weighs(seen) else "Count",
                words.tally(refs, seen.decision.tally),
            ),
            ("Why", why),
            ("Source says", register_told.said_by_source(refs, seen.decision)),
        ):
            if told:
                row(about, what, told)
    yield about
    yield from how_counted(seen)
    if seen.ballots:
        yield plain("")
        yield heading("Ballots")
        days = {entry.position for entry in story if entry.to_the_day}
        yield _ballots(seen, days, hidden=hidden)
    yield plain("")
    yield heading("What happened")
    yield history(story)


def _of_idea(seen: ProposalSeen, grounds: Provenance) -> Iterator[tuple[str, object]]:
    """Whose it is, of what it came, what it is about, and how much hangs on it."""
    if seen.idea_by_name:
        yield "Idea of", seen.idea_by_name
    for event in seen.because_of:
        yield "Because", grounds.of(event).chain[0].sentence
    if seen.about is not Domain.NOT_STATED:
        yield "About", seen.about
    if seen.stake:
        yield "Size", f"{seen.stake.value} of 3"
    if seen.amount:
        yield "Costs", in_words(seen.amount)
    if seen.new_rule:
        yield "A yes changes the rule", rule_in_words(seen.new_rule)
    if seen.new_rule_for:
        asked = seen.new_rule_for
        about = things(asked.domains, asked.stakes)
        yield "For", about or f"all that the rule {asked.ends} was for, which ends"
    if seen.new_mandate:
        who, what = seen.new_mandate.holder_name, one_stop(f"{quoted(seen.new_mandate.words)}.")
        yield "A yes lets", f"{who}: {what}{mandate_in_words(who, seen.new_mandate)}"
    if seen.ends_mandate:
        yield "A yes ends", grounds.ended_by(seen)
    if seen.stage is Stage.PLANNED and seen.opened_at:
        yield "Begins", f"{words.when(seen.opened_at)} UTC"


def _ballots(seen: ProposalSeen, to_the_day: AbstractSet[int], *, hidden: bool) -> Table:
    titles = {option.option: option.title for option in seen.options}
    votes = {one.person: one.weight for one in seen.voters} if _weighs(seen) else {}
    more = ("Votes",) if votes else ()
    shown = table("Voter", "Answer", *more, "Cast (UTC)", "Counts", "Reason")
    for one in seen.ballots:
        counts = "yes" if one.counted else f"no, {one.why_not}"
        cast = words.when(one.at, to_the_day=one.position in to_the_day)
        said = AT_THE_END if hidden else words.answer(one.answer, titles)
        weight = (votes.get(one.voter, ""),) if votes else ()
        row(shown, one.name, said, *weight, cast, counts, None if hidden else one.reason)
    return shown


def _weighs(seen: ProposalSeen) -> bool:
    """Whether some people have more votes in it than others."""
    return seen.terms is not None and seen.terms.weighs


def plan(
    seen: PlanSeen, why: Sequence[WhoDecided], grounds: Provenance, jobs: Sequence[TaskSeen]
) -> Iterator[RenderableType]:
    """A plan: what holds, and because of what."""
    yield heading(seen.title)
    if seen.on:
        yield plain(f"On {words.local(seen.on)}")
    if seen.recurs:
        until = f" until {seen.recurs.until}" if seen.recurs.until else ""
        yield plain(f"It comes back: {seen.recurs.rhythm}{until}.")
    if seen.cancelled:
        yield plain(f"Cancelled on {words.day(seen.cancelled.at)}. It does not happen.")
    if not seen.lines:
        yield plain("There are no lines yet.")
    for line, found in zip(seen.lines, why, strict=True):
        yield plain("")
        yield plain(f"{line.label}: {line.value}")
        yield from words.because(found.chain, line.authority)
        if found.decision and (for_one := grounds.rules.by(found.decision).for_one):
            yield indented(for_one)
    if jobs:
        yield plain("")
        yield heading("Tasks")
        yield from tasks(jobs)


def tasks(seen: Sequence[TaskSeen]) -> Iterator[RenderableType]:
    """Who holds what."""
    if not seen:
        yield plain("There are no tasks yet.")
        return
    shown = table("Task", "Who", "Stands", "Asked", "Due", "Plan")
    for one in seen:
        row(
            shown,
            one.title,
            ", ".join(holder.name for holder in one.holders) or "nobody",
            one.status,
            ", ".join(offer.taker.name for offer in one.offers),
            words.local(one.on),
            one.plan_title,
        )
    yield shown


def history(story: Iterable[Entry]) -> Table:
    """Entries of the log as sentences."""
    shown = table("No.", "When (UTC)", "What")
    for one in story:
        row(shown, one.position, words.when(one.at, to_the_day=one.to_the_day), one.sentence)
    return shown
