"""The club as its story is told: who and what there is by now, and what is still to be told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.act import Act
from domain.application import Governance
from domain.batch import Batch
from domain.ids import (
    AdjustmentId,
    CommitteeId,
    DisputeId,
    LineId,
    MandateId,
    MeetingId,
    ObjectionId,
    OptionId,
    PersonId,
    PlanId,
    ProposalId,
    StepInId,
    TaskId,
)
from domain.kinds import LineKind, Through
from domain.sealed import Sealed
from domain.values import EventId, Money
from web.demo.dates import Dates, Day
from web.demo.people import FOUNDER

Deed = Callable[[datetime], object]


@dataclass(frozen=True)
class Line:
    """What holds from a decision on: for every night to come, or only for the next."""

    label: str
    kind: LineKind
    words: str = ""
    pounds: int | None = None
    only: bool = False


class Club:
    """What has happened, by the names that the story has for it; and the story's diary."""

    def __init__(self, governance: Governance, now: datetime, batch: Batch) -> None:
        self.does = governance
        self.dates = Dates(now)
        self.batch = batch
        self.committee: CommitteeId
        self.chair = FOUNDER
        self.people: dict[str, PersonId] = {}
        self.ideas: dict[str, ProposalId] = {}
        self.options: dict[str, list[OptionId]] = {}
        self.worries: dict[str, ObjectionId] = {}
        self.plans: dict[int, PlanId] = {}
        self.standing: dict[str, tuple[Line, EventId]] = {}
        self.lines: dict[tuple[int, str], LineId] = {}
        self.jobs: dict[tuple[int, str], TaskId] = {}
        self.holders: dict[tuple[int, str], list[str]] = {}
        self.meetings: dict[int, MeetingId] = {}
        self.mandate: MandateId
        self.step_in: StepInId
        self.adjustment: AdjustmentId
        self.disputed: DisputeId
        self._diary: list[tuple[datetime, int, Deed]] = []

    # ---- The diary

    def on(self, day: Day, hour: int, deed: Deed, minute: int = 0) -> None:
        """Put down what happens on that day. What is put down first comes first at one moment."""
        self._diary.append((self.dates.at(day, hour, minute), len(self._diary), deed))

    def live(self) -> None:
        """Let it all happen, in order."""
        for moment, _, deed in sorted(self._diary, key=lambda entry: entry[:2]):
            deed(moment)

    # ---- Whose act it is

    def act(self, name: str, at: datetime, why: str = "") -> Act:
        """What somebody does themselves."""
        return Act.now(self.people[name], at, Sealed.maybe(why))

    def told_late(self, name: str, at: datetime, happened: datetime, by: str) -> Act:
        """What somebody did a while ago; another writes it down as it is told."""
        return Act(
            self.people[name],
            at,
            occurred_at=happened,
            recorded_by=self.people[by],
            through=Through.TOLD,
        )

    def with_help(self, name: str, at: datetime, helper: str) -> Act:
        """What somebody does on the screen of who helps them."""
        pressed = self.people[helper]
        return Act(self.people[name], at, recorded_by=pressed, through=Through.SUPPORTERS_SCREEN)

    # ---- What holds

    def right(self, *ideas: str) -> EventId:
        """The decision on the first of these that has been made."""
        return self.does.authority_of(next(self.ideas[key] for key in ideas if key in self.ideas))

    def hold(self, line: Line, night: int, by: str, at: datetime, cited: EventId) -> None:
        """Write down what was decided, in every plan that it is for."""
        if not line.only:
            self.standing[line.label] = line, cited
        ahead = [n for n in self.plans if self.dates.at(Day(n, 0), 19) > at]
        for number in [night] if line.only else ahead:
            self.write(number, line, by, at, cited)

    def write(self, night: int, line: Line, by: str, at: datetime, cited: EventId) -> None:
        """Write a line of one night's plan, or write it anew."""
        self.lines[night, line.label] = self.does.write_line(
            self.act(by, at),
            self.plans[night],
            line.label,
            line.words,
            line=self.lines.get((night, line.label)),
            kind=line.kind,
            money=pounds(line.pounds),
            authority=cited,
        )


def pounds(number: int | None) -> Money | None:
    """So many pounds, if any."""
    return None if number is None else Money(amount=number * 100, currency="GBP")


def minutes(number: int) -> timedelta:
    """So many minutes."""
    return timedelta(minutes=number)
