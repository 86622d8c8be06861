"""Instant-runoff and transferable votes as a committee holds them: ties, and what a tally keeps."""

from fractions import Fraction

import pytest
from pydantic import TypeAdapter

from domain.errors import Malformed
from domain.ids import OptionId
from domain.voting.answers import Answer, Ranking, check_answer
from domain.voting.count import Count, count
from domain.voting.rule import Method, Rule, Tie
from domain.voting.tally import Outcome, RankedTally, Result, RoundTally, Tally
from domain.voting.ties import by_lot
from tests.domain.voting.polls import electorate, options, ranked

A, B, C, D = options("abcd")
IN_ROUNDS = [Method.IRV, Method.STV_SCOTTISH, Method.STV_MEEK]


def hold(rule: Rule, *ballots: str, among: str = "abcd", chair: Answer | None = None) -> Count:
    return count(
        rule,
        electorate=electorate(len(ballots) + 1),
        ballots=ranked(*ballots),
        options=options(among),
        chair_says=chair,
    )


def test_the_tally_holds_each_round_exactly() -> None:
    counted = hold(Rule(method=Method.IRV), "a", "a", "b", "b", "c b", "ab", among="abc")
    assert isinstance(counted.tally, RankedTally)
    assert counted.tally.rounds == (
        RoundTally(
            votes={A: Fraction(5, 2), B: Fraction(5, 2), C: Fraction(1)},
            needed=Fraction(3),
            out=(C,),
        ),
        RoundTally(votes={A: Fraction(5, 2), B: Fraction(7, 2)}, needed=Fraction(3), chosen=(B,)),
    )
    assert counted.outcome == Outcome(result=Result.CHOSEN, options=(B,))
    assert counted.tally.order == ((B,), (A,), (C,))


@pytest.mark.parametrize("method", IN_ROUNDS)
def test_a_tally_with_rounds_comes_back_from_the_log_as_it_went_in(method: Method) -> None:
    tally = hold(Rule(method=method), "a b", "ab c", "c a", "abc", "d c", "a").tally
    anyone: TypeAdapter[Tally] = TypeAdapter(Tally)
    assert isinstance(tally, RankedTally)
    assert tally.rounds
    assert anyone.validate_json(anyone.dump_json(tally)) == tally


def test_a_tie_that_makes_no_difference_is_told_and_needs_nobody() -> None:
    """Whether c or d goes out first: a has more than half as soon as one of them is gone."""
    counted = hold(Rule(method=Method.IRV), "a", "a", "a", "b", "b", "c a", "d a")
    assert counted.outcome == Outcome(result=Result.CHOSEN, options=(A,))
    assert isinstance(counted.tally, RankedTally)
    assert counted.tally.rounds[0].tied == (C, D)


@pytest.mark.parametrize("method", IN_ROUNDS)
@pytest.mark.parametrize(
    ("tie", "result", "chosen"),
    [
        (Tie.NOT_PASSED, Result.UNDECIDED, ()),
        (Tie.DEFAULT_OPTION, Result.CHOSEN, (D,)),
        (Tie.CHAIR, Result.UNDECIDED, ()),
    ],
)
def test_a_tie_on_which_the_result_hangs_ends_as_the_rule_says_and_is_shown(
    method: Method, tie: Tie, result: Result, chosen: tuple[OptionId, ...]
) -> None:
    rule = Rule(method=method, tie=tie, default_option=D)
    counted = hold(rule, "a c", "a c", "b c", "b c", "c b")
    assert counted.outcome == Outcome(result=Result.CHOSEN, options=(B,))
    tied = hold(rule, "a c", "a c", "b c", "b c")
    assert tied.outcome == Outcome(result=result, options=chosen, ties=((A, B),))


@pytest.mark.parametrize("method", IN_ROUNDS)
def test_the_chair_says_who_stays_in(method: Method) -> None:
    rule = Rule(method=method, tie=Tie.CHAIR)
    said = Ranking(places=((C,), (B,), (A,)))
    told = hold(rule, "a c", "a c", "b c", "b c", chair=said)
    assert told.outcome == Outcome(result=Result.CHOSEN, options=(B,), ties=((A, B),))
    cannot_tell = Ranking(places=((C,), (A, B)))
    still = hold(rule, "a c", "a c", "b c", "b c", chair=cannot_tell)
    assert still.outcome.result is Result.UNDECIDED


@pytest.mark.parametrize("method", IN_ROUNDS)
def test_the_lot_says_who_stays_in_from_the_stated_seed_alone(method: Method) -> None:
    drawn = {
        seed: hold(Rule(method=method, tie=Tie.LOT, seed=seed), "a", "a", "b", "b").outcome.options
        for seed in range(12)
    }
    assert set(drawn.values()) == {(A,), (B,)}
    assert all((by_lot(seed, [B, A])[0],) == chosen for seed, chosen in drawn.items())


def test_whoever_is_chosen_however_a_tie_ends_is_sure() -> None:
    rule = Rule(method=Method.STV_SCOTTISH, seats_to_fill=2)
    outcome = hold(rule, "a", "a", "a", "b", "c").outcome
    assert outcome == Outcome(result=Result.UNDECIDED, options=(A,), ties=((B, C),))


@pytest.mark.parametrize("method", [Method.STV_SCOTTISH, Method.STV_MEEK])
def test_several_people_are_chosen_so_that_each_larger_group_has_one(method: Method) -> None:
    rule = Rule(method=method, seats_to_fill=2)
    cast = ["a b c d"] * 5 + ["c d a b"] * 3
    assert hold(rule, *cast).outcome.options == (A, C)
    assert hold(Rule(method=Method.SCHULZE, seats_to_fill=2), *cast).outcome.options == (A, B)


@pytest.mark.parametrize("method", IN_ROUNDS)
@pytest.mark.parametrize("tie", Tie)
def test_where_nobody_ranks_anything_nothing_is_chosen(method: Method, tie: Tie) -> None:
    rule = Rule(method=method, tie=tie, seed=1, default_option=A)
    assert hold(rule).outcome == Outcome(result=Result.UNDECIDED)
    assert hold(rule, "", "").outcome == Outcome(result=Result.UNDECIDED)


def test_many_ties_at_once_are_not_tried_for_ever() -> None:
    names = "abcdefghijkl"
    counted = hold(Rule(method=Method.IRV), *names, among=names)
    assert counted.outcome.result is Result.UNDECIDED
    assert counted.outcome.ties == (options(names),)


@pytest.mark.parametrize("method", [Method.RANKED_PAIRS, Method.DEBIAN])
def test_pairs_fill_places_and_break_ties_as_schulze_does(method: Method) -> None:
    ballots = ("a b c d", "b a c d")
    assert hold(Rule(method=method), *ballots).outcome.ties == ((A, B),)
    lot = Rule(method=method, tie=Tie.LOT, seed=3)
    assert hold(lot, *ballots).outcome.options == (by_lot(3, [A, B])[0],)


def test_in_a_debian_count_the_last_option_is_the_default_where_none_is_named() -> None:
    assert hold(Rule(method=Method.DEBIAN), "a d b c", "d a b c").outcome.options == (D,)
    named = Rule(method=Method.DEBIAN, default_option=C, majority={A: Fraction(2)})
    assert hold(named, "a d b c", "d a b c", "c d a b").outcome.options == (D,)


def test_by_the_scottish_rules_a_ballot_with_a_shared_place_is_refused_before_it_is_cast() -> None:
    shared = Ranking(places=((A, B), (C,)))
    check_answer(shared, Rule(method=Method.STV_MEEK), options("abc"))
    with pytest.raises(Malformed, match="a number of its own"):
        check_answer(shared, Rule(method=Method.STV_SCOTTISH), options("abc"))
