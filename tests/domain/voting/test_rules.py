"""What a rule can be, and how it lies in the log."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.kinds import Seat
from domain.voting.quorum import AtLeast, MoreThan, OverDefault
from domain.voting.rule import Base, Method, Rule, Tie
from tests.domain.voting.polls import options, person

A, B = options("ab")


def read(text: str) -> Rule:
    return Rule.model_validate_json(text)


def test_a_majority_is_more_than_half_of_those_who_say_yes_or_no() -> None:
    rule = read('{"method": "majority"}')
    assert (rule.threshold, rule.strict, rule.base) == (Fraction(1, 2), True, Base.CAST)


def test_a_supermajority_is_at_least_two_thirds_of_those_who_say_yes_or_no() -> None:
    rule = read('{"method": "supermajority", "threshold": null}')
    assert (rule.threshold, rule.strict, rule.base) == (Fraction(2, 3), False, Base.CAST)


def test_a_rule_says_in_the_log_all_that_it_depends_on_and_nothing_else() -> None:
    assert Rule(method=Method.MAJORITY).model_dump_json() == (
        '{"method":"majority","threshold":"1/2","strict":true,"base":"cast",'
        '"seats_to_fill":1,"tie":"not_passed"}'
    )
    assert Rule(method=Method.CONSENT).model_dump_json() == (
        '{"method":"consent","seats_to_fill":1,"tie":"not_passed"}'
    )


@pytest.mark.parametrize("threshold", ["0.6666", "1", '"two thirds"', '"1/0"', '"0.5"', "true"])
def test_a_threshold_that_is_not_a_fraction_is_refused_with_a_sentence(threshold: str) -> None:
    with pytest.raises(ValidationError, match='Write a share as a fraction in text, such as "1/2"'):
        read(f'{{"method": "majority", "threshold": {threshold}}}')


@pytest.mark.parametrize(
    "condition",
    [
        '{"at_least": 4}, {"of": "member"}',
        '{"at_least": 4, "of": "member", "more": "staff"}',
        '{"at_least": 0.5, "of": "entitled"}',
        '{"more": "member"}',
        '{"at_least": 4, "of": "everybody"}',
    ],
)
def test_a_quorum_has_one_of_its_forms_and_no_other(condition: str) -> None:
    with pytest.raises(ValidationError):
        read(f'{{"method": "majority", "quorum": [{condition}]}}')


def test_one_person_and_all_of_them_are_different_quorums() -> None:
    rule = read(
        '{"method": "majority", "quorum":'
        ' [{"at_least": 1, "of": "member"}, {"at_least": "1/1", "of": "member"}]}'
    )
    assert '[{"at_least":1,"of":"member"},{"at_least":"1/1","of":"member"}]' in (
        rule.model_dump_json()
    )


WHOLE = Rule(
    method=Method.DEBIAN,
    threshold=Fraction(3, 4),
    strict=True,
    base=Base.SEATS,
    seats=9,
    quorum=(
        AtLeast(at_least=4, of=Seat.MEMBER),
        AtLeast(at_least=Fraction(2, 3), of="entitled"),
        MoreThan(more=Seat.MEMBER, than=Seat.STAFF),
        OverDefault(at_least=45.25),
    ),
    seats_to_fill=2,
    tie=Tie.LOT,
    seed=20240601,
    default_option=A,
    majority={A: Fraction(3), B: Fraction(3, 2)},
    double=(Seat.MEMBER, Seat.STAFF),
    weights={Seat.MEMBER: 2, person(1): 3},
)

RULES = st.builds(
    Rule,
    method=st.sampled_from(Method),
    threshold=st.none() | st.fractions(0, 1, max_denominator=1000),
    strict=st.none() | st.booleans(),
    base=st.none() | st.sampled_from(Base),
    seats=st.none() | st.integers(1, 99),
    tie=st.sampled_from(Tie),
    seed=st.none() | st.integers(0),
    default_option=st.none() | st.just(A),
)


def test_every_part_of_a_rule_comes_back_from_the_log_as_it_went_in() -> None:
    assert read(WHOLE.model_dump_json()) == WHOLE
    assert read(WHOLE.model_dump_json()).model_dump_json() == WHOLE.model_dump_json()


@given(RULES)
def test_any_rule_comes_back_from_the_log_as_it_went_in(rule: Rule) -> None:
    assert read(rule.model_dump_json()) == rule
    assert Rule.model_validate(rule.model_dump()) == rule


def test_a_seed_in_words_becomes_a_number_since_a_rule_holds_no_free_text() -> None:
    in_words = read('{"method": "schulze", "tie": "lot", "seed": "the first bus in June"}')
    assert isinstance(in_words.seed, int)
    assert read('{"method": "schulze", "tie": "lot", "seed": "42"}').seed == 42


def test_a_weight_is_given_to_a_person_before_a_seat() -> None:
    assert WHOLE.weight_of(person(1), Seat.MEMBER) == 3
    assert WHOLE.weight_of(person(2), Seat.MEMBER) == 2
    assert WHOLE.weight_of(person(2), Seat.STAFF) == 1


@pytest.mark.parametrize("method", sorted(Method))
def test_a_plain_rule_has_no_problems(method: Method) -> None:
    double = (Seat.MEMBER,) if method is Method.DOUBLE_MAJORITY else ()
    assert Rule(method=method, double=double).problems() == []


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ('"method": "majority", "threshold": "3/2"', "more than all"),
        ('"method": "majority", "threshold": "1/1", "strict": true', "more than all"),
        ('"method": "majority", "threshold": "0/1"', "let everything pass"),
        ('"method": "majority", "base": "seats"', "how many seats"),
        ('"method": "consent", "threshold": "1/2"', "no threshold"),
        ('"method": "schulze", "tie": "lot"', "needs a seed"),
        ('"method": "schulze", "tie": "default_option"', "does not say which"),
        ('"method": "majority", "tie": "default_option"', "no default option"),
        ('"method": "schulze", "seats_to_fill": 0', "at least one place"),
        ('"method": "consent", "seats_to_fill": 2', "cannot fill several places"),
        ('"method": "irv", "seats_to_fill": 2', "chooses one"),
        ('"method": "debian", "seats_to_fill": 2', "chooses one"),
        ('"method": "majority", "quorum": [{"at_least": 0, "of": "entitled"}]', "of nobody"),
        ('"method": "majority", "quorum": [{"at_least": "3/2", "of": "staff"}]', "all of them"),
        ('"method": "majority", "quorum": [{"more": "staff", "than": "staff"}]', "never be more"),
        ('"method": "majority", "quorum": [{"at_least": 4}]', "has to say of whom"),
        ('"method": "majority", "weights": {"staff": -1}', "less than nothing"),
        ('"method": "consent", "weights": {"member": 2}', "Give each person one vote."),
        ('"method": "consensus", "weights": {"staff": 0}', "Give each person one vote."),
        ('"method": "delegated", "weights": {"member": 2}', "Give each person one vote."),
        ('"method": "majority", "double": ["staff"]', "Only a double majority"),
        (f'"method": "schulze", "majority": {{"{A}": 3}}', "Only a Debian count"),
        (
            (
                f'"method": "schulze", "seats_to_fill": 2, "tie": "default_option",'
                f' "default_option": "{A}"'
            ),
            "cannot fill several places",
        ),
    ],
)
def test_a_rule_by_which_no_vote_can_be_held_says_why(rule: str, sentence: str) -> None:
    assert any(sentence in problem for problem in read(f"{{{rule}}}").problems())


def test_a_rule_that_does_not_suit_the_question_says_why() -> None:
    yes_or_no, order = Rule(method=Method.MAJORITY), Rule(method=Method.SCHULZE)
    assert not yes_or_no.problems(())
    assert not order.problems(options("ab"))
    places = Rule(method=Method.STV_SCOTTISH, seats_to_fill=3)
    assert not places.problems(options("abc"))
    for rule, asked in ((yes_or_no, "ab"), (order, ""), (order, "aa"), (places, "ab")):
        assert len(rule.problems(options(asked))) == 1
    assert Rule(method=Method.SCHULZE, default_option=A).problems(options("bc"))
