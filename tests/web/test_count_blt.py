"""``hands count`` with a BLT file, as OpenSTV and programs like it write them."""

import json
from pathlib import Path

import pytest

from tests.web.prompt import Prompt

GARDEN = """\
5 2   # five people, two places
-4
3 1 3 0
4 1=2 5 0
2 - 4 2 0
1 5 - 3 0
2 0
0
"Asha"
"Ben"
Cara
"Dev"
"Ella Stone"
"Who looks after the garden?"
"""
AS_LINES = [
    {"ranking": [["Asha"], ["Cara"]], "times": 3},
    {"ranking": [["Asha", "Ben"], ["Ella Stone"]], "times": 4},
    {"ranking": [["Ben"]], "times": 2},
    {"ranking": [["Ella Stone"], ["Cara"]]},
]
NAMES = ["Asha", "Ben", "Cara", "Ella Stone"]


def asked(folder: Path, blt: str | bytes, **rule: object) -> tuple[Path, Path]:
    terms, ballots = folder / "rule.json", folder / "garden.blt"
    terms.write_text(json.dumps({"method": "stv_meek", **rule}), "utf-8")
    ballots.write_bytes(blt.encode() if isinstance(blt, str) else blt)
    return terms, ballots


@pytest.mark.parametrize("method", ["stv_meek", "schulze", "ranked_pairs"])
def test_it_comes_to_what_the_same_ballots_come_to_as_lines(
    prompt: Prompt, tmp_path: Path, method: str
) -> None:
    counted = prompt.ask("count", *asked(tmp_path, GARDEN, method=method))
    terms, lines = tmp_path / "again.json", tmp_path / "again.jsonl"
    terms.write_text(
        json.dumps({"method": method, "options": NAMES, "seats_to_fill": 2, "entitled": 12})
    )
    lines.write_text("".join(json.dumps(one) + "\n" for one in AS_LINES), "utf-8")
    again = prompt.ask("count", terms, lines)
    assert counted["elected"] == again["elected"] == ["Asha", "Ben"]
    assert counted == again


def test_all_may_stand_on_one_line_and_begin_with_a_mark_of_windows(
    prompt: Prompt, tmp_path: Path
) -> None:
    one = "\ufeff2 1 3 1 2 0 2 2 0 0 Asha Ben Title"
    counted = prompt.ask("count", *asked(tmp_path, one, method="irv"))
    assert counted["elected"] == ["Asha"]
    assert counted["rounds"][0]["votes"] == {"Asha": 3, "Ben": 2}


def test_a_rule_may_name_the_same_options_and_places(prompt: Prompt, tmp_path: Path) -> None:
    counted = prompt.ask("count", *asked(tmp_path, GARDEN, options=NAMES, seats_to_fill=2))
    assert counted["elected"] == ["Asha", "Ben"]


WRONG = {
    "": "line 1: The file ends too soon. Here how many people can be chosen has to stand.",
    "two 1": "line 1: “two” is no whole number.",
    "2 1\n3 1 2\n1 2 0\n0\nA\nB": "line 2: This ballot has to end with 0.",
    "2 1\n3 1 3 0\n0\nA\nB": "line 2: “3” is not the number of anybody. They go from 1 to 2.",
    "2 1\n3 1 x 0\n0\nA\nB": "line 2: “x” is not the number of anybody.",
    "2 1\n-3\n1 1 0\n0\nA\nB": "line 2: Nobody has the number 3. There are 2 people.",
    "2 1\n(7) 1 2 0\n0\nA\nB": "line 2: “(7)” is no whole number.",
    "2 1\n1.5 1 2 0\n0\nA\nB": "line 2: “1.5” is no whole number.",
    "2 1\n1 1 2 1 0\n0\nA\nB": "line 2: ",
    "2 1\n1 1 2 0\n0\nA": "line 4: The file ends too soon. Here the name of number 2 has to stand.",
    "2 1\n1 1 2 0\n0\nA\nA": "An option is listed twice.",
    '2 1\n1 1 2 0\n0\nA\n""': "line 5: Number 2 has no name.",
    "2 1\n1 1 2 0\n0\nA\nB\nC\nD": "After the names only a title can stand, in quotation marks.",
    "2 1\n0\nA\nB": "There are no ballots in garden.blt. Nobody voted, so nothing is decided.",
}


@pytest.mark.parametrize("blt", WRONG)
def test_what_cannot_be_read_is_said_in_one_sentence(
    prompt: Prompt, tmp_path: Path, blt: str
) -> None:
    said = prompt.refused("count", *asked(tmp_path, blt))
    assert WRONG[blt] in said
    assert "Traceback" not in said


def test_what_does_not_fit_together_is_said_in_one_sentence(prompt: Prompt, tmp_path: Path) -> None:
    other = prompt.refused("count", *asked(tmp_path, GARDEN, options=["Asha", "Fay"]))
    assert "The BLT file has other options. Leave “options” out." in other
    places = prompt.refused("count", *asked(tmp_path, GARDEN, seats_to_fill=3))
    assert "“seats_to_fill” is 3, and the BLT file has 2." in places
    few = prompt.refused("count", *asked(tmp_path, "1 2\n1 1 0\n0\nA"))
    assert few
    no = prompt.refused("count", *asked(tmp_path, "2 1\n1 1 0\n0\nA\nB".encode("utf-16")))
    assert "garden.blt is not written in UTF-8. Save it again as UTF-8." in no
