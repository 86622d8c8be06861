"""Votes on which yes needs a share."""

from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Malformed
from domain.kinds import Seat
from domain.voting.answers import Choice
from domain.voting.count import count
from domain.voting.quorum import AtLeast, MoreThan, QuorumCondition
from domain.voting.rule import Base, Method, Rule, Tie
from domain.voting.tally import ChoiceTally, Result, Tally
from tests.domain.voting.polls import electorate, option, person, ranked, said, vote

MAJORITY = Rule(method=Method.MAJORITY)
TWO_THIRDS = Rule(method=Method.SUPERMAJORITY)


def of(base: Base, threshold: Fraction = Fraction(1, 2), seats: int | None = None) -> Rule:
    return Rule(method=Method.MAJORITY, threshold=threshold, base=base, seats=seats)


def with_quorum(*conditions: QuorumCondition) -> Rule:
    return Rule(method=Method.MAJORITY, quorum=conditions)


@pytest.mark.parametrize(
    ("rule", "words", "silent", "result"),
    [
        (MAJORITY, "yes yes no", 4, Result.ADOPTED),
        (MAJORITY, "yes no", 0, Result.REJECTED),
        (MAJORITY, "yes abstain objection stand_aside", 0, Result.ADOPTED),
        (MAJORITY, "abstain abstain", 0, Result.REJECTED),
        (MAJORITY, "", 3, Result.UNDECIDED),
        (MAJORITY, "", 0, Result.UNDECIDED),
        (TWO_THIRDS, "yes yes no", 0, Result.ADOPTED),
        (TWO_THIRDS, "yes yes yes no no", 0, Result.REJECTED),
        (TWO_THIRDS, "", 2, Result.UNDECIDED),
        (of(Base.PRESENT), "yes yes abstain", 5, Result.ADOPTED),
        (of(Base.PRESENT), "yes yes abstain no", 0, Result.REJECTED),
        (of(Base.PRESENT), "yes yes objection stand_aside", 0, Result.REJECTED),
        (of(Base.ENTITLED), "yes yes yes", 3, Result.REJECTED),
        (of(Base.ENTITLED), "yes yes yes", 2, Result.ADOPTED),
        (of(Base.ENTITLED, Fraction(51, 100)), "yes " * 51, 49, Result.ADOPTED),
        (of(Base.SEATS, seats=6), "yes yes yes", 0, Result.REJECTED),
        (of(Base.SEATS, seats=5), "yes yes yes", 0, Result.ADOPTED),
        (of(Base.CAST, Fraction(1, 1)), "yes yes abstain", 1, Result.ADOPTED),
        (of(Base.CAST, Fraction(1, 1)), "yes yes no", 0, Result.REJECTED),
    ],
)
def test_yes_needs_its_share_of_what_the_rule_names(
    rule: Rule, words: str, silent: int, result: Result
) -> None:
    assert vote(rule, words, silent).outcome.result is result


def test_every_answer_and_every_silence_is_in_the_tally() -> None:
    counted = count(
        MAJORITY,
        electorate=electorate(9),
        ballots=said("yes yes no abstain objection stand_aside - - yes"),
        recused=[person(8)],
    )
    assert counted.tally == ChoiceTally(
        yes=2, no=1, abstain=1, objection=1, stand_aside=1, silent=2, recused=1
    )
    assert counted.entitled == 8


def test_a_tally_comes_back_from_the_log_as_it_went_in() -> None:
    tally: Tally = vote(MAJORITY, "yes no abstain").tally
    assert ChoiceTally.model_validate_json(tally.model_dump_json()) == tally


def test_the_count_gives_the_numbers_for_its_sentence() -> None:
    why = vote(MAJORITY, "yes yes yes no abstain").explanation
    assert (why.numerator, why.denominator, why.needed) == (3, 4, 3)


def test_ballots_of_anybody_outside_the_electorate_are_left_aside() -> None:
    counted = count(MAJORITY, electorate=electorate(2), ballots=said("yes no yes yes"))
    assert counted.outcome.result is Result.REJECTED


def test_a_vote_weighs_what_the_electorate_says() -> None:
    counted = count(MAJORITY, electorate=electorate(3, weights=[3]), ballots=said("yes no no"))
    assert counted.outcome.result is Result.ADOPTED
    assert (counted.explanation.numerator, counted.entitled) == (3, 5)


def test_whoever_is_there_and_says_nothing_counts_as_present() -> None:
    here = {person(n) for n in range(4)}
    counted = count(
        of(Base.PRESENT), electorate=electorate(6), ballots=said("yes yes - - - no"), present=here
    )
    assert (counted.outcome.result, counted.explanation.denominator) == (Result.REJECTED, 5)


def test_a_ranking_cannot_be_counted_as_yes_or_no() -> None:
    with pytest.raises(Malformed, match="asks for yes or no"):
        count(MAJORITY, electorate=electorate(1), ballots=ranked("a"))


@pytest.mark.parametrize(
    ("conditions", "words", "met"),
    [
        ([AtLeast(at_least=3, of="entitled")], "yes yes abstain", True),
        ([AtLeast(at_least=3, of="entitled")], "yes yes", False),
        ([AtLeast(at_least=Fraction(1, 2), of="entitled")], "yes - - - yes yes", True),
        ([AtLeast(at_least=Fraction(1, 2), of="entitled")], "yes - - - yes", False),
        ([AtLeast(at_least=Fraction(1, 2), of=Seat.MEMBER)], "yes - - - yes yes", False),
        ([AtLeast(at_least=1, of=Seat.STAFF)], "yes yes yes yes", False),
        ([AtLeast(at_least=Fraction(1, 2), of=Seat.TRUSTEE)], "yes yes yes yes yes yes", False),
        ([MoreThan(more=Seat.MEMBER, than=Seat.STAFF)], "yes yes - - yes yes", False),
        ([MoreThan(more=Seat.MEMBER, than=Seat.STAFF)], "yes yes yes - yes yes", True),
        (
            [AtLeast(at_least=4, of=Seat.MEMBER), MoreThan(more=Seat.MEMBER, than=Seat.STAFF)],
            "yes yes yes - yes",
            False,
        ),
    ],
)
def test_nothing_is_decided_unless_every_condition_of_the_quorum_is_met(
    conditions: list[QuorumCondition], words: str, *, met: bool
) -> None:
    people = electorate(members=4, staff=2)
    counted = count(with_quorum(*conditions), electorate=people, ballots=said(words))
    assert counted.outcome.result is (Result.ADOPTED if met else Result.NO_QUORUM)
    assert bool(counted.explanation.missed) is not met


def test_a_quorum_counts_people_and_not_the_weight_of_their_votes() -> None:
    rule = with_quorum(AtLeast(at_least=2, of="entitled"))
    counted = count(rule, electorate=electorate(2, weights=[5]), ballots=said("yes"))
    assert counted.outcome.result is Result.NO_QUORUM


def test_attendance_makes_a_quorum_too() -> None:
    rule = with_quorum(AtLeast(at_least=2, of="entitled"))
    here = [person(1)]
    counted = count(rule, electorate=electorate(3), ballots=said("yes"), present=here)
    assert counted.outcome.result is Result.ADOPTED


def test_whoever_is_recused_is_in_no_quorum_and_in_no_base() -> None:
    rule = with_quorum(AtLeast(at_least=Fraction(1, 1), of="entitled"))
    away = {person(2)}
    counted = count(rule, electorate=electorate(3), ballots=said("yes yes no"), recused=away)
    assert counted.outcome.result is Result.ADOPTED
    assert counted.explanation.denominator == 2


@pytest.mark.parametrize(
    ("tie", "chair", "result"),
    [
        (Tie.NOT_PASSED, Choice.YES, Result.REJECTED),
        (Tie.CHAIR, Choice.YES, Result.ADOPTED),
        (Tie.CHAIR, Choice.NO, Result.REJECTED),
        (Tie.CHAIR, Choice.ABSTAIN, Result.UNDECIDED),
        (Tie.CHAIR, None, Result.UNDECIDED),
    ],
)
def test_as_many_yes_as_no_is_a_tie_and_shown_as_one(
    tie: Tie, chair: Choice | None, result: Result
) -> None:
    rule = Rule(method=Method.MAJORITY, tie=tie)
    counted = count(rule, electorate=electorate(4), ballots=said("yes no"), chair_says=chair)
    assert counted.outcome.result is result
    assert counted.outcome.ties == ((Choice.YES, Choice.NO),)


def test_a_lot_for_a_tie_falls_the_same_way_each_time_it_is_drawn() -> None:
    def drawn(seed: int) -> Result:
        return vote(Rule(method=Method.MAJORITY, tie=Tie.LOT, seed=seed), "yes no").outcome.result

    assert {drawn(7) for _ in range(5)} == {drawn(7)}
    assert {drawn(seed) for seed in range(20)} == {Result.ADOPTED, Result.REJECTED}


def test_the_chair_has_no_second_vote_where_the_votes_are_not_equal() -> None:
    rule = Rule(method=Method.MAJORITY, base=Base.PRESENT, tie=Tie.CHAIR)
    ballots = said("yes yes no abstain")
    counted = count(rule, electorate=electorate(4), ballots=ballots, chair_says=Choice.YES)
    assert counted.outcome.result is Result.REJECTED
    assert counted.outcome.ties == ()


def test_options_do_not_matter_to_a_yes_or_no_vote() -> None:
    one = [option("a")]
    counted = count(MAJORITY, electorate=electorate(1), ballots=said("yes"), options=one)
    assert counted.outcome.options == ()


RULES = st.builds(
    Rule,
    method=st.sampled_from([Method.MAJORITY, Method.SUPERMAJORITY]),
    threshold=st.none() | st.fractions(Fraction(1, 10), 1, max_denominator=10),
    strict=st.none() | st.booleans(),
    base=st.none() | st.sampled_from(Base),
    seats=st.integers(1, 12),
    tie=st.sampled_from([Tie.NOT_PASSED, Tie.CHAIR]),
)
WORDS = st.lists(st.sampled_from([*Choice, "-"]), max_size=10)


@given(RULES, WORDS, st.randoms(use_true_random=False))
def test_it_does_not_matter_who_said_what(rule: Rule, words: list[str], random: Random) -> None:
    others = words.copy()
    random.shuffle(others)
    assert vote(rule, " ".join(words)) == vote(rule, " ".join(others))


@given(RULES, WORDS, st.integers(0, 9))
def test_one_more_yes_never_stops_what_would_have_passed(
    rule: Rule, words: list[str], at: int
) -> None:
    warmer = ["yes" if n == at else word for n, word in enumerate(words)]
    if vote(rule, " ".join(words)).outcome.result is Result.ADOPTED and at < len(words):
        is_base = rule.base is Base.PRESENT and words[at] == "-"
        assert is_base or vote(rule, " ".join(warmer)).outcome.result is Result.ADOPTED


@given(RULES, WORDS)
def test_every_vote_is_in_the_tally_once(rule: Rule, words: list[str]) -> None:
    counted = vote(rule, " ".join(words))
    assert sum(counted.tally.model_dump().values()) == counted.entitled == len(words)


@given(RULES, WORDS)
def test_what_passes_is_what_has_enough_yes(rule: Rule, words: list[str]) -> None:
    counted = vote(rule, " ".join(words))
    enough = counted.explanation.numerator >= counted.explanation.needed
    assert (counted.outcome.result is Result.ADOPTED) == enough


SAID = ("yes", "no", "abstain", "objection", "stand_aside", "-")
WHOSE = {
    Base.CAST: ("yes", "no"),
    Base.PRESENT: SAID[:-1],
    Base.ENTITLED: SAID,
}


@pytest.mark.parametrize("base", WHOSE)
@pytest.mark.parametrize("share", [Fraction(1, 2), Fraction(2, 3), Fraction(3, 4), Fraction(1)])
@pytest.mark.parametrize("voters", range(5))
def test_on_all_small_profiles_yes_is_counted_against_all_whom_the_rule_names(
    base: Base, share: Fraction, voters: int
) -> None:
    """In twelfths of a vote, so that no fraction is needed."""
    rule = Rule(method=Method.SUPERMAJORITY, threshold=share, strict=share < 1, base=base)
    for words in product(SAID, repeat=voters):
        counting = sum(word in WHOSE[base] for word in words)
        yes, wanted = 12 * words.count("yes"), int(12 * share) * counting
        passes = yes > wanted if share < 1 else yes == wanted > 0
        counted = count(rule, electorate=electorate(voters), ballots=said(" ".join(words)))
        assert (counted.outcome.result is Result.ADOPTED) is passes, words
