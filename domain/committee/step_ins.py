"""Step-ins: acting against or without the committee, on a stated ground, for a short while."""

from collections.abc import Collection
from datetime import datetime, timedelta

from domain.act import Act
from domain.committee.rights import Rights
from domain.committee.state import StepIn
from domain.errors import Malformed, NotEligible, NotFound, NotOpen
from domain.events import (
    Authorised,
    DecisionTaken,
    Event,
    StepInApplied,
    StepInLifted,
    StepInReviewed,
    StepInTold,
)
from domain.ids import PersonId, StepInId, StreamId
from domain.kinds import Audience, Finding, Format, Seat, StepInGround
from domain.values import EventId
from domain.voting.tally import Result

AT_MOST = timedelta(hours=72)


class StepIns(Rights):
    """Who stepped in, who was told, and what others found."""

    def step_in(  # noqa: PLR0913 -- a step-in is told with all of this
        self,
        act: Act,
        person: PersonId | None,
        grounds: StepInGround,
        *,
        less_restrictive_tried: bool | None = None,
        touches: Collection[StreamId] = (),
        ends: datetime | None = None,
    ) -> StepInId:
        """Act for safety without the committee; it will be told, and looks at it afterwards."""
        if not act.is_import:
            self._must_step_in_openly(act, person, grounds)
            if less_restrictive_tried is None:
                raise Malformed("Say whether something milder was tried first: yes or no.")
            if not touches:
                raise Malformed("Say what the step-in is about: which plan, job or idea.")
            if ends is None or not act.counts_from < ends <= act.counts_from + AT_MOST:
                raise Malformed("A step-in ends after 72 hours at most. Say when this one ends.")
        name = StepInId(act.fresh(self.step_ins))
        self.record(
            StepInApplied,
            act,
            step_in=name,
            person=person,
            grounds=grounds,
            less_restrictive_tried=less_restrictive_tried,
            touches=tuple(touches),
            ends=ends,
        )
        return name

    def tell_step_in(
        self, act: Act, step_in: StepInId, to: Audience, how: Format = Format.NOT_STATED
    ) -> None:
        """Note that people were told of a step-in. The same twice adds nothing."""
        known = self._known(step_in)
        self._must_sit_now(act, act.actor)
        if (to, how) not in known.told:
            self.record(StepInTold, act, step_in=step_in, to=to, format=how)

    def lift_step_in(self, act: Act, step_in: StepInId) -> None:
        """End a step-in before its time. Twice adds nothing."""
        known = self._known(step_in)
        if known.is_lifted:
            return
        if not act.is_import:
            if act.actor != known.person and not self.is_chair(act.actor):
                raise NotEligible("Only the person who stepped in can end it, or the chair.")
            if known.ends and act.counts_from >= known.ends:
                raise NotOpen("This step-in is over already.")
        self.record(StepInLifted, act, step_in=step_in)

    def review_step_in(
        self,
        act: Act,
        step_in: StepInId,
        finding: Finding,
        reviewers: Collection[PersonId],
        changes: Collection[Event] = (),
    ) -> None:
        """Say whether a step-in was right: others than who stepped in, and one from outside.

        ``changes`` are what this committee has changed since then because of it.
        """
        known = self._known(step_in)
        if not act.is_import:
            self._must_review(act, known, finding, reviewers)
        for change in changes:
            _must_come_of(change, known, is_told=act.is_import)
        led_to = tuple(dict.fromkeys(change.event_id for change in changes))
        if (finding, tuple(reviewers), led_to) not in known.reviews:
            self.record(
                StepInReviewed,
                act,
                step_in=step_in,
                finding=finding,
                reviewers=tuple(reviewers),
                led_to=led_to,
            )

    def must_be_step_ins(self, events: Collection[EventId]) -> None:
        """Refuse an idea that says it comes of a step-in, and names none of this committee."""
        if not set(events) <= {known.applied for known in self.step_ins.values()}:
            raise NotFound("What this idea comes of is not a step-in of this committee.")

    def _must_step_in_openly(
        self, act: Act, person: PersonId | None, grounds: StepInGround
    ) -> None:
        self.must_sit(act.actor)
        if person != act.actor:
            raise NotEligible("People say this for themselves. Nobody can say it for them.")
        if not self.sits_as(person, Seat.STAFF, Seat.TRUSTEE):
            raise NotEligible("Only staff and trustees can step in.")
        if grounds is StepInGround.NOT_STATED:
            raise Malformed("Say on which ground you step in: harm, the law or safeguarding.")
        if act.reason is None:
            raise Malformed("Say why you step in. The committee will read it.")

    def _must_review(
        self, act: Act, known: StepIn, finding: Finding, reviewers: Collection[PersonId]
    ) -> None:
        if finding is Finding.NOT_STATED:
            raise Malformed("Say what you found: right, partly right, or not right.")
        if known.person in reviewers or act.actor == known.person:
            raise NotEligible("Whoever stepped in does not judge it. Others look at it.")
        if act.actor not in reviewers:
            raise NotEligible("Only somebody who looked at it can say what was found.")
        if all(reviewer in self.seats for reviewer in reviewers):
            raise NotEligible("At least one of those who look at it is from outside the committee.")

    def _known(self, step_in: StepInId) -> StepIn:
        if step_in not in self.step_ins:
            raise NotFound("There is no such step-in.")
        return self.step_ins[step_in]


def _must_come_of(change: Event, known: StepIn, *, is_told: bool) -> None:
    """Refuse what cannot have come of a step-in; a source may call other things a change."""
    if change.occurred_at < known.began:
        raise Malformed("That came before the step-in. Name a change that came after it.")
    if is_told:
        return
    if not isinstance(change, Authorised) or _said_no(change):
        raise Malformed("That changed nothing. Name a choice, a rule or a plan that changed.")
    if change.authority == known.applied:
        raise Malformed("The step-in itself did that. Name what we changed because of it.")


def _said_no(change: Event) -> bool:
    return isinstance(change, DecisionTaken) and change.outcome.result not in (
        Result.ADOPTED,
        Result.CHOSEN,
    )
