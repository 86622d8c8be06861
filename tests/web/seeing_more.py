"""Pages as somebody outside the committee looks through them for what is not theirs to see.

Every name of the log is made one that stands nowhere else, so that it is known wherever it comes
up; what people wrote themselves keeps the names that it has.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from domain.act import Act
from domain.events import PersonRegistered
from domain.ids import CommitteeId, PersonId
from domain.kinds import Route, Seat
from domain.voting.tally import Result
from projections.proposal_sentences import HELPED, UNDERSTOOD, WANTS
from projections.sentences import SAID
from tests.web.page_kinds import kind_of
from tests.web.page_parts import Parts
from web import create_app
from web.services import Services
from web.settings import Settings
from web.signin import SignIn

_parts = lru_cache(maxsize=4)(Parts)
"""The page that is walked on from is the one that was just looked through."""
OF_EACH_KIND, IF_ASKED_MORE = 8, 2
HOME = ("/", "/help", "/people/", "/people/committees", "/plan/", "/jobs/", "/why/", "/meetings/")
BY_OFFICE = r"(?:the chair|staff|an? (?:member|trustee|volunteer|observer))"
STANDS = "|".join(
    (
        *("voted", "put .* first for", "gave points", "these are good enough", "was not sure"),
        *(f"said {said} to" for said in SAID.values()),
        *(*WANTS.values(), *HELPED.values(), *UNDERSTOOD.values(), "took the worry", "explained,"),
    )
)
AWAY = re.compile(rf"(?i)(?:^|[.?!] ){BY_OFFICE} (?:{STANDS})\b")
"""An office beside a vote, a side, a worry or help with a vote."""


@dataclass
class Place:
    """A log, its pages, and the people in it by the names that nobody else has."""

    services: Services
    app: Flask
    committee: CommitteeId
    now: datetime
    people: dict[PersonId, str] = field(default_factory=dict)

    def reader(self, who: PersonId) -> FlaskClient:
        """Their browser, signed in."""
        client = self.app.test_client()
        card = SignIn(self.services.governance.vault).make_link(who, self.now)[0]
        page = Parts(client.get(f"/enter/{card}").text)
        client.post("/enter", data=page.forms[0].fields)
        return client

    def seat(self, name: str, seat: Seat, *, voting: bool) -> PersonId:
        """Somebody more, seated by whoever sits here already."""
        does = self.services.governance
        chair = self.services.directory.members(self.committee)[0].person
        act = Act.now(chair, self.now)
        decided = self.services.decisions.register(self.committee)
        cited = next(
            one.event
            for one in decided
            if one.route is Route.VOTE and one.outcome.result is Result.ADOPTED
        )
        who = does.register_person(act, name)
        does.seat_person(act, self.committee, who, seat, voting=voting, authority=cited)
        return who


def opened(folder: Path, services: Services, committee: CommitteeId, now: datetime) -> Place:
    app = create_app(services, Settings(folder), clock=lambda: now)
    return Place(services, app, committee, now)


def rename(place: Place) -> None:
    """Give everybody a name of their own."""
    vault = place.services.governance.vault
    for page in place.services.governance.history(0):
        for _, event in page:
            if isinstance(event, PersonRegistered):
                number = len(place.people) + 1
                place.people[PersonId(event.originator_id)] = f"Zq{number:03}x"
    with vault.database.writing() as connection:
        for who, name in place.people.items():
            events = place.services.governance.events_of(who)
            seals = [getattr(e, n, None) for e in events for n in ("ref", "details")]
            for seal in filter(None, seals):
                (words,) = connection.execute(
                    "SELECT words FROM sealed_text WHERE seal = ?", (seal,)
                ).fetchone()
                connection.execute(
                    "UPDATE sealed_text SET words = ? WHERE seal = ?", (_renamed(words, name), seal)
                )
    place.services.views.rebuild()


def _renamed(words: str, name: str) -> str:
    try:
        held = json.loads(words)
    except ValueError:
        return name
    return json.dumps({**held, "name": name}) if isinstance(held, dict) else name


def walk(place: Place, client: FlaskClient, *more: str) -> Iterator[tuple[str, TestResponse]]:
    """Every kind of page that can be come to from the places, and these addresses."""
    waiting, seen, kinds = [*HOME, *more], set[str](), Counter[str]()
    while waiting:
        path = waiting.pop(0)
        kind = kind_of(place.app, path)
        most = OF_EACH_KIND if kind.endswith("?") else IF_ASKED_MORE
        if path in seen or not kind or (path not in more and kinds[kind] >= most):
            continue
        seen.add(path)
        kinds[kind] += 1
        answer = client.get(path, follow_redirects=True)
        yield path, answer
        if answer.mimetype == "text/html":
            links = _parts(answer.text).links
            waiting += [urlsplit(link)._replace(fragment="").geturl() for link in links]


def gives_away(place: Place, me: PersonId, answer: TestResponse) -> list[str]:
    """What of others stands in an answer: names, ids, and who voted how; also in its headers."""
    whole = f"{answer.text}\n{answer.headers}".lower().replace(answer.request.path, "")
    others = {who: name for who, name in place.people.items() if who != me}
    found = [name for name in others.values() if name.lower() in whole]
    found += [f"id of {others[who]}" for who in others if _has(whole, who)]
    lines = _parts(answer.text).lines if answer.mimetype == "text/html" else []
    return found + [line for line in lines if AWAY.search(line)]


def _has(whole: str, who: UUID) -> bool:
    return who.hex in whole or str(who) in whole
