"""Somebody's screen: one connection to a server that is a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    tag: str
    page: bytes


class Screen:
    """Somebody's connection to a server that serves a folder."""

    def __init__(self, server: subprocess.Popen[bytes]) -> None:
        assert server.stdout  # noqa: S101 -- it was asked for
        told = json.loads(server.stdout.readline())
        self.server = server
        self._cookie = {"Cookie": told["cookies"][0]}
        self._connection = HTTPConnection(urlsplit(told["address"]).netloc)

    def get(self, page: str, **headers: str) -> Answer:
        """Look at a page."""
        self._connection.request("GET", page, headers=self._cookie | headers)
        answer = self._connection.getresponse()
        return Answer(answer.status, answer.headers.get("ETag", ""), answer.read())

    def memory(self) -> float:
        """The megabytes that the server holds now. Only Linux tells."""
        said = Path(f"/proc/{self.server.pid}/statm").read_text(encoding="ascii")
        return int(said.split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


@contextmanager
def serving(side: str, folder: Path, *more: str) -> Iterator[Screen]:
    """A server of this side, as :mod:`bench.server` has them."""
    command = [sys.executable, "-m", "bench.server", side, str(folder), *more]
    with subprocess.Popen(  # noqa: S603 -- our own module
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as server:
        yield Screen(server)
        server.kill()
