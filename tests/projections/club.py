"""A film club whose people act through ``Governance``, and the read models that look on.

Asha founded it and runs its meetings. Ben and Cara have a vote, Dev only looks on.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from domain.act import Act
from domain.application import Governance
from domain.ids import CHAIR, CommitteeId, PersonId, PlanId, ProposalId, TaskId
from domain.kinds import Domain, Precision, Seat
from domain.values import EventId
from domain.voting.answers import Answer
from domain.voting.rule import Rule
from projections.audit import Audit
from projections.decisions import Decisions
from projections.directory import Directory
from projections.naming import Naming
from projections.plan import Plans
from projections.seen import DecisionSeen, ProposalSeen
from projections.tasks import Tasks
from projections.views import Views
from tests.facts import MAJORITY, NOON, YES, imported
from tests.scenario import governing
from web.services import READ_MODELS


@dataclass
class Club:
    """The committee, its people, and what can be asked about them."""

    governance: Governance
    views: Views
    now: datetime = NOON
    asha: PersonId = field(init=False)
    ben: PersonId = field(init=False)
    cara: PersonId = field(init=False)
    dev: PersonId = field(init=False)
    committee: CommitteeId = field(init=False)

    def __post_init__(self) -> None:
        act = Act.of_program(self.now)
        with self.governance.batch():
            known = [self.governance.register_person(act, name) for name in NAMES]
        self.asha, self.ben, self.cara, self.dev = known

    @property
    def people(self) -> tuple[PersonId, ...]:
        return self.asha, self.ben, self.cara, self.dev

    def found(self, rule: Rule = MAJORITY, *, chair: bool = False) -> "Club":
        """Found the committee and seat its people."""
        asha = self.by(self.asha)
        with self.governance.batch():
            self.committee = self.governance.found_committee(asha, "Film Club", rule)
            for person in self.people[:3]:
                self.governance.seat_person(asha, self.committee, person)
            self.governance.seat_person(asha, self.committee, self.dev, Seat.OBSERVER)
            if chair:
                self.governance.give_role(asha, self.committee, CHAIR, "Chair", self.asha)
        return self

    def by(self, person: PersonId) -> Act:
        """This person presses now."""
        return Act.now(person, self.now)

    def told(self, person: PersonId) -> Act:
        """A history kept elsewhere tells that they pressed now, to the day."""
        return replace(imported(person, self.now), occurred_to=Precision.DAY)

    def later(self, **more: float) -> datetime:
        """Time goes by."""
        self.now += timedelta(**more)
        return self.now

    def idea(
        self,
        title: str = "A club night",
        options: Sequence[str] = (),
        about: Domain = Domain.NOT_STATED,
    ) -> ProposalId:
        """Ben has an idea."""
        return self.governance.make_proposal(
            self.by(self.ben), self.committee, title, options=options, domain=about
        )

    def open(
        self,
        title: str = "A club night",
        closes_at: datetime | None = None,
        about: Domain = Domain.NOT_STATED,
    ) -> ProposalId:
        """Ben has an idea, and Asha opens the vote."""
        idea = self.idea(title, about=about)
        self.governance.open_voting(self.by(self.asha), idea, closes_at=closes_at)
        return idea

    def vote(self, idea: ProposalId, *answers: Answer) -> None:
        """Asha, Ben and Cara answer, in this order."""
        for person, answer in zip(self.people, answers, strict=False):
            self.governance.cast_ballot(self.by(person), idea, answer)

    def close(self, idea: ProposalId) -> None:
        self.governance.close_voting(self.by(self.asha), idea)

    def decide(
        self,
        title: str = "A club night",
        answer: Answer = YES,
        about: Domain = Domain.NOT_STATED,
    ) -> EventId:
        """The committee decides on this; the decision's name."""
        with self.governance.batch():
            idea = self.open(title, about=about)
            self.vote(idea, answer, answer, answer)
            self.close(idea)
        return self.governance.events_of(idea)[-1].event_id

    def plan(self, title: str = "Friday night", **more: Any) -> PlanId:
        """A plan, and the decision that allows it."""
        right = more.pop("authority", None) or self.decide(title)
        act = self.by(self.ben)
        return self.governance.make_plan(act, self.committee, title, authority=right, **more)

    def task(self, title: str = "Speakers", **more: Any) -> TaskId:
        """A job, and the decision that allows it."""
        right = more.pop("authority", None) or self.decide(title)
        act = self.by(self.ben)
        return self.governance.add_task(act, self.committee, title, authority=right, **more)

    # ---- What is asked

    def seen(self, idea: ProposalId, now: datetime | None = None) -> ProposalSeen:
        """An idea as it stands now, or then."""
        found = self.decisions.proposal(idea, now or self.now)
        assert found
        return found

    def decision(self, idea: ProposalId) -> DecisionSeen:
        """What was decided on it."""
        found = self.seen(idea).decision
        assert found
        return found

    @property
    def naming(self) -> Naming:
        return self.views.of(Naming)

    @property
    def directory(self) -> Directory:
        return self.views.of(Directory)

    @property
    def decisions(self) -> Decisions:
        return self.views.of(Decisions)

    @property
    def plans(self) -> Plans:
        return self.views.of(Plans)

    @property
    def tasks(self) -> Tasks:
        return self.views.of(Tasks)

    @property
    def audit(self) -> Audit:
        return self.views.of(Audit)


NAMES = ("Asha", "Ben", "Cara", "Dev")


@contextmanager
def club_in(folder: Path) -> Iterator[Club]:
    """A club of four people in this folder, not yet founded."""
    with governing(folder) as governance:
        views = Views(folder / "views.db", governance, READ_MODELS)
        try:
            yield Club(governance, views)
        finally:
            views.close()


@contextmanager
def again_in(folder: Path, club: Club) -> Iterator[Club]:
    """The same club, when the program is started again."""
    with governing(folder) as governance:
        views = Views(folder / "views.db", governance, READ_MODELS)
        same = copy(club)
        same.governance, same.views = governance, views
        try:
            yield same
        finally:
            views.close()
