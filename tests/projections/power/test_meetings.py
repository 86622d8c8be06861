"""G1: who runs the meeting, and whether it takes turns. Counted by hand beside each test."""

from fractions import Fraction

from domain.events import Event
from domain.ids import CHAIR, MINUTES, PersonId
from domain.kinds import MeetingRole
from domain.values import event_id
from projections.power.g_meetings import turns
from projections.power.guards import Guard
from projections.power.spread import as_if_shared_by
from tests.committee_facts import rotation_joined, rotation_left
from tests.facts import ASHA, BEN, CARA, DEV, left
from tests.meeting_facts import began, held
from tests.projections.power.told import HAL, counted, day, meeting, parts

LIST = MeetingRole.AGENDA


def ran(number: int, *by: PersonId, role: MeetingRole = MeetingRole.CHAIR) -> list[Event]:
    """A meeting on the day of its number, and who did this there."""
    there = {"stream": meeting(number), "at": day(number)}
    return [began(**there), *(held(role, one, **there) for one in by)]


def test_members_run_the_meeting_or_staff_do() -> None:
    """Asha, Asha, Dev, Dev, Dev, Ben: 3 of 6, and Dev three times running."""
    chairs = (ASHA, ASHA, DEV, DEV, DEV, BEN)
    measure = counted(turns, *(e for n, who in enumerate(chairs) for e in ran(n, who)))
    assert (measure.k, measure.n, measure.guard) == (3, 6, Guard.K_OF_N)
    assert parts(measure) == {
        "chair, members": 3,
        "chair, all": 6,
        "chair, longest run of one person": 3,
        "chair, members who want a turn": 6,
    }
    assert measure.sentence == "Members ran 3 of 6 meetings."
    assert measure.exceptions == tuple(event_id(meeting(number), 2) for number in (2, 3, 4))
    assert measure.people == (2, 1)


def test_from_twelve_meetings_on_it_is_told_as_if_how_many_shared_it() -> None:
    """Asha 6, Ben 3, Cara 3: 144 / (36 + 9 + 9) is two and two thirds: as if three."""
    chairs = (*[ASHA] * 6, *[BEN, CARA] * 3)
    measure = counted(turns, *(e for n, who in enumerate(chairs) for e in ran(n, who)))
    assert parts(measure)["chair, as if so many shared it"] == 3
    assert as_if_shared_by([6, 3, 3]) == Fraction(8, 3)
    assert as_if_shared_by([4, 4, 4]) == 3
    assert as_if_shared_by([12, 0]) == 1
    assert as_if_shared_by([]) is None


def test_minutes_and_the_list_are_told_beside_the_chair() -> None:
    """Nobody is told to have run it. Minutes: Dev, Asha and Dev together. List: Ben."""
    measure = counted(
        turns,
        *ran(1, DEV, role=MeetingRole.MINUTES),
        *ran(2, ASHA, DEV, role=MeetingRole.MINUTES),
        *ran(3, BEN, role=LIST),
    )
    assert (measure.n, measure.display) == (0, "nothing to count yet")
    told = parts(measure)
    assert (told["minutes, members"], told["minutes, all"]) == (1, 3)
    assert told["minutes, longest run of one person"] == 2
    assert (told["agenda, members"], told["agenda, all"]) == (1, 1)


def test_said_twice_of_one_meeting_it_is_one_turn() -> None:
    assert counted(turns, *ran(1, ASHA, ASHA)).n == 1


def test_whoever_said_no_thanks_is_not_counted_among_those_who_want_a_turn() -> None:
    """Six members. Hal wants none and Cara no more: four. Once Ben and Asha ask for it: those."""
    chair = ran(9, ASHA)
    no = [rotation_left(HAL, at=day(1)), rotation_left(CARA, at=day(2))]
    assert parts(counted(turns, *chair, *no))["chair, members who want a turn"] == 4

    yes = [rotation_joined(who, at=day(3)) for who in (ASHA, BEN, CARA)]
    changed = [*yes, rotation_left(CARA, at=day(4)), rotation_joined(DEV, at=day(4))]
    assert parts(counted(turns, *chair, *no, *changed))["chair, members who want a turn"] == 2

    gone = left(BEN, at=day(5))
    assert parts(counted(turns, *chair, *no, *changed, gone))["chair, members who want a turn"] == 1


def test_each_role_has_a_list_of_its_own() -> None:
    minutes = [rotation_joined(who, MINUTES, at=day(1)) for who in (ASHA, BEN)]
    chair = rotation_joined(CARA, CHAIR, at=day(1))
    both = [*ran(2, ASHA), *ran(3, BEN, role=MeetingRole.MINUTES)]
    told = parts(counted(turns, *minutes, chair, *both))
    assert told["chair, members who want a turn"] == 1
    assert told["minutes, members who want a turn"] == 2
