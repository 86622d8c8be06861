"""The server as it runs: started, asked, stopped."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

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
