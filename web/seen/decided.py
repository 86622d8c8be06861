"""What was decided and what is still open, as a list."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal
from urllib.parse import parse_qsl, urlsplit

from flask import g, url_for
from pydantic import BeforeValidator, Field

from domain.ids import CommitteeId
from domain.kinds import Domain
from domain.voting.tally import ChoiceTally, OptionTally, RankedTally, Result
from projections.decisions import Ideas
from projections.register import Part, Wanted
from projections.seen import DecisionSeen, ProposalSeen, Stage
from projections.stops import Stop
from web.clock import Moment
from web.forms import Maybe, Position, short
from web.seen.abouts import ABOUT
from web.seen.by_rule import rule_of
from web.seen.holding import in_short
from web.seen.lists import Chip, Pager
from web.seen.narrowed import NOTHING, Narrowing, among, narrowing_lists
from web.seen.people import Person
from web.seen.pictures import picture_of
from web.seen.results import HOW, LOUD, OUTCOME, Loud
from web.seen.stops import Place
from web.services import services
from web.stops import AskedStop

Only = Literal["all", "yes", "no", "none", "open"]
A_PAGE, A_FEW = 10, 3
RESULTS: dict[Only, tuple[Result, ...]] = {
    "all": tuple(Result),
    "yes": (Result.ADOPTED, Result.CHOSEN),
    "no": (Result.REJECTED,),
    "none": (Result.NO_QUORUM, Result.UNDECIDED),
    "open": (),
}
BY_RESULT: list[tuple[Only, str, str]] = [
    ("all", "All", "decided"),
    ("yes", "Yes", "yes"),
    ("no", "No", "no"),
    ("none", "Not yet", "wait"),
]


class Which(Narrowing):
    """Which decisions, or which ideas that are still open; and from where on."""

    only: Only = "all"
    about: Maybe[Domain] = None
    words: Annotated[str, BeforeValidator(short)] = ""
    before: Position | None = None
    page: Annotated[int, Field(ge=1, le=2**31)] = 1

    def wanted(self, committee: CommitteeId, moment: datetime, stop: Stop) -> Wanted:
        """What to look for in the register, as it stood at a stop."""
        some = among(committee, self, moment, stop)
        return Wanted(RESULTS[self.only], self.about, self.words, some)

    @property
    def kept(self) -> dict[str, str | None]:
        """What an address keeps of it, whatever time it is about and however far one has read."""
        return {
            "only": None if self.only == "all" else self.only,
            "about": self.about,
            "words": self.words or None,
        } | self.narrow_kept

    @property
    def skip(self) -> int:
        """How many ideas come before this page."""
        return (self.page - 1) * A_PAGE


@dataclass(frozen=True, slots=True)
class OpenIdea:
    """An idea that is not decided yet."""

    proposal: str
    question: str
    by: Person | None
    picture: str | None
    voting: bool
    closes: Moment | None
    begins: Moment | None = None


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
    now: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class WhyPage:
    """What ``why.html`` shows."""

    only: Only
    lists: list[tuple[str, list[Chip]]]
    chosen: list[str]
    words: str
    found: int
    action: str
    kept: dict[str, str]
    all: str
    open: list[OpenIdea]
    all_open: str | None
    number_open: int
    decided: list[Decided]
    since: int
    pager: Pager


def why_page(committee: CommitteeId, which: Which, asked: AskedStop) -> WhyPage:
    """Ten decisions, newest first, and what is still open; or what was, at that time."""
    wanted = which.wanted(committee, asked.moment, asked.stop)
    part = services().decisions.part(committee, A_PAGE, wanted, which.before, *asked.stop)
    ideas = _ideas(committee, which, asked)
    lists = Lists(which, asked, part, ideas)
    kept = urlsplit(lists.to(words=None)).query
    return WhyPage(
        only=which.only,
        lists=[
            ("What came of it?", [*lists.by_result(), lists.still_open()]),
            ("What is it about?", lists.by_domain()),
            *narrowing_lists(which, lists.decided),
        ],
        chosen=lists.chosen(),
        words=which.words,
        found=lists.found,
        action=url_for("why.index"),
        kept=dict(parse_qsl(kept)),
        all=lists.to(only=None, about=None, words=None, **NOTHING),
        open=[_open(idea) for idea in ideas.some],
        all_open=lists.to(only="open", about=None, **NOTHING)
        if len(ideas.some) < ideas.number
        else None,
        number_open=ideas.number,
        decided=[_decided(decision, asked) for decision in part.decided],
        since=0 if asked.is_now else _since(committee, which, part),
        pager=lists.ideas_pager() if which.only == "open" else lists.pager(),
    )


def _since(committee: CommitteeId, which: Which, then: Part) -> int:
    """How many things of all kinds have been decided since, with the words that were asked for."""
    wanted = Wanted(words=which.words)
    today = services().decisions.part(committee, 1, wanted)
    return max(0, sum(today.counts.values()) - sum(then.counts.values()))


def _ideas(committee: CommitteeId, which: Which, asked: AskedStop) -> Ideas:
    """A page of the ideas that are open; a few of them before all that was decided."""
    first = which.only == "all" and not which.about and not which.before and not which.narrow
    limit = A_PAGE if which.only == "open" else A_FEW if first else 0
    skip = which.skip if which.only == "open" else 0
    ask = services().decisions
    return ask.ideas(committee, asked.moment, limit, skip, which.words, *asked.stop)


@dataclass(frozen=True, slots=True)
class Lists:
    """Where the chips and the pager of a list lead, each keeping all else that was asked for."""

    which: Which
    asked: AskedStop
    part: Part
    ideas: Ideas

    def to(self, **other: object) -> str:
        """The address of this list with something else asked for, from its beginning."""
        return Place(self.asked, "why.index", **(self.which.kept | other)).here

    def decided(self, **other: object) -> str:
        """The same of what is decided; nothing that is open is decided in any way."""
        only = None if self.which.only == "open" else self.which.kept["only"]
        return self.to(only=only, **other)

    def count(self, only: Only, about: Domain | None) -> int:
        """How many there are of a kind, with the words that were asked for."""
        wanted = Wanted(RESULTS[only], about)
        return sum(number for kind, number in self.part.counts.items() if wanted.fits(kind))

    @property
    def found(self) -> int:
        """How many there are of what was asked for."""
        if self.which.only == "open":
            return self.ideas.number
        has_open = self.which.only == "all" and not self.which.about and not self.which.narrow
        ideas = self.ideas.number if has_open else 0
        return self.count(self.which.only, self.which.about) + ideas

    def by_result(self) -> list[Chip]:
        """What came of it."""
        return [
            Chip(
                words,
                picture,
                self.to(only=None if only == "all" else only),
                self.count(only, self.which.about),
                only == self.which.only,
            )
            for only, words, picture in BY_RESULT
        ]

    def still_open(self) -> Chip:
        """What nothing has come of yet."""
        href, here = self.to(only="open", about=None, **NOTHING), self.which.only == "open"
        return Chip("Still open", "talk", href, self.ideas.number, here)

    def by_domain(self) -> list[Chip]:
        """What it is about, where that was said of any."""
        only: Only = "all" if self.which.only == "open" else self.which.only
        kept = None if only == "all" else only
        said = {kind.domain for kind in self.part.counts}
        if not said - {Domain.NOT_STATED}:
            return []
        number, here = self.count(only, None), self.which.about is None
        return [
            Chip("About all", "look", self.to(only=kept, about=None), number, here),
            *(
                Chip(
                    words,
                    picture,
                    self.to(only=kept, about=domain),
                    self.count(only, domain),
                    domain == self.which.about,
                )
                for domain, (words, picture) in ABOUT.items()
                if domain in said or domain == self.which.about
            ),
        ]

    def chosen(self) -> list[str]:
        """What is shown alone, in words."""
        told = {only: words for only, words, _ in BY_RESULT} | {"open": "Still open"}
        result = [] if self.which.only == "all" else [told[self.which.only]]
        about = [ABOUT[self.which.about][0]] if self.which.about else []
        return [*result, *about, *self.which.narrow_chosen]

    def pager(self) -> Pager:
        """Ten decisions back, ten on."""
        part, shown = self.part, self.part.decided
        back = self.to(before=part.back) if self.which.before and part.newer else None
        on = self.to(before=shown[-1].position) if part.more else None
        of = self.count(self.which.only, self.which.about)
        return Pager(back, on, _places(part.newer, len(shown), of))

    def ideas_pager(self) -> Pager:
        """Ten ideas back, ten on."""
        which, shown = self.which, len(self.ideas.some)
        back = self.to(page=which.page - 1) if which.page > 1 else None
        on = self.to(page=which.page + 1) if which.skip + shown < self.ideas.number else None
        return Pager(back, on, _places(which.skip, shown, self.ideas.number))


def _places(before: int, shown: int, number: int) -> str:
    return f"{before + 1} to {before + shown} of {number}" if shown else ""


def _open(idea: ProposalSeen) -> OpenIdea:
    voting = idea.stage is Stage.OPEN
    planned = idea.stage is Stage.PLANNED and idea.opened_at
    return OpenIdea(
        proposal=str(idea.proposal),
        question=idea.title,
        by=Person(str(idea.idea_by), idea.idea_by_name or "") if idea.idea_by else None,
        picture=picture_of(idea.title),
        voting=voting,
        closes=g.clock.tell_end(idea.closes_at) if voting else None,
        begins=g.clock.tell(idea.opened_at) if planned else None,
    )


def _decided(decision: DecisionSeen, asked: AskedStop) -> Decided:
    outcome = OUTCOME[decision.outcome.result]
    return Decided(
        proposal=str(decision.proposal),
        sentence=decision.title,
        picture=picture_of(decision.title),
        outcome=outcome,
        word=LOUD.get(outcome) or ", ".join(decision.chosen),
        on=g.clock.tell(decision.decided_at, to_the_day=True),
        how=_how(decision),
        now=in_short(decision, asked.moment, asked.stop[1]),
        rule=by.short if (by := rule_of(decision)) else "",
    )


def _how(decision: DecisionSeen) -> str:
    out = f" {decision.recused} stayed out." if decision.recused else ""
    return f"{_by_which_votes(decision)}{out}"


def _by_which_votes(decision: DecisionSeen) -> str:
    match decision.tally:
        case ChoiceTally(yes=yes, no=no):
            return f"{yes} said yes, {no} said no."
        case OptionTally(ballots=ballots):
            return f"{ballots} voted."
        case RankedTally(ballots=ballots):
            return f"{ballots} put the ideas in order."
        case _:
            return HOW.get(decision.route, "")
