"""How the demonstration is told: who did what, so many days ago at that hour."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.act import Act
from domain.application import Governance
from domain.events import ProposalMade
from domain.ids import CommitteeId, MeetingId, OptionId, PersonId, PlanId, ProposalId, TaskId
from domain.kinds import LineKind, MeetingRole
from domain.values import Due, EventId, LocalMoment
from domain.voting.answers import Answer

FRIDAY = 4
ZONE = ZoneInfo("Europe/London")


class Telling:
    """The people, the committee, and the words that a story is told in."""

    def __init__(self, governance: Governance, now: datetime) -> None:
        self.does = governance
        self.now = now
        self.people: dict[str, PersonId] = {}
        self.committee: CommitteeId
        self.meeting: MeetingId | None = None
        self.night = self._a_friday()

    @contextmanager
    def _meeting(self, days: int, said: str) -> Iterator[None]:
        """Everybody met that evening, and what was done meanwhile was done there."""
        meeting = self.does.hold_meeting(self._act("Asha", days, 17), self.committee)
        self.does.note_attendance(self._act("Asha", days, 17), meeting, [*self.people.values()])
        self.does.hold_meeting_role(self._act("Asha", days, 17), meeting, MeetingRole.CHAIR)
        self.does.take_note(self._act("Cara", days, 17), meeting, said)
        self.meeting = meeting
        yield
        self.meeting = None
        self.does.close_meeting(self._act("Asha", days, 20), meeting)

    def _at(self, days: int, hour: int) -> datetime:
        day = (self.now - timedelta(days=days)).astimezone(ZONE)
        return day.replace(hour=hour, minute=0, second=0, microsecond=0)

    def _act(self, name: str, days: int, hour: int) -> Act:
        return replace(Act.now(self.people[name], self._at(days, hour)), meeting=self.meeting)

    def _a_friday(self) -> datetime:
        soon = self.now + timedelta(days=14)
        return soon + timedelta(days=(FRIDAY - soon.weekday()) % 7)

    def _day(self, days: int) -> Due:
        return Due(on=LocalMoment(day=(self.night + timedelta(days=days)).date()))

    def _idea(self, name: str, days: int, title: str, text: str) -> ProposalId:
        return self.does.make_proposal(self._act(name, days, 18), self.committee, title, text=text)

    def _open(self, idea: ProposalId, days: int, closes: int) -> None:
        self.does.open_voting(self._act("Asha", days, 18), idea, closes_at=self._at(closes, 17))

    def _cast(self, idea: ProposalId, days: int, votes: Mapping[str, Answer]) -> None:
        for name, answer in votes.items():
            self.does.cast_ballot(self._act(name, days, 18), idea, answer)

    def _vote(self, idea: ProposalId, days: int, closes: int, votes: Mapping[str, Answer]) -> None:
        self._open(idea, days, closes)
        self._cast(idea, days - 1, votes)
        self.does.settle_voting(idea, self._at(closes, 17))

    def _options(self, idea: ProposalId) -> list[OptionId]:
        made = self.does.events_of(idea)[0]
        return [option.option for option in made.options] if isinstance(made, ProposalMade) else []

    def _line(  # noqa: PLR0913 -- a line has these parts
        self,
        plan: PlanId,
        name: str,
        days: int,
        label: str,
        kind: LineKind,
        words: str,
        cited: EventId,
    ) -> None:
        act = self._act(name, days, 18)
        self.does.write_line(act, plan, label, words, kind=kind, authority=cited)

    def _job(  # noqa: PLR0913 -- a job has these parts
        self,
        title: str,
        days: int,
        cited: EventId,
        plan: PlanId,
        due: Due,
        people: int = 1,
        place: str = "",
    ) -> TaskId:
        return self.does.add_task(
            self._act("Asha", days, 18),
            self.committee,
            title,
            plan=plan,
            due=due,
            people=people,
            place=place,
            authority=cited,
        )

    def _held(
        self, title: str, plan: PlanId, cited: EventId, before: int, *names: str, place: str = ""
    ) -> TaskId:
        """A job that these people took, so many minutes before the club begins."""
        due = Due(before_plan=before)
        job = self._job(title, 6, cited, plan, due, people=len(names), place=place)
        for name in names:
            self.does.take_task(self._act(name, 6, 18), job)
        return job

    def _give(self, job: TaskId, giver: str, taker: str, note: str, days: int) -> None:
        self.does.offer_handover(self._act(giver, days, 11), job, self.people[taker], note)
