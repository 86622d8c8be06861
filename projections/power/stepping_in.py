"""A step-in, whole: why, on which ground, and what others found when they looked at it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta

from domain.events import (
    DecisionTaken,
    ProposalMade,
    ReasonGiven,
    StepInApplied,
    StepInReviewed,
)
from domain.kinds import Finding, Route, StepInGround
from domain.values import EventId
from projections.power.decisions import SAID_YES, decisions
from projections.power.evidence import Evidence, Fact, Stream


@dataclass(frozen=True)
class StepIn:
    """Staff acted without the committee: told as a step-in, or only as a decision by this route."""

    told: StepInApplied | DecisionTaken
    stream: Stream
    earlier: tuple[StepInApplied, ...] = ()
    agreed: tuple[Fact, ...] = ()
    """Ideas that were because of it, each with the decision that said yes."""

    @property
    def has_reason(self) -> bool:
        """Whether it was said why."""
        if isinstance(self.told, StepInApplied):
            return self.told.reason is not None
        return self.told.reason is not None or bool(self.stream.only(ReasonGiven))

    @property
    def has_ground(self) -> bool:
        """Whether it names one of the grounds on which people may step in."""
        told = self.told
        return isinstance(told, StepInApplied) and told.grounds is not StepInGround.NOT_STATED

    @property
    def reviews(self) -> list[StepInReviewed]:
        """What others found; nobody judges what they did themselves."""
        told = self.told
        if not isinstance(told, StepInApplied):
            return []
        found = [o for o in self.stream.only(StepInReviewed) if o.step_in == told.step_in]
        return [one for one in found if {*(one.reviewers or [one.actor])} - {told.person}]

    @property
    def finding(self) -> Finding | None:
        """What was found in the end."""
        return self.reviews[-1].finding if self.reviews else None

    @property
    def led_to_something(self) -> bool:
        """Whether something changed because of it, as a review says or an idea that was agreed."""
        return any(one.led_to for one in self.reviews) or bool(self.agreed)

    def reviewed_within(self, time: timedelta) -> bool:
        """Whether others looked at it so soon."""
        return any(one.occurred_at - self.told.occurred_at <= time for one in self.reviews)

    @property
    def is_again(self) -> bool:
        """Whether somebody had stepped in on the same thing before."""
        told = self.told
        if not isinstance(told, StepInApplied):
            return False
        return any(set(told.touches) & set(one.touches) for one in self.earlier)

    def facts(self) -> list[Fact]:
        """What tells of it."""
        if not isinstance(self.told, StepInApplied):
            return self.stream.facts
        return [self.stream.events[0], *self.earlier, self.told, *self.reviews, *self.agreed]


def step_ins(evidence: Evidence) -> list[StepIn]:
    """Every step-in of the window; a decision that names its step-in is no second one."""
    group = evidence.streams.get(evidence.committee)
    told = group.only(StepInApplied) if group else ()
    agreed = _agreed(evidence) if told else {}
    found = [
        StepIn(one, group, tuple(told[:at]), tuple(agreed.get(one.event_id, ())))
        for at, one in enumerate(told)
        if group and evidence.window.holds(one.occurred_at)
    ]
    named = {one.event_id for one in told}
    only_decided = [
        StepIn(one.taken, one.stream)
        for one in decisions(evidence)
        if one.route is Route.STEP_IN and one.taken.authority not in named
    ]
    return sorted([*found, *only_decided], key=lambda one: one.told.occurred_at)


def _agreed(evidence: Evidence) -> dict[EventId, list[Fact]]:
    """For each step-in, the ideas that came of it and were agreed to, with the decision."""
    found: dict[EventId, list[Fact]] = defaultdict(list)
    for stream, made in evidence.begun_by(ProposalMade):
        yes = [one for one in stream.only(DecisionTaken) if one.outcome.result in SAID_YES]
        for cause in made.because_of if yes else ():
            found[cause] += [made, *yes]
    return found
