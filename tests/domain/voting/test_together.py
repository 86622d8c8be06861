"""Consent, consensus and delegation, read out loud, against all small profiles."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kinds import Seat
from domain.voting.answers import Choice
from domain.voting.count import Count, count
from domain.voting.rule import Base, Method, Rule
from domain.voting.tally import Result
from tests.domain.voting.polls import electorate, person, said

CONSENSUS, DELEGATED = Rule(method=Method.CONSENSUS), Rule(method=Method.DELEGATED)
SAYS = [*Choice, None]
Profile = tuple[Choice | None, ...]


def hold(rule: Rule, profile: Profile) -> Count:
    ballots = {person(n): word for n, word in enumerate(profile) if word}
    return count(rule, electorate=electorate(len(profile)), ballots=ballots)


def by_consent(profile: Profile) -> bool:
    return Choice.YES in profile and Choice.OBJECTION not in profile


def by_consensus(profile: Profile) -> bool:
    return by_consent(profile) and Choice.NO not in profile


@pytest.mark.parametrize("voters", [1, 2, 3, 4])
def test_on_all_small_profiles_each_is_what_it_says(voters: int) -> None:
    for profile in product(SAYS, repeat=voters):
        agreed = hold(Rule(method=Method.CONSENT), profile).outcome.result is Result.ADOPTED
        assert agreed is by_consent(profile)
        agreed = hold(CONSENSUS, profile).outcome.result is Result.ADOPTED
        assert agreed is by_consensus(profile)
        together = hold(DELEGATED, profile).outcome.result
        assert (together is Result.ADOPTED) is (set(profile) == {Choice.YES})
        assert (together is Result.UNDECIDED) is (
            set(profile) <= {Choice.YES, None} and None in profile
        )


def test_who_stands_aside_and_who_objects_is_told() -> None:
    counted = count(
        CONSENSUS, electorate=electorate(4), ballots=said("yes stand_aside objection stand_aside")
    )
    why = counted.explanation
    assert (why.stood_aside, why.objected) == ((person(1), person(3)), (person(2),))
    assert why.open_objections == 1


def test_an_objection_that_was_resolved_stands_in_nobodys_way() -> None:
    ballots = said("yes objection")
    open_one = count(CONSENSUS, electorate=electorate(2), ballots=ballots, open_objections=1)
    resolved = count(CONSENSUS, electorate=electorate(2), ballots=ballots, open_objections=0)
    assert open_one.outcome.result is Result.REJECTED
    assert resolved.outcome.result is Result.ADOPTED


def test_what_lies_beyond_the_mandate_is_not_decided_by_it() -> None:
    counted = count(
        DELEGATED, electorate=electorate(1), ballots=said("yes"), beyond="This costs too much."
    )
    assert counted.outcome.result is Result.REJECTED
    assert counted.explanation.beyond == "This costs too much."


def test_with_nobody_left_to_whom_it_was_left_it_is_open() -> None:
    counted = count(DELEGATED, electorate=electorate(1), ballots=said("yes"), recused=[person(0)])
    assert counted.outcome.result is Result.UNDECIDED


# ---- What theory says of all yes-or-no methods

PROFILES = st.lists(st.sampled_from(SAYS), min_size=1, max_size=8).map(tuple)
RULES = st.sampled_from(
    [
        *(
            Rule(method=Method.MAJORITY, base=base)
            for base in (Base.CAST, Base.PRESENT, Base.ENTITLED)
        ),
        Rule(method=Method.MAJORITY, base=Base.SEATS, seats=5),
        Rule(method=Method.SUPERMAJORITY),
        Rule(method=Method.DOUBLE_MAJORITY, double=(Seat.MEMBER,)),
        Rule(method=Method.CONSENT),
        CONSENSUS,
        DELEGATED,
    ]
)


@given(RULES, PROFILES, st.randoms(use_true_random=False))
def test_anonymous_it_does_not_matter_who_says_what(
    rule: Rule, profile: Profile, luck: object
) -> None:
    shuffled = [*profile]
    luck.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = hold(rule, profile), hold(rule, tuple(shuffled))
    assert (one.outcome, one.tally) == (other.outcome, other.tally)


@given(RULES, PROFILES, st.data())
def test_monotone_another_yes_never_stops_what_had_passed(
    rule: Rule, profile: Profile, data: st.DataObject
) -> None:
    if hold(rule, profile).outcome.result is not Result.ADOPTED:
        return
    place = data.draw(st.integers(0, len(profile) - 1))
    more = (*profile[:place], Choice.YES, *profile[place + 1 :])
    assert hold(rule, more).outcome.result is Result.ADOPTED


@given(PROFILES)
def test_neutral_a_majority_of_those_who_say_yes_or_no_treats_both_alike(profile: Profile) -> None:
    swap = {Choice.YES: Choice.NO, Choice.NO: Choice.YES}
    rule = Rule(method=Method.MAJORITY)
    one, other = hold(rule, profile), hold(rule, tuple(swap.get(w, w) if w else w for w in profile))
    passed = {one.outcome.result, other.outcome.result}
    if not any(profile):
        assert passed == {Result.UNDECIDED}
    elif one.outcome.ties or not {Choice.YES, Choice.NO} & {*profile}:
        assert passed == {Result.REJECTED}
    else:
        assert passed == {Result.ADOPTED, Result.REJECTED}
