"""What a committee's stream tells later decisions: seats, roles, rules, mandates, step-ins."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from fractions import Fraction
from typing import assert_never
from uuid import UUID

from domain.act import Act
from domain.aggregate import Aggregate
from domain.authority import Change, RuleInForce
from domain.errors import NotEligible, NotOpen
from domain.events import (
    BenchmarkAdopted,
    CommitteeClosed,
    CommitteeFounded,
    DisputeAnswered,
    MandateGranted,
    MandateRevoked,
    PersonLeft,
    PersonRemoved,
    PersonSeated,
    RecordAttested,
    RecordCorrected,
    RecordDisputed,
    ReplyGiven,
    RoleHandoverAccepted,
    RoleHandoverDeclined,
    RoleHandoverOffered,
    RoleHandoverReported,
    RoleHandoverWithdrawn,
    RoleLaidDown,
    RoleNamed,
    RoleShadowed,
    RoleTaken,
    RoleTakenAway,
    RotationJoined,
    RotationLeft,
    RuleAdopted,
    SeatNamed,
    SelfAssessmentGiven,
    StepInApplied,
    StepInLifted,
    StepInReviewed,
    StepInTold,
    SurveyClosed,
    TermFixed,
    TraceChecked,
)
from domain.ids import CHAIR, CommitteeId, DisputeId, MandateId, PersonId, RoleId, StepInId
from domain.kinds import (
    Attestation,
    Audience,
    Benchmark,
    Domain,
    Finding,
    Format,
    Say,
    Seat,
    SelfAssessmentTool,
    Stake,
)
from domain.sealed import Sealed
from domain.values import Actor, EventId, Limit, MandateHolder, Period
from domain.voting.nearest import chooses
from domain.voting.rule import Rule

CommitteeEvent = (
    CommitteeFounded
    | CommitteeClosed
    | PersonSeated
    | PersonLeft
    | PersonRemoved
    | TermFixed
    | SeatNamed
    | RoleNamed
    | RoleTaken
    | RoleTakenAway
    | RoleLaidDown
    | RoleShadowed
    | RotationJoined
    | RotationLeft
    | RoleHandoverOffered
    | RoleHandoverAccepted
    | RoleHandoverDeclined
    | RoleHandoverWithdrawn
    | RoleHandoverReported
    | RuleAdopted
    | MandateGranted
    | MandateRevoked
    | BenchmarkAdopted
    | StepInApplied
    | StepInTold
    | StepInLifted
    | StepInReviewed
    | RecordAttested
    | RecordDisputed
    | DisputeAnswered
    | RecordCorrected
    | ReplyGiven
    | TraceChecked
    | SelfAssessmentGiven
    | SurveyClosed
)

Covers = tuple[frozenset[Domain], frozenset[Stake], bool]
"""The questions that a rule is for; an empty part leaves nothing out.

Last, whether it chooses between answers. So a rule for choices stands beside one for yes or no.
"""


def covers_of(terms: Rule, domains: Collection[Domain], stakes: Collection[Stake]) -> Covers:
    """The questions that a rule is for which names these domains and stakes."""
    return frozenset(domains), frozenset(stakes), chooses(terms)


NOT_SEATED = "Only people on this committee can do this."


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody is on a committee now."""

    seat: Seat
    voting: bool
    runs_meetings: bool


@dataclass(frozen=True, slots=True)
class Held:
    """The terms on which a person sits."""

    seat: Seat
    voting: bool
    term_ends: date | None


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a holder may decide alone, and for how long."""

    granted: EventId
    holder: MandateHolder
    says: Mapping[Domain, Say]
    limit: Limit | None
    starts: date | None
    expires: date | None
    authority: EventId | None = None
    renewed_on: date | None = None
    is_revoked: bool = False

    def about(self, say: Say) -> frozenset[Domain]:
        """What its holder may do in this way: alone, with others' yes, or not at all."""
        return frozenset(domain for domain, said in self.says.items() if said is say)

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on this day."""
        begun = self.starts is None or self.starts <= day
        over = self.is_revoked or (self.renewed_on is not None and self.renewed_on <= day)
        return begun and not over and day <= (self.expires or date.max)


Reviewed = tuple[Finding, tuple[PersonId, ...], tuple[EventId, ...]]
"""What was found, by whom, and what had changed because of it."""


@dataclass(frozen=True, slots=True)
class StepIn:
    """Who stepped in, into what, and until when."""

    applied: EventId
    person: PersonId | None
    began: datetime
    ends: datetime | None
    touches: frozenset[UUID]
    is_lifted: bool = False
    told: frozenset[tuple[Audience, Format]] = frozenset()
    reviews: frozenset[Reviewed] = frozenset()


@dataclass(slots=True)
class Offers:
    """Roles that somebody was asked to take, and has not answered yet."""

    givers: dict[tuple[RoleId, PersonId], PersonId] = field(default_factory=dict)
    shares: set[tuple[RoleId, PersonId]] = field(default_factory=set)

    def over(self, role: RoleId, taker: PersonId) -> None:
        """This one was answered, or taken back."""
        self.givers.pop((role, taker), None)
        self.shares.discard((role, taker))


class CommitteeState(Aggregate):
    """One committee as its events tell it."""

    STREAM = "committee"
    WHAT = "committee"
    founder: Actor
    founding: EventId
    answers_to: CommitteeId | None
    is_closed: bool

    @property
    def name(self) -> CommitteeId:
        """What other streams call this committee."""
        return CommitteeId(self.id)

    @property
    def rule(self) -> RuleInForce | None:
        """The rule for every question of yes or no that has none of its own."""
        return self.rules.get((frozenset(), frozenset(), False))

    def must_sit(self, person: Actor) -> None:
        """Refuse whoever has no seat here, and everybody once the committee has ended."""
        self.must_go_on()
        self.must_have_seat(person)

    def must_have_seat(self, person: Actor) -> None:
        """Refuse whoever has no seat here."""
        if person not in self.seats:
            raise NotEligible(NOT_SEATED)

    def must_go_on(self) -> None:
        """Refuse once the committee has come to its end."""
        if self.is_closed:
            raise NotOpen("This committee has come to its end.")

    def is_chair(self, person: Actor) -> bool:
        """Whether this person runs the meetings."""
        return person in self.roles.get(CHAIR, set())

    def sits_as(self, person: Actor, *seats: Seat) -> bool:
        """Whether this person has one of these seats."""
        held = self.seats.get(person) if not isinstance(person, str) else None
        return held is not None and held.seat in seats

    def _must_sit_now(self, act: Act, person: Actor) -> None:
        """As a history kept elsewhere tells it, somebody may have acted without a seat."""
        if not act.is_import:
            self.must_sit(person)

    def _of(self, *domains: Domain) -> Change:
        """A change of this committee itself."""
        return Change(self.name, frozenset([self.id]), frozenset(domains))

    def when(self, event: CommitteeEvent) -> None:  # noqa: PLR0915 -- one case for each event
        match event:
            case CommitteeFounded():
                self._begin(event)
            case CommitteeClosed():
                self.is_closed = True
            case PersonSeated():
                self.seats[event.person] = Held(event.seat, event.voting, event.term_ends)
                self.ever_seated.add(event.person)
            case PersonLeft() | PersonRemoved():
                self.seats.pop(event.person, None)
                for waiting in (*self.shadows.values(), *self.rotation.values()):
                    waiting.discard(event.person)
            case TermFixed():
                if event.role is not None:
                    self.terms[event.role, event.person] = event.ends
                elif held := self.seats.get(event.person):
                    self.seats[event.person] = replace(held, term_ends=event.ends)
            case RoleNamed():
                self.roles.setdefault(event.role, set())
            case RoleTaken():
                self._hold(event.role, (), [event.person])
                self.terms[event.role, event.person] = event.term_ends
            case RoleLaidDown() | RoleTakenAway():
                self._hold(event.role, [event.person], ())
            case RoleShadowed():
                self.shadows.setdefault(event.role, set()).add(event.person)
            case RotationJoined():
                self.rotation.setdefault(event.role, set()).add(event.person)
            case RotationLeft():
                self.rotation.setdefault(event.role, set()).discard(event.person)
            case RoleHandoverOffered():
                self.offers.givers[event.role, event.taker] = event.giver
                if event.share:
                    self.offers.shares.add((event.role, event.taker))
            case RoleHandoverAccepted():
                shared = (event.role, event.taker) in self.offers.shares
                self.offers.over(event.role, event.taker)
                self._hold(event.role, [] if shared else [event.giver], [event.taker])
            case RoleHandoverDeclined() | RoleHandoverWithdrawn():
                self.offers.over(event.role, event.taker)
            case RoleHandoverReported():
                self._hold(event.role, event.givers, event.takers)
                self._forget_offers_overtaken(event.role)
            case RuleAdopted():
                self._adopt(event)
            case MandateGranted():
                self._grant(event)
            case MandateRevoked():
                if known := self.mandates.get(event.mandate):
                    self.mandates[event.mandate] = replace(known, is_revoked=True)
            case BenchmarkAdopted():
                is_time = event.benchmark is Benchmark.TIME
                self.benchmarks[event.metric, is_time] = event.benchmark, event.value, event.hours
            case StepInApplied():
                self.step_ins[event.step_in] = StepIn(
                    event.event_id,
                    event.person,
                    event.occurred_at,
                    event.ends,
                    frozenset(event.touches),
                )
            case StepInTold() | StepInLifted() | StepInReviewed():
                self._go_on_with(event)
            case RecordAttested():
                self.attested[event.person, event.period] = event.says
            case RecordDisputed():
                self.disputes[event.dispute] = event.actor
                self.disputed.add((event.actor, event.event))
            case DisputeAnswered():
                self.answered.add(event.dispute)
            case SelfAssessmentGiven():
                scored = (event.score, event.occurred_at.date())
                self.scores[event.tool, event.item, event.seat] = scored
            case SurveyClosed():
                self.surveys.add(event.answers)
            case SeatNamed() | RecordCorrected() | ReplyGiven() | TraceChecked():
                pass
            case _:
                assert_never(event)

    def _adopt(self, event: RuleAdopted) -> None:
        """What it replaces ends, also where an old history let it replace another kind of rule."""
        covers = covers_of(event.terms, event.domains, event.stakes)
        ended = [key for key, rule in self.rules.items() if rule.rule == event.replaces]
        for key in {covers, *ended} & self.rules.keys():
            del self.rules[key]
        self.rules[covers] = RuleInForce(event.terms, event.rule, event.event_id)

    def _begin(self, event: CommitteeFounded) -> None:
        self.founder, self.founding = event.actor, event.event_id
        self.answers_to, self.is_closed = event.answers_to, False
        self.seats: dict[PersonId, Held] = {}
        self.ever_seated: set[PersonId] = set()
        self.roles: dict[RoleId, set[PersonId]] = {}
        self.terms: dict[tuple[RoleId, PersonId], date | None] = {}
        self.shadows: dict[RoleId, set[PersonId]] = {}
        self.rotation: dict[RoleId, set[PersonId]] = {}
        self.offers = Offers()
        self.rules: dict[Covers, RuleInForce] = {}
        self.mandates: dict[MandateId, Mandate] = {}
        self.surveys: set[Sealed] = set()
        self.benchmarks: dict[tuple[str, bool], tuple[Benchmark, Fraction | None, int | None]] = {}
        self.step_ins: dict[StepInId, StepIn] = {}
        self.attested: dict[tuple[PersonId, Period], Attestation] = {}
        self.disputes: dict[DisputeId, Actor] = {}
        self.disputed: set[tuple[Actor, EventId]] = set()
        self.answered: set[DisputeId] = set()
        self.scores: dict[tuple[SelfAssessmentTool, int, Seat], tuple[int, date]] = {}

    def _hold(self, role: RoleId, givers: Iterable[PersonId], takers: Iterable[PersonId]) -> None:
        holders = self.roles.setdefault(role, set())
        holders.difference_update(givers)
        holders.update(takers)
        self.shadows.get(role, set()).difference_update(takers)
        for giver in givers:
            self.terms.pop((role, giver), None)

    def _forget_offers_overtaken(self, role: RoleId) -> None:
        holders = self.roles[role]
        for offered, taker in list(self.offers.givers):
            giver = self.offers.givers[offered, taker]
            if offered == role and (taker in holders or giver not in holders):
                self.offers.over(role, taker)

    def _grant(self, event: MandateGranted) -> None:
        stated = (said for said in event.says if said.domain is not Domain.NOT_STATED)
        self.mandates[event.mandate] = Mandate(
            granted=event.event_id,
            holder=event.holder,
            says={said.domain: said.say for said in stated},
            limit=event.limit,
            starts=event.starts,
            expires=event.expires,
            authority=event.authority,
        )
        if event.renews and (old := self.mandates.get(event.renews)):
            begins = event.starts or event.occurred_at.date()
            self.mandates[event.renews] = replace(old, renewed_on=begins)

    def _go_on_with(self, event: StepInTold | StepInLifted | StepInReviewed) -> None:
        known = self.step_ins.get(event.step_in)
        if known is None:
            return
        match event:
            case StepInTold():
                known = replace(known, told=known.told | {(event.to, event.format)})
            case StepInLifted():
                known = replace(known, is_lifted=True)
            case StepInReviewed():
                found = (event.finding, event.reviewers, event.led_to)
                known = replace(known, reviews=known.reviews | {found})
        self.step_ins[event.step_in] = known
