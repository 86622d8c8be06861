"""By which right something was done: the change, the right behind it, and the right behind that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from flask import g, url_for

from domain.events import (
    EVENTS,
    Authorised,
    CommitteeFounded,
    DecisionTaken,
    StepInApplied,
    VotingOpened,
)
from domain.ids import CHAIR, CommitteeId
from domain.values import place_of
from projections.agreed_seen import StepInSeen
from projections.audit import Entry
from projections.directory import Member, RoleHeld
from web.seen.results import Row, rows
from web.seen.right import Disputed, disputes_of
from web.seen.step_in_brief import in_short
from web.seen.steps import Step, decided_step, step
from web.services import services

ALLOWED = "Why was this allowed?"
THIS_JOB, HAD_IT_BEFORE = "Why is there this job?", "Who had it before?"
FREE = "Nobody had to decide this first. People may do this by themselves."
NOBODY_WROTE = "Nobody wrote down who decided this."
WHERE_IT_ENDS = {
    CommitteeFounded.TOPIC: "This is where the committee began.",
    DecisionTaken.TOPIC: "Nobody wrote down by which rule.",
    VotingOpened.TOPIC: "Nobody wrote down who agreed to this rule.",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing, and what it rests on. ``gap`` is true where its record has a hole.

    ``href`` is where it says what came of a step-in, if that is what it rests on.
    """

    title: str
    steps: list[Step]
    end: str
    picture: str
    gap: bool
    href: str = ""


@dataclass(frozen=True, slots=True)
class ChainPage:
    """What ``chain.html`` shows."""

    title: str
    reasons: list[Reason]
    record: list[Row]
    disputes: Sequence[Disputed] = ()
    not_right: str = ""


def chain_page(links: Sequence[Entry]) -> ChainPage:
    """From a change back to the founding, and what people say of it."""
    stream, version = place_of(links[0].event)
    here = services().record.home(stream)
    return ChainPage(
        title="Who decided this?",
        reasons=[reason("", links)],
        record=rows(links),
        disputes=disputes_of(here, links[0].event) if here else (),
        not_right=url_for("attesting.disputing", stream=stream, version=version) if here else "",
    )


def person_page(member: Member) -> ChainPage:
    """Why somebody sits on a committee, and why they have each of their roles."""
    things = [(f"{member.name} sits here", member.event)]
    things += [(_doing(member.name, held), held.event) for held in member.held]
    chains = [(title, services().audit.who_decided(event).chain) for title, event in things]
    return ChainPage(
        title=f"Why is {member.name} here?",
        reasons=[reason(title, links) for title, links in chains],
        record=rows(sorted({link for _, links in chains for link in links}, key=_position)),
    )


def _doing(name: str, held: RoleHeld) -> str:
    return f"{name} runs the meeting" if held.role == CHAIR else f"{name} is {held.name}"


def _position(entry: Entry) -> int:
    return entry.position


def reason(title: str, links: Sequence[Entry]) -> Reason:
    """A chain of rights, told as questions and answers."""
    last = links[-1]
    if stepped_in := _stepped_in(last):
        href = url_for("step_ins.show", step_in=stepped_in.step_in)
        return Reason(title, [*_steps(links)], in_short(stepped_in), "safety", gap=False, href=href)
    gap = is_gap(last)
    picture = "unsure" if gap else "party" if last.topic == CommitteeFounded.TOPIC else "hand"
    return Reason(title, [*_steps(links)], where_it_ends(last), picture, gap)


def _stepped_in(last: Entry) -> StepInSeen | None:
    """The step-in that a chain ends at, if it does."""
    if last.topic != StepInApplied.TOPIC:
        return None
    every = services().mandates.step_ins(CommitteeId(last.stream), g.clock.now)
    return next((seen for seen in every if seen.event == last.event), None)


def where_it_ends(last: Entry) -> str:
    """Why the last link of a chain rests on nothing."""
    return WHERE_IT_ENDS.get(last.topic) or (NOBODY_WROTE if is_gap(last) else FREE)


def is_gap(last: Entry) -> bool:
    """Whether the record should name a right here, and does not."""
    return last.topic != CommitteeFounded.TOPIC and issubclass(EVENTS[last.topic], Authorised)


def _steps(links: Sequence[Entry]) -> Iterator[Step]:
    """Each link after the first answers why the one before was allowed; one decision has votes."""
    voted = next((link for link in links if link.topic == DecisionTaken.TOPIC), None)
    asked = ""
    for link in links:
        decided = link.topic == DecisionTaken.TOPIC
        it = decided_step(link, with_votes=link is voted) if decided else step(link)
        yield replace(it, asked=asked)
        asked = _question(link)


def _question(link: Entry) -> str:
    """What there is to ask next: not every step needs a right of its own."""
    if link.authority:
        return ALLOWED
    return THIS_JOB if link.topic.startswith("task.") else HAD_IT_BEFORE
