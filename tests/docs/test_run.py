"""What `make run` and `hands serve` do is what the documents say: an address, links, pages."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.docs.console import run, surroundings
from tests.docs.pages import ROOT, read

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no /bin/sh")

READY_WITHIN = 30.0
LAST_LINE = "Ctrl+C stops it."


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[str]:
    """What the server says when it is ready, until the block ends."""
    said = folder / "said.txt"
    with said.open("w", encoding="utf-8") as out:
        server = subprocess.Popen(
            [Path(sys.executable).with_name("hands"), "serve", "--port", "0", *options],
            cwd=folder,
            env=surroundings(folder) | {"PYTHONUNBUFFERED": "1"},
            stdout=out,
            stderr=subprocess.DEVNULL,
        )
    try:
        yield _until_ready(said, server)
    finally:
        server.terminate()
        assert server.wait(timeout=READY_WITHIN) == 0


def _until_ready(said: Path, server: "subprocess.Popen[bytes]") -> str:
    for _ in range(int(READY_WITHIN * 20)):
        words = read(said)
        if LAST_LINE in words:
            return words
        assert server.poll() is None, words
        time.sleep(0.05)
    pytest.fail(f"The server was not ready: {read(said)}")


def links(said: str) -> list[str]:
    return re.findall(r"http://\S+/enter/\S+", said)


def page(address: str) -> str:
    with urlopen(address, timeout=READY_WITHIN) as answer:  # noqa: S310 -- our own server
        text: str = answer.read().decode()
    return text


def test_make_run_serves_the_demonstration() -> None:
    recipe = re.search(r"^run:.*\n\t(.*)", read(ROOT / "Makefile"), re.MULTILINE)
    assert recipe
    assert recipe[1].startswith(".venv/bin/hands serve --demo --data")


def test_the_demonstration_prints_links_and_each_opens_a_page(tmp_path: Path) -> None:
    with serving(tmp_path, "--demo", "--data", "data") as said:
        assert "Asha" in said
        assert len(links(said)) == len(set(links(said))) > 1
        assert "Are you Asha?" in page(links(said)[0])
        assert "Show of Hands is at" in said


def test_while_it_runs_the_log_can_be_asked_and_links_be_made(tmp_path: Path) -> None:
    with serving(tmp_path, "--demo", "--data", "data") as said:
        address = links(said)[0].rpartition("/enter/")[0]
        asked = run("hands show decisions --data data", tmp_path)
        assert any("DJ Sam" in line for line in asked)
        made = run("hands link Ben --data data", tmp_path)
        assert made[-1].startswith(f"{address}/enter/")
        assert "Are you Ben?" in page(made[-1])


def test_an_empty_log_has_a_link_for_the_first_person(tmp_path: Path) -> None:
    with serving(tmp_path, "--data", "ours") as said:
        (link,) = links(said)
        assert "your committee" in page(link)


def test_a_log_that_is_there_says_how_to_get_a_link(tmp_path: Path) -> None:
    with serving(tmp_path, "--demo", "--data", "data"):
        pass
    with serving(tmp_path, "--demo", "--data", "data") as said:
        assert not links(said)
        told = next(line for line in said.splitlines() if "hands link" in line)
        made = run(told.replace("NAME", "Cara"), tmp_path)
        assert "Are you Cara?" in page(made[-1])


def test_behind_https_links_and_cookies_say_so(tmp_path: Path) -> None:
    with serving(tmp_path, "--demo", "--data", "d", "--address", "https://club.example") as said:
        assert "https://club.example/enter/" in said
