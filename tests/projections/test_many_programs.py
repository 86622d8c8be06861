"""Several programs and threads follow one log through one file, and each is told the same."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

import tests
from domain.events import BallotCast
from tests.facts import NO, YES
from tests.projections.club import Club
from tests.projections.damage import Damage, cut_in_half, deleted, overwritten_with_garbage
from tests.projections.onlooker import digest

ROOT = Path(tests.__file__).parents[1]


class Onlooker:
    """Another program on the same folder."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def ask(self, line: str = "look") -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def told(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline().strip()


@contextmanager
def onlooker(folder: Path, club: Club) -> Iterator[Onlooker]:
    command = [sys.executable, "-m", "tests.projections.onlooker", str(folder)]
    with subprocess.Popen(
        [*command, club.now.isoformat()],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Onlooker(process)


@pytest.fixture
def other(tmp_path: Path, club: Club) -> Iterator[Onlooker]:
    with onlooker(tmp_path, club) as it:
        yield it


def test_two_programs_that_share_a_file_say_the_same(
    tmp_path: Path, club: Club, other: Onlooker
) -> None:
    with onlooker(tmp_path, club) as third:
        for number in range(6):
            club.decide(f"Number {number}")
            other.ask("rebuild" if number == 3 else "look")
            third.ask("rebuild" if number == 4 else "look")
            mine = digest(club.views, club.now)
            assert (other.told(), third.told()) == (mine, mine)


@pytest.mark.parametrize("damage", [deleted, cut_in_half, overwritten_with_garbage])
def test_two_programs_mend_a_file_together(
    tmp_path: Path, club: Club, other: Onlooker, damage: Damage
) -> None:
    for number in range(3):
        club.decide(f"Number {number}")
        other.ask()
        right = digest(club.views, club.now)
        assert other.told() == right
        damage(tmp_path / "views.db")
        other.ask()
        assert (digest(club.views, club.now), other.told()) == (right, right)


def test_a_file_that_another_program_made_anew_is_taken_over_and_not_made_anew_again(
    tmp_path: Path, club: Club, other: Onlooker
) -> None:
    club.decide()
    right = digest(club.views, club.now)
    other.ask("rebuild")
    assert other.told() == right
    made = (tmp_path / "views.db").stat().st_ino
    assert digest(club.views, club.now) == right
    assert (tmp_path / "views.db").stat().st_ino == made


def test_nobody_counts_less_than_they_knew_while_all_write_and_read(
    club: Club, other: Onlooker
) -> None:
    """Two threads vote and count, another counts only, and a program beside them makes it anew."""
    ideas = [club.open(f"Idea {number}") for number in range(2)]
    stop, wrong = Event(), list[str]()

    def count(least: int, idea: int) -> int:
        number = len(club.seen(ideas[idea]).ballots)
        if number < least:
            wrong.append(f"{number} where {least} were known")
        return number

    def vote(idea: int) -> None:
        for turn in range(25):
            club.vote(ideas[idea], NO if turn % 2 else YES)
            count(turn + 1, idea)

    def look() -> None:
        known = [0, 0]
        while not stop.is_set():
            known = [count(least, idea) for idea, least in enumerate(known)]

    voters = [Thread(target=vote, args=[idea]) for idea in range(2)]
    looker = Thread(target=look)
    for thread in (*voters, looker):
        thread.start()
    for line in ("look", "rebuild", "look", "rebuild"):
        other.ask(line)
        other.told()
    for thread in voters:
        thread.join()
    stop.set()
    looker.join()
    cast = [entry for entry in club.audit.log() if entry.topic == BallotCast.TOPIC]
    assert (wrong, len(cast)) == ([], 50)
    other.ask()
    assert other.told() == digest(club.views, club.now)
