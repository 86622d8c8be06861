"""Double majority against the statute read out loud, on all small profiles."""

from fractions import Fraction
from itertools import product

import pytest

from domain.kinds import Seat
from domain.voting.answers import Choice
from domain.voting.count import Count, count
from domain.voting.rule import Base, Method, Rule, Tie
from domain.voting.tally import ChoiceTally, Result
from tests.domain.voting.polls import electorate, person, said

BOTH = Rule(method=Method.DOUBLE_MAJORITY, double=(Seat.MEMBER, Seat.STAFF))
SAYS = [Choice.YES, Choice.NO, Choice.ABSTAIN, None]


def hold(rule: Rule, words: str, members: int, staff: int) -> Count:
    return count(rule, electorate=electorate(members, staff), ballots=said(words))


def over(rule: Rule, words: tuple[Choice | None, ...]) -> bool:
    """Whether yes reaches the share among these people, as the rule is read out loud."""
    yes, no = words.count(Choice.YES), words.count(Choice.NO)
    took_part = len(words) - words.count(None)
    base = {Base.CAST: yes + no, Base.PRESENT: took_part, Base.ENTITLED: len(words)}[
        rule.base or Base.CAST
    ]
    share = rule.threshold or Fraction(1, 2)
    reached = yes > share * base if rule.strict else yes >= share * base
    return yes > 0 and reached


@pytest.mark.parametrize("threshold", [Fraction(1, 2), Fraction(2, 3), Fraction(1, 1)])
@pytest.mark.parametrize("base", [Base.CAST, Base.PRESENT, Base.ENTITLED])
def test_all_and_each_seat_have_to_reach_the_share_on_all_small_profiles(
    base: Base, threshold: Fraction
) -> None:
    rule = Rule(
        method=Method.DOUBLE_MAJORITY,
        double=(Seat.MEMBER, Seat.STAFF),
        base=base,
        threshold=threshold,
    )
    voters = electorate(3, 2)
    for profile in product(SAYS, repeat=5):
        ballots = {person(n): word for n, word in enumerate(profile) if word}
        counted = count(rule, electorate=voters, ballots=ballots)
        agreed = over(rule, profile) and over(rule, profile[:3]) and over(rule, profile[3:])
        if not ballots:
            assert counted.outcome.result is Result.UNDECIDED
        else:
            assert counted.outcome.result is (Result.ADOPTED if agreed else Result.REJECTED)


def test_the_count_tells_what_each_seat_said() -> None:
    counted = hold(BOTH, "yes yes no no yes", 3, 2)
    assert counted.outcome.result is Result.REJECTED
    assert [(one.seat, one.yes, one.base, one.agree) for one in counted.explanation.within] == [
        (Seat.MEMBER, 2, 3, True),
        (Seat.STAFF, 1, 2, False),
    ]


def test_a_seat_whose_people_all_stay_out_has_not_agreed() -> None:
    counted = count(BOTH, electorate=electorate(2, 1), ballots=said("yes yes"), recused=[person(2)])
    assert counted.outcome.result is Result.REJECTED


def test_within_a_seat_a_fixed_number_of_seats_is_all_who_may_vote_there() -> None:
    rule = Rule(method=Method.DOUBLE_MAJORITY, double=(Seat.MEMBER,), base=Base.SEATS, seats=5)
    assert hold(rule, "yes yes - yes", 3, 1).outcome.result is Result.ADOPTED
    assert hold(rule, "yes - - yes yes", 3, 2).outcome.result is Result.REJECTED


def test_a_tie_is_not_broken_over_the_head_of_a_seat() -> None:
    rule = Rule(method=Method.DOUBLE_MAJORITY, double=(Seat.MEMBER,), tie=Tie.CHAIR)
    assert hold(rule, "no no yes yes", 2, 2).outcome.result is Result.REJECTED
    assert hold(rule, "yes yes no no", 2, 2).outcome.result is Result.UNDECIDED


def test_a_tally_with_seats_comes_back_from_the_log_as_it_went_in() -> None:
    tally = hold(BOTH, "yes no abstain yes", 3, 2).tally
    assert isinstance(tally, ChoiceTally)
    assert tally.within[Seat.STAFF].silent == 1
    assert ChoiceTally.model_validate_json(tally.model_dump_json()) == tally
