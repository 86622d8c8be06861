"""``hands show why``: who decided what, from anything back to the ballots."""

from typing import Any

import pytest

from tests.web.past import A_YES, CLUB, FOOD, decided, line, opened
from tests.web.prompt import Prompt
from tests.web.story import STORY

CHAIN = [
    "proposal.decision-taken",
    "committee.rule-adopted",
    "committee.committee-founded",
]
BALLOTS = [
    {"voter": "asha", "answer": "yes"},
    {"voter": "ben", "answer": "yes"},
    {"voter": "cara", "answer": "objection"},
]


def by(answer: Any) -> tuple[list[str], str | None, list[Any]]:
    """The topics of a chain, its decision and its ballots."""
    found = answer["decided_by"]
    decision = found["decision"] and found["decision"]["proposal"]
    return [one["topic"] for one in found["chain"]], decision, found["ballots"]


@pytest.mark.parametrize(
    ("thing", "first"),
    [
        ("dj", []),
        ("july", ["plan.plan-made"]),
        ("bar", ["task.task-added"]),
        ("food", ["committee.mandate-granted"]),
    ],
)
def test_anything_is_led_back_to_its_decision_and_the_ballots(
    told: Prompt, thing: str, first: list[str]
) -> None:
    answer = told.ask("show", "why", thing)
    assert by(answer) == ([*first, *CHAIN], "dj", BALLOTS)
    assert answer["event"] == answer["decided_by"]["chain"][0]["event"]


def test_an_entry_is_named_by_its_number_or_by_its_event(told: Prompt) -> None:
    soup = next(e for e in told.ask("show", "log")["entries"] if "Soup" in e["sentence"])
    answer = told.ask("show", "why", str(soup["position"]))
    assert by(answer) == (["plan.line-written", *CHAIN], "dj", BALLOTS)
    assert told.ask("show", "why", soup["event"]) == answer


def test_a_decision_tells_what_it_allowed(told: Prompt) -> None:
    allows = [one["topic"] for one in told.ask("show", "why", "dj")["allows"]]
    assert allows == [
        "committee.mandate-granted",
        "committee.rule-adopted",
        "plan.plan-made",
        "plan.line-written",
        "task.task-added",
    ]
    assert told.ask("show", "why", "dj", "--at", "2026-05-20")["allows"][1:] == []


def test_the_whole_chain_is_told_to_people(told: Prompt) -> None:
    rule = "More than half must say yes. We count only YES and NO."
    mandate = (
        "Ben got a mandate: “Ben buys what we eat”. This is for up to £80 on each occasion. "
        "It ends on 31 July 2026."
    )
    assert told.type("show", "why", "food").splitlines() == [
        mandate,
        "No.  When (UTC)  What",
        f"27   2026-05-10  {mandate}",
        "26   2026-05-03  We decided on “Ben may buy food”: YES.",
        f"2    2026-05-01  The club agreed how it decides. {rule}",
        "1    2026-05-01  Somebody founded The club.",
        "",
        "Votes on “Ben may buy food”",
        "Voter  Answer",
        "Asha   yes",
        "Ben    yes",
        "Cara   objects",
    ]


def test_where_no_right_is_stated_that_is_said_and_no_vote_is_made_up(told: Prompt) -> None:
    pizza = next(e for e in told.ask("show", "log")["entries"] if "Pizza" in e["sentence"])
    said = told.type("show", "why", str(pizza["position"]))
    assert said.endswith("Nothing says by which right.\n")
    assert "Votes" not in said
    assert by(told.ask("show", "why", str(pizza["position"]))) == (["plan.line-written"], None, [])


def test_what_needs_no_right_is_not_said_to_lack_one(told: Prompt) -> None:
    for number in ("1", "3"):
        assert "Nothing says by which right." not in told.type("show", "why", number)


def test_an_idea_that_is_not_decided_rests_on_its_rule(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*CLUB, opened()))
    topics, decision, ballots = by(prompt.ask("show", "why", "dj"))
    assert topics == ["proposal.voting-opened", *CHAIN[1:]]
    assert (decision, ballots) == (None, [])


def test_ranked_votes_are_told_by_the_names_of_the_options(prompt: Prompt) -> None:
    food = opened("food", options=FOOD, rule={"method": "schulze"})
    ballot = line("ballot.cast", proposal="food", person="ben", ranking=[["soup"], ["pizza"]])
    prompt.type("import", prompt.file(*CLUB, food, ballot, decided("food")))
    (found,) = prompt.ask("show", "why", "food")["decided_by"]["ballots"]
    assert found["answer"]["ranking"] == [["soup"], ["pizza"]]
    assert "ben    soup > Pizza from Leo\n" in prompt.type("show", "why", "food")


@pytest.mark.parametrize(
    ("thing", "sentence"),
    [
        ("bread", "There is no proposal, plan, task or mandate “bread”.\n"),
        ("0", "There is no entry 0 in the log. It ends at 39.\n"),
        ("40", "There is no entry 40 in the log. It ends at 39.\n"),
        ("0" * 32 + "@1", "There is no such entry in the log.\n"),
    ],
)
def test_what_is_not_there_is_told(told: Prompt, thing: str, sentence: str) -> None:
    assert told.refused("show", "why", thing) == sentence


def test_a_name_that_two_things_have_is_told_with_their_ids(prompt: Prompt) -> None:
    plan = line("plan.made", committee="club", plan="dj", title="A plan", authority="dj")
    prompt.type("import", prompt.file(*A_YES, plan))
    said = prompt.refused("show", "why", "dj")
    assert said.startswith("“dj” could be 2 things. Use the id: ")
    one = said.partition("id: ")[2].split(" ")[0]
    assert prompt.ask("show", "why", one)["event"].startswith(one.replace("-", ""))


def test_a_thing_called_by_a_number_comes_before_an_entry_of_that_number(prompt: Prompt) -> None:
    prompt.type("import", prompt.file(*CLUB, opened("2")))
    assert by(prompt.ask("show", "why", "2"))[0][0] == "proposal.voting-opened"


# ---- The same chain with every line, task, seat, role, rule and decision


def test_every_answer_carries_who_decided_it(prompt: Prompt) -> None:
    role = line("role.taken", "2026-09-12", committee="club", person="ben", role="minutes",
                authority="dj")  # fmt: skip
    prompt.type("import", prompt.file(*STORY, role))
    asked = {
        "decision": prompt.ask("show", "decisions")["decisions"][0],
        "plan": prompt.ask("show", "plan", "july"),
        "line": prompt.ask("show", "plan", "july", "--at", "2026-08-01")["lines"][0],
        "task": prompt.ask("show", "tasks")["tasks"][0],
        "role": prompt.ask("show", "members")["members"][1]["held"][0],
        "rule": prompt.ask("show", "rules")["rules"][1],
        "mandate": prompt.ask("show", "mandates")["mandates"][0],
    }
    for name, answer in asked.items():
        topics, decision, ballots = by(answer)
        assert (topics[-3:], decision, ballots) == (CHAIN, "dj", BALLOTS), name
    found = asked["line"]["decided_by"]["decision"]
    assert (found["outcome"], found["route"], found["rule"]["method"]) == (
        "adopted",
        "vote",
        "majority",
    )
    assert found["tally"]["yes"] == 2
