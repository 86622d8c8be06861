"""Answers for people: tables and sentences."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from domain.voting.say import rule_in_words
from projections.audit import Entry
from projections.directory import CommitteeSeen, Member
from projections.plan import PlanSeen
from projections.seen import DecisionSeen, ProposalSeen
from projections.tasks import TaskSeen
from web.terminal import words
from web.terminal.printing import plain, row, table
from web.terminal.refs import Refs


def members(group: CommitteeSeen, seated: Sequence[Member]) -> Iterator[RenderableType]:
    """Who sits on a committee."""
    yield _heading(group.name)
    if not seated:
        yield plain("Nobody sits here now.")
        return
    shown = table("Name", "Seat", "Votes", "Since", "Until", "Roles")
    for one in seated:
        votes = "yes" if one.voting else "no"
        roles = ", ".join(one.roles)
        row(shown, one.name, one.seat, votes, words.day(one.since), one.term_ends, roles)
    yield shown


def decisions(refs: Refs, register: Sequence[DecisionSeen]) -> Iterator[RenderableType]:
    """The register."""
    if not register:
        yield plain("Nothing is decided yet.")
        return
    shown = table("Decided", "Name", "Question", "Outcome", "Count", "Of", "The source says")
    for one in register:
        row(
            shown,
            words.day(one.decided_at),
            refs.of(one.proposal),
            one.title,
            words.outcome(one),
            words.tally(refs, one.tally),
            one.entitled,
            _stated(refs, one),
        )
    yield shown
    yield plain("")
    yield plain(_summary(register))


def _summary(register: Sequence[DecisionSeen]) -> str:
    differ = sum(one.differs for one in register)
    silent = sum(one.stated_outcome is None for one in register if one.stated_words is None)
    told = f"{words.number(len(register), 'decision')}."
    if differ:
        told += f" The source says otherwise about {differ}."
    if silent and any(one.stated_outcome for one in register):
        told += f" The source says nothing about {silent}; there the count is ours alone."
    return told


def _stated(refs: Refs, seen: DecisionSeen) -> str:
    """What the source says, in few words: the same, or what else."""
    if seen.stated_outcome is None:
        return seen.stated_words or ""
    if not seen.differs:
        return "the same"
    stated = seen.stated_outcome
    said = words.OUTCOMES.get(stated.result) or ", ".join(refs.every(stated.options))
    if seen.stated_tally is not None:
        said += f" ({words.tally(refs, seen.stated_tally)})"
    return f"differs: {said}"


def proposal(
    refs: Refs, seen: ProposalSeen, group: str, why: str, story: Sequence[Entry]
) -> Iterator[RenderableType]:
    """One proposal, whole."""
    yield _heading(seen.title)
    if seen.text:
        yield plain(seen.text)
    about = table("", "")
    about.show_header = False
    row(about, "Name", refs.of(seen.proposal))
    row(about, "Committee", group)
    row(about, "Stage", seen.stage)
    if seen.idea_by_name:
        row(about, "Idea of", seen.idea_by_name)
    for option in seen.options:
        row(about, "Option", option.title)
    if seen.terms:
        row(about, "Rule", rule_in_words(seen.terms))
        row(about, "Voters", len(seen.electorate))
    if seen.closes_at:
        row(about, "Closes", f"{words.when(seen.closes_at)} UTC")
    if seen.decision:
        row(about, "Outcome", words.outcome(seen.decision))
        row(about, "Count", words.tally(refs, seen.decision.tally))
        row(about, "Why", why)
        row(about, "Source says", _stated(refs, seen.decision))
    yield about
    if seen.ballots:
        yield plain("")
        yield _heading("Ballots")
        yield _ballots(seen, {entry.position for entry in story if entry.to_the_day})
    yield plain("")
    yield _heading("What happened")
    yield history(story)


def _ballots(seen: ProposalSeen, to_the_day: AbstractSet[int]) -> Table:
    titles = {option.option: option.title for option in seen.options}
    shown = table("Voter", "Answer", "Cast (UTC)", "Counts", "Reason")
    for one in seen.ballots:
        counts = "yes" if one.counted else f"no, {one.why_not}"
        cast = words.when(one.at, to_the_day=one.position in to_the_day)
        row(shown, one.name, words.answer(one.answer, titles), cast, counts, one.reason)
    return shown


def plan(
    seen: PlanSeen, why: Sequence[Sequence[Entry]], jobs: Sequence[TaskSeen]
) -> Iterator[RenderableType]:
    """A plan: what holds, and because of what."""
    yield _heading(seen.title)
    if seen.on:
        yield plain(f"On {words.local(seen.on)}")
    if not seen.lines:
        yield plain("There are no lines yet.")
    for line, chain in zip(seen.lines, why, strict=True):
        yield plain("")
        yield plain(f"{line.label}: {line.value}")
        for entry in chain:
            yield plain(f"    {words.day(entry.at)}  {entry.sentence}")
        if line.authority is None:
            yield plain("    Nothing says by which right.")
    if jobs:
        yield plain("")
        yield _heading("Tasks")
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


def _heading(said: str) -> Text:
    told = plain(said)
    told.stylize("bold")
    return told
