"""What goes out comes in again: the same answers to every question, whatever the history."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from domain.events import EVENTS
from tests.docs.pages import ROOT
from tests.projections.club import club_in
from tests.web.cut_short import MOMENTS
from tests.web.full_year import FullYear
from tests.web.going_out import (
    lines_of,
    must_come_in_again,
    must_hold_the_same,
    must_show_the_same,
    names_in,
    taken_in,
    written_out,
)
from tests.web.past import PLANNED, Said, line, written
from tests.web.test_hard_imports import year
from web import demo
from web.services import Services, now

DATA = Path(__file__).parents[3] / "shared" / "data"
SCRIPT = DATA / "make_histories.py"
HISTORIES = ("nodejs-tsc", "dsf-board")
EXAMPLES = ("friday-club", "every-kind")

lies_beside = pytest.mark.skipif(
    not SCRIPT.exists(), reason="real committees' histories do not lie beside the project"
)


def a_file(folder: Path, *lines: Said) -> Path:
    """These lines in a file."""
    path = folder / "past.jsonl"
    path.write_bytes(written(*lines))
    return path


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which everything has happened that can happen."""
    folder = tmp_path_factory.mktemp("lived")
    with club_in(folder) as club:
        FullYear(club).pass_by()
        events = [event for page in club.governance.history() for _, event in page]
    assert {event.TOPIC for event in events} == set(EVENTS)
    return folder


@pytest.fixture
def full_year(lived: Path, tmp_path: Path) -> Path:
    """A copy of it, to write in."""
    return shutil.copytree(lived, tmp_path / "year")


# ---- Every history comes in again


def test_a_year_in_which_everything_happens_comes_in_again(full_year: Path) -> None:
    must_come_in_again(full_year)


def test_what_came_in_goes_out_as_it_came_in(full_year: Path) -> None:
    """Also a second time, when everything has been taken in from a file."""
    must_come_in_again(must_come_in_again(full_year, few=1), few=3)


def test_the_demonstration_comes_in_again(tmp_path: Path) -> None:
    services = Services.open(tmp_path / "demo")
    demo.fill(services.governance, now())
    services.close()
    must_come_in_again(tmp_path / "demo", few=3)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_come_in_again_and_go_by_their_names(tmp_path: Path, name: str) -> None:
    report = taken_in(tmp_path / "club", ROOT / "docs" / "examples" / f"{name}.jsonl")
    assert not report.bad
    again = must_come_in_again(tmp_path / "club", few=3)
    assert {"person", "committee", "proposal"} <= {one.kind for one in names_in(again)}


def test_a_history_goes_on_where_it_came_in_again(tmp_path: Path) -> None:
    """What files call things is known there too."""
    taken_in(tmp_path / "club", a_file(tmp_path, *PLANNED))
    taken_in(tmp_path / "again", written_out(tmp_path / "club"))
    more = a_file(
        tmp_path,
        line("task.done", "2026-07-04", task="bar", person="ben"),
        line("plan.line", "2026-07-04", plan="july", line="Music", value="DJ Jo", authority="dj"),
    )
    for folder in ("club", "again"):
        report = taken_in(tmp_path / folder, more)
        assert (report.bad, report.warnings, report.written) == ([], [], 2)
    must_show_the_same(tmp_path / "club", tmp_path / "again")


@lies_beside
@pytest.mark.parametrize("name", HISTORIES)
def test_a_real_committees_history_comes_in_again(tmp_path: Path, name: str) -> None:
    subprocess.run([sys.executable, str(SCRIPT), str(tmp_path)], check=True)
    report = taken_in(tmp_path / name, tmp_path / f"{name}.jsonl", skip_bad=True)
    assert report.written
    must_come_in_again(tmp_path / name, few=6)


def test_the_comparison_sees_every_difference(tmp_path: Path) -> None:
    """Another word in one job's title is another answer."""
    taken_in(tmp_path / "club", a_file(tmp_path, *PLANNED))
    file = written_out(tmp_path / "club")
    file.write_bytes(file.read_bytes().replace(b'"Door"', b'"Gate"'))
    assert not taken_in(tmp_path / "other", file).bad
    with pytest.raises(AssertionError):
        must_show_the_same(tmp_path / "club", tmp_path / "other")


# ---- Words that are no longer there


def test_words_that_were_erased_stay_erased(full_year: Path) -> None:
    with closing(sqlite3.connect(full_year / "private.db")) as private, private:
        private.execute("DELETE FROM sealed_text WHERE words LIKE '%e%'")
    again = must_come_in_again(full_year)
    with closing(sqlite3.connect(again / "private.db")) as private:
        assert not private.execute("SELECT 1 FROM sealed_text WHERE words LIKE '%e%'").fetchall()


# ---- Again, and when the log has grown


def test_a_log_has_already_what_goes_out_of_it(full_year: Path) -> None:
    file = written_out(full_year)
    report = taken_in(full_year, file)
    assert (report.written, report.already, report.bad) == (0, lines_of(file), [])


def test_a_log_that_has_grown_brings_only_what_is_new(tmp_path: Path) -> None:
    taken_in(tmp_path / "club", a_file(tmp_path, *PLANNED[:6]))
    file = written_out(tmp_path / "club")
    before = lines_of(file)
    taken_in(tmp_path / "again", file)
    taken_in(tmp_path / "club", a_file(tmp_path, *PLANNED))
    report = taken_in(tmp_path / "again", written_out(tmp_path / "club"))
    assert (report.already, report.bad) == (before, [])
    assert report.written == lines_of(file) - before > 0
    must_show_the_same(tmp_path / "club", tmp_path / "again")


# ---- Cut short


@pytest.mark.parametrize("moment", MOMENTS)
def test_what_was_killed_while_it_came_in_is_completed_by_the_same_command(
    tmp_path: Path, moment: str
) -> None:
    taken_in(tmp_path / "club", a_file(tmp_path, *year()))
    file, again = written_out(tmp_path / "club"), tmp_path / "again"
    command = [sys.executable, "-m", "tests.web.cut_short", moment, "import", str(file)]
    killed = subprocess.run([*command, "--data", str(again)], cwd=ROOT, check=False)
    assert killed.returncode == -signal.SIGKILL
    report = taken_in(again, file)
    assert report.bad == []
    assert report.written + report.already == lines_of(file)
    must_hold_the_same(file, written_out(again))
