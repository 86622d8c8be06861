"""Approval, score and dots against the plainest count there is, on all small profiles."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import chain, combinations, combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ids import OptionId
from domain.voting.answers import Answer, Approvals, Scores
from domain.voting.count import Count, count
from domain.voting.rule import Method, Rule, Tie
from domain.voting.tally import OptionTally, Outcome, Result
from domain.voting.ties import by_lot
from tests.domain.voting.polls import electorate, option, options, person

A, B, C = ABC = options("abc")
Points = dict[OptionId, int | float]


def approve(names: str) -> Approvals:
    return Approvals(options=options(names))


def points(**each: float) -> Scores:
    return Scores(scores={option(name): number for name, number in each.items()})


def hold(rule: Rule, *answers: Answer, among: Sequence[OptionId] = ABC, silent: int = 0) -> Count:
    ballots = {person(n): answer for n, answer in enumerate(answers)}
    voters = electorate(len(answers) + silent)
    return count(rule, electorate=voters, ballots=ballots, options=among)


def plainly(ballots: Sequence[Points], seats: int) -> Outcome:
    """Add everything up and look at every set of winners: chosen is one that nobody else beats."""
    total = {o: sum(Fraction(str(ballot.get(o, 0))) for ballot in ballots) for o in ABC}
    wanted = [o for o in ABC if total[o] > 0]
    best = sorted((total[o] for o in wanted), reverse=True)[:seats]
    fitting = [
        team
        for team in combinations(wanted, len(best))
        if sorted((total[o] for o in team), reverse=True) == best
    ]
    if not wanted:
        return Outcome(result=Result.UNDECIDED)
    in_order = sorted(fitting[0], key=lambda o: -total[o])
    if len(fitting) == 1:
        return Outcome(result=Result.CHOSEN, options=tuple(in_order))
    sure = set.intersection(*map(set, fitting))
    return Outcome(
        result=Result.UNDECIDED,
        options=tuple(o for o in in_order if o in sure),
        ties=(tuple(o for o in wanted if total[o] == best[-1]),),
    )


APPROVALS = [*chain.from_iterable(combinations(ABC, size) for size in range(4))]
DOTS: list[Points] = [
    {o: n for o, n in zip(ABC, each, strict=True) if n} for each in product(range(3), repeat=3)
]


@pytest.mark.parametrize("seats", [1, 2, 3])
@pytest.mark.parametrize("voters", [1, 2, 3])
def test_approval_is_the_plainest_count_on_all_small_profiles(seats: int, voters: int) -> None:
    rule = Rule(method=Method.APPROVAL, seats_to_fill=seats)
    for profile in combinations_with_replacement(APPROVALS, voters):
        counted = hold(rule, *(Approvals(options=liked) for liked in profile))
        assert counted.outcome == plainly([dict.fromkeys(liked, 1) for liked in profile], seats)


@pytest.mark.parametrize("method", [Method.SCORE, Method.DOTS])
@pytest.mark.parametrize("seats", [1, 2])
@pytest.mark.parametrize("voters", [1, 2, 3])
def test_points_and_dots_are_the_plainest_count_on_all_small_profiles(
    method: Method, seats: int, voters: int
) -> None:
    rule = Rule(method=method, seats_to_fill=seats)
    for profile in combinations_with_replacement(DOTS, voters):
        counted = hold(rule, *(Scores(scores=ballot) for ballot in profile))
        assert counted.outcome == plainly(profile, seats)


def test_the_tally_tells_what_each_was_given_and_who_was_silent() -> None:
    counted = hold(Rule(method=Method.APPROVAL), approve("ab"), approve("b"), silent=2)
    assert counted.tally == OptionTally(ballots=2, votes={A: 1, B: 2, C: 0}, silent=2, recused=0)
    assert counted.tally.order == ((B,), (A,), (C,))


def test_the_only_round_tells_what_each_was_given_and_who_was_chosen() -> None:
    (one,) = hold(Rule(method=Method.DOTS), points(a=2), points(b=1)).rounds
    assert (one.votes, one.elected, one.tied) == ({A: 2, B: 1, C: 0}, (A,), ())


def test_a_tenth_is_a_tenth() -> None:
    counted = hold(Rule(method=Method.SCORE), points(a=0.1, b=0.3), points(a=0.1), points(a=0.1))
    assert counted.outcome.ties == ((A, B),)
    assert counted.rounds[0].votes[A] == Fraction(3, 10)


def test_points_that_are_not_whole_come_back_from_the_log_as_they_went_in() -> None:
    tally = hold(Rule(method=Method.SCORE), points(a=0.1, b=2)).tally
    assert '"1/10"' in tally.model_dump_json()
    assert OptionTally.model_validate_json(tally.model_dump_json()) == tally


def test_a_place_stays_empty_where_nobody_gave_anything_to_the_rest() -> None:
    counted = hold(Rule(method=Method.APPROVAL, seats_to_fill=2), approve("a"))
    assert counted.outcome == Outcome(result=Result.CHOSEN, options=(A,))
    assert "A place stays empty" in counted.rounds[0].why


def test_where_nobody_is_given_anything_nothing_is_decided() -> None:
    counted = hold(Rule(method=Method.DOTS), points(a=0), points())
    assert counted.outcome == Outcome(result=Result.UNDECIDED)
    assert counted.rounds[0].why == "Nothing was given to any of them."


@pytest.mark.parametrize(
    ("tie", "chosen"),
    [(Tie.DEFAULT_OPTION, C), (Tie.LOT, by_lot(7, [A, B])[0])],
)
def test_a_tie_ends_as_the_rule_says_and_is_shown(tie: Tie, chosen: OptionId) -> None:
    rule = Rule(method=Method.APPROVAL, tie=tie, default_option=C, seed=7)
    counted = hold(rule, approve("ab"))
    expected = Outcome(result=Result.CHOSEN, options=(chosen,), ties=((A, B),))
    assert counted.outcome == expected
    assert counted.rounds[0].tied == (A, B)


# ---- What theory says: Brams and Fishburn 1978 for approval; sums for the others

BALLOTS = st.lists(
    st.dictionaries(st.sampled_from(ABC), st.integers(0, 4) | st.sampled_from([0.1, 0.5, 2.25])),
    min_size=1,
    max_size=7,
)
SCORE = Rule(method=Method.SCORE)
METHODS = st.sampled_from([Method.SCORE, Method.DOTS, Method.APPROVAL])
PLACES = st.integers(1, 3)


def answers(method: Method, ballots: Sequence[Points]) -> list[Answer]:
    if method is Method.APPROVAL:
        return [Approvals(options=tuple(o for o, n in b.items() if n)) for b in ballots]
    return [Scores(scores=b) for b in ballots]


@given(METHODS, PLACES, BALLOTS, st.randoms(use_true_random=False))
def test_anonymous_the_order_of_the_ballots_does_not_matter(
    method: Method, seats: int, ballots: list[Points], luck: object
) -> None:
    rule = Rule(method=method, seats_to_fill=seats)
    shuffled = [*ballots]
    luck.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = hold(rule, *answers(method, ballots)), hold(rule, *answers(method, shuffled))
    assert (one.outcome, one.tally) == (other.outcome, other.tally)


@given(METHODS, PLACES, BALLOTS, st.permutations(ABC))
def test_neutral_the_names_of_the_options_do_not_matter(
    method: Method, seats: int, ballots: list[Points], other: list[OptionId]
) -> None:
    rule, renamed = Rule(method=method, seats_to_fill=seats), dict(zip(ABC, other, strict=True))
    there = [{renamed[o]: n for o, n in ballot.items()} for ballot in ballots]
    outcome = hold(rule, *answers(method, ballots)).outcome
    expected = hold(rule, *answers(method, there), among=other).outcome
    assert [renamed[o] for o in outcome.options] == [*expected.options]
    assert [[renamed[o] for o in t if not isinstance(o, str)] for t in outcome.ties] == [
        [*t] for t in expected.ties
    ]


@given(METHODS, PLACES, BALLOTS, st.data())
def test_monotone_more_for_the_chosen_never_takes_their_place(
    method: Method, seats: int, ballots: list[Points], data: st.DataObject
) -> None:
    rule = Rule(method=method, seats_to_fill=seats)
    chosen = hold(rule, *answers(method, ballots)).outcome.options
    if not chosen:
        return
    raised, one = (
        data.draw(st.sampled_from(chosen)),
        data.draw(st.sampled_from([*range(len(ballots))])),
    )
    more = [b | {raised: b.get(raised, 0) + 1} if n == one else b for n, b in enumerate(ballots)]
    assert raised in hold(rule, *answers(method, more)).outcome.options


@given(METHODS, BALLOTS, BALLOTS)
def test_two_halves_that_choose_the_same_choose_it_together(
    method: Method, left: list[Points], right: list[Points]
) -> None:
    rule = Rule(method=method)
    one, other = (hold(rule, *answers(method, half)).outcome.options for half in (left, right))
    if one and one == other:
        assert hold(rule, *answers(method, left + right)).outcome.options == one
