"""Who has the jobs and runs the meetings, and when that changed, in sharing and in a takeover.

There are seven jobs a night. Shared: Jo has the taxi on odd nights and the door on night 2, so 7.
Takeover: 3 on nights 1 to 3, 3 a night on nights 4 to 6, and 4 a night from then on, so 36.
"""

from fractions import Fraction

import pytest

from projections.power.measure import Tier
from tests.projections.power.stories import k_of_n, measured, parts

HELD = {
    "shared": (11, 12.5, 13.5, 15, 12, 13, 7),
    "takeover": (7, 12, 8, 5, 6, 10, 36),
}
"""How many jobs each of the seven had, counted in the tables of the stories; half where shared."""


def test_members_have_fewer_jobs_in_the_takeover() -> None:
    assert k_of_n("shared", "E1") == (84 - 7, 84)
    assert k_of_n("takeover", "E1") == (84 - 36, 84)


@pytest.mark.parametrize("story", HELD)
def test_the_jobs_lie_with_fewer_people_in_the_takeover(story: str) -> None:
    """As if so many had them all: 84² by the sum of squares, 1046.5 and 1714; 6.7 and 4.1."""
    assert sum(HELD[story]) == 84
    squares = sum(Fraction(held) ** 2 for held in HELD[story])
    assert measured(story, "E2").value == Fraction(84) ** 2 / squares


def test_jobs_are_handed_over_only_where_all_share() -> None:
    """Half the briefing on nights 4 and 5; on nights 8 and 9 Femi says no thank you."""
    assert parts("shared", "E3") == {"members to members": 2}
    assert k_of_n("shared", "E4") == (2, 4)
    assert measured("takeover", "E3").n == 0


def test_in_a_takeover_staff_do_jobs_that_nobody_asked_them_to_do() -> None:
    """2 on each of nights 4 to 6, 3 on 7 to 9, 1 on 10 to 12. Shared: the bar on night 7, asked."""
    assert k_of_n("shared", "E5") == (1, 1)
    assert k_of_n("takeover", "E5") == (0, 3 * 2 + 3 * 3 + 3 * 1)
    assert k_of_n("shared", "E8") == (1, 1)
    assert k_of_n("takeover", "E8") == (0, 18)


def test_that_all_jobs_are_done_tells_nothing() -> None:
    for story in ("shared", "takeover"):
        assert k_of_n(story, "E6") == (84, 84)
        assert measured(story, "E6").tier is Tier.CONTEXT


def test_jobs_without_a_say_are_work_and_no_power() -> None:
    """Takeover: the rota was everybody’s on nights 1 to 3, with 3 × 7 jobs, 3 of them Jo’s."""
    assert k_of_n("shared", "E7") == (77, 77)
    assert k_of_n("takeover", "E7") == (18, 48)


def test_who_was_shown_a_job_shows_others_later_where_all_share() -> None:
    """Night 1: Jo shows Ella the bar, and Ben shows Dev the songs. Night 11: Ella shows Ben."""
    assert k_of_n("shared", "E9") == (1, 3)
    assert k_of_n("takeover", "E9") == (0, 2)


def test_staff_run_the_meetings_in_the_takeover() -> None:
    assert k_of_n("shared", "G1") == (12, 12)
    assert k_of_n("takeover", "G1") == (3, 12)


def test_the_change_is_found_at_the_fourth_night() -> None:
    assert measured("takeover", "H2").value == 4
    assert "no change that luck could not make" in measured("shared", "H2").sentence
