"""C2 to C4: rules, votes and results. Each count stands beside its test, worked out by hand."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from domain.events import AttendanceNoted, CastingVoteGiven, Event, MeetingOpened
from domain.ids import CHAIR, OptionId, PersonId
from domain.kinds import Seat
from domain.voting.answers import Answer, Ranking
from domain.voting.electorate import Voter
from domain.voting.quorum import AtLeast
from domain.voting.rule import Base, Method, Rule, Tie
from domain.voting.tally import Result
from projections.power.c_votes import agreement, rules, tipped
from projections.power.games import Game
from projections.power.guards import TOO_FEW_PEOPLE, Guard
from projections.power.indices import indices
from projections.power.measure import Tier
from projections.power.outside import outside
from tests.facts import (
    A_WORRY,
    ASHA,
    BEN,
    CARA,
    CLUB,
    CONSENT,
    CURRY,
    DEV,
    MAJORITY,
    NO,
    NOT_SURE,
    PIZZA,
    RANKED,
    YES,
    decided,
    role_taken,
)
from tests.projections.power.choosing import RULES, VOTERS, told, voted
from tests.projections.power.told import (
    FAY,
    GUS,
    HAL,
    MEMBERS,
    NEW_YEAR,
    counted,
    day,
    idea,
    meeting,
    parts,
)

STAFF = Voter(person=DEV, seat=Seat.STAFF)


def can(terms: Rule, members: int, *, staff: int = 1, **more: object) -> str:
    """The four answers, in the order of C2: pass and block of staff, pass and block of members."""
    voters = {one.person: one for one in (*VOTERS[:members], *[STAFF][:staff])}
    game = Game(terms, voters, frozenset(voters), **more)  # type: ignore[arg-type]
    said = [game.can_pass(Seat.STAFF), game.can_block(Seat.STAFF)]
    said += [game.can_pass(Seat.MEMBER), game.can_block(Seat.MEMBER)]
    return " ".join({True: "yes", False: "no", None: "?"}[one] for one in said)


ENTITLED = Rule(method=Method.MAJORITY, base=Base.ENTITLED)
TWO_THIRDS = Rule(method=Method.SUPERMAJORITY)
BY_CHAIR = Rule(method=Method.MAJORITY, tie=Tie.CHAIR)
BY_STAFF = frozenset({Seat.STAFF})


@pytest.mark.parametrize(
    ("terms", "members", "answers"),
    [
        (MAJORITY, 6, "no no yes yes"),  # 1 of 7, and 6 of 7
        (MAJORITY, 1, "no yes no yes"),  # 1 to 1 is no majority for anybody
        (TWO_THIRDS, 2, "no no yes yes"),  # 2 of 3 are just enough
        (TWO_THIRDS, 1, "no yes no yes"),  # 1 of 2 is too few, and enough to stop
        (CONSENT, 6, "no yes no yes"),  # one worry stops it
        (MAJORITY, 0, "yes yes no no"),  # only staff is there
    ],
)
def test_what_a_group_can_do_alone_is_counted_by_the_rule(
    terms: Rule, members: int, answers: str
) -> None:
    assert can(terms, members) == answers


def test_a_casting_vote_makes_one_of_two_decide_alone() -> None:
    assert can(BY_CHAIR, 1, chairs=BY_STAFF) == "yes yes no no"
    assert can(BY_CHAIR, 3, chairs=BY_STAFF) == "no no yes yes"
    assert can(BY_CHAIR, 1, chairs=frozenset({Seat.MEMBER})) == "no no yes yes"


def test_votes_that_weigh_more_let_staff_decide_alone() -> None:
    heavy = Voter(person=DEV, seat=Seat.STAFF, weight=7)
    voters = {one.person: one for one in (*VOTERS, heavy)}
    game = Game(MAJORITY, voters, frozenset(voters))
    assert (game.can_pass(Seat.STAFF), game.can_block(Seat.MEMBER)) == (True, False)


def test_those_who_are_away_count_where_the_rule_counts_all() -> None:
    # Asha and Ben are there without staff: 2 of 7 entitled is too few, 2 of 2 who vote is enough.
    voters = {one.person: one for one in (*VOTERS, STAFF)}
    here = frozenset({ASHA, BEN})
    assert Game(ENTITLED, voters, here).can_pass(Seat.MEMBER) is False
    assert Game(MAJORITY, voters, here).can_pass(Seat.MEMBER) is True
    assert Game(MAJORITY, voters, here).can_block(Seat.STAFF) is False


def test_of_several_options_the_bigger_group_gets_the_one_it_wants() -> None:
    options = (PIZZA, CURRY)
    assert can(RANKED, 6, options=options) == "no no yes yes"
    assert can(RANKED, 1, options=options) == "no yes no yes"


def test_where_members_have_to_agree_as_well_staff_neither_pass_nor_block() -> None:
    """Six members and one of staff: without four members nothing passes, with them all does."""
    double = Rule(method=Method.DOUBLE_MAJORITY, double=(Seat.MEMBER,))
    assert can(double, 6) == "no no yes yes"
    assert can(double, 6, staff=0) == "no no yes yes"


@pytest.mark.parametrize("method", [Method.APPROVAL, Method.SCORE, Method.DOTS])
def test_the_bigger_group_gets_what_it_wants_by_choices_points_and_dots(method: Method) -> None:
    rule, options = Rule(method=method), (PIZZA, CURRY)
    assert can(rule, 6, options=options) == "no no yes yes"
    assert can(rule, 1, options=options) == "no yes no yes"  # both were given the same


def test_a_seat_that_has_to_agree_as_well_can_stop_the_others() -> None:
    for_both = Rule(method=Method.DOUBLE_MAJORITY, double=(Seat.MEMBER, Seat.STAFF))
    assert can(for_both, 6) == "no yes no yes"
    assert can(Rule(method=Method.CONSENSUS), 6) == "no yes no yes"


def test_c2_tells_of_each_vote_with_the_people_who_were_there() -> None:
    # Night 1: all seven; nobody but members. Night 2: Asha and Dev, 1 to 1: both only stop.
    # Night 3: Dev is there alone, and decides. By hand: staff could pass 1, stop 2; members
    # could pass 1, stop 2.
    two: Mapping[PersonId, Answer] = {ASHA: YES, DEV: YES}
    events = [*voted(1), *voted(2, two), *voted(3, {DEV: YES})]
    measure = counted(rules, RULES, *events)
    assert (measure.k, measure.n, measure.guard) == (1, 3, Guard.K_OF_N)
    assert parts(measure) == {
        "staff can pass alone": 1,
        "staff can block alone": 2,
        "members can pass alone": 1,
        "members can block alone": 2,
    }
    assert measure.tier is Tier.APPENDIX
    assert measure.display == "1 of 3"
    assert measure.interval is None


def test_c2_tells_how_strong_one_vote_was_by_the_rule_and_who_was_there() -> None:
    # Six members and one of staff, where more than half of yes and no is enough: of 3^6 ways the
    # others can vote, a vote turns it where yes leads by none (141) or by one (126): 267 of 729.
    # Two votes were the same game; in the third Dev is there alone, and is everything.
    events = [*voted(1), *voted(2), *voted(3, {DEV: YES})]
    many, alone = counted(rules, RULES, *events).indices
    assert (many.votes, alone.votes) == (2, 1)
    assert [(one.seat, one.number) for one in many.seats] == [(Seat.MEMBER, 6), (Seat.STAFF, 1)]
    assert {one.banzhaf for one in many.seats} == {Fraction(267, 729)}
    assert {one.share for one in many.seats} == {Fraction(1, 7)}
    assert {one.shapley_shubik for one in many.seats} == {Fraction(1, 7)}
    assert [(one.seat, str(one.banzhaf)) for one in alone.seats] == [(Seat.STAFF, "1")]


def test_where_the_chair_breaks_ties_their_vote_is_stronger() -> None:
    tie = Rule(method=Method.MAJORITY, base=Base.ENTITLED, tie=Tie.CHAIR)
    voters = {one.person: one for one in (*VOTERS[:3], STAFF)}
    (found,) = indices([Game(tie, voters, frozenset(voters), chairs=BY_STAFF)])
    assert [str(one.share) for one in found.seats] == ["1/6", "1/2"]


def test_where_no_votes_are_counted_no_vote_is_strong() -> None:
    voters = {one.person: one for one in VOTERS}
    assert indices([Game(Rule(method=Method.DELEGATED), voters, frozenset(voters))]) == ()


def test_who_came_to_the_meeting_was_there_without_voting() -> None:
    # Dev alone voted, and the minutes say that Asha was there too: 1 to 1.
    there = [
        told(MeetingOpened, meeting(1), day(6), committee=CLUB),
        told(AttendanceNoted, meeting(1), day(6), present=(ASHA, DEV)),
    ]
    events = [*there, *voted(1, {DEV: YES}, meeting=meeting(1))]
    assert parts(counted(rules, RULES, *events))["staff can pass alone"] == 0


def test_the_chair_of_the_committee_breaks_the_tie() -> None:
    chair = role_taken(DEV, CHAIR, at=NEW_YEAR)
    events = [RULES, chair, *voted(1, {ASHA: NO, DEV: YES}, terms=BY_CHAIR)]
    assert parts(counted(rules, *events))["staff can pass alone"] == 1


# ---- C3


def test_no_single_vote_tips_it_where_all_agree() -> None:
    # 7 to 0: six stay. All members the other way: 1 to 6. Staff the other way: 6 to 1.
    measure = counted(tipped, RULES, *voted(1))
    assert (measure.k, measure.n) == (6, 7)
    assert parts(measure) == {
        "choices with votes that we know": 1,
        "votes of staff": 1,
        "votes of staff that tipped it alone": 0,
        "choices that staff tipped as a group": 0,
        "votes of members": 6,
        "votes of members that tipped it alone": 0,
        "choices that members tipped as a group": 1,
    }


def test_where_it_is_close_each_on_the_winning_side_tips_it() -> None:
    # Yes: Asha, Ben, Cara, Dev; no: Fay, Gus, Hal. One yes less is 3 to 4: three members and
    # staff. Members turned: 4 yes (Fay, Gus, Hal, Dev) to 3: the same result. Staff turned: 3 to 4.
    said: dict[PersonId, Answer] = {ASHA: YES, BEN: YES, CARA: YES, DEV: YES}
    said |= {FAY: NO, GUS: NO, HAL: NO}
    found = parts(counted(tipped, RULES, *voted(1, said)))
    assert found["votes of members that tipped it alone"] == 3
    assert found["votes of staff that tipped it alone"] == 1
    assert found["choices that members tipped as a group"] == 0
    assert found["choices that staff tipped as a group"] == 1


def test_by_consent_everybody_can_tip_it() -> None:
    found = parts(counted(tipped, RULES, *voted(1, terms=CONSENT)))
    assert found["votes of members that tipped it alone"] == 6
    assert found["votes of staff that tipped it alone"] == 1


def test_a_tie_that_was_broken_hangs_on_each() -> None:
    # Asha yes, Dev no, the chair says yes. Another answer of either decides it without the chair.
    tie = voted(1, {ASHA: YES, DEV: NO}, terms=BY_CHAIR)
    said = told(CastingVoteGiven, idea(1), day(7), actor=ASHA, person=ASHA, answer=YES)
    found = parts(counted(tipped, RULES, *tie[:-1], said, tie[-1]))
    assert found["votes of members that tipped it alone"] == 1
    assert found["votes of staff that tipped it alone"] == 0


def test_a_secret_vote_is_left_out() -> None:
    measure = counted(tipped, RULES, *voted(1, shown={"secret": True}))
    assert measure.n == 0


# ---- C4


def test_the_result_is_held_against_every_vote_that_took_a_side() -> None:
    # Adopted with Asha, Ben, Cara yes; Fay no, Gus not sure. Then rejected: all six no, Dev yes.
    # Members: 3 of 4, and 6 of 6: 9 of 10. Staff: yes and adopted, yes and rejected: 1 of 2.
    first: dict[PersonId, Answer] = {ASHA: YES, BEN: YES, CARA: YES, FAY: NO, GUS: NOT_SURE}
    then: dict[PersonId, Answer] = dict.fromkeys(MEMBERS, NO)
    events = [*voted(1, {**first, DEV: YES}), *voted(9, {**then, DEV: YES}, Result.REJECTED)]
    measure = counted(agreement, RULES, *events)
    assert (measure.k, measure.n, measure.value) == (9, 10, Fraction(9, 10))
    assert parts(measure) == {"votes of staff": 2, "votes of staff that were done": 1}
    assert measure.tier is Tier.CONTEXT
    assert "not power" in measure.counted


def test_a_worry_is_against_and_the_first_of_an_order_is_for() -> None:
    # A worry, and it was rejected: 1 of 1. Pizza first, and curry was chosen: 0 of 1.
    asked = {"options": (PIZZA, CURRY)}
    order = Ranking(places=((PIZZA,), (CURRY,)))
    chosen = voted(9, {BEN: order}, terms=RANKED, put=asked)
    events = [*voted(1, {ASHA: A_WORRY}, Result.REJECTED, terms=CONSENT), *chosen[:-1]]
    measure = counted(agreement, RULES, *events, chose(9, CURRY))
    assert (measure.k, measure.n) == (1, 2)


def chose(number: int, option: OptionId) -> Event:
    return decided(Result.CHOSEN, option, stream=idea(number), at=day(number + 6))


def test_a_quorum_that_names_staff_lets_nobody_pass_without_them() -> None:
    needs_staff = Rule(method=Method.MAJORITY, quorum=(AtLeast(at_least=1, of=Seat.STAFF),))
    assert can(needs_staff, 6) == "no no yes yes"
    assert can(needs_staff, 6, staff=0) == "no no no yes"


def test_how_few_people_voted_is_not_told_outside() -> None:
    # Six members and one of staff cast votes; all seven got what they voted for.
    told_outside = [counted(by, RULES, *voted(1)) for by in (tipped, agreement)]
    assert [one.people for one in told_outside] == [(6, 1), (6, 0)]
    assert {outside(one).sentence for one in told_outside} == {TOO_FEW_PEOPLE}
