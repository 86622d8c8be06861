"""Votes by consent."""

import pytest

from domain.kinds import Seat
from domain.voting.count import count
from domain.voting.quorum import AtLeast
from domain.voting.rule import Method, Rule
from domain.voting.tally import Result
from tests.domain.voting.polls import electorate, said

CONSENT = Rule(method=Method.CONSENT)


@pytest.mark.parametrize(
    ("words", "open_objections", "result"),
    [
        ("yes yes stand_aside", 0, Result.ADOPTED),
        ("yes yes abstain", None, Result.ADOPTED),
        ("yes yes objection", None, Result.REJECTED),
        ("yes yes objection", 1, Result.REJECTED),
        ("yes yes objection", 0, Result.ADOPTED),
        ("yes yes yes", 1, Result.REJECTED),
        ("stand_aside stand_aside", 0, Result.REJECTED),
        ("no no", 0, Result.REJECTED),
        ("", 0, Result.UNDECIDED),
    ],
)
def test_consent_is_a_yes_and_no_objection_left(
    words: str, open_objections: int | None, result: Result
) -> None:
    counted = count(
        CONSENT, electorate=electorate(4), ballots=said(words), open_objections=open_objections
    )
    assert counted.outcome.result is result


def test_consent_needs_its_quorum_too() -> None:
    rule = Rule(method=Method.CONSENT, quorum=(AtLeast(at_least=2, of=Seat.MEMBER),))
    counted = count(rule, electorate=electorate(1, staff=1), ballots=said("yes yes"))
    assert counted.outcome.result is Result.NO_QUORUM


def test_the_open_objections_are_told_with_the_count() -> None:
    counted = count(CONSENT, electorate=electorate(3), ballots=said("yes objection objection"))
    assert counted.explanation.open_objections == 2
