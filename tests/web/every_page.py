"""Every page that the demonstration shows, found as people find them: by links and by presses.

Each reader follows every kind of link, and then sends every kind of form twice: as it stands, and
with some words written in it. So the pages that come after a press are here too, and those that say
what is wrong. What an address is about is known by its route: of each kind only the first few are
looked at. Each has a copy of the demonstration to press in, so nobody finds done what is theirs.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from shutil import copytree
from urllib.parse import urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from domain.act import Act
from domain.ids import PersonId
from tests.shared_work import done_together
from tests.web.more_choices import hold_choices
from tests.web.more_elections import hold_elections
from tests.web.more_rights import give_rights, step_in
from tests.web.more_votes import There, hold_votes
from tests.web.page_kinds import kind_of, route_of
from tests.web.page_parts import Button, Form, Parts
from tests.web.readers import (
    ELSEWHERE,
    READERS,
    ask_and_hurry,
    found_another,
    seat_the_missing,
)
from tests.web.reading_age import marked
from web import create_app
from web.demo import fill
from web.services import Services
from web.settings import Settings
from web.signin import SignIn

NOW = datetime(2026, 6, 3, 9, 30, tzinfo=UTC)
OF_EACH_KIND, IF_ASKED_MORE, QUESTIONS = 10, 2, 40
"""So many pages of one kind are looked at; of those with a question in the address, fewer.

Of votes and results more: each way of deciding has its own.
"""
LAST = (
    *("people.note_leaving", "people.lay_down_chair", "people.leave"),
    *("enter.leave_everywhere", "enter.leave"),
)
"""Presses after which somebody sees less, or nothing."""
SAID = "A few words"
HOME, OUTSIDE = (
    ("/", "/people/committees", "/why/right/", "/why/sharing/record"),
    ("/enter", "/left", "/enter/old", "/nowhere"),
)
"""Where people begin. NOW asks whether the record is right, where nothing else is waiting."""


@dataclass(frozen=True)
class Seen:
    """One page as it came to somebody."""

    reader: str
    page: str
    path: str
    status: int
    headers: dict[str, str]
    html: str
    parts: Parts = field(compare=False, repr=False)


@dataclass
class Walk:
    """One reader's way through the pages."""

    app: Flask
    services: Services
    reader: str
    person: PersonId | None
    seen: list[Seen] = field(default_factory=list)
    forms: dict[tuple[str, str], tuple[Form, Button]] = field(default_factory=dict)
    _looked: set[str] = field(default_factory=set)
    _kinds: Counter[str] = field(default_factory=Counter)
    _client: FlaskClient | None = None

    def follow(self, *paths: str) -> None:
        """Look at these, and at whatever they lead to."""
        waiting = list(paths)
        while waiting:
            path = waiting.pop(0)
            kind = kind_of(self.app, path)
            if path in self._looked or not kind or self._kinds[kind] >= _most(kind):
                continue
            self._looked.add(path)
            self._kinds[kind] += 1
            seen = self._note(self._get(path))
            waiting += [urlsplit(link)._replace(fragment="").geturl() for link in seen.parts.links]

    def press(self) -> None:
        """Send every kind of form that was met, those last that end something."""
        pressed: set[tuple[str, str]] = set()
        while left := [form for form in self.forms.items() if form[0] not in pressed]:
            kind, (form, button) = min(left, key=_those_last)
            pressed.add(kind)
            for filled in (False, True):
                self._send(kind[0], form, button, filled=filled)

    # ---- One page

    def _get(self, path: str) -> TestResponse:
        return self.client.get(path, follow_redirects=True)

    def _send(self, page: str, form: Form, button: Button, *, filled: bool) -> None:
        said = {**form.fields, "csrf_token": self._token()}
        if button.name:
            said[button.name] = button.value
        if filled:
            said |= {name: said[name] or marked(SAID) + _number(name) for name in form.written}
        to, send = button.action or form.action, self.client.post
        if form.method == "get":
            answer = self.client.get(to, query_string=said, follow_redirects=True)
        else:
            answer = send(to, data=said, follow_redirects=True)
        seen = self._note(answer)
        if not any(page == last for last in LAST):
            self.follow(*(link for link in seen.parts.links if "/enter/" not in link))

    def _note(self, answer: TestResponse) -> Seen:
        html = answer.text if answer.mimetype == "text/html" else ""
        path = urlsplit(answer.request.url)._replace(scheme="", netloc="").geturl()
        page = route_of(self.app, path, answer.request.method) or "not here"
        told = answer.status_code, dict(answer.headers), html, Parts(html)
        seen = Seen(self.reader, page, path, *told)
        if html:
            self.seen.append(seen)
        for form in seen.parts.forms:
            for button in form.buttons:
                to = route_of(self.app, button.action or form.action, form.method.upper())
                self.forms.setdefault((to, f"{button.name}={_kind_of(button)}"), (form, button))
        return seen

    # ---- Who looks, and at what

    @property
    def client(self) -> FlaskClient:
        """Their browser. Whoever has been signed out comes in again."""
        if self._client is None:
            self._client = self.app.test_client()
            if self.person:
                card = SignIn(self.services.governance.vault).make_link(self.person, NOW)[0]
                page = Parts(self._client.get(f"/enter/{card}").text)
                self._client.post("/enter", data=page.forms[0].fields)
        return self._client

    def _token(self) -> str:
        page = Parts(self.client.get("/look").text)
        if self.person and not any(form.action == "/leave" for form in page.forms):
            self._client = None
            page = Parts(self.client.get("/look").text)
        return page.forms[-1].fields["csrf_token"]


def _most(kind: str) -> int:
    if kind == "proposals.show?":
        return QUESTIONS
    return OF_EACH_KIND if kind.endswith("?") else IF_ASKED_MORE


def _kind_of(button: Button) -> str:
    """Its value; one stands for all where the value is a thing's id."""
    return "" if len(button.value) > 30 else button.value


def _number(name: str) -> str:
    """The number of a field that is one of several, where each has to say something else."""
    return "".join(filter(str.isdigit, name))


def _those_last(form: tuple[tuple[str, str], tuple[Form, Button]]) -> int:
    return LAST.index(form[0][0]) if form[0][0] in LAST else -1


def prepared(folder: Path) -> dict[str, PersonId]:
    """What all readers meet; what people wrote is marked."""
    services = Services.open(folder)
    people = all_told(services)
    mark_what_people_wrote(services)
    services.views.catch_up()
    services.close()
    return people


def all_told(services: Services) -> dict[str, PersonId]:
    """The demonstration, and on it whoever else reads, and whatever else can be met."""
    does, people = services.governance, dict(fill(services.governance, NOW))
    services.views.catch_up()
    (club,) = services.directory.committees()
    chair = Act.now(people["Asha"], NOW)
    (right, *found) = services.decisions.register(club.committee)
    cited = does.authority_of(right.proposal)
    rules = next(one.event for one in found if one.title.startswith("At least four"))
    seat_the_missing(does, chair, club.committee, people, cited)
    there = found_another(does, chair, people, cited)
    ask_and_hurry(does, chair, club.committee, there, people[ELSEWHERE], cited)
    more = There(does, chair, club.committee, people, rules)
    for tell in (hold_choices, hold_elections, hold_votes, give_rights, step_in):
        tell(more)
    return people


def mark_what_people_wrote(services: Services) -> None:
    with services.governance.vault.database.writing() as connection:
        kept = connection.execute("SELECT words, seal FROM sealed_text").fetchall()
        connection.executemany(
            "UPDATE sealed_text SET words = ? WHERE seal = ?",
            [(marked(words), seal) for words, seal in kept],
        )


def met_together(folder: Path) -> list[Seen]:
    """What all readers meet, one after the other; whoever names this folder helps to walk."""
    first = folder / "first"
    (people,) = done_together(folder, {"people": lambda: prepared(first)})
    walks = {name: partial(walked, first, name, people.get(name)) for name in READERS}
    return [seen for walk in done_together(folder, walks) for seen in walk]


def walked(first: Path, reader: str, person: PersonId | None) -> list[Seen]:
    """What one reader sees: first all that is there, then all that comes of pressing."""
    own = first.with_name(f"of {reader}")
    copytree(first, own)
    services = Services.open(own)
    app = create_app(services, Settings(own), clock=lambda: NOW)
    walk = Walk(app, services, reader, person)
    walk.follow(*(HOME if walk.person else OUTSIDE))
    walk.press()
    services.close()
    return walk.seen
