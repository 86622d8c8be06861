"""What a source states of a decision, beside our own count of its ballots."""

from datetime import date
from typing import Any

import pytest

from domain.kinds import Route
from domain.voting.tally import Outcome, Result, StatedTally
from projections.seen import DecisionSeen
from tests.facts import NO, YES
from tests.projections.club import Club

ADOPTED, REJECTED = Outcome(result=Result.ADOPTED), Outcome(result=Result.REJECTED)


def stated(club: Club, **more: Any) -> DecisionSeen:
    """Two say yes and one no, and a source states this about it."""
    idea = club.open()
    club.vote(idea, YES, NO, YES)
    club.governance.close_and_decide(club.told(club.asha), idea, **more)
    return club.decision(idea)


def test_a_source_that_states_the_same_does_not_differ(club: Club) -> None:
    tally = StatedTally(said={YES: 2, NO: 1})
    seen = stated(club, outcome=ADOPTED, tally=tally, words="Passed", review_on=date(2027, 1, 1))
    assert not seen.differs
    assert (seen.stated_words, seen.stated_tally) == ("Passed", tally)
    assert (seen.review_on, seen.to_the_day) == (date(2027, 1, 1), True)


@pytest.mark.parametrize(
    "more",
    [
        {"outcome": REJECTED},
        {"outcome": Outcome(result=Result.CHOSEN, options=())},
        {"tally": StatedTally(said={YES: 3, NO: 1})},
        {"tally": StatedTally(said={"silent": 1})},
    ],
)
def test_a_source_differs_in_what_it_says(club: Club, more: dict[str, Any]) -> None:
    assert stated(club, **more).differs


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"tally": StatedTally(said={YES: 2})},
        {"tally": StatedTally(said={"silent": 0, "recused": 0})},
        {"tally": StatedTally(said={})},
    ],
)
def test_a_source_does_not_differ_in_what_it_leaves_out(club: Club, more: dict[str, Any]) -> None:
    assert not stated(club, **more).differs


def test_without_ballots_the_word_of_the_source_stands(club: Club) -> None:
    idea = club.idea()
    tally = StatedTally(said={YES: 4})
    club.governance.close_and_decide(
        club.told(club.asha), idea, outcome=ADOPTED, tally=tally, route=Route.CONSENSUS
    )
    seen = club.decision(idea)
    assert (seen.outcome, seen.tally, seen.route) == (ADOPTED, tally, Route.CONSENSUS)
    assert (seen.differs, seen.terms) == (False, None)
    assert club.decisions.explanation(idea) == ""
