"""What rules do to each seat's power: by hand, by the published tables, and the slow way."""

from fractions import Fraction
from itertools import pairwise
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Malformed
from domain.kinds import Seat
from domain.voting.answers import Choice
from domain.voting.count import count
from domain.voting.quorum import AtLeast, MoreThan, QuorumCondition
from domain.voting.roll_call import State, strengths
from domain.voting.rule import Base, Method, Rule, Tie
from domain.voting.structure import Alike, RuleGame
from domain.voting.tally import Result
from tests.domain.voting.games import Say, slow_banzhaf, slow_orders
from tests.domain.voting.polls import electorate, person

MEMBER, STAFF = Seat.MEMBER, Seat.STAFF
MAJORITY, CONSENT = Rule(method=Method.MAJORITY), Rule(method=Method.CONSENT)
TWO_THIRDS = Rule(method=Method.SUPERMAJORITY)
RANKED = Rule(method=Method.SCHULZE)
BY_CHAIR = Rule(method=Method.MAJORITY, base=Base.ENTITLED, tie=Tie.CHAIR)


def of_all(threshold: str, *quorum: QuorumCondition) -> Rule:
    """At least this share of all who may vote."""
    share = Fraction(threshold)
    return Rule(
        method=Method.MAJORITY, base=Base.ENTITLED, threshold=share, strict=False, quorum=quorum
    )


def game(rule: Rule, members: int, staff: int = 1, *, chair: Seat | None = None) -> RuleGame:
    """So many members and so many staff, of whom one may run the meeting."""
    counted = {MEMBER: members - (chair is MEMBER), STAFF: staff - (chair is STAFF)}
    players = [Alike(seat, number) for seat, number in counted.items() if number]
    return RuleGame(rule, (*players, *([Alike(chair, breaks_ties=True)] if chair else ())))


def can(found: RuleGame) -> str:
    """Whether staff can pass and block alone, and whether members can."""
    groups = [found.on(seat) for seat in (STAFF, MEMBER)]
    said = [ask(group) for group in groups for ask in (found.can_pass, found.can_block)]
    return " ".join("yes" if one else "no" for one in said)


@pytest.mark.parametrize(
    ("rule", "banzhaf", "orders", "winning"),
    [
        (of_all("4/7"), "0.3125 0.3125", "1/7 1/7", 64),
        (of_all("5/7"), "0.2344 0.2344", "1/7 1/7", 29),
        (of_all("1/1"), "0.0156 0.0156", "1/7 1/7", 1),
    ],
)
def test_six_members_and_one_of_staff(rule: Rule, banzhaf: str, orders: str, winning: int) -> None:
    """Four, five, and all of seven: as in the table that the power audit was planned by."""
    found = game(rule, 6).strengths()
    assert [f"{float(one.banzhaf):.4f}" for one in found.each] == banzhaf.split()
    assert [str(one.shapley_shubik) for one in found.each] == orders.split()
    assert found.to_act == Fraction(winning, 128)


def double(*seats: Seat) -> Rule:
    """More than half of all who may vote, and of these seats too."""
    return Rule(method=Method.DOUBLE_MAJORITY, base=Base.ENTITLED, double=seats)


def test_a_double_majority_can_leave_staff_with_a_vote_that_never_matters() -> None:
    """Rows of the same table: with a majority of members, and with staff agreeing too."""
    found = game(double(MEMBER), 6)
    member, staff = found.strengths().each
    assert (member.banzhaf, str(staff.banzhaf)) == (Fraction(5, 16), "0")
    assert found.strengths().to_act == Fraction(44, 128)
    assert can(found) == "no no yes yes"
    both = game(double(MEMBER, STAFF), 6).strengths()
    assert [f"{float(one.banzhaf):.4f}" for one in both.each] == ["0.1562", "0.3438"]
    assert f"{float(both.shares[1]):.3f}" == "0.268"
    assert f"{float(both.each[1].shapley_shubik):.3f}" == "0.429"
    assert both.to_act == Fraction(22, 128)
    two_staff = game(double(MEMBER), 5, 2).strengths()
    assert f"{float(2 * two_staff.shares[1]):.3f}" == "0.154"


@pytest.mark.parametrize("method", [Method.CONSENSUS, Method.APPROVAL, Method.SCORE, Method.DOTS])
def test_every_way_to_count_can_be_asked(method: Method) -> None:
    found = game(Rule(method=method), 6)
    assert can(found) == ("no yes no yes" if method is Method.CONSENSUS else "no no yes yes")
    assert set(found.strengths().shares) == {Fraction(1, 7)}


@pytest.mark.parametrize(("members", "share"), [(5, "1/3"), (3, "1/2"), (1, "1/1")])
def test_a_casting_vote_lifts_whoever_has_it(members: int, share: str) -> None:
    """From 1/6, 1/4 and 1/2, as in the same table."""
    found = game(BY_CHAIR, members, chair=STAFF).strengths()
    assert found.shares[-1] == Fraction(share)


@pytest.mark.parametrize(
    ("rule", "members", "staff", "answers"),
    [
        (MAJORITY, 6, 1, "no no yes yes"),
        (MAJORITY, 1, 1, "no yes no yes"),
        (MAJORITY, 1, 2, "yes yes no no"),
        (CONSENT, 6, 1, "no yes no yes"),
        (RANKED, 6, 1, "no no yes yes"),
        (of_all("1/1"), 6, 1, "no yes no yes"),
        (of_all("6/7"), 6, 1, "no no yes yes"),
    ],
)
def test_what_a_seat_can_do_alone(rule: Rule, members: int, staff: int, answers: str) -> None:
    assert can(game(rule, members, staff)) == answers


@pytest.mark.parametrize(
    ("quorum", "members", "answers"),
    [
        ([AtLeast(at_least=1, of=STAFF)], 6, "no yes no yes"),  # staff need only stay away
        ([AtLeast(at_least=4, of=MEMBER)], 6, "no no yes yes"),
        ([AtLeast(at_least=7, of="entitled")], 6, "no yes no yes"),
        ([AtLeast(at_least=Fraction(1, 2), of="entitled")], 6, "no no yes yes"),
        ([MoreThan(more=MEMBER, than=STAFF)], 6, "no no yes yes"),
        ([MoreThan(more=MEMBER, than=STAFF)], 1, "no yes no yes"),  # never more: nothing passes
        ([AtLeast(at_least=4, of=MEMBER), MoreThan(more=MEMBER, than=STAFF)], 4, "no no yes yes"),
    ],
)
def test_whoever_a_quorum_needs_can_stop_things_by_staying_away(
    quorum: list[QuorumCondition], members: int, answers: str
) -> None:
    rule = Rule(method=Method.MAJORITY, quorum=tuple(quorum))
    assert can(game(rule, members)) == answers


def test_a_quorum_that_can_never_be_met_is_seen() -> None:
    four = Rule(method=Method.MAJORITY, quorum=(AtLeast(at_least=4, of=MEMBER),))
    assert not game(four, 3).can_ever_pass
    assert game(four, 4).can_ever_pass
    found = game(four, 3).strengths()
    assert found.to_act == 0
    assert not any(one.banzhaf for one in found.each)
    assert not any(found.shares)


def test_a_single_vote_that_weighs_more_than_all_decides() -> None:
    found = RuleGame(of_all("4/7"), (Alike(MEMBER, 3), Alike(STAFF, 1, 4)))
    assert found.can_pass(found.one(1))
    assert not found.can_block(found.one(0))
    assert [str(one.shapley_shubik) for one in found.strengths().each] == ["0", "1"]


def test_whoever_decides_alone_leaves_it_to_the_others_by_abstaining() -> None:
    """Where only yes and no count: three members and one of staff with four votes. By hand: a
    member turns it where staff abstain, and of the two others as many say yes as no."""
    member, staff = RuleGame(MAJORITY, (Alike(MEMBER, 3), Alike(STAFF, 1, 4))).strengths().each
    assert staff.banzhaf == 1
    assert member.banzhaf == Fraction(5, 27)


def test_a_vote_without_weight_can_do_nothing() -> None:
    found = RuleGame(MAJORITY, (Alike(MEMBER, 3), Alike(STAFF, 1, 0)))
    assert can(found) == "no no yes yes"
    assert found.strengths().each[1].banzhaf == 0


def test_those_who_are_away_stand_in_the_way_where_all_count() -> None:
    two_of_seven = RuleGame(of_all("4/7"), (Alike(MEMBER, 2),), (Alike(MEMBER, 4), Alike(STAFF)))
    assert not two_of_seven.can_ever_pass
    assert RuleGame(MAJORITY, (Alike(MEMBER, 2),), (Alike(STAFF),)).can_ever_pass


def test_of_several_places_the_smaller_group_may_fill_none_by_a_method_of_majorities() -> None:
    two_places = Rule(method=Method.SCHULZE, seats_to_fill=2)
    assert can(game(two_places, 6)) == "no no yes yes"


# ---- abstention as a third way to vote (Felsenthal and Machover 1997)


def test_with_abstention_two_voters_and_a_plain_majority() -> None:
    """By hand. The other says yes: my no makes it 1 to 1, and my yes carries it: it turns. The
    other abstains: it turns. The other says no: neither carries. So 2 of 3."""
    (one,) = game(MAJORITY, 2, 0).strengths().each
    assert one.banzhaf == Fraction(2, 3)
    assert one.shapley_shubik == Fraction(1, 2)
    # Of nine ways, yes-yes, yes-abstain and abstain-yes carry.
    assert game(MAJORITY, 2, 0).strengths().to_act == Fraction(3, 9)


def test_where_abstaining_stands_in_the_way_as_a_no_does_there_are_two_ways() -> None:
    by_all, by_cast = (game(rule, 4, 0) for rule in (of_all("3/4"), MAJORITY))
    assert by_all.strengths().each[0].banzhaf == Fraction(3, 8)
    assert by_cast.strengths().each[0].banzhaf.denominator == 27


def test_the_security_council_where_abstaining_is_no_veto() -> None:
    """Nine yes, and none of five says no. Each number from the definition, by adding up.

    Of one with a veto: the other four abstain or say yes, and the ten make up the nine with one
    yes, or without it: its yes and its no end differently wherever it is nine with its yes.
    """

    def passes(state: State) -> bool:
        (yes, _, no), (others, _, _) = state
        return no == 0 and yes + others >= 9

    found = strengths([5, 10], 3, passes)
    veto = sum(
        comb(4, yes) * comb(10, others) * 2 ** (10 - others)
        for yes in range(5)
        for others in range(11)
        if yes + 1 + others >= 9
    )
    assert found.each[0].banzhaf == Fraction(veto, 3**14)
    no_veto = sum(
        comb(5, yes) * comb(9, others) * 2 ** (9 - others)
        for yes in range(6)
        for others in range(10)
        if yes + others == 8
    )
    assert found.each[1].banzhaf == Fraction(no_veto, 3**14)
    assert 5 * found.each[0].shapley_shubik + 10 * found.each[1].shapley_shubik == 1


YES_OR_NO = st.builds(
    Rule,
    method=st.sampled_from([Method.MAJORITY, Method.SUPERMAJORITY]),
    base=st.sampled_from([Base.CAST, Base.PRESENT, Base.ENTITLED]),
    tie=st.just(Tie.NOT_PASSED),
) | st.just(CONSENT)


@pytest.mark.parametrize("rule", [MAJORITY, TWO_THIRDS, CONSENT, of_all("1/2"), of_all("2/3")])
@pytest.mark.parametrize(("members", "staff", "weight"), [(1, 0, 1), (2, 1, 1), (3, 1, 3)])
def test_any_small_committee_equals_the_slow_count(
    rule: Rule, members: int, staff: int, weight: int
) -> None:
    """Every way to vote, counted one by one by the rule with every person in it."""
    players = [Alike(MEMBER, members), *[Alike(STAFF, 1, weight)] * staff]
    found = RuleGame(rule, tuple(players)).strengths()
    people = members + staff
    voters = electorate(members, staff, [*[1] * members, weight])
    no = Choice.OBJECTION if rule is CONSENT else Choice.NO
    by_share = rule is not CONSENT and rule.base is not Base.CAST
    ways = [Choice.YES, no] if by_share else [Choice.YES, Choice.ABSTAIN, no]

    def passes(says: Say) -> bool:
        ballots = {person(who): ways[say] for who, say in enumerate(says)}
        counted = count(rule, electorate=voters, ballots=ballots)
        return counted.outcome.result is Result.ADOPTED

    banzhaf = slow_banzhaf(people, len(ways), passes)
    orders = slow_orders(people, len(ways), passes)
    assert [found.each[0].banzhaf, *[one.banzhaf for one in found.each[1:]]] == [
        banzhaf[0],
        *banzhaf[members:],
    ]
    assert [one.shapley_shubik for one in found.each] == [orders[0], *orders[members:]]


@given(YES_OR_NO, st.integers(1, 8), st.integers(0, 3), st.integers(0, 3))
def test_what_all_have_is_one_whole_and_more_weight_is_never_less_power(
    rule: Rule, members: int, staff: int, weight: int
) -> None:
    some = [Alike(MEMBER, members), *([Alike(STAFF, staff, weight)] if staff else [])]
    found = RuleGame(rule, tuple(some)).strengths()
    assert sum(one.number * one.shapley_shubik for one in found.each) == 1
    assert sum(one.number * share for one, share in zip(found.each, found.shares, strict=True)) == 1
    ordered = sorted(zip([1, weight], found.each, strict=False), key=lambda one: one[0])
    for (_, lighter), (_, heavier) in pairwise(ordered):
        assert lighter.banzhaf <= heavier.banzhaf


@given(YES_OR_NO, st.integers(1, 6), st.integers(1, 3))
def test_who_passes_alone_leaves_nothing_for_others_to_block(
    rule: Rule, members: int, staff: int
) -> None:
    found = game(rule, members, staff)
    for seat, other in ((STAFF, MEMBER), (MEMBER, STAFF)):
        assert found.can_pass(found.on(seat)) != found.can_block(found.on(other))


@pytest.mark.parametrize(
    ("players", "rule", "sentence"),
    [
        ((), MAJORITY, "somebody who can vote"),
        ((Alike(MEMBER, 2, 0),), MAJORITY, "somebody who can vote"),
        ((Alike(MEMBER, 2), Alike(STAFF, 0)), MAJORITY, "at least one person"),
        ((Alike(MEMBER, 300),), MAJORITY, "too many people"),
        ((Alike(MEMBER, 3),), Rule(method=Method.MAJORITY, threshold=Fraction(2)), "more than all"),
    ],
)
def test_what_cannot_be_counted_says_why(
    players: tuple[Alike, ...], rule: Rule, sentence: str
) -> None:
    with pytest.raises(Malformed, match=sentence):
        RuleGame(rule, players).strengths()
