"""What a task's stream tells later decisions: who holds it, who was asked, who took it over."""

from collections.abc import Collection
from typing import assert_never

from domain.act import Act
from domain.aggregate import Aggregate
from domain.authority import Authority, Change
from domain.errors import NotEligible, NotOpen
from domain.events import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverReported,
    HandoverWithdrawn,
    HelpAsked,
    HelpGiven,
    TakeoverAnswered,
    TaskAdded,
    TaskAmended,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskNotDone,
    TaskReopened,
    TaskReturned,
    TaskShadowed,
    TaskTaken,
    TaskTakenOver,
)
from domain.ids import CommitteeId, PersonId, PlanId
from domain.kinds import Domain, Help, TakeoverAnswer
from domain.values import Actor, Due, EventId

TaskEvent = (
    TaskAdded
    | TaskAmended
    | TaskTaken
    | TaskShadowed
    | TaskLaidDown
    | HandoverOffered
    | HandoverAccepted
    | HandoverDeclined
    | HandoverWithdrawn
    | HandoverReported
    | TaskTakenOver
    | TakeoverAnswered
    | TaskReturned
    | HelpAsked
    | HelpGiven
    | TaskDone
    | TaskNotDone
    | TaskReopened
    | TaskDropped
)


class TaskState(Aggregate):
    """One job as its events tell it."""

    STREAM = "task"
    WHAT = "job"
    committee: CommitteeId
    plan: PlanId | None
    due: Due | None

    def _end_offers(self, act: Act, of: PersonId | None = None) -> None:
        """Nobody is asked any more; or nobody by this giver."""
        for taker, giver in list(self.offers.items()):
            if of in (None, giver):
                self._end_offer_to(act, taker)

    def _end_offer_to(self, act: Act, taker: PersonId) -> None:
        """This person is not asked any more. No source tells of that, so the program does."""
        if taker in self.offers:
            giver, so = self.offers[taker], act.by_program() if act.is_import else act
            self.record(HandoverWithdrawn, so, giver=giver, taker=taker)

    def _must_go_on(self) -> None:
        if self.is_over:
            raise NotOpen("This job is over.")

    def _must_hold(self, person: Actor) -> None:
        if person not in self.holders:
            raise NotEligible("Only somebody who has this job can do this.")

    def _cited(self, authority: Authority) -> EventId | None:
        return authority.to_plan(change_of(self, self.committee, self.plan))

    def when(self, event: TaskEvent) -> None:
        match event:
            case TaskAdded():
                self._begin(event)
            case TaskAmended():
                self.plan, self.due, self.people = event.plan, event.due, event.people
            case TaskTaken():
                self._move((), [event.person])
            case TaskShadowed():
                self.learners.add(event.person)
            case TaskLaidDown():
                self._move([event.person], ())
            case HandoverOffered():
                self._was_offered(event)
            case HandoverAccepted():
                self._was_accepted(event)
            case HandoverDeclined() | HandoverWithdrawn():
                self._forget_offer(event.taker)
            case HandoverReported():
                self._move(event.givers, event.takers)
                self._forget_offers_overtaken()
            case TaskTakenOver():
                self._move([event.giver], [event.taker])
                self.takeovers[event.giver, event.taker] = None
                self.to_return.add((event.giver, event.taker))
            case TakeoverAnswered():
                self.takeovers[event.giver, event.taker] = event.answer
            case TaskReturned():
                self._move([event.giver], [event.taker])
                self.to_return.discard((event.taker, event.giver))
            case HelpAsked():
                self.helped.clear()
                self.help_asked.add((event.person, event.kind))
            case HelpGiven():
                self._was_helped(event)
            case TaskDone():
                self._did(event.by)
                self.is_over = True
            case TaskNotDone():
                self.is_over = True
            case TaskDropped():
                self.is_over = self.is_dropped = True
            case TaskReopened():
                self.is_over = False
            case _:
                assert_never(event)

    def _begin(self, event: TaskAdded) -> None:
        self.committee, self.plan = event.committee, event.plan
        self.due = event.due
        self.people = event.people
        self.holders: set[PersonId] = set()
        self.learners: set[PersonId] = set()
        self.offers: dict[PersonId, PersonId] = {}
        self.shares: set[PersonId] = set()
        self.takeovers: dict[tuple[PersonId, PersonId], TakeoverAnswer | None] = {}
        self.to_return: set[tuple[PersonId, PersonId]] = set()
        self.help_asked: set[tuple[PersonId, Help]] = set()
        self.helped: set[tuple[PersonId, Help]] = set()
        self.is_over = self.is_dropped = False

    def _was_offered(self, event: HandoverOffered) -> None:
        self.offers[event.taker] = event.giver
        if event.share:
            self.shares.add(event.taker)

    def _was_accepted(self, event: HandoverAccepted) -> None:
        givers = () if event.taker in self.shares else [event.giver]
        self._forget_offer(event.taker)
        self._move(givers, [event.taker])

    def _move(self, givers: Collection[PersonId], takers: Collection[PersonId]) -> None:
        self.holders.difference_update(givers)
        self.holders.update(takers)
        self.learners.difference_update(takers)
        self.help_asked -= {asked for asked in self.help_asked if asked[0] not in self.holders}

    def _was_helped(self, event: HelpGiven) -> None:
        kinds = set(Help) if event.kind is Help.NOT_STATED else {event.kind}
        self.help_asked -= {asked for asked in self.help_asked if asked[1] in kinds}
        self.helped.add((event.by, event.kind))

    def _forget_offers_overtaken(self) -> None:
        for taker, giver in list(self.offers.items()):
            if taker in self.holders or giver not in self.holders:
                self._forget_offer(taker)

    def _forget_offer(self, taker: PersonId) -> None:
        self.offers.pop(taker, None)
        self.shares.discard(taker)

    def _did(self, by: Collection[PersonId]) -> None:
        """Where others did it and none of the holders, each holder may say what that was."""
        if not self.holders & set(by):
            self.takeovers |= {(holder, did): None for holder in self.holders for did in by}


def change_of(task: TaskState, committee: CommitteeId, plan: PlanId | None) -> Change:
    """What a right is asked for when this job is to change."""
    streams = frozenset([task.id, plan] if plan else [task.id])
    return Change(committee, streams, frozenset([Domain.PROGRAMME]))
