"""What happened, as the steps of a story: one fact from the log each."""

from dataclasses import dataclass, field, replace

from flask import g, url_for

from domain.events import DecisionTaken
from domain.ids import ProposalId
from projections.audit import Entry
from projections.seen import ProposalSeen
from web.clock import Moment
from web.seen.by_rule import rule_of
from web.seen.record import address, picture_for, place_for
from web.seen.results import HOW, OUTCOME, Tile, tiles
from web.services import services

LINKED = {
    "proposal.proposal-made",
    "proposal.ballot-cast",
    "proposal.decision-taken",
    "plan.plan-made",
    "plan.line-written",
    "task.task-added",
}
"""What has a page of its own to look at; the rest of a story would only link there again."""


@dataclass(frozen=True, slots=True)
class Step:
    """One fact from the log; ``asked`` is the question that it answers."""

    sentence: str
    picture: str
    on: Moment
    kind: str = ""
    href: str = ""
    link: str = ""
    asked: str = ""
    more: str = ""
    tiles: list[Tile] = field(default_factory=list)


def step(entry: Entry) -> Step:
    """One event as a step."""
    href, link = place_for(entry) if entry.topic in LINKED else ("", "")
    on = g.clock.tell(entry.at, to_the_day=entry.to_the_day)
    return Step(entry.sentence, picture_for(entry.topic), on, href=href, link=link)


def right_step(entry: Entry) -> Step:
    """The right that something rests on, and a press that leads to whoever gave it."""
    if entry.topic == DecisionTaken.TOPIC:
        return decided_step(entry, with_votes=False)
    return replace(step(entry), href=address(entry.event), link="Who decided this?")


def decided_step(entry: Entry, *, with_votes: bool) -> Step:
    """A decision, how it came about, and each vote, for whoever sits on that committee."""
    it = step(entry)
    idea = services().decisions.proposal(ProposalId(entry.stream), g.clock.now)
    if idea is None or not _sits_on(idea):
        return replace(it, href="", link="")
    if idea.decision is None or idea.decision.event != entry.event:
        return it
    how = services().decisions.explanation(idea.proposal) or HOW.get(idea.decision.route, "")
    by = rule_of(idea.decision)
    return replace(
        it,
        kind=OUTCOME[idea.decision.outcome.result],
        more=" ".join([how, by.named] if by else [how]),
        tiles=tiles(idea) if with_votes else [],
        href=url_for("proposals.show", proposal=idea.proposal),
        link="See what we decided",
    )


def _sits_on(idea: ProposalSeen) -> bool:
    return idea.committee in {seen.committee for seen in g.viewer.committees}
