"""I: what people were asked. Sums are invented; what may be shown of them is worked out here."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from domain.details import Survey
from domain.events import SurveyClosed
from domain.kinds import Seat
from domain.sealed import Sealed
from projections.power import i_asked
from projections.power.evidence import Evidence, Window
from projections.power.guards import NO_DIFFERENCE, TOO_FEW_TO_COMPARE
from projections.power.i_asked import CARDS, ERASED, SIDE_BY_SIDE, TOO_FEW, Said, key, last_survey
from projections.power.measure import NOTHING_YET, Measure
from projections.power.outside import outside
from tests.committee_facts import survey_closed
from tests.facts import ASHA, BEN, CLUB
from tests.projections.power.told import day, in_order, the_club

SAY_NO = CARDS[0]
OURS = Seat.MEMBER


def sums(yes: int = 0, sometimes: int = 0, no: int = 0, rather_not: int = 0) -> dict[str, int]:
    """What so many people said to the first question."""
    many = zip(Said, (yes, sometimes, no, rather_not), strict=True)
    return {key(SAY_NO, said): people for said, people in many}


def asked(said: Mapping[Seat, Mapping[str, int]] | None) -> Measure:
    """The answer to the first question."""
    return i_asked.answers(survey_closed(ASHA), said)[0]


def test_staff_and_members_are_asked_the_same_five_questions() -> None:
    told = i_asked.answers(survey_closed(ASHA), {OURS: sums(3, 3)})
    assert [(one.id, one.question) for one in told] == [
        ("I1", "I can say no here"),
        ("I2", "My ideas change things"),
        ("I3", "I know what is going on"),
        ("I4", "I can get help that I choose"),
        ("I5", "We share the jobs fairly"),
    ]
    assert [one.display for one in told[1:]] == [NOTHING_YET] * 4


def test_sums_are_read_as_a_survey_keeps_them() -> None:
    kept = Survey.sealed({OURS: sums(4, 1, 1)})
    assert isinstance(kept, Sealed)
    opened = Survey(answers={OURS: sums(4, 1, 1)}).model_dump_json()
    assert asked(Survey.model_validate_json(opened).answers).display == "member: 4 of 6"


def test_sometimes_is_no_yes_and_who_rather_does_not_say_is_not_counted() -> None:
    """Three yes, two sometimes, one no, four rather not: 3 of 6."""
    measure = asked({OURS: sums(3, 2, 1, 4)})
    assert (measure.display, measure.n) == ("member: 3 of 6", 6)
    assert measure.answer == f"{SIDE_BY_SIDE} {TOO_FEW_TO_COMPARE}"


def test_one_of_staff_is_never_shown_alone() -> None:
    measure = asked({OURS: sums(3, 3), Seat.STAFF: sums(yes=1)})
    assert [one.seat for one in measure.groups] == [OURS]
    assert asked({OURS: sums(2, 2), Seat.STAFF: sums(yes=1)}).display == TOO_FEW


@pytest.mark.parametrize(
    ("yes", "shown"),
    [
        *((0, "at most 1 of 6"), (1, "at most 1 of 6"), (2, "2 of 6")),
        *((4, "4 of 6"), (5, "at least 5 of 6"), (6, "at least 5 of 6")),
    ],
)
def test_where_all_or_nobody_said_yes_one_is_left_open(yes: int, shown: str) -> None:
    assert asked({OURS: sums(yes, no=6 - yes)}).display == f"member: {shown}"


def test_the_gap_between_groups_is_told_from_twelve_each_on() -> None:
    """9 of 12 beside 6 of 12: a quarter more, and luck alone could do it."""
    few = asked({OURS: sums(9, 3), Seat.STAFF: sums(6, 5)})
    assert (few.value, few.interval) == (None, None)
    measure = asked({OURS: sums(9, 3), Seat.STAFF: sums(6, 6)})
    assert measure.value == Fraction(1, 4)
    assert measure.interval is not None
    assert measure.answer.endswith(NO_DIFFERENCE)
    apart = asked({OURS: sums(10, 10), Seat.STAFF: sums(18, 2)})
    assert apart.value == Fraction(-2, 5)
    assert apart.answer == f"{SIDE_BY_SIDE} It is more for staff."


def test_outside_only_groups_with_five_on_each_side_are_told() -> None:
    measure = asked({OURS: sums(7, 5), Seat.STAFF: sums(9, 4)})
    shown = outside(measure)
    assert [one.seat for one in shown.groups] == [OURS]
    assert (shown.n, shown.value, shown.interval) == (None, None, None)
    assert shown.answer == f"{SIDE_BY_SIDE} {TOO_FEW_TO_COMPARE}"
    assert shown.display == "member: 7 of 12, 58 % (between 32 % and 81 %)"


def test_a_survey_that_was_erased_says_so() -> None:
    assert {one.display for one in i_asked.answers(survey_closed(ASHA), None)} == {ERASED}


def test_each_answer_opens_to_the_survey_it_rests_on() -> None:
    closed = survey_closed(ASHA)
    told = i_asked.answers(closed, {OURS: sums(3, 3)})
    assert {one.event_ids for one in told} == {(closed.event_id,)}


def test_the_last_survey_of_the_window_is_the_one_that_counts() -> None:
    log = in_order([*the_club(), survey_closed(BEN, at=day(9)), survey_closed(ASHA, at=day(5))])
    found: list[SurveyClosed | None] = [
        last_survey(Evidence(log, CLUB, Window(last=day(last)))) for last in (4, 8, 20)
    ]
    assert [one and one.actor for one in found] == [None, ASHA, BEN]
