"""Who tells a story: what there is by now, what is still to be told, and how each act is kept."""

from collections.abc import Callable, Container
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from domain.act import Act
from domain.application import Governance
from domain.errors import NoAuthority
from domain.ids import (
    CommitteeId,
    ImportId,
    LineId,
    MandateId,
    MeetingId,
    OptionId,
    PersonId,
    PlanId,
    ProposalId,
    StepInId,
    TaskId,
)
from domain.kinds import Through
from domain.sealed import Sealed
from domain.values import EventId, Source, event_id
from web.demo.people import STAFF

Deed = Callable[[datetime], object]

_STORIES = UUID("0b8e3f5a-91c4-4a52-8f0e-6d7c2a9b1e34")


class Ids:
    """Ids that come out the same whenever a story is told: the first, the second, and so on."""

    def __init__(self, story: str) -> None:
        self._story = uuid5(_STORIES, story)
        self._last = 0

    def fresh(self, taken: Container[object] = ()) -> UUID:
        """The next id."""
        del taken
        self._last += 1
        return uuid5(self._story, str(self._last))

    def tell(self, made: Any) -> Any:
        """What happened, as the rules have made it."""
        return made


class Teller:
    """What has happened so far, by the names that a story has for it; and its diary."""

    def __init__(self, governance: Governance, story: str) -> None:
        self.does = governance
        self.ids = Ids(story)
        self.file = ImportId(self.ids.fresh())
        self.committee: CommitteeId
        self.consent: EventId
        """By which rule the jobs are shared out."""
        self.mandate: MandateId
        self.staff_mandate: MandateId | None = None
        self.chair = ""
        self.people: dict[str, PersonId] = {}
        self.meetings: dict[int, MeetingId] = {}
        self.plans: dict[int, PlanId] = {}
        self.choices: dict[tuple[int, str], ProposalId] = {}
        self.options: dict[tuple[int, str], list[OptionId]] = {}
        self.lines: dict[tuple[int, str], LineId] = {}
        self.jobs: dict[tuple[int, str], TaskId] = {}
        self.step_ins: dict[int, StepInId] = {}
        self._diary: list[tuple[datetime, datetime, int, Deed]] = []
        self._noted = 0

    def on(self, at: datetime, deed: Deed, noted: datetime | None = None) -> None:
        """Put down what happens, and when it is written down if that is later."""
        self._diary.append((max(noted or at, at), at, len(self._diary), deed))

    def live(self) -> None:
        """Let it all happen, in the order in which it is written down."""
        for _, at, _, deed in sorted(self._diary, key=lambda entry: entry[:3]):
            deed(at)

    def last_event(self, stream: UUID) -> EventId:
        """What happened last to this."""
        known = self.does.known(stream)
        return event_id(stream, known.version if known else self.does.version_of(stream))

    def decision(self, night: int, what: str) -> EventId:
        """The decision on a choice, for what changes because of it."""
        return self.does.authority_of(self.choices[night, what])

    def said_yes(self, night: int, what: str) -> bool:
        """Whether a choice was made, and not turned down."""
        with suppress(NoAuthority):
            return bool(self.decision(night, what))
        return False

    def act(self, name: str, at: datetime, why: str = "", night: int = 0) -> Act:
        """What somebody does themselves; ``night`` is the one whose meeting they do it in."""
        act = Act.now(self.people[name], at, Sealed.maybe(why))
        return replace(act, told=self.ids, meeting=self.meetings.get(night))

    def act_of_program(self, at: datetime) -> Act:
        """What the program writes by itself."""
        return replace(Act.of_program(at), told=self.ids)

    def kept(self, name: str, at: datetime, noted: datetime, night: int = 0) -> Act:
        """What somebody did, as staff kept it elsewhere and took it in later.

        So it need not go by the rules; nobody else was there as it was written down.
        """
        self._noted += 1
        return Act(
            self.people[name],
            noted,
            occurred_at=at,
            noted_at=noted,
            recorded_by=self.people[STAFF],
            through=Through.TOLD,
            meeting=self.meetings.get(night),
            source=Source(run=self.file, line=self._noted),
            told=self.ids,
        )


class Pen:
    """How one night is written down: by each as it happens, or by staff, days later."""

    def __init__(self, teller: Teller, noted: datetime | None, night: int) -> None:
        self.teller = teller
        self.noted = noted
        self.night = night

    @property
    def is_staffs(self) -> bool:
        """Whether staff hold it."""
        return self.noted is not None

    def on(self, at: datetime, deed: Deed) -> None:
        """Put down what happens."""
        self.teller.on(at, deed, self.noted)

    def act(self, name: str, at: datetime, why: str = "", *, there: bool = False) -> Act:
        """What somebody does; ``there``: in the meeting. Staff write no reasons down."""
        night = self.night if there else 0
        if self.noted is None:
            return self.teller.act(name, at, why, night)
        return self.teller.kept(name, at, max(self.noted, at), night)
