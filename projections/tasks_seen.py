"""What the questions about jobs are answered with: frozen, and free of rows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.ids import CommitteeId, PersonId, PlanId, TaskId
from domain.kinds import Help, TakeoverAnswer
from domain.values import EventId, LocalMoment


class Status(StrEnum):
    """How a job stands."""

    FREE = "free"
    HELD = "held"
    DONE = "done"
    NOT_DONE = "not done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who has a job."""

    person: PersonId
    name: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A handover that waits for its answer."""

    giver: Holder
    taker: Holder
    share: bool
    note: str | None
    since: datetime


@dataclass(frozen=True, slots=True)
class TakeoverSeen:
    """Somebody did what another one had. ``is_told`` where they said so, and did not just do it."""

    giver: Holder
    taker: Holder
    at: datetime
    is_told: bool
    asked: bool | None
    answer: TakeoverAnswer | None
    is_returned: bool


@dataclass(frozen=True, slots=True)
class HelpSeen:
    """Help that somebody asked for, or gave."""

    person: Holder
    kind: Help
    at: datetime


@dataclass(frozen=True, slots=True)
class TaskSeen:
    """A job as it stands now."""

    task: TaskId
    committee: CommitteeId
    title: str
    plan: PlanId | None
    plan_title: str | None
    day: str | None
    on: LocalMoment | None
    """When it is to be done: as it says itself, or so long before its plan, else with its plan."""
    place: str | None
    people: int
    status: Status
    holders: tuple[Holder, ...]
    offers: tuple[Offer, ...]
    event: EventId
    authority: EventId | None
    plan_is_cancelled: bool = False
    learners: tuple[Holder, ...] = ()
    takeovers: tuple[TakeoverSeen, ...] = ()
    help_wanted: tuple[HelpSeen, ...] = ()
    help_given: tuple[HelpSeen, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether there is still something to do."""
        return self.status in (Status.FREE, Status.HELD)

    @property
    def wants(self) -> int:
        """How many more people it needs."""
        return max(0, self.people - len(self.holders)) if self.is_open else 0


class Answered(StrEnum):
    """What became of an offer."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class PastOffer:
    """An offer, whether it still waits or not."""

    giver: Holder
    taker: Holder
    share: bool
    note: str | None
    answer: Answered
