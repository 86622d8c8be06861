"""Votes on several answers, and by double majority, consensus and delegation, in history files."""

from typing import Any

import pytest

from tests.web.past import CLUB, FOOD, Said, decided, joined, line, opened
from tests.web.prompt import Prompt

STAFF = joined("jo", seat="staff")


def ballot(person: str, proposal: str, **said: Any) -> Said:
    return line("ballot.cast", proposal=proposal, person=person, **said)


def asked(proposal: str, rule: Said, *ballots: Said, **more: Any) -> list[Said]:
    options = more.pop("options", FOOD)
    begun = opened(proposal, rule=rule, **({"options": options} if options else {}))
    return [begun, *ballots, decided(proposal, **more)]


FOODS = [
    *asked(
        "picks",
        {"method": "approval", "most_choices": 2},
        ballot("asha", "picks", approves=["soup", "curry"]),
        ballot("ben", "picks", approves=["curry"]),
    ),
    *asked(
        "points",
        {"method": "score", "seats_to_fill": 2},
        ballot("asha", "points", scores={"soup": 8, "curry": 0.5}),
        ballot("ben", "points", scores={"curry": 3}),
    ),
    *asked(
        "dots",
        {"method": "dots", "dots": 4, "tie": "lot", "seed": "x"},
        ballot("asha", "dots", scores={"soup": 4}),
        ballot("ben", "dots", scores={"curry": 4}),
    ),
]
RULES = [
    *asked(
        "both",
        {"method": "double_majority", "double": ["member", "staff"]},
        *(ballot(who, "both", choice="yes") for who in ("asha", "ben", "cara")),
        ballot("jo", "both", choice="no"),
        options=(),
    ),
    *asked(
        "all",
        {"method": "consensus"},
        ballot("asha", "all", choice="yes"),
        ballot("ben", "all", choice="stand_aside"),
        options=(),
    ),
    opened("left", rule={"method": "delegated"}, electorate=["asha"]),
    ballot("asha", "left", choice="yes"),
    decided("left", route="delegated_member"),
]
ALL = (*CLUB, STAFF, *FOODS, *RULES)


def shown(prompt: Prompt) -> dict[str, Any]:
    register = prompt.ask("show", "decisions")["decisions"]
    return {one["proposal"]: one for one in register}


def test_each_is_counted_and_told(prompt: Prompt) -> None:
    assert prompt.ask("import", prompt.file(*ALL))["bad"] == []
    told = shown(prompt)
    assert {name: one["outcome"] for name, one in told.items()} == {
        "picks": "curry",
        "points": ["soup", "curry"],
        "dots": told["dots"]["outcome"],
        "both": "rejected",
        "all": "adopted",
        "left": "adopted",
    }
    assert told["picks"]["tally"] == {"pizza": 0, "soup": 1, "curry": 2, "silent": 2, "recused": 0}
    assert told["points"]["tally"]["curry"] == "7/2"
    assert told["dots"]["outcome"] in ("soup", "curry")
    assert told["both"]["tally"]["within"]["staff"]["no"] == 1
    assert (told["left"]["entitled"], told["left"]["route"]) == (1, "delegated_member")


@pytest.mark.parametrize(
    ("proposal", "answers"),
    [
        ("picks", [{"approves": ["soup", "curry"]}, {"approves": ["curry"]}]),
        ("points", [{"scores": {"soup": 8, "curry": 0.5}}, {"scores": {"curry": 3}}]),
        ("dots", [{"scores": {"soup": 4}}, {"scores": {"curry": 4}}]),
        ("all", ["yes", "stand_aside"]),
    ],
)
def test_every_answer_is_told_as_it_was_given(
    prompt: Prompt, proposal: str, answers: list[object]
) -> None:
    prompt.ask("import", prompt.file(*ALL))
    seen = prompt.ask("show", "proposal", proposal)
    assert [one["answer"] for one in seen["ballots"]] == answers
    assert prompt.type("show", "proposal", proposal)
    assert prompt.type("show", "decisions")


def test_what_goes_out_comes_in_again_the_same(prompt: Prompt) -> None:
    prompt.ask("import", prompt.file(*ALL))
    out = prompt.folder / "out.jsonl"
    prompt.type("export", "--out", out)
    again = Prompt(prompt.folder, "again")
    assert again.ask("import", out)["bad"] == []
    assert {k: v["tally"] for k, v in shown(again).items()} == {
        k: v["tally"] for k, v in shown(prompt).items()
    }
    assert [v["outcome"] for v in shown(again).values()] == [
        v["outcome"] for v in shown(prompt).values()
    ]


def test_a_source_that_counts_otherwise_is_found(prompt: Prompt) -> None:
    same = asked("same", {"method": "approval"}, ballot("ben", "same", approves=["soup"]),
                 tally={"soup": 1})  # fmt: skip
    other = asked("other", {"method": "approval"}, ballot("ben", "other", approves=["soup"]),
                  tally={"soup": 2})  # fmt: skip
    prompt.ask("import", prompt.file(*CLUB, *same, *other))
    assert {name: one["differs"] for name, one in shown(prompt).items()} == {
        "same": False,
        "other": True,
    }


@pytest.mark.parametrize(
    ("rule", "said", "sentence"),
    [
        ({"method": "approval"}, {"approves": ["cake"]}, "cake"),
        ({"method": "approval"}, {"approves": ["soup", "soup"]}, "on this ballot twice"),
        ({"method": "approval", "most_choices": 1}, {"approves": ["soup", "curry"]}, "Choose 1"),
        ({"method": "score"}, {"scores": {"soup": -1}}, "less than nothing"),
        ({"method": "score", "most_points": 3}, {"scores": {"soup": 4}}, "are 3."),
        ({"method": "dots", "dots": 3}, {"scores": {"soup": 4}}, "You have 3 dots"),
        ({"method": "dots"}, {"scores": {"soup": 0.5}}, "cannot be cut in parts"),
        ({"method": "score", "seats_to_fill": 4}, {"scores": {}}, "There are 4 places and only 3"),
    ],
)
def test_bad_input_is_refused_and_nothing_is_written(
    prompt: Prompt, rule: Said, said: Said, sentence: str
) -> None:
    lines = asked("food", rule, ballot("ben", "food", **said))
    assert sentence in prompt.refused("import", prompt.file(*CLUB, *lines))
    assert prompt.ask("show", "log") == {"entries": []}
