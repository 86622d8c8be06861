"""``hands audit``: where a source and its ballots disagree, and what states no right."""

import json
from typing import Any

from tests.web.past import A_YES, cast, decided, founded, joined, line, opened
from tests.web.prompt import Prompt

DIFFERS = (*A_YES[:-1], decided(outcome="rejected", tally={"yes": 1}, published="Lost by one"))


def found(prompt: Prompt, *typed: str) -> Any:
    """What the audit finds, for a script; it ends with 1."""
    result = prompt.run("audit", *typed, "--json")
    assert result.exit_code == 1, result.output
    return json.loads(result.stdout)


def test_a_source_and_its_own_ballots_are_set_side_by_side(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*DIFFERS))
    answer = found(prompt, "--differences")
    assert list(answer) == ["differences"]
    (one,) = answer["differences"]
    assert {key: one[key] for key in ("proposal", "title", "stated", "counted")} == {
        "proposal": "dj",
        "title": "About dj",
        "stated": {"outcome": "rejected", "tally": {"yes": 1}, "words": "Lost by one"},
        "counted": {
            "outcome": "adopted",
            "tally": {
                "yes": 2, "no": 0, "abstain": 0, "objection": 0, "stand_aside": 0, "silent": 1,
                "recused": 0,
            },
        },
    }  # fmt: skip


def test_people_are_told_what_differs_and_why_we_count_so(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*DIFFERS))
    result = prompt.run("audit", "--differences")
    assert result.exit_code == 1
    heads, row, _, why, because = result.stdout.splitlines()
    assert heads.split("  ")[0] == "Decided"
    assert row.split() == (
        [
            "2026-05-01",
            "dj",
            "About",
            "dj",
            "rejected",
            "(1",
            "yes)",
            "adopted",
            "(2",
            "yes,",
            "0",
            "no,",
            "1",
            "silent)",
        ]
    )
    assert why == "Why"
    assert because == (
        "About dj: More than half had to say yes: 2 of the 2 who said yes or no did."
    )


def test_where_nothing_differs_that_is_said_and_the_audit_ends_well(planned: Prompt) -> None:
    assert planned.ask("audit", "--differences") == {"differences": []}
    said = planned.type("audit", "--differences")
    assert said == "No source says anything else than its ballots come to.\n"


def test_only_one_committee_is_looked_at_where_one_is_named(prompt: Prompt) -> None:
    board = (founded("board", name="The board"), joined("eve", "board"))
    prompt.type("import", prompt.file(*DIFFERS, *board))
    assert len(found(prompt, "--differences", "--committee", "club")["differences"]) == 1
    assert prompt.ask("audit", "--differences", "--committee", "board") == {"differences": []}
    (seat,) = found(prompt, "--without-authority", "--committee", "The board")["without_authority"]
    assert seat["sentence"] == "eve now sits on The board as a member."
    assert prompt.refused("audit", "--differences", "--committee", "x").startswith(
        "There is no committee “x”."
    )


def test_changes_that_state_no_right_are_listed(prompt: Prompt) -> None:
    plan = line("plan.made", committee="club", plan="july", title="July")
    prompt.type("import", prompt.file(founded(), joined("ben"), plan))
    entries = found(prompt, "--without-authority")["without_authority"]
    assert [one["sentence"] for one in entries] == [
        "ben now sits on The club as a member.",
        "Somebody made the plan “July”.",
    ]
    assert all(one["authority"] is None for one in entries)
    result = prompt.run("audit", "--without-authority")
    assert result.exit_code == 1
    assert result.stdout.endswith("\n\n2 changes state no right.\n")


def test_an_empty_log_has_nothing_that_lacks_a_right(prompt: Prompt) -> None:
    prompt.type("import", prompt.file("# nothing"))
    assert prompt.ask("audit", "--differences", "--without-authority") == {
        "differences": [],
        "without_authority": [],
    }
    said = prompt.type("audit", "--differences", "--without-authority")
    assert said.endswith("\n\nEvery change states by which right it was made.\n")


def test_what_differed_then_can_be_asked(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*DIFFERS))
    more = (opened("food"), cast("ben", proposal="food"), decided("food", at="2026-05-09",
            outcome="rejected"))  # fmt: skip
    prompt.type("import", prompt.file(*more, name="more.jsonl"))
    assert len(found(prompt, "--differences")["differences"]) == 2
    at = found(prompt, "--differences", "--at", "2026-05-05")
    assert at["at"] == "2026-05-05T23:59:59+00:00"
    assert [one["proposal"] for one in at["differences"]] == ["dj"]
