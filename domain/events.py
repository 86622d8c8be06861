"""Everything that can ever be written to the log.

Read top to bottom, this file is the history that a member may take part in. An event, once
released, is never edited and never deleted: a new meaning is a new class or a new version.
"""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from domain.ids import (
    CommitteeId,
    LineId,
    MeetingId,
    ObjectionId,
    PersonId,
    PlanId,
    ProposalId,
    RoleId,
    RuleId,
)
from domain.kinds import (
    Closing,
    Domain,
    LineKind,
    ObjectionGround,
    Precision,
    Promise,
    Resolution,
    Route,
    Seat,
    Shown,
    Stake,
    Through,
)
from domain.sealed import Sealed
from domain.values import (
    Actor,
    Due,
    EventId,
    EventRef,
    LocalMoment,
    Money,
    Option,
    Source,
    event_id,
)
from domain.voting.answers import Answer
from domain.voting.electorate import Voter
from domain.voting.rule import Rule
from domain.voting.tally import Outcome, Tally

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


# ---- Proposals


class ProposalMade(Event):
    """A question was put to the committee."""

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


class ProposalWithdrawn(Event):
    """Whoever asked the question took it back."""

    TOPIC = "proposal.proposal-withdrawn"


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
    opens_at: AwareDatetime
    closes_at: AwareDatetime | None = None
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


class BallotWithdrawn(Event):
    """A voter took their answer back."""

    TOPIC = "proposal.ballot-withdrawn"
    voter: PersonId


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


# ---- Plans


class PlanMade(Authorised):
    """An occasion was planned."""

    TOPIC = "plan.plan-made"
    committee: CommitteeId
    title: Sealed
    on: LocalMoment | None = None


class LineWritten(Authorised):
    """Something about the occasion was settled; the last words for a line hold."""

    TOPIC = "plan.line-written"
    line: LineId
    label: Sealed
    kind: LineKind = LineKind.NOT_STATED
    words: Sealed | None = None
    money: Money | None = None


class LineDropped(Authorised):
    """A line no longer holds."""

    TOPIC = "plan.line-dropped"
    line: LineId


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
    answer_by: AwareDatetime | None = None


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


class TaskDone(Event):
    """The task is done, and these did it."""

    TOPIC = "task.task-done"
    by: tuple[PersonId, ...]


class TaskDropped(Authorised):
    """The task is not needed any more."""

    TOPIC = "task.task-dropped"


def _all(kind: type[Event]) -> list[type[Event]]:
    """Every event class below this one, in the order of this file."""
    return [
        found
        for child in kind.__subclasses__()
        for found in ([child] if "TOPIC" in child.__dict__ else []) + _all(child)
    ]


EVENTS: dict[str, type[Event]] = {kind.TOPIC: kind for kind in _all(Event)}
"""Our own table of topics. A row that names anything else is not ours to load."""
