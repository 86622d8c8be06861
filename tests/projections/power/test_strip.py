"""The strip of choices: each decision once, in order of time, night by night."""

from domain.kinds import Route
from projections.power.evidence import Evidence
from projections.power.strip import strip
from tests.facts import CLUB
from tests.meeting_facts import began
from tests.projections.power.stories import told
from tests.projections.power.told import day, in_order, meeting, the_club, voted_through


def test_choices_stand_with_the_meeting_that_began_before_them() -> None:
    log = in_order(
        [
            *the_club(),
            *voted_through(1),  # decided on day 2, before we ever met
            began(stream=meeting(1), at=day(5)),
            *voted_through(5, route=Route.CONSENT),  # day 6
            *voted_through(7),  # day 8
            began(stream=meeting(2), at=day(20)),
            *voted_through(30, route=Route.STAFF_ALONE),  # day 31
        ]
    )
    nights = strip(Evidence(log, CLUB))
    assert [(one.number, one.begins) for one in nights] == [
        (None, day(2)),
        (1, day(5)),
        (2, day(20)),
    ]
    assert [[square.at for square in one.squares] for one in nights] == [
        [day(2)],
        [day(6), day(8)],
        [day(31)],
    ]
    assert nights[1].squares[0].route is Route.CONSENT


def test_forty_choices_of_a_story_are_forty_squares_in_twelve_nights() -> None:
    nights = strip(told("takeover").evidence)
    assert [one.number for one in nights] == [*range(1, 13)]
    assert [len(one.squares) for one in nights] == [3, 3, 4] * 4
    alone = [sum(s.route is Route.STAFF_ALONE for s in one.squares) for one in nights]
    assert alone == [0, 0, 0, 2, 2, 3, 2, 2, 3, 2, 2, 3]
