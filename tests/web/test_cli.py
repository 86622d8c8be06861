"""What the command line takes in, finds and makes."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from tests.web.past import A_YES, CLUB, cast, founded, joined, line, opened
from tests.web.prompt import Prompt
from web.served_at import remember
from web.services import Services

# ---- Import


def test_import_says_what_it_did(prompt: Prompt) -> None:
    file = prompt.file(*A_YES)
    assert prompt.type("import", file) == "Took in 8 lines.\n"
    assert prompt.type("import", file) == "Took in 0 lines. 8 lines had been taken in before.\n"
    assert prompt.ask("import", file) == {
        "lines": 8, "written": 0, "already": 8, "warnings": [], "bad": [],
    }  # fmt: skip


def test_import_lists_bad_lines_and_writes_nothing(prompt: Prompt) -> None:
    file = prompt.file(*A_YES, cast("zoe"))
    said = prompt.refused("import", file)
    assert "Bad: line 9 (ballot.cast): “zoe” is not one of those" in said
    assert "1 bad line of 9. Nothing was written." in said
    result = prompt.run("import", file, "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["bad"] == [
        {
            "line": 9,
            "kind": "ballot.cast",
            "why": "“zoe” is not one of those who could vote on “dj”.",
        }
    ]
    assert prompt.ask("show", "log") == {"entries": []}


def test_import_may_leave_bad_lines_out(prompt: Prompt) -> None:
    result = prompt.run("import", prompt.file(*A_YES, "{"), "--skip-bad")
    assert result.exit_code == 0
    assert result.stdout == "Took in 8 lines. Left 1 bad line out.\n"
    assert "Bad: line 9: This line is not JSON" in result.stderr


def test_notes_go_to_the_side(prompt: Prompt) -> None:
    lines = (*CLUB, *(line("rule.adopted", committee="club", rule={"method": "consent"},
                           recorded_by=f"p{n}") for n in range(25)))  # fmt: skip
    result = prompt.run("import", prompt.file(*lines))
    assert result.stderr.count("was not known yet") == 20
    assert "There are 5 more notes; --json lists them all." in result.stderr
    assert result.stdout == "Took in 29 lines.\n"


def test_where_several_files_are_read_each_remark_names_its_own(prompt: Prompt) -> None:
    club, votes = prompt.file(*CLUB, name="club.jsonl"), prompt.file("{", name="votes.jsonl")
    assert f"Bad: {votes}, line 1: This line is not JSON" in prompt.refused("import", club, votes)
    (bad,) = json.loads(prompt.run("import", club, votes, "--json").stdout)["bad"]
    assert (bad["file"], bad["line"]) == (str(votes), 1)


def test_an_empty_file_is_told(prompt: Prompt) -> None:
    said = prompt.type("import", prompt.file("# nothing yet"))
    assert said == "There are no lines in this file. Nothing was written.\n"


@pytest.mark.parametrize("named", ["nowhere.jsonl", "."])
def test_a_file_that_is_none_is_wrong_usage(prompt: Prompt, named: str) -> None:
    assert named in prompt.refused("import", prompt.folder / named, status=2)
    assert not prompt.data.exists()


# ---- Naming things


def test_things_are_named_by_name_by_id_or_by_title(planned: Prompt) -> None:
    stream = next(
        entry["stream"]
        for entry in planned.ask("show", "log")["entries"]
        if entry["topic"] == "proposal.proposal-made"
    )
    shown = planned.type("show", "proposal", "dj")
    assert planned.type("show", "proposal", stream) == shown
    assert planned.type("show", "proposal", stream.replace("-", "")) == shown
    assert planned.type("show", "proposal", "about DJ") == shown


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (("show", "proposal", "dk"), "There is no proposal “dk”. Do you mean “dj”?\n"),
        (
            ("show", "proposal", "zzzzzz"),
            "There is no proposal “zzzzzz”. There are: “About dj”, “dj”.\n",
        ),
        (("show", "plan", "june"), "There is no plan “june”. Do you mean “july”?\n"),
        (("show", "members", "--committee", "board"), "There is no committee “board”."),
        (("show", "tasks", "--plan", "june"), "There is no plan “june”."),
        (("link", "bem"), "There is no person “bem”. Do you mean “ben”?\n"),
    ],
)
def test_an_unknown_name_is_told_with_those_like_it(
    planned: Prompt, typed: tuple[str, ...], sentence: str
) -> None:
    assert planned.refused(*typed).startswith(sentence)


def test_an_ambiguous_name_is_told_with_the_ids(prompt: Prompt) -> None:
    two = (*CLUB, founded("board", name="The board"), joined("eve", "board"))
    lines = (*two, opened(), opened(committee="board"))
    prompt.type("import", prompt.file(*lines))
    said = prompt.refused("show", "proposal", "dj")
    assert said.startswith("“dj” could be 2 of them. Use the id: ")
    one = said.partition("id: ")[2].split(" ")[0]
    assert prompt.ask("show", "proposal", one)["title"] == "About dj"
    said = prompt.refused("show", "members")
    assert said == "Say which committee with --committee: “club” (The club), “board” (The board).\n"


# ---- Links and rebuilding


def test_a_link_signs_one_person_in_for_ten_minutes(planned: Prompt) -> None:
    made = planned.ask("link", "ben", "--role", "chair", "--address", "https://hands.example/")
    assert made["link"].startswith("https://hands.example/enter/")
    left = datetime.fromisoformat(made["expires"]) - datetime.now(UTC)
    assert timedelta(minutes=9) < left <= timedelta(minutes=10)
    assert planned.type("link", "ben").startswith("For ben, once, until ")


@pytest.mark.parametrize(
    ("served", "leads_to"),
    [
        ("http://127.0.0.1:8204", "http://127.0.0.1:8204"),
        ("https://club.example/hands", "https://club.example/hands"),
        ("http://0.0.0.0:81", "http://127.0.0.1:81"),
        ("http://[::]:81", "http://127.0.0.1:81"),
        ("ftp://club.example", "http://127.0.0.1:8000"),
        ("two words", "http://127.0.0.1:8000"),
        ("", "http://127.0.0.1:8000"),
    ],
)
def test_a_link_leads_to_where_the_pages_were_served_last(
    planned: Prompt, served: str, leads_to: str
) -> None:
    assert planned.ask("link", "ben")["link"].startswith("http://127.0.0.1:8000/enter/")
    remember(planned.data, served)
    assert planned.ask("link", "ben")["link"].startswith(f"{leads_to}/enter/")
    other = planned.ask("link", "ben", "--address", "https://hands.example")
    assert other["link"].startswith("https://hands.example/enter/")


def test_rebuilding_says_how_much_was_read(planned: Prompt) -> None:
    answer = planned.ask("rebuild")
    assert answer["events"] == planned.ask("show", "log")["entries"][-1]["position"]
    assert answer["seconds"] >= 0


def test_showing_needs_no_lock_and_writing_does(planned: Prompt) -> None:
    services = Services.open(planned.data)
    try:
        assert planned.type("show", "decisions")
        assert planned.ask("link", "ben")
        said = planned.refused("import", planned.file(*CLUB))
        assert "Another program is writing to" in said
    finally:
        services.close()
