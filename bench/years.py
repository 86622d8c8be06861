"""A committee with many years behind it, and the same few matters before it.

However long its log is, the matters of today are the same: so a page about them can be set beside
the same page of a committee that has just begun.
"""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from flask.testing import FlaskClient

from bench.committee import NOW, TURNS, Club
from bench.screen import Screen, serving
from domain.act import Act
from domain.batch import Batch
from domain.ids import PersonId, ProposalId
from domain.values import EventId, LocalMoment
from domain.voting.answers import Choice
from web import create_app
from web.services import Services
from web.settings import Settings
from web.signin import SignIn

FEW, MANY = 1_000, 1_000_000
PEOPLE = 40
EVENTS_A_MATTER = PEOPLE + 12
APART = timedelta(hours=1)
PRESENT = 150
"""About so many events the committee's founding and its matters of today take."""


@dataclass(frozen=True)
class Years:
    """A data folder, and whose and which pages to look at."""

    folder: Path
    people: tuple[PersonId, ...]
    decision: ProposalId
    vote: ProposalId

    @classmethod
    def of(cls, folder: Path, events: int) -> Self:
        """About so many events, the latest of them the matters of today."""
        club = Club.founded(folder, PEOPLE)
        matters = (events - PRESENT) // EVENTS_A_MATTER
        with club.governance.batch() as batch:
            for number in range(matters):
                _matter(club, batch, NOW - (matters - number) * APART)
            decision, vote = _today(club)
        club.close()
        return cls(folder, club.people, decision, vote)

    @property
    def pages(self) -> dict[str, str]:
        """The pages that are measured, by what they are called."""
        before = f"{NOW - APART / 2:?at=%Y-%m-%dT%H:%M:%SZ}"
        return {
            "NOW": "/",
            "an open vote": f"/ideas/{self.vote}",
            "PLAN": "/plan/",
            "JOBS": "/jobs/",
            "the decision": f"/ideas/{self.decision}",
            "WHY": "/why/",
            "the story of a decision": f"/why/{self.decision}",
            "the record": "/why/record",
            "changes without a reason": "/why/record/without-a-reason",
            "PLAN before today's matters": f"/plan/{before}",
            "JOBS before today's matters": f"/jobs/{before}",
            "WHY before today's matters": f"/why/{before}",
        }

    def served(self) -> AbstractContextManager[Screen]:
        """A server for this folder, in a process of its own, and somebody who is signed in."""
        return serving("years", self.folder, self.people[0].hex)

    def browser(self, services: Services) -> FlaskClient:
        """Somebody who is signed in and looks at pages."""
        app = create_app(services, Settings(data=self.folder), lambda: NOW + timedelta(days=1))
        token = SignIn(services.governance.vault).begin(NOW, self.people[0])
        client = app.test_client()
        client.set_cookie(app.config["SESSION_COOKIE_NAME"], token)
        return client


def _matter(club: Club, batch: Batch, at: datetime) -> None:
    """A question, its ballots and its decision; a plan that rests on it, and a job that is done."""
    governance, chair = club.governance, Act.now(club.people[0], at)
    decision = _decide(club, at, "A matter")
    on = LocalMoment(day=at.date())
    plan = governance.make_plan(chair, club.committee, "Then", on, authority=decision)
    for label in ("Place", "Music", "Food"):
        governance.write_line(chair, plan, label, "As decided", authority=decision)
    task = governance.add_task(chair, club.committee, "To do", plan=plan, authority=decision)
    holder = Act.now(club.people[batch.recorded % PEOPLE], at)
    governance.take_task(holder, task)
    governance.finish_task(holder, task)


def _decide(club: Club, at: datetime, title: str) -> EventId:
    proposal = _vote(club, at, title)
    club.governance.close_voting(Act.now(club.people[0], at), proposal)
    return club.governance.authority_of(proposal)


def _vote(club: Club, at: datetime, title: str) -> ProposalId:
    chair = Act.now(club.people[0], at)
    proposal = club.governance.make_proposal(chair, club.committee, title)
    club.governance.open_voting(chair, proposal)
    for turn, person in enumerate(club.people):
        answer = Choice.YES if turn % 2 else TURNS[turn % len(TURNS)]
        club.governance.cast_ballot(Act.now(person, at), proposal, answer)
    return proposal


def _today(club: Club) -> tuple[ProposalId, ProposalId]:
    """What lies before the committee: a plan of eight lines, ten jobs, a vote that is open."""
    governance, chair = club.governance, Act.now(club.people[0], NOW)
    proposal = _vote(club, NOW, "A club night")
    governance.close_voting(chair, proposal)
    decision = governance.authority_of(proposal)
    on = LocalMoment(day=NOW.date() + timedelta(days=14))
    plan = governance.make_plan(chair, club.committee, "Club night", on, authority=decision)
    for number in range(8):
        governance.write_line(chair, plan, f"Line {number}", "As decided", authority=decision)
    for number, person in enumerate(club.people[:10]):
        title = f"Job {number}"
        task = governance.add_task(chair, club.committee, title, plan=plan, authority=decision)
        if number % 2:
            governance.take_task(Act.now(person, NOW), task)
    return proposal, club.question()
