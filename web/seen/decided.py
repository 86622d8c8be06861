"""What was decided and what is still open, as a list."""

from dataclasses import dataclass
from typing import Literal

from flask import g

from domain.ids import CommitteeId
from domain.voting.tally import ChoiceTally, RankedTally, Result
from projections.seen import DecisionSeen, ProposalSeen, Stage
from web.clock import Moment
from web.seen.lists import Chip, Pager
from web.seen.people import Person
from web.seen.pictures import picture_of
from web.seen.results import HOW, LOUD, OUTCOME, Loud
from web.seen.stops import Place
from web.services import services
from web.stops import AskedStop

Only = Literal["all", "yes", "no", "none"]
A_PAGE = 10
CHIPS: list[tuple[Only, str, str, set[Result]]] = [
    ("all", "All", "decided", set(Result)),
    ("yes", "Yes", "yes", {Result.ADOPTED, Result.CHOSEN}),
    ("no", "No", "no", {Result.REJECTED}),
    ("none", "Not yet", "wait", {Result.NO_QUORUM, Result.UNDECIDED}),
]
RESULTS = {only: results for only, _, _, results in CHIPS}


@dataclass(frozen=True, slots=True)
class OpenIdea:
    """An idea that is not decided yet."""

    proposal: str
    question: str
    by: Person | None
    picture: str | None
    voting: bool
    closes: Moment | None


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision in the list."""

    proposal: str
    sentence: str
    picture: str | None
    outcome: Loud
    word: str
    on: Moment
    how: str


@dataclass(frozen=True, slots=True)
class WhyPage:
    """What ``why.html`` shows."""

    chips: list[Chip]
    open: list[OpenIdea]
    decided: list[Decided]
    pager: Pager


def why_page(committee: CommitteeId, only: Only, before: int | None, asked: AskedStop) -> WhyPage:
    """Ten decisions, newest first, and what is still open; or what was, at that time."""
    ask = services().decisions
    found = ask.latest(committee, A_PAGE + 1, before, RESULTS[only], *asked.stop)
    first = only == "all" and not before
    undecided = ask.undecided(committee, asked.moment, *asked.stop) if first else []
    more = found[A_PAGE - 1].position if len(found) > A_PAGE else None

    def here(only: Only, before: int | None = None) -> str:
        return Place(asked, "why.index", only=only, before=before).here

    return WhyPage(
        chips=[
            Chip(words, picture, here(name), None, name == only)
            for name, words, picture, _ in CHIPS
        ],
        open=[_open(idea) for idea in undecided],
        decided=[_decided(decision) for decision in found[:A_PAGE]],
        pager=Pager(
            before=here(only) if before else None,
            after=here(only, more) if more else None,
            words="",
        ),
    )


def _open(idea: ProposalSeen) -> OpenIdea:
    voting = idea.stage is Stage.OPEN
    return OpenIdea(
        proposal=str(idea.proposal),
        question=idea.title,
        by=Person(str(idea.idea_by), idea.idea_by_name or "") if idea.idea_by else None,
        picture=picture_of(idea.title),
        voting=voting,
        closes=g.clock.tell_end(idea.closes_at) if voting else None,
    )


def _decided(decision: DecisionSeen) -> Decided:
    outcome = OUTCOME[decision.outcome.result]
    return Decided(
        proposal=str(decision.proposal),
        sentence=decision.title,
        picture=picture_of(decision.title),
        outcome=outcome,
        word=LOUD.get(outcome) or ", ".join(decision.chosen),
        on=g.clock.tell(decision.decided_at, to_the_day=True),
        how=_how(decision),
    )


def _how(decision: DecisionSeen) -> str:
    match decision.tally:
        case ChoiceTally(yes=yes, no=no):
            return f"{yes} said yes, {no} said no."
        case RankedTally(ballots=ballots):
            return f"{ballots} put the ideas in order."
        case _:
            return HOW.get(decision.route, "")
