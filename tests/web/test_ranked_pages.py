"""Votes that put ideas in order: how they were counted, on the page and at a prompt."""

from dataclasses import replace

import pytest

from domain.ids import OptionId, ProposalId
from domain.voting.answers import Ranking
from domain.voting.rule import Method, Rule, Tie
from tests.web.club import Club, words
from tests.web.past import CLUB, decided, line, opened
from tests.web.prompt import Prompt

FOOD = [
    {"option": "pizza", "title": "Pizza"},
    {"option": "curry", "title": "Curry"},
    {"option": "soup", "title": "Soup"},
]


def vote(club: Club, rule: Rule, **orders: str) -> ProposalId:
    """A vote on three meals that is over: "pc" is pizza, then curry."""
    asha = club.act("Asha")
    club.does.adopt_rule(asha, club.here, rule, club.agreed("We put meals in order"))
    meals = ["Pizza", "Curry", "Soup"]
    idea = club.does.make_proposal(club.act("Ben"), club.here, "What do we eat?", options=meals)
    club.does.open_voting(asha, idea)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    called = {option.title[0].lower(): option.option for option in seen.options}
    club.cast(idea, **{name: _ranking(called, order) for name, order in orders.items()})
    club.does.close_voting(asha, idea)
    return idea


def _ranking(called: dict[str, OptionId], order: str) -> Ranking:
    return Ranking(places=tuple((called[letter],) for letter in order))


def page(club: Club, idea: ProposalId) -> str:
    return words(club.enter("Asha").get(f"/ideas/{idea}"))


def test_an_instant_runoff_is_told_round_by_round(club: Club) -> None:
    idea = vote(club, Rule(method=Method.IRV), Asha="pc", Ben="cs", Cara="cs", Dev="sc")
    told = page(club, idea)
    assert "We decided Curry" in told
    assert "We counted 2 times." in told
    assert "Count 1 The votes in count 1" in told
    assert "Pizza 1 vote goes out" in told
    assert "It is a tie for the last place between 2 ideas. One goes out." in told
    assert "Curry 3 votes chosen" in told
    assert "One idea has more than half of the votes. It is chosen." in told


def test_pairs_are_told_two_ideas_at_a_time(club: Club) -> None:
    idea = vote(club, Rule(method=Method.RANKED_PAIRS), Asha="pcs", Ben="csp", Cara="pcs")
    told = page(club, idea)
    assert "We decided Pizza" in told
    assert "Pizza 2 to 1 Curry" in told
    assert "Curry 3 to 0 Soup" in told


def test_a_win_that_closes_a_circle_is_told_as_left_out(club: Club) -> None:
    rule = Rule(method=Method.RANKED_PAIRS, tie=Tie.LOT, seed=1)
    told = page(club, vote(club, rule, Asha="pcs", Ben="csp", Cara="spc"))
    assert "(left out)" in told
    assert "Some wins go round in a circle. So we leave out a weak one." in told


@pytest.mark.parametrize("method", [Method.STV_SCOTTISH, Method.STV_MEEK])
def test_several_are_chosen_and_spare_votes_move_on(club: Club, method: Method) -> None:
    rule = Rule(method=method, seats_to_fill=2, tie=Tie.LOT, seed=4)
    told = page(club, vote(club, rule, Asha="pc", Ben="pc", Cara="ps", Dev="sp"))
    assert "We decided Pizza and Soup" in told
    assert "Pizza 3 votes chosen" in told


@pytest.mark.parametrize("method", ["irv", "stv_scottish", "stv_meek"])
def test_rounds_are_shown_at_a_prompt(prompt: Prompt, method: str) -> None:
    food = opened("food", options=FOOD, rule={"method": method})
    ballots = [
        line("ballot.cast", proposal="food", person=person, ranking=ranking)
        for person, ranking in (
            ("asha", [["soup"], ["pizza"]]),
            ("ben", [["soup"]]),
            ("cara", [["curry"], ["soup"]]),
        )
    ]
    prompt.type("import", prompt.file(*CLUB, food, *ballots, decided("food")))
    told = prompt.type("show", "proposal", "food")
    assert "Round 1" in told
    assert "Soup" in told
    shown = prompt.ask("show", "proposal", "food")
    (only,) = shown["decision"]["tally"]["rounds"]
    assert only["votes"] == {"pizza": 0, "curry": 1, "soup": 2}
    assert only["elected"] == ["soup"]


def test_pairs_are_shown_at_a_prompt(prompt: Prompt) -> None:
    food = opened("food", options=FOOD, rule={"method": "ranked_pairs"})
    ballot = line("ballot.cast", proposal="food", person="asha", ranking=[["soup"], ["pizza"]])
    prompt.type("import", prompt.file(*CLUB, food, ballot, decided("food")))
    told = prompt.type("show", "proposal", "food")
    assert "Votes that put the option on the left above the one on top" in told


def test_by_the_scottish_rules_each_idea_needs_a_number_of_its_own(club: Club) -> None:
    asha = club.act("Asha")
    rule = Rule(method=Method.STV_SCOTTISH)
    club.does.adopt_rule(asha, club.here, rule, club.agreed("We put meals in order"))
    meals = ["Pizza", "Curry", "Soup"]
    idea = club.does.make_proposal(club.act("Ben"), club.here, "What do we eat?", options=meals)
    club.does.open_voting(asha, idea)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    pizza, curry, _ = (str(option.option) for option in seen.options)
    ben = club.enter("Ben")
    shared = {f"rank-{pizza}": "1", f"rank-{curry}": "1"}
    answer = ben.post(f"/ideas/{idea}/ballots", **shared)
    assert "Give each one a number of its own." in words(answer)
    assert club.written(lambda: ben.post(f"/ideas/{idea}/ballots", **shared)) == []
    ben.press(f"/ideas/{idea}/ballots", **(shared | {f"rank-{curry}": "2"}))


@pytest.mark.parametrize("method", ["irv", "stv_scottish", "stv_meek", "ranked_pairs", "debian"])
def test_a_ranked_vote_goes_out_and_comes_in_again_with_every_round(
    prompt: Prompt, method: str
) -> None:
    food = opened("food", options=FOOD, rule={"method": method})
    orders = {"asha": [["soup"], ["pizza"]], "ben": [["pizza"]], "cara": [["curry"], ["soup"]]}
    ballots = [
        line("ballot.cast", proposal="food", person=person, ranking=ranking)
        for person, ranking in orders.items()
    ]
    prompt.type("import", prompt.file(*CLUB, food, *ballots, decided("food")))
    out = prompt.folder / "out.jsonl"
    prompt.type("export", "--format", "history", "--out", out)
    again = replace(prompt, called="again")
    again.type("import", out)
    (here,), (there,) = (one.ask("show", "decisions")["decisions"] for one in (prompt, again))
    assert (there["outcome"], there["tally"]) == (here["outcome"], here["tally"])
