"""A job: who holds it, and how it passes from one person to another by two acts of two people."""

from collections.abc import Collection
from datetime import datetime
from typing import assert_never

from domain.act import Act
from domain.aggregate import Aggregate
from domain.authority import Authority
from domain.errors import Malformed, NotEligible, NotOpen
from domain.events import (
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverWithdrawn,
    TaskAdded,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskTaken,
)
from domain.ids import CommitteeId, PersonId, PlanId
from domain.kinds import Stake
from domain.sealed import Sealed
from domain.values import Actor, Due

TaskEvent = (
    TaskAdded
    | TaskTaken
    | TaskLaidDown
    | HandoverOffered
    | HandoverAccepted
    | HandoverDeclined
    | HandoverWithdrawn
    | TaskDone
    | TaskDropped
)


class Task(Aggregate):
    """One job, its holders, and the offers that are waiting for an answer."""

    STREAM = "task"
    WHAT = "job"
    committee: CommitteeId

    @classmethod
    def add(  # noqa: PLR0913 -- a task is told with all of this
        cls,
        act: Act,
        committee: CommitteeId,
        title: Sealed,
        authority: Authority,
        *,
        plan: PlanId | None = None,
        due: Due | None = None,
        place: Sealed | None = None,
        people: int = 1,
        needs: Sealed | None = None,
        stake: Stake | None = None,
    ) -> "Task":
        """Say that there is something to do."""
        if people < 1:
            raise Malformed("A job is for one person or more.")
        cited = authority.to_plan(committee)
        task = cls.begin()
        task.record(
            TaskAdded,
            act,
            committee=committee,
            title=title,
            plan=plan,
            due=due,
            place=place,
            people=people,
            needs=needs,
            stake=stake,
            authority=cited,
        )
        return task

    def take(self, act: Act, person: PersonId) -> None:
        """Take the job on. Where somebody holds it and more are needed, share it."""
        self._must_go_on()
        self._must_be_own(act, person)
        if person in self.holders:
            return
        if len(self.holders) >= self.people and not act.is_import:
            raise NotOpen("Somebody has this job already. Ask them to give it to you.")
        self.record(TaskTaken, act, person=person)

    def lay_down(self, act: Act, person: PersonId) -> None:
        """Say that one cannot do it after all. Offers that one made end with it."""
        self._must_go_on()
        self._must_be_own(act, person)
        self._must_hold(person)
        self._end_offers(act, of=person)
        self.record(TaskLaidDown, act, person=person)

    def offer(  # noqa: PLR0913 -- an offer is told with all of this
        self,
        act: Act,
        giver: PersonId,
        taker: PersonId,
        *,
        share: bool = False,
        note: Sealed | None = None,
        answer_by: datetime | None = None,
    ) -> None:
        """Ask somebody to take the job over. It stays the giver's until they say yes."""
        self._must_go_on()
        self._must_be_own(act, giver)
        self._must_hold(giver)
        if taker in self.holders:
            raise Malformed("They have this job already.")
        if taker in self.offers:
            if self.offers[taker] == giver:
                return
            raise NotOpen("Somebody else has asked them already. Wait for their answer.")
        self.record(
            HandoverOffered,
            act,
            giver=giver,
            taker=taker,
            share=share,
            note=note,
            answer_by=answer_by,
        )

    def accept(self, act: Act, taker: PersonId) -> None:
        """Say yes to an offer: the job is theirs now, and nobody else is asked for it any more."""
        self._must_go_on()
        giver = self._offer_to(act, taker)
        self.record(HandoverAccepted, act, giver=giver, taker=taker)
        if giver not in self.holders:
            self._end_offers(act, of=giver)

    def decline(self, act: Act, taker: PersonId) -> None:
        """Say no thank you to an offer. No reason is needed."""
        giver = self._offer_to(act, taker)
        self.record(HandoverDeclined, act, giver=giver, taker=taker)

    def withdraw_offer(self, act: Act, giver: PersonId, taker: PersonId) -> None:
        """Take an offer back before it is answered."""
        self._must_be_own(act, giver)
        if self.offers.get(taker) != giver:
            raise NotOpen("This was answered already, or never asked.")
        self.record(HandoverWithdrawn, act, giver=giver, taker=taker)

    def finish(self, act: Act, by: Collection[PersonId]) -> None:
        """The job is done. Offers that are waiting end with it."""
        self._must_go_on()
        if not act.is_import:
            for person in (act.actor, *by):
                self._must_hold(person)
        self._end_offers(act)
        self.record(TaskDone, act, by=tuple(by))

    def drop(self, act: Act, authority: Authority) -> None:
        """The job is not needed any more."""
        self._must_go_on()
        self._end_offers(act)
        self.record(TaskDropped, act, authority=authority.to_plan(self.committee))

    def release(self, act: Act, person: PersonId) -> None:
        """Somebody left the committee: their offers end and the job is free again."""
        if self.is_over:
            return
        for taker, giver in list(self.offers.items()):
            if person in (taker, giver):
                self.record(HandoverWithdrawn, act, giver=giver, taker=taker)
        if person in self.holders:
            self.record(TaskLaidDown, act, person=person)

    def _end_offers(self, act: Act, of: PersonId | None = None) -> None:
        for taker, giver in list(self.offers.items()):
            if of in (None, giver):
                self.record(HandoverWithdrawn, act, giver=giver, taker=taker)

    def _must_go_on(self) -> None:
        if self.is_over:
            raise NotOpen("This job is over.")

    def _must_hold(self, person: Actor) -> None:
        if person not in self.holders:
            raise NotEligible("Only somebody who has this job can do this.")

    def _offer_to(self, act: Act, taker: PersonId) -> PersonId:
        self._must_be_own(act, taker)
        if taker not in self.offers:
            raise NotEligible("Only the person who was asked can answer, and only once.")
        return self.offers[taker]

    def when(self, event: TaskEvent) -> None:
        match event:
            case TaskAdded():
                self.committee, self.people = event.committee, event.people
                self.holders: set[PersonId] = set()
                self.offers: dict[PersonId, PersonId] = {}
                self.shares: set[PersonId] = set()
                self.is_over = False
            case TaskTaken():
                self.holders.add(event.person)
            case TaskLaidDown():
                self.holders.discard(event.person)
            case HandoverOffered():
                self.offers[event.taker] = event.giver
                if event.share:
                    self.shares.add(event.taker)
            case HandoverAccepted():
                self.offers.pop(event.taker, None)
                self.holders.add(event.taker)
                if event.taker not in self.shares:
                    self.holders.discard(event.giver)
                self.shares.discard(event.taker)
            case HandoverDeclined() | HandoverWithdrawn():
                self.offers.pop(event.taker, None)
                self.shares.discard(event.taker)
            case TaskDone() | TaskDropped():
                self.is_over = True
            case _:
                assert_never(event)
