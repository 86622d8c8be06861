"""What a page shows of rules, mandates, benchmarks and step-ins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from domain.ids import MandateId, PersonId, RuleId, StepInId
from domain.kinds import Audience, Benchmark, Domain, Finding, Format, Stake, StepInGround
from domain.values import Actor, DomainSay, EventId, Limit, MandateHolder
from domain.voting.rule import Rule
from projections.seen import UNDECIDED, ProposalSeen


@dataclass(frozen=True, slots=True)
class AgreedRule:
    """How a committee decides some questions or all, from when to when."""

    rule: RuleId
    terms: Rule
    domains: tuple[Domain, ...]
    stakes: tuple[Stake, ...]
    since: datetime
    until: datetime | None
    event: EventId
    authority: EventId | None


@dataclass(frozen=True, slots=True)
class MandateSeen:
    """What a holder may decide alone, from when to when, and how it ended.

    ``version`` is one more than that of the mandate that it renews. ``granted_by`` and
    ``revoked_by`` say whose press it was.
    """

    mandate: MandateId
    version: int
    holder: MandateHolder
    holder_name: str
    words: str
    says: tuple[DomainSay, ...]
    limit: Limit | None
    starts: date
    expires: date | None
    renews: MandateId | None
    revoked_at: datetime | None
    renewed_on: date | None
    in_force: bool
    event: EventId
    authority: EventId | None
    granted_at: datetime
    granted_by: Actor
    revoked_by: Actor | None


@dataclass(frozen=True, slots=True)
class BenchmarkSeen:
    """What the committee means to be measured by."""

    metric: str
    benchmark: Benchmark
    value: Fraction | None
    hours: int | None
    since: datetime
    event: EventId
    authority: EventId | None


@dataclass(frozen=True, slots=True)
class Telling:
    """Who heard of a step-in, how and when."""

    to: Audience
    format: Format
    at: datetime


@dataclass(frozen=True, slots=True)
class Reviewing:
    """What others found of a step-in, and what had changed because of it by then."""

    finding: Finding
    reviewers: tuple[str, ...]
    at: datetime
    led_to: tuple[EventId, ...] = ()


@dataclass(frozen=True, slots=True)
class CameOf:
    """What came of a step-in: what changed because of it, and ideas of which nothing came so far.

    What a review named comes first, then what was decided on the ideas that are because of it.
    """

    changes: tuple[EventId, ...]
    ideas: tuple[ProposalSeen, ...]


@dataclass(frozen=True, slots=True)
class CourseSeen:
    """One thing that happened to a step-in, and what whoever did it said of it."""

    event: EventId
    words: str | None


@dataclass(frozen=True, slots=True)
class StepInSeen:
    """Who stepped in, why, into what, who was told and what others found.

    ``told_late`` and ``review_late``: it came late, or did not come and should have by now.
    """

    step_in: StepInId
    person: PersonId | None
    name: str
    grounds: StepInGround
    reason: str | None
    less_restrictive_tried: bool | None
    touches: tuple[str, ...]
    began: datetime
    ends: datetime | None
    lifted_at: datetime | None
    in_force: bool
    told: tuple[Telling, ...]
    told_late: bool
    reviews: tuple[Reviewing, ...]
    review_late: bool
    event: EventId


def came_of(seen: StepInSeen, ideas: Sequence[ProposalSeen]) -> CameOf:
    """From a step-in and the ideas that are because of it to what came of both."""
    named = [event for review in seen.reviews for event in review.led_to]
    agreed = [one.decision.event for one in ideas if one.decision and one.decision.is_yes]
    return CameOf(
        changes=tuple(dict.fromkeys([*named, *agreed])),
        ideas=tuple(one for one in ideas if one.stage in UNDECIDED),
    )
