"""How strong a vote is, at a prompt."""

import json
from typing import Any

import pytest

from tests.web.prompt import Prompt

EEC = {
    "players": [
        {"seat": "large", "n": 3, "weight": 4},
        {"seat": "small", "n": 2, "weight": 2},
        {"seat": "Luxembourg"},
    ],
    "quota": 12,
}
SEVEN: list[dict[str, Any]] = [{"seat": "member", "n": 6}, {"seat": "staff"}]
MAJORITY = {"method": "majority", "base": "entitled"}
NEEDS_FOUR = {"method": "majority", "quorum": [{"at_least": 4, "of": "member"}]}


def ask(prompt: Prompt, game: object) -> Any:
    return prompt.ask("power", prompt.file(json.dumps(game), name="game.json"))


def refused(prompt: Prompt, game: object) -> str:
    return prompt.refused("power", prompt.file(json.dumps(game), name="game.json"))


def test_a_quota_is_told_in_exact_fractions(prompt: Prompt) -> None:
    found = ask(prompt, EEC)
    assert [one.pop("seat") for one in found["players"]] == ["large", "small", "Luxembourg"]
    assert found["players"] == [
        {"n": 3, "banzhaf": "5/16", "banzhaf_share": "5/21", "shapley_shubik": "7/30"},
        {"n": 2, "banzhaf": "3/16", "banzhaf_share": "1/7", "shapley_shubik": "3/20"},
        {"n": 1, "banzhaf": "0", "banzhaf_share": "0", "shapley_shubik": "0"},
    ]
    assert found["power_to_act"] == "7/32"
    assert found["can"]["large"] == {
        "one_can_pass": False,
        "one_can_block": False,
        "all_can_pass": True,
        "all_can_block": True,
    }
    assert not any(found["can"]["Luxembourg"].values())


def test_a_rule_is_asked_what_it_does_to_each_seat(prompt: Prompt) -> None:
    found = ask(prompt, {"players": SEVEN, "rule": MAJORITY})
    assert [one["banzhaf"] for one in found["players"]] == ["5/16", "5/16"]
    assert found["can"]["member"]["all_can_pass"]
    assert not any(found["can"]["staff"].values())
    consent = ask(prompt, {"players": SEVEN, "rule": {"method": "consent"}})
    assert consent["can"]["staff"]["one_can_block"]


def test_a_quorum_that_needs_staff_lets_them_stop_things(prompt: Prompt) -> None:
    rule = MAJORITY | {"quorum": [{"at_least": 1, "of": "staff"}]}
    found = ask(prompt, {"players": SEVEN, "rule": rule})
    assert found["can"]["staff"] == {
        "one_can_pass": False,
        "one_can_block": True,
        "all_can_pass": False,
        "all_can_block": True,
    }


def test_weights_of_a_rule_and_whoever_breaks_ties_are_heard(prompt: Prompt) -> None:
    heavy = ask(prompt, {"players": SEVEN, "rule": MAJORITY | {"weights": {"staff": 7}}})
    assert heavy["players"][1]["banzhaf_share"] == "1"
    chair = [{"seat": "member", "n": 3}, {"seat": "staff", "breaks_ties": True}]
    tie = ask(prompt, {"players": chair, "rule": MAJORITY | {"tie": "chair"}})
    assert tie["players"][1]["banzhaf_share"] == "1/2"


def test_several_things_can_be_weighed(prompt: Prompt) -> None:
    council = {
        "players": [
            {"seat": "with a veto", "n": 5, "weights": [1, 1]},
            {"seat": "without", "n": 10, "weights": [0, 1]},
        ],
        "quotas": [[5, 9]],
    }
    found = ask(prompt, council)
    assert [one["shapley_shubik"] for one in found["players"]] == ["421/2145", "4/2145"]
    assert found["can"]["with a veto"]["one_can_block"]


def test_people_read_it_in_sentences(prompt: Prompt) -> None:
    said = prompt.type(
        "power", prompt.file(json.dumps({"players": SEVEN, "rule": MAJORITY}), name="game.json")
    )
    assert "More than half of the people who may vote must say yes." in said
    assert "staff: can neither decide nor stop things alone." in said
    assert (
        "member: one of them can neither decide nor stop things alone; all of them together "
        in said
    )
    assert "Something passes in 50.00% of all ways to vote." in said


@pytest.mark.parametrize(
    ("game", "sentence"),
    [
        ([], "one JSON object"),
        ({"players": [], "quota": 1}, "players"),
        ({"players": SEVEN}, "Say one of “rule”, “quota” and “quotas”"),
        ({"players": SEVEN, "quota": 4, "rule": MAJORITY}, "Say one of"),
        ({"players": SEVEN, "quota": 0}, "let everything pass"),
        ({"players": SEVEN, "quota": 8}, "nothing can ever pass"),
        ({"players": [{"seat": "a", "n": 0}], "quota": 1}, "n: it has to be at least 1."),
        ({"players": [{"seat": "a", "weight": -1}], "quota": 1}, "weight: it has to be at least 0"),
        ({"players": [{"seat": "member", "n": 3}], "rule": NEEDS_FOUR}, "Here 3 can."),
        ({"players": [{"seat": "a", "weight": 0.5}], "quota": 1}, "weight"),
        ({"players": [{"seat": "a", "weight": 1, "weights": [1]}], "quota": 1}, "Say one of them"),
        ({"players": [{"seat": "a", "weights": [1, 2]}], "quota": 1}, "one weight for each quota"),
        ({"players": [{"seat": "a", "weight": 10**12}], "quota": 1}, "too large"),
        ({"players": [{"seat": "king"}], "rule": MAJORITY}, "“king” is no seat"),
        ({"players": SEVEN, "rule": {"method": "majority", "threshold": 0.6666}}, "fraction"),
        ({"players": SEVEN, "rule": {"method": "majority", "threshold": "3/2"}}, "more than all"),
        ({"players": SEVEN, "rule": {"method": "delegated"}}, "those decide who were asked to"),
        ({"players": [{"seat": "member", "n": 900}], "rule": MAJORITY}, "too many people"),
        ({"players": [SEVEN[0] | {"breaks_ties": True}], "rule": MAJORITY}, "single"),
        ({"players": [{"seat": "member", "size": 2}], "rule": MAJORITY}, "size"),
    ],
)  # fmt: skip
def test_a_game_that_makes_no_sense_is_refused_with_a_sentence(
    prompt: Prompt, game: object, sentence: str
) -> None:
    said = refused(prompt, game)
    assert said.startswith("game.json: ")
    assert sentence in said
    assert "Traceback" not in said


def test_a_file_that_is_no_json_is_refused(prompt: Prompt) -> None:
    assert "not JSON" in prompt.refused("power", prompt.file("{", name="game.json"))
