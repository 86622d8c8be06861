"""What can be compared of what questions answer with: one aspect of one thing each, in words.

The first aspect of a thing stands for the whole of it: where the thing is there at only one of two
stops, no other is told.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from domain.events import (
    BallotCast,
    BallotWithdrawn,
    Event,
    HandoverAccepted,
    HandoverReported,
    LineDropped,
    PersonRecused,
    PlanMade,
    PlanMoved,
    ProposalAmended,
    ProposalDeclined,
    ProposalDeferred,
    ProposalMade,
    ProposalWithdrawn,
    TaskAdded,
    TaskAmended,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskNotDone,
    TaskReopened,
    TaskReturned,
    TaskTaken,
    TaskTakenOver,
    VoterAdded,
    VoterDropped,
    VotingClosed,
    VotingExtended,
    VotingOpened,
)
from domain.values import EventId
from domain.voting.tally import Result
from projections.plan_seen import PlanSeen
from projections.plan_sentences import EVERY
from projections.proposal_sentences import OUTCOMES
from projections.seen import DecisionSeen, ProposalSeen, Stage
from projections.tasks_seen import TaskSeen
from projections.wording import day_in_words, listed, moment_in_words, quoted

Kinds = tuple[type[Event], ...]

HELD: Kinds = (
    TaskTaken,
    TaskLaidDown,
    HandoverAccepted,
    HandoverReported,
    TaskTakenOver,
    TaskReturned,
)
ENDED: Kinds = (TaskDone, TaskNotDone, TaskReopened, TaskDropped)
SETTLED: Kinds = (TaskAdded, TaskAmended)
WORDED: Kinds = (ProposalMade, ProposalAmended)
VOTED: Kinds = (
    ProposalMade,
    VotingOpened,
    VotingExtended,
    BallotCast,
    BallotWithdrawn,
    VoterAdded,
    VoterDropped,
    PersonRecused,
    VotingClosed,
    ProposalWithdrawn,
    ProposalDeclined,
    ProposalDeferred,
)

NOT_ASKED = {
    Stage.MADE: "Nobody has been asked yet",
    Stage.PLANNED: "The vote has not begun yet",
    Stage.OVER: "The vote is over",
    Stage.WITHDRAWN: "It was taken back",
    Stage.DECLINED: "It was not put on the list",
}


@dataclass(frozen=True, slots=True)
class Aspect:
    """How one thing stands in one respect, and where to look for what made it so.

    ``event`` brought it about, where the answer tells that; else it is one of these ``kinds`` in
    these ``streams``.
    """

    thing: UUID
    what: str
    label: str
    value: str
    streams: tuple[UUID, ...]
    event: EventId | None = None
    kinds: Kinds = ()

    def may_come_from(self, event: Event, things: Iterable[UUID]) -> bool:
        """Whether this event, which speaks of these things, can have changed it."""
        is_of_it = self.thing in self.streams or self.thing in things
        return isinstance(event, self.kinds) and is_of_it


def of_plan(seen: PlanSeen) -> Iterator[Aspect]:
    """When an occasion is, whether it happens and comes back, and each of its lines."""
    plan, here = seen.plan, (seen.plan,)
    yield Aspect(plan, "plan", seen.title, seen.title, here, seen.event)
    if seen.on:
        moved = seen.moved.event if seen.moved else seen.event
        yield Aspect(plan, "day", seen.title, moment_in_words(seen.on), here, moved)
    if seen.cancelled:
        yield Aspect(plan, "cancelled", seen.title, "Cancelled", here, seen.cancelled.event)
    if seen.recurs:
        until = f" until {day_in_words(seen.recurs.until)}" if seen.recurs.until else ""
        often = f"Comes back {EVERY[seen.recurs.rhythm]}{until}"
        yield Aspect(plan, "recurrence", seen.title, often, here, seen.recurs.turn.event)
    for line in seen.lines:
        yield Aspect(line.line, "line", line.label, line.value, here, line.event, (LineDropped,))


def of_task(seen: TaskSeen) -> Iterator[Aspect]:
    """What a job is called, who has it, how it stands, and when and where it is to be done."""
    task, here, title = seen.task, (seen.task,), seen.title
    both = (seen.task, seen.plan) if seen.plan else here
    names = [holder.name for holder in seen.holders]
    settled = seen.event
    yield Aspect(task, "title", title, title, here, settled)
    yield Aspect(task, "holders", title, listed(names) or "Nobody", here, kinds=HELD)
    yield Aspect(task, "status", title, seen.status, here, kinds=(*ENDED, *HELD))
    if seen.on:
        due: Kinds = (*SETTLED, PlanMade, PlanMoved)
        yield Aspect(task, "due", title, moment_in_words(seen.on), both, kinds=due)
    if seen.place:
        yield Aspect(task, "place", title, seen.place, here, settled)
    yield Aspect(task, "people", title, str(seen.people), here, settled)
    if seen.plan_title:
        yield Aspect(task, "plan", title, seen.plan_title, here, settled, SETTLED)


def of_decision(seen: DecisionSeen) -> Iterator[Aspect]:
    """What was decided, on which words, and whether it still holds."""
    idea, here = seen.proposal, (seen.proposal,)
    chosen = listed(map(quoted, seen.chosen))
    said = chosen if seen.outcome.result is Result.CHOSEN else OUTCOMES[seen.outcome.result]
    yield Aspect(idea, "state", seen.title, f"Decided: {said}", here, seen.event)
    yield Aspect(idea, "title", seen.title, seen.title, here, kinds=WORDED)
    if seen.reversed:
        yield Aspect(idea, "ended", seen.title, "Holds no longer", here, seen.reversed)


def of_idea(seen: ProposalSeen) -> Iterator[Aspect]:
    """How far an idea has come that is not decided."""
    voted, may = len(seen.counted_ballots), len(seen.electorate)
    state = NOT_ASKED.get(seen.stage) or f"{voted} of {may} have voted"
    idea, here = seen.proposal, (seen.proposal,)
    yield Aspect(idea, "state", seen.title, state, here, kinds=VOTED)
    yield Aspect(idea, "title", seen.title, seen.title, here, kinds=WORDED)
