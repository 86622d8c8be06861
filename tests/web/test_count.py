"""``hands count``: a rule and ballots come to what they come to, without a log."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.web.prompt import Prompt

DATA = Path(__file__).parents[3] / "shared" / "data" / "tsc-votes"
NODEJS = sorted((DATA / "nodejs" / "votes").glob("*.json"))
ASYNCAPI = DATA / "asyncapi" / "voteTrackingFile.json"
THREE = {"options": ["a", "b", "c"]}


class Counting:
    """Writes the two files, and counts."""

    def __init__(self, prompt: Prompt, folder: Path) -> None:
        self.prompt, self.folder = prompt, folder

    def files(self, rule: object, *lines: object) -> tuple[Path, Path]:
        terms, ballots = self.folder / "rule.json", self.folder / "ballots.jsonl"
        terms.write_text(json.dumps(rule), "utf-8")
        each = (line if isinstance(line, str) else json.dumps(line) for line in lines)
        ballots.write_text("".join(f"{line}\n" for line in each), "utf-8")
        return terms, ballots

    def count(self, rule: object, *lines: object) -> Any:
        return self.prompt.ask("count", *self.files(rule, *lines))

    def told(self, rule: object, *lines: object) -> str:
        return self.prompt.type("count", *self.files(rule, *lines))

    def refused(self, rule: object, *lines: object) -> str:
        return self.prompt.refused("count", *self.files(rule, *lines))


@pytest.fixture
def counting(prompt: Prompt, tmp_path: Path) -> Counting:
    return Counting(prompt, tmp_path)


def times(number: int, **said: object) -> dict[str, object]:
    return {**said, "times": number}


def test_an_election_of_two_by_approval_is_told_whole(counting: Counting) -> None:
    rule = {"method": "approval", **THREE, "seats_to_fill": 2}
    counted = counting.count(rule, times(3, approves=["a", "b"]), times(2, approves=["a"]))
    assert counted == {
        "outcome": ["a", "b"],
        "order": [["a"], ["b"], ["c"]],
        "elected": ["a", "b"],
        "rounds": [
            {
                "votes": {"a": 5, "b": 3, "c": 0},
                "needed": None,
                "elected": ["a", "b"],
                "dropped": [],
                "tied": [],
                "why": "Those with the most are chosen.",
            }
        ],
        "tally": {"a": 5, "b": 3, "c": 0, "silent": 0, "recused": 0},
        "pairwise": {},
        "ties": [],
        "entitled": 5,
        "needed": 1,
        "why": "5 of 5 picked ideas. The most was 5 picks.",
    }


def test_equal_ballots_may_be_folded(counting: Counting) -> None:
    rule = {"method": "majority", "quorum": [{"at_least": 3, "of": "entitled"}]}
    yes, no = {"choice": "yes"}, {"choice": "no"}
    folded = counting.count(rule, times(2, **yes), no)
    assert folded == counting.count(rule, yes, no, "", "# a remark", yes)
    assert (folded["outcome"], folded["tally"]["yes"]) == ("adopted", 2)


@pytest.mark.parametrize(
    ("rule", "ballots", "outcome"),
    [
        ({"method": "majority"}, {"yes": 2, "no": 1}, "adopted"),
        ({"method": "majority"}, {"yes": 1, "no": 1}, "rejected"),
        ({"method": "majority", "base": "present"}, {"yes": 2, "abstain": 2}, "rejected"),
        ({"method": "majority", "base": "entitled", "entitled": 5}, {"yes": 2}, "rejected"),
        ({"method": "majority", "base": "seats", "seats": 3}, {"yes": 2}, "adopted"),
        ({"method": "supermajority"}, {"yes": 2, "no": 1}, "adopted"),
        ({"method": "supermajority", "threshold": "3/4"}, {"yes": 2, "no": 1}, "rejected"),
        ({"method": "consent"}, {"yes": 1, "no": 5}, "adopted"),
        ({"method": "consent"}, {"yes": 5, "worry": 1}, "rejected"),
        ({"method": "consensus"}, {"yes": 1, "no": 1}, "rejected"),
        ({"method": "consensus"}, {"yes": 1, "stand_aside": 4}, "adopted"),
        ({"method": "delegated"}, {"yes": 2}, "adopted"),
        ({"method": "delegated", "entitled": 3}, {"yes": 2}, "undecided"),
        ({"method": "delegated"}, {"yes": 2, "abstain": 1}, "rejected"),
        ({"method": "delegated", "limit": 500, "amount": 500}, {"yes": 1}, "adopted"),
        ({"method": "delegated", "limit": 500, "amount": 501}, {"yes": 1}, "rejected"),
    ],
)
def test_yes_or_no_is_counted_by_every_method(
    counting: Counting, rule: dict[str, object], ballots: dict[str, int], outcome: str
) -> None:
    lines = [times(number, choice=choice) for choice, number in ballots.items()]
    counted = counting.count(rule, *lines)
    assert (counted["outcome"], counted["order"], counted["elected"]) == (outcome, [], [])


def test_each_seat_that_has_to_agree_is_told(counting: Counting) -> None:
    rule = {"method": "double_majority", "double": ["member", "staff"]}
    staff = times(1, choice="no", seat="staff")
    counted = counting.count(rule, times(5, choice="yes"), staff)
    assert counted["outcome"] == "rejected"
    assert counted["tally"]["within"]["staff"]["no"] == 1
    assert counted["why"].endswith("More than half of the staff had to say yes too: "
                                   "none of the 1 who said yes or no did.")  # fmt: skip


def test_points_that_are_not_whole_are_told_exactly(counting: Counting) -> None:
    rule = {"method": "score", **THREE}
    counted = counting.count(rule, times(3, scores={"a": 0.1}), {"scores": {"b": 0.3}})
    assert counted["tally"]["a"] == counted["tally"]["b"] == "3/10"
    assert (counted["outcome"], counted["ties"]) == ("undecided", [["a", "b"]])


def test_a_lot_can_be_drawn_again_by_anybody(counting: Counting) -> None:
    rule = {"method": "dots", **THREE, "tie": "lot", "seed": "night"}
    seed = int(sha256(b"night").hexdigest(), 16)
    first = min("ab", key=lambda name: sha256(f"{seed}:{name}".encode()).digest())
    counted = counting.count(rule, {"scores": {"a": 1, "b": 1}})
    assert (counted["outcome"], counted["ties"]) == (first, [["a", "b"]])
    assert "lots were drawn" in counted["why"]


def test_a_tie_is_broken_by_the_chair_where_the_file_says_how(counting: Counting) -> None:
    rule = {"method": "majority", "tie": "chair"}
    lines = ({"choice": "yes"}, {"choice": "no"})
    assert counting.count(rule, *lines)["outcome"] == "undecided"
    chaired = counting.count({**rule, "chair": "yes"}, *lines)
    assert (chaired["outcome"], chaired["ties"]) == ("adopted", [["yes", "no"]])


def test_people_read_it_in_columns(counting: Counting) -> None:
    told = counting.told({"method": "dots", **THREE, "dots": 2}, {"scores": {"b": 2}})
    assert told.splitlines()[0] == "b"
    assert "Everyone has 2 dots to put on ideas." in told
    assert "b        2      chosen" in told


def test_people_read_how_often_each_option_stands_above_each_other(counting: Counting) -> None:
    ballots = times(2, ranking=[["a"], ["b"], ["c"]]), {"ranking": [["c"], ["a"], ["b"]]}
    told = counting.told({"method": "schulze", **THREE}, *ballots)
    rows = told.split("above the one on top\n")[1].splitlines()
    assert [row.split() for row in rows] == [
        ["a", "b", "c"],
        ["a", "3", "2"],
        ["b", "0", "2"],
        ["c", "1", "1"],
    ]


# ---- What cannot be counted


@pytest.mark.parametrize(
    ("rule", "lines", "sentence"),
    [
        ({"method": "approval"}, [{"approves": ["z"]}], "line 1: There is no option “z”."),
        ({"method": "schulze"}, [{"ranking": [["a"], ["a"]]}], "is on this ballot twice"),
        ({"method": "approval"}, [{"approves": ["a", "a"]}], "is on this ballot twice"),
        ({"method": "score"}, [{"scores": {"a": -1}}], "cannot be less than nothing"),
        ({"method": "score"}, ['{"scores": {"a": NaN}}'], "line 1: scores.a"),
        ({"method": "score"}, ['{"scores": {"a": 1e999}}'],
         "line 1: scores.a: it has to be a number with an end, such as 3 or 2.5."),
        ({"method": "irv"}, [{"ranking": ["a", "b"]}], "Write each place as a list of its own"),
        ({"method": "irv"}, [{"choice": ["a", "b"]}], "An order goes under “ranking”"),
        ({"method": "score"}, ['{"scores": {"a": 1, "a": 2}}'], "“a” twice"),
        ({"method": "dots"}, [{"scores": {"a": 0.5}}], "cannot be cut in parts"),
        ({"method": "dots", "dots": 2}, [{"scores": {"a": 3}}], "You have 2 dots"),
        ({"method": "approval"}, [{"approves": ["a"], "times": 0}],
         "line 1: times: it has to be more than 0."),
        ({"method": "debian", "default_option": "c", "majority": {"a": "x"}}, [],
         "majority.a: Write a share as a fraction in text"),
        ({"method": "approval"}, [{"approves": ["a"], "times": 1.5}], "line 1: times"),
        ({"method": "approval"}, [{"choice": "yes"}], "asks for the options that are good"),
        ({"method": "approval"}, [{"approves": ["a"], "choice": "yes"}], "has one of choice"),
        ({"method": "approval"}, ["{"], "line 1"),
        ({"method": "approval"}, [], "Nobody voted, so nothing is decided."),
        ({"method": "approval", "seats_to_fill": 4}, [], "4 places and only 3 to choose from"),
        ({"method": "approval", "options": ["a", "a"]}, [], "An option is listed twice."),
        ({"method": "score", "threshold": "1/2"}, [], "by score has no threshold"),
        ({"method": "majority"}, [], "has no options to list"),
        ({"method": "guessing"}, [], "method: it has to be one of"),
        ({"method": "approval", "colour": 1}, [], "There is no key “colour”"),
        ({"method": "dots", "most_points": 3}, [], "Nobody has points to give by dots."),
    ],
)  # fmt: skip
def test_what_cannot_be_counted_is_said_in_a_sentence(
    counting: Counting, rule: dict[str, object], lines: list[object], sentence: str
) -> None:
    assert sentence in counting.refused({**THREE, **rule}, *lines)


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ({"threshold": 0.6666}, 'Write a share as a fraction in text, such as "1/2" or "2/3".'),
        ({"threshold": "0.6666"}, 'Write a share as a fraction in text, such as "1/2" or "2/3".'),
        ({"threshold": "3/2"}, "Nobody can ever get more than all of the votes."),
        ({"threshold": "1/1", "strict": True}, "Nobody can ever get more than all"),
        ({"base": "seats"}, "has to say how many seats there are"),
        ({"base": "seats", "seats": 30, "entitled": 9}, "it needs 16 votes, and 9 can say"),
        ({"base": "seats", "seats": 1}, "There are 2 ballots, and no more than 1 by the rule."),
        ({"base": "entitled"}, "Say how many they are with “entitled”."),
        ({"entitled": 1}, "There are 2 ballots, and only 1 people can vote."),
        ({"entitled": 0}, "Nobody can vote here."),
        ({"quorum": [{"at_least": 4, "of": "staff"}], "entitled": {"member": 5}}, "never pass"),
        ({"quorum": [{"at_least": 6, "of": "entitled"}], "entitled": 5}, "people must take part."),
        ({"quorum": [{"at_least": "1/2", "of": "staff"}], "entitled": {"member": 5}}, "nobody can"),
        ({"quorum": [{"more": "staff", "than": "member"}], "entitled": 5}, "Here nobody can."),
        ({"method": "double_majority", "double": ["staff"], "entitled": 5}, "The rule names staff"),
        ({"weights": {"member": 0}, "entitled": 5}, "nobody's vote counts for anything"),
        ({"base": "entitled", "entitled": {"member": 2, "staff": 5},
          "quorum": [{"more": "member", "than": "staff"}]}, "it needs 4 votes, and 3 can say yes"),
        ({"quorum": [{"at_least": "1/2", "of": "entitled"}]}, "The quorum is a share of all"),
        ({"quorum": [{"more": "member", "than": "staff"}, {"more": "staff", "than": "member"}]},
         "The quorum contradicts itself"),
        ({"double": ["staff"]}, "Only a double majority names seats"),
        ({"method": "double_majority"}, "has to name the seats that must agree"),
        ({"weights": {"asha": 2}}, "The rule gives “asha” a weight."),
        ({"tie": "lot"}, "A lot needs a seed"),
        ({"seats_to_fill": 2}, "cannot fill several places"),
        ({"limit": 5}, "Only a delegated decision has a mandate with a limit."),
    ],
)  # fmt: skip
def test_a_rule_that_can_never_pass_or_contradicts_itself_is_refused(
    counting: Counting, rule: dict[str, object], sentence: str
) -> None:
    yes = {"choice": "yes"}
    assert sentence in counting.refused({"method": "majority", **rule}, yes, yes)


def test_every_bad_line_is_told_and_nothing_is_counted(counting: Counting) -> None:
    said = counting.refused({"method": "majority"}, *({"choice": str(n)} for n in range(25)))
    assert said.count("is no choice.") == 20
    assert "… and 5 more." in said


# ---- What two committees published


def words(vote: dict[str, Any]) -> list[dict[str, str]]:
    choices = {1: "yes", 0: "abstain", -1: "no"}
    return [{"choice": choices[said]} for said in vote["votes"].values()]


def ranking(points: dict[str, int], names: list[str]) -> dict[str, object]:
    """Most points first; an option without points has none, and equal points share a place."""
    each = {name: points.get(name, 0) for name in names}
    levels = sorted(set(each.values()), reverse=True)
    return {"ranking": [[name for name in names if each[name] == level] for level in levels]}


@pytest.mark.skipif(not NODEJS, reason="the published votes are not on this machine")
def test_all_votes_of_the_node_js_committee_come_out_as_published(counting: Counting) -> None:
    assert len(NODEJS) == 21
    for file in NODEJS:
        vote = json.loads(file.read_text("utf-8"))
        if not isinstance(vote.get("outcome"), dict):
            assert counting.count({"method": "majority"}, *words(vote))["outcome"] == "adopted"
            continue
        names = sorted({name for points in vote["votes"].values() for name in points})
        lines = [ranking(points, names) for points in vote["votes"].values()]
        counted = counting.count({"method": "schulze", "options": names}, *lines)
        assert counted["elected"] == vote["outcome"]["winner(s)"], file.name


@pytest.mark.skipif(not ASYNCAPI.exists(), reason="the published votes are not on this machine")
def test_all_votes_of_the_asyncapi_committee_pass_by_its_own_rule(counting: Counting) -> None:
    members = json.loads(ASYNCAPI.read_text("utf-8"))
    said = {"In favor": "yes", "Against": "no", "Abstain": "abstain"}
    votes = [key for key in members[0] if "$$" in key]
    assert len(votes) == 13
    for vote in votes:
        cells = [member[vote] for member in members]
        entitled = len(cells) - cells.count("Not a member yet")
        rule = {"method": "majority", "threshold": "51/100", "base": "entitled"}
        lines = [{"choice": said[cell]} for cell in cells if cell in said]
        counted = counting.count({**rule, "entitled": entitled}, *lines)
        yes = cells.count("In favor")
        assert counted["tally"]["yes"] == yes
        assert counted["tally"]["silent"] == cells.count("Not participated")
        assert counted["outcome"] == ("adopted" if 100 * yes >= 51 * entitled else "rejected")
