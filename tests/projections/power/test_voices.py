"""C5 to C7: disagreement. Each count stands beside its test, worked out by hand."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from domain.events import Event, ObjectionRaised, ObjectionResolved
from domain.ids import ObjectionId, PersonId
from domain.kinds import Position, Resolution, Route, Shown
from domain.voting.answers import Answer, Choice
from domain.voting.tally import ChoiceTally, Result
from projections.power.c_voices import ALL_YES, disagreements, first_words, no_disagreement
from projections.power.guards import TOO_FEW_PEOPLE, Guard
from projections.power.outside import outside
from tests.facts import (
    A_WORRY,
    ASHA,
    BEN,
    CARA,
    CONSENT,
    CURRY,
    DEV,
    NO,
    NOT_SURE,
    PIZZA,
    YES,
    _id,
    decided,
    made,
)
from tests.projections.power.choosing import RULES, alone, told, voiced, voted
from tests.projections.power.told import FAY, MEMBERS, counted, day, idea, parts

FOR, AGAINST, WORRIED = Position.FOR, Position.AGAINST, Position.WORRIED
MEMBERS_YES: Mapping[PersonId, Answer] = {**dict.fromkeys(MEMBERS, YES), DEV: NO}


def raised(number: int, who: PersonId, *, named: bool = True) -> Event:
    worry = ObjectionId(_id(4000 + number))
    what = {"objection": worry, "person": who, "named": named}
    return told(ObjectionRaised, idea(number), day(number), actor=who, **what)


def dealt_with(number: int, how: Resolution) -> Event:
    worry = ObjectionId(_id(4000 + number))
    return told(ObjectionResolved, idea(number), day(number), objection=worry, how=how)


def with_words(events: list[Event], *words: Event) -> list[Event]:
    """The same, with something said between the idea and all that follows."""
    return [events[0], *words, *events[1:]]


# ---- C5


def test_what_members_wanted_against_staff_counts_by_every_route() -> None:
    # Outvoted: done. Staff alone although Asha said no: not done. Nobody said anything: no contest.
    # All agree: no contest. A step-in although Ben was worried: not done. That is 1 of 3.
    events = [
        *voted(1, MEMBERS_YES),
        *with_words(alone(10), voiced(10, ASHA, AGAINST)),
        *alone(20),
        *voted(30),
        *with_words(alone(40, Route.STEP_IN), voiced(40, BEN, WORRIED)),
    ]
    measure = counted(disagreements, RULES, *events)
    assert (measure.k, measure.n, measure.guard) == (1, 3, Guard.LIST)
    assert parts(measure) == {"not done: staff_alone": 1, "not done: step_in": 1}
    assert measure.sentence == "We wanted other than staff 3 times. Ours was done once."


def test_most_members_have_to_want_the_same() -> None:
    # 3 to 3: members want no one thing. 1 for and 2 against: they are against.
    half = dict.fromkeys(MEMBERS[:3], YES) | dict.fromkeys(MEMBERS[3:], NO)
    assert counted(disagreements, RULES, *voted(1, {**half, DEV: YES})).n == 0
    words = [voiced(1, ASHA, FOR), voiced(1, BEN, AGAINST), voiced(1, CARA, AGAINST)]
    assert counted(disagreements, RULES, *with_words(alone(1), *words)).n == 1


@pytest.mark.parametrize(
    ("words", "contests"),
    [
        ([raised(1, ASHA)], 1),
        ([raised(1, ASHA, named=False)], 0),
        ([raised(1, ASHA), dealt_with(1, Resolution.INTEGRATED)], 0),
        ([raised(1, ASHA), dealt_with(1, Resolution.OVERRULED)], 1),
        ([voiced(1, ASHA, AGAINST), voiced(1, ASHA, FOR)], 0),
        ([voiced(1, DEV, AGAINST)], 0),
    ],
)
def test_a_worry_counts_until_it_is_dealt_with(words: list[Event], contests: int) -> None:
    assert counted(disagreements, RULES, *with_words(alone(1), *words)).n == contests


def test_a_vote_is_the_last_word() -> None:
    # Asha was against it, and voted yes; Dev voted no. So she won.
    votes = voted(1, {ASHA: YES, DEV: NO})
    measure = counted(disagreements, RULES, *with_words(votes, voiced(1, ASHA, AGAINST)))
    assert (measure.k, measure.n) == (1, 1)


def test_whoever_is_not_sure_takes_no_side() -> None:
    assert counted(disagreements, RULES, *voted(1, {ASHA: NOT_SURE, DEV: YES})).n == 0


def test_whoever_was_not_sure_in_the_end_takes_no_side() -> None:
    words = [voiced(1, ASHA, AGAINST), voiced(1, ASHA, Position.NOT_SURE)]
    assert counted(disagreements, RULES, *with_words(alone(1), *words)).n == 0


def test_wanting_another_option_is_a_contest() -> None:
    # Staff chose curry alone. Asha had wanted pizza: lost. Ben had only wanted curry: no contest.
    def chosen(number: int, who: PersonId, option: object) -> list[Event]:
        at = {"stream": idea(number), "at": day(number)}
        position = voiced(number, who, FOR).model_copy(update={"option": option})
        by_dev = {"route": Route.STAFF_ALONE, "actor": DEV, "deciders": (DEV,)}
        put = made(DEV, (PIZZA, CURRY), **at)
        return [put, position, decided(Result.CHOSEN, CURRY, **at, **by_dev)]

    measure = counted(disagreements, RULES, *chosen(1, ASHA, PIZZA), *chosen(2, BEN, CURRY))
    assert (measure.k, measure.n) == (0, 1)


def test_from_five_on_it_is_so_many_of_so_many() -> None:
    events = [event for number in range(1, 6) for event in voted(number * 10, MEMBERS_YES)]
    measure = counted(disagreements, RULES, *events)
    assert measure.display == "5 of 5"
    assert measure.interval is None


# ---- C6


def test_staff_speak_first_by_a_vote_or_a_word() -> None:
    # Dev votes first; Dev speaks first and votes last; Asha votes first; Asha speaks first.
    first = {DEV: YES, ASHA: YES}
    last = {ASHA: YES, DEV: YES}
    events = [
        *voted(1, first),
        *with_words(voted(10, last), voiced(10, DEV, FOR)),
        *voted(20, last),
        *with_words(voted(30, first), voiced(30, ASHA, FOR)),
    ]
    measure = counted(first_words, RULES, *events)
    assert (measure.k, measure.n) == (2, 4)
    assert measure.sentence == "Staff spoke first in 2 of 4 votes."


def test_a_worry_or_a_not_sure_is_a_word_of_members_and_none_of_staff() -> None:
    # Asha was worried, then not sure, before Dev voted. Dev was, and Asha voted before Dev did.
    dev_first, asha_first = {DEV: YES, ASHA: YES}, {ASHA: YES, DEV: YES}
    events = [
        *with_words(voted(1, dev_first), raised(1, ASHA)),
        *with_words(voted(10, dev_first), voiced(10, ASHA, Position.NOT_SURE)),
        *with_words(voted(20, asha_first), raised(20, DEV), voiced(20, DEV, WORRIED)),
        *with_words(voted(30, asha_first), voiced(30, DEV, Position.NOT_SURE)),
        *with_words(voted(40, dev_first), raised(40, ASHA, named=False)),
    ]
    measure = counted(first_words, RULES, *events)
    assert (measure.k, measure.n) == (1, 5)


def test_a_vote_that_nobody_can_see_has_no_first_word() -> None:
    hidden = voted(1, {DEV: YES, ASHA: YES}, shown={"shown": Shown.AT_CLOSING})
    assert counted(first_words, RULES, *hidden).n == 0


def follows(votes: int, *, same: bool, seen: bool) -> list[Event]:
    """So many votes of Asha, as Dev or not, after she saw his or not."""
    asha = YES if same else NO
    said = {DEV: YES, ASHA: asha} if seen else {ASHA: asha, DEV: YES}
    begin = (100 if same else 200) + (1000 if seen else 2000)
    return [event for n in range(votes) for event in voted(begin + n, said)]


def test_whether_members_follow_is_told_from_twenty_votes_on() -> None:
    # After seeing it: 20 of 20. Without: 8 of 20. The difference is 60 points.
    events = [
        *follows(20, same=True, seen=True),
        *follows(8, same=True, seen=False),
        *follows(12, same=False, seen=False),
    ]
    measure = counted(first_words, RULES, *events)
    assert parts(measure) == {
        "as staff, after seeing it": 20,
        "votes after seeing it": 20,
        "as staff, without seeing it": 8,
        "votes without seeing it": 20,
    }
    assert measure.sentence.endswith("After seeing it, members voted as staff more often.")
    one_less = counted(first_words, RULES, *events[: -len(follows(1, same=False, seen=False))])
    assert parts(one_less)["votes without seeing it"] == 19
    assert "After" not in one_less.sentence


def test_where_luck_could_have_done_it_we_cannot_tell() -> None:
    # 12 of 20 after seeing it, 10 of 20 without: ten points, well within luck.
    events = [
        *follows(12, same=True, seen=True),
        *follows(8, same=False, seen=True),
        *follows(10, same=True, seen=False),
        *follows(10, same=False, seen=False),
    ]
    assert counted(first_words, RULES, *events).sentence.endswith("We cannot tell a difference.")


# ---- C7


def ten(*last: Event) -> list[Event]:
    """Nine choices to which everybody said yes, and another."""
    return [event for n in range(9) for event in voted(n * 10)] + list(last)


def test_ten_choices_without_a_no_are_a_question() -> None:
    measure = counted(no_disagreement, RULES, *ten(*voted(100)))
    assert measure.sentence == ALL_YES
    assert (measure.k, measure.value, measure.n) == (None, None, 10)
    assert parts(measure)["choices without a no"] == 10


TALLY = ChoiceTally(yes=5, no=1, abstain=0, objection=0, stand_aside=0, silent=1, recused=0)


@pytest.mark.parametrize(
    "last",
    [
        voted(100, {ASHA: YES, BEN: NO}),
        voted(100, {ASHA: YES, BEN: Choice.STAND_ASIDE}, terms=CONSENT),
        voted(100, {ASHA: YES, BEN: A_WORRY}, terms=CONSENT),
        with_words(voted(100), voiced(100, FAY, WORRIED)),
        with_words(voted(100), raised(100, FAY), dealt_with(100, Resolution.WITHDRAWN)),
        voted(100, {}, tally=TALLY, shown={"secret": True}),
    ],
)
def test_one_no_or_worry_is_enough_to_say_that_it_is_fine(last: list[Event]) -> None:
    measure = counted(no_disagreement, RULES, *ten(*last))
    assert measure.sentence == "Somebody said no, or had a worry. That is fine."
    assert parts(measure)["choices without a no"] == 9


def test_not_sure_is_no_no() -> None:
    events = ten(*voted(100, {ASHA: NOT_SURE, BEN: YES}))
    assert counted(no_disagreement, RULES, *events).sentence == ALL_YES


def test_only_the_last_ten_choices_of_all_are_asked_about() -> None:
    # The no lies eleven choices back, and what staff decide alone is no yes of everybody.
    old = voted(-20, {ASHA: YES, BEN: NO})
    events = [*old, *ten(*voted(100)), *alone(200)]
    assert counted(no_disagreement, RULES, *events).sentence == ALL_YES
    assert counted(no_disagreement, RULES, *ten()).why_not == "We ask this from 10 choices on."


def test_a_disagreement_is_a_share_only_from_twelve_on() -> None:
    events = [event for number in range(12) for event in voted(number * 10, MEMBERS_YES)]
    measure = counted(disagreements, RULES, *events)
    assert measure.value == Fraction(1)
    assert measure.interval is not None


# ---- Outside the committee


def test_that_nobody_ever_said_no_is_not_told_outside() -> None:
    # It would tell of each of them how they voted.
    measure = counted(no_disagreement, RULES, *ten(*voted(100)))
    assert measure.people == (7, 0)
    assert outside(measure).sentence == TOO_FEW_PEOPLE


def test_that_all_members_voted_as_staff_is_not_told_outside() -> None:
    measure = counted(first_words, RULES, *follows(20, same=True, seen=True))
    assert measure.people == (1, 0)
    assert outside(measure).parts == ()
    assert outside(measure).sentence == TOO_FEW_PEOPLE
