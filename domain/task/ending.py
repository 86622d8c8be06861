"""How a job ends: done, not done, not needed any more; and how it begins again."""

from collections.abc import Collection

from domain.act import Act
from domain.authority import Authority
from domain.errors import NoAuthority, NotOpen
from domain.events import TaskDone, TaskDropped, TaskNotDone, TaskReopened
from domain.ids import PersonId
from domain.task.state import TaskState
from domain.values import Due, LocalMoment


class Ending(TaskState):
    """The end of a job."""

    def finish(self, act: Act, by: Collection[PersonId]) -> None:
        """The job is done, and these did it: whoever had it, or somebody else, as it was.

        Where somebody else did it, whoever had it is asked what that was. Offers that are waiting
        end with it.
        """
        self._must_go_on()
        self._end_offers(act)
        self.record(TaskDone, act, by=tuple(dict.fromkeys(by)))

    def note_not_done(self, act: Act, plan_on: LocalMoment | None = None) -> None:
        """The time is over and the job was not done; ``plan_on`` is when its occasion is."""
        self._must_go_on()
        due = (self.due or Due()).moment(plan_on)
        if due and not due.has_come(act.happened_at) and not act.is_import:
            raise NotOpen("There is still time for this job.")
        self._end_offers(act)
        self.record(TaskNotDone, act)

    def reopen(self, act: Act) -> None:
        """There is more to do after all. It is still the job of whoever had it."""
        if self.is_dropped:
            raise NoAuthority("The committee dropped this job. If it is needed, add it anew.")
        if self.is_over:
            self.record(TaskReopened, act)

    def drop(self, act: Act, authority: Authority) -> None:
        """The job is not needed any more."""
        self._must_go_on()
        self._end_offers(act)
        self.record(TaskDropped, act, authority=self._cited(authority))
