"""What may be picked when somebody steps in, and when others look at it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from flask import g

from domain.events import (
    DecisionTaken,
    LineDropped,
    LineWritten,
    MandateGranted,
    MandateRevoked,
    PlanCancelled,
    PlanMoved,
    RuleAdopted,
    StepInReviewed,
)
from domain.ids import CommitteeId, PersonId
from domain.kinds import StepInGround
from domain.voting.tally import Result
from projections.agreed_seen import StepInSeen
from web.seen.people import Person, people
from web.seen.plans import Pick
from web.seen.record import picture_for
from web.seen.step_in_brief import FOUND, GROUNDS, KIND, Brief, brief
from web.seen.things import pickable
from web.services import services

ANOTHER = "another"
EVENING, NOON, LONGEST = 20, 12, 3
LATEST, A_FEW = 100, 6
SAID_YES = (Result.ADOPTED, Result.CHOSEN)
CHANGES = frozenset(
    kind.TOPIC
    for kind in (
        DecisionTaken,
        RuleAdopted,
        MandateGranted,
        MandateRevoked,
        LineWritten,
        LineDropped,
        PlanMoved,
        PlanCancelled,
    )
)
"""What people are asked about first when they look for what a step-in led to."""


@dataclass(frozen=True, slots=True)
class Picks:
    """What ``new_step_in.html`` offers."""

    grounds: list[Pick]
    about: list[Pick]
    ends: list[Pick]


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """What ``review.html`` asks."""

    it: Brief
    said: str
    findings: list[Pick]
    members: list[Person]
    outside: list[Pick]
    changes: list[Pick]


def step_in_choices(committee: CommitteeId, about: UUID | None) -> Picks:
    """Why, about what, and until when."""
    stated = [ground for ground in GROUNDS if ground is not StepInGround.NOT_STATED]
    return Picks(
        grounds=[Pick(ground, *GROUNDS[ground]) for ground in stated],
        about=pickable(committee, about),
        ends=_ends(),
    )


def review_page(committee: CommitteeId, seen: StepInSeen) -> ReviewPage:
    """What was found, by whom of those who sit here, and by whom from outside."""
    seated = [member.person for member in services().directory.members(committee)]
    others = [who for who in seated if who not in (seen.person, g.viewer.person)]
    known = people(sorted(_looked_before(committee) - {*seated, seen.person}, key=str))
    return ReviewPage(
        it=brief(seen),
        said=seen.reason or "",
        findings=[Pick(one, *FOUND[one]) for one in KIND],
        members=people(others),
        outside=[
            *(Pick(who.id, who.name, "person") for who in known),
            Pick(ANOTHER, "Somebody else", "new", "Write the name below."),
        ],
        changes=_changes(committee, seen),
    )


def _changes(committee: CommitteeId, seen: StepInSeen) -> list[Pick]:
    """What was changed since then: what we decided first, then plans; the newest of each first."""
    entries = services().audit.changes_since(committee, seen.event, LATEST)
    asked = [one for one in entries if one.topic in CHANGES and one.at >= seen.began]
    asked.sort(key=lambda one: one.topic.startswith("plan."))
    placed = [services().governance.placed_event(one.event) for one in asked]
    found = [
        Pick(one.event, one.sentence, picture_for(one.topic))
        for one, (_, event) in zip(asked, placed, strict=True)
        if not isinstance(event, DecisionTaken) or event.outcome.result in SAID_YES
    ]
    return found[:A_FEW]


def _looked_before(committee: CommitteeId) -> set[PersonId]:
    """Whoever looked at a step-in of this committee once."""
    found: set[PersonId] = set()
    for seen in services().mandates.step_ins(committee, g.clock.now):
        for one in services().mandates.course(committee, seen.step_in):
            _, event = services().governance.placed_event(one.event)
            found |= set(event.reviewers) if isinstance(event, StepInReviewed) else set()
    return found


def _ends() -> list[Pick]:
    """The value is the moment itself; the last is the longest that a step-in may be."""
    times = [(0, EVENING, ""), (1, NOON, ""), (2, NOON, "")]
    hour = (g.clock.now.astimezone(g.clock.zone) - timedelta(minutes=1)).hour
    times.append((LONGEST, hour, "It cannot be longer."))
    ends = [(g.clock.at(days, hour), more) for days, hour, more in times]
    return [
        Pick(at.isoformat(), g.clock.tell(at).words, "clock", more)
        for at, more in ends
        if at > g.clock.now
    ]
