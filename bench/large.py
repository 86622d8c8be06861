"""Pages and memory of a committee with a million events, beside the same with a thousand."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.client import HTTPConnection
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from flask.testing import FlaskClient

from bench.committee import NOW, TURNS
from bench.measure import Block, Row, cost_row, in_turn
from bench.years import Years
from domain.act import Act
from web.services import Services

FEW, MANY = 1_000, 1_000_000
LOOKS = 20
"""So often a page is looked at in one block."""


def pages(folder: Path, rounds: int) -> list[Row]:
    """Every page, made anew each time: none is answered from what was shown before."""
    few, many = Years.of(folder / "few", FEW), Years.of(folder / "many", MANY)
    with _open(few) as at_few, _open(many) as at_many:
        rows = [
            _beside(name, 1.2, in_turn(_looks(at_few, before), _looks(at_many, after), rounds * 3))
            for (name, before), after in zip(few.pages.items(), many.pages.values(), strict=True)
        ]
        voted = _votes(few, at_few), _votes(many, at_many)
        rows.append(_beside("a vote, and PLAN after it,", 1.2, in_turn(*voted, rounds * 3)))
    started = in_turn(_starts(few), _starts(many), rounds)
    held = [(_held(few), _held(many)) for _ in range(max(2, rounds // 3))]
    return [
        *rows,
        _beside("from the start of the server to its first page", 1.2, started),
        replace(_beside("memory of the server after every page", 1.5, held), unit="MB"),
    ]


def _beside(what: str, at_most: float, pairs: list[tuple[float, float]]) -> Row:
    return cost_row(f"{what} at {MANY:,} events", f"the same at {FEW:,}", pairs, at_most=at_most)


@contextmanager
def _open(years: Years) -> Iterator[FlaskClient]:
    services = Services.open(years.folder)
    services.views.catch_up()
    yield years.browser(services)
    services.close()


def _looks(client: FlaskClient, page: str) -> Block:
    def block() -> int:
        for _ in range(LOOKS):
            answer = client.get(page)
            if answer.status_code != 200:
                raise RuntimeError(f"{page} was answered with {answer.status_code}.")
        return LOOKS

    return block


def _votes(years: Years, client: FlaskClient) -> Block:
    governance, turns = client.application.extensions["services"].governance, count()

    def block() -> int:
        for _ in range(LOOKS):
            turn = next(turns)
            voter = years.people[turn % len(years.people)]
            answer = TURNS[turn // len(years.people) % len(TURNS)]
            governance.cast_ballot(Act.now(voter, NOW), years.vote, answer)
            client.get(years.pages["PLAN"])
        return LOOKS

    return block


# ---- A server of its own


class Screen:
    """Somebody's connection to a server that serves a folder."""

    def __init__(self, server: subprocess.Popen[bytes], years: Years) -> None:
        assert server.stdout  # noqa: S101 -- it was asked for
        told = json.loads(server.stdout.readline())
        self.server = server
        self.pages = list(years.pages.values())
        self._cookie = {"Cookie": told["cookies"][0]}
        self._connection = HTTPConnection(urlsplit(told["address"]).netloc)

    def get(self, page: str, **headers: str) -> tuple[int, str]:
        """Look at a page: its status, and its ETag."""
        self._connection.request("GET", page, headers=self._cookie | headers)
        answer = self._connection.getresponse()
        answer.read()
        return answer.status, answer.headers.get("ETag", "")

    def memory(self) -> float:
        """The megabytes that the server holds now. Only Linux tells."""
        said = Path(f"/proc/{self.server.pid}/statm").read_text(encoding="ascii")
        return int(said.split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def serving(years: Years) -> Iterator[Screen]:
    """A server for this folder, in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "bench.server",
        "years",
        str(years.folder),
        years.people[0].hex,
    ]
    with subprocess.Popen(  # noqa: S603 -- our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        yield Screen(server, years)
        server.kill()


def _starts(years: Years) -> Block:
    def block() -> int:
        with serving(years) as screen:
            screen.get(years.pages["PLAN"])
        return 1

    return block


def _held(years: Years) -> float:
    with serving(years) as screen:
        for page in screen.pages * 5:
            screen.get(page)
        return screen.memory()


# ---- What did not change


def unchanged(folder: Path, rounds: int) -> list[Row]:
    """A page that is asked for with the ETag it had, beside a static file."""
    years = Years.of(folder, FEW)
    page, file = years.pages["PLAN"], "/static/hands.css"
    with serving(years) as screen:
        screen.get(page)  # a session has its forgery token only once it was shown a form
        _, tag = screen.get(page)

        def ours() -> int:
            return sum(screen.get(page, **{"If-None-Match": tag})[0] == 304 for _ in range(100))

        def floor() -> int:
            return sum(screen.get(file)[0] == 200 for _ in range(100))

        pairs = in_turn(floor, ours, rounds * 3)
    what = "an unchanged page, asked for with its ETag"
    return [cost_row(what, "a static file by the same server", pairs, at_most=1.5)]
