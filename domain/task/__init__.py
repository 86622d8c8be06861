"""A job: what there is to do, who has it, and how it passes from one person to another."""

from domain.act import Act
from domain.authority import Authority
from domain.errors import Malformed
from domain.events import TaskAdded, TaskAmended
from domain.ids import CommitteeId, PlanId
from domain.kinds import Stake
from domain.sealed import Sealed
from domain.task.ending import Ending
from domain.task.handing_over import HandingOver
from domain.task.holding import Holding
from domain.task.state import TaskEvent, change_of
from domain.task.taking_over import TakingOver
from domain.values import Due

__all__ = ["Task", "TaskEvent"]


class Task(Holding, HandingOver, TakingOver, Ending):
    """One job, its holders, and what is waiting for somebody's answer."""

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
        _must_be_for_somebody(people)
        task = cls.begin(act)
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
            authority=authority.to_plan(change_of(task, committee, plan)),
        )
        return task

    def amend(  # noqa: PLR0913 -- a task is told with all of this
        self,
        act: Act,
        title: Sealed,
        authority: Authority,
        *,
        plan: PlanId | None = None,
        due: Due | None = None,
        place: Sealed | None = None,
        people: int = 1,
        needs: Sealed | None = None,
        stake: Stake | None = None,
    ) -> None:
        """Say anew what there is to do, all of it. Whoever has the job keeps it."""
        self._must_go_on()
        _must_be_for_somebody(people)
        self.record(
            TaskAmended,
            act,
            plan=plan,
            title=title,
            due=due,
            place=place,
            people=people,
            needs=needs,
            stake=stake,
            authority=self._cited(authority),
        )


def _must_be_for_somebody(people: int) -> None:
    if people < 1:
        raise Malformed("A job is for one person or more.")
