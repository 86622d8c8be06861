"""Step-ins: acting for safety, telling of it, and looking at it together afterwards."""

from collections.abc import Collection
from datetime import datetime

from domain.act import Act
from domain.commands.common import Commands
from domain.committee import Committee
from domain.errors import NotFound
from domain.events import Event
from domain.ids import CommitteeId, PersonId, StepInId, StreamId
from domain.kinds import Audience, Finding, Format, StepInGround
from domain.ledger import Desk
from domain.person import Person
from domain.values import EventId


class StepInCommands(Commands):
    """What is done about step-ins."""

    def step_in(  # noqa: PLR0913 -- a step-in is told with all of this
        self,
        act: Act,
        committee: CommitteeId,
        grounds: StepInGround,
        *,
        person: PersonId | None = None,
        less_restrictive_tried: bool | None = None,
        touches: Collection[StreamId] = (),
        ends: datetime | None = None,
    ) -> StepInId:
        """Act for safety without the committee, with a reason; it is over after 72 hours."""
        who = person or (None if isinstance(act.actor, str) else act.actor)

        def step(desk: Desk) -> StepInId:
            group = desk.get(Committee, committee)
            for stream in touches:
                if self._committee_of(desk, stream) != committee:
                    raise NotFound("This belongs to another committee.")
            return group.step_in(
                act,
                who,
                grounds,
                less_restrictive_tried=less_restrictive_tried,
                touches=touches,
                ends=ends,
            )

        return self._do(step)

    def tell_step_in(
        self,
        act: Act,
        committee: CommitteeId,
        step_in: StepInId,
        to: Audience = Audience.COMMITTEE,
        how: Format = Format.NOT_STATED,
    ) -> None:
        """Note that people were told of a step-in, and how."""
        self._do(lambda desk: desk.get(Committee, committee).tell_step_in(act, step_in, to, how))

    def lift_step_in(self, act: Act, committee: CommitteeId, step_in: StepInId) -> None:
        """End a step-in before its time."""
        self._do(lambda desk: desk.get(Committee, committee).lift_step_in(act, step_in))

    def review_step_in(  # noqa: PLR0913 -- a review is told with all of this
        self,
        act: Act,
        committee: CommitteeId,
        step_in: StepInId,
        finding: Finding,
        reviewers: Collection[PersonId] = (),
        led_to: Collection[EventId] = (),
    ) -> None:
        """Say whether a step-in was right, and what has changed because of it since."""

        def review(desk: Desk) -> None:
            for reviewer in reviewers:
                desk.get(Person, reviewer)
            changes = [self._change(desk, committee, event) for event in led_to]
            desk.get(Committee, committee).review_step_in(act, step_in, finding, reviewers, changes)

        self._do(review)

    def _change(self, desk: Desk, committee: CommitteeId, event: EventId) -> Event:
        """Something that this committee changed."""
        found = self.event_here(event)
        if self._committee_of(desk, found.originator_id) != committee:
            raise NotFound("Another committee changed that. Name a change of this one.")
        return found
