"""The server as it runs: started, asked, stopped."""

import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import sleep
from urllib.parse import urlencode, urlsplit

import pytest

from domain.vault import Vault
from web.signin import SignIn


@contextmanager
def running(folder: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The server on a free port, and its address."""
    command = [sys.executable, "-u", "-m", "web.cli", "serve", "--port", "0", "--data", str(folder)]
    process = subprocess.Popen(
        [*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    found = re.search(r"http://\S+", process.stdout.readline())
    assert found
    try:
        yield process, found[0]
    finally:
        process.kill()
        process.communicate()


class Screen:
    """A browser of one person, on the connection that it keeps."""

    def __init__(self, address: str) -> None:
        self.connection = HTTPConnection(urlsplit(address).netloc, timeout=20)
        self.cookie = ""

    def ask(self, path: str, **form: str) -> tuple[int, str]:
        """Look at a page; or press, where a form is given."""
        head = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request("POST" if form else "GET", path, urlencode(form) or None, head)
        answer = self.connection.getresponse()
        page = answer.read().decode()
        self.cookie = (answer.headers["Set-Cookie"] or self.cookie).partition(";")[0]
        return answer.status, page

    def token(self, path: str) -> str:
        found = re.search(r'name="csrf_token" value="([^"]+)"', self.ask(path)[1])
        assert found
        return found[1]

    def enter(self, card: str) -> None:
        assert self.ask("/enter", card=card, csrf_token=self.token(f"/enter/{card}"))[0] == 303


def get(address: str, path: str) -> tuple[int, str]:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, body


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_cleanly_when_it_is_asked(tmp_path: Path, asked: signal.Signals) -> None:
    with running(tmp_path) as (process, address):
        assert get(address, "/health") == (200, "ok 0\n")
        process.send_signal(asked)
        _, said = process.communicate(timeout=20)
        assert process.returncode == 0
        assert "Traceback" not in said


def test_what_it_notes_holds_no_secret_and_no_name(tmp_path: Path) -> None:
    with running(tmp_path, "--demo") as (process, address):
        assert process.stdout
        told = "".join(process.stdout.readline() for _ in range(4))
        link = re.search(r"/enter/([\w-]{43})", told)
        assert link
        assert get(address, f"/enter/{link[1]}")[0] == 200
        process.send_signal(signal.SIGTERM)
        _, said = process.communicate(timeout=20)
        assert "GET enter.ask 200" in said
        assert link[1] not in said
        assert "Asha" not in said


def test_what_has_begun_is_answered_before_it_stops(tmp_path: Path) -> None:
    with running(tmp_path, "--demo") as (process, address):
        assert process.stdout
        told = "".join(process.stdout.readline() for _ in range(4))
        link = re.search(r"/enter/([\w-]{43})", told)
        assert link
        screen = Screen(address)
        screen.enter(link[1])
        form = {"csrf_token": screen.token("/ideas/new"), "title": "DJ Sam"}
        before = int(get(address, "/health")[1].split()[1])
        with (
            closing(screen.connection),
            closing(sqlite3.connect(tmp_path / "log.db", isolation_level=None)) as slow_disk,
            ThreadPoolExecutor() as pool,
        ):
            slow_disk.execute("BEGIN IMMEDIATE")
            press = pool.submit(lambda: screen.ask("/ideas/", **form))
            sleep(1)
            process.send_signal(signal.SIGTERM)
            sleep(1)
            assert not press.done()
            with pytest.raises(ConnectionRefusedError):
                get(address, "/health")
            slow_disk.execute("COMMIT")
            assert press.result()[0] == 303
        _, said = process.communicate(timeout=20)
        assert process.returncode == 0
        assert "POST proposals.make 303" in said
    with running(tmp_path) as (_, address):
        assert get(address, "/health") == (200, f"ok {before + 1}\n")


@pytest.mark.parametrize(
    "begun",
    [
        b"",
        b"GET /health HTTP/1.1\r\nHost: club\r\n",
        b"POST /enter HTTP/1.1\r\nHost: club\r\nContent-Length: 500\r\n\r\ncard=x",
    ],
    ids=["nothing yet", "half a head", "half a form"],
)
def test_many_slow_phones_keep_nobody_waiting(tmp_path: Path, begun: bytes) -> None:
    with running(tmp_path) as (_, address), ExitStack() as phones:
        here = urlsplit(address)
        for _ in range(150):
            phone = socket.create_connection((here.hostname or "", here.port or 0))
            phones.enter_context(phone).sendall(begun)
        assert get(address, "/health") == (200, "ok 0\n")


def test_who_is_told_that_nothing_has_changed_stays_connected(tmp_path: Path) -> None:
    with running(tmp_path) as (_, address):
        screen = HTTPConnection(urlsplit(address).netloc, timeout=20)
        screen.request("GET", "/static/hands.css")
        with screen.getresponse() as answer:
            known = {"If-None-Match": answer.headers["ETag"]}
            answer.read()
        first = screen.sock
        for more, stays in (({}, True), ({}, True), ({"Connection": "close"}, False)):
            screen.request("GET", "/static/hands.css", headers=known | more)
            with screen.getresponse() as answer:
                assert (answer.status, answer.read()) == (304, b"")
            assert (screen.sock is first) == stays


def test_a_second_server_on_the_same_folder_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with running(tmp_path) as (process, _):
        command = [sys.executable, "-m", "web.cli", "serve", "--port", "0", "--data", str(tmp_path)]
        second = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
        assert second.returncode == 1
        assert "Another program is writing to" in second.stderr
        assert len(second.stderr.strip().splitlines()) == 1
        assert second.stdout == ""
        process.kill()
        process.communicate()
    with running(tmp_path) as (_, address):
        assert get(address, "/health") == (200, "ok 0\n")


def test_a_port_that_is_taken_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [
            sys.executable,
            "-m",
            "web.cli",
            "serve",
            "--port",
            port,
            "--data",
            str(tmp_path),
        ]
        found = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert found.returncode == 1
    assert "Traceback" not in found.stderr
    assert len(found.stderr.strip().splitlines()) == 1


def test_what_was_answered_is_there_after_the_power_fails(tmp_path: Path) -> None:
    with running(tmp_path, "--demo") as (process, address):
        status, before = get(address, "/health")
        assert status == 200
        process.kill()
        process.communicate()
    with running(tmp_path) as (_, address):
        assert get(address, "/health") == (200, before)


def test_the_key_that_signs_forms_is_made_once_and_lies_only_in_the_folder(tmp_path: Path) -> None:
    vault = Vault(str(tmp_path / "private.db"))
    key = SignIn(vault).signing_key()
    assert len(key) == 32
    assert SignIn(vault).signing_key() == key
    vault.close()
    other = Vault(str(tmp_path / "other.db"))
    assert SignIn(other).signing_key() != key
    other.close()
