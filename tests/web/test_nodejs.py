"""The votes of a real committee: 21 votes by named members from 2021 to 2025, as published.

Nobody on this project wrote them. They are read from where they lie beside the project, and
turned into a history by the script that lies with them.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.web.prompt import Prompt

DATA = Path(__file__).parents[3] / "shared" / "data"
SCRIPT = DATA / "make_histories.py"

pytestmark = pytest.mark.skipif(
    not SCRIPT.exists(), reason="the committee's votes do not lie beside the project"
)


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("histories")
    subprocess.run([sys.executable, str(SCRIPT), str(folder)], check=True)
    return folder / "nodejs-tsc.jsonl"


@pytest.fixture(scope="module")
def committee(history: Path, tmp_path_factory: pytest.TempPathFactory) -> Prompt:
    prompt = Prompt(tmp_path_factory.mktemp("nodejs"))
    assert prompt.ask("import", history) == {
        "lines": 417, "written": 417, "already": 0, "warnings": [], "bad": [],
    }  # fmt: skip
    return prompt


@pytest.fixture(scope="module")
def decisions(committee: Prompt) -> dict[str, Any]:
    register = committee.ask("show", "decisions")["decisions"]
    return {decision["proposal"]: decision for decision in register}


def published() -> dict[str, Any]:
    votes = sorted((DATA / "tsc-votes" / "nodejs" / "votes").glob("*.json"))
    return {path.stem: json.loads(path.read_text("utf-8")) for path in votes}


def test_every_vote_came_to_a_decision(decisions: dict[str, Any]) -> None:
    assert list(decisions) == list(published())


def test_the_published_outcomes_are_our_counts(decisions: dict[str, Any]) -> None:
    outcomes = {name: vote.get("outcome") for name, vote in published().items()}
    majority = {name for name, outcome in outcomes.items() if outcome == "Yes"}
    ranked = {name for name, outcome in outcomes.items() if isinstance(outcome, dict)}
    assert (len(majority), len(ranked)) == (10, 8)
    assert {decisions[name]["outcome"] for name in majority} == {"adopted"}
    for name in ranked:
        assert [decisions[name]["outcome"]] == outcomes[name]["winner(s)"]
        assert decisions[name]["rule"]["method"] == "schulze"


def test_no_count_differs_from_what_was_published(decisions: dict[str, Any]) -> None:
    assert not any(decision["differs"] for decision in decisions.values())
    stated = [name for name, decision in decisions.items() if decision["stated"]]
    assert len(stated) == 18


def test_votes_without_a_published_outcome_show_their_count(decisions: dict[str, Any]) -> None:
    counts = {
        name: {choice: number for choice, number in decision["tally"].items() if number}
        for name, decision in decisions.items()
        if decision["stated"] is None
    }
    assert counts == {
        "2021-09-29-0": {"yes": 11, "abstain": 1},
        "2021-10-19-0": {"yes": 16},
        "2022-01-10-0": {"yes": 18},
    }
    assert {decisions[name]["outcome"] for name in counts} == {"adopted"}


def test_every_published_ballot_is_shown(committee: Prompt) -> None:
    """A ranked ballot gave points, and none to what it leaves out; most points come first."""
    said = {1: "yes", 0: "abstain", -1: "no"}
    for name, vote in published().items():
        shown = committee.ask("show", "proposal", name)
        options = [option["option"] for option in shown["options"]]
        assert [ballot["voter"] for ballot in shown["ballots"]] == list(vote["votes"])
        for ballot in shown["ballots"]:
            assert ballot["counted"]
            points = vote["votes"][ballot["voter"]]
            if options:
                places = ballot["answer"]["ranking"]
                given = [{points.get(option, 0) for option in place} for place in places]
                most_first = sorted({points.get(option, 0) for option in options}, reverse=True)
                assert given == [{one} for one in most_first]
            else:
                assert ballot["answer"] == said[points]


def test_taking_it_in_again_writes_nothing(committee: Prompt, history: Path) -> None:
    before = committee.ask("show", "log", "--after", "490")["entries"]
    assert committee.ask("import", history)["already"] == 417
    assert committee.ask("show", "log", "--after", "490")["entries"] == before
    assert before[-1]["position"] == 492


@pytest.mark.parametrize(
    "asked", [("members",), ("decisions",), ("proposal", "2022-02-21-0"), ("log",)], ids=str
)
def test_answers_are_the_same_from_a_log_alone(committee: Prompt, asked: tuple[str, ...]) -> None:
    answers = committee.type("show", *asked), committee.type("show", *asked, "--json")
    for file in committee.data.glob("views.db*"):
        file.unlink()
    assert (committee.type("show", *asked), committee.type("show", *asked, "--json")) == answers
