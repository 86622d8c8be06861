"""The edges of voting: ballots that say what nobody can say, and votes in which nobody can vote.

A ballot comes in by three doors: a page, a history file, and ``hands count``. Each says in one
sentence what is wrong, and writes nothing.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from domain.ids import OptionId, ProposalId
from domain.voting.rule import Method, Rule
from tests.web.club import NO, YES, Club, words
from tests.web.past import CLUB, DAY, line, opened
from tests.web.prompt import Prompt

MEALS = [{"option": "soup", "title": "Soup"}, {"option": "curry", "title": "Curry"}]
TWICE = "An option is on this ballot twice."
NOT_PART = "An option on this ballot is not part of the question."
NO_NUMBER = "Write a whole number, like 1, 2 or 3."
NO_OPTION = "There is no option “cake”."
NO_END = "a number with an end, such as 3 or 2.5."


# ---- By a history file, and by a file to count


@dataclass(frozen=True)
class Wrong:
    """What a line says of soup and curry, by which rule; and the sentence that comes back."""

    method: str
    said: str
    sentence: str
    imported: str = ""
    """What the import says, where it finds it sooner."""


WRONG = {
    "unknown in a ranking": Wrong("irv", '"ranking": [["cake"], ["soup"]]', NO_OPTION),
    "unknown with points": Wrong("score", '"scores": {"cake": 1}', NO_OPTION),
    "unknown picked": Wrong("approval", '"approves": ["cake"]', NO_OPTION),
    "ranked twice": Wrong("schulze", '"ranking": [["soup"], ["curry", "soup"]]', TWICE),
    "ranked twice in one place": Wrong("irv", '"ranking": [["soup", "soup"]]', TWICE),
    "picked twice": Wrong("approval", '"approves": ["soup", "soup"]', TWICE),
    "points twice": Wrong("score", '"scores": {"soup": 1, "soup": 5}', "This says “soup” twice."),
    "dots twice": Wrong("dots", '"scores": {"soup": 1, "curry": 1, "soup": 1}', "“soup” twice."),
    "an answer twice": Wrong("majority", '"choice": "yes", "choice": "no"', "“choice” twice."),
    "a ranking twice": Wrong(
        "irv", '"ranking": [["soup"]], "ranking": [["curry"]]', "“ranking” twice."
    ),
    "less than nothing": Wrong("score", '"scores": {"soup": -1}', "cannot be less than nothing"),
    "a dot less": Wrong("dots", '"scores": {"soup": -2}', "cannot be less than nothing"),
    "no number": Wrong("score", '"scores": {"soup": NaN}', NO_END, "This line is not JSON"),
    "without end": Wrong("score", '"scores": {"soup": Infinity}', NO_END, "This line is not JSON"),
    "below all": Wrong("score", '"scores": {"soup": -Infinity}', NO_END, "This line is not JSON"),
    "far too much": Wrong("score", '"scores": {"soup": 1e999}', NO_END, "soup"),
    "words for points": Wrong("score", '"scores": {"soup": "many"}', "soup"),
    "part of a dot": Wrong("dots", '"scores": {"soup": 0.5}', "cannot be cut in parts"),
}


def said_on(number: int, told: str, sentence: str) -> None:
    """The sentence stands there, with the number of the line, and on one line of its own."""
    (row,) = [one for one in told.splitlines() if sentence in one]
    assert f"line {number}" in row


@pytest.mark.parametrize("wrong", WRONG.values(), ids=list(WRONG))
def test_an_import_says_what_is_wrong_with_a_ballot(prompt: Prompt, wrong: Wrong) -> None:
    rule: dict[str, Any] = {"rule": {"method": wrong.method}}
    question = rule if wrong.method == "majority" else {**rule, "options": MEALS}
    ballot = (
        f'{{"kind": "ballot.cast", "at": "{DAY}", "proposal": "dj", "person": "ben", {wrong.said}}}'
    )
    file = prompt.file(*CLUB, opened(**question), ballot)
    said_on(len(CLUB) + 2, prompt.refused("import", file), wrong.imported or wrong.sentence)
    assert prompt.ask("show", "log")["entries"] == []


@pytest.mark.parametrize("wrong", WRONG.values(), ids=list(WRONG))
def test_a_count_says_what_is_wrong_with_a_ballot(prompt: Prompt, wrong: Wrong) -> None:
    options = {} if wrong.method == "majority" else {"options": ["soup", "curry"]}
    rule, ballots = prompt.folder / "rule.json", prompt.folder / "ballots.jsonl"
    rule.write_text(json.dumps({"method": wrong.method, **options}), "utf-8")
    ballots.write_text(f"# the first\n{{{wrong.said}}}\n", "utf-8")
    said_on(2, prompt.refused("count", rule, ballots), wrong.sentence)


def test_a_key_that_only_looks_like_two_is_taken(prompt: Prompt) -> None:
    """What people write may hold quotation marks, colons and the words of a key."""
    reason = 'He said: "scores": and "choice" : twice'
    same = line("ballot.cast", proposal="dj", person="ben", choice="yes", reason=reason)
    prompt.type("import", prompt.file(*CLUB, opened(title="A café, a café"), same))
    (ballot,) = prompt.ask("show", "proposal", "dj")["ballots"]
    assert ballot["answer"] == "yes"


def test_two_spellings_of_one_letter_are_one_name(prompt: Prompt) -> None:
    cafes = [{"option": "café", "title": "One"}, {"option": "bar", "title": "Two"}]
    ballot = (
        f'{{"kind": "ballot.cast", "at": "{DAY}", "proposal": "dj", "person": "ben", '
        '"scores": {"caf\u00e9": 1, "cafe\u0301": 2}}'
    )
    file = prompt.file(*CLUB, opened(rule={"method": "score"}, options=cafes), ballot)
    assert "“café” twice" in prompt.refused("import", file)


def test_a_native_line_and_a_rule_are_read_as_closely(prompt: Prompt) -> None:
    native = (
        f'{{"kind": "proposal.ballot-cast", "at": "{DAY}", "proposal": "dj", "voter": "ben", '
        '"answer": {"scores": {"soup": 1, "soup": 2}}}'
    )
    file = prompt.file(*CLUB, opened(rule={"method": "score"}, options=MEALS), native)
    assert "“soup” twice" in prompt.refused("import", file)
    twice = '{"method": "debian", "options": ["a", "b"], "majority": {"a": 2, "a": 3}}'
    rule, ballots = prompt.folder / "rule.json", prompt.folder / "ballots.jsonl"
    rule.write_text(twice, "utf-8")
    ballots.write_text('{"ranking": [["a"]]}\n', "utf-8")
    assert "rule.json: This says “a” twice." in prompt.refused("count", rule, ballots)


@pytest.mark.parametrize("share", [0.6666, "0.6666", "2/0", "two thirds", "1/-3"], ids=repr)
def test_a_share_that_is_no_fraction_is_told_at_both_doors(prompt: Prompt, share: object) -> None:
    rule = {"method": "supermajority", "threshold": share}
    told = prompt.refused("import", prompt.file(*CLUB, opened(rule=rule)))
    said_on(len(CLUB) + 1, told, 'Write a share as a fraction in text, such as "1/2" or "2/3".')
    terms, ballots = prompt.folder / "rule.json", prompt.folder / "ballots.jsonl"
    terms.write_text(json.dumps(rule), "utf-8")
    ballots.write_text('{"choice": "yes"}\n', "utf-8")
    assert "Write a share as a fraction in text" in prompt.refused("count", terms, ballots)


# ---- On a page


def chosen(club: Club, method: Method) -> tuple[ProposalId, dict[str, OptionId]]:
    """An open vote on soup and curry."""
    asha = club.act("Asha")
    club.does.adopt_rule(asha, club.here, Rule(method=method), club.agreed("A way to choose"))
    meals = ["Soup", "Curry"]
    idea = club.does.make_proposal(club.act("Ben"), club.here, "What do we eat?", options=meals)
    club.does.open_voting(asha, idea)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    return idea, {one.title.casefold(): one.option for one in seen.options}


ELSEWHERE = "11111111-1111-4111-8111-111111111111"
Sent = Callable[[dict[str, OptionId]], Any]
ON_PAGES: dict[str, tuple[Method, Sent, str]] = {
    "unknown in a ranking": (Method.IRV, lambda _: {f"rank-{ELSEWHERE}": "1"}, NOT_PART),
    "no id in a ranking": (Method.IRV, lambda _: {"rank-cake": "1"}, NOT_PART),
    "unknown with points": (Method.SCORE, lambda _: {f"points-{ELSEWHERE}": "1"}, NOT_PART),
    "unknown picked": (Method.APPROVAL, lambda _: {"pick": [ELSEWHERE]}, NOT_PART),
    "picked twice": (Method.APPROVAL, lambda o: {"pick": [str(o["soup"])] * 2}, TWICE),
    "ranked twice": (Method.SCHULZE, lambda o: {f"rank-{o['soup']}": ["1", "2"]}, TWICE),
    "points twice": (Method.SCORE, lambda o: {f"points-{o['soup']}": ["1", "5"]}, TWICE),
    "ranked below one": (Method.IRV, lambda o: {f"rank-{o['soup']}": "-1"}, "The first number is"),
    "less than nothing": (
        *(Method.SCORE, lambda o: {f"points-{o['soup']}": "-1"}),
        "Points cannot be less than nothing.",
    ),
    "no number": (Method.SCORE, lambda o: {f"points-{o['soup']}": "NaN"}, NO_NUMBER),
    "without end": (Method.DOTS, lambda o: {f"points-{o['soup']}": "Infinity"}, NO_NUMBER),
    "far too much": (Method.SCORE, lambda o: {f"points-{o['soup']}": "1e999"}, NO_NUMBER),
    "a part": (Method.IRV, lambda o: {f"rank-{o['soup']}": "1.5"}, NO_NUMBER),
    "a great number": (
        *(Method.SCORE, lambda o: {f"points-{o['soup']}": "9" * 40}),
        "The most points for one option are 5.",
    ),
}


@pytest.mark.parametrize(("method", "sent", "sentence"), ON_PAGES.values(), ids=list(ON_PAGES))
def test_a_page_says_what_is_wrong_with_a_ballot(
    club: Club, method: Method, sent: Sent, sentence: str
) -> None:
    idea, options = chosen(club, method)
    ben = club.enter("Ben")
    assert (
        club.written(lambda: refused(ben.post(f"/ideas/{idea}/ballots", **sent(options)), sentence))
        == []
    )


def refused(answer: Any, sentence: str) -> None:
    assert answer.status_code == 400
    assert words(answer).count(sentence) == 1, words(answer)
    assert "Send my vote" in words(answer)


# ---- Nobody can vote, or nobody does


def out_of(club: Club, idea: ProposalId, *names: str) -> None:
    for name in names or ("Asha", "Ben", "Cara", "Dev"):
        club.does.recuse(club.act(name), idea)


def test_a_deadline_with_everybody_out_decides_nothing_and_says_so(
    club: Club, tmp_path: Path
) -> None:
    idea, asha = club.vote(days=3), club.enter("Asha")
    club.cast(idea, Ben=YES)
    out_of(club, idea)
    assert "Everyone who can vote stays out of this one." in words(asha.get(f"/ideas/{idea}"))
    club.clock.on(days=3)
    page = words(asha.get(f"/ideas/{idea}"))
    assert "We could not decide" in page
    assert "Nobody could vote on this." in page
    assert "Asha, Ben, Cara and Dev stayed out" in page
    assert "Then let others vote, or ask another committee." in page
    assert "Make it an idea again" in page
    prompt = Prompt(tmp_path.parent, tmp_path.name)
    (decision,) = prompt.ask("show", "decisions")["decisions"]
    assert decision["outcome"] == "undecided"
    assert "Nobody could vote on this." in prompt.type("show", "proposal", str(idea))


def test_nobody_votes_until_the_deadline(club: Club) -> None:
    idea, asha = club.vote(days=3), club.enter("Asha")
    club.clock.on(days=3)
    page = words(asha.get(f"/ideas/{idea}"))
    assert "We could not decide" in page
    assert "Nobody voted." in page
    assert "Nobody could vote" not in page


def test_nobody_ends_a_vote_by_hand_in_which_nobody_voted(club: Club) -> None:
    idea, asha = club.vote(days=None), club.enter("Asha")
    answer = asha.post(f"/ideas/{idea}/closing")
    assert answer.status_code == 409
    assert "Nobody has voted yet." in words(answer)


def test_one_who_can_still_vote_is_enough_for_a_decision(club: Club) -> None:
    idea, asha = club.vote(days=3), club.enter("Asha")
    out_of(club, idea, "Asha", "Ben", "Cara")
    club.cast(idea, Dev=NO)
    club.clock.on(days=3)
    page = words(asha.get(f"/ideas/{idea}"))
    assert "We decided NO" in page
    assert "Nobody could vote" not in page
