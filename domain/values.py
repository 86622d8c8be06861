"""Small values that events are made of."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Annotated, NewType
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, StringConstraints

from domain.errors import NotFound
from domain.ids import CommitteeId, ImportId, MandateId, OptionId, PersonId, RoleId, RuleId
from domain.kinds import ApologyCause, Domain, NotAPerson, Per, Say, Seat, Stake
from domain.sealed import Sealed

EventId = NewType("EventId", str)
_EVENT_NAME = r"^([0-9a-f]{32})@([1-9][0-9]{0,17})$"
EventRef = Annotated[EventId, StringConstraints(pattern=_EVENT_NAME)]
"""Names one event for ever: its stream and its place in it, ``<stream>@<version>``."""


def event_id(stream: UUID, version: int) -> EventId:
    """The name of the event at this place of this stream."""
    return EventId(f"{stream.hex}@{version}")


def event_ids(stream: UUID, versions: Iterable[int]) -> Iterator[EventId]:
    """The names of several events of one stream."""
    of = stream.hex
    return (EventId(f"{of}@{version}") for version in versions)


def place_of(event: EventId) -> tuple[UUID, int]:
    """The stream and version that an event's name speaks of."""
    named = re.fullmatch(_EVENT_NAME, event)
    if named is None:
        raise NotFound("There is no such entry in the log.")
    return UUID(named[1]), int(named[2])


InUtc = Annotated[AwareDatetime, AfterValidator(lambda at: at.astimezone(UTC))]
"""A moment that was told in any zone, and is kept and shown in one."""

Actor = PersonId | NotAPerson


def _known_zone(name: str) -> str:
    ZoneInfo(name)
    return name


ZoneName = Annotated[str, AfterValidator(_known_zone)]
"""A time zone's name in the IANA database, such as ``Europe/London``."""

CurrencyCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""An ISO 4217 code, such as ``GBP``."""


class Value(BaseModel):
    """Frozen and closed, like the events that hold it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Money(Value):
    """An amount in the smallest unit of its currency: 8000 GBP is eighty pounds."""

    amount: int
    currency: CurrencyCode


class LocalMoment(Value):
    """A day, or a moment of it, as the people there read it on their clock and calendar."""

    day: date
    at: time | None = None
    zone: ZoneName | None = None

    def has_come(self, moment: datetime) -> bool:
        """Whether it is that late there; where no zone is stated, whether it is so anywhere."""
        zone = ZoneInfo(self.zone) if self.zone else _FIRST_TO_SEE_A_DAY
        return moment.astimezone(zone).replace(tzinfo=None) >= self._begins()

    def earlier(self, minutes: int) -> "LocalMoment":
        """So many minutes before."""
        begins = self._begins() - timedelta(minutes=minutes)
        return LocalMoment(day=begins.date(), at=begins.time(), zone=self.zone)

    def _begins(self) -> datetime:
        return datetime.combine(self.day, self.at or time.min)


_FIRST_TO_SEE_A_DAY = timezone(timedelta(hours=14))


class Due(Value):
    """When a task should be done: on a day, or so many minutes before its plan begins."""

    on: LocalMoment | None = None
    before_plan: int | None = None

    def moment(self, plan: LocalMoment | None) -> LocalMoment | None:
        """When that is, if its plan is at this time."""
        return self.on or (plan and plan.earlier(self.before_plan or 0))


class Source(Value):
    """Where an imported event comes from: the import, and the line of its file."""

    run: ImportId
    line: Annotated[int, Field(ge=1)]


class Option(Value):
    """One of the answers a proposal offers."""

    option: OptionId
    title: Sealed
    author: PersonId | None = None
    candidate: PersonId | None = None
    picture: Sealed | None = None
    amount: Money | None = None


class Election(Value):
    """What people are chosen for, a role or a seat, and how many places it has.

    A role that the committee has not named yet brings what it is to be ``called``.
    """

    places: Annotated[int, Field(strict=True, ge=1)]
    role: RoleId | None = None
    called: Sealed | None = None
    seat: Seat | None = None


class MandateHolder(Value):
    """Who holds a mandate: a person, whoever holds a role, or a committee. One of the three."""

    person: PersonId | None = None
    role: RoleId | None = None
    committee: CommitteeId | None = None


class DomainSay(Value):
    """What a mandate allows in one domain: decide alone, agree with others, or refer."""

    domain: Domain
    say: Say


ENDS_NO_OTHER = "A rule for some questions ends no other. Make that an idea of its own."


class RuleFor(Value):
    """Which questions a new rule is for: about these things, and of these sizes.

    Where it names none it is for all of them. A rule for all of them may end another one, which was
    for some: from then on these are decided as all else.
    """

    domains: tuple[Domain, ...] = ()
    stakes: tuple[Stake, ...] = ()
    ends: RuleId | None = None


class Limit(Value):
    """How much a mandate allows, over what."""

    money: Money
    per: Per


class NewMandate(Value):
    """A mandate that people are asked about: all that it will say, once they have said yes.

    What ``renews`` another is its next version.
    """

    holder: MandateHolder
    words: Sealed
    says: tuple[DomainSay, ...] = ()
    limit: Limit | None = None
    starts: date | None = None
    expires: date | None = None
    renews: MandateId | None = None

    @property
    def alone(self) -> frozenset[Domain]:
        """What its holder will decide alone."""
        return frozenset(said.domain for said in self.says if said.say is Say.ALONE)


class Period(Value):
    """From one day to another, both included."""

    first: date
    last: date


class Apology(Value):
    """Somebody who was not there and said so; the cause where they want it known."""

    person: PersonId
    cause: ApologyCause = ApologyCause.NOT_STATED


MetricRef = Annotated[str, StringConstraints(pattern=r"^[A-IW][0-9]{1,2}w?$")]
"""A measure or a warning of the power audit, such as ``C0`` or ``W1``."""

Hours = Annotated[int, Field(strict=True, ge=1)]
"""A time that a committee agrees on."""

TIMED = frozenset({"A2", "C8", "F2", "F4"})
"""Measures that count by a time: what is late, looked at too late, known too late, told too late.

The time of F2 also says what is early enough for a decision to be shared (C0).
"""

NEVER_AN_AIM = frozenset({"B2", "C4", "C7", "C8", "D1", "E4", "E6"})
"""Whoever aims at these spoils them: people stop daring, saying no, or asking for help."""
