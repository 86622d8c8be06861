"""Having a job: taking it, learning it, getting help with it, laying it down."""

from domain.act import Act
from domain.errors import Malformed, NotEligible, NotOpen
from domain.events import HelpAsked, HelpGiven, TaskLaidDown, TaskShadowed, TaskTaken
from domain.ids import PersonId
from domain.kinds import Help
from domain.task.state import TaskState


class Holding(TaskState):
    """Who has a job, who learns it, and who helps."""

    def take(self, act: Act, person: PersonId) -> None:
        """Take the job on. Where somebody holds it and more are needed, share it."""
        self._must_go_on()
        self._must_be_own(act, person)
        if person in self.holders:
            return
        if len(self.holders) >= self.people and not act.is_import:
            raise NotOpen("Somebody has this job already. Ask them to give it to you.")
        self.record(TaskTaken, act, person=person)

    def shadow(self, act: Act, person: PersonId) -> None:
        """Learn the job beside somebody who has it."""
        self._must_go_on()
        self._must_be_own(act, person)
        if person in self.learners:
            return
        if person in self.holders:
            raise Malformed("You have this job already.")
        if not self.holders and not act.is_import:
            raise NotOpen("Nobody has this job yet. You can take it.")
        self.record(TaskShadowed, act, person=person)

    def lay_down(self, act: Act, person: PersonId) -> None:
        """Say that one cannot do it after all. Offers that one made end with it."""
        self._must_go_on()
        self._must_be_own(act, person)
        self._must_hold(person)
        self._end_offers(act, of=person)
        self.record(TaskLaidDown, act, person=person)

    def ask_help(self, act: Act, person: PersonId, kind: Help = Help.NOT_STATED) -> None:
        """Ask for help with it. Asking twice before help came adds nothing."""
        self._must_go_on()
        self._must_be_own(act, person)
        self._must_hold(person)
        if (person, kind) not in self.help_asked:
            self.record(HelpAsked, act, person=person, kind=kind)

    def give_help(self, act: Act, by: PersonId, kind: Help = Help.NOT_STATED) -> None:
        """Say that somebody helped, asked or not. It stays the job of whoever has it."""
        if not act.is_import:
            if act.actor != by and act.actor not in self.holders:
                raise NotEligible("The person who helped can say this, or who has the job.")
            if not self.holders - {by}:
                raise Malformed("Nobody else has this job. Doing it alone is not helping.")
        if (by, kind) not in self.helped:
            self.record(HelpGiven, act, by=by, kind=kind)

    def release(self, act: Act, person: PersonId) -> None:
        """Somebody left the committee: their offers end and the job is free again."""
        if self.is_over:
            return
        self._end_offers(act, of=person)
        self._end_offer_to(act, person)
        if person in self.holders:
            self.record(TaskLaidDown, act, person=person)
