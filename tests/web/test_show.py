"""What ``hands show`` answers, to scripts and to people."""

import re
from datetime import datetime

import pytest
from click import unstyle

from tests.web.past import A_YES, CLUB, FOOD, cast, decided, founded, joined, line, opened
from tests.web.prompt import SHOWS, Prompt

TALLY = {"yes": 2, "no": 0, "abstain": 0, "objection": 0, "stand_aside": 0, "silent": 1,
         "recused": 0}  # fmt: skip


def is_moment(said: str) -> bool:
    return datetime.fromisoformat(said).tzinfo is not None


# ---- Show, to scripts


def test_show_members_in_json(planned: Prompt) -> None:
    answer = planned.ask("show", "members", "--committee", "club")
    assert list(answer) == ["committee", "at", "members", "roles"]
    assert is_moment(answer["at"])
    ben = answer["members"][1]
    assert ben.pop("decided_by")["decision"] is None
    assert ben == {
        "person": "ben",
        "name": "ben",
        "seat": "member",
        "voting": True,
        "since": "2026-05-01T12:00:00+00:00",
        "term_ends": None,
        "roles": [],
        "seat_label": None,
        "authority": None,
        "held": [],
    }


def test_show_decisions_in_json(planned: Prompt) -> None:
    (decision,) = planned.ask("show", "decisions", "--committee", "club")["decisions"]
    authority, by = decision.pop("authority"), decision.pop("decided_by")
    (agreed,) = planned.ask("show", "rules")["rules"]
    assert decision.pop("rule_id") == agreed["id"]
    assert decision.pop("rule_agreed_at") == agreed["since"]
    assert decision.pop("rule_in_words") == agreed["in_words"]
    assert authority.endswith("@2")
    assert [one["voter"] for one in by["ballots"]] == ["asha", "ben"]
    assert decision.pop("record")["question"] == "About dj"
    assert decision == {
        "proposal": "dj",
        "title": "About dj",
        "outcome": "adopted",
        "route": "vote",
        "rule": {
            "method": "majority", "threshold": "1/2", "strict": True, "base": "cast",
            "seats_to_fill": 1, "tie": "not_passed",
        },
        "tally": TALLY,
        "entitled": 3,
        "decided_at": "2026-05-01T12:00:00+00:00",
        "review_on": None,
        "stated": None,
        "differs": False,
        "reversed": None,
        "ratify_by": None,
        "ratified": None,
        "lapsed": False,
        "look_again_on": None,
        "replaces": [],
        "replaced_by": [],
    }  # fmt: skip


def test_what_a_source_states_is_shown_beside_our_count(prompt: Prompt) -> None:
    stated = decided(outcome="rejected", tally={"yes": 1}, published="Lost by one")
    prompt.type("import", prompt.file(*A_YES[:-1], stated))
    (decision,) = prompt.ask("show", "decisions")["decisions"]
    assert (decision["outcome"], decision["tally"]) == ("adopted", TALLY)
    assert decision["stated"] == {
        "outcome": "rejected", "tally": {"yes": 1}, "words": "Lost by one",
    }  # fmt: skip
    assert decision["differs"]
    assert "differs: rejected (1 yes)" in prompt.type("show", "decisions")


def test_ranked_votes_speak_of_options_by_their_names(prompt: Prompt) -> None:
    food = opened("food", options=FOOD, rule={"method": "schulze"})
    ballots = [
        line("ballot.cast", proposal="food", person=person, ranking=ranking)
        for person, ranking in (("asha", [["soup"], ["pizza"]]), ("ben", [["soup", "curry"]]))
    ]
    prompt.type("import", prompt.file(*CLUB, food, *ballots, decided("food", outcome="soup")))
    (decision,) = prompt.ask("show", "decisions")["decisions"]
    assert (decision["outcome"], decision["differs"]) == ("soup", False)
    assert decision["tally"]["pairwise"]["soup"] == {"pizza": 2, "curry": 1}
    assert decision["tally"]["order"][0] == ["soup"]
    shown = prompt.ask("show", "proposal", "food")
    assert shown["options"][0] == {"option": "pizza", "title": "Pizza from Leo"}
    assert shown["ballots"][1]["answer"] == {"ranking": [["soup", "curry"]], "unlisted": "last"}


def test_show_proposal_in_json(planned: Prompt) -> None:
    shown = planned.ask("show", "proposal", "dj")
    assert (shown["proposal"], shown["committee"], shown["stage"]) == ("dj", "club", "decided")
    assert shown["electorate"] == ["asha", "ben", "cara"]
    ballot = shown["ballots"][0]
    assert is_moment(ballot.pop("recorded_at"))
    assert ballot == {
        "voter": "asha",
        "answer": "yes",
        "at": "2026-05-01T12:00:00+00:00",
        "recorded_by": None,
        "through": "import",
        "counted": True,
        "why_not": None,
        "slip": None,
    }
    assert list(shown["history"][0]) == ["at", "event", "sentence", "position"]
    assert shown["history"][-1]["sentence"] == "We decided on “About dj”: YES."
    assert shown["decision"]["outcome"] == "adopted"


def test_show_plan_in_json(planned: Prompt) -> None:
    shown = planned.ask("show", "plan", "july")
    assert (shown["plan"], shown["on"]) == ("july", "2026-07-03")
    (music,) = shown["lines"]
    assert list(music) == ["line", "value", "authority", "why", "decided_by"]
    assert (music["line"], music["value"]) == ("Music", "DJ Sam")
    assert [sentence.split(" ")[0] for sentence in music["why"]] == ["ben", "We", "The", "Somebody"]
    assert music["why"][1] == "We decided on “About dj”: YES."


def test_show_tasks_in_json(planned: Prompt) -> None:
    bar, door = planned.ask("show", "tasks")["tasks"]
    assert len(bar.pop("history")) == 3
    assert bar.pop("decided_by")["chain"][0]["topic"] == "task.task-added"
    assert bar == {
        "task": "bar",
        "title": "Bar",
        "holders": ["ben", "cara"],
        "status": "held",
        "due": "2026-07-03",
        "plan": "july",
        "committee": "club",
        "place": None,
        "people": 1,
        "learning": [],
        "asked": [],
        "takeovers": [],
        "help_wanted": [],
        "help_given": [],
        "authority": None,
    }
    assert (door["status"], door["holders"], door["due"]) == ("free", [], None)
    assert len(planned.ask("show", "tasks", "--plan", "july")["tasks"]) == 1
    assert len(planned.ask("show", "tasks", "--committee", "club")["tasks"]) == 2


def test_show_log_in_json(planned: Prompt) -> None:
    entries = planned.ask("show", "log")["entries"]
    assert [entry["position"] for entry in entries] == list(range(1, len(entries) + 1))
    first = entries[0]
    assert is_moment(first.pop("recorded_at"))
    stream = first.pop("stream")
    assert len(stream) == 36
    assert first == {
        "position": 1,
        "leaf": 0,
        "at": "2026-05-01T12:00:00+00:00",
        "sentence": "Somebody founded The club.",
        "topic": "committee.committee-founded",
        "event": f"{stream.replace('-', '')}@1",
        "authority": None,
    }
    assert planned.ask("show", "log", "--after", "3", "--limit", "2")["entries"] == entries[3:5]
    assert planned.ask("show", "log", "--after", "999")["entries"] == []


@pytest.mark.parametrize("asked", SHOWS, ids=" ".join)
def test_every_answer_is_the_same_after_the_views_are_deleted(
    planned: Prompt, asked: tuple[str, ...]
) -> None:
    plain, as_json = planned.type("show", *asked), planned.type("show", *asked, "--json")
    for file in planned.data.glob("views.db*"):
        file.unlink()
    assert planned.type("show", *asked) == plain
    assert planned.type("rebuild").startswith("Read ")
    assert planned.type("show", *asked, "--json") == as_json


# ---- Show, to people


def test_tables_keep_each_row_to_one_line_in_a_pipe(prompt: Prompt) -> None:
    title = "A question that is told at great length, as some people like to do. " * 6
    prompt.type("import", prompt.file(*CLUB, opened(title=title.strip()), cast("ben"), decided()))
    table, rights, summary = prompt.type("show", "decisions").split("\n\n")
    assert len(table.splitlines()) == 2
    assert title.strip() in table
    assert len(rights.splitlines()) == 2
    assert summary == "1 decision.\n"
    assert all(row == row.rstrip() for row in table.splitlines())


def test_words_of_several_lines_stay_on_the_line_of_their_row(prompt: Prompt) -> None:
    worry = cast("ben", "worry", reason="It is loud.\nIt is late.")
    prompt.type("import", prompt.file(*CLUB, opened(title="One\n  two"), worry))
    told = prompt.type("show", "log")
    assert "“One two”: “It is loud. It is late.”\n" in told
    assert len(told.splitlines()) == 1 + len(prompt.ask("show", "log")["entries"])


def test_a_screen_is_never_made_wider_than_it_is(
    planned: Prompt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "70")
    for asked in (("log",), ("decisions",), ("plan", "july"), ("tasks",), ("proposal", "dj")):
        told = unstyle(planned.type("show", *asked))
        assert max(map(len, told.splitlines())) <= 70
        assert "2026-0" in told
        assert all(re.search(r"2026-\d\d-\d\d", row) for row in told.splitlines() if "2026" in row)


def test_names_from_files_never_steer_the_terminal(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(founded(), joined("ben", name="Ben\x1b[31m\x07 [red]x")))
    assert "Ben�[31m� [red]x" in prompt.type("show", "members")


def test_a_plan_says_of_each_line_why_it_holds(planned: Prompt) -> None:
    told = planned.type("show", "plan", "july")
    assert "Music: DJ Sam\n    2026-05-01  " in told
    assert "We decided on “About dj”: YES." in told


def test_an_empty_log_has_nothing_to_show(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(line("committee.founded", committee="club")))
    assert prompt.type("show", "decisions") == "Nothing is decided yet.\n"
    assert prompt.type("show", "tasks") == "There are no tasks yet.\n"
    assert "Nobody sits here." in prompt.type("show", "members")
