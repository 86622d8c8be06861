"""Ranked votes as a committee holds them: places to fill, ties, and who did not vote."""

import pytest
from pydantic import TypeAdapter

from domain.ids import OptionId
from domain.voting.answers import Answer, Choice, Ranking, Unlisted
from domain.voting.count import Count, count
from domain.voting.quorum import AtLeast
from domain.voting.rule import Method, Rule, Tie
from domain.voting.tally import (
    ChoiceTally,
    Outcome,
    RankedTally,
    Result,
    StatedTally,
    Tally,
)
from domain.voting.ties import by_lot
from tests.domain.voting.polls import electorate, option, options, person, ranked

A, B, C = options("abc")
SCHULZE = Rule(method=Method.SCHULZE)


def hold(rule: Rule, *ballots: str, among: str = "abc", chair: Answer | None = None) -> Count:
    return count(
        rule,
        electorate=electorate(len(ballots) + 1),
        ballots=ranked(*ballots),
        options=options(among),
        chair_says=chair,
    )


def test_the_option_that_beats_the_others_is_chosen() -> None:
    counted = hold(SCHULZE, "a b c", "a c b", "b a c")
    assert counted.outcome == Outcome(result=Result.CHOSEN, options=(A,))


def test_the_tally_holds_every_pair_and_every_place() -> None:
    counted = hold(SCHULZE, "a b c", "a b c", "b a")
    assert counted.tally == RankedTally(
        ballots=3,
        pairwise={A: {B: 2, C: 3}, B: {A: 1, C: 3}, C: {A: 0, B: 0}},
        order=((A,), (B,), (C,)),
        silent=1,
        recused=0,
    )


@pytest.mark.parametrize(
    "tally",
    [
        hold(SCHULZE, "a b c").tally,
        ChoiceTally(yes=1, no=0, abstain=0, objection=0, stand_aside=0, silent=2, recused=0),
        StatedTally(said={Choice.YES: 7, "silent": 1, A: 3}),
    ],
    ids=["ranked", "choices", "stated"],
)
def test_a_tally_of_any_kind_comes_back_from_the_log_as_it_went_in(tally: Tally) -> None:
    anyone: TypeAdapter[Tally] = TypeAdapter(Tally)
    assert anyone.validate_json(anyone.dump_json(tally)) == tally


def test_several_places_are_filled_in_order() -> None:
    rule = Rule(method=Method.SCHULZE, seats_to_fill=2)
    assert hold(rule, "b a c", "b c a", "c b a").outcome.options == (B, C)


def test_whoever_shares_a_place_that_has_room_for_all_is_chosen_without_a_tie() -> None:
    rule = Rule(method=Method.SCHULZE, seats_to_fill=2)
    assert hold(rule, "ab c").outcome == Outcome(result=Result.CHOSEN, options=(A, B))


def test_fewer_options_than_places_are_all_chosen() -> None:
    rule = Rule(method=Method.SCHULZE, seats_to_fill=5)
    assert hold(rule, "a b c").outcome.options == (A, B, C)


@pytest.mark.parametrize(
    ("tie", "result", "chosen"),
    [
        (Tie.NOT_PASSED, Result.UNDECIDED, ()),
        (Tie.DEFAULT_OPTION, Result.CHOSEN, (C,)),
        (Tie.CHAIR, Result.UNDECIDED, ()),
    ],
)
def test_a_tie_for_the_first_place_ends_as_the_rule_says_and_is_shown(
    tie: Tie, result: Result, chosen: tuple[OptionId, ...]
) -> None:
    rule = Rule(method=Method.SCHULZE, tie=tie, default_option=C)
    expected = Outcome(result=result, options=chosen, ties=((A, B),))
    assert hold(rule, "a b c", "b a c").outcome == expected


def test_the_chair_breaks_a_tie_among_the_tied_only() -> None:
    rule = Rule(method=Method.SCHULZE, tie=Tie.CHAIR)
    chair = Ranking(places=((C,), (B,)))
    told = hold(rule, "a b c", "b a c", chair=chair).outcome
    assert told == Outcome(result=Result.CHOSEN, options=(B,), ties=((A, B),))


def test_a_chair_who_cannot_tell_either_leaves_the_tie() -> None:
    rule = Rule(method=Method.SCHULZE, tie=Tie.CHAIR)
    chair = Ranking(places=((C,), (A, B)))
    assert hold(rule, "a b c", "b a c", chair=chair).outcome.result is Result.UNDECIDED


def test_a_tie_for_the_last_place_leaves_the_first_ones_sure() -> None:
    rule = Rule(method=Method.SCHULZE, seats_to_fill=2)
    outcome = hold(rule, "a b c", "a c b").outcome
    assert outcome == Outcome(result=Result.UNDECIDED, options=(A,), ties=((B, C),))


def test_a_lot_is_drawn_from_the_stated_seed_alone() -> None:
    drawn = {
        seed: hold(
            Rule(method=Method.SCHULZE, tie=Tie.LOT, seed=seed), "a b c", "b a c"
        ).outcome.options
        for seed in range(12)
    }
    assert set(drawn.values()) == {(A,), (B,)}
    assert all((by_lot(seed, [B, A])[0],) == chosen for seed, chosen in drawn.items())


def test_the_order_of_a_lot_is_that_of_sha_256_over_seed_and_name() -> None:
    """As `printf 7:yes | sha256sum` and its like tell: 3c98… and 5b1b…, d7de… and c159…."""
    assert by_lot(7, ["no", "yes"]) == ["yes", "no"]
    assert by_lot(1, ["yes", "no"]) == ["no", "yes"]


@pytest.mark.parametrize("tie", Tie)
def test_where_nobody_votes_nothing_is_chosen(tie: Tie) -> None:
    rule = Rule(method=Method.SCHULZE, tie=tie, seed=1, default_option=A)
    assert hold(rule).outcome == Outcome(result=Result.UNDECIDED)


def test_a_ranked_vote_needs_its_quorum_too() -> None:
    rule = Rule(method=Method.SCHULZE, quorum=(AtLeast(at_least=2, of="entitled"),))
    assert hold(rule, "a b c").outcome.result is Result.NO_QUORUM


def test_a_heavier_vote_counts_as_so_many_ballots() -> None:
    counted = count(
        SCHULZE,
        electorate=electorate(3, weights=[1, 1, 3]),
        ballots=ranked("a b", "a b", "b a"),
        options=options("ab"),
    )
    assert counted.outcome.options == (B,)
    assert (counted.entitled, counted.explanation.numerator) == (5, 5)


def test_no_opinion_on_an_option_does_not_put_it_last() -> None:
    people, among = electorate(3), options("ab")
    some = ranked("b", "b", "a b", unlisted=Unlisted.NO_OPINION)
    counted = count(SCHULZE, electorate=people, ballots=some, options=among)
    assert counted.outcome.options == (A,)
    last = count(SCHULZE, electorate=people, ballots=ranked("b", "b", "a b"), options=among)
    assert last.outcome.options == (B,)


def test_whoever_is_recused_ranks_nothing() -> None:
    counted = count(
        SCHULZE,
        electorate=electorate(3),
        ballots=ranked("a b", "b a", "b a"),
        options=options("ab"),
        recused=[person(1), person(2)],
    )
    assert counted.outcome.options == (option("a"),)
    assert counted.tally.recused == 2
