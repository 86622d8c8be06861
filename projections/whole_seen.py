"""The whole record of one decision: what those who check it ask, and what the log says to that."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.ids import CommitteeId, MeetingId, PersonId, ProposalId, RuleId, TaskId
from domain.kinds import (
    ApologyCause,
    Audience,
    Capacity,
    Domain,
    Format,
    ObjectionGround,
    Promise,
    Resolution,
    Review,
    Route,
    Seat,
    Stake,
    Through,
)
from domain.values import Actor, EventId, Limit, Money
from domain.voting.answers import Answer
from domain.voting.rule import Rule
from domain.voting.tally import Outcome, Tally
from projections.ways import Ways


@dataclass(frozen=True, slots=True)
class Away:
    """Somebody who said that they could not come."""

    person: PersonId
    cause: ApologyCause


@dataclass(frozen=True, slots=True)
class MayDecide:
    """What allowed somebody to decide this alone, how far and until when."""

    words: str
    limit: Limit | None
    starts: date
    expires: date | None
    event: EventId


@dataclass(frozen=True, slots=True)
class Known:
    """Something that people had to know: since when, in which form, and who had it.

    ``to`` is empty where it was for everybody.
    """

    words: str | None
    format: Format
    available_from: datetime
    to: tuple[PersonId, ...]
    event: EventId


@dataclass(frozen=True, slots=True)
class Touched:
    """Somebody whom it touched, in their own words."""

    person: Actor
    words: str | None
    event: EventId


@dataclass(frozen=True, slots=True)
class Part:
    """How many people of one group gave one answer."""

    seat: Seat
    answer: Answer
    people: int


@dataclass(frozen=True, slots=True)
class Worry:
    """An objection, what was said to it, and its end; none where it is still open.

    Without a person, whoever has it would not be named. ``better`` is when new words came of it.
    """

    person: PersonId | None
    ground: ObjectionGround
    words: str | None
    answers: tuple[str, ...]
    better: tuple[datetime, ...]
    how: Resolution | None
    ending: str | None
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class ToDo:
    """A job that came of it, and who has it."""

    task: TaskId
    title: str
    holders: tuple[PersonId, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """Who heard of it, in which form and when."""

    to: Audience
    format: Format
    at: datetime


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found when it was looked at again."""

    finding: Review
    words: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Other:
    """Another decision, which this one replaces or by which it was replaced."""

    proposal: ProposalId
    title: str
    event: EventId


@dataclass(frozen=True, slots=True)
class Undone:
    """The event by which it ended, when, and what was said."""

    words: str | None
    at: datetime
    event: EventId


@dataclass(frozen=True, slots=True)
class Agreed:
    """Whether all agreed afterwards: yes, no, or not yet and until when; none in time."""

    until: date
    ratified: bool | None
    lapsed: bool


@dataclass(frozen=True, slots=True)
class WrittenDown:
    """Who wrote it down, for whom, when, and how it came to the log."""

    actor: Actor
    recorded_by: PersonId | None
    through: Through
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Says:
    """Somebody who says that this is what was decided: of itself, or with the whole minutes."""

    person: PersonId
    capacity: Capacity
    at: datetime
    with_minutes: bool


@dataclass(frozen=True, slots=True)
class WholeSeen:
    """All that is asked of a decision. What is none, or empty, was not written down."""

    proposal: ProposalId
    committee: CommitteeId
    question: str
    text: str | None
    about: Domain | None
    stake: Stake | None
    promise: Promise | None
    outcome: Outcome
    chosen: tuple[str, ...]
    route: Route
    rule: RuleId | None
    terms: Rule | None
    decided_at: datetime
    to_the_day: bool
    meeting: MeetingId | None
    place: str | None
    entitled: tuple[PersonId, ...]
    entitled_number: int | None
    present: tuple[PersonId, ...]
    present_number: int | None
    apologies: tuple[Away, ...]
    recused: tuple[PersonId, ...]
    deciders: tuple[PersonId, ...]
    quorum: bool | None
    """Whether enough people took part; none also where the rule asks for no number."""
    asks_for_quorum: bool | None
    authority: EventId | None
    may_decide: MayDecide | None
    amount: Money | None
    proposer: Actor | None
    drafter: Actor | None
    options: tuple[str, ...]
    do_nothing: str | None
    """The answer that leaves all as it is, where the rule names one."""
    known: tuple[Known, ...]
    considered: tuple[str, ...]
    left_out: tuple[str, ...]
    conflicts: tuple[Touched, ...]
    tally: Tally | None
    given: Ways
    by_group: tuple[Part, ...]
    """Only where no group is so small, and none so much of one mind, that it tells of a person."""
    objections: tuple[Worry, ...]
    reasons: tuple[str, ...]
    risks: tuple[str, ...]
    tasks: tuple[ToDo, ...]
    review_on: date | None
    reviews: tuple[Looked, ...]
    told: tuple[Told, ...]
    supersedes: Other | None
    superseded_by: tuple[Other, ...]
    ended: tuple[Other, ...]
    """What this one ended, beside what it took the place of."""
    reversed_by: Undone | None
    agreed: Agreed | None
    """Only of what was decided in a hurry."""
    recorded: WrittenDown
    confirmed: tuple[Says, ...]
    event: EventId
    position: int

    @property
    def is_confirmed(self) -> bool:
        """Whether whoever ran the meeting says so, and somebody else."""
        chair = {one.person for one in self.confirmed if one.capacity is Capacity.CHAIR}
        other = {one.person for one in self.confirmed if one.capacity is Capacity.OTHER}
        return any(one != two for one in chair for two in other)
