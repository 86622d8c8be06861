"""D1 to D3: who comes, who has help, who is not sure. Counts worked out by hand beside each."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from domain.events import Event
from domain.ids import PersonId
from domain.kinds import ApologyCause, Position, Seat
from projections.power.d_taking_part import not_sure, supported, turnout
from projections.power.evidence import Window
from projections.power.guards import TOO_FEW_TO_COMPARE, Guard
from projections.power.outside import outside
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    DEV,
    NO,
    NOT_SURE,
    YES,
    cast,
    left,
    made,
    seated,
    taken_back,
)
from tests.meeting_facts import called, sorry, were_there
from tests.projections.power.told import (
    EVE,
    FAY,
    GUS,
    HAL,
    MEMBERS,
    brought,
    counted,
    day,
    idea,
    meeting,
    parts,
)
from tests.proposal_facts import helped, interested, wants


def met(number: int, *people: PersonId, **named: Any) -> list[Event]:
    """A meeting on the day of its number, and who was there."""
    stream = meeting(number)
    return [
        called(stream=stream, at=day(number)),
        were_there(*people, stream=stream, at=day(number), **named),
    ]


def test_each_meeting_asks_anew_who_of_us_was_there() -> None:
    """Six of six, four of six; then Hal has left: five of five. 15 of 17. Dev: 2 of 3."""
    measure = counted(
        turnout,
        *met(1, *MEMBERS, DEV),
        *met(2, *MEMBERS[:4]),
        left(HAL, at=day(3)),
        *met(4, *MEMBERS[:5], DEV, EVE),
    )
    assert (measure.k, measure.n, measure.value) == (15, 17, Fraction(15, 17))
    assert [(one.seat, one.k, one.n) for one in measure.groups] == [
        (Seat.MEMBER, 15, 17),
        (Seat.STAFF, 2, 3),
    ]
    assert measure.people == (6, 2)
    assert measure.guard is Guard.RATE
    assert measure.answer == f"Members were there 15 of 17 times. {TOO_FEW_TO_COMPARE}"
    assert "This can be fooled." in measure.counted


def test_the_last_word_on_who_was_there_holds() -> None:
    again = were_there(ASHA, stream=meeting(1), at=day(2))
    assert counted(turnout, *met(1, *MEMBERS), again).k == 1


def test_what_kept_people_away_is_told_without_anybodys_health() -> None:
    away = [
        sorry(ASHA, ApologyCause.TRANSPORT),
        sorry(BEN, ApologyCause.HEALTH),
        sorry(CARA, ApologyCause.NOT_STATED),
        sorry(FAY, ApologyCause.TRANSPORT),
    ]
    measure = counted(turnout, *met(1, GUS, apologies=away))
    assert parts(measure) == {
        "meetings": 1,
        "away: transport": 2,
        "away: something else, or not told": 2,
    }


def said(number: int, *answers: tuple[PersonId, Any]) -> list[Event]:
    """A vote on the day of its number."""
    votes = [cast(who, what, stream=idea(number), at=day(number)) for who, what in answers]
    return [brought(number), *votes]


def test_a_vote_with_help_counts_as_what_help_it_was() -> None:
    """Members' last votes: 5, with help 3. Picked by the voter: 2. Read back: 1.

    Without a side: Eve, who is no staff; Gus, to whom it is nothing. Dev had said what he wants.
    """
    measure = counted(
        supported,
        *said(1, (ASHA, YES), (BEN, NO), (BEN, YES), (CARA, YES), (DEV, YES)),
        *said(2, (FAY, YES), (HAL, NO)),
        wants(DEV, Position.FOR, stream=idea(1), at=day(1)),
        helped(ASHA, DEV, stream=idea(1), at=day(1), chosen_by_voter=False, read_back=True),
        helped(BEN, EVE, stream=idea(1), at=day(1), chosen_by_voter=True),
        helped(HAL, GUS, stream=idea(2), at=day(2), chosen_by_voter=True, read_back=False),
        helped(DEV, EVE, stream=idea(1), at=day(1), chosen_by_voter=True, read_back=True),
    )
    assert (measure.k, measure.n) == (3, 5)
    assert parts(measure) == {
        "helper picked by the voter": 2,
        "helper without a side": 2,
        "own words read back": 1,
    }
    assert measure.people == (3, 2)
    assert measure.exceptions == ()


def free(*around: Event, helper: PersonId | None = DEV, by: PersonId = BEN) -> int:
    """Whether this helper of Asha's has no side, with all this around it: 1 or 0."""
    there: dict[str, Any] = {"stream": idea(1)}
    help_given = helped(ASHA, helper, at=day(2), **there)
    vote = cast(ASHA, stream=idea(1), at=day(3))
    put = made(by, stream=idea(1), at=day(1))
    return parts(counted(supported, put, *around, help_given, vote))["helper without a side"]


def test_staff_have_a_side_if_they_brought_it_said_what_they_want_or_voted_before() -> None:
    at: dict[str, Any] = {"stream": idea(1), "at": day(2)}
    assert free() == 1
    assert free(by=DEV) == 0
    assert free(wants(DEV, Position.AGAINST, **at)) == 0
    assert free(cast(DEV, **at)) == 0
    assert free(cast(DEV, stream=idea(1), at=day(3))) == 1
    assert free(wants(CARA, Position.FOR, **at), helper=CARA) == 1


def test_whom_it_touches_has_a_side_and_of_nobody_nothing_is_known() -> None:
    at: dict[str, Any] = {"stream": idea(1), "at": day(2)}
    assert free(interested(CARA, **at), helper=CARA) == 0
    assert free(interested(BEN, **at), helper=CARA) == 1
    assert free(helper=None) == 0


def test_not_sure_is_counted_by_the_last_word_of_each_voter() -> None:
    """Asha not sure; Ben first not sure, then yes; Cara took hers back; Dev not sure: 1 of 3.

    The third is Fay's yes.
    """
    measure = counted(
        not_sure,
        *said(1, (ASHA, NOT_SURE), (BEN, NOT_SURE), (BEN, YES), (CARA, NOT_SURE), (DEV, NOT_SURE)),
        taken_back(CARA, stream=idea(1), at=day(2)),
        cast(FAY, stream=idea(1), at=day(2)),
    )
    assert (measure.k, measure.n) == (1, 3)
    assert [(one.seat, one.k, one.n) for one in measure.groups] == [
        (Seat.MEMBER, 1, 3),
        (Seat.STAFF, 1, 1),
    ]
    assert measure.people == (1, 2)


def test_a_vote_cast_again_after_it_was_taken_back_stands() -> None:
    back = taken_back(CARA, stream=idea(1), at=day(2))
    again = cast(CARA, NOT_SURE, stream=idea(1), at=day(3))
    assert counted(not_sure, *said(1, (CARA, YES)), back, again).k == 1


def test_outside_nothing_is_said_of_how_few_people_voted() -> None:
    """Of six members two were not sure: two are too few to tell of."""
    votes = [(who, NOT_SURE if who in (ASHA, BEN) else YES) for who in MEMBERS]
    shown = outside(counted(not_sure, *said(1, *votes)))
    assert (shown.k, shown.groups, shown.event_ids) == (None, (), ())


def test_outside_a_dozen_people_with_five_on_each_side_may_be_told() -> None:
    votes = [(who, YES) for who in MEMBERS] + [(who, NOT_SURE) for who in others()]
    sat = [seated(who, at=day(0)) for who in others()]
    measure = counted(not_sure, *sat, *said(1, *votes), window=Window())
    assert measure.people == (6, 6)
    assert outside(measure).display == "6 of 12, 50 % (between 25 % and 75 %)"


def others() -> Iterator[PersonId]:
    return (PersonId(meeting(number)) for number in range(100, 106))
