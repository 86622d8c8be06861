"""A vote on several answers: picked, given points or dots; and an idea that begins with answers."""

import re
from hashlib import sha256
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from domain.events import BallotCast, ProposalMade
from domain.ids import ProposalId
from domain.kinds import Domain
from domain.voting.answers import Approvals, Choice, Scores
from domain.voting.rule import Method, Rule, Tie
from tests.web.club import Club, words
from tests.web.prompt import Prompt

MEALS = ["Pizza", "Curry", "Soup"]
PICKS, POINTS, DOTS = (Rule(method=m) for m in (Method.APPROVAL, Method.SCORE, Method.DOTS))


def asked(club: Club, rule: Rule, meals: list[str] = MEALS) -> tuple[str, list[str]]:
    """Where an open vote on meals stands, and the ids of its answers."""
    cited = club.agreed("How we choose what we eat")
    club.does.adopt_rule(club.act("Asha"), club.here, rule, cited, domains=[Domain.PROGRAMME])
    idea = club.does.make_proposal(
        club.act("Ben"), club.here, "What do we eat?", options=meals, domain=Domain.PROGRAMME
    )
    club.does.open_voting(club.act("Asha"), idea)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    return f"/ideas/{idea}", [str(option.option) for option in seen.options]


def answers(club: Club, here: str) -> list[Any]:
    seen = club.services.decisions.proposal(ProposalId(_id(here)), club.clock.now)
    assert seen
    return [ballot.answer for ballot in seen.counted_ballots]


def _id(here: str) -> Any:
    return UUID(here.rpartition("/")[2])


def closed(club: Club, here: str) -> str:
    club.does.close_voting(club.act("Asha"), ProposalId(_id(here)))
    return words(club.enter("Dev").get(here))


# ---- Picking


def test_as_many_answers_are_ticked_as_one_likes(club: Club) -> None:
    here, (pizza, curry, _) = asked(club, PICKS)
    ben = club.enter("Ben")
    assert "Pick all that you like" in words(ben.get(here))
    page = words(ben.press(f"{here}/ballots", pick=[pizza, curry]))
    assert "You said Pizza, Curry" in page
    assert answers(club, here) == [Approvals.model_validate({"approves": [pizza, curry]})]
    again = ben.get(f"{here}?change=1").text
    assert again.count("checked") == 2


def test_no_tick_is_asked_for_again(club: Club) -> None:
    here, _ = asked(club, PICKS)
    answer = club.enter("Ben").post(f"{here}/ballots")
    assert answer.status_code == 400
    assert "There is a problem Pick the ones that you like." in words(answer)


def test_no_more_are_picked_than_the_rule_lets_one_pick(club: Club) -> None:
    here, (pizza, curry, soup) = asked(club, Rule(method=Method.APPROVAL, most_choices=2))
    ben = club.enter("Ben")
    assert "Pick up to 2 that you like" in words(ben.get(here))
    answer = ben.post(f"{here}/ballots", pick=[pizza, curry, soup])
    assert answer.status_code == 400
    assert "Choose 2 at the most." in words(answer)
    assert answers(club, here) == []


def test_where_one_is_picked_one_press_is_enough(club: Club) -> None:
    here, (_, curry, _) = asked(club, Rule(method=Method.APPROVAL, most_choices=1))
    ben = club.enter("Ben")
    assert f'name="answer" value="{curry}"' in ben.get(here).text
    (cast,) = club.written(lambda: ben.press(f"{here}/ballots", answer=curry))
    assert isinstance(cast, BallotCast)
    assert cast.answer == Approvals.model_validate({"approves": [curry]})
    assert "You said Curry" in words(ben.get(here))


def test_what_was_picked_is_told_with_its_numbers(club: Club) -> None:
    here, (pizza, curry, _) = asked(club, PICKS)
    club.enter("Ben").press(f"{here}/ballots", pick=[pizza, curry])
    club.enter("Cara").press(f"{here}/ballots", pick=[curry])
    page = closed(club, here)
    assert "We decided Curry" in page
    assert "2 of 4 picked ideas. The most was 2 picks." in page
    assert "1. Curry: 2 picks 2. Pizza: 1 pick 3. Soup: 0 picks" in page
    assert "Everyone picks all the ideas that they like." in page
    assert "Ben Pizza, Curry" in page


def test_a_tie_is_told_and_how_it_was_broken(club: Club) -> None:
    here, (pizza, curry, _) = asked(club, Rule(method=Method.APPROVAL, tie=Tie.LOT, seed=7))
    club.enter("Ben").press(f"{here}/ballots", pick=[pizza, curry])
    page = closed(club, here)
    assert "It was a tie, and lots were drawn." in page
    assert "Pizza and Curry came out the same." in page
    drawn = re.findall(r"\d\. (Pizza|Curry) We mix: (7:\S+) The code: ([0-9a-f]{64})", page)
    assert [code for _, _, code in drawn] == sorted(
        sha256(mixed.encode()).hexdigest() for _, mixed, _ in drawn
    )
    assert [mixed for _, mixed, _ in drawn if mixed in (f"7:{pizza}", f"7:{curry}")]
    assert f"We decided {drawn[0][0]}" in page
    rules = club.enter("Dev").get("/why/rules/").text
    told = [words(club.enter("Dev").get(o)) for o in re.findall(r"/why/rules/[0-9a-f-]{36}", rules)]
    assert any("How do we draw lots? Our number is 7." in page for page in told)


def test_a_command_says_with_what_the_lots_were_drawn(club: Club, tmp_path: Path) -> None:
    here, (pizza, curry, _) = asked(club, Rule(method=Method.APPROVAL, tie=Tie.LOT, seed=7))
    club.enter("Ben").press(f"{here}/ballots", pick=[pizza, curry])
    closed(club, here)
    told = Prompt(tmp_path.parent, tmp_path.name).type("show", "proposal", here.rpartition("/")[2])
    told = " ".join(told.split())
    assert "Lots By SHA-256, the smallest first." in told
    assert f"“7:{pizza}”" in told


def test_a_tie_that_nothing_breaks_leaves_it_open(club: Club) -> None:
    here, (pizza, curry, _) = asked(club, PICKS)
    club.enter("Ben").press(f"{here}/ballots", pick=[pizza, curry])
    page = closed(club, here)
    assert "We could not decide" in page
    assert "It was a tie, and nothing is decided yet." in page


# ---- Points and dots


def test_points_are_given_to_each(club: Club) -> None:
    here, (pizza, curry, soup) = asked(club, POINTS)
    ben = club.enter("Ben")
    page = ben.get(here).text
    assert "5 is the best. 0 is the worst." in page
    assert page.count(f'name="points-{soup}"') == 6
    form = {f"points-{pizza}": "2", f"points-{curry}": "5", f"points-{soup}": "0"}
    page = words(ben.press(f"{here}/ballots", **form))
    assert "You said 2 for Pizza, 5 for Curry" in page
    assert answers(club, here) == [Scores.model_validate({"scores": {pizza: 2, curry: 5}})]
    again = ben.get(f"{here}?change=1").text
    assert f'name="points-{curry}" value="5" checked' in again
    assert "Curry: 5 points 2. Pizza: 2 points" in closed(club, here)


def test_nobody_has_more_points_than_the_rule_gives(club: Club) -> None:
    here, (pizza, *_) = asked(club, Rule(method=Method.SCORE, most_points=3))
    answer = club.enter("Ben").post(f"{here}/ballots", **{f"points-{pizza}": "4"})
    assert answer.status_code == 400
    assert "The most points for one option are 3." in words(answer)


def test_dots_are_put_on_what_one_likes(club: Club) -> None:
    here, (pizza, curry, _) = asked(club, DOTS)
    ben = club.enter("Ben")
    assert "You have 3 dots" in words(ben.get(here))
    page = words(ben.press(f"{here}/ballots", **{f"points-{pizza}": "2", f"points-{curry}": "1"}))
    assert "You said 2 for Pizza, 1 for Curry" in page
    assert "1 of 4 gave dots. The most was 2 dots." in closed(club, here)


def test_too_many_dots_are_taken_off_again(club: Club) -> None:
    here, (pizza, curry, _) = asked(club, DOTS)
    ben = club.enter("Ben")
    answer = ben.post(f"{here}/ballots", **{f"points-{pizza}": "3", f"points-{curry}": "1"})
    assert answer.status_code == 400
    assert "You have 3 dots, and not more. Take some off again." in words(answer)
    none = ben.post(f"{here}/ballots", **{f"points-{pizza}": "0"})
    assert "Put your dots on the ones that you like." in words(none)
    assert answers(club, here) == []


@pytest.mark.parametrize("rule", [PICKS, POINTS, DOTS], ids=lambda rule: rule.method)
@pytest.mark.parametrize(
    "form",
    [
        {"answer": "yes"},
        {"pick": "0" * 32},
        {"points-pizza": "1"},
        {f"points-{'0' * 32}": "1"},
        {"points-": "x"},
        {f"rank-{'0' * 32}": "1"},
    ],
)
def test_what_is_no_answer_to_this_is_not_taken(
    club: Club, rule: Rule, form: dict[str, str]
) -> None:
    here, _ = asked(club, rule)
    ben = club.enter("Ben")
    assert club.written(lambda: ben.post(f"{here}/ballots", **form)) == []
    assert ben.post(f"{here}/ballots", **form).status_code == 400


# ---- Standing aside


def test_whoever_has_to_live_with_it_may_stand_aside(club: Club) -> None:
    consensus = Rule(method=Method.CONSENSUS)
    club.does.adopt_rule(club.act("Asha"), club.here, consensus, club.agreed())
    idea, cara = club.vote(days=None), club.enter("Cara")
    assert "I stand aside You go on without me" in words(cara.get(f"/ideas/{idea}"))
    cara.press(f"/ideas/{idea}/ballots", answer="stand_aside")
    club.cast(idea, Ben=Choice.YES)
    page = closed(club, f"/ideas/{idea}")
    assert "We decided YES" in page
    assert "1 said yes, and nobody said no. 1 stood aside, and no worry was left." in page
    assert "Cara I stand aside" in page


# ---- An idea with answers


ANSWERS = {"title": "What do we eat?", "answer1": "Pizza", "answer2": "Curry", "answer4": "Soup"}


def test_an_idea_begins_with_several_answers(club: Club) -> None:
    ben = club.enter("Ben")
    assert "Let people pick from answers" in words(ben.get("/ideas/new"))
    checked = ben.post("/ideas/check", **ANSWERS)
    assert "People can pick from: Pizza Curry Soup" in words(checked)
    (made,) = club.written(lambda: ben.press("/ideas/", **ANSWERS))
    assert isinstance(made, ProposalMade)
    seen = club.services.decisions.proposal(ProposalId(made.originator_id), club.clock.now)
    assert seen
    assert [option.title for option in seen.options] == ["Pizza", "Curry", "Soup"]
    page = words(ben.get(f"/ideas/{made.originator_id}"))
    asked_for = page.index("What do you want?")
    assert asked_for < page.index("Pizza") < page.index("Curry") < page.index("Soup")


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"answer1": "Pizza"}, "Write two answers or more. Or leave them all empty."),
        ({"answer1": "Pizza", "answer3": "pizza"}, "Two answers are the same."),
    ],
)
def test_answers_that_are_no_choice_are_mended_first(
    club: Club, form: dict[str, str], sentence: str
) -> None:
    ben = club.enter("Ben")
    for path in ("/ideas/check", "/ideas/"):
        answer = ben.post(path, title="What do we eat?", **form)
        assert answer.status_code == 400
        assert sentence in words(answer)
        assert 'value="Pizza"' in answer.text


def test_a_choice_without_a_rule_for_choices_waits_for_one(club: Club) -> None:
    ben, asha = club.enter("Ben"), club.enter("Asha")
    (made,) = club.written(lambda: ben.press("/ideas/", **ANSWERS))
    page = words(asha.get(f"/ideas/{made.originator_id}/opening"))
    assert "We have no rule yet for a choice between answers." in page
    answer = asha.post(f"/ideas/{made.originator_id}/opening", closes="by hand")
    assert "A yes-or-no vote cannot choose between several options." in words(answer)


def test_the_opening_page_names_the_rule_for_choices(club: Club) -> None:
    cited = club.agreed("How we choose")
    club.does.adopt_rule(club.act("Asha"), club.here, DOTS, cited, domains=[Domain.PROGRAMME])
    form = {**ANSWERS, "about": "programme"}
    (made,) = club.written(lambda: club.enter("Ben").press("/ideas/", **form))
    page = words(club.enter("Asha").get(f"/ideas/{made.originator_id}/opening"))
    assert "Everyone has 3 dots to put on ideas." in page
