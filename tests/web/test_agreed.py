"""What we agreed on: by which times we count, and what we aim for. It counts from then on."""

import re
from pathlib import Path

import pytest

from tests.web.club import Club, words
from tests.web.prompt import Prompt

READ = "Two days to read are enough"


def plain(club: Club, page: str) -> str:
    return words(club.enter("Ben").get(page))


def test_until_something_is_agreed_the_page_says_with_what_we_start(club: Club) -> None:
    told = plain(club, "/why/agreed/")
    assert "How long before a choice should we know about it? 5 days." in told
    assert "We start with this" in told
    assert "We agreed on this on" not in told


def test_a_committee_agrees_by_citing_what_it_decided(club: Club) -> None:
    cited = club.reason(READ)
    ben = club.enter("Ben")
    answer = ben.post("/why/agreed/F2", days="2", decision=cited)
    assert answer.status_code == 303
    told = words(ben.get(answer.location))
    assert "How long before a choice should we know about it? 2 days." in told
    assert "We agreed on this on Tuesday 3 March" in told
    assert "We decided it on Tuesday 3 March" in told
    on_its_page = words(ben.get("/why/sharing/knowing"))
    assert "How long before a choice should we know about it? 2 days. We agreed on this" in (
        on_its_page
    )
    why = re.search(r'href="(/why/[0-9a-f-]{36})"', ben.get("/why/agreed/").text)
    assert why
    assert READ in words(ben.get(why[1]))


def test_a_share_to_aim_for_is_agreed_on_in_the_same_way(club: Club) -> None:
    cited = club.reason("Half of the ideas are ours")
    ben = club.enter("Ben")
    for share, told in (("7/10", "7 of 10."), ("heads", "As many as we are.")):
        answer = ben.post("/why/agreed/B1", share=share, decision=cited)
        assert answer.status_code == 303
        assert f"How many ideas should come from members? {told}" in words(ben.get("/why/agreed/"))


@pytest.mark.parametrize("days", ["", "0", "-2", "367", "two", "1.5", "²", "9" * 20])
def test_days_that_make_no_sense_come_back_with_a_sentence(club: Club, days: str) -> None:
    cited = club.reason("Some days")
    before = club.does.position()
    answer = club.enter("Ben").post("/why/agreed/F2", days=days, decision=cited)
    assert answer.status_code == 400
    assert "Write a number of days, from 1 to 366." in words(answer)
    assert f'value="{days}"' in answer.text
    assert club.does.position() == before


def test_without_a_decision_or_a_share_nothing_is_agreed_on(club: Club) -> None:
    ben, before = club.enter("Ben"), club.does.position()
    nothing = ben.post("/why/agreed/B1")
    assert nothing.status_code == 400
    assert "Pick how many." in words(nothing)
    assert "Pick what we decided. Nothing changes without it." in words(nothing)
    assert ben.post("/why/agreed/B1", share="9/1").status_code == 400
    assert ben.get("/why/agreed/E6").status_code == 404
    assert ben.post("/why/agreed/W1", days="2").status_code == 404
    assert club.does.position() == before


def test_pressed_twice_it_is_agreed_on_once(club: Club) -> None:
    cited = club.reason(READ)
    for _ in range(2):
        answer = club.enter("Ben").post("/why/agreed/F2", days="2", decision=cited)
        assert answer.status_code == 303
    adopted = [one for one in club.services.mandates.benchmarks(club.here) if one.hours]
    assert [(one.metric, one.hours) for one in adopted] == [("F2", 48)]


def test_at_a_prompt_it_is_told_what_was_agreed_on_and_by_which_decision(
    club: Club, tmp_path: Path
) -> None:
    cited = club.reason(READ)
    club.enter("Ben").post("/why/agreed/F2", days="2", decision=cited)
    prompt = Prompt(tmp_path.parent, tmp_path.name)
    for command in (["audit"], ["show", "rules"]):
        told = prompt.type(*command)
        assert "F2: its time is 2 days" in told, command
        assert READ in told, command
        (agreed,) = prompt.ask(*command)["agreed"]
        assert (agreed["metric"], agreed["hours"], agreed["authority"]) == ("F2", 48, cited)
        assert agreed["decided_by"]["decision"]["title"] == READ
