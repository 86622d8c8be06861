"""A small club behind the pages, and people who press on them as a browser would."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from domain.act import Act
from domain.application import Governance
from domain.events import Event
from domain.ids import CHAIR, CommitteeId, PersonId, PlanId, ProposalId, TaskId
from domain.kinds import Domain, Seat
from domain.values import EventId, LocalMoment
from domain.voting.answers import Answer, Choice
from domain.voting.rule import Method, Rule
from web import create_app
from web.services import Services
from web.settings import Settings
from web.signin import SignIn

START = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)
JULY = date(2026, 7, 3)
MAJORITY = Rule(method=Method.MAJORITY)
YES, NO, NOT_SURE, A_WORRY = Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.OBJECTION

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


@dataclass
class Hands:
    """A clock that stands still until a test moves it."""

    now: datetime = START

    def __call__(self) -> datetime:
        return self.now

    def on(self, **more: float) -> None:
        self.now += timedelta(**more)


class Visitor:
    """One person's browser."""

    def __init__(self, app: Flask, base_url: str = "http://localhost") -> None:
        self.client: FlaskClient = app.test_client()
        self._at = base_url

    def get(self, path: str, **more: Any) -> TestResponse:
        return self.client.get(path, buffered=True, base_url=self._at, **more)

    def post(self, path: str, **form: Any) -> TestResponse:
        """Press a button of a form; its token comes from a page that was looked at before."""
        form = {"csrf_token": self.token(), **form}
        return self.client.post(path, data=form, base_url=self._at)

    def press_link(self, path: str) -> TestResponse:
        """Follow a link, and where it leads on to."""
        return self.get(path, follow_redirects=True)

    def press(self, path: str, **form: Any) -> TestResponse:
        """Press a button and see the page that comes next."""
        answer = self.post(path, **form)
        assert answer.status_code == 303, words(answer)
        return self.get(answer.location)

    def token(self) -> str:
        found = TOKEN.search(self.get("/look").text)
        assert found
        return unescape(found[1])


@dataclass
class Club:
    """The club: Asha runs the meetings; Ben, Cara and Dev are members; Eve does not belong."""

    services: Services
    app: Flask
    clock: Hands
    people: dict[str, PersonId] = field(default_factory=dict)
    committee: CommitteeId | None = None

    @property
    def does(self) -> Governance:
        return self.services.governance

    @property
    def here(self) -> CommitteeId:
        assert self.committee
        return self.committee

    def act(self, name: str) -> Act:
        return Act.now(self.people[name], self.clock.now)

    def found(self, *members: str, chair: str = "Asha") -> None:
        for name in (*members, "Eve"):
            self.people[name] = self.does.register_person(Act.of_program(self.clock.now), name)
        self.committee = self.does.found_committee(self.act(chair), "Club night", MAJORITY)
        for name in members:
            self.does.seat_person(self.act(chair), self.here, self.people[name], Seat.MEMBER)
        self.does.give_role(self.act(chair), self.here, CHAIR, "chair", self.people[chair])

    # ---- What has happened before a test begins

    def idea(
        self,
        title: str = "DJ Sam",
        by: str = "Ben",
        text: str = "",
        about: Domain = Domain.NOT_STATED,
    ) -> ProposalId:
        return self.does.make_proposal(self.act(by), self.here, title, text=text, domain=about)

    def vote(
        self,
        title: str = "DJ Sam",
        *,
        days: float | None = 3,
        about: Domain = Domain.NOT_STATED,
    ) -> ProposalId:
        idea = self.idea(title, about=about)
        closes = self.clock.now + timedelta(days=days) if days else None
        self.does.open_voting(self.act("Asha"), idea, closes_at=closes)
        return idea

    def cast(self, idea: ProposalId, **answers: Answer) -> None:
        for name, answer in answers.items():
            self.does.cast_ballot(self.act(name), idea, answer)

    def decided(
        self, title: str = "DJ Sam", answer: Answer = YES, about: Domain = Domain.NOT_STATED
    ) -> ProposalId:
        idea = self.vote(title, days=None, about=about)
        self.cast(idea, Asha=answer, Ben=answer, Cara=NO)
        self.does.close_voting(self.act("Asha"), idea)
        return idea

    def reason(self, title: str = "A club night", about: Domain = Domain.NOT_STATED) -> EventId:
        return self.does.authority_of(self.decided(title, about=about))

    def agreed(self, title: str = "How we decide") -> EventId:
        """A yes to an idea about what we agree beforehand: a rule, or what somebody does alone."""
        return self.reason(title, Domain.RULES)

    def plan(
        self, title: str = "July night", cited: EventId | None = None, day: date = JULY
    ) -> PlanId:
        on = LocalMoment(day=day, zone="Europe/London")
        cited = cited or self.reason()
        return self.does.make_plan(self.act("Asha"), self.here, title, on, authority=cited)

    def job(self, title: str = "Open the door", *holders: str, **more: Any) -> TaskId:
        job = self.does.add_task(
            self.act("Asha"), self.here, title, authority=self.reason(), **more
        )
        for name in holders:
            self.does.take_task(self.act(name), job)
        return job

    # ---- Pressing and looking

    def visitor(self) -> Visitor:
        return Visitor(self.app)

    def link(self, name: str | None, role: str | None = None) -> str:
        person = self.people[name] if name else None
        links = SignIn(self.services.governance.vault)
        return links.make_link(person, self.clock.now, role)[0]

    def enter(self, name: str) -> Visitor:
        visitor, card = self.visitor(), self.link(name)
        answer = visitor.post("/enter", card=card)
        assert answer.status_code == 303, words(answer)
        return visitor

    def written(self, press: Callable[[], object]) -> list[Event]:
        """What a press adds to the log."""
        before = self.does.position()
        press()
        return [event for page in self.does.history(before) for _, event in page]


@contextmanager
def club_in(folder: Path) -> Iterator[Club]:
    """The club in this folder, opened and closed."""
    services, clock = Services.open(folder), Hands()
    club = Club(services, create_app(services, Settings(folder), clock=clock), clock)
    club.found("Asha", "Ben", "Cara", "Dev")
    yield club
    services.close()


def words(answer: TestResponse) -> str:
    """What a person reads on a page."""
    main = re.sub(r"(?s)<head>.*?</head>|<[^>]+>", " ", re.sub(r"</?bdi>", "", answer.text))
    return re.sub(r" ([.,])", r"\1", re.sub(r"\s+", " ", unescape(main))).strip()
