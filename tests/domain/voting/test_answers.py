"""What a ballot can say, and how it lies in the log."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from domain.errors import Malformed
from domain.ids import OptionId
from domain.voting.answers import (
    Answer,
    Approvals,
    Choice,
    Ranking,
    Scores,
    Unlisted,
    check_answer,
)
from domain.voting.rule import Method, Rule
from tests.domain.voting.polls import option, options

ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
A, B, C = options("abc")
ID = str(A)

SOME_OPTIONS = st.lists(st.uuids().map(OptionId), max_size=4, unique=True)
ANSWERS = st.one_of(
    st.sampled_from(Choice),
    st.tuples(st.lists(SOME_OPTIONS.map(tuple), max_size=3), st.sampled_from(Unlisted)).map(
        lambda drawn: Ranking(places=tuple(drawn[0]), unlisted=drawn[1])
    ),
    st.builds(
        Scores,
        scores=st.dictionaries(
            st.uuids().map(OptionId),
            st.integers() | st.floats(allow_nan=False, allow_infinity=False),
        ),
    ),
    SOME_OPTIONS.map(lambda some: Approvals(options=tuple(some))),
)


@given(ANSWERS)
def test_any_answer_comes_back_from_the_log_as_it_went_in(answer: Answer) -> None:
    assert ANSWER.validate_json(ANSWER.dump_json(answer)) == answer
    assert type(ANSWER.validate_json(ANSWER.dump_json(answer))) is type(answer)


def test_a_choice_lies_in_the_log_as_one_plain_word() -> None:
    assert ANSWER.dump_json(Choice.STAND_ASIDE) == b'"stand_aside"'


@pytest.mark.parametrize(
    ("answer", "text"),
    [
        (Ranking(places=((A,),)), f'{{"ranking":[["{ID}"]],"unlisted":"last"}}'),
        (Scores(scores={A: 2}), f'{{"scores":{{"{ID}":2}}}}'),
        (Approvals(options=(A,)), f'{{"approves":["{ID}"]}}'),
    ],
)
def test_other_answers_lie_in_the_log_as_objects_that_cannot_be_mixed_up(
    answer: Answer, text: str
) -> None:
    assert ANSWER.dump_json(answer).decode() == text
    assert ANSWER.validate_json(text) == answer


@pytest.mark.parametrize(
    "text",
    [
        '"worry"',
        "{}",
        "null",
        f'{{"ranking":[],"approves":["{ID}"]}}',
        f'{{"scores":{{"{ID}":NaN}}}}',
    ],
)
def test_nothing_else_is_an_answer(text: str) -> None:
    with pytest.raises(ValidationError):
        ANSWER.validate_json(text)


@pytest.mark.parametrize(
    ("answer", "method"),
    [
        (Choice.OBJECTION, Method.CONSENT),
        (Choice.ABSTAIN, Method.MAJORITY),
        (Ranking(places=((A, B), (C,))), Method.SCHULZE),
        (Ranking(places=()), Method.SCHULZE),
        (Scores(scores={A: 1, B: 0.5}), Method.SCORE),
        (Approvals(options=(A, B)), Method.APPROVAL),
    ],
)
def test_an_answer_that_fits_the_question_is_taken(answer: Answer, method: Method) -> None:
    check_answer(answer, Rule(method=method), options("abc"))


@pytest.mark.parametrize(
    ("answer", "method", "sentence"),
    [
        (Choice.YES, Method.SCHULZE, "asks for an order of the options"),
        (Ranking(places=((A,),)), Method.MAJORITY, "asks for yes or no"),
        (Approvals(options=(A,)), Method.DOTS, "asks for points"),
        (Choice.YES, Method.APPROVAL, "good enough"),
        (Approvals(options=(A,)), Method.DELEGATED, "asks for yes or no"),
        (Ranking(places=((A,), (option("z"),))), Method.SCHULZE, "not part of the question"),
        (Scores(scores={option("z"): 1}), Method.SCORE, "not part of the question"),
        (Ranking(places=((A, B), (A,))), Method.SCHULZE, "on this ballot twice"),
        (Approvals(options=(A, A)), Method.APPROVAL, "on this ballot twice"),
        (Ranking(places=((A,), ())), Method.SCHULZE, "is empty"),
        (Scores.model_construct(scores={A: float("inf")}), Method.SCORE, "be a number"),
        (Scores.model_construct(scores={A: float("nan")}), Method.DOTS, "be a number"),
        (Scores(scores={A: -1}), Method.SCORE, "less than nothing"),
        (Scores(scores={A: 0.5}), Method.DOTS, "cannot be cut in parts"),
    ],
)
def test_an_answer_that_does_not_fit_the_question_is_refused_with_a_sentence(
    answer: Answer, method: Method, sentence: str
) -> None:
    with pytest.raises(Malformed, match=sentence):
        check_answer(answer, Rule(method=method), options("abc"))
