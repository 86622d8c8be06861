"""Everything that can ever be written to the log.

Read top to bottom, this file is the history that a member may take part in. An event, once
released, is never edited and never deleted: a new meaning is a new class or a new version.
"""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from domain.ids import (
    AdjustmentId,
    CommitteeId,
    DisputeId,
    LineId,
    MandateId,
    MeetingId,
    ObjectionId,
    OptionId,
    PaperId,
    PersonId,
    PlanId,
    ProposalId,
    QuestionId,
    RoleId,
    RuleId,
    SlipId,
    StepInId,
    StreamId,
)
from domain.kinds import (
    Attestation,
    Audience,
    Benchmark,
    Capacity,
    Closing,
    Consent,
    Domain,
    Elsewhere,
    Finding,
    Format,
    Help,
    LineKind,
    MeetingRole,
    ObjectionGround,
    Position,
    Precision,
    Presence,
    Promise,
    Resolution,
    Review,
    Rhythm,
    Route,
    Seat,
    SelfAssessmentTool,
    Shown,
    Stake,
    StepInGround,
    Support,
    TakeoverAnswer,
    Through,
    Trace,
    Understanding,
)
from domain.sealed import Sealed
from domain.values import (
    Actor,
    Apology,
    DomainSay,
    Due,
    Election,
    EventId,
    EventRef,
    Hours,
    InUtc,
    Limit,
    LocalMoment,
    MandateHolder,
    MetricRef,
    Money,
    NewMandate,
    Option,
    Period,
    RuleFor,
    Source,
    event_id,
)
from domain.voting.answers import Answer
from domain.voting.electorate import Voter
from domain.voting.rule import Rule
from domain.voting.stored import Share, unsaid
from domain.voting.tally import Outcome, StatedTally, Tally

NOWHERE = UUID(int=0)


class Event(BaseModel):
    """A fact. Frozen once made, and known on disk by its ``TOPIC``, never by its path."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    TOPIC: ClassVar[str]
    VERSION: ClassVar[int] = 1

    originator_id: UUID = NOWHERE
    originator_version: int = 0
    recorded_at: AwareDatetime
    occurred_at: AwareDatetime
    occurred_to: Precision
    noted_at: AwareDatetime | None = None
    actor: Actor
    recorded_by: PersonId | None = None
    through: Through
    witness: PersonId | None = None
    meeting: MeetingId | None = None
    source: Source | None = None
    reason: Sealed | None = None

    @property
    def timestamp(self) -> datetime:
        """When it was recorded, by the name the event library knows."""
        return self.recorded_at

    @property
    def event_id(self) -> EventId:
        """What other events call this one."""
        return event_id(self.originator_id, self.originator_version)

    @classmethod
    def upcast(cls, version: int, state: dict[str, Any]) -> None:
        """Turn the stored state of an older version, in place, into that of the next."""
        raise NotImplementedError(f"{cls.TOPIC} has no way on from version {version}")


class Authorised(Event):
    """A fact that needs a right: the decision, mandate, step-in or founding that allows it.

    ``None`` means that a history kept elsewhere states none; the audit lists it.
    """

    authority: EventRef | None = None


# ---- People


class PersonRegistered(Event):
    """Somebody became known to the organisation. ``details`` seals a JSON object, name and all."""

    TOPIC = "person.person-registered"
    ref: Sealed | None = None
    details: Sealed | None = None


class DetailsGiven(Event):
    """A person's details were given anew; the last ones hold."""

    TOPIC = "person.details-given"
    details: Sealed


class PreferencesGiven(Event):
    """How somebody likes to take part. ``preferences`` seals a JSON object."""

    TOPIC = "person.preferences-given"
    preferences: Sealed


class SupporterNamed(Event):
    """Somebody chose a person who helps them to take part."""

    TOPIC = "person.supporter-named"
    supporter: PersonId


class SupporterDismissed(Event):
    """Somebody no longer wants this person's help."""

    TOPIC = "person.supporter-dismissed"
    supporter: PersonId


class AdjustmentAsked(Event):
    """Somebody said what they need to take part."""

    TOPIC = "person.adjustment-asked"
    adjustment: AdjustmentId
    words: Sealed


class AdjustmentMade(Event):
    """What was needed is there."""

    TOPIC = "person.adjustment-made"
    adjustment: AdjustmentId
    words: Sealed | None = None


class ConsentGiven(Event):
    """Somebody agreed that this may be done with what they said."""

    TOPIC = "person.consent-given"
    to: Consent


class ConsentWithdrawn(Event):
    """Somebody no longer agrees to it."""

    TOPIC = "person.consent-withdrawn"
    to: Consent


# ---- Committees


class CommitteeFounded(Authorised):
    """A group that decides came to be."""

    TOPIC = "committee.committee-founded"
    name: Sealed | None = None
    purpose: Sealed | None = None
    answers_to: CommitteeId | None = None


class PersonSeated(Authorised):
    """A person took a seat, or sits on under other terms."""

    TOPIC = "committee.person-seated"
    person: PersonId
    seat: Seat
    voting: bool
    term_ends: date | None = None


class PersonLeft(Event):
    """A person left the committee. Ballots already cast stand."""

    TOPIC = "committee.person-left"
    person: PersonId


class PersonRemoved(Authorised):
    """The committee took a person's seat away."""

    TOPIC = "committee.person-removed"
    person: PersonId


class SeatNamed(Event):
    """Those who sit there chose what their seat is called."""

    TOPIC = "committee.seat-named"
    seat: Seat
    label: Sealed


class RoleNamed(Event):
    """A role got its name."""

    TOPIC = "committee.role-named"
    role: RoleId
    label: Sealed


class RoleTaken(Authorised):
    """A person took a role on."""

    TOPIC = "committee.role-taken"
    role: RoleId
    person: PersonId
    term_ends: date | None = None


class RoleLaidDown(Event):
    """A person gave a role up."""

    TOPIC = "committee.role-laid-down"
    role: RoleId
    person: PersonId


class RuleAdopted(Authorised):
    """The committee agreed how it decides from now on."""

    TOPIC = "committee.rule-adopted"
    rule: RuleId
    terms: Rule
    domains: tuple[Domain, ...] = ()
    stakes: tuple[Stake, ...] = ()
    replaces: RuleId | None = None


class CommitteeClosed(Authorised):
    """A committee came to its end."""

    TOPIC = "committee.committee-closed"


class TermFixed(Authorised):
    """How long a person's seat, or one of their roles, lasts was settled."""

    TOPIC = "committee.term-fixed"
    person: PersonId
    role: RoleId | None = None
    ends: date


class RoleTakenAway(Authorised):
    """The committee took a role from a person."""

    TOPIC = "committee.role-taken-away"
    role: RoleId
    person: PersonId


class RoleShadowed(Event):
    """A person learns a role beside somebody who holds it."""

    TOPIC = "committee.role-shadowed"
    role: RoleId
    person: PersonId


class RotationJoined(Event):
    """A person wants a turn at a role."""

    TOPIC = "committee.rotation-joined"
    role: RoleId
    person: PersonId


class RotationLeft(Event):
    """A person wants no turn at a role, or no more."""

    TOPIC = "committee.rotation-left"
    role: RoleId
    person: PersonId


class RoleHandoverOffered(Event):
    """Whoever holds a role asked another member to take it over."""

    TOPIC = "committee.role-handover-offered"
    role: RoleId
    giver: PersonId
    taker: PersonId
    share: bool = False
    note: Sealed | None = None
    answer_by: InUtc | None = None


class RoleHandoverAccepted(Event):
    """Whoever was asked said yes: the role is theirs."""

    TOPIC = "committee.role-handover-accepted"
    role: RoleId
    giver: PersonId
    taker: PersonId


class RoleHandoverDeclined(Event):
    """Whoever was asked said no thank you."""

    TOPIC = "committee.role-handover-declined"
    role: RoleId
    giver: PersonId
    taker: PersonId


class RoleHandoverWithdrawn(Event):
    """The offer of a role was taken back before it was answered."""

    TOPIC = "committee.role-handover-withdrawn"
    role: RoleId
    giver: PersonId
    taker: PersonId


class RoleHandoverReported(Event):
    """A source tells only that a role passed from some to others."""

    TOPIC = "committee.role-handover-reported"
    role: RoleId
    givers: tuple[PersonId, ...]
    takers: tuple[PersonId, ...]


class MandateGranted(Authorised):
    """A committee, a role or a person may decide some things alone, within limits."""

    TOPIC = "committee.mandate-granted"
    mandate: MandateId
    holder: MandateHolder
    words: Sealed
    says: tuple[DomainSay, ...] = ()
    limit: Limit | None = None
    starts: date | None = None
    expires: date | None = None
    renews: MandateId | None = None


class MandateRevoked(Authorised):
    """A mandate was taken back."""

    TOPIC = "committee.mandate-revoked"
    mandate: MandateId


class BenchmarkAdopted(Authorised):
    """The committee agreed beforehand what one of its measures should be."""

    TOPIC = "committee.benchmark-adopted"
    metric: MetricRef
    benchmark: Benchmark
    value: Share | None = None
    hours: Hours | None = None


class StepInApplied(Event):
    """Staff acted against or without the committee, on one of the stated grounds."""

    TOPIC = "committee.step-in-applied"
    step_in: StepInId
    person: PersonId | None = None
    grounds: StepInGround
    less_restrictive_tried: bool | None = None
    touches: tuple[StreamId, ...] = ()
    ends: InUtc | None = None


class StepInTold(Event):
    """The committee was told of a step-in."""

    TOPIC = "committee.step-in-told"
    step_in: StepInId
    to: Audience
    format: Format = Format.NOT_STATED


class StepInLifted(Event):
    """A step-in came to its end."""

    TOPIC = "committee.step-in-lifted"
    step_in: StepInId


class StepInReviewed(Event):
    """Others looked at whether a step-in was right, and named what had changed because of it.

    What changes later says so itself: an idea is ``because_of`` the step-in.
    """

    TOPIC = "committee.step-in-reviewed"
    step_in: StepInId
    finding: Finding
    reviewers: tuple[PersonId, ...] = ()
    led_to: tuple[EventRef, ...] = Field(default=(), exclude_if=unsaid)


class RecordAttested(Event):
    """Somebody said whether the record of a period is complete."""

    TOPIC = "committee.record-attested"
    person: PersonId
    period: Period
    says: Attestation


class RecordDisputed(Event):
    """Somebody said that an entry is not right."""

    TOPIC = "committee.record-disputed"
    dispute: DisputeId
    event: EventRef
    words: Sealed


class DisputeAnswered(Event):
    """A dispute about the record was answered."""

    TOPIC = "committee.dispute-answered"
    dispute: DisputeId
    upheld: bool
    words: Sealed | None = None


class RecordCorrected(Authorised):
    """What an entry tells was wrong; these words put it right. The entry stays."""

    TOPIC = "committee.record-corrected"
    event: EventRef
    words: Sealed


class ReplyGiven(Event):
    """Those whom a measure or a warning is about said something to it."""

    TOPIC = "committee.reply-given"
    metric: MetricRef
    period: Period
    words: Sealed


class TraceChecked(Event):
    """Something outside the log was compared with it."""

    TOPIC = "committee.trace-checked"
    kind: Trace
    amount: Money | None = None
    event: EventRef | None = None


class SelfAssessmentGiven(Event):
    """A group scored its own way of working."""

    TOPIC = "committee.self-assessment-given"
    tool: SelfAssessmentTool
    item: int
    seat: Seat
    score: int


class SurveyClosed(Event):
    """People were asked in private; only the sum of each seat is kept, sealed."""

    TOPIC = "committee.survey-closed"
    answers: Sealed


# ---- Proposals


class ProposalMade(Event):
    """A question was put to the committee.

    A yes to it takes the place of the decision that it ``replaces``, or agrees afterwards to the
    one that it ``ratifies``; or it lets the committee decide by ``new_rule``, once that is adopted,
    for all questions or those that ``new_rule_for`` names; or somebody alone by ``new_mandate``,
    once that is granted; or ``ends_mandate`` is taken back.
    It may be ``because_of`` a step-in, so that such a thing need not happen again.
    In an ``election`` the options are people.
    """

    TOPIC = "proposal.proposal-made"
    committee: CommitteeId
    title: Sealed
    text: Sealed | None = None
    options: tuple[Option, ...] = ()
    stake: Stake | None = None
    domain: Domain = Domain.NOT_STATED
    promise: Promise | None = None
    idea_by: PersonId | None = None
    drafted_by: PersonId | None = None
    amount: Money | None = None
    part_of: ProposalId | None = None
    replaces: EventRef | None = None
    ratifies: EventRef | None = None
    new_rule: Rule | None = None
    new_rule_for: RuleFor | None = Field(default=None, exclude_if=unsaid)
    because_of: tuple[EventRef, ...] = Field(default=(), exclude_if=unsaid)
    election: Election | None = None
    new_mandate: NewMandate | None = Field(default=None, exclude_if=unsaid)
    ends_mandate: MandateId | None = Field(default=None, exclude_if=unsaid)


class ProposalWithdrawn(Event):
    """Whoever asked the question took it back."""

    TOPIC = "proposal.proposal-withdrawn"


class ProposalAmended(Event):
    """The words of a question were changed before it was decided.

    What is not given stays. Where a source tells of it while people vote, ``ballots_stand`` says
    whether the answers so far are answers to the new words.
    """

    TOPIC = "proposal.proposal-amended"
    title: Sealed | None = None
    text: Sealed | None = None
    options: tuple[Option, ...] | None = None
    because_of: tuple[EventRef, ...] = ()
    ballots_stand: bool | None = None


class StakeJudged(Event):
    """The committee said how much hangs on a question, before deciding it."""

    TOPIC = "proposal.stake-judged"
    stake: Stake
    domain: Domain = Domain.NOT_STATED


class ProposalReferred(Event):
    """A question was put to another committee."""

    TOPIC = "proposal.proposal-referred"
    to: CommitteeId
    answer_by: date | None = None


class ReferralAnswered(Event):
    """The other committee answered."""

    TOPIC = "proposal.referral-answered"
    answer: Sealed


class ProposalDeclined(Event):
    """A question was not put on the list."""

    TOPIC = "proposal.proposal-declined"


class ProposalDeferred(Event):
    """A question was put off. A vote that was planned on it, and has not begun, is not held."""

    TOPIC = "proposal.proposal-deferred"
    until: date | None = None


class PaperShared(Event):
    """Something to read, hear or look at was given to people."""

    TOPIC = "proposal.paper-shared"
    paper: PaperId
    content: Sealed
    format: Format = Format.NOT_STATED
    to: tuple[PersonId, ...] = ()
    available_from: InUtc


class UnderstandingVoiced(Event):
    """Somebody said whether they understood."""

    TOPIC = "proposal.understanding-voiced"
    person: PersonId
    answer: Understanding


class PositionVoiced(Event):
    """Somebody said what they want."""

    TOPIC = "proposal.position-voiced"
    person: PersonId
    position: Position
    option: OptionId | None = None


class QuestionAsked(Event):
    """Somebody asked something about the idea."""

    TOPIC = "proposal.question-asked"
    question: QuestionId
    person: PersonId
    words: Sealed


class QuestionAnswered(Event):
    """Somebody answered a question."""

    TOPIC = "proposal.question-answered"
    question: QuestionId
    words: Sealed


class InterestDeclared(Event):
    """Somebody said that they have something to gain or lose themselves."""

    TOPIC = "proposal.interest-declared"
    person: PersonId
    words: Sealed


class PersonRecused(Event):
    """A person has a stake of their own in it, and stays out of deciding."""

    TOPIC = "proposal.person-recused"
    person: PersonId


class VotingOpened(Authorised):
    """Voting began. Rule, electorate, stake and text are fixed from here on.

    ``authority`` is the adoption of the rule; ``None`` with a rule for this one vote only.
    """

    TOPIC = "proposal.voting-opened"
    rule: RuleId | None = None
    terms: Rule
    electorate: tuple[Voter, ...]
    opens_at: InUtc
    closes_at: InUtc | None = None
    secret: bool = False
    shown: Shown


class VoterDropped(Event):
    """Somebody who left the committee can no longer vote here. A ballot already cast stands."""

    TOPIC = "proposal.voter-dropped"
    voter: PersonId


class BallotCast(Event):
    """A voter answered. The last answer before closing counts."""

    TOPIC = "proposal.ballot-cast"
    voter: PersonId
    answer: Answer
    slip: SlipId | None = None


class BallotWithdrawn(Event):
    """A voter took their answer back."""

    TOPIC = "proposal.ballot-withdrawn"
    voter: PersonId


class VotingExtended(Event):
    """There is more time to vote."""

    TOPIC = "proposal.voting-extended"
    closes_at: InUtc


class VoterAdded(Authorised):
    """Somebody who was left out of the electorate may vote after all."""

    TOPIC = "proposal.voter-added"
    voter: Voter


class ProxyGiven(Event):
    """A voter asked another to vote for them."""

    TOPIC = "proposal.proxy-given"
    voter: PersonId
    to: PersonId


class ProxyWithdrawn(Event):
    """A voter votes for themselves again."""

    TOPIC = "proposal.proxy-withdrawn"
    voter: PersonId


class PaperBallotRead(Event):
    """One person read a paper ballot. Two equal readings make a ballot."""

    TOPIC = "proposal.paper-ballot-read"
    slip: SlipId
    reader: PersonId
    voter: PersonId | None = None
    answer: Answer


class HandsCounted(Event):
    """Hands were counted in a meeting, without names."""

    TOPIC = "proposal.hands-counted"
    counts: StatedTally


class SupportNoted(Event):
    """A voter was helped. Their ballot counts like every other."""

    TOPIC = "proposal.support-noted"
    voter: PersonId
    supporter: PersonId | None = None
    kind: Support = Support.NOT_STATED
    chosen_by_voter: bool | None = None
    read_back: bool | None = None


class ObjectionRaised(Event):
    """Somebody sees a reason why this is not safe enough to try."""

    TOPIC = "proposal.objection-raised"
    objection: ObjectionId
    person: PersonId
    ground: ObjectionGround = ObjectionGround.NOT_STATED
    words: Sealed | None = None
    named: bool


class ObjectionAnswered(Event):
    """Somebody answered an objection; it is still open."""

    TOPIC = "proposal.objection-answered"
    objection: ObjectionId
    words: Sealed


class ObjectionResolved(Event):
    """An objection came to its end."""

    TOPIC = "proposal.objection-resolved"
    objection: ObjectionId
    how: Resolution


class VotingClosed(Event):
    """Voting ended. What is recorded later never counts."""

    TOPIC = "proposal.voting-closed"
    how: Closing


class CastingVoteGiven(Event):
    """Whoever runs the meeting broke a tie, as the rule had named beforehand."""

    TOPIC = "proposal.casting-vote-given"
    person: PersonId
    answer: Answer


class DecisionTaken(Authorised):
    """The outcome, and the ground for it: the reader in ten years has other rules.

    ``rule`` is the committee's rule that it was taken by; its terms stand in ``VotingOpened``.
    The fields that begin with ``stated`` are what a source claims, beside what was counted.
    """

    TOPIC = "proposal.decision-taken"
    outcome: Outcome
    route: Route
    rule: RuleId | None = None
    tally: Tally | None = None
    entitled: int | None = None
    present: int | None = None
    recused: tuple[PersonId, ...] = ()
    deciders: tuple[PersonId, ...] = ()
    stake: Stake | None = None
    domain: Domain = Domain.NOT_STATED
    amount: Money | None = None
    considered: tuple[Sealed, ...] = ()
    left_out: tuple[Sealed, ...] = ()
    risks: tuple[Sealed, ...] = ()
    papers: tuple[EventRef, ...] = ()
    review_on: date | None = None
    ratify_by: date | None = None
    replaces: EventRef | None = None
    stated_outcome: Outcome | None = None
    stated_tally: Tally | None = None
    stated_words: Sealed | None = None


class ReasonGiven(Event):
    """Why it was decided so, in the committee's words."""

    TOPIC = "proposal.reason-given"
    words: Sealed
    review_on: date | None = None


class DecisionConfirmed(Event):
    """Somebody confirmed that this is what was decided."""

    TOPIC = "proposal.decision-confirmed"
    person: PersonId
    capacity: Capacity


class OutcomeTold(Event):
    """People were told what was decided."""

    TOPIC = "proposal.outcome-told"
    to: Audience
    format: Format = Format.NOT_STATED


class DecisionRatified(Authorised):
    """Those entitled agreed afterwards to what had to be decided at once."""

    TOPIC = "proposal.decision-ratified"


class RatificationRefused(Event):
    """Those entitled did not agree afterwards."""

    TOPIC = "proposal.ratification-refused"


class DecisionReviewed(Event):
    """The committee looked at a decision again."""

    TOPIC = "proposal.decision-reviewed"
    finding: Review
    come_true: tuple[ObjectionId, ...] = ()
    review_on: date | None = None


class DecisionReversed(Authorised):
    """A decision no longer holds."""

    TOPIC = "proposal.decision-reversed"


# ---- Plans


class PlanMade(Authorised):
    """An occasion was planned."""

    TOPIC = "plan.plan-made"
    committee: CommitteeId
    title: Sealed
    on: LocalMoment | None = None
    template: PlanId | None = None
    like: PlanId | None = None


class LineWritten(Authorised):
    """Something about the occasion was settled; the last words for a line hold.

    Its money is what it costs; ``income`` says that it comes in, and so counts towards no limit.
    """

    TOPIC = "plan.line-written"
    line: LineId
    label: Sealed
    kind: LineKind = LineKind.NOT_STATED
    words: Sealed | None = None
    money: Money | None = None
    income: bool | None = Field(default=None, exclude_if=unsaid)


class LineDropped(Authorised):
    """A line no longer holds."""

    TOPIC = "plan.line-dropped"
    line: LineId


class PlanMoved(Authorised):
    """An occasion is at another time."""

    TOPIC = "plan.plan-moved"
    on: LocalMoment


class PlanCancelled(Authorised):
    """An occasion does not happen."""

    TOPIC = "plan.plan-cancelled"


class RecurrencePlanned(Authorised):
    """An occasion comes back."""

    TOPIC = "plan.recurrence-planned"
    rhythm: Rhythm
    until: date | None = None


class PresenceNoted(Event):
    """Somebody came to the occasion, or went home."""

    TOPIC = "plan.presence-noted"
    person: PersonId
    presence: Presence


# ---- Tasks


class TaskAdded(Authorised):
    """There is something to do, for so many people."""

    TOPIC = "task.task-added"
    committee: CommitteeId
    plan: PlanId | None = None
    title: Sealed
    due: Due | None = None
    place: Sealed | None = None
    people: int = 1
    needs: Sealed | None = None
    stake: Stake | None = None


class TaskTaken(Event):
    """A person took the task on; a second holder shares it."""

    TOPIC = "task.task-taken"
    person: PersonId


class TaskLaidDown(Event):
    """A holder cannot do it after all."""

    TOPIC = "task.task-laid-down"
    person: PersonId


class HandoverOffered(Event):
    """A holder asked another member to take the task over, or to share it."""

    TOPIC = "task.handover-offered"
    giver: PersonId
    taker: PersonId
    share: bool = False
    note: Sealed | None = None
    answer_by: InUtc | None = None


class HandoverAccepted(Event):
    """Whoever was asked said yes: the task is theirs."""

    TOPIC = "task.handover-accepted"
    giver: PersonId
    taker: PersonId


class HandoverDeclined(Event):
    """Whoever was asked said no thank you; no reason is needed."""

    TOPIC = "task.handover-declined"
    giver: PersonId
    taker: PersonId


class HandoverWithdrawn(Event):
    """The offer was taken back before it was answered."""

    TOPIC = "task.handover-withdrawn"
    giver: PersonId
    taker: PersonId


class TaskAmended(Authorised):
    """What there is to do was settled anew; this is all of it."""

    TOPIC = "task.task-amended"
    plan: PlanId | None = None
    title: Sealed
    due: Due | None = None
    place: Sealed | None = None
    people: int = 1
    needs: Sealed | None = None
    stake: Stake | None = None


class TaskShadowed(Event):
    """A person learns the task beside somebody who holds it."""

    TOPIC = "task.task-shadowed"
    person: PersonId


class HandoverReported(Event):
    """A source tells only that a task passed from some to others."""

    TOPIC = "task.handover-reported"
    givers: tuple[PersonId, ...]
    takers: tuple[PersonId, ...]


class TaskTakenOver(Event):
    """Somebody did what another one holds: asked to, or not, or nobody says."""

    TOPIC = "task.task-taken-over"
    giver: PersonId
    taker: PersonId
    asked: bool | None = None


class TakeoverAnswered(Event):
    """Whoever held the task said what it was: asked for, shared, or taken."""

    TOPIC = "task.takeover-answered"
    giver: PersonId
    taker: PersonId
    answer: TakeoverAnswer


class TaskReturned(Event):
    """A task that was taken over went back."""

    TOPIC = "task.task-returned"
    giver: PersonId
    taker: PersonId


class HelpAsked(Event):
    """A holder asked for help."""

    TOPIC = "task.help-asked"
    person: PersonId
    kind: Help = Help.NOT_STATED


class HelpGiven(Event):
    """Somebody helped a holder."""

    TOPIC = "task.help-given"
    by: PersonId
    kind: Help = Help.NOT_STATED


class TaskNotDone(Event):
    """The time is over and the task was not done."""

    TOPIC = "task.task-not-done"


class TaskReopened(Event):
    """A task that was over is there to do again."""

    TOPIC = "task.task-reopened"


class TaskDone(Event):
    """The task is done, and these did it."""

    TOPIC = "task.task-done"
    by: tuple[PersonId, ...]


class TaskDropped(Authorised):
    """The task is not needed any more."""

    TOPIC = "task.task-dropped"


# ---- Meetings


class MeetingCalled(Event):
    """A meeting was called."""

    TOPIC = "meeting.meeting-called"
    committee: CommitteeId
    on: LocalMoment
    place: Sealed | None = None


class MeetingMoved(Event):
    """A meeting is at another time or place."""

    TOPIC = "meeting.meeting-moved"
    on: LocalMoment
    place: Sealed | None = None


class MeetingCancelled(Event):
    """A meeting does not happen."""

    TOPIC = "meeting.meeting-cancelled"


class ItemPlaced(Event):
    """Something was put on the list of a meeting."""

    TOPIC = "meeting.item-placed"
    item: StreamId


class MeetingOpened(Event):
    """A meeting began."""

    TOPIC = "meeting.meeting-opened"
    committee: CommitteeId


class AttendanceNoted(Event):
    """Who was there, and who sent their apologies. Said again, the last word holds."""

    TOPIC = "meeting.attendance-noted"
    present: tuple[PersonId, ...]
    apologies: tuple[Apology, ...] = ()


class MeetingRoleHeld(Event):
    """Somebody ran the meeting, wrote the minutes, or kept the time."""

    TOPIC = "meeting.meeting-role-held"
    person: PersonId
    role: MeetingRole


class NoteTaken(Event):
    """Something said in a meeting was written down."""

    TOPIC = "meeting.note-taken"
    item: StreamId | None = None
    words: Sealed


class DecidedElsewhereAnswered(Event):
    """The meeting was asked whether anything had been decided outside it."""

    TOPIC = "meeting.decided-elsewhere-answered"
    answer: Elsewhere
    words: Sealed | None = None


class MinutesConfirmed(Event):
    """Somebody confirmed what was written down, up to this position of the log."""

    TOPIC = "meeting.minutes-confirmed"
    person: PersonId
    capacity: Capacity
    seen_to: int


class MeetingClosed(Event):
    """A meeting ended."""

    TOPIC = "meeting.meeting-closed"


def _all(kind: type[Event]) -> list[type[Event]]:
    """Every event class below this one, in the order of this file."""
    return [
        found
        for child in kind.__subclasses__()
        for found in ([child] if "TOPIC" in child.__dict__ else []) + _all(child)
    ]


EVENTS: dict[str, type[Event]] = {kind.TOPIC: kind for kind in _all(Event)}
"""Our own table of topics. A row that names anything else is not ours to load."""
