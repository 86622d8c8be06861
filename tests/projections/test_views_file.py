"""Whatever is done to ``views.db`` while people ask: every answer is right."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from time import sleep
from typing import ClassVar
from uuid import UUID

import pytest

from domain.voting.answers import Choice
from projections.read_model import ReadModel, question, uid
from projections.views import Views
from projections.views_file import Spoilt, ViewsFile
from tests.facts import NO, YES
from tests.projections.answers import answers
from tests.projections.club import Club, again_in, club_in
from tests.projections.damage import (
    DAMAGES,
    Damage,
    overwritten_by_an_old_copy,
    overwritten_by_another_logs,
)
from web.services import READ_MODELS

EVERY_DAMAGE = pytest.mark.parametrize("damage", DAMAGES, ids=lambda it: it.__name__)


@dataclass
class Scene:
    """A club whose file has a past: an old copy, a stranger's, and votes in its journal."""

    club: Club
    file: Path
    right: bytes
    """The answers of a file that nobody touched."""

    def answers(self) -> bytes:
        return answers(self.club.views, self.club.now)

    def answers_to_a_newcomer(self) -> bytes:
        """Asked from a thread that has no page of the file in its memory."""
        told: list[bytes] = []
        newcomer = Thread(target=lambda: told.append(self.answers()))
        newcomer.start()
        newcomer.join()
        return told[0]

    def right_now(self) -> bytes:
        """What a new file answers."""
        whole = Views(self.file.with_name("whole.db"), self.club.governance, READ_MODELS)
        try:
            return answers(whole, self.club.now)
        finally:
            whole.close()


def live(folder: Path, answer: Choice) -> tuple[Club, bytes]:
    """What the club does until the test begins, and the right answers then.

    Its file is at first where ``old.db`` stays, and later without the last matter: that will be in
    the journal, when the file is opened again.
    """
    with club_in(folder) as club:
        club.found()
        right = club.decide("An old matter")
        club.views.catch_up()
        club.views.close()
        shutil.copy(folder / "views.db", folder / "old.db")
        club.plan(authority=right)
        club.governance.take_task(club.by(club.ben), club.task(authority=right))
        club.views.catch_up()
        club.views.close()
        club.decide("A new matter", answer)
        whole = Views(folder / "whole.db", club.governance, READ_MODELS)
        told = answers(whole, club.now)
        whole.close()
    (folder / "whole.db").unlink()
    return club, told


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Club, bytes]:
    """What every test begins with a copy of; and another club, which looks the same from afar."""
    folder = tmp_path_factory.mktemp("past")
    (folder / "stranger").mkdir()
    live(folder / "stranger", NO)
    return folder, *live(folder, YES)


@pytest.fixture
def scene(tmp_path: Path, past: tuple[Path, Club, bytes]) -> Iterator[Scene]:
    folder, club, right = past
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    with again_in(tmp_path, club) as again:
        again.views.catch_up()
        yield Scene(again, tmp_path / "views.db", right)


@EVERY_DAMAGE
def test_a_file_that_was_damaged_while_it_was_open_is_made_anew(
    scene: Scene, damage: Damage
) -> None:
    assert scene.answers() == scene.right
    damage(scene.file)
    assert scene.answers_to_a_newcomer() == scene.right
    assert scene.answers() == scene.right


@EVERY_DAMAGE
def test_a_file_that_was_damaged_between_two_acts_is_made_anew(
    scene: Scene, damage: Damage
) -> None:
    scene.answers()
    damage(scene.file)
    scene.club.decide("And on it goes")
    right = scene.right_now()
    assert scene.answers() == right
    assert scene.answers_to_a_newcomer() == right


@EVERY_DAMAGE
def test_a_file_that_was_damaged_while_nobody_had_it_open_is_made_anew(
    scene: Scene, damage: Damage
) -> None:
    scene.club.views.close()
    for ending in ("-wal", "-shm"):
        Path(f"{scene.file}{ending}").touch()
    damage(scene.file)
    assert scene.answers() == scene.right


@EVERY_DAMAGE
def test_people_who_ask_all_the_time_get_right_answers_only(scene: Scene, damage: Damage) -> None:
    stop = Event()
    wrong: list[str] = []
    asked = [0, 0]

    def ask(who: int) -> None:
        while not stop.is_set():
            try:
                if scene.answers() != scene.right:
                    wrong.append("another answer")
            except Exception as problem:  # noqa: BLE001 -- any at all would be shown to a person
                wrong.append(repr(problem))
            asked[who] += 1

    threads = [Thread(target=ask, args=[who]) for who in range(2)]
    for thread in threads:
        thread.start()
    for _ in range(3):
        sleep(0.05)
        before = list(asked)
        try:
            damage(scene.file)
        except FileNotFoundError:
            continue  # just being made anew
        while not stop.is_set() and any(a == b for a, b in zip(asked, before, strict=True)):
            sleep(0.01)
    stop.set()
    for thread in threads:
        thread.join()
    assert wrong == []


@EVERY_DAMAGE
def test_a_file_that_a_killed_program_left_and_somebody_damaged_is_made_anew(
    scene: Scene, damage: Damage, tmp_path: Path
) -> None:
    left = tmp_path / "left"
    left.mkdir()
    for name in ("views.db", "views.db-wal", "views.db-shm", "old.db"):
        shutil.copy(scene.file.with_name(name), left)
    (left / "stranger").symlink_to(tmp_path / "stranger")
    damage(left / "views.db")
    found = Views(left / "views.db", scene.club.governance, READ_MODELS)
    assert answers(found, scene.club.now) == scene.right
    found.close()


def test_a_file_that_a_killed_program_left_is_used_as_it_is(scene: Scene, tmp_path: Path) -> None:
    left = tmp_path / "left"
    left.mkdir()
    for name in ("views.db", "views.db-wal"):
        shutil.copy(scene.file.with_name(name), left)
    with closing(sqlite3.connect(left / "views.db")) as connection:
        number = connection.execute("SELECT number FROM file").fetchall()
    found = Views(left / "views.db", scene.club.governance, READ_MODELS)
    assert found.catch_up() == 0
    with closing(sqlite3.connect(left / "views.db")) as connection:
        assert connection.execute("SELECT number FROM file").fetchall() == number
    found.close()


@pytest.mark.parametrize("damage", [overwritten_by_another_logs, overwritten_by_an_old_copy])
def test_what_was_read_while_the_file_was_overwritten_does_not_count(
    scene: Scene, damage: Damage
) -> None:
    class Slow(ReadModel):
        """Somebody writes into the file in the middle of the first answer."""

        NAME = "slow"
        TABLES: ClassVar[dict[str, str]] = {}
        is_damaged = False

        @question
        def plans(self) -> list[UUID]:
            if not self.is_damaged:
                self.is_damaged = True
                damage(scene.file)
            return [uid(plan) for (plan,) in self.rows("SELECT plan FROM plan")]

    views = Views(scene.file, scene.club.governance, [*READ_MODELS, Slow])
    plans = scene.club.plans.plans(scene.club.committee)
    assert views.of(Slow).plans() == [plan.plan for plan in plans]
    views.close()


def test_a_log_that_was_put_back_to_an_older_state_is_told_anew(tmp_path: Path) -> None:
    """A backup of the log comes back without its ``views.db``, and history goes another way."""
    with club_in(tmp_path) as club:
        club.found().decide("Both")
        club.views.catch_up()
    for name in ("log.db", "private.db"):
        shutil.copy(tmp_path / name, tmp_path / f"backup-{name}")
    titles = []
    for future in ("One future", "Another future"):
        for name in ("log.db", "private.db"):
            shutil.copy(tmp_path / f"backup-{name}", tmp_path / name)
        with again_in(tmp_path, club) as again:
            again.decide(future)
            again.views.catch_up()
            titles.append([seen.title for seen in again.decisions.register()])
    assert titles == [["Both", "One future"], ["Both", "Another future"]]


def test_an_empty_file_that_lies_there_while_another_is_put_down_is_no_file_of_ours(
    tmp_path: Path,
) -> None:
    """Between two steps of another program that makes the file anew, SQLite makes an empty one."""
    file = ViewsFile(tmp_path / "views.db", lambda _: True)
    with closing(sqlite3.connect(":memory:")) as empty, pytest.raises(Spoilt):
        file.check_number(empty)
