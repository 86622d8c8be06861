"""Votes through HTTP, beside a plain route that writes one durable row on the same server."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from bench.measure import Block, Row, in_turn, speed_row

CLIENTS = 4
VOTES = 40
TURNS = ("yes", "no", "abstain")
TOKEN = re.compile(rb'name="csrf_token"[^>]*value="([^"]+)"')


class Client:
    """One connection that votes as some of the people in turn."""

    def __init__(self, told: dict[str, Any], cookies: list[str]) -> None:
        self.told = told
        self.connection = HTTPConnection(urlsplit(told["address"]).netloc)
        self.voters = [(cookie, self._forms(cookie)) for cookie in cookies]
        self.cast = 0

    def vote(self) -> None:
        """One press, and the answer that it counts."""
        cookie, forms = self.voters[self.cast % len(self.voters)]
        body = forms[self.cast // len(self.voters) % len(TURNS)]
        self.cast += 1
        self.connection.request(
            "POST",
            self.told["path"],
            body,
            {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"},
        )
        answer = self.connection.getresponse()
        answer.read()
        if answer.status != 303:
            raise RuntimeError(f"A vote was answered with {answer.status}.")

    def _forms(self, cookie: str) -> list[str]:
        token = self._token(cookie) if "page" in self.told else "none"
        return [urlencode({"answer": a, "voter": "v", "csrf_token": token}) for a in TURNS]

    def _token(self, cookie: str) -> str:
        self.connection.request("GET", self.told["page"], headers={"Cookie": cookie})
        found = TOKEN.search(self.connection.getresponse().read())
        if found is None:
            raise RuntimeError("The page has no form to vote with.")
        return found[1].decode()


@contextmanager
def serving(side: str, folder: Path) -> Iterator[Block]:
    """A server of this side, and a block of votes sent to it by several clients at once."""
    command = [sys.executable, "-m", "bench.server", side, str(folder)]
    with subprocess.Popen(  # noqa: S603 -- our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        assert server.stdout  # noqa: S101 -- it was asked for
        told = json.loads(server.stdout.readline())
        cookies = told["cookies"]
        clients = [Client(told, cookies[n::CLIENTS]) for n in range(CLIENTS)]
        with ThreadPoolExecutor(CLIENTS) as crowd:

            def block() -> int:
                def some(client: Client) -> None:
                    for _ in range(VOTES):
                        client.vote()

                list(crowd.map(some, clients))
                return CLIENTS * VOTES

            yield block
        server.kill()


def through_http(folder: Path, rounds: int) -> list[Row]:
    """Signed in, forgery checked, every rule, durable: one press each."""
    with serving("floor", folder / "floor") as floor, serving("ours", folder / "ours") as ours:
        pairs = in_turn(floor, ours, rounds * 3)
    what = f"a vote through HTTP, {CLIENTS} clients at once"
    return [speed_row(what, "a plain route, one durable row, same server", pairs, at_least=0.6)]
