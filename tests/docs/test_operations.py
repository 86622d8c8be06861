"""What is promised to whoever looks after a running log."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from domain.application import Governance
from domain.mapper import seals_in
from tests.docs.console import run, steps
from tests.docs.pages import FOLDERS, ROOT, blocks, read, table
from tests.facts import ASHA, CLUB, a_club, by
from tests.scenario import governing, history, record
from web.services import Services

OPERATIONS = ROOT / "docs" / "operations.md"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has rights of another kind")
def test_a_new_data_folder_is_its_owners_only(tmp_path: Path) -> None:
    Services.open(tmp_path / "data").close()
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0


def test_every_trouble_that_is_listed_is_said_so_by_the_program() -> None:
    code = "".join(read(path) for name in FOLDERS[:3] for path in (ROOT / name).rglob("*.py"))
    for says, _ in table(OPERATIONS, "the program says"):
        assert says.removesuffix("…").rstrip() in code, says


def test_a_backup_of_a_running_log_has_the_words_of_every_event(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with governing(tmp_path / "data") as club:
        record(club, a_club())
        with _ideas_without_end(club):
            for block in blocks(OPERATIONS, "console"):
                for step in steps(block.text):
                    if not step.command.startswith("hands"):
                        assert run(step.command, tmp_path) == []
    with governing(tmp_path / "backup") as copy:
        told = history(copy)[len(a_club()) :]
        seals = {seal for event in told for seal in seals_in(event)}
        assert told
        assert copy.vault.words(seals).keys() == seals


@contextmanager
def _ideas_without_end(club: Governance) -> Iterator[None]:
    """Somebody who has one idea after the other, until the block ends."""
    enough, begun = threading.Event(), threading.Event()

    def have_ideas() -> None:
        while not enough.is_set():
            club.make_proposal(by(ASHA), CLUB, "Another idea", text="With words of its own")
            begun.set()

    somebody = threading.Thread(target=have_ideas)
    somebody.start()
    assert begun.wait(10)
    try:
        yield
    finally:
        enough.set()
        somebody.join()
