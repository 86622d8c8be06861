"""What a line of a history file may say, kind by kind. Closed: an unknown key is an error."""

from datetime import date
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
)

from domain.kinds import Seat, Through
from domain.values import LocalMoment
from web.history.moments import HOW_TO_WRITE, Moment, day, local_moment, moment

LONGEST_NAME = 2_000

Name = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_NAME, pattern=r"\S")]
"""What a file calls something: the same words mean the same thing throughout."""


def _when(given: object) -> Moment:
    if not isinstance(given, str):
        raise ValueError(HOW_TO_WRITE)  # noqa: TRY004 -- pydantic tells these as problems
    return moment(given)


def _local(given: object) -> LocalMoment:
    if not isinstance(given, str):
        raise ValueError(HOW_TO_WRITE)  # noqa: TRY004
    return local_moment(given)


def _one_or_many(given: object) -> object:
    return [given] if isinstance(given, str) else given


def with_spaces(given: object) -> object:
    return given.replace("_", " ") if isinstance(given, str) else given


When = Annotated[Moment, PlainValidator(_when)]
Day = Annotated[date, PlainValidator(day)]
OnTheirClock = Annotated[LocalMoment, PlainValidator(_local)]
Names = Annotated[list[Name], BeforeValidator(_one_or_many)]
People = Annotated[Names, Field(min_length=1)]
Unread = dict[str, Any]
"""Understood later, when the names in it can be looked up."""


class Line(BaseModel):
    """What every line may say."""

    model_config = ConfigDict(extra="forbid")

    kind: str
    at: When
    id: Name | None = None
    actor: Name | None = None
    recorded_by: Name | None = None
    witness: Name | None = None
    noted: When | None = None
    through: Annotated[Through, BeforeValidator(with_spaces)] = Through.IMPORT
    meeting: Name | None = None
    authority: Name | None = None
    reason: str | None = None
    committee: Name | None = None
    note: Any = None
    src: Any = None


class OfCommittee(Line):
    """A line that must say which committee it is about."""

    committee: Name


# ---- Committees and people


class CommitteeFounded(OfCommittee):
    """``committee.founded``."""

    name: str | None = None
    purpose: str | None = None
    rule: Unread | None = None


class CommitteeClosed(OfCommittee):
    """``committee.closed``."""


class RuleAdopted(OfCommittee):
    """``rule.adopted``."""

    rule: Unread


class PersonJoined(OfCommittee):
    """``person.joined``."""

    person: Name
    name: str | None = None
    seat: Seat = Seat.MEMBER
    voting: Annotated[bool, Field(strict=True)] | None = None
    term_ends: Day | None = None


class PersonLeft(OfCommittee):
    """``person.left``."""

    person: Name


class TermFixed(OfCommittee):
    """``term.fixed``: until when a seat lasts."""

    person: Name
    term_ends: Day


class RoleTaken(OfCommittee):
    """``role.taken``."""

    person: Name
    role: Name
    term_ends: Day | None = None


class RoleLeft(OfCommittee):
    """``role.left``."""

    person: Name
    role: Name
    term_ends: Day | None = None


class RoleHandedOver(OfCommittee):
    """``role.handed_over``: the source tells only the result."""

    role: Name
    givers: People = Field(alias="from")
    takers: People = Field(alias="to")


# ---- Meetings


class MeetingHeld(OfCommittee):
    """``meeting.held``: it begins here, so that ``meeting`` is its own name."""

    meeting: Name
    present: Names
    apologies: Names = Field(default_factory=list)
    chaired_by: Names = Field(default_factory=list)
    minutes_by: Names = Field(default_factory=list)


# ---- Plans and tasks


class PlanMade(OfCommittee):
    """``plan.made``."""

    plan: Name
    title: Name
    on: OnTheirClock | None = None


class PlanLine(Line):
    """``plan.line``."""

    plan: Name
    line: Name
    value: Annotated[Name, Field(coerce_numbers_to_str=True)]


class TaskAdded(OfCommittee):
    """``task.added``."""

    task: Name
    title: Name
    plan: Name | None = None
    due: OnTheirClock | None = None


class TaskTaken(Line):
    """``task.taken``: by one person, or by several who share it."""

    task: Name
    person: People


class Handover(Line):
    """``handover.offered``, ``handover.accepted`` and ``handover.declined``."""

    task: Name | None = None
    role: Name | None = None
    giver: Name = Field(alias="from")
    taker: Name = Field(alias="to")


class HandoverOffered(Handover):
    """``handover.offered``."""


class HandoverAnswered(Handover):
    """``handover.accepted`` and ``handover.declined``."""


class TaskHandedOver(Line):
    """``task.handed_over``: the source tells only the result."""

    task: Name
    givers: People = Field(alias="from")
    takers: People = Field(alias="to")


class TaskTakenOver(Line):
    """``task.taken_over``: one did what another has."""

    task: Name
    giver: Name = Field(alias="from")
    by: Name
    asked: Annotated[bool, Field(strict=True)] | None = None


class TaskReturned(Line):
    """``task.returned``: it went back."""

    task: Name
    giver: Name = Field(alias="from")
    taker: Name = Field(alias="to")


class TaskEnded(Line):
    """``task.done`` and ``task.dropped``."""

    task: Name
    person: People | None = None
