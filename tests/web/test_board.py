"""The minutes of a real board: 28 meetings, what was decided, and who took what to do.

Nobody on this project wrote them. They are read from where they lie beside the project, and
turned into a history by the script that lies with them. The figures are those of the page that
lies with them too.
"""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.web.prompt import Prompt
from web.services import Services

DATA = Path(__file__).parents[3] / "shared" / "data"
SCRIPT = DATA / "make_histories.py"
PAGE = DATA / "dsf-board" / "README.md"

pytestmark = pytest.mark.skipif(
    not SCRIPT.exists(), reason="the board's minutes do not lie beside the project"
)

HANDED_OVER = "A018"
NEVER_SEATED, TWICE_ADMITTED = "Catherine Holmes", "Salvo Polizzi"


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("histories")
    subprocess.run([sys.executable, str(SCRIPT), str(folder)], check=True)
    return folder / "dsf-board.jsonl"


@pytest.fixture(scope="module")
def board(history: Path, tmp_path_factory: pytest.TempPathFactory) -> Prompt:
    prompt = Prompt(tmp_path_factory.mktemp("board"))
    report = prompt.ask("import", history)
    assert (report["lines"], report["written"], report["bad"]) == (527, 527, [])
    assert [one["why"] for one in report["warnings"]] == [
        f"“{NEVER_SEATED}” was not known yet. They are known from here on, without a seat.",
        f"“{TWICE_ADMITTED}” sits on “dsf-members” already. This adds nothing.",
    ]
    return prompt


@pytest.fixture(scope="module")
def tasks(board: Prompt) -> dict[str, Any]:
    told = board.ask("show", "tasks", "--committee", "dsf-board")["tasks"]
    return {task["task"]: task for task in told}


@pytest.fixture(scope="module")
def decisions(board: Prompt) -> list[Any]:
    register: list[Any] = board.ask("show", "decisions", "--committee", "dsf-board")["decisions"]
    return register


def told(after: str) -> dict[str, int]:
    """Names and numbers as the page lists them after these words."""
    listed = PAGE.read_text("utf-8").partition(after)[2].partition("\n")[0]
    return {name.strip(): int(n) for name, n in re.findall(r"([^\d,.()]+?) (\d+)(?=[,. ])", listed)}


@pytest.fixture(scope="module")
def meetings(board: Prompt) -> Any:
    services = Services.open(board.data, writing=False)
    try:
        yield services.meetings.meetings()
    finally:
        services.close()


def test_there_were_28_meetings(meetings: Any) -> None:
    assert len(meetings) == 28
    days = [meeting.began.date().isoformat() for meeting in meetings]
    assert days == sorted(days)
    assert all(meeting.to_the_day and meeting.ended == meeting.began for meeting in meetings)


def test_who_was_at_how_many_meetings(meetings: Any) -> None:
    present = Counter(one.name for meeting in meetings for one in meeting.present)
    expected = told("Attendance: ")
    assert len(expected) == 13
    assert present == expected


def test_four_to_seven_were_there_and_eleven_when_the_board_changed(meetings: Any) -> None:
    present = {meeting.began.date().isoformat(): len(meeting.present) for meeting in meetings}
    assert present.pop("2024-12-10") == 11
    assert set(present.values()) == {4, 5, 6, 7}


def test_one_person_of_two_spellings_is_one_person(board: Prompt) -> None:
    members = board.ask("show", "members", "--committee", "dsf-board")["members"]
    assert len(members) == 13
    assert sum("Sonmez" in member["person"] for member in members) == 1
    assert {member["seat"] for member in members} == {"trustee"}


def test_the_members_whom_the_board_admitted_sit_on_their_own_committee(board: Prompt) -> None:
    members = board.ask("show", "members", "--committee", "dsf-members")["members"]
    assert len(members) == 212 + 10 - 1  # one of them was admitted twice


def test_there_were_100_tasks(tasks: dict[str, Any]) -> None:
    assert len(tasks) == 100
    nobodys = [task for task in tasks.values() if not task["holders"]]
    assert len(nobodys) == 3  # of all board members together, so of nobody in particular


def first_holders(task: dict[str, Any]) -> list[str]:
    """Who took it, as its history tells, before anything else became of it."""
    return re.findall(
        r"^(.+?) took ", "\n".join(step["sentence"] for step in task["history"]), re.MULTILINE
    )


def test_who_took_the_tasks_first(tasks: dict[str, Any]) -> None:
    took = Counter(name for task in tasks.values() for name in first_holders(task))
    expected = told("Action items first assigned to: ")
    assert len(expected) >= 6
    for name, number in expected.items():
        assert [n for full, n in took.items() if full.startswith(name)] == [number], name
    assert took[NEVER_SEATED] == 2


def test_one_task_was_handed_over_and_all_others_stay_with_whoever_took_them(
    tasks: dict[str, Any],
) -> None:
    moved = tasks.pop(HANDED_OVER)
    assert moved["title"].startswith("Update DEP")
    assert first_holders(moved) == ["Jacob Kaplan-Moss"]
    assert moved["holders"] == ["Thibaud Colas"]
    last = moved["history"][-1]
    assert last["at"].startswith("2024-05-16")
    assert "Jacob Kaplan-Moss" in last["sentence"]
    assert "Thibaud Colas" in last["sentence"]
    for task in tasks.values():
        assert set(task["holders"]) == set(first_holders(task))


def test_what_was_decided_is_told_and_by_nobody_knows_which_way(decisions: list[Any]) -> None:
    kinds = Counter(decision["proposal"].rpartition("-")[0] for decision in decisions)
    assert kinds == {"grant": 41, "motion": 23}
    assert {(d["route"], d["rule"], d["tally"]) for d in decisions} == {
        ("undocumented", None, None)
    }
    assert not any(decision["differs"] for decision in decisions)


def test_two_things_were_decided_against_on_one_day(decisions: list[Any]) -> None:
    rejected = [d for d in decisions if d["outcome"] == "rejected"]
    against = [d["title"] for d in rejected if d["decided_at"].startswith("2024-11-19")]
    assert len(against) == 2
    assert any("developer in residence" in title for title in against)
    assert any("CNA" in title for title in against)


def test_the_same_minutes_again_add_nothing(board: Prompt, history: Path) -> None:
    report = board.ask("import", history)
    assert (report["written"], report["already"]) == (0, 527)
