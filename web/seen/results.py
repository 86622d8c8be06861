"""What was decided, and how, as a page shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from flask import g, url_for

from domain.events import LineWritten, TaskAdded
from domain.ids import PersonId, PlanId, TaskId
from domain.kinds import ObjectionGround, Resolution, Route, Through
from domain.values import EventId
from domain.voting.answers import Choice
from domain.voting.tally import Result
from projections.audit import Entry
from projections.plan import LineSeen, PlanSeen, in_words
from projections.seen import BallotSeen, DecisionSeen, ObjectionSeen, ProposalSeen
from projections.ways import Way
from web.clock import Moment
from web.seen.by_rule import ByRule, rule_of
from web.seen.came_out import Number, counts_of, hands_of, order_of, tied
from web.seen.counting import Counting, counting
from web.seen.discreetly import NOT_WHOSE, sees_names
from web.seen.electing import Elected, elected
from web.seen.help import helped_in_all
from web.seen.ideas import silent
from web.seen.interests import stayed_out
from web.seen.jobs import shown
from web.seen.lots import Lots, lots_drawn
from web.seen.new_mandate import (
    EndWanted,
    MandateWanted,
    end_of_mandate,
    granted,
    new_mandate,
)
from web.seen.new_rule import NewRule, new_rule
from web.seen.one_mandate import find
from web.seen.own_gain import Told, interests
from web.seen.papers import said_in_words
from web.seen.people import Person, people
from web.seen.votes import in_votes
from web.seen.ways import other_ways, ways_of
from web.services import services

Loud = Literal["yes", "no", "none", "chosen"]
OUTCOME: dict[Result, Loud] = {
    Result.ADOPTED: "yes",
    Result.REJECTED: "no",
    Result.CHOSEN: "chosen",
    Result.NO_QUORUM: "none",
    Result.UNDECIDED: "none",
}
NOBODY = "Nobody voted."
WORRIED = {
    ObjectionGround.MONEY: " about money",
    ObjectionGround.SAFETY: " about being safe",
    ObjectionGround.FAIRNESS: " about being fair",
    ObjectionGround.OTHER: "",
    ObjectionGround.NOT_STATED: "",
}
"""What a worry is about, as the end of a sentence that says whose it is."""
LOUD = {"yes": "YES", "no": "NO", "none": "Not yet"}
HOW = {
    Route.CONSENSUS: "We talked until we all agreed.",
    Route.DELEGATED_MEMBER: "A member decided this alone, as we had agreed.",
    Route.DELEGATED_JOINT: "Some of us decided this together, as we had agreed.",
    Route.DELEGATED_STAFF: "Staff decided this, as we had agreed.",
    Route.URGENT: "This could not wait.",
    Route.STEP_IN: "Staff stepped in.",
    Route.STAFF_ALONE: "Staff decided this alone.",
    Route.TRUSTEES: "The trustees decided this.",
    Route.UNDOCUMENTED: "Nobody wrote down how this was decided.",
}


@dataclass(frozen=True, slots=True)
class Tile:
    """How one person voted, and by which way where it was not their own screen."""

    person: Person
    answer: str
    word: str | None = None
    way: str = ""


@dataclass(frozen=True, slots=True)
class WorryTold:
    """A worry and what became of it."""

    id: str
    words: str
    by: Person | None
    ground: str
    answers: tuple[str, ...]
    better: list[Moment]
    why: str
    ending: Resolution | Literal["open"]
    on: Moment | None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the record, for those who check."""

    position: int
    topic: str
    leaf: int
    on: Moment


@dataclass(frozen=True, slots=True)
class LineMade:
    """A line of a plan that rests on this decision."""

    label: str
    kind: str
    words: str
    plan: str


@dataclass(frozen=True, slots=True)
class TaskMade:
    """A job that rests on this decision."""

    task: str
    title: str
    holders: list[Person]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """What ``result.html`` shows."""

    proposal: str
    question: str
    outcome: Loud
    chosen: list[str]
    sentence: str
    on: Moment
    counts: list[Number]
    order: list[str]
    ties: list[str]
    counting: Counting
    tiles: list[Tile]
    rule: str
    how: str
    reason: str
    worries: list[WorryTold]
    lines: list[LineMade]
    tasks: list[TaskMade]
    is_over: bool
    record: list[Row]
    decision: EventId
    plan: str | None
    picture: str | None = None
    cost: str = ""
    tiles_hidden: str = ""
    interests: list[Told] = field(default_factory=list)
    stayed_out: str = ""
    helped: str = ""
    new_rule: NewRule | None = None
    new_mandate: MandateWanted | None = None
    end_of_mandate: EndWanted | None = None
    grants: str = ""
    """The page of the mandate that was granted because of it, where this committee has it."""
    elected: Elected | None = None
    ways: str = ""
    on_paper: bool = False
    by_rule: ByRule | None = None
    nobody_could: bool = False
    in_votes: str = ""
    weighs: bool = False
    lots: Lots | None = None

    @property
    def said_yes(self) -> bool:
        """Whether something may be planned on the strength of this."""
        return self.outcome in ("yes", "chosen")

    @property
    def is_of_rights(self) -> bool:
        """Whether it is about how we decide, or who does what alone: it plans no night."""
        return bool(self.new_rule or self.new_mandate or self.end_of_mandate)


def result_page(idea: ProposalSeen, decision: DecisionSeen) -> ResultPage:
    """A decision, with every ballot behind it."""
    plan = next(iter(services().plans.ahead(idea.committee, g.clock.today)), None)
    changed = services().audit.changed_by(decision.event)
    given = ways_of(idea)
    by_hand = dict(given).get(Way.HANDS, 0) > 0
    missing = [] if by_hand else _missing(idea)
    mine, by_rule = idea.ballot_of(g.viewer.person), rule_of(decision)
    if by_rule and idea.is_of_people:
        by_rule = by_rule.of_people
    return ResultPage(
        proposal=str(idea.proposal),
        question=idea.title,
        outcome=OUTCOME[decision.outcome.result],
        chosen=list(decision.chosen),
        sentence=services().decisions.explanation(idea.proposal)
        or (NOBODY if _is_ours(idea) else ""),
        on=g.clock.tell(decision.decided_at, to_the_day=decision.to_the_day),
        counts=hands_of(decision.tally) if by_hand else counts_of(idea, len(missing)),
        order=order_of(decision, idea.options),
        ties=tied(decision, idea.options),
        counting=counting(
            decision.terms,
            decision.tally,
            {one.option: one.title for one in idea.options},
            people=idea.is_of_people,
        ),
        tiles=[] if by_hand else tiles(idea),
        rule=" ".join(by_rule.sentences) if by_rule else "",
        how="" if decision.tally and decision.terms else HOW.get(decision.route, ""),
        reason=decision.reason or "",
        worries=[worry_told(worry) for worry in idea.objections],
        lines=_lines(changed, decision.event),
        is_over=bool(changed),
        tasks=_tasks(changed),
        record=rows(services().audit.story(idea.proposal)),
        decision=decision.event,
        plan=str(plan.plan) if plan else None,
        cost=in_words(idea.amount) if idea.amount else "",
        helped=helped_in_all(idea),
        new_rule=new_rule(idea),
        new_mandate=new_mandate(idea),
        end_of_mandate=end_of_mandate(idea),
        grants=_granted(idea),
        elected=elected(idea, decision),
        ways=other_ways(given, people=_weighs(decision)),
        on_paper=bool(mine and mine.slip),
        by_rule=by_rule,
        nobody_could=_is_ours(idea) and decision.entitled == 0,
        weighs=_weighs(decision),
        lots=lots_drawn(idea, decision),
        in_votes=in_votes(decision.terms, decision.tally),
        interests=interests(idea),
        stayed_out=stayed_out(idea, decision),
        tiles_hidden="" if sees_names() or not idea.counted_ballots else NOT_WHOSE,
    )


def _granted(idea: ProposalSeen) -> str:
    made = granted(idea)
    is_here = made is not None and find(idea.committee, made.mandate) is not None
    return url_for("mandates.show", mandate=made.mandate) if made and is_here else ""


def rows(entries: Iterable[Entry]) -> list[Row]:
    """Entries of the log, for those who check."""
    return [
        Row(e.position, e.topic, e.leaf, g.clock.tell(e.at, to_the_day=e.to_the_day))
        for e in entries
    ]


def worry_told(worry: ObjectionSeen) -> WorryTold:
    """A worry with its end, if it has come to one."""
    return WorryTold(
        id=str(worry.objection),
        words=worry.words or "",
        by=Person(str(worry.person), worry.name) if worry.named else None,
        ground=WORRIED[worry.ground],
        answers=worry.answers,
        better=[g.clock.tell(at, to_the_day=True) for at in worry.better],
        why=worry.ending or "",
        ending=worry.how or "open",
        on=g.clock.tell(worry.resolved_at, to_the_day=True) if worry.resolved_at else None,
    )


def _weighs(decision: DecisionSeen) -> bool:
    """Whether some people had more votes than others."""
    return decision.terms is not None and decision.terms.weighs


def _is_ours(idea: ProposalSeen) -> bool:
    """Whether it was put to a vote here, and not only told by a source."""
    return bool(idea.electorate) and (idea.decision is None or idea.decision.stated_outcome is None)


def _missing(idea: ProposalSeen) -> list[PersonId]:
    """Those who could vote and did not."""
    return silent(idea) if _is_ours(idea) or idea.counted_ballots else []


def tiles(idea: ProposalSeen) -> list[Tile]:
    """How each person voted, and who did not; told to nobody outside the committee."""
    if not sees_names():
        return []
    said = [
        Tile(
            Person(str(b.voter), b.name),
            b.answer.value if isinstance(b.answer, Choice) else "option",
            None if isinstance(b.answer, Choice) else said_in_words(b.answer, idea.options),
            _way(b),
        )
        for b in idea.counted_ballots
    ]
    return [*said, *(Tile(who, "none") for who in people(_missing(idea)))]


def _way(ballot: BallotSeen) -> str:
    """How somebody voted, where it was not on their own screen."""
    if ballot.slip:
        return "on paper"
    by = ballot.recorded_by
    if by in (None, ballot.voter) or ballot.through is not Through.OWN_SCREEN:
        return ""
    return f"by {services().naming.name(by)}"


def _lines(changed: list[Entry], decision: EventId) -> list[LineMade]:
    """The lines that still rest on this decision, on plans that are not over."""
    written = dict.fromkeys(e.stream for e in changed if e.topic == LineWritten.TOPIC)
    plans = [plan for key in written if (plan := services().plans.plan(PlanId(key)))]
    return [
        _line(plan, li)
        for plan in plans
        if plan.on is None or plan.on.day >= g.clock.today
        for li in plan.lines
        if li.authority == decision
    ]


def _line(plan: PlanSeen, line: LineSeen) -> LineMade:
    return LineMade(line.label, line.kind, line.value, str(plan.plan))


def _tasks(changed: list[Entry]) -> list[TaskMade]:
    """The jobs that come of it and are still to do."""
    added = (TaskId(entry.stream) for entry in changed if entry.topic == TaskAdded.TOPIC)
    tasks = [task for key in added if (task := services().tasks.task(key))]
    return [
        TaskMade(str(task.task), task.title, shown(task.holders)) for task in tasks if task.is_open
    ]
