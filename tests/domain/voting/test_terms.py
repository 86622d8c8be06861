"""What a rule says of a vote beside how it is counted, and whether it can ever decide anything."""

from collections import Counter
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.ids import PersonId
from domain.kinds import Seat
from domain.voting.answers import Answer, Choice
from domain.voting.certain import is_certain
from domain.voting.count import count
from domain.voting.electorate import Voter
from domain.voting.fits import Group, problems_among, problems_with
from domain.voting.quorum import AtLeast, MoreThan
from domain.voting.rule import Base, Method, Rule
from domain.voting.say import rule_in_words
from domain.voting.tally import Outcome, Result
from domain.voting.terms import CountedIn, Early, Terms
from tests.domain.voting.polls import electorate, person, said, vote

MEMBER, STAFF, TRUSTEE = Seat.MEMBER, Seat.STAFF, Seat.TRUSTEE
TERMS = Terms(
    voters=(MEMBER, STAFF),
    last=(STAFF,),
    last_part=Fraction(1, 4),
    days_to_read=3,
    least_days=3,
    most_days=7,
    early=(Early.ALL_VOTED, Early.CERTAIN),
    proxies=False,
    recused_in=(CountedIn.QUORUM,),
)


def a_rule(**more: object) -> Rule:
    return Rule.model_validate({"method": "majority", **more})


def test_terms_come_back_from_the_log_as_they_went_in() -> None:
    rule = a_rule(**TERMS.model_dump())
    assert Rule.model_validate_json(rule.model_dump_json()) == rule
    assert not rule.problems()


@pytest.mark.parametrize(
    ("terms", "sentence"),
    [
        ({"secret": True}, "cannot hold a secret vote yet"),
        ({"voters": ["member", "member"]}, "names a seat twice"),
        ({"voters": ["member"], "last": ["staff"]}, "lets staff vote last, and they may not vote"),
        ({"voters": ["staff"], "last": ["staff"]}, "nobody can begin"),
        ({"last": list(Seat)}, "nobody can begin"),
        ({"last_part": "1/4"}, "has to say for whom"),
        ({"last": ["staff"], "last_part": "0/1"}, "more than none of it, and less than all"),
        ({"last": ["staff"], "last_part": "1/1"}, "more than none of it, and less than all"),
        ({"days_to_read": -1}, "a number from 0 to"),
        ({"least_days": 10**30}, "a number from 0 to"),
        ({"most_days": 0}, "no time at all"),
        ({"least_days": 7, "most_days": 3}, "cannot be fewer than the least"),
        (
            {"voters": ["member"], "quorum": [{"at_least": 1, "of": "staff"}]},
            "asks for staff to take part, and they may not vote",
        ),
        (
            {"voters": ["staff"], "quorum": [{"more": "member", "than": "staff"}]},
            "asks for members to take part",
        ),
        (
            {
                "quorum": [
                    {"more": "member", "than": "staff"},
                    {"more": "staff", "than": "trustee"},
                    {"more": "trustee", "than": "member"},
                ]
            },
            "each needs more people than the other",
        ),
        ({"recused_in": ["base"]}, "a share of all who may vote"),
        (
            {"method": "consent", "base": "entitled", "recused_in": ["base"]},
            "a share of all who may vote",
        ),
        ({"method": "consent", "early": ["certain"]}, "Only where a share must say yes"),
    ],
)
def test_terms_on_which_no_vote_can_be_held_say_why(
    terms: dict[str, object], sentence: str
) -> None:
    (problem,) = a_rule(**terms).problems()
    assert sentence in problem


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"voters": ["member"]}, "Only members vote."),
        ({"voters": ["member", "staff", "trustee"]}, "Only members, staff and trustees vote."),
        (
            {"last": ["staff"]},
            (
                "Staff speak and vote last. They speak when all others have. "
                "They vote when all others have."
            ),
        ),
        (
            {"last": ["staff"], "days_to_read": 3},
            (
                "Staff speak and vote last. They speak when all others have, or when the time to "
                "read is over. They vote when all others have. "
                "First, people have 3 days to read it."
            ),
        ),
        (
            {"last": ["staff"], "last_part": "1/4"},
            (
                "Staff speak and vote last. They speak when all others have. "
                "They vote when all others have, "
                "or in the last quarter of the time."
            ),
        ),
        ({"days_to_read": 1}, "First, people have one day to read it."),
        ({"least_days": 3, "most_days": 7}, "A vote is open for 3 to 7 days."),
        ({"least_days": 3, "most_days": 3}, "A vote is open for 3 days."),
        ({"least_days": 3}, "A vote is open for at least 3 days."),
        ({"most_days": 1}, "A vote is open for one day at most."),
        ({"early": ["all_voted"]}, "It can end early if everyone has voted."),
        (
            {"early": ["all_voted", "certain"]},
            (
                "It can end early if everyone has voted. "
                "It can also end early if more votes cannot change what we decide."
            ),
        ),
        ({"proxies": True}, "You can ask someone to vote for you."),
        (
            {"recused_in": ["quorum"]},
            "Who stays out still counts when we ask if enough people took part.",
        ),
        ({"secret": True}, "Nobody sees how you vote."),
    ],
)
def test_terms_are_said_in_short_words(terms: dict[str, object], words: str) -> None:
    usual = "More than half must say yes. We count only YES and NO."
    assert rule_in_words(a_rule(**terms)) == f"{usual} {words}"


# ---- Who stays out


def test_whoever_stays_out_leaves_base_and_quorum_unless_the_rule_keeps_them_in() -> None:
    voters, ballots = electorate(4), said("yes yes - -")
    half = (AtLeast(at_least=Fraction(3, 4), of="entitled"),)
    plain = Rule(method=Method.MAJORITY, base=Base.ENTITLED, quorum=half)
    for keep, result in (
        ((), Result.ADOPTED),
        ((CountedIn.BASE,), Result.REJECTED),
        ((CountedIn.QUORUM,), Result.NO_QUORUM),
    ):
        rule = plain.model_copy(update={"recused_in": keep})
        counted = count(rule, electorate=voters, ballots=ballots, recused=[person(2), person(3)])
        assert counted.outcome == Outcome(result=result)
        assert counted.entitled == 2


# ---- Whether it can ever decide


@pytest.mark.parametrize(
    ("rule", "voters", "sentence"),
    [
        (a_rule(voters=["trustee"]), electorate(2), "names trustees, and nobody sits here as one"),
        (a_rule(), [], "Nobody can vote here."),
        (
            a_rule(method="double_majority", double=["staff"]),
            electorate(3),
            "names staff, and nobody sits here as one",
        ),
        (
            a_rule(quorum=[{"at_least": "1/2", "of": "staff"}]),
            electorate(3),
            "At least half of the staff must take part. Here nobody can.",
        ),
        (
            a_rule(quorum=[{"at_least": 1, "of": "trustee"}]),
            electorate(3),
            "At least one trustee must take part. Here nobody can.",
        ),
        (
            a_rule(method="irv", quorum=[{"at_least": 9, "of": "entitled"}]),
            electorate(3),
            "At least 9 people must take part. Here 3 can.",
        ),
        (
            a_rule(method="double_majority", double=["staff"], weights={"staff": 0}),
            electorate(2, staff=1, weights=[1, 1, 0]),
            "1 of the staff must say yes, and nobody can",
        ),
        (a_rule(base="seats", seats=9, strict=False), electorate(4), "it needs 5 votes, and 4 can"),
        (
            a_rule(base="seats", seats=9, threshold="2/3"),
            electorate(5),
            "it needs 6 votes, and 5 can say yes",
        ),
        (a_rule(last=["staff"]), electorate(0, staff=2), "Here nobody votes before them"),
        (
            a_rule(quorum=[{"at_least": 4, "of": "member"}]),
            electorate(3),
            "At least 4 members must take part. Here 3 can.",
        ),
        (
            a_rule(quorum=[{"at_least": 4, "of": "entitled"}]),
            electorate(2, staff=1),
            "At least 4 people must take part. Here 3 can.",
        ),
        (
            a_rule(quorum=[{"more": "member", "than": "staff"}]),
            electorate(0, staff=2),
            "More members than staff must take part. Here nobody can.",
        ),
        (
            a_rule(quorum=[{"more": "member", "than": "staff"}, {"at_least": 2, "of": "staff"}]),
            electorate(2, staff=3),
            "At least 2 staff must take part. Here 1 can.",
        ),
        (
            a_rule(base="seats", seats=12),
            electorate(5),
            "it needs 7 votes, and 5 can say yes",
        ),
        (a_rule(weights={"member": 0}), electorate(2, weights=[0, 0]), "counts for anything"),
        (
            a_rule(base="entitled", quorum=[{"more": "member", "than": "staff"}]),
            electorate(2, staff=5),
            "it needs 4 votes, and 3 can say yes",
        ),
    ],
)
def test_a_rule_that_can_never_decide_here_says_why(
    rule: Rule, voters: list[Voter], sentence: str
) -> None:
    assert not rule.problems()
    (problem,) = problems_with(rule, voters)
    assert sentence in problem
    assert [*problems_among(rule, folded(voters))] == [problem]


def folded(voters: Iterable[Voter]) -> list[Group]:
    """Those who are alike, as one group."""
    alike = Counter((voter.seat, voter.weight) for voter in voters)
    return [Group(seat, people, weight) for (seat, weight), people in alike.items()]


QUORUMS = st.lists(
    st.one_of(
        st.builds(
            AtLeast,
            at_least=st.integers(1, 4) | st.fractions(Fraction(1, 4), 1, max_denominator=4),
            of=st.sampled_from(["entitled", MEMBER, STAFF]),
        ),
        st.sampled_from([MoreThan(more=MEMBER, than=STAFF), MoreThan(more=STAFF, than=MEMBER)]),
    ),
    max_size=2,
).map(tuple)
SHARES: dict[str, st.SearchStrategy[Any]] = {
    "threshold": st.sampled_from([Fraction(1, 2), Fraction(2, 3), Fraction(1)]),
    "strict": st.just(False),  # noqa: FBT003
    "base": st.sampled_from(Base),
    "seats": st.integers(1, 6),
    "quorum": QUORUMS,
}
SOME_RULES = st.builds(Rule, method=st.just(Method.MAJORITY), **SHARES) | st.builds(
    Rule,
    method=st.just(Method.DOUBLE_MAJORITY),
    double=st.sampled_from([(MEMBER,), (STAFF,), (MEMBER, STAFF)]),
    **SHARES,
)


def every_vote(
    voters: list[Voter], given: dict[PersonId, Answer]
) -> Iterator[dict[PersonId, Answer]]:
    """Every way in which those who are silent may still vote."""
    silent = [voter.person for voter in voters if voter.person not in given]
    says = (None, Choice.YES, Choice.NO, Choice.ABSTAIN)
    for words in product(says, repeat=len(silent)):
        spoken = zip(silent, words, strict=True)
        yield {**given, **{who: word for who, word in spoken if word}}


@settings(max_examples=150)
@given(SOME_RULES, st.integers(1, 3), st.integers(0, 2))
def test_a_rule_is_refused_where_no_votes_at_all_pass_by_it(
    rule: Rule, members: int, staff: int
) -> None:
    voters = electorate(members, staff)
    passes = any(
        count(rule, electorate=voters, ballots=votes).outcome.result is Result.ADOPTED
        for votes in every_vote(voters, {})
    )
    assert passes == (not rule.problems() and not list(problems_with(rule, voters)))
    assert [*problems_among(rule, folded(voters))] == [*problems_with(rule, voters)]


@settings(max_examples=200)
@given(
    SOME_RULES,
    st.lists(st.sampled_from(["yes", "no", "abstain", "-"]), min_size=3, max_size=5),
    st.integers(0, 1),
)
def test_an_end_is_certain_only_where_no_votes_to_come_change_it(
    rule: Rule, words: list[str], staff: int
) -> None:
    voters, given_ = electorate(len(words) - staff, staff), said(" ".join(words))
    ends = {
        count(rule, electorate=voters, ballots=votes).outcome.result
        for votes in every_vote(voters, given_)
    }
    if is_certain(rule, voters, given_):
        assert len(ends) == 1
    elif not any(isinstance(one, MoreThan) for one in rule.quorum):
        assert len(ends) > 1 or ends == {Result.NO_QUORUM}


def test_five_of_nine_are_certain_and_four_are_not() -> None:
    rule = Rule(method=Method.MAJORITY, base=Base.ENTITLED)
    voters = electorate(9)
    assert not is_certain(rule, voters, said("yes yes yes yes"))
    assert is_certain(rule, voters, said("yes yes yes yes yes"))
    assert is_certain(rule, voters, said("no no no no no"))


def test_by_consent_nothing_is_certain_before_all_have_voted() -> None:
    rule, voters = Rule(method=Method.CONSENT), electorate(3)
    assert not is_certain(rule, voters, said("yes yes"))
    assert is_certain(rule, voters, said("yes yes yes"))


def test_a_rule_that_says_nothing_of_these_is_stored_as_before() -> None:
    assert vote(Rule(method=Method.MAJORITY), "yes").outcome.result is Result.ADOPTED
    left_out = set(Terms.model_fields) & set(Rule(method=Method.MAJORITY).model_dump())
    assert left_out == set()
