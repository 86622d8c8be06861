"""On which step of the co-production ladder each choice was, as far as the record tells.

The ladder is that of Think Local Act Personal and the National Co-production Advisory Group. Two of
its steps are never told from a record: coercion, and educating. Choices are spread over the steps;
no step is given to a person, and there is no average.
"""

from collections import Counter
from enum import StrEnum

from domain.kinds import Seat
from projections.power.deciders import By, decided_by
from projections.power.decisions import Decision, around, decisions
from projections.power.delivery import Delivery, behind_reviews, reviewed_with_members
from projections.power.evidence import Evidence
from projections.power.exact import flag
from projections.power.heard import (
    begun_by_members,
    changed_by_members,
    input_of_members,
    options_by_members,
    told_members,
)
from projections.power.judging import judge
from projections.power.measure import Card, Measure, Tier
from projections.power.settings import Settings

NOT_MARKS = "These steps describe single choices. They are not marks."
CREDIT = "Think Local Act Personal: Ladder of co-production, www.thinklocalactpersonal.org.uk"


class Step(StrEnum):
    """The steps that a record can show, from the top; and what it cannot."""

    CO_PRODUCTION = "co-production"
    CO_DESIGN = "co-design"
    ENGAGEMENT = "engagement"
    CONSULTATION = "consultation"
    INFORMING = "informing"
    NOT_TOLD = "not told"
    NOT_ENOUGH = "not enough recorded"


STEPS = Card(
    "TLAP",
    Tier.CONTEXT,
    "What was our part in each choice?",
    "We look for the highest step that the record shows. Co-production: members began it. We "
    "made the choice together. Members do a job for it. Members looked at it again. Co-"
    "design: members wrote part of it. We made it together, or it changed by what they said. "
    "Staff do the jobs. Engagement: others decided. But what members said changed it. "
    "Consultation: others decided, and members had their say first. Informing: members were "
    "told. Not told: nobody told them in time."
    f" {NOT_MARKS}",
    CREDIT,
)


class Ladder:
    """Finds the step of each choice."""

    def __init__(self, evidence: Evidence, settings: Settings) -> None:
        self._evidence, self._settings = evidence, settings
        self.judge, self.delivery = judge(evidence, settings), evidence.once(Delivery)

    def step(self, one: Decision) -> Step:
        """The first step from the top of which all is recorded."""
        if step := self._made_together(one):
            return step
        if decided_by(one) not in (By.STAFF, By.OTHERS):
            return Step.NOT_ENOUGH
        if changed_by_members(one):
            return Step.ENGAGEMENT
        if input_of_members(one):
            return Step.CONSULTATION
        if told_members(one, self._settings):
            return Step.INFORMING
        return Step.NOT_TOLD if self._time_is_over(one) else Step.NOT_ENOUGH

    def _made_together(self, one: Decision) -> Step | None:
        shared, by_members = not self.judge.failed(one), options_by_members(one)
        seats = self.delivery.seats(one)
        begun = begun_by_members(one) or by_members
        if begun and shared and Seat.MEMBER in seats and reviewed_with_members(one):
            return Step.CO_PRODUCTION
        changed = shared or bool(changed_by_members(one))
        return Step.CO_DESIGN if by_members and changed and seats == {Seat.STAFF} else None

    def _time_is_over(self, one: Decision) -> bool:
        """Whether the time to tell people has passed, as far as we look."""
        last, at = self._evidence.window.last, one.taken.occurred_at
        return last is None or at + self._settings.time("F4", at) <= last


def steps(evidence: Evidence, settings: Settings) -> Measure:
    """How many choices were on each step; nothing else is made of it."""
    ladder, taken = Ladder(evidence, settings), decisions(evidence)
    counted = Counter(ladder.step(one) for one in taken)
    parts = [(step.value, counted[step]) for step in Step if counted[step]]
    jobs = [fact for one in taken for fact in ladder.delivery.facts(one)]
    reviews = [fact for one in taken for fact in behind_reviews(one)]
    behind = [*ladder.judge.behind(), *around(taken), *jobs, *reviews]
    return flag(STEPS, [one.taken for one in taken], NOT_MARKS, behind, parts)


MEASURES = (steps,)
